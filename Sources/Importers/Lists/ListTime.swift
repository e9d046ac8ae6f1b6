import Model

/// Times as lists write them.
enum ListTime {
  /// A time as the snapshot writes it; `nil` if the text is no such date in the given order.
  ///
  /// `15/02/2022 02:58`, `2/15/2022, 2:58 AM`: years have four digits; the zone stays unknown.
  static func read(_ text: String, _ order: ImportRequest.DateOrder) -> String? {
    var numbers: [(value: Int, length: Int)] = []
    var rest = text[...]
    func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }
    while numbers.count < 6, let start = rest.firstIndex(where: isDigit) {
      let between = rest[..<start]
      // A sign before the first number is no separator.
      guard !numbers.isEmpty || between.isEmpty else { return nil }
      guard between.allSatisfy({ " ,./-:T\u{A0}\u{202F}".contains($0) }) else { return nil }
      let digits = rest[start...].prefix(while: isDigit)
      guard digits.count <= 4, let value = Int(digits) else { return nil }
      numbers.append((value, digits.count))
      rest = rest[digits.endIndex...]
    }
    guard numbers.count == 3 || numbers.count >= 5 else { return nil }
    let places: (year: Int, month: Int, day: Int) =
      switch order {
      case .dayMonthYear: (2, 1, 0)
      case .monthDayYear: (2, 0, 1)
      case .yearMonthDay: (0, 1, 2)
      }
    guard numbers[places.year].length == 4,
      let date = CivilDate(
        year: numbers[places.year].value, month: numbers[places.month].value,
        day: numbers[places.day].value)
    else { return nil }
    let suffix = String(rest).trimmingSpaces.lowercased().replacing(".", with: "")
    guard numbers.count > 3 else { return suffix.isEmpty ? date.description : nil }
    var hour = numbers[3].value
    switch suffix {
    case "": break
    case "am", "pm":
      guard (1...12).contains(hour) else { return nil }
      hour = hour % 12 + (suffix == "pm" ? 12 : 0)
    default: return nil
    }
    let second = numbers.count > 5 ? numbers[5].value : 0
    guard hour < 24, numbers[4].value < 60, second < 60 else { return nil }
    let clock = [hour, numbers[4].value, second].map { $0 < 10 ? "0\($0)" : "\($0)" }
    return "\(date)T\(clock.joined(separator: ":"))"
  }

  /// A whole number as lists write it, with or without separators between groups of three digits.
  ///
  /// Behind a zero no group of thousands follows, but a fraction.
  static func count(_ text: String) -> Int? {
    let groups = text.split(omittingEmptySubsequences: false) {
      " .,'\u{2019}\u{A0}\u{202F}".contains($0)
    }
    guard let first = groups.first, (1...3).contains(first.count) || groups.count == 1,
      groups.count == 1 || !first.hasPrefix("0"),
      groups.dropFirst().allSatisfy({ $0.count == 3 }),
      groups.allSatisfy({ $0.allSatisfy { ("0"..."9").contains($0) } })
    else { return nil }
    return Int(groups.joined())
  }
}
