import Foundation
public import Model

/// What languages are called in themselves, for the reader who looks for theirs.
public enum LanguageName {
  /// The name of a language in that language, beginning with a capital letter: `Français`.
  ///
  /// Names of the shipped languages need no locale data. A language without a known name is shown
  /// as its tag.
  public static func endonym(of tag: LocaleTag) -> String {
    if let name = shipped[tag.language] { return name }
    let locale = Locale(identifier: tag.tag)
    guard let name = locale.localizedString(forLanguageCode: tag.language), name != tag.language
    else { return tag.tag }
    return name.prefix(1).uppercased(with: locale) + name.dropFirst()
  }

  /// Whether a tag is that of a language, not a word that only looks like one, such as `img` or
  /// `api-v2`; languages for private use count, as pseudo-locales have them (`qps-ploc`).
  public static func isKnown(_ tag: LocaleTag) -> Bool {
    let language = tag.language
    if shipped[language] != nil || ("qaa"..."qtz").contains(language) { return true }
    let name = Locale(identifier: "en").localizedString(forLanguageCode: language)
    return name != nil && name != language
  }

  /// The language that most people of a country read, by the country's code: `ja-jp` of `jp`; `nil`
  /// where the code is that of no country, or also that of a language, as `se` is.
  public static func tag(ofCountry code: String) -> LocaleTag? {
    let region = code.uppercased()
    guard code.utf8.count == 2, LocaleTag(code).map(isKnown) != true,
      Locale.Region.isoRegions.contains(where: { $0.identifier == region })
    else { return nil }
    let likely = Locale.Language(identifier: "und-\(region)").maximalIdentifier
    let language = Locale.Language(identifier: likely).languageCode?.identifier
    return language.flatMap { LocaleTag("\($0)-\(region)") }
  }

  /// The names of several languages, each with its region if two share the language:
  /// `Français (Canada)`.
  public static func endonyms(of tags: [LocaleTag]) -> [LocaleTag: String] {
    var names: [LocaleTag: String] = [:]
    let languages = Dictionary(grouping: Set(tags), by: \.language)
    for tag in tags {
      names[tag] = endonym(of: tag)
      guard languages[tag.language, default: []].count > 1 else { continue }
      let locale = Locale(identifier: tag.tag)
      let region = locale.region.flatMap { locale.localizedString(forRegionCode: $0.identifier) }
      if let region { names[tag] = "\(endonym(of: tag)) (\(region))" }
    }
    return names
  }

  private static let shipped = [
    "en": "English", "fr": "Français", "nl": "Nederlands", "kk": "Қазақша", "ar": "العربية",
  ]
}
