import Model

/// A translation ends as its source does: with a full stop, a colon, a question mark, or none.
struct EndPunctuationCheck: PairCheck {
  static let check = TranslationCheck.endPunctuation

  static func examine(_ pair: borrowing ComparedPair, _ report: inout PairReport) {
    let (expected, found) = (pair.source.ending, pair.target.ending)
    guard expected != found, !pair.targetRange.isEmpty, !pair.sourceRange.isEmpty else { return }
    // An ellipsis and a full stop are often a matter of style, as are `;` and `,`.
    if isLoose(expected), isLoose(found) { return }
    // Titles may leave out a full stop.
    if pair.key.kind != .sentence, found == .none || expected == .none { return }
    report.add(
      expected == .none ? "extra" : found == .none ? "missing" : "changed",
      expected == .none
        ? ["found": .code(mark(found))]
        : ["expected": .code(mark(expected)), "found": .code(mark(found))],
      at: max(pair.targetRange.lowerBound, pair.targetRange.upperBound - 1), subject: "end")
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
