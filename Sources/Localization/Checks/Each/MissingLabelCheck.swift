import Model

/// As many labels in strong type as the source has, each with an end.
struct MissingLabelCheck: PairCheck {
  static let check = TranslationCheck.labelMissing
  static let concerns: TextProfile.Features = [.init(.bold), .openBold]

  static func examine(_ pair: borrowing ComparedPair, _ report: inout PairReport) {
    if pair.target.hasOpenBold, !pair.source.hasOpenBold {
      return report.add("open")
    }
    guard pair.source.has(.bold) || pair.target.has(.bold) else { return }
    let (expected, found) = (pair.source.count(.bold), pair.target.count(.bold))
    guard expected != found, !hasEscapedMarks(pair) else { return }
    report.add(
      found < expected ? "missing" : "extra",
      ["expected": .integer(expected), "found": .integer(found)])
  }

  /// Some sources have `\*\*` where the page has strong text.
  private static func hasEscapedMarks(_ pair: borrowing ComparedPair) -> Bool {
    pair.sourceBytes.range(of: "\\*", in: pair.sourceRange) != nil
  }
}
