import Foundation
import Model
import TestSupport
import Testing

@testable import YAML

@Suite struct FrontMatterTests {
  /// The body, so that a test sees what a reader would.
  func body(_ text: String) -> String {
    let bytes = Array(text.utf8)
    return String(
      decoding: bytes[FrontMatter.parse(bytes, path: "p.md").bodyOffset...], as: UTF8.self)
  }

  func parse(_ text: String) -> FrontMatter { FrontMatter.parse(Array(text.utf8), path: "p.md") }

  @Test func metadataAndBodyAreParted() {
    let page = parse("---\ntitle: \"Connections\"\nms.date: 7/15/2021\n---\n\n# Connections\n")
    #expect(page.entries.map(\.key) == ["title", "ms.date"])
    #expect(page.string("title") == "Connections")
    #expect(page["ms.date"]?.location == SourceLocation(path: "p.md", line: 3, column: 10))
    #expect(page.bodyLine == 5)
    #expect(page.diagnostics == [])
  }

  @Test(arguments: [
    ("---\na: 1\n---\nbody", "body"), ("---\r\na: 1\r\n---\r\nbody", "body"),
    ("\u{FEFF}---\na: 1\n---\nbody", "body"), ("--- \na: 1\n--- \t\nbody", "body"),
    ("---\na: 1\n...\nbody", "body"), ("---\na: 1\n---", ""), ("---\n---\nbody", "body"),
    ("body", "body"), ("\u{FEFF}body", "body"), ("", ""), ("---", "---"),
    ("----\na: 1\n---\n", "----\na: 1\n---\n"), ("---\n\nbody\n", "---\n\nbody\n"),
    (" ---\na: 1\n---\n", " ---\na: 1\n---\n"), ("\n---\na: 1\n---\n", "\n---\na: 1\n---\n"),
    ("---\r\na: 1\r\n---\nbody\n", "body\n"),
  ])
  func theBodyIsFound(text: String, expected: String) { #expect(body(text) == expected) }

  @Test func anUnclosedFenceIsReportedIfMetadataFollows() {
    #expect(
      parse("---\ntitle: x\n\n# Heading\n").diagnostics.map(\.code) == ["front-matter.unclosed"])
    #expect(parse("---\n\nA rule, then text.\n").diagnostics == [])
  }

  @Test(arguments: [
    ("title: [a\nx: y", 3), ("title: 'a\nx: y", 5),
    ("\ttitle: a", 2),
    ("title: @a", 2),
  ])
  func brokenMetadataKeepsTheBodyAndTheClearLines(broken: String, line: Int) {
    let page = parse("---\n\(broken)\nms.topic: article\n---\nbody\n")
    #expect(page.string("ms.topic") == "article")
    #expect(page.diagnostics.map(\.severity) == [.error])
    #expect(page.diagnostics.first?.code == "yaml.syntax")
    #expect(page.diagnostics.first?.location.line == line)
    #expect(body("---\n\(broken)\n---\nbody\n") == "body\n")
  }

  @Test func metadataThatIsNoMappingIsReported() {
    #expect(parse("---\n- a\n- b\n---\nbody\n").diagnostics.map(\.code) == ["front-matter.shape"])
    #expect(parse("---\n# nothing\n---\nbody\n").diagnostics == [])
  }

  /// A value with a colon and a blank ends YAML; all other lines count as if it had quotation marks.
  @Test(arguments: [
    ("a: b: c", "b: c"), ("a: id: x's", "id: x's"), ("a: id: b:  d", "id: b:  d"),
    ("a:   one: two", "one: two"),
  ])
  func colonsInValuesAreText(line: String, value: String) {
    let page = parse("---\ntitle: 'x'\n\(line)\nlist:\n  - y\n---\nbody\n")
    #expect(page.string("a") == value)
    #expect(page.string("title") == "x" && page["list"]?.sequence?.count == 1)
    #expect(page.diagnostics.map(\.code) == ["front-matter.colon"])
    #expect(page.diagnostics.first?.location.line == 3)
    #expect(page.diagnostics.first?.severity == .warning)
  }

  @Test(arguments: ["a: [b: c", "  a: b: c", "- a: b: c", "a: \"b\": c", "a: @b: c"])
  func otherBrokenLinesAreErrors(line: String) {
    let page = parse("---\ntitle: x\n\(line)\n---\nbody\n")
    #expect(page.diagnostics.map(\.code) == ["yaml.syntax"], "\(page.diagnostics)")
    #expect(page.string("title") == "x")
  }

  @Test func bytesThatAreNoTextKeepTheBody() {
    let bytes = Array("---\nms.topic: article\ntitle: ".utf8) + [0xFF] + Array("\n---\nbody".utf8)
    let page = FrontMatter.parse(bytes, path: "p.md")
    #expect(page.string("ms.topic") == "article")
    #expect(page.diagnostics.map(\.location.line) == [3])
    #expect(Array(bytes[page.bodyOffset...]) == Array("body".utf8))
  }

  @Test func duplicatesAreReportedOnBothPaths() {
    for extra in ["", "list:\n- x\n"] {
      let page = parse("---\na: 1\n\(extra)a: 2\n---\n")
      #expect(page.string("a") == "2")
      #expect(page.diagnostics.map(\.code) == ["yaml.duplicate-key"])
    }
  }

  /// Lines as real pages have them, and lines that only look simple.
  ///
  /// Whichever way they are read,
  /// the result is that of the full parser.
  @Test(arguments: [
    "title: Connections", "title: \"Connections\"", "title: 'Connections'", "title: ' blank '",
    "title:", "title: ", "title: ''", "title: \"\"", "ms.date: 12/09/2021", "title: =",
    "title: - a",
    "Module Name: x", "Download Help Link: https://example.com/a?b=c#d", "a:b", "a :b", "a : b",
    "title: a\u{A0}: b", "title: a :&amp;", "title: a #b", "title: a#b", "title: 'it''s'",
    "title: \"a\\nb\"", "title: 'a' b", "title: \"a\" # c", "title: a\tb", "title:\ta",
    "\ttitle: a",
    "title: {a: b}", "title: [a]", "title: *a", "title: &a b", "title: !!str a",
    "title: |\n  a\n  b",
    "title: a\n  b", "title: a\n\n  b", "list:\n- a\n- b", "list:\n  - a", "title: ? a",
    "title: ?a",
    "title: -a", "title: :a", "title: %a", "title: `a", "title: a:", "title: a: b", "title: a,b]c}",
    "#comment", "# comment: x", "", " ", "title: é👩", "title: \u{202B}نص\u{202C}",
    "title: a\u{2028}b", "title: a\u{85}b", "title: \u{FEFF}a", "title: a\u{7F}b", "\"a\": b",
    "? a",
    "1a: b", "a1_b-c.d: e", "a  b: c", "null: x", "true: y", "title: >-\n  a", "title: a\\b",
    "title: \"a'b\"", "title: 'a\"b'", "title: 'a", "title: \"a", "title: a   ", "title:   a",
    "a: b\r",
    "---a: b", "...", "key: \u{1}", "ms.locfileid: \"6254\"", "x: 9999999999999999999", "a: b\u{0}",
  ])
  func theFastPathAgreesWithTheFullParser(line: String) {
    for (before, after) in [
      ("", ""), ("first: 1\n", "\nlast: 2"), ("list:\n", ""), ("p: q\n", "\n  r"),
    ] {
      expectAgreement("---\n\(before)\(line)\(after)\n---\n", isFast: nil)
    }
  }

  /// Lines put together at random from what means something to YAML.
  @Test(arguments: 0..<8)
  func theFastPathAgreesOnRandomLines(part: Int) {
    let pieces = [
      "a", "key", "b c", "ms.date", ":", ": ", " #", "#", "- ", "-", "'", "''", "\"", "\\", "[",
      "]",
      "{", "}", "&x", "*x", "|", ">", "%", "@", "`", "é", "\t", "~", "null", "1", "!", "?", "? ",
      " ",
      "  ", "...", "---", ",", "=", "<<", "\u{85}", "\u{A0}", "\u{FEFF}", "\u{2028}", "\u{7F}",
      "\r", "👩",
    ]
    for seed in part * 500..<(part + 1) * 500 {
      var dice = Dice(seed: seed)
      var lines: [String] = []
      for _ in 0...dice.roll(3) {
        var line = dice.roll(3) > 0 ? dice.pick(["key: ", "title: ", "a:", "b : "]) : ""
        for _ in 0..<dice.roll(5) { line += dice.pick(pieces) }
        lines.append(line)
      }
      expectAgreement("---\n\(lines.joined(separator: "\n"))\n---\n", isFast: nil)
    }
  }

  @Test func commonMetadataTakesTheFastPath() {
    let text = """
      ---
      title: "Présentation des connexions (version préliminaire)"
      description: Ce qu’est une connexion, qui la partage.
      ms.date: 05/25/2021
      ms.service: customer-insights
      # A comment
      online version: http://example.com/?LinkID=1

      ms.openlocfilehash: 0123456789abcdef0123456789abcdef01234567
      ms.locfileid: "6254"
      ---

      """
    expectAgreement(text, isFast: true)
    expectAgreement(text.replacing("\n", with: "\r\n"), isFast: true)
  }

  @Test(.enabled(if: SharedMaterial.isPresent, "../shared is not beside the project"))
  func thePagesOfTheCorpusAreReadWithoutComplaint() throws {
    let corpus = SharedMaterial.folder.appending(path: "corpus")
    let files = FileManager.default.enumerator(atPath: corpus.path)?.compactMap { $0 as? String }
    var count = 0
    for name in files ?? [] where name.hasSuffix(".md") {
      let bytes = Array(try Data(contentsOf: corpus.appending(path: name)))
      let page = FrontMatter.parse(bytes, path: name)
      #expect(page.diagnostics == [])
      expectAgreement(String(decoding: bytes, as: UTF8.self), isFast: nil)
      if !page.entries.isEmpty { count += 1 }
    }
    #expect(count > 300)
  }

  /// Compares what `FrontMatter` finds with what libyaml makes of the same lines.
  func expectAgreement(
    _ text: String, isFast: Bool?, at place: Testing.SourceLocation = #_sourceLocation
  ) {
    let bytes = Array(text.utf8)
    guard let fences = Fences(in: bytes, from: 0), let end = fences.end else { return }
    var lines = LineMetadata(bytes, fences.start..<end.offset, firstLine: 2, path: "p.md")
    lines.parse()
    if let isFast { #expect(lines.isComplete == isFast, sourceLocation: place) }
    guard lines.isComplete else { return }
    let full = try? YAMLDocument(
      parsing: Array(bytes[..<end.offset]), from: fences.start, firstLine: 2, path: "p.md",
      limits: YAMLLimits())
    #expect(full != nil, "\(text)", sourceLocation: place)
    #expect(full?.root?.mapping ?? [] == lines.entries, "\(text)", sourceLocation: place)
    #expect(full?.diagnostics == lines.diagnostics, sourceLocation: place)
  }
}
