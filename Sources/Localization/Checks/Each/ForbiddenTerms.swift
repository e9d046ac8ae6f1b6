import Model

/// Terms that the settings forbid, as whole words in any case.
struct ForbiddenTerms {
  private let terms: [(term: CheckSettings.Term, folded: String)]

  init(_ terms: [CheckSettings.Term], locale: LocaleTag) {
    self.terms = terms.filter { $0.locale == nil || $0.locale == locale }.map {
      ($0, $0.term.lowercased())
    }
  }

  var isEmpty: Bool { terms.isEmpty }

  func examine(_ pair: borrowing ComparedPair, _ report: inout PairReport) {
    report.check = .forbiddenTerm
    let text = ComparedPair.text(pair.targetBytes[pair.targetRange])
    let folded = text.lowercased()
    for (term, word) in terms
    where folded.ranges(of: word).contains(where: { isWhole($0, in: folded) }) {
      report.add(
        term.use == nil ? "found" : "use",
        ["found": .code(term.term), "expected": .code(term.use ?? "")], subject: term.term)
    }
  }

  private func isWhole(_ range: Range<String.Index>, in text: String) -> Bool {
    let before =
      range.lowerBound > text.startIndex ? text[text.index(before: range.lowerBound)] : " "
    let after = range.upperBound < text.endIndex ? text[range.upperBound] : " "
    return !before.isLetter && !after.isLetter
  }
}
