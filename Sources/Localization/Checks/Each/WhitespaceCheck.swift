/// Blanks at the edges are those of the source, and no two blanks stand in a row.
struct WhitespaceCheck: PairCheck {
  static let check = TranslationCheck.whitespace
  static let concerns: TextProfile.Features = .blanks

  static func examine(_ pair: borrowing ComparedPair, _ report: inout PairReport) {
    guard let first = pair.targetRange.first, let last = pair.targetRange.last,
      let sourceFirst = pair.sourceRange.first, let sourceLast = pair.sourceRange.last
    else { return }
    if pair.targetBytes[first].isWhitespace, !pair.sourceBytes[sourceFirst].isWhitespace {
      report.add("start", at: first)
    }
    if pair.targetBytes[last].isWhitespace, !pair.sourceBytes[sourceLast].isWhitespace {
      report.add("end", at: last)
    }
    if let double = pair.target.doubleBlank,
      pair.target.doubleBlankCount > pair.source.doubleBlankCount,
      double > first, double + 1 < last
    {
      report.add("double", at: double)
    }
  }
}
