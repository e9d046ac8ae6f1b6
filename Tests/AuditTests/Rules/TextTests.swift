import Testing

@testable import Audit

@Suite struct BytesTests {
  @Test(arguments: [
    ("emailaddress", "email", true), ("email", "email", true), ("mail", "email", false),
    ("", "a", false), ("", "", true), ("aaab", "aab", true), ("abcabd", "abd", true),
    ("abc", "bcd", false),
  ])
  func findsBytesInBytes(_ text: String, _ wanted: String, _ isHeld: Bool) {
    #expect(Array(text.utf8).holds(Array(wanted.utf8)) == isHeld)
    #expect(Array(text.utf8).holds(wanted.utf8) == isHeld)
  }
}

@Suite struct RepeatedNamesTests {
  @Test(arguments: [
    ("Newsletter", "newsletter"), ("  Newsletter ", "newsletter"), ("   ", ""), ("", ""),
    ("NEWS\tletter", "news\tletter"), ("Ｎｅｗｓ", "news"), ("Ünïcode ", "ünïcode"),
    ("\u{3000}Seg", "seg"), ("A", "a"),
  ])
  func foldsCaseWidthAndOuterSpace(_ name: String, _ folded: String) {
    #expect(RepeatedNames.fold(name) == folded)
  }
}
