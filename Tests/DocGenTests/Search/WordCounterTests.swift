import Testing

@testable import DocGen

@Suite("Words of a page, as they are searched for")
struct WordCounterTests {
  private func words(_ text: String) -> [String] {
    var counter = WordCounter()
    counter.add(text.utf8, .text)
    return (0..<counter.terms.count).map { String(decoding: counter.terms[$0], as: UTF8.self) }
  }

  @Test(
    "Letters are folded",
    arguments: [
      ("Évaluation des données", ["evaluation", "des", "donnees"]),
      ("e\u{301}te\u{301} STRASSE straße", ["ete", "strasse"]),
      ("İstanbul ISPARTA ışık", ["istanbul", "isparta", "isik"]),
      ("Қосылымдар көрсетіңіз ҰЙЫМ", ["косылымдар", "корсетиниз", "уиым"]),
      ("الإِعْدَادَاتُ", ["الاعدادات", "اعدادات"]),
      ("أمان إدارة آلة", ["امان", "اداره", "اله"]),
      ("على عـــلى", ["علي"]),
      ("שָׁלוֹם", ["שלומ", "לומ"]),
      ("٢٠٢٦ ۱۲", ["2026", "12"]),
      ("a\u{200F}b\u{AD}c d\u{200B}e", ["abc", "d", "e"]),
      ("l’environnement OAuth2.0", ["l", "environnement", "oauth2", "0"]),
      ("Straße_name x-y", ["strasse", "name", "x", "y"]),
      ("Ναυτικός ΝΑΥΤΙΚΟΣ", ["ναυτικοσ"]),
    ])
  func folding(_ text: String, _ expected: [String]) {
    #expect(words(text) == expected)
  }

  @Test(
    "Scripts without blanks are cut into pairs",
    arguments: [
      ("報告書", ["報告", "告書", "書"]),
      ("東京都 京", ["東京", "京都", "都", "京"]),
      ("AI機能です", ["ai", "機能", "能で", "です", "す"]),
      ("導出A", ["導出", "出", "a"]),
    ])
  func pairs(_ text: String, _ expected: [String]) {
    #expect(words(text) == expected)
  }

  @Test("A Hebrew word is found without its preposition")
  func hebrew() { #expect(words("הדוחות") == ["הדוחות", "דוחות"]) }

  @Test("Long words are cut between characters", arguments: ["a", "қ", "語", "😀", "𐐷"])
  func long(_ character: String) {
    for word in words(String(repeating: character, count: 400)) {
      #expect(word.utf8.count <= 60)
      #expect(!word.contains("\u{FFFD}"))
    }
  }

  @Test(
    "Bytes that are no text end nothing badly", arguments: [[0xFF, 0xC3], [0xE3, 0x81], [0x80]])
  func broken(_ bytes: [UInt8]) {
    var counter = WordCounter()
    counter.add(bytes, .text)
    counter.add("word".utf8, .text)
    #expect(counter.terms.count == 1)
  }

  @Test("Titles weigh more than headings, headings more than text")
  func weights() {
    var counter = WordCounter()
    counter.add("one".utf8, .title)
    counter.add("two".utf8, .heading)
    counter.add("three three one".utf8, .text)
    #expect(counter.weights == [17, 4, 2])
    #expect(counter.weights.map(SearchPage.weightClass) == [5, 2, 1])
  }

  @Test("No letter of the table is written as itself or as another of the table")
  func table() {
    for (letter, base) in FoldingTable.letters {
      #expect(!base.contains(letter))
      #expect(base.allSatisfy { FoldingTable.letters[$0] == nil }, "\(letter)")
      #expect((1...2).contains(base.count), "\(letter)")
    }
  }
}
