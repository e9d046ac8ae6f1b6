import Model

/// The month of a date is the same month.
///
/// In the source a name counts beside a number only: `May 3`, not `you may`. A translation without
/// the name of a month may have it in digits.
struct MonthCheck: PairCheck {
  static let check = TranslationCheck.number
  static let concerns: TextProfile.Features = .init(.number)

  static func examine(_ pair: borrowing ComparedPair, _ report: inout PairReport) {
    guard pair.source.has(.number), pair.language.months.isKnown else { return }
    let expected = dates(pair)
    guard !expected.isEmpty else { return }
    var found: [(month: Int, token: TextToken)] = []
    for token in pair.target.tokens where token.kind == .word {
      if let month = pair.language.months.month(pair.targetBytes, token.range) {
        found.append((month, token))
      }
    }
    guard !found.isEmpty else { return }
    for date in expected where !found.contains(where: { $0.month == date.month }) {
      guard
        let other = found.first(where: { other in
          !expected.contains { $0.month == other.month }
        })
      else { continue }
      let name = pair.sourceText(date.token)
      report.add(
        "changed", ["expected": .code(name), "found": .code(pair.targetText(other.token))],
        at: Int(other.token.start), subject: name)
    }
  }

  private static func dates(
    _ pair: borrowing ComparedPair
  ) -> [(month: Int, token: TextToken)] {
    let tokens = pair.source.tokens
    return tokens.indices.compactMap { index in
      let token = tokens[index]
      guard token.kind == .word, token.isCapitalized,
        index > 0 && isNear(tokens[index - 1], token)
          || index + 1 < tokens.count && isNear(token, tokens[index + 1]),
        let month = pair.language.sourceMonths.month(pair.sourceBytes, token.range)
      else { return nil }
      return (month, token)
    }
  }

  /// Whether one of two pieces side by side is a number.
  private static func isNear(_ first: TextToken, _ second: TextToken) -> Bool {
    (first.kind == .number || second.kind == .number) && second.start - first.end <= 2
  }
}
