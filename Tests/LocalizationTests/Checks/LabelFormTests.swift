import Testing

@testable import Localization

/// Forms of one label: a glossary takes none for another name.
@Suite struct LabelFormTests {
  @Test(arguments: [
    ("connexions", "connexion", true), ("connexion", "connexions", false), ("a", "", true),
    ("", "", true), ("", "a", false), ("ab", "b", true), ("ab", "ba", false),
    // The adverb of the same word: the mark at its end belongs to the letter before.
    ("شهريًا", "شهري", true), ("қосу", "қос", true),
  ])
  func isInside(label: String, other: String, isInside: Bool) {
    #expect(Label.has(label, other) == isInside)
  }

  @Test(arguments: [
    ("gespeichert", "gespeicherte", true), ("enregistrer", "enregistrement", true),
    ("қосыңыз", "қосу", false), ("қосылым", "қосылымдар", true), ("abc", "abd", false),
  ])
  func isFormByItsBeginning(label: String, other: String, isForm: Bool) {
    #expect(Label.isForm(label, of: other) == isForm)
  }
}
