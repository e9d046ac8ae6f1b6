import Model

/// A mark before three digits says what it says in the language: `1,500` is one and a half in French.
///
/// Only marks that both readings allow are looked at, in languages that have one way to write them.
struct DecimalMarkCheck: PairCheck {
  static let check = TranslationCheck.number
  static let concerns: TextProfile.Features = .init(.number)

  static func examine(_ pair: borrowing ComparedPair, _ report: inout PairReport) {
    guard pair.source.has(.number), pair.target.has(.number),
      let mark = pair.language.decimalMark
    else { return }
    for token in pair.target.tokens where token.kind == .number && token.range.count > 4 {
      guard let place = ambiguousMark(pair.targetBytes[token.range]) else { continue }
      let digits = pair.targetBytes[token.range]
      let (whole, part) = (value(digits[..<place]), value(digits[(place + 1)...]))
      let (large, small) = (whole * 1000 + part, whole + part / 1000)
      let (said, other) = digits[place] == mark ? (small, large) : (large, small)
      let values = pair.source.tokens.filter { $0.kind == .number }.map {
        ($0, englishValue(pair.sourceBytes[$0.range]))
      }
      guard !values.contains(where: { $0.1 == said }),
        let source = values.first(where: { $0.1 == other })
      else { continue }
      let text = pair.sourceText(source.0)
      report.add(
        "changed", ["expected": .code(text), "found": .code(pair.targetText(token))],
        at: Int(token.start), subject: text)
    }
  }

  /// Where the only mark of a number is, if three digits follow it and at most three stand before.
  private static func ambiguousMark(_ digits: ArraySlice<UInt8>) -> Int? {
    let place = digits.endIndex - 4
    guard place > digits.startIndex, place - digits.startIndex <= 3,
      digits[place] == UInt8(ascii: ",") || digits[place] == UInt8(ascii: "."),
      digits[digits.startIndex] != UInt8(ascii: "0"),
      digits[..<place].allSatisfy(\.isDigit), digits[(place + 1)...].allSatisfy(\.isDigit)
    else { return nil }
    return place
  }

  private static func value(_ digits: ArraySlice<UInt8>) -> Double {
    digits.reduce(0) { $0 * 10 + Double($1 &- 48) }
  }

  /// What a number says in English; `nil` for a version and the like.
  private static func englishValue(_ digits: ArraySlice<UInt8>) -> Double? {
    guard digits.count(where: { $0 == UInt8(ascii: ".") }) <= 1 else { return nil }
    return Double(String(decoding: digits.filter { $0 != UInt8(ascii: ",") }, as: UTF8.self))
  }
}
