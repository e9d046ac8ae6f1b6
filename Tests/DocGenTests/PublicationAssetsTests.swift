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

  /// Lines are joined only where their end ends nothing; what may be a comment or a text of several
  /// lines stays as it is.
  @Test(arguments: [
    ("// one\n  a();\n\n  b();\n", "a();b();\n"),
    ("if (a) {\n  b()\n}\nc()\n", "if (a) {b()}\nc()\n"),
    ("f(a,\n  b)\ng()\n", "f(a,b)\ng()\n"),
    ("a(); // then {\nb();\n", "a(); // then {\nb();\n"),
    ("x = \"//\";\ny = {\n};\n", "x = \"//\";\ny = {};\n"),
    ("t = `{\n  a`;\nb();\n", "t = `{\na`;\nb();\n"),
    ("", "\n"),
  ])
  func scriptsAreCompact(script: String, expected: String) {
    let compact = PublicationAssets.compact(Array(script.utf8))
    #expect(String(decoding: compact, as: UTF8.self) == expected)
  }
}
