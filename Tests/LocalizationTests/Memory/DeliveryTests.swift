import Model
import Testing

@testable import Localization

/// What a delivery says of its texts goes into the pages that it changed.
@Suite struct DeliveryTests {
  private static let given = [
    "ms.lasthandoff": "02/03/2026", "ms.sourcegitcommit": "d84d664e67f2",
    "ms.translationtype": "HT",
  ]

  private static let original = "---\ntitle: A title\n---\n# Heading\n\nText.\n"

  private static func page(_ unreviewed: String = "") -> TranslatedPage {
    translatedPage(
      "---\n\(unreviewed)title: Un titre\nms.lasthandoff: 01/01/2020\n---\n"
        + "# \(unit(103, "Titre", "Heading"))\n\n\(unit(104, "Texte.", "Text."))\n",
      original: original)
  }

  private func apply(_ texts: [(String, String, String)], _ page: TranslatedPage, _ given: Bool)
    -> PageApplication.Result
  {
    let texts = texts.map { id, source, target in
      ExchangeFile.Text(
        id: id, source: Array(source.utf8), target: target.isEmpty ? nil : Array(target.utf8),
        isFinished: true, location: SourceLocation(path: "x"))
    }
    return PageApplication.apply(
      ExchangeFile.Page(path: "a.md", texts: texts), to: page, given: given ? Self.given : [:],
      recordedHash: nil, location: SourceLocation(path: "x"))
  }

  @Test(
    arguments: [
      [], [("u103", "Heading", "Titre")], [("u103", "Heading", "")],
      [("u103", "Heading", "Titre"), ("u104", "Text.", "Texte.")],
      [("title", "A title", "Un titre")],
    ] as [[(String, String, String)]])
  func pagesOfWhichNothingChangedStay(texts: [(String, String, String)]) {
    let page = Self.page()
    let result = apply(texts, page, true)
    #expect(result.bytes == page.bytes)
    #expect((result.changed, result.reviewed) == (0, 0))
  }

  @Test(arguments: [
    ("u103", "Heading", "En-tête"), ("u104", "Text.", "Du texte."),
    ("title", "A title", "Le titre"),
  ])
  func pagesOfWhichATextChangedSaySo(id: String, source: String, target: String) {
    let result = apply([(id, source, target)], Self.page(), true)
    let text = string(result.bytes)
    #expect(text.contains(target))
    #expect(text.contains("ms.lasthandoff: 02/03/2026\n"))
    #expect(text.contains("ms.sourcegitcommit: d84d664e67f2\n"))
    #expect(!text.contains("01/01/2020"))
    // Without such words the day stays.
    #expect(
      string(apply([(id, source, target)], Self.page(), false).bytes).contains("01/01/2020"))
  }

  @Test func pagesThatWereLookedAtSaySo() {
    let page = Self.page("vouch.unreviewed: \"103\"\n")
    let result = apply([("u103", "Heading", "Titre")], page, true)
    #expect((result.changed, result.reviewed) == (0, 1))
    #expect(string(result.bytes).contains("ms.lasthandoff: 02/03/2026\n"))
    #expect(!string(result.bytes).contains("vouch.unreviewed"))
  }
}

/// Units that a tool for translators divided.
@Suite struct SegmentTests {
  private func text(_ segments: String) throws -> ExchangeFile.Text {
    let file = ExchangeFile(
      Array(
        ("<xliff version=\"2.1\" srcLang=\"en-US\" trgLang=\"fr-FR\"><file id=\"f\" original=\"a.md\">"
          + "<unit id=\"u103\">\(segments)</unit></file></xliff>").utf8), path: "x")
    #expect(file.diagnostics == [])
    return try #require(file.pages.first?.texts.first)
  }

  private static let one = "<segment><source>One.</source><target>Un.</target></segment>"
  private static let two = "<segment><source>Two.</source><target>Deux.</target></segment>"
  private static let open = "<segment state=\"initial\"><source>Two.</source></segment>"

  // XLIFF 2.1, 4.2.2.7: what is ignorable may have no target, and is then as in the source.
  @Test(arguments: [
    (one, "One.", "Un."), (one + two, "One.Two.", "Un.Deux."),
    (one + "<ignorable><source> </source></ignorable>" + two, "One. Two.", "Un. Deux."),
    (
      one + "<ignorable><source>  </source><target> </target></ignorable>" + two, "One.  Two.",
      "Un. Deux."
    ),
    (
      one + "<ignorable><source> </source><target/></ignorable>" + two, "One. Two.", "Un.Deux."
    ),
    ("<ignorable><source>\t</source></ignorable>" + one, "\tOne.", "\tUn."),
    (one + "<ignorable><source> </source></ignorable>", "One. ", "Un. "),
  ])
  func areJoined(segments: String, source: String, target: String) throws {
    let text = try text(segments)
    #expect(string(text.source) == source)
    #expect(text.target.map { string($0) } == target)
    #expect(text.isFinished)
  }

  /// Half of a text isn't put into the page for the whole of it.
  @Test(arguments: [
    one + open, open + one, one + "<ignorable><source> </source></ignorable>" + open, open,
    "<ignorable><source>One.</source><target>Un.</target></ignorable>",
    "<segment><source>One.</source><target/></segment>",
  ])
  func withoutAPartThereIsNone(segments: String) throws {
    #expect(try text(segments).target == nil)
  }

  /// What XML can't hold has a form of its own in XLIFF 2.
  @Test(arguments: ["a\u{1}b", "a\u{1F}\u{8}", "**a\u{7}**", "[a](b\u{2}.md)", "`\u{1B}`"])
  func controlCharactersComeBack(source: String) throws {
    let page = translatedPage(
      "---\ntitle: T\n---\n\(unit(103, "X " + source, source))\n", original: "\(source)\n")
    let bytes = XLIFF21Writer.write([MemoryPage(page)], source: .source, locale: french)
    let file = ExchangeFile(bytes, path: "x")
    #expect(file.diagnostics == [])
    let text = try #require(file.pages.first?.texts.first { $0.id == "u103" })
    #expect(string(text.source) == source)
    #expect(text.target.map { string($0) } == "X " + source)
  }
}
