import Testing

@testable import DocGen

@Suite struct SiteCatalogExcerptTests {
  private static let file = """
    msgid ""
    msgstr ""
    "Language: en\\n"

    # of the report
    msgctxt "report.title"
    msgid "Report"
    msgstr ""

    #, fuzzy
    msgctxt "site.next"
    msgid "Next"
    msgstr ""
    """

  @Test func onlyTheWantedEntriesStayEachOnItsLine() {
    let excerpt = CatalogExcerpt.of(Array(Self.file.utf8), prefixes: ["site."])
    let lines = String(decoding: excerpt, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
    let original = Self.file.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == original.count)
    for (line, text) in zip(lines, original) { #expect(line == text || line.isEmpty) }
    #expect(lines.contains("msgctxt \"site.next\""))
    #expect(lines.contains("#, fuzzy"))
    #expect(lines.contains("\"Language: en\\n\""))
    #expect(!lines.contains("# of the report"))
  }

  @Test(arguments: ["", "\n\n\n", "msgctxt \"site.a", "no catalog at all"])
  func oddFilesStayReadable(file: String) {
    let excerpt = CatalogExcerpt.of(Array(file.utf8), prefixes: ["site."])
    #expect(String(decoding: excerpt, as: UTF8.self) == file)
  }
}
