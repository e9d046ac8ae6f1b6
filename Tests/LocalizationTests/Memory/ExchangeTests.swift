import Foundation
import Localization
import Model
import TestSupport
import Testing

private let sample = """
  ---
  title: Un titre
  ms.openlocfilehash: 0123456789012345678901234567890123456789
  ms.lasthandoff: 06/24/2021
  ---
  # \(unit(103, "Un **<b>** & [lien](a.md)", "One **<b>** & [link](a.md)"))

  \(unit(104, "Deux \"x\"\u{A0}: `c`", "Two \"x\": `c`"))
  """

private let original = "---\ntitle: A title\n---\n# One **<b>** & [link](a.md)\n\nTwo \"x\": `c`\n"

/// The formats that translators send back.
enum ExchangeFormat: String, CaseIterable, Sendable { case xliff21, xliff12, po }

/// Pages in the format that a translator gets.
func exported(
  _ pages: [TranslatedPage], _ format: ExchangeFormat, _ locale: LocaleTag = french
) -> [UInt8] {
  let memory = pages.map { MemoryPage($0) }
  return switch format {
  case .xliff21: XLIFF21Writer.write(memory, source: .source, locale: locale)
  case .xliff12: XLIFF12Writer.write(memory, source: .source, locale: locale)
  case .po: POWriter.write(memory, source: .source, locale: locale)
  }
}

@Suite struct ExchangeTests {
  @Test(arguments: ExchangeFormat.allCases)
  func whatIsExportedComesBack(format: ExchangeFormat) throws {
    let page = translatedPage(sample, original: original)
    let file = ExchangeFile(exported([page], format, french), path: "x")
    #expect(file.diagnostics == [])
    let back = try #require(file.pages.first)
    #expect(back.path == "a.md")
    #expect(back.texts.map(\.id) == ["title", "u103", "u104"])
    #expect(
      back.texts.map { string($0.source) } == [
        "A title", "One **<b>** & [link](a.md)", "Two \"x\": `c`",
      ])
    let result = PageApplication.apply(
      back, to: page, recordedHash: page.recordedHash, location: SourceLocation(path: "x"))
    #expect(result.diagnostics == [])
    #expect(string(result.bytes) == sample)
  }

  @Test func changedTextsGoIntoThePage() {
    let page = translatedPage(sample, original: original)
    let catalog = string(exported([page], .po))
    let edited = catalog.replacing("msgstr \"Un titre\"", with: "msgstr \"Un: titre\"")
      .replacing("msgstr \"Deux", with: "msgstr \"2")
    let file = ExchangeFile(Array(edited.utf8), path: "fr-fr.po")
    let result = PageApplication.apply(
      file.pages[0], to: page, recordedHash: nil, location: SourceLocation(path: "x"))
    #expect(result.changed == 2)
    #expect(
      string(result.bytes)
        == sample.replacing("Un titre", with: "\"Un: titre\"").replacing("Deux", with: "2"))
  }

  @Test func refusesAnOlderVersionAndForeignTexts() {
    let page = translatedPage(sample, original: original)
    var file = ExchangeFile(exported([page], .xliff21, french), path: "x.xlf")
    let older = PageApplication.apply(
      file.pages[0], to: page, recordedHash: "ff", location: SourceLocation(path: "x.xlf"))
    #expect(older.diagnostics.map(\.code) == ["exchange.version"])
    #expect(older.bytes == page.bytes)
    file.pages[0].texts[1].source = Array("Other".utf8)
    file.pages[0].texts[2].id = "u999"
    let foreign = PageApplication.apply(
      file.pages[0], to: page, recordedHash: nil, location: SourceLocation(path: "x.xlf"))
    #expect(foreign.diagnostics.map(\.code) == ["exchange.source", "exchange.id"])
    #expect(foreign.bytes == page.bytes)
  }

  @Test(arguments: [
    ("<xliff><file>", "exchange.syntax"), ("<xliff/>", "exchange.empty"),
    (
      "<xliff trgLang=\"fr-FR\"><file original=\"a\"><unit id=\"u1\"><segment><source>a</source>"
        + "<target><ph id=\"1\" dataRef=\"d9\"/></target></segment></unit></file></xliff>",
      "exchange.code"
    ),
    (
      "<xliff><file original=\"a\"><unit id=\"u1\"/><unit id=\"u1\"/></file></xliff>",
      "exchange.duplicate"
    ),
    ("<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><xliff>&a;", "exchange.syntax"),
    ("msgctxt \"nothing\"\nmsgid \"a\"\nmsgstr \"b\"\n", "exchange.id"),
    ("msgctxt \"a.md#u1\nmsgid \"a\"\n", "message.syntax"),
  ])
  func saysWhatIsWrongWithAFile(text: String, code: String) {
    let file = ExchangeFile(Array(text.utf8), path: "x")
    #expect(file.diagnostics.contains { $0.code == code }, "\(file.diagnostics)")
    #expect(file.diagnostics.allSatisfy { $0.location.path == "x" })
  }

  @Test func aMemoryProposesWhatItKnows() {
    let memory = TextMemory([translatedPage(sample, original: original)])
    #expect(memory.best(for: Array("A title".utf8))?.similarity == 1)
    let near = memory.best(for: Array("Two \"x\": `d`".utf8))
    #expect(near.map { string($0.target) } == "Deux \"x\"\u{A0}: `c`")
    #expect(memory.best(for: Array("Nothing like it".utf8)) == nil)
  }

  @Test func aDraftHasWhatIsKnownAndListsTheRest() {
    let memory = TextMemory([translatedPage(sample, original: original)])
    let source = Array("---\ntitle: A title\n---\n# New\n\nTwo \"x\": `c`\n".utf8)
    let draft = Draft(memory: memory, locale: french).page(
      of: source, path: "b.md", handoff: "06/24/2021", commit: nil)
    #expect((draft.exact, draft.fuzzy, draft.untranslated) == (1, 0, 1))
    let text = string(draft.page)
    #expect(text.contains("vouch.unreviewed: \"103\"\ntitle: Un titre\n"))
    #expect(text.contains(">Deux \"x\"\u{A0}: `c`</span>"))
    #expect(Units.scan(draft.page).problems.isEmpty)
  }
}

@Suite(.enabled(if: SharedMaterial.isPresent, "../shared is not beside the project"))
struct ExchangeCorpusTests {
  @Test(arguments: ["fr-fr", "ar-sa"], ExchangeFormat.allCases)
  func theCorpusComesBackByteForByte(name: String, format: ExchangeFormat) throws {
    let set = try CorpusSet([name])
    let pages = set.pages.compactMap(\.first)
    let file = ExchangeFile(exported(pages, format, set.locales[0]), path: "x")
    #expect(file.diagnostics == [])
    let byPath = Dictionary(uniqueKeysWithValues: file.pages.map { ($0.path, $0) })
    for page in pages {
      guard let back = byPath[page.path] else { continue }
      let result = PageApplication.apply(
        back, to: page, recordedHash: page.recordedHash, location: SourceLocation(path: "x"))
      #expect(result.diagnostics == [], "\(page.path)")
      #expect(result.bytes == page.bytes, "\(page.path)")
    }
    #expect(file.pages.count >= 94)
  }
}
