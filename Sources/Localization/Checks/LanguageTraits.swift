import Model
import Synchronization

/// What the checks know of a language.
final class LanguageTraits: Sendable {
  let locale: LocaleTag
  let script: Script
  let numbers: NumberWords
  let sourceNumbers: NumberWords
  let months: MonthNames
  let sourceMonths: MonthNames
  /// What stands before decimals, `,` or `.`; `nil` where it isn't known, or differs.
  let decimalMark: UInt8?
  /// Words that a sentence may have twice in a row.
  let doubles: Set<String>
  /// Words that need another one behind them.
  let openEnds: Set<String>
  /// The most bytes that one of these has.
  let longestOpenEnd: Int

  /// The traits of a language, made once.
  static func shared(_ locale: LocaleTag, source: LocaleTag) -> LanguageTraits {
    known.withLock { known in
      if let traits = known[[locale, source]] { return traits }
      let traits = LanguageTraits(locale, source: source)
      known[[locale, source]] = traits
      return traits
    }
  }

  private static let known = Mutex<[[LocaleTag]: LanguageTraits]>([:])

  private init(_ locale: LocaleTag, source: LocaleTag) {
    self.locale = locale
    let parts = locale.folder.split(separator: "-").dropFirst()
    script =
      parts.contains("latn")
      ? .latin : parts.contains("cyrl") ? .cyrillic : Script(language: locale.language)
    numbers = NumberWords(language: locale.language)
    sourceNumbers = NumberWords(language: source.language)
    months = MonthNames(language: locale.language)
    sourceMonths = MonthNames(language: source.language)
    decimalMark = Self.decimalMark(of: locale)
    doubles = Self.doubleWords[locale.language] ?? []
    openEnds = Set(
      (Self.openEndWords[locale.language] ?? "").split(separator: " ").map(String.init))
    longestOpenEnd = openEnds.map(\.utf8.count).max() ?? 0
  }

  // Unicode CLDR 46 (2024-10), symbols of decimals. Spanish of America, Arabic of the Maghreb and
  // Swiss forms differ within a language.
  private static func decimalMark(of locale: LocaleTag) -> UInt8? {
    switch locale.language {
    case "fr", "de", "es", "pt", "it":
      let homes = ["fr-fr", "de-de", "es-es", "pt-br", "pt-pt", "it-it", "fr-be", "de-at"]
      return homes.contains(locale.folder) || locale.folder == locale.language
        ? UInt8(ascii: ",") : nil
    case "nl", "ru", "uk", "kk", "pl", "tr", "cs", "sk", "sv", "da", "nb", "no", "fi", "hu", "ro",
      "bg", "hr", "sl", "lt", "lv", "et", "el", "id", "vi":
      return UInt8(ascii: ",")
    case "ja", "zh", "ko", "he", "th", "hi": return UInt8(ascii: ".")
    case "ar":
      return ["ar-sa", "ar-eg", "ar-ae"].contains(locale.folder) ? UInt8(ascii: ".") : nil
    default: return nil
    }
  }

  private static let doubleWords: [String: Set<String>] = [
    "fr": ["nous", "vous", "faire", "plus", "en"],
    "nl": ["die", "dat", "je", "ze", "het", "dan", "is", "we"],
    "de": ["die", "der", "das", "sie", "den", "dass", "wir", "ihr"],
    "en": ["that", "had", "is", "can"],
    // Kazakh doubles words to say "each" or "various".
    "kk": [
      "бір", "екі", "әр", "көп", "өз", "түрлі", "сан", "жеке", "бөлек", "басқа", "анда",
    ],
    "he": ["יותר", "יחד", "לאט", "אט", "שלב", "קצת"], "ja": [], "ar": [],
    "it": ["via", "piano", "man"],
    "tr": [
      "tek", "ayrı", "adım", "sık", "yavaş", "zaman", "ara", "çeşit", "teker", "hızlı", "sıra",
    ],
    "hi": ["अलग", "धीरे", "बार", "साथ", "एक"],
  ]

  /// Articles, prepositions and conjunctions that end no text.
  ///
  /// Not those that part from a verb and go to the end: "Werk de tabel bij", "Ordnen Sie Felder zu".
  private static let openEndWords = [
    "fr": """
    le la les l un une des du de d à au aux et ou ni mais dans par pour sur sous avec sans chez \
    entre vers dont que qui qu si ce cette ces votre vos son sa ses leur leurs notre nos est sont
    """,
    "nl": """
    de het een en of maar van met zonder naar tussen tot als te uw hun
    """,
    "de": """
    der die das den dem des ein eine einen einem einer eines und oder aber von für ohne zum \
    zur zwischen dass wenn ihr ihre ihren
    """,
    "es": "el la los las un una unos unas de del a al y o en con por para sin sobre que su sus",
    "it": "il lo la i gli le un una uno di del della dei a al e o in con per da che su",
    "pt": "o a os as um uma de do da dos das e ou em no na com por para sem sobre que seu sua",
    "kk": "және немесе мен пен бен әр осы егер",
    "ar": """
    في من على إلى عن مع أو أن إن التي الذي الذين إذا ثم بين عند حيث كل أي غير قد يتم
    """,
    "he": "של את על אל או אם כי עם",
  ]
}
