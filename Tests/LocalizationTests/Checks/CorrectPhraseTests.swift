import Testing

/// Phrases that are right, and once were taken for mistakes.
@Suite struct CorrectPhraseTests {
  @Test(arguments: [
    // "An" is an article in English, and a year in French; a colon parts it from the number.
    ("kk-kz", "02: Әкімші келісім берді", "02: An administrator gave the consent"),
    ("fr-fr", "2 : un administrateur a donné son accord", "2: An administrator consented"),
    ("kk-kz", "Сағатына 10 жазба", "10 an hour"),
    // Two words for one number.
    ("kk-kz", "Оның он екі түрі бар.", "It has twelve kinds."),
    ("ar-sa", "له اثنا عشر نوعًا.", "It has twelve kinds."),
    // A part of the verb goes to the end.
    ("nl-nl", "Voer de herstelmaatregel uit", "Apply the remedy"),
    ("nl-nl", "Werk de tabel bij", "Update the table"),
    ("nl-nl", "Zet de datum om", "Convert the date"),
    ("de-de", "Ordnen Sie die Felder zu", "Map the fields"),
  ])
  func nothingIsWrong(locale: String, target: String, source: String) {
    #expect(findings(target, source, locale: locale) == [])
  }

  @Test(arguments: [
    ("kk-kz", "Оның он түрі бар.", "It has twelve kinds.", "number"),
    ("ar-sa", "له عشرة أنواع.", "It has twelve kinds.", "number"),
    ("fr-fr", "Il garde les données 1 an.", "It keeps the data for 1 month.", "number"),
    ("nl-nl", "Dit is de", "This is the table", "length"),
  ])
  func whatIsWrongIsStillFound(locale: String, target: String, source: String, check: String) {
    let found = findings(target, source, locale: locale)
    #expect(found.contains { $0.contains(check) }, "\(found)")
  }
}
