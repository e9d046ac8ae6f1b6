import Foundation
import Model

/// What the words of a recorded basis for sending data say.
enum LawfulBasis {
  /// A word that stands for nothing, such as "n/a", or no word at all.
  case nothing
  /// Consent, and nothing else.
  case consent
  /// One or more of the others: Article 6(1)(b) to (f) of the GDPR, or their names.
  case other
  /// Anything else, such as the article on consent.
  case unclear

  /// Letters of full width and other forms of the same letters are those letters.
  init(_ text: String) {
    if let known = Self.known[text] {
      self = known
      return
    }
    let words = Self.words(text)
    let letters = words.joined()
    if Self.nothings.contains(letters) {
      self = .nothing
    } else if Self.consents.contains(letters) {
      self = .consent
    } else {
      self = Self.areOther(words) ? .other : .unclear
    }
  }

  /// Whether words name and cite nothing but other bases.
  private static func areOther(_ words: [String]) -> Bool {
    var rest = words.filter { !citing.contains($0) }[...]
    guard !rest.isEmpty else { return false }
    while !rest.isEmpty {
      guard let count = citation(rest) ?? name(rest) else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }

  /// How many of the first words are a citation, such as 6(1)(b), or (b) of 6(1).
  private static func citation(_ words: ArraySlice<String>) -> Int? {
    for count in 3...4 where words.count >= count {
      let cited = words.prefix(count).joined(separator: ".")
      if citations.contains(cited) { return count }
    }
    return nil
  }

  /// How many of the first words are the name of a basis.
  private static func name(_ words: ArraySlice<String>) -> Int? {
    (1...4).first { $0 <= words.count && names.contains(words.prefix($0).joined()) }
  }

  /// The runs of letters and those of digits, in small letters.
  private static func words(_ text: String) -> [String] {
    var words: [String] = []
    var last: Bool?
    let isPlain = text.utf8.allSatisfy { $0 < 0x80 }
    let normal = isPlain ? text : text.precomposedStringWithCompatibilityMapping
    for character in normal.lowercased() {
      guard character.isLetter || character.isNumber else {
        last = nil
        continue
      }
      if last == character.isNumber {
        words[words.count - 1].append(character)
      } else {
        words.append(String(character))
      }
      last = character.isNumber
    }
    return words
  }

  /// What single words in small letters say: most exports have such a basis, and there are millions.
  private static let known: [String: LawfulBasis] = {
    var known: [String: LawfulBasis] = [:]
    for text in nothings { known[text] = .nothing }
    for text in consents { known[text] = .consent }
    for text in names { known[text] = .other }
    return known
  }()

  private static func joined(_ texts: [String]) -> Set<String> {
    Set(texts.map { words($0).joined() })
  }

  private static let nothings = joined([
    "", "none", "no", "nothing", "null", "nil", "n/a", "not applicable", "unknown", "not known",
    "unspecified", "not specified", "undefined", "missing", "no basis", "tbd", "tba", "tbc", "todo",
    "to be determined", "to be defined", "to be confirmed", "pending", "aucun", "aucune", "inconnu",
    "inconnue", "s.o.", "sans objet", "à définir", "geen", "onbekend", "n.v.t.", "жоқ", "белгісіз",
    "لا يوجد", "غير معروف",
  ])

  /// Consent in the languages of the reports.
  private static let consents = joined([
    "consent", "consentement", "toestemming", "келісім", "موافقة",
  ])

  /// The other bases in the languages of the reports.
  private static let names = joined([
    "contract", "performance a contract", "performance contract", "legal obligation",
    "vital interest", "vital interests", "public task", "public interest", "legitimate interest",
    "legitimate interests", "contrat", "obligation légale", "intérêts vitaux", "intérêt public",
    "mission d’intérêt public", "intérêt légitime", "intérêts légitimes", "overeenkomst",
    "wettelijke verplichting", "vitaal belang", "vitale belangen", "algemeen belang",
    "gerechtvaardigd belang", "gerechtvaardigde belangen", "шарт", "келісімшарт",
    "заңды міндеттеме", "қоғамдық мүдде", "заңды мүдде", "заңды мүдделер", "عقد",
    "التزام قانوني", "مصالح حيوية", "مصلحة عامة", "مصلحة مشروعة", "مصالح مشروعة",
  ])

  private static let citations = Set(
    ["b", "c", "d", "e", "f"].flatMap { ["6.1.\($0)", "6.1.1.\($0)", "\($0).6.1"] })

  /// Words around the numbers of an article and between bases.
  private static let citing: Set<String> = [
    "article", "art", "artikel", "paragraph", "para", "paragraphe", "abs", "absatz", "lid",
    "subparagraph", "satz", "s", "sentence", "lit", "littera", "letter", "lettre", "point", "sub",
    "onder", "of", "the", "du", "van", "gdpr", "dsgvo", "rgpd", "avg", "eu", "uk", "regulation",
    "2016", "679", "and", "or", "under",
  ]
}

extension AuditContext {
  /// Whether a basis is stated, which words that stand for nothing don't; missing as for any text.
  func isBasisStated(_ export: Export, _ key: FieldKey<Export, Identifier>) -> Truth {
    guard let text = export.text(key), case .nothing = LawfulBasis(text) else {
      return isStated(export, key)
    }
    return isNone(in: .exports)
  }
}
