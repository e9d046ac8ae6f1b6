import Model

/// A combination of keys ends with the same key: `Ctrl+C` isn't `Ctrl+V`.
///
/// The names of the keys before the last one are translated.
struct KeyCheck: PairCheck {
  static let check = TranslationCheck.identifier
  static let concerns: TextProfile.Features = .plusSign

  static func examine(_ pair: borrowing ComparedPair, _ report: inout PairReport) {
    let expected = combinations(pair.sourceBytes, pair.sourceRange).filter(\.isOfModifier)
    guard !expected.isEmpty else { return }
    var extra = combinations(pair.targetBytes, pair.targetRange)
    var missing: [Combination] = []
    for combination in expected {
      if let index = extra.firstIndex(where: { $0.key == combination.key }) {
        extra.remove(at: index)
      } else {
        missing.append(combination)
      }
    }
    for (one, other) in zip(missing, extra) {
      let source = ComparedPair.text(pair.sourceBytes[one.range])
      report.add(
        "changed",
        [
          "expected": .code(source),
          "found": .code(ComparedPair.text(pair.targetBytes[other.range])),
        ], at: other.range.lowerBound, subject: source)
    }
  }

  /// A key before a plus sign and the one behind it.
  private struct Combination {
    var range: Range<Int>
    /// The last key, in capitals.
    var key: [UInt8]
    var isOfModifier: Bool
  }

  private static let modifiers: Set<String> = [
    "ctrl", "control", "shift", "alt", "cmd", "command", "option", "win", "windows", "fn",
  ]

  /// How far a tag beside a key reaches; what is longer isn't looked through for each plus sign.
  private static let longestTag = 64

  private static func combinations(_ text: [UInt8], _ part: Range<Int>) -> [Combination] {
    var found: [Combination] = []
    var position = part.lowerBound
    while let plus = text.position(of: UInt8(ascii: "+"), in: position..<part.upperBound) {
      position = plus + 1
      var (start, end) = (plus, plus + 1)
      while start > part.lowerBound, isBetween(text[start - 1]) { start -= 1 }
      if start > part.lowerBound, text[start - 1] == UInt8(ascii: ">") {
        // `<kbd>Ctrl</kbd>+<kbd>C</kbd>`
        let tag = text[max(part.lowerBound, start - longestTag)..<start]
        start = tag.lastIndex(of: UInt8(ascii: "<")) ?? start
      }
      let nameEnd = start
      while start > part.lowerBound, text[start - 1].isLetter || text[start - 1] >= 0x80 {
        start -= 1
      }
      while end < part.upperBound, isBetween(text[end]) { end += 1 }
      if end < part.upperBound, text[end] == UInt8(ascii: "<"),
        let close = text.position(
          of: UInt8(ascii: ">"), in: end..<min(part.upperBound, end + longestTag))
      {
        end = close + 1
      }
      let key = text[end..<part.upperBound].prefix(4).prefix { $0.isLetter || $0.isDigit }
      let isFunction =
        (2...3).contains(key.count) && key.first.map { $0 | 32 } == UInt8(ascii: "f")
        && key.dropFirst().allSatisfy(\.isDigit)
      guard start < nameEnd, key.count == 1 || isFunction else { continue }
      let name = ComparedPair.text(text[start..<nameEnd]).lowercased()
      found.append(
        Combination(
          range: start..<key.endIndex, key: key.map { $0.isLetter ? $0 & 0xDF : $0 },
          isOfModifier: modifiers.contains(name)))
    }
    return found
  }

  private static func isBetween(_ byte: UInt8) -> Bool {
    byte == 32 || byte == UInt8(ascii: "*") || byte == UInt8(ascii: "`")
  }
}
