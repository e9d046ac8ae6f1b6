import Testing

@testable import DocGen

@Suite struct PlainCharactersTests {
  /// What schemas call a blank, in any of their dialects, is one blank inside and none at the ends.
  @Test(arguments: [
    ("\u{FEFF}a", "a"), ("a\u{FEFF}\u{A0}\u{2028}b\u{85}", "a b"), ("\u{0}a\r\n\tb\u{7F}", "a b"),
    ("\u{FFFE}\u{FFFF}a\u{FFFE}", "a"), ("\u{202E}a", "\u{202E}a"), (" \u{FEFF}\n", nil),
  ])
  func oneLine(text: String, expected: String?) {
    #expect(text.onOneLine == expected)
  }
}
