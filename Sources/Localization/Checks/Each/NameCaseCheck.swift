import Model

/// A product's name keeps its capital: `Azure` is neither `azure` nor `AZURE`.
///
/// A word such as `Internet` may be one of the language too. So the sources of the page must have the
/// word as a name, and most translations of the set must keep it.
struct NameCaseCheck: PairCheck {
  static let check = TranslationCheck.identifier
  static let concerns: TextProfile.Features = .latinInTarget

  static func examine(_ pair: borrowing ComparedPair, _ report: inout PairReport) {
    guard !pair.isSame, pair.target.scripts.contains(.latin) else { return }
    for (index, token) in pair.source.tokens.enumerated()
    where index > 0 && token.kind == .word && token.isCapitalized && token.range.count >= 4
      && isName(pair.sourceBytes, token)
    {
      let name = pair.sourceBytes[token.range]
      let (isKept, other) = forms(of: name, pair)
      if isKept {
        report.noteKept(name)
      } else if let other {
        let text = pair.sourceText(token)
        report.add(
          "changed", ["expected": .code(text), "found": .code(pair.targetText(other))],
          at: Int(other.start), subject: text)
        report.doubtLast(unlessName: name)
      }
    }
  }

  /// Whether a word stands behind another one of its sentence, with small letters behind its capital,
  /// and is no key.
  private static func isName(_ text: [UInt8], _ token: TextToken) -> Bool {
    let start = Int(token.start)
    guard start > 1, text[start - 1] == 32,
      text[start + 1..<Int(token.end)].allSatisfy({ (97...122).contains($0) })
    else { return false }
    let before = text[start - 2]
    guard before.isLetter || before == UInt8(ascii: ",") else { return false }
    return KeyCombination.modifier(ComparedPair.text(text[token.range]).lowercased()) == nil
  }

  /// Whether the translation has a word as it is, and where it has it in small letters or capitals
  /// alone.
  private static func forms(
    of name: ArraySlice<UInt8>, _ pair: borrowing ComparedPair
  ) -> (isKept: Bool, other: TextToken?) {
    var other: TextToken?
    for token in pair.target.tokens
    where (token.kind == .word || token.kind == .identifier) && token.range.count == name.count {
      let word = pair.targetBytes[token.range]
      guard zip(word, name).allSatisfy({ $0 | 32 == $1 | 32 }) else { continue }
      if word == name { return (true, nil) }
      let isOtherCase =
        word.allSatisfy { (97...122).contains($0) } || word.allSatisfy { (65...90).contains($0) }
      if isOtherCase, token.kind == .word { other = token }
    }
    return (false, other)
  }
}
