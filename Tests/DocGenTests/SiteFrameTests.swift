import TestSupport
import Testing

/// The page around an article.
@Suite struct SiteFrameTests {
  /// Every id of a page is there once, whatever its headings are called.
  @Test func noHeadingHasAnIdOfTheFrame() throws {
    let words = [
      "Main", "Navigation", "Search", "Search results", "Reading both", "Reading source",
      "Reading translation", "Contents", "Footnotes", "Fn 1", "Fnref 1", "Title", "Menu", "Toc",
    ]
    let headings = words.map { "## \($0)\n\nText[^1].\n" }.joined(separator: "\n")
    let site = try TestSite([
      "en-us/a.md": "# A\n\n\(headings)\n[^1]: Note.\n",
      "fr-fr/a.md": "# \(Bilingual.unit(101, "A", "A"))\n\n\(headings)\n[^1]: Note.\n",
    ])
    for page in ["en-us/a.html", "fr-fr/a.html"] {
      let text = site[page]
      let ids = text.matches(of: /\sid="([^"]+)"/).map { String($0.output.1) }
      #expect(ids.count > words.count)
      let twice = Dictionary(grouping: ids) { $0 }.filter { $0.value.count > 1 }.keys
      #expect(twice.isEmpty, "\(page): \(twice.sorted())")
      for word in words { #expect(ids.contains(word.lowercased().replacing(" ", with: "-"))) }
    }
  }
}
