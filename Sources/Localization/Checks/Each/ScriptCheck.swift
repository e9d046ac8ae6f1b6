/// A text whose words are all in letters of another script is in another language.
struct ScriptCheck: PairCheck {
  static let check = TranslationCheck.untranslated
  static let concerns: TextProfile.Features = .foreignScript

  static func examine(_ pair: borrowing ComparedPair, _ report: inout PairReport) {
    let own = pair.language.script
    guard pair.target.letters >= 12, pair.target.scripts.isDisjoint(with: own), !pair.isSame
    else { return }
    // Names of the source may stay; words that it doesn't have are of a third language.
    var foreign = 0
    for token in pair.target.tokens
    where token.kind == .word && (!token.isCapitalized || token.scripts != .latin) {
      let word = pair.targetBytes[token.range]
      let isOfSource = pair.source.tokens.contains { pair.sourceBytes[$0.range] == word }
      if !isOfSource { foreign += 1 }
    }
    if foreign >= 3 { report.add("script") }
  }
}
