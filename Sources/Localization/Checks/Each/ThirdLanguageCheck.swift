import Model

/// A text in the right letters, but in a third language.
///
/// Small words give a language away: three more of them are another language's than its own, and
/// none is its own alone.
struct ThirdLanguageCheck: PairCheck {
  static let check = TranslationCheck.untranslated
  static let concerns: TextProfile.Features = .all

  static func examine(_ pair: borrowing ComparedPair, _ report: inout PairReport) {
    let language = pair.language.locale.language
    guard pair.target.wordCount >= 5, !pair.isSame, let own = indices[language] else { return }
    var counts = [Int](repeating: 0, count: languages.count)
    for token in pair.target.tokens where token.kind == .word && token.range.count <= 14 {
      let known = table.languages(of: pair.targetBytes[token.range], token.isCapitalized)
      if known == 0 { continue }
      if known == 1 << UInt16(own) { return }
      for language in counts.indices where known & 1 << UInt16(language) != 0 {
        counts[language] += 1
      }
    }
    guard let most = counts.max(), most >= counts[own] + 3 else { return }
    report.add("language")
  }

  /// The small words of languages.
  private static let languages: [(name: String, words: String)] = [
    (
      "fr",
      """
      le les des du et est sont dans pour avec sur vous votre vos ce cette au aux ou être nous de \
      la un une en il on à a si se que qui ne pas plus par son sa ses leur
      """
    ),
    (
      "es",
      """
      el los las y en con por para del su sus está son como más este esta puede usted de la un una \
      a o que se si no al lo es le les
      """
    ),
    (
      "it",
      """
      il gli di della dei nel che per sono è alla questo questa può nella dell con più e a o un una \
      la le i si se in da su non del al lo
      """
    ),
    (
      "pt",
      """
      os as um uma do da dos das em no na não são você seu sua com para pelo pela esta este de a o \
      e que se por é ou ao
      """
    ),
    (
      "de",
      """
      der die das und ist nicht mit für ein eine den dem werden sie auf von zu wird sind in im am \
      an es des so wie oder bei als
      """
    ),
    (
      "nl",
      """
      het een van de en voor niet zijn wordt worden met deze dat kunt naar uw bij in op te is of als \
      aan om die er ze
      """
    ),
    (
      "sv",
      "och att det som är för inte av den ett kan från eller när de en i på med om till du han"
    ),
    ("da", "og at det som er for ikke af den et kan fra eller når de en i på med om til du der"),
    (
      "pl",
      "i w z na nie jest się do że dla oraz są lub można aby o a to od po za co te"
    ),
    ("tr", "ve bir bu için ile olarak veya değil olan daha gibi sonra de da o ne"),
    ("ru", "и в на не с для что это как из по при или если чтобы их вы к а о от за же во до у"),
    ("uk", "та що це для як не із або якщо щоб ви від в на з по і до у за"),
    (
      "kk",
      """
      және үшін бойынша немесе бұл сіз мен болады арқылы туралы кейін болса жаңа бар осы әр бір
      """
    ),
  ]

  private static let indices = Dictionary(
    uniqueKeysWithValues: languages.enumerated().map { ($0.element.name, $0.offset) })

  /// The languages of words, a bit for each, in a table without chains.
  private struct WordTable {
    private var keys = [UInt64](repeating: 0, count: 2048)
    private var languages = [UInt16](repeating: 0, count: 2048)

    init(_ all: [(name: String, words: String)]) {
      for (index, language) in all.enumerated() {
        for word in language.words.split(separator: " ") {
          let key = TextDigest.exact(Array(word.utf8)[...])
          let slot = slot(of: key)
          keys[slot] = key
          languages[slot] |= 1 << UInt16(index)
        }
      }
    }

    func languages(of word: ArraySlice<UInt8>, _ isCapitalized: Bool) -> UInt16 {
      guard isCapitalized, let first = word.first else {
        return languages[slot(of: TextDigest.exact(word))]
      }
      return languages[slot(of: TextDigest.exact(([first | 32] + word.dropFirst())[...]))]
    }

    private func slot(of key: UInt64) -> Int {
      var slot = Int(truncatingIfNeeded: key) & 2047
      while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & 2047 }
      return slot
    }
  }

  private static let table = WordTable(languages)
}
