/// A currency, as far as its sign, code or name is known.
enum Currency: UInt8, CaseIterable {
  case dollar, euro, pound, yen, ruble, tenge, rupee, won, shekel, real, zloty, lira, riyal, franc

  /// Signs and codes first, then the beginnings of names in small letters.
  private static let spellings: [(signs: [String], names: [String])] = [
    (
      ["$", "＄", "USD", "CAD", "AUD"],
      ["dollar", "dólar", "dolar", "долл", "دولار", "ドル", "美元", "달러", "דולר", "डॉलर", "δολάρι"]
    ),
    (
      ["€", "EUR"],
      ["euro", "евро", "євро", "يورو", "ユーロ", "欧元", "歐元", "유로", "אירו", "यूरो", "ευρώ", "avro"]
    ),
    (
      ["£", "GBP"],
      [
        "pound", "livre", "pfund", "libra", "sterlin", "pond", "funt", "фунт", "جنيه", "ポンド", "英镑",
        "英鎊", "파운드", "ליש", "पाउंड", "λίρ",
      ]
    ),
    (
      ["¥", "￥", "JPY", "CNY", "RMB"],
      [
        "yen", "иен", "йен", "ين", "円", "日元", "日圓", "元", "엔", "위안", "ין", "येन", "jen", "юан",
        "yuan",
      ]
    ),
    (
      ["₽", "RUB"],
      ["rubel", "ruble", "rouble", "rublo", "руб", "روبل", "ルーブル", "卢布", "루블", "רובל"]
    ),
    (["₸", "KZT"], ["tenge", "теңге", "тенге", "تينغ"]),
    (
      ["₹", "INR"],
      ["rupee", "roupie", "rupia", "rupie", "рупи", "روبية", "ルピー", "卢比", "루피", "रुपये"]
    ),
    (["₩", "KRW"], ["вон", "ウォン", "韩元", "원"]),
    (["₪", "ILS", "NIS"], ["shekel", "шекел", "שקל", "ש\"ח"]),
    (["R$", "BRL"], ["reais", "реал"]), (["zł", "PLN"], ["zlot", "złot", "злот"]),
    (["₺", "TRY"], ["lira", "лир"]), (["SAR"], ["riyal", "риал", "ريال"]),
    (["CHF"], ["franken", "франк"]),
  ]

  /// The currency whose sign or code stands right before or behind a number; `nil` for none.
  static func beside(_ number: Range<Int>, _ text: [UInt8], _ range: Range<Int>) -> Currency? {
    var start = number.lowerBound
    while start > range.lowerBound, isBlank(text, start - 1) { start -= 1 }
    var end = number.upperBound
    while end < range.upperBound, isBlank(text, end) { end += 1 }
    guard start - number.lowerBound > -5, end - number.upperBound < 5 else { return nil }
    let before = text[max(range.lowerBound, start - 3)..<start]
    // What stands right before another number belongs to it.
    var after = text[end..<min(range.upperBound, end + 3)]
    if end > number.upperBound, isBesideDigit(text, end, range) { after = after.prefix(0) }
    // The longer signs go first: `R$` is no dollar.
    let real = spellings[Int(Currency.real.rawValue)].signs[0].utf8
    if ends(before, with: real) { return .real }
    for currency in allCases {
      let signs = spellings[Int(currency.rawValue)].signs
      if signs.contains(where: { ends(before, with: $0.utf8) || after.starts(with: $0.utf8) }) {
        return currency
      }
    }
    return nil
  }

  /// Whether a digit follows the sign at a place.
  private static func isBesideDigit(_ text: [UInt8], _ sign: Int, _ range: Range<Int>) -> Bool {
    let next =
      sign
      + (sign < range.upperBound
        ? decodeScalar(text, at: sign, before: range.upperBound).length : 0)
    return next < range.upperBound && text[next].isDigit
  }

  /// Whether a byte is a blank or part of a no-break one or of a mark of direction.
  private static func isBlank(_ text: [UInt8], _ position: Int) -> Bool {
    switch text[position] {
    case 32, 0xA0: true
    case 0xC2: position + 1 < text.count && text[position + 1] == 0xA0
    case 0xAF, 0x8E, 0x8F: position > 1 && text[position - 1] == 0x80 && text[position - 2] == 0xE2
    case 0x80:
      position > 0 && text[position - 1] == 0xE2 && position + 1 < text.count
        && [0xAF, 0x8E, 0x8F].contains(text[position + 1])
    case 0xE2:
      position + 2 < text.count && text[position + 1] == 0x80
        && [0xAF, 0x8E, 0x8F].contains(text[position + 2])
    default: false
    }
  }

  private static func ends(_ text: ArraySlice<UInt8>, with sign: String.UTF8View) -> Bool {
    text.suffix(sign.count).elementsEqual(sign)
  }

  /// How often a text says the currency in any form.
  func count(in text: String) -> Int {
    let (signs, names) = Self.spellings[Int(rawValue)]
    // An ending of Arabic may be a mark over the last letter of the name.
    let (letters, small) = (text.unicodeScalars, text.lowercased().unicodeScalars)
    return signs.reduce(0) { $0 + letters.ranges(of: $1.unicodeScalars).count }
      + names.reduce(0) { $0 + small.ranges(of: $1.unicodeScalars).count }
  }
}
