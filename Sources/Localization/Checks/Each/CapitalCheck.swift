import Model

/// A sentence begins with a capital letter, where its source does and the script has any.
///
/// Names such as `eCommerce`, and words that the source has too, may begin as they are.
struct CapitalCheck: PairCheck {
  static let check = TranslationCheck.capital
  static let concerns: TextProfile.Features = .all

  static func examine(_ pair: borrowing ComparedPair, _ report: inout PairReport) {
    // What the source begins with may stand in a label or a link, and elsewhere in the translation.
    guard let first = pair.targetRange.first, !(65...90).contains(pair.targetBytes[first]),
      let sourceFirst = pair.sourceBytes[pair.sourceRange].first(where: { $0 != 42 && $0 != 91 }),
      (65...90).contains(sourceFirst),
      pair.key.kind == .sentence, pair.source.ending == .period, pair.target.ending == .period,
      pair.source.wordCount > 2, let token = pair.target.tokens.first, token.kind == .word,
      Int(token.start) == first, token.range.count > 1,
      token.scripts == pair.language.script, isSmall(pair.targetBytes, first, token)
    else { return }
    let word = pair.targetBytes[token.range]
    // `iPhone` and `eCommerce` have their capital further on.
    if word.dropFirst().contains(where: { (65...90).contains($0) || $0.isDigit }) { return }
    // A thing of a list may go on with the sentence above it.
    if continuations.contains(ComparedPair.text(word)) { return }
    if pair.source.tokens.contains(where: { pair.sourceBytes[$0.range] == word }) { return }
    report.add("lost", ["found": .code(pair.targetText(token))], subject: "capital")
  }

  private static let continuations: Set<String> = ["ne", "de", "du", "des", "que", "qui", "dont"]

  private static func isSmall(_ text: [UInt8], _ position: Int, _ token: TextToken) -> Bool {
    let (value, _) = decodeScalar(text, at: position, before: Int(token.end))
    return Unicode.Scalar(value)?.properties.isLowercase ?? false
  }
}
