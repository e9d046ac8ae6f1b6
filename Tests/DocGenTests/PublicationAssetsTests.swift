import Testing

@testable import DocGen

@Suite struct PublicationAssetsTests {
  /// Comments on lines of their own, blank lines and what lines begin with are left out.
  @Test(arguments: [
    ("/* one */\na { b: c; }\n", "a { b: c; }\n"),
    ("a {\n  b: c;\n\n}\n", "a {\nb: c;\n}\n"),
    ("a {}\n/* over\n   two lines */ \nb {}", "a {}\nb {}\n"),
    ("/* before */ a {}\n", "/* before */ a {}\n"),
    ("a {} /* behind */\n", "a {} /* behind */\n"),
    (
      "a::after { content: \"/* no comment */\"; }\n",
      "a::after { content: \"/* no comment */\"; }\n"
    ),
    ("/* without an end\na {}", "/* without an end\na {}\n"),
    ("", ""),
  ])
  func styleSheetsAreCompact(sheet: String, expected: String) {
    let compact = PublicationAssets.compact(style: Array(sheet.utf8))
    #expect(String(decoding: compact, as: UTF8.self) == expected)
  }
}
