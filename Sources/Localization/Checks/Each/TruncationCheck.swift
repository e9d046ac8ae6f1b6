import Model

/// A translation that ends with a word which needs another one behind it was cut off.
struct TruncationCheck: PairCheck {
  static let check = TranslationCheck.length
  static let concerns: TextProfile.Features = .openEnd

  static func examine(_ pair: borrowing ComparedPair, _ report: inout PairReport) {
    guard pair.target.ending == .none, !pair.language.openEnds.isEmpty,
      let last = pair.target.tokens.last(where: { $0.kind == .word }),
      last.range.count <= pair.language.longestOpenEnd,
      // Nothing but blanks may follow: a label, a link or a number would be what it needs.
      pair.targetBytes[Int(last.end)..<pair.targetRange.upperBound].allSatisfy(\.isWhitespace),
      pair.targetRange.lowerBound < Int(last.start),
      pair.targetBytes[Int(last.start) - 1].isWhitespace,
      pair.target.tokens.allSatisfy({ $0.end <= last.end })
    else { return }
    let word = pair.targetText(last)
    guard pair.language.openEnds.contains(word.lowercased()), !endsOpenly(pair, last) else {
      return
    }
    report.add("cut", ["found": .code(word)], at: Int(last.start), subject: "cut")
  }

  /// Whether the source ends with a small word too, as headings above a list do.
  private static func endsOpenly(_ pair: borrowing ComparedPair, _ word: TextToken) -> Bool {
    guard pair.source.ending == .none,
      let last = pair.source.tokens.last(where: { $0.kind == .word })
    else { return false }
    // `Plan A` ends with a name, though a language may have it as a word.
    return SourceWords.isFunctionWord(pair.sourceBytes, last.range)
      || pair.sourceBytes[last.range] == pair.targetBytes[word.range]
  }
}
