/// A unit behind a number, as far as its sign or name is the same or known in many languages.
struct MeasureUnit: Hashable {
  /// What is measured.
  enum Kind: Hashable { case data, time, length, mass, frequency, temperature, points }

  let kind: Kind
  /// The power of ten, or of 1,024 for amounts of data.
  private let power: Int

  /// The unit that a word names; `nil` if it names none.
  init?(_ word: ArraySlice<UInt8>) {
    guard (1...40).contains(word.count), let first = word.first else { return nil }
    let text = ComparedPair.text(word)
    if let unit = Self.signs[text] {
      self = unit
      return
    }
    let small = text.lowercased()
    if let unit = TimeUnits.unit(small) {
      self.init(.time, unit)
      return
    }
    guard word.count >= 7 || first >= 0x80 else { return nil }
    guard let unit = Self.names.first(where: { small.hasPrefix($0.name) })?.unit else { return nil }
    self = unit
  }

  private init(_ kind: Kind, _ power: Int) { (self.kind, self.power) = (kind, power) }

  /// The length of a sign that stands right behind a number, as `MB` in `500MB`; `nil` if there is none.
  static func signLength(_ text: ArraySlice<UInt8>) -> Int? {
    let letters = text.prefix(4).prefix { $0.isLetter }
    return (2...3).contains(letters.count) && signs[ComparedPair.text(letters)] != nil
      ? letters.count : nil
  }

  private static let signs: [String: MeasureUnit] = {
    var signs: [String: MeasureUnit] = [
      "m": .init(.length, 0), "g": .init(.mass, 0), "°C": .init(.temperature, 0),
      "°F": .init(.temperature, 1), "px": .init(.points, 0), "pt": .init(.points, 1),
      "µs": .init(.time, -6), "μs": .init(.time, -6), "ns": .init(.time, -9),
      "ms": .init(.time, -3), "mm": .init(.length, -3),
      "cm": .init(.length, -2), "km": .init(.length, 3), "mg": .init(.mass, -3),
      "kg": .init(.mass, 3), "Hz": .init(.frequency, 0), "kHz": .init(.frequency, 3),
      "MHz": .init(.frequency, 6), "GHz": .init(.frequency, 9), "мс": .init(.time, -3),
      "мм": .init(.length, -3), "см": .init(.length, -2), "км": .init(.length, 3),
      "кг": .init(.mass, 3), "Гц": .init(.frequency, 0), "кГц": .init(.frequency, 3),
      "МГц": .init(.frequency, 6), "ГГц": .init(.frequency, 9),
    ]
    let data = [
      "KB kB KiB Ko ko КБ кБ Кб", "MB MiB Mo МБ Мб", "GB GiB Go ГБ Гб", "TB TiB To ТБ Тб",
      "PB PiB Po ПБ",
    ]
    for (index, names) in data.enumerated() {
      for name in names.split(separator: " ") { signs[String(name)] = .init(.data, index + 1) }
    }
    return signs
  }()

  private static let names: [(name: String, unit: MeasureUnit)] = [
    "kilobyt kilooct килобайт كيلوبايت キロバイト 킬로바이트",
    "megabyt mégaoct мегабайт ميغابايت ميجابايت メガバイト 메가바이트",
    "gigabyt gigaoct гигабайт جيجابايت غيغابايت جيغابايت ギガバイト 기가바이트",
    "terabyt téraoct терабайт تيرابايت テラバイト 테라바이트",
  ].enumerated().flatMap { index, names in
    names.split(separator: " ").map { (String($0), MeasureUnit(.data, index + 1)) }
  }
}
