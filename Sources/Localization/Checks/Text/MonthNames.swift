/// The names of the twelve months, as far as checks must know them: a date whose month became
/// another one is another date.
struct MonthNames: Sendable {
  /// The beginning of each month's name, in small letters; languages add endings to them.
  private let stems: [[[UInt8]]]
  /// Whether a word must be a whole name: English has `may` and `march` as words too.
  private let isExact: Bool

  /// The months of a language; other languages have none.
  init(language: String) {
    isExact = language == "en"
    stems = (Self.names[language] ?? "").split(separator: " ").map { month in
      month.split(separator: "/").map { Array($0.utf8) }
    }
  }

  /// Whether the months of the language are known.
  var isKnown: Bool { !stems.isEmpty }

  /// The month that a word names, from 0; `nil` if it names none.
  func month(_ text: [UInt8], _ range: Range<Int>) -> Int? {
    guard (3...30).contains(range.count), isKnown else { return nil }
    let word = Array(ComparedPair.text(text[range]).lowercased().utf8)
    return stems.firstIndex { names in
      names.contains { isExact ? word == $0 : word.starts(with: $0) && word.count <= $0.count + 12 }
    }
  }

  // Unicode CLDR 46 (2024-10), calendar Gregorian, formats wide and, for English, abbreviated.
  private static let names = [
    "en": """
    january/jan february/feb march/mar april/apr may june/jun july/jul august/aug \
    september/sep/sept october/oct november/nov december/dec
    """,
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "de": "januar februar märz april mai juni juli august september oktober november dezember",
    "es":
      "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "it": """
    gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre
    """,
    "pt":
      "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "kk": "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан",
    "ru": "январ феврал март апрел мая/май июн июл август сентябр октябр ноябр декабр",
    "pl": """
    styczeń/stycznia luty/lutego marzec/marca kwiecień/kwietnia maj/maja czerwiec/czerwca \
    lipiec/lipca sierpień/sierpnia wrzesień/września październik/października listopad grudzień/grudnia
    """,
    "tr": "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
    "he": """
    ינואר/בינואר פברואר/בפברואר מרץ/במרץ/מרס אפריל/באפריל מאי/במאי יוני/ביוני יולי/ביולי \
    אוגוסט/באוגוסט ספטמבר/בספטמבר אוקטובר/באוקטובר נובמבר/בנובמבר דצמבר/בדצמבר
    """,
    "ar": """
    يناير/كانون فبراير/شباط مارس/آذار أبريل/إبريل/ابريل/نيسان مايو/أيار يونيو/يونية/حزيران \
    يوليو/يولية/تموز أغسطس/اغسطس/آب سبتمبر/أيلول أكتوبر/اكتوبر/تشرين نوفمبر ديسمبر
    """,
  ]
}
