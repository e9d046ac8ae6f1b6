import Testing

/// The smallest mistake that must be told beside the nearest text that must not, in the languages
/// whose forms are near to mistakes.
@Suite struct NearestMistakeTests {
  /// A right translation, one with a single thing wrong, and what is then found.
  typealias Row = (locale: String, right: String, wrong: String, source: String, check: String)

  private func expect(_ row: Row) {
    #expect(findings(row.right, row.source, locale: row.locale) == [], "\(row.right)")
    let found = findings(row.wrong, row.source, locale: row.locale)
    #expect(found.contains { $0.hasPrefix("check.\(row.check)") }, "\(row.wrong): \(found)")
  }

  static let numbers: [Row] = [
    ("fr-fr", "Il coûte 1 234,56 €.", "Il coûte 1 234,65 €.", "It costs €1,234.56.", "number"),
    ("fr-fr", "Au XXIe siècle", "Au XIXe siècle", "In the 21st century", "number"),
    ("fr-fr", "Les années 90", "Les années 80", "The 1990s", "number"),
    ("fr-fr", "Une heure et demie", "Une heure", "1.5 hours", "number"),
    ("fr-fr", "À 15 h 30", "À 15 h 20", "At 3:30 PM", "number"),
    ("fr-fr", "Attendez 30 s.", "Attendez 20 s.", "Wait 30s.", "number"),
    ("fr-fr", "10 fois plus vite", "20 fois plus vite", "10x faster", "number"),
    (
      "fr-fr", "Ouvert 24 h/24 et 7 j/7, 3 jours", "Ouvert 24 h/24 et 7 j/7", "24/7, 3 days",
      "number"
    ),
    ("nl-nl", "Om 15.30 uur", "Om 15.20 uur", "At 3:30 PM", "number"),
    ("nl-nl", "Om 9.00 uur", "Om 8.00 uur", "At 9:00 AM", "number"),
    ("nl-nl", "Anderhalf uur", "Een uur", "1.5 hours", "number"),
    ("nl-nl", "12.500 rijen", "1.250 rijen", "12,500 rows", "number"),
    ("de-de", "Um 15.30 Uhr", "Um 16.30 Uhr", "At 3:30 PM", "number"),
    ("de-de", "Anderthalb Stunden", "Stunden", "1.5 hours", "number"),
    ("de-de", "1.234,56 €", "1.234,56 $", "€1,234.56", "number"),
    ("de-de", "In den 1990er Jahren", "In den 1980er Jahren", "In the 1990s", "number"),
    ("kk-kz", "1 234,5 жол", "1 243,5 жол", "1,234.5 rows", "number"),
    ("kk-kz", "Жиырма бес жазба", "Жиырма алты жазба", "25 records", "number"),
    ("kk-kz", "Бір жарым сағат", "Бір сағат", "1.5 hours", "number"),
    ("kk-kz", "Бұл XXI ғасыр.", "Бұл XIX ғасыр.", "This is the 21st century.", "number"),
    ("ar-sa", "١٬٢٣٤٫٥٦ دولارًا", "١٬٢٣٤٫٦٥ دولارًا", "$1,234.56", "number"),
    ("ar-sa", "القرن الحادي والعشرون", "القرن الثالث والعشرون", "The 21st century", "number"),
    ("ar-sa", "اثنتا عشرة ساعة", "ثلاث عشرة ساعة", "12 hours", "number"),
    ("ja-jp", "2,500 行", "2,400 行", "2,500 rows", "number"),
    ("ja-jp", "1 時間半", "1 時間", "1.5 hours", "number"),
    ("zh-cn", "两个半小时", "两个小时", "2.5 hours", "number"),
    ("zh-cn", "3 亿行", "3 万行", "300 million rows", "number"),
    ("ru-ru", "Полтора часа", "Час", "1.5 hours", "number"),
    ("ru-ru", "XXI век", "XX век", "The 21st century", "number"),
    ("ru-ru", "1 234,5 ₽", "1 234,6 ₽", "₽1,234.5", "number"),
    ("he-il", "תוך יומיים", "תוך יום", "Within 2 days", "number"),
    ("he-il", "שעה וחצי", "שעה", "1.5 hours", "number"),
  ]

  static let marks: [Row] = [
    ("fr-fr", "Est-ce prêt ?", "C’est prêt.", "Is it ready?", "end-punctuation"),
    (
      "fr-fr", "Article 6, paragraphe 1, point f)", "Article 6, paragraphe 1, point (f",
      "Article 6(1)(f)", "bracket"
    ),
    (
      "fr-fr", "Les noms (CSV) sont lus.", "Les noms CSV) sont lus.", "Names (CSV) are read.",
      "bracket"
    ),
    ("fr-fr", "Choisissez « Oui ».", "Choisissez « Oui.", "Choose “Yes.”", "quotation"),
    ("de-de", "Art. 6 Abs. 1 Buchst. f", "Art. 6 (Abs. 1 Buchst. f", "Article 6(1)(f)", "bracket"),
    ("de-de", "Wählen Sie „Ja“.", "Wählen Sie „Ja.", "Choose “Yes.”", "quotation"),
    ("ja-jp", "[はい] を選択します。", "はいを選択します。", "Choose \"Yes.\"", "quotation"),
    ("ja-jp", "完了しました。", "完了しました", "It is done.", "end-punctuation"),
    ("zh-cn", "选择“是”。", "选择“是。", "Choose “Yes.”", "quotation"),
    ("ru-ru", "Выберите «Да».", "Выберите «Да.", "Choose “Yes.”", "quotation"),
    ("he-il", "בחר \"כן\".", "בחר \"כן.", "Choose \"Yes.\"", "quotation"),
    ("ar-sa", "اختر «نعم».", "اختر «نعم.", "Choose “Yes.”", "quotation"),
    ("kk-kz", "«Иә» таңдаңыз.", "«Иә таңдаңыз.", "Choose “Yes.”", "quotation"),
    ("nl-nl", "Kies ‘Ja’.", "Kies Ja.", "Choose “Yes.”", "quotation"),
  ]

  static let words: [Row] = [
    ("he-il", "לאט לאט", "הקובץ הקובץ", "Slowly", "doubled-word"),
    ("tr-tr", "Tek tek seçin.", "Dosyayı dosyayı seçin.", "Select each.", "doubled-word"),
    (
      "it-it", "Si carica via via.", "Si carica carica tutto.", "It loads progressively.",
      "doubled-word"
    ),
    ("fr-fr", "Vous vous connectez.", "Le le fichier est lu.", "You sign in.", "doubled-word"),
    ("de-de", "Die, die lesen", "Die Datei Datei wird gelesen.", "Those who read", "doubled-word"),
  ]

  @Test(arguments: numbers.indices) func numbersKeepTheirValue(_ index: Int) {
    expect(Self.numbers[index])
  }

  @Test(arguments: marks.indices) func marksBelongTogether(_ index: Int) {
    expect(Self.marks[index])
  }

  @Test(arguments: words.indices) func wordsStandOnce(_ index: Int) {
    expect(Self.words[index])
  }
}
