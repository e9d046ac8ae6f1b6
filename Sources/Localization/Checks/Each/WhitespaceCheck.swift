/// Blanks at the edges are those of the source, and no two blanks stand in a row.
struct WhitespaceCheck: PairCheck {
  static let check = TranslationCheck.whitespace
  static let concerns: TextProfile.Features = .blanks

  static func examine(_ pair: borrowing ComparedPair, _ report: inout PairReport) {
    guard let first = pair.targetRange.first, let last = pair.targetRange.last,
      let sourceFirst = pair.sourceRange.first, let sourceLast = pair.sourceRange.last
    else { return }
    let isBlankAtStart =
      pair.targetBytes[first].isWhitespace
      || pair.targetBytes.blankLength(at: first, before: pair.targetRange.upperBound) > 0
    let isSourceBlankAtStart =
      pair.sourceBytes[sourceFirst].isWhitespace
      || pair.sourceBytes.blankLength(at: sourceFirst, before: pair.sourceRange.upperBound) > 0
    if isBlankAtStart, !isSourceBlankAtStart {
      report.add("start", at: first)
    }
    let isBlankAtEnd =
      pair.targetBytes[last].isWhitespace
      || pair.targetBytes.blankLength(before: last + 1, from: first) > 0
    let isSourceBlankAtEnd =
      pair.sourceBytes[sourceLast].isWhitespace
      || pair.sourceBytes.blankLength(before: sourceLast + 1, from: sourceFirst) > 0
    if isBlankAtEnd, !isSourceBlankAtEnd {
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
