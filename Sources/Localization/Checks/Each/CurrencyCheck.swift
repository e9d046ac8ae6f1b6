import Model

/// An amount of money stays one of the same currency: `$5` isn't `5 €`.
struct CurrencyCheck: PairCheck {
  static let check = TranslationCheck.number
  static let concerns: TextProfile.Features = .money

  static func examine(_ pair: borrowing ComparedPair, _ report: inout PairReport) {
    guard pair.source.has(.number), pair.target.has(.number) else { return }
    let sources = amounts(pair.source, pair.sourceBytes, pair.sourceRange)
    guard !sources.isEmpty else { return }
    var targets = amounts(pair.target, pair.targetBytes, pair.targetRange)
    var left: [Amount] = []
    for amount in sources {
      if let index = targets.firstIndex(where: { $0.currency == amount.currency }) {
        targets.remove(at: index)
      } else {
        left.append(amount)
      }
    }
    guard let amount = left.first else { return }
    let text = ComparedPair.text(pair.targetBytes[pair.targetRange])
    let count = sources.count { $0.currency == amount.currency }
    if amount.currency.count(in: text) >= count { return }
    let source = pair.sourceText(amount.number)
    let expected = ComparedPair.text(
      pair.sourceBytes[surroundings(amount.number, pair.sourceRange, pair.sourceBytes)])
    if let other = targets.first {
      let found = surroundings(other.number, pair.targetRange, pair.targetBytes)
      report.add(
        "changed",
        [
          "expected": .code(expected),
          "found": .code(ComparedPair.text(pair.targetBytes[found])),
        ], at: found.lowerBound, subject: "currency \(source)")
    } else if !isPartOfRange(amount.number, pair.source) {
      report.add("missing", ["expected": .code(expected)], subject: "currency \(source)")
    }
  }

  private struct Amount {
    var number: TextToken
    var currency: Currency
  }

  private static func amounts(
    _ profile: TextProfile, _ text: [UInt8], _ range: Range<Int>
  ) -> [Amount] {
    profile.tokens.compactMap { token in
      guard token.kind == .number else { return nil }
      return Currency.beside(token.range, text, range).map { Amount(number: token, currency: $0) }
    }
  }

  /// A number with the sign or the code beside it, for words of a finding.
  private static func surroundings(
    _ number: TextToken, _ range: Range<Int>, _ text: [UInt8]
  ) -> Range<Int> {
    var (start, end) = (number.range.lowerBound, number.range.upperBound)
    while start > range.lowerBound, !text[start - 1].isWhitespace, text[start - 1] != 40 {
      start -= 1
    }
    let blank = end < range.upperBound && text[end] == 32 ? 1 : 0
    let sign = text[end + blank..<range.upperBound].prefix {
      $0 >= 0x80 || $0 == UInt8(ascii: "$") || (65...90).contains($0)
    }
    if !sign.isEmpty { end = sign.endIndex }
    return start..<end
  }

  /// Whether another number stands near: of `$10–$20` one sign may be left out.
  private static func isPartOfRange(_ number: TextToken, _ profile: TextProfile) -> Bool {
    profile.tokens.contains { other in
      other.kind == .number && other != number
        && (abs(other.start - number.end) <= 8 || abs(number.start - other.end) <= 8)
    }
  }
}
