/// The words for numbers in a language, as far as checks must know them: a number written as a word
/// is no lost number.
struct NumberWords: Sendable {
  private let values: [String: Double]
  private let scales: [String: Double]

  /// The words of a language; other languages have none.
  init(language: String) {
    values = Self.table(Self.valueWords[language] ?? "")
    scales = Self.table(Self.scaleWords[language] ?? "")
  }

  /// Whether the words of scale of the language are known.
  var knowsScales: Bool { !scales.isEmpty }

  /// The value of a word for a number from 0 to 12, a ten, a hundred or a thousand.
  func value(_ text: [UInt8], _ range: Range<Int>) -> Double? {
    guard range.count <= 24, !values.isEmpty else { return nil }
    let word = String(decoding: text[range], as: UTF8.self).lowercased()
    if let value = values[word] { return value }
    // The Arabic article is written together with its word.
    return word.hasPrefix("ال") ? values[String(word.dropFirst(2))] : nil
  }

  /// The value of a word such as `million`.
  func scale(_ text: [UInt8], _ range: Range<Int>) -> Double? {
    guard range.count <= 24 else { return nil }
    let word = String(decoding: text[range], as: UTF8.self).lowercased()
    if let scale = scales[word] { return scale }
    // East Asian languages write no blanks: `万` begins what follows the number.
    guard let first = word.unicodeScalars.first else { return nil }
    switch first {
    case "万", "萬", "만": return 1e4
    case "億", "亿", "억": return 1e8
    case "千", "천": return 1e3
    default: return nil
    }
  }

  private static func table(_ text: String) -> [String: Double] {
    var table: [String: Double] = [:]
    for entry in text.split(separator: " ") {
      let parts = entry.split(separator: "=")
      guard parts.count == 2, let value = Double(parts[1]) else { continue }
      for word in parts[0].split(separator: "/") { table[String(word)] = value }
    }
    return table
  }

  private static let valueWords = [
    "en": """
    zero=0 one/once/single/first/a=1 two/twice/second/both/double/pair/half=2 three/third=3 \
    four/fourth/quarter=4 five/fifth=5 six/sixth=6 seven/seventh=7 eight/eighth=8 nine/ninth=9 \
    ten/tenth=10 eleven=11 twelve/dozen=12 twenty=20 thirty=30 forty=40 \
      fifty=50 sixty=60 seventy=70 eighty=80 ninety=90 hundred=100 thousand=1000
    """,
    "fr": """
    zéro=0 un/une/premier/première/unique/seul/seule=1 \
    deux/second/seconde/deuxième/double/demi/demie=2 \
    trois/troisième=3 quatre/quatrième/quart=4 cinq/cinquième=5 six/sixième=6 sept/septième=7 \
    huit/huitième=8 neuf/neuvième=9 dix/dixième=10 onze=11 douze/douzaine=12 vingt=20 trente=30 \
      quarante=40 cinquante=50 soixante=60 cent/cents=100 \
    mille=1000
    """,
    "nl": """
    nul=0 een/één/eerste/eenmaal/enkele=1 twee/tweede/tweemaal/beide/dubbele/half/halve=2 \
    drie/derde=3 vier/vierde/kwart=4 vijf/vijfde=5 zes/zesde=6 zeven/zevende=7 acht/achtste=8 \
    negen/negende=9 tien/tiende=10 elf=11 twaalf=12 twintig=20 dertig=30 \
      veertig=40 vijftig=50 zestig=60 zeventig=70 tachtig=80 negentig=90 honderd=100 duizend=1000
    """,
    "de": """
    null=0 ein/eine/einen/einem/einer/eins/erste/ersten/einmal=1 \
    zwei/zweite/zweiten/beide/beiden/doppelt/halb=2 drei/dritte/dritten=3 vier=4 fünf=5 sechs=6 \
    sieben=7 acht=8 neun=9 zehn=10 elf=11 zwölf=12 hundert=100 tausend=1000
    """,
    "kk": """
    нөл=0 бір/бірінші=1 екі/екінші/екеуі/жарты=2 үш/үшінші=3 төрт/төртінші=4 бес/бесінші=5 \
    алты/алтыншы=6 жеті/жетінші=7 сегіз/сегізінші=8 тоғыз/тоғызыншы=9 он/оныншы=10 жиырма=20 отыз=30 қырық=40 \
      елу=50 алпыс=60 жетпіс=70 сексен=80 тоқсан=90 жүз=100 \
    мың=1000
    """,
    "ar": """
    صفر=0 واحد/واحدة/الأول/الأولى/أول/أولى=1 \
    اثنان/اثنين/اثنتان/اثنتين/الثاني/الثانية/ثانية/مرتين/نصف=2 \
    ثلاث/ثلاثة/الثالث/الثالثة=3 أربع/أربعة/الرابع/الرابعة/ربع=4 خمس/خمسة=5 ست/ستة=6 سبع/سبعة=7 \
    ثمان/ثماني/ثمانية=8 تسع/تسعة=9 عشر/عشرة=10 عشرون/عشرين=20 ثلاثون/ثلاثين=30 \
      أربعون/أربعين=40 خمسون/خمسين=50 ستون/ستين=60 سبعون/سبعين=70 ثمانون/ثمانين=80 \
      تسعون/تسعين=90 مائة/مئة=100 ألف=1000
    """,
  ]

  private static let scaleWords = [
    "en": "thousand=1e3 million/millions/mn/m=1e6 billion/billions/bn=1e9 trillion=1e12 k=1e3",
    "fr": "mille=1e3 million/millions=1e6 milliard/milliards=1e9 k=1e3",
    "nl": "duizend=1e3 miljoen=1e6 miljard=1e9 k=1e3",
    "de": "tausend=1e3 million/millionen/mio=1e6 milliarde/milliarden/mrd=1e9",
    "es": "mil=1e3 millón/millones=1e6", "it": "mila=1e3 milione/milioni=1e6",
    "pt": "mil=1e3 milhão/milhões=1e6",
    "kk": "мың=1e3 миллион/миллионға/миллионнан/млн=1e6 миллиард/млрд=1e9",
    "ru": "тысяч/тысячи/тыс=1e3 миллион/миллиона/миллионов/млн=1e6 миллиард/млрд=1e9",
    "ar": "ألف/آلاف/الف=1e3 مليون/ملايين=1e6 مليار/مليارات/بليون=1e9",
    "he": "אלף/אלפים=1e3 מיליון=1e6 מיליארד=1e9",
  ]
}
