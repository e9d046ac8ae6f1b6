/// The words for numbers in a language, as far as checks must know them: a number written as a word
/// is no lost number.
struct NumberWords: Sendable {
  private let values: [String: Double]
  private let scales: [String: Double]
  /// The words for a half that may stand behind a number.
  private let halves: Set<String>
  /// Articles and prepositions that are written together with their word.
  private let prefixes: [String]
  private let scaleBeginnings: [Bool]
  private let valueBeginnings: [Bool]
  /// Whether numbers are written with numerals that have no blanks around them.
  private let hasNumerals: Bool

  /// The words of a language; other languages have none.
  init(language: String) {
    values = Self.table(NumberWordTables.values[language] ?? "")
    scales = Self.table(NumberWordTables.scales[language] ?? "")
    halves = Set((NumberWordTables.halves[language] ?? "").split(separator: " ").map(String.init))
    hasNumerals = ["ja", "zh"].contains(language)
    prefixes =
      switch language {
      case "ar": ["ال", "و", "وال"]
      case "he": ["ה", "ב", "ל", "ו", "מ", "ש", "כ", "בה", "וה"]
      default: []
      }
    scaleBeginnings = Self.beginnings(scales.keys)
    valueBeginnings = Self.beginnings(Array(values.keys) + prefixes)
  }

  /// Whether the words for small numbers of the language are known.
  var knowsValues: Bool { !values.isEmpty }

  /// Whether the words of scale of the language are known.
  var knowsScales: Bool { !scales.isEmpty }

  /// The values that a word may have as a number from 0 to 12, a ten, a hundred or a thousand.
  ///
  /// East Asian languages write no blanks: what is one word here may have several numbers in it.
  func values(_ text: [UInt8], _ range: Range<Int>) -> [Double] {
    guard !values.isEmpty || hasNumerals else { return [] }
    if hasNumerals { return EastAsianNumerals.values(in: ComparedPair.text(text[range])) }
    guard range.count <= 32, valueBeginnings[Int(text[range.lowerBound])] else { return [] }
    let word = Self.folded(text, range)
    if let value = values[word] { return [value] }
    for prefix in prefixes where word.hasPrefix(prefix) {
      if let value = values[String(word.dropFirst(prefix.count))] { return [value] }
    }
    return []
  }

  /// Whether a text says a half: `one and a half`, `anderthalb`, `1時間半`.
  func haveHalf(_ text: [UInt8], _ profile: TextProfile) -> Bool {
    guard !halves.isEmpty else { return false }
    return profile.tokens.contains { token in
      guard token.kind == .word else { return false }
      let word = Self.folded(text, token.range)
      return hasNumerals ? halves.contains { word.contains($0) } : halves.contains(word)
    }
  }

  /// The value of a word such as `million`.
  func scale(_ text: [UInt8], _ range: Range<Int>) -> Double? {
    guard scaleBeginnings[Int(text[range.lowerBound])] else { return nil }
    if range.count <= 24, let scale = scales[Self.folded(text, range)] { return scale }
    // East Asian languages write no blanks: `万` begins what follows the number.
    guard range.count >= 3, text[range.lowerBound] >= 0xE4 else { return nil }
    switch Unicode.Scalar(decodeScalar(text, at: range.lowerBound, before: range.upperBound).value)
    {
    case "万", "萬", "만": return 1e4
    case "億", "亿", "억": return 1e8
    case "千", "천": return 1e3
    default: return nil
    }
  }

  /// A word in small letters; of the Turkish `İ` no dot of its own is left.
  private static func folded(_ text: [UInt8], _ range: Range<Int>) -> String {
    let word = ComparedPair.text(text[range]).lowercased()
    return word.unicodeScalars.contains("\u{307}") ? word.replacing("i\u{307}", with: "i") : word
  }

  /// Which bytes words begin with, in small letters and capitals: nearly all others are refused at
  /// first sight.
  private static func beginnings(_ words: some Sequence<String>) -> [Bool] {
    var beginnings = [Bool](repeating: false, count: 256)
    for word in words {
      // Turkish has a capital of `i` of its own.
      for form in [word, word.uppercased(), word.hasPrefix("i") ? "İ" : word] {
        form.utf8.first.map { beginnings[Int($0)] = true }
      }
    }
    return beginnings
  }

  private static func table(_ text: String) -> [String: Double] {
    var table: [String: Double] = [:]
    for entry in text.split(separator: " ") {
      let parts = entry.split(separator: "=")
      guard parts.count == 2, let value = Double(parts[1]) else { continue }
      for word in parts[0].split(separator: "/") { table[String(word)] = value }
    }
    return table
  }
}
