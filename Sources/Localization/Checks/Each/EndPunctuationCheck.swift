import Model

/// A translation ends as its source does: with a full stop, a colon, a question mark, or none.
struct EndPunctuationCheck: PairCheck {
  static let check = TranslationCheck.endPunctuation
  static let concerns: TextProfile.Features = .otherEnding

  static func examine(_ pair: borrowing ComparedPair, _ report: inout PairReport) {
    let (expected, found) = (pair.source.ending, ending(pair))
    guard expected != found, !pair.targetRange.isEmpty, !pair.sourceRange.isEmpty else { return }
    // An ellipsis and a full stop are often a matter of style, as are `;` and `,`.
    if isLoose(expected), isLoose(found) { return }
    // Titles may leave out a full stop.
    if pair.key.kind != .sentence, found == .none || expected == .none { return }
    if expected == .none, found == .period, endsWithAbbreviation(pair) { return }
    report.add(
      expected == .none ? "extra" : found == .none ? "missing" : "changed",
      expected == .none
        ? ["found": .code(mark(found))]
        : ["expected": .code(mark(expected)), "found": .code(mark(found))],
      at: max(pair.targetRange.lowerBound, pair.targetRange.upperBound - 1), subject: "end")
  }

  /// How a translation ends: the question mark of Greek is a semicolon, and Thai and Lao have no full
  /// stop.
  private static func ending(_ pair: borrowing ComparedPair) -> TextProfile.Ending {
    switch (pair.language.locale.language, pair.target.ending) {
    case ("el", .semicolon) where pair.source.ending == .question: .question
    case ("th", .none), ("lo", .none): pair.source.ending == .period ? .period : .none
    case (_, let ending): ending
    }
  }

  /// Whether the last word is one letter behind a year, as `г.` in Russian and `r.` in Polish are.
  private static func endsWithAbbreviation(_ pair: borrowing ComparedPair) -> Bool {
    guard let word = pair.target.tokens.last, word.kind == .word,
      word.end + 1 == pair.targetRange.upperBound, word.range.count <= 2,
      let number = pair.target.tokens.dropLast().last, number.kind == .number
    else { return false }
    return word.start - number.end <= 3
  }

  private static func isLoose(_ ending: TextProfile.Ending) -> Bool {
    ending == .semicolon || ending == .comma
  }

  private static func mark(_ ending: TextProfile.Ending) -> String {
    switch ending {
    case .none: ""
    case .period: "."
    case .colon: ":"
    case .question: "?"
    case .exclamation: "!"
    case .semicolon: ";"
    case .ellipsis: "…"
    case .comma: ","
    }
  }
}
