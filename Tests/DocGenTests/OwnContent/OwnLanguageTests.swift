import Foundation
import Localization
import Model
import Testing

/// Each page is in the script and the language that it claims.
@Suite struct OwnLanguageTests {
  /// Words that a text of some length in the language can't do without.
  private static let commonWords: [String: Set<String>] = [
    "en": [
      "the", "of", "a", "an", "and", "is", "to", "in", "that", "for", "with", "it", "or", "its",
      "not", "by", "be", "are", "this", "each", "if", "from", "on", "as", "no",
    ],
    "fr": [
      "le", "la", "les", "de", "des", "du", "un", "une", "et", "est", "à", "au", "aux", "dans",
      "que", "qui", "en", "sur", "par", "ne", "pas", "pour", "l", "d", "ou", "sa", "son", "avec",
      "ce", "cette", "se", "sont", "si", "chaque", "qu", "n", "s",
    ],
    "nl": [
      "de", "het", "een", "van", "en", "is", "in", "op", "te", "dat", "die", "voor", "met", "niet",
      "zijn", "aan", "of", "er", "als", "om", "door", "wordt", "bij", "deze", "dit", "elke", "uit",
      "geen", "ook", "naar",
    ],
  ]
  /// Letters that Kazakh has and Russian has not.
  private static let kazakhLetters = Set("әғқңөұүһі".unicodeScalars)

  /// The words that a reader reads: no code, no addresses, no names in capitals alone.
  private static func words(_ text: String) -> [Substring] {
    let prose = text.replacing(/`[^`]*`/, with: " ").replacing(/\]\([^)]*\)/, with: " ")
      .replacing(/<[^>]*>/, with: " ")
    return prose.lowercased().split { !$0.isLetter }
  }

  static func language(of text: String) -> String? {
    let words = words(text)
    let letters = words.joined().unicodeScalars
    guard !letters.isEmpty else { return nil }
    func share(_ isMember: (Unicode.Scalar) -> Bool) -> Double {
      Double(letters.count(where: isMember)) / Double(letters.count)
    }
    if share({ (0x600...0x6FF).contains($0.value) }) > 0.6 { return "ar" }
    if share({ (0x400...0x4FF).contains($0.value) }) > 0.6 {
      return share(kazakhLetters.contains) > 0.08 ? "kk" : "cyrillic"
    }
    let hits = commonWords.mapValues { common in words.count { common.contains(String($0)) } }
    guard let best = hits.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }),
      Double(best.value) > 0.15 * Double(words.count)
    else { return nil }
    return best.key
  }

  @Test(arguments: [
    ("The record of a consent names the person and the time of it", "en"),
    ("Chaque connexion dont le type comporte une étape dispose d’un consentement", "fr"),
    ("Elke verbinding met een stap voor toestemming heeft een vastlegging van de persoon", "nl"),
    ("Әкімші тасымалдауға келісімді кез келген уақытта қайтарып ала алады", "kk"),
    ("يمكن للمسؤول سحب الموافقة على النقل في أي وقت", "ar"),
    ("Администратор может отозвать согласие на передачу в любое время", "cyrillic"),
  ])
  func tellsLanguagesApart(text: String, language: String) {
    #expect(Self.language(of: text) == language)
  }

  @Test(arguments: OwnPage.locales)
  func pagesAreInTheirLanguage(locale: LocaleTag) {
    for page in OwnPage.pages(locale) {
      #expect(Self.language(of: page.body) == locale.language, "\(locale)/\(page.path)")
    }
  }

  /// A long sentence that equals its source was not translated.
  @Test(arguments: OwnPage.translations)
  func sentencesAreTranslated(locale: LocaleTag) {
    for page in OwnPage.pages(locale) {
      for unit in page.scan.units {
        let source = page.text(unit.source)
        guard source == page.text(unit.target) else { continue }
        let words = Self.words(source).filter {
          Self.commonWords["en"]?.contains(String($0)) == true
        }
        #expect(words.count < 2, "\(locale)/\(page.path) unit \(unit.number): \(source)")
      }
    }
  }
}
