import Foundation
import FoundationXML
import Model
import Testing

@testable import Localization

/// Texts that a format for translators might not give back as they were.
@Suite struct ExchangeBoundTests {
  static let texts: [(name: String, source: String)] = [
    ("plain", "A b."), ("one letter", "A"), ("references", "a &amp; b &lt;c&gt; &nbsp; &#8212;"),
    ("brackets", "a < b > c & d"),
    ("quotation marks", "\"a\" 'b' “c”"), ("backslashes", "C:\\new\\table \\* \\\\"),
    ("what ends CDATA", "a ]]> b"),
    ("a comment", "a <!-- b --> c"), ("tags", "a <b>b</b> <br/> <br> <kbd>c</kbd>"),
    ("a tag that isn't closed", "a <b>b"),
    ("a tag of the page's own", "<tenant> a </tenant>"), ("strong", "**a** b *c*"),
    ("strong in emphasis", "*a **b** c*"),
    ("stars that are text", "2 * 3 * 4 ** 5"), ("a link", "[a](b.md#c \"d\")"),
    ("a link in strong", "**[a](b.md)**"),
    ("a link with brackets", "[a [b] c](d_(e).md)"), ("an image", "![a](b.png)"),
    ("an image in a link", "[![a](b.png)](c.md)"),
    ("a bracket", "a [b c"), ("code", "`a` ``b`c`` `<d>`"), ("a backtick", "a ` b"),
    ("placeholders", "%s {0} {{x}} ${y} %1$s %"),
    ("a formula", "$a^2$"), ("two line ends", "a\nb\n> c"), ("a hard break", "a  \nb\\\nc"),
    ("tabulators", "a\tb"),
    ("no-break blanks", "a\u{A0}b\u{202F}c\u{2060}d"),
    ("marks of direction", "\u{200F}أ\u{202B}ب\u{202C}\u{2067}ج\u{2069}"),
    ("Arabic", "مرحبا بالعالم."), ("Chinese", "你好，世界。"), ("Kazakh", "Сәлем, әлем!"),
    ("an emoji", "👩‍👩‍👧 🇫🇷 ✔️"), ("beyond the first plane", "𐐷 𝒳"),
    ("decomposed", "e\u{301}te\u{301}"), ("like PO", "msgid \"a\" #~ #, fuzzy"),
    ("like a header", "Content-Type: text/plain\\n"),
    ("like XML", "<?xml version=\"1.0\"?> <xliff>"), ("an escaped n", "a\\nb \\t \\r \\x41"),
    ("a very long word", String(repeating: "a", count: 5_000)),
    ("many codes", String(repeating: "**a** `b` ", count: 60)),
    ("deep", String(repeating: "*a **b ", count: 20)),
    ("an unpaired surrogate's place", "a\u{FFFD}b"),
    ("a line separator", "a\u{2028}b\u{85}c"),
    ("a colon at the beginning", ": a"), ("a sign at the beginning", "# a"), ("alert", "[!NOTE]"),
    ("a footnote", "a[^1]"),
  ]

  private func page(_ text: String) -> TranslatedPage {
    let target = "X " + text
    let bilingual =
      "---\ntitle: Titre\nms.openlocfilehash: \(String(repeating: "0", count: 40))\n---\n"
      + unit(103, target, text.replacing("\n", with: " ")) + "\n"
    return translatedPage(bilingual, original: "---\ntitle: A title\n---\n\(text)\n")
  }

  @Test(arguments: texts.indices, ExchangeFormat.allCases)
  func comesBack(_ index: Int, _ format: ExchangeFormat) throws {
    let text = Self.texts[index]
    let page = page(text.source)
    try #require(page.pairs.count >= 2, "\(text.name)")
    let bytes = exported([page], format)
    let file = ExchangeFile(bytes, path: "x")
    #expect(file.diagnostics == [], "\(text.name)")
    let back = try #require(file.pages.first, "\(text.name)")
    let result = PageApplication.apply(
      back, to: page, recordedHash: page.recordedHash, location: SourceLocation(path: "x"))
    #expect(result.diagnostics == [], "\(text.name)")
    #expect(result.bytes == page.bytes, "\(text.name)")
  }

  /// Every memory is a document that other programs read.
  @Test(arguments: texts.indices)
  func memoriesAreWellFormed(_ index: Int) {
    let page = MemoryPage(page(Self.texts[index].source))
    let bytes = TMXWriter.write([page], source: .source, toolVersion: "1")
    let parser = XMLParser(data: Data(bytes))
    #expect(parser.parse(), "\(Self.texts[index].name): \(String(describing: parser.parserError))")
  }

  /// What is in pieces is the text again, and every pair is closed.
  @Test(arguments: texts.indices)
  func piecesAreTheText(_ index: Int) {
    let bytes = Array(Self.texts[index].source.utf8)
    let text = InlineText(bytes[...])
    #expect(text.bytes == bytes)
    var open: [Int] = []
    for piece in text.pieces {
      switch piece {
      case .begin(let code): open.append(code)
      case .end(let code): #expect(open.popLast() == code)
      default: break
      }
    }
    #expect(open == [])
  }

  @Test(arguments: [
    ("a\u{FFFE}b\u{FFFF}", "a\u{FFFD}b\u{FFFD}"), ("\u{FFFD}\u{FFEF}", "\u{FFFD}\u{FFEF}"),
    ("a\u{1}\u{1F}b", "a\u{FFFD}\u{FFFD}b"), ("a\tb\nc", "a\tb\nc"), ("\u{10FFFF}", "\u{10FFFF}"),
  ])
  func whatXMLCannotHoldIsReplaced(text: String, expected: String) {
    var xml = ExchangeXML()
    xml.escaped(Array(text.utf8))
    #expect(String(decoding: xml.bytes, as: UTF8.self).hasSuffix("\n\(expected)"))
  }
}
