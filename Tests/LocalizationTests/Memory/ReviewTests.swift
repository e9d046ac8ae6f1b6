import Localization
import Model
import Testing

/// A draft: the title and unit 104 are still English, 103 is a proposal, 105 is done.
private let draft = """
  ---
  vouch.unreviewed: "101 103 104"
  title: A title
  ms.openlocfilehash: 0123456789012345678901234567890123456789
  ms.contentlocale: fr-FR
  ---
  # \(unit(103, "Presque **juste**", "Nearly **right**"))

  \(unit(104, "Not yet done.", "Not yet done.")) \(unit(105, "Fini.", "Done."))
  """
private let source = "---\ntitle: A title\n---\n# Nearly **right**\n\nNot yet done. Done.\n"
private let place = SourceLocation(path: "x")

private func file(_ format: ExchangeFormat) -> String {
  string(exported([translatedPage(draft, original: source)], format))
}

private func apply(_ text: String) -> PageApplication.Result {
  let page = translatedPage(draft, original: source)
  let file = ExchangeFile(Array(text.utf8), path: "x")
  return PageApplication.apply(file.pages[0], to: page, recordedHash: nil, location: place)
}

@Suite struct ReviewTests {
  @Test(arguments: ExchangeFormat.allCases)
  func draftsAreNotExportedAsTranslations(format: ExchangeFormat) {
    let exchange = ExchangeFile(Array(file(format).utf8), path: "x")
    #expect(exchange.diagnostics == [])
    #expect(
      exchange.pages[0].texts.map { "\($0.id) \($0.target.map(string) ?? "-") \($0.isFinished)" }
        == [
          "title - \(format == .xliff12)", "u103 Presque **juste** false",
          "u104 - \(format == .xliff12)", "u105 Fini. true",
        ])
    #expect(string(apply(file(format)).bytes) == draft)
  }

  @Test func eachFormatSaysItInItsOwnWords() {
    #expect(
      file(.xliff21).contains("<segment id=\"s1\" state=\"initial\" subState=\"vouch:unreviewed\">")
    )
    #expect(file(.xliff12).contains("approved=\"no\""))
    #expect(file(.xliff12).contains("<target state=\"needs-review-translation\">Presque"))
    #expect(file(.po).contains("#, fuzzy\nmsgctxt \"a.md#u103\""))
    #expect(file(.po).contains("msgid \"Not yet done.\"\nmsgstr \"\"\n"))
  }

  @Test func aMemoryDoesNotTeachDrafts() {
    let tmx = string(
      TMXWriter.write(
        [MemoryPage(translatedPage(draft, original: source))], source: .source, toolVersion: "1"))
    #expect(tmx.contains("Fini.") && !tmx.contains("Presque") && !tmx.contains("Not yet"))
  }

  @Test func whatComesBackFinishedIsReviewed() {
    let result = apply(file(.po).replacing("#, fuzzy\n", with: ""))
    #expect((result.changed, result.reviewed) == (0, 1))
    #expect(string(result.bytes) == draft.replacing("101 103 104", with: "101 104"))
  }

  @Test func theLastOneMakesItATranslationOfPeople() {
    let whole = file(.po).replacing("#, fuzzy\n", with: "")
      .replacing("msgid \"A title\"\nmsgstr \"\"", with: "msgid \"A title\"\nmsgstr \"Un titre\"")
      .replacing("done.\"\nmsgstr \"\"", with: "done.\"\nmsgstr \"Pas fini.\"")
    let result = apply(whole)
    #expect((result.changed, result.reviewed) == (2, 3))
    #expect(
      string(result.bytes)
        == draft.replacing("vouch.unreviewed: \"101 103 104\"\n", with: "")
        .replacing("title: A title", with: "title: Un titre")
        .replacing("ms.contentlocale", with: "ms.translationtype: HT\nms.contentlocale")
        .replacing(">Not yet done.</span><span class", with: ">Pas fini.</span><span class"))
  }

  @Test func aChangedTextThatIsNotFinishedIsListed() {
    let text = file(.xliff12).replacing(
      "<target state=\"translated\">Fini.",
      with: "<target state=\"needs-review-translation\">Faite.")
    let result = apply(text)
    #expect(string(result.bytes).contains("vouch.unreviewed: \"101 103 104 105\"\n"))
    #expect(string(result.bytes).contains(">Faite.</span>"))
  }

  @Test func theFileSaysWhereTheTranslationComesFrom() {
    let text = file(.xliff21).replacing(
      "</mda:metaGroup>",
      with: "<mda:meta type=\"ms.sourcegitcommit\">d84d664e67f2</mda:meta>"
        + "<mda:meta type=\"ms.translationtype\">MT</mda:meta>"
        + "<mda:meta type=\"ms.lasthandoff\">06/24/2021</mda:meta></mda:metaGroup>")
    #expect(
      string(apply(text).bytes)
        == draft.replacing(
          "ms.contentlocale: fr-FR",
          with: "ms.sourcegitcommit: d84d664e67f2\nms.translationtype: MT\n"
            + "ms.contentlocale: fr-FR\nms.lasthandoff: 06/24/2021"))
  }

  @Test(arguments: [
    ("ms.sourcegitcommit", "HEAD; rm"), ("ms.lasthandoff", "2021-06-24"),
    ("ms.translationtype", "HT\nevil: yes"),
  ])
  func refusesWhatCanNotBeMeant(key: String, value: String) {
    let text = file(.xliff21).replacing(
      "</mda:metaGroup>", with: "<mda:meta type=\"\(key)\">\(value)</mda:meta></mda:metaGroup>")
    let result = apply(text)
    #expect(result.diagnostics.map(\.code) == ["exchange.metadata"])
    #expect(string(result.bytes) == draft)
  }
}
