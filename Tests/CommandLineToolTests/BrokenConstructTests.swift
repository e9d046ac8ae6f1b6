import Foundation
import TestSupport
import Testing

/// `broken-constructs.txt` shows each diagnostic of content that `docs/content.md` lists.
@Suite struct BrokenConstructTests {
  /// What the transcript can't hold, and the tests that show it instead: bytes that are no UTF-8,
  /// pages of more than 8 MiB, or that take too much to parse, files that nothing can be built of,
  /// links and folders of the system, and what concerns a whole repository.
  private static let shownElsewhere = [
    "content.case": "Tests/DocGenTests/ContentCaseTests.swift",
    "content.encoding": "Tests/DocGenTests/TextEncodingTests.swift",
    "content.folder": "Tests/DocGenTests/ContentRepositoryTests.swift",
    "content.repository": "Tests/DocGenTests/ContentRepositoryTests.swift",
    "content.skipped": "Tests/DocGenTests/SiteBadInputTests.swift",
    "content.unreadable": "Tests/DocGenTests/SiteBadInputTests.swift",
    "docfx.unlisted": "Tests/DocGenTests/ContentPublicationTests.swift",
    "include.size": "Tests/DocGenTests/ContentIncludeTests.swift",
    "markdown.refused": "Tests/DocGenTests/Markdown/RendererTests.swift",
    "output.two-sources": "Tests/DocGenTests/ContentVersionTests.swift",
  ]

  private static func text(_ path: String) throws -> String {
    try String(
      contentsOf: SharedMaterial.projectFolder.appending(path: path), encoding: .utf8)
  }

  /// The codes of the table, those of units one by one.
  private static func codes() throws -> Set<String> {
    let page = try text("docs/content.md")
    let table = try #require(page.components(separatedBy: "\n## Problems\n").dropFirst().first)
    var codes: Set<String> = []
    for row in table.split(separator: "\n") where row.hasPrefix("| `") {
      let cell = row.dropFirst().prefix { $0 != "|" }
      codes.formUnion(cell.matches(of: /`([a-z]+\.[a-z*-]+)`/).map { String($0.output.1) })
    }
    if codes.remove("unit.*") != nil {
      let units = try text("Sources/Localization/Units/Units.swift")
      codes.formUnion(units.matches(of: /"(unit\.[a-z-]+)"/).map { String($0.output.1) })
    }
    return codes
  }

  @Test func everyCodeHasItsCase() throws {
    let codes = try Self.codes()
    #expect(codes.count > 50)
    let transcript = try Self.text("Tests/CommandLineToolTests/Transcripts/broken-constructs.txt")
    for code in codes.sorted() {
      let isShown =
        code.hasSuffix(".*")
        ? transcript.contains(" [\(code.dropLast())") : transcript.contains(" [\(code)]\n")
      guard let other = Self.shownElsewhere[code] else {
        #expect(isShown, "\(code) has no case")
        continue
      }
      let test = try Self.text(other)
      let isTested = test.contains("[\(code)]") || test.contains("\"\(code)\"")
      #expect(!isShown && isTested, "\(code)")
    }
  }
}
