import Testing

@testable import DocGen

/// Texts of pages in YAML are shown letter by letter, wherever they stand: only what is written as
/// Markdown is read as such.
@Suite struct YAMLTextBoundTests {
  /// A place for a text, and how a page shows it there.
  enum Place: String, CaseIterable, Sendable {
    case title, summary, card, link, plainLink, section, product, about, nested, footer, highlight
    case name

    func page(_ text: String) -> String {
      switch self {
      case .title: "### YamlMime:Hub\ntitle: \(text)\n"
      case .summary: "### YamlMime:Landing\ntitle: T\nsummary: \(text)\n"
      case .card: "### YamlMime:Landing\ntitle: T\nlandingContent:\n- title: \(text)\n"
      case .link:
        "### YamlMime:Landing\ntitle: T\nlandingContent:\n- linkLists:\n  - links:\n"
          + "    - text: \(text)\n      url: a.md\n"
      case .plainLink:
        "### YamlMime:Landing\ntitle: T\nlandingContent:\n- linkLists:\n  - links:\n"
          + "    - text: \(text)\n"
      case .section:
        "### YamlMime:Hub\ntitle: T\nconceptualContent:\n  sections:\n  - title: \(text)\n"
      case .product: "### YamlMime:Hub\ntitle: T\nproductDirectory:\n  items:\n  - title: \(text)\n"
      case .about:
        "### YamlMime:Hub\ntitle: T\ntools:\n  items:\n  - title: B\n    url: b.md\n"
          + "    summary: \(text)\n"
      case .nested:
        "### YamlMime:Hub\ntitle: T\nconceptualContent:\n  items:\n  - title: B\n    links:\n"
          + "    - url: a.md\n      text: \(text)\n"
      case .footer:
        "### YamlMime:Hub\ntitle: T\nconceptualContent:\n  items:\n  - title: B\n    footerLink:\n"
          + "      url: a.md\n      text: \(text)\n"
      case .highlight:
        "### YamlMime:Hub\ntitle: T\nhighlightedContent:\n  items:\n  - title: \(text)\n"
          + "    itemType: overview\n    url: a.md\n"
      case .name: "### YamlMime:FAQ\ntitle: T\nsections:\n- name: \(text)\n  questions: []\n"
      }
    }

    /// The lines of the page.
    func lines(_ text: String) -> [String] {
      switch self {
      case .title: ["# \(text)"]
      case .summary: ["# T", text]
      case .card, .section, .name: ["# T", "## \(text)"]
      case .link, .highlight: ["# T", "- [\(text)](a.md)"]
      case .plainLink, .product: ["# T", "- \(text)"]
      case .about: ["# T", "- [B](b.md) / \(text)"]
      case .nested, .footer: ["# T", "- B", "  - [\(text)](a.md)"]
      }
    }
  }

  static let texts = [
    "word", "two words", "été", "日本語", "مرحبا", "😀 face", "e\u{301}", "C#", "C # and F #", "a ##",
    "#hash", "# hash", "> quotation", ">", "- dash", "-", "- ", "+ plus", "+", "* star", "*",
    "1. one",
    "12) twelve", "1.", "1.5 is a number", "2026", "-1", "---", "- - -", "===", "***", "___", "_a_",
    "*a*", "a*b*c", "a_b_c", "snake_case_name", "~~a~~", "~a~", "~~~", "`", "a ` b", "<b>", "<",
    "a < b > c", "</", "<script>alert(1)", "<!-- comment -->", "<!-- open", "-->", "<?php",
    "<img src=x>",
    "[a]", "[a][b]", "[a]: b", "[^1]", "![a]", "!", "[!NOTE] a", "[!INCLUDE a]",
    "[!div class=\"x\"]",
    "[!UICONTROL Save]", "[!VIDEO https]", "|", "a | b", "| a | b |", "a\\", "\\", "\\a", "\\*a",
    "a\\\\b",
    ":::zone pivot=\"a\"", ":::", "::: note", ":::image source=\"a.png\":::", ":smile:",
    "a :tada: b",
    "a: b", "{#id}", "a {#id}", "a {.class}", "{{name}}", "{{{name}}}", "$a$", "$5 and $6", "$$",
    "$$ x $$", "+++", "+++More", "@azure/identity", "@someone", "someone@", "a & b", "AT&T", "&",
    "&;",
    "100%", "\"quoted\"", "'quoted'", "a=b", "= b", "#tab/x", "…", "“a”", "a  b", "null and void",
    "%USERPROFILE%", "C:\\Windows\\System32", "\\\\server\\share", "~/home", "./a.sh", "--option",
    "a\u{A0}b", "no: yes", "? key", "! bang", "%tag", "term\n: definition",
  ]

  @Test("Nothing in a plain text is markup", arguments: texts)
  func showsTexts(_ text: String) {
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    for place in Place.allCases {
      let page = YAMLOutline(place.page(quoted(text)))
      #expect(page.lines == place.lines(words), "\(place): \(page.html)")
      #expect(page.problems == [], "\(place)")
    }
  }

  @Test(
    "Character references stand for their characters",
    arguments: [
      ("&lt;add&gt;", "<add>"), ("a &amp; b", "a & b"), ("&quot;a&quot;", "\"a\""),
      ("&#x41;&#66;", "AB"), ("&copy; 2026", "© 2026"), ("&eacute;t&eacute;", "été"),
      ("&unknown; a", "&unknown; a"),
    ])
  func resolvesReferences(_ text: String, _ expected: String) {
    for place in Place.allCases {
      #expect(YAMLOutline(place.page(quoted(text))).lines == place.lines(expected), "\(place)")
    }
  }

  @Test(
    "An address in running text is a link, whatever letters it has",
    arguments: [
      "https://example.com/", "http://example.com/a_b_c", "https://example.com/@me",
      "https://example.com/#a-b_c", "https://example.com/~me", "https://example.com/?a=b&c=d",
      "https://example.com:8080/a", "https://example.com/$a$b",
    ])
  func linksAddresses(_ address: String) {
    for place in [Place.summary, .about, .product, .plainLink, .card] {
      let page = YAMLOutline(place.page(quoted("see \(address) now")))
      #expect(
        page.lines.last?.hasSuffix("see [\(address)](\(address)) now") == true,
        "\(place): \(page.lines)")
    }
    for place in [Place.link, .nested, .highlight] {
      let page = YAMLOutline(place.page(quoted("see \(address) now")))
      #expect(page.lines == place.lines("see \(address) now"), "\(place): \(page.html)")
    }
  }

  @Test(
    "Summaries and questions that show that they are Markdown are read as such",
    arguments: [
      ("see [a](a.md)", "see [a](a.md)"), ("**a** b", "**a** b"), ("`a` b", "`a` b"),
      ("a<br>b", "a / b"), ("a<br/>b", "a / b"), ("<b>a</b> b", "**a** b"), ("<i>a</i>", "*a*"),
      ("[a](a.md) & [b](b.md)", "[a](a.md) & [b](b.md)"),
    ])
  func readsMarkdown(_ text: String, _ expected: String) {
    for place in [Place.summary, .about] {
      let page = YAMLOutline(place.page(quoted(text)))
      #expect(page.lines == place.lines(expected), "\(place): \(page.html)")
    }
    let question = YAMLOutline(
      "### YamlMime:FAQ\ntitle: T\nsections:\n- questions:\n  - question: \(quoted(text))\n")
    #expect(question.lines == ["# T", "### \(expected)"])
  }

  /// What YAML calls nothing is no word.
  @Test(arguments: ["", "~", "null", "Null", "NULL", "''", "\"\"", "' '"])
  func showsNothingForNothing(_ scalar: String) {
    for place in Place.allCases {
      let expected: [String] =
        switch place {
        case .title: []
        case .about: ["# T", "- [B](b.md)"]
        case .nested, .footer: ["# T", "- B", "  - [a.md](a.md)"]
        case .link, .highlight: ["# T", "- [a.md](a.md)"]
        default: ["# T"]
        }
      #expect(YAMLOutline(place.page(scalar)).lines == expected, "\(place)")
    }
  }

  /// How a scalar is written is no matter.
  @Test(arguments: [
    "one two", "'one two'", "\"one two\"", "|\n   one two", ">\n   one\n   two", "|-\n   one two",
    ">-\n   one\n   two", "one\n   two", "'one\n   two'", "\"one\\\n   \\ two\"", "!!str one two",
    "&a one two", "\"\\x6fne two\"",
  ])
  func readsEveryScalar(_ scalar: String) {
    for place in [Place.title, .summary, .card, .name] {
      let indented = place.page(scalar.replacing("\n   ", with: "\n      "))
      #expect(YAMLOutline(indented).lines == place.lines("one two"), "\(place)")
    }
  }
}
