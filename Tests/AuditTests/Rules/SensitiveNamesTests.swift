import Testing

@testable import Audit

@Suite struct SensitiveNamesTests {
  @Test(arguments: [
    ("DiabetesPatients_2026", ["diabetes", "patients"]),
    ("Pregnant customers", ["pregnant", "customers"]),
    ("HIV", ["hiv"]), ("", []), ("2026", []), ("HIVPositive", ["hiv", "positive"]),
    ("GridEUTransactional", ["grid", "eu", "transactional"]), ("EU", ["eu"]),
    ("\u{FF28}\u{FF29}\u{FF36}\u{FF30}os", ["hiv", "pos"]), ("AVisit", ["a", "visit"]),
  ])
  func splitsNames(_ name: String, _ words: [String]) {
    #expect(SensitiveNames.words(of: name) == words)
  }

  @Test(arguments: [
    ("DiabetesPatients", SensitiveNames.Look.certain, "diabetes"),
    ("kids club", .certain, "kids"), ("Prediabetesgroup", .perhaps, "diabetes"),
    ("HIVPositive", .certain, "hiv"), ("LoyaltyGold", .plain, ""),
    ("GridEUTransactional", .plain, ""), ("Racers", .plain, ""),
  ])
  func aWholeWordIsCertain(_ name: String, _ look: SensitiveNames.Look, _ term: String) {
    let found = SensitiveNames.look(at: name)
    #expect(found.look == look)
    #expect(found.term == term)
  }
}
