import Model

/// A text ends with one mark, and with that of its script.
struct EndMarkCheck: PairCheck {
  static let check = TranslationCheck.endPunctuation
  static let concerns: TextProfile.Features = .all

  static func examine(_ pair: borrowing ComparedPair, _ report: inout PairReport) {
    guard let last = mark(pair.targetBytes, pair.targetRange, from: pair.targetRange.upperBound)
    else { return }
    let end = pair.targetRange.upperBound - last.length
    if let before = mark(pair.targetBytes, pair.targetRange, from: end),
      isDoubled(before.value, last.value), !endsWithTwo(pair)
    {
      // Three dots are an ellipsis, whatever stands for them.
      let third = mark(pair.targetBytes, pair.targetRange, from: end - before.length)
      if third != nil { return }
      return tell("doubled", end - before.length, pair, &report)
    }
    guard isForeign(last.value, pair, end) else { return }
    tell("script", end, pair, &report)
  }

  private static func tell(
    _ variant: String, _ start: Int, _ pair: borrowing ComparedPair, _ report: inout PairReport
  ) {
    let found = ComparedPair.text(pair.targetBytes[start..<pair.targetRange.upperBound])
    report.add(variant, ["found": .code(found)], at: start, subject: variant)
  }

  /// The mark that ends before a place, with the length of its bytes; `nil` if none does.
  private static func mark(
    _ text: [UInt8], _ range: Range<Int>, from end: Int
  ) -> (value: UInt32, length: Int)? {
    guard end > range.lowerBound else { return nil }
    let last = text[end - 1]
    if last < 0x80 { return ".,:;!?".utf8.contains(last) ? (UInt32(last), 1) : nil }
    var first = end - 1
    while first > range.lowerBound, text[first] & 0xC0 == 0x80 { first -= 1 }
    let (value, length) = decodeScalar(text, at: first, before: end)
    return marksBeyondASCII.contains(value) && first + length == end ? (value, length) : nil
  }

  private static let marksBeyondASCII: Set<UInt32> = [
    0x3002, 0xFF0E, 0xFF61, 0xFF01, 0xFF1F, 0xFF1A, 0xFF1B, 0xFF0C, 0x3001, 0x6D4, 0x61F, 0x61B,
    0x60C, 0x964,
  ]

  /// Whether two marks in a row are one too many: `?!` and `!!` are style.
  private static func isDoubled(_ one: UInt32, _ other: UInt32) -> Bool {
    let strong: Set<UInt32> = [0x21, 0x3F, 0xFF01, 0xFF1F, 0x61F]
    return !(strong.contains(one) && strong.contains(other))
  }

  private static func endsWithTwo(_ pair: borrowing ComparedPair) -> Bool {
    guard
      let last = mark(pair.sourceBytes, pair.sourceRange, from: pair.sourceRange.upperBound)
    else { return false }
    return mark(
      pair.sourceBytes, pair.sourceRange, from: pair.sourceRange.upperBound - last.length) != nil
  }

  /// Whether a mark is of another script than the language, and than the letter before it.
  private static func isForeign(
    _ mark: UInt32, _ pair: borrowing ComparedPair, _ place: Int
  ) -> Bool {
    let script = pair.language.script
    let before = place > pair.targetRange.lowerBound ? pair.targetBytes[place - 1] : 0
    switch mark {
    case 0x3002, 0xFF00...0xFFEF, 0x3001: return script != .eastAsian
    case 0x61F, 0x61B, 0x60C, 0x6D4: return script != .arabic
    case 0x964: return script != .other
    case UInt32(UInt8(ascii: "?")), UInt32(UInt8(ascii: ";")), UInt32(UInt8(ascii: ",")):
      return script == .arabic && before >= 0x80
    case UInt32(UInt8(ascii: ".")):
      return script == .eastAsian && before >= 0x80 && pair.language.locale.language != "ko"
    default: return false
    }
  }
}
