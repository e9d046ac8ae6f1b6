import DocGen
import FileSystem
import Foundation
import Localization
import TestSupport
import Testing

@testable import DocGen

/// Which table of contents is for a page, where there are several.
@Suite struct NavigationListingTests {
  /// The names of the entries beside a page.
  private func contents(_ site: TestSite, _ page: String) -> [String] {
    let html = site[page]
    guard let end = html.firstRange(of: "</nav>\n<main") else { return [] }
    let start = html[..<end.lowerBound].firstRange(of: "</p>\n<ul>")?.upperBound ?? html.startIndex
    return html[start..<end.lowerBound]
      .matches(of: /<(?:summary|a|span)(?: [^>]*)?>([^<]*)</).map { String($0.output.1) }
  }

  private static func table(_ entries: (String, String)..., order: Int? = nil) -> String {
    let items = entries.map { "- name: \($0.0)\n  href: \($0.1)\n" }.joined()
    return order.map { "order: \($0)\nitems:\n\(items)" } ?? items
  }

  private static let pages = [
    "en-us/index.md": "# Home\n", "en-us/a/p.md": "# P\n", "en-us/a/q.md": "# Q\n",
    "en-us/a/b/r.md": "# R\n", "en-us/c/s.md": "# S\n",
  ]

  struct Row: Sendable, CustomTestStringConvertible {
    var name: String
    var tables: [String: String]
    /// The tables of pages, by the first entry of each.
    var expected: [String: String]
    var testDescription: String { name }
  }

  static let rows: [Row] = [
    Row(
      name: "another folder's table alone lists a page",
      tables: [
        "toc.yml": table(("Top", "index.md")),
        "c/toc.yml": table(("C", "s.md"), ("Q", "../a/q.md")),
      ], expected: ["a/q": "C", "a/p": "Top", "c/s": "C", "a/b/r": "Top"]),
    Row(
      name: "there is no table of the folder or above",
      tables: ["c/toc.yml": table(("C", "s.md"), ("Q", "../a/q.md"))],
      expected: ["a/q": "C", "c/s": "C"]),
    Row(
      name: "the folder's own lists it too",
      tables: [
        "a/toc.yml": table(("A", "q.md")), "c/toc.yml": table(("C", "../a/q.md"), order: -5),
      ], expected: ["a/q": "A", "a/b/r": "A"]),
    Row(
      name: "one above lists it too",
      tables: [
        "toc.yml": table(("Top", "a/q.md")), "c/toc.yml": table(("C", "../a/q.md")),
      ], expected: ["a/q": "Top", "c/s": "C"]),
    Row(
      name: "the nearest table doesn't list it but one above does",
      tables: [
        "toc.yml": table(("Top", "a/q.md")), "a/toc.yml": table(("A", "p.md")),
        "c/toc.yml": table(("C", "../a/q.md")),
      ], expected: ["a/q": "Top", "a/p": "A"]),
    Row(
      name: "the smallest order counts",
      tables: [
        "c/toc.yml": table(("C", "../a/q.md")), "d/toc.yml": table(("D", "../a/q.md"), order: -1),
        "e/toc.yml": table(("E", "../a/q.md"), order: 2),
      ], expected: ["a/q": "D"]),
    Row(
      name: "of the same order the nearest counts",
      tables: [
        "a/b/toc.yml": table(("B", "../q.md")), "c/d/toc.yml": table(("D", "../../a/q.md")),
      ], expected: ["a/q": "B", "a/b/r": "B"]),
    Row(
      name: "of two that are as near the first counts",
      tables: ["d/toc.yml": table(("D", "../a/q.md")), "c/toc.yml": table(("C", "../a/q.md"))],
      expected: ["a/q": "C"]),
    Row(
      name: "a table in a table lists it",
      tables: [
        "toc.yml": table(("Top", "index.md"), ("More", "c/toc.yml")),
        "a/toc.yml": table(("A", "p.md")), "c/toc.yml": table(("C", "../a/b/r.md")),
      ], expected: ["a/b/r": "Top", "a/q": "A"]),
    Row(
      name: "breadcrumbs list nothing",
      tables: [
        "toc.yml": table(("Top", "index.md")),
        "way/toc.yml": "- name: W\n  tocHref: /w/\n  topicHref: ../a/q.md\n",
      ], expected: ["a/q": "Top"]),
    Row(
      name: "no table lists it",
      tables: ["toc.yml": table(("Top", "index.md")), "a/toc.yml": table(("A", "p.md"))],
      expected: ["a/q": "A", "a/b/r": "A", "c/s": "Top"]),
  ]

  @Test(arguments: rows) func isFor(_ row: Row) throws {
    var files = Self.pages
    for (path, text) in row.tables { files["en-us/\(path)"] = text }
    let site = try TestSite(files)
    for (page, name) in row.expected {
      #expect(contents(site, "en-us/\(page).html").first == name, "\(page)")
    }
    #expect(site.problems == [])
  }

  /// Pages that a table lists are none of those that no table is for.
  @Test func listedPagesAreNotListedAgain() throws {
    let site = try TestSite(
      Self.pages.merging(["en-us/c/toc.yml": Self.table(("C", "s.md"), ("Q", "../a/q.md"))]) { $1 })
    #expect(contents(site, "en-us/a/p.html") == ["Home", "A", "B", "R", "P"])
    #expect(site["en-us/llms.txt"].split(separator: "(a/q.md)").count == 2)
  }

  /// A translation uses the source's tables for folders where it has none.
  @Test func missingTablesComeFromTheSource() throws {
    let site = try TestSite([
      "en-us/a/toc.yml": Self.table(("One", "p.md")), "en-us/a/p.md": "# P\n",
      "en-us/b/toc.yml": Self.table(("One", "q.md"), ("Two", "r.md")), "en-us/b/q.md": "# Q\n",
      "en-us/b/r.md": "# R\n", "en-us/D/toc.yml": Self.table(("Old", "s.md")),
      "en-us/D/s.md": "# S\n", "fr-fr/a/toc.yml": Self.table(("Un", "p.md")),
      "fr-fr/a/p.md": "# P\n", "fr-fr/b/q.md": "---\ntitle: Premier\n---\n# Premier\n",
      "fr-fr/d/TOC.md": "# [Neuf](../b/r.md)\n",
    ])
    #expect(contents(site, "fr-fr/a/p.html") == ["Un"])
    #expect(contents(site, "fr-fr/b/q.html") == ["Premier", "Two"])
    #expect(contents(site, "fr-fr/b/r.html") == ["Premier", "Two"])
    // Its own table counts in a folder whatever that and the table are called.
    #expect(contents(site, "fr-fr/D/s.html") == ["Neuf"])
    #expect(contents(site, "en-us/b/q.html") == ["One", "Two"])
  }

  /// What the translation's own tables list stays there.
  @Test func ownTablesGoFirst() throws {
    let site = try TestSite([
      "en-us/toc.yml": Self.table(("Top", "index.md")), "en-us/index.md": "# Home\n",
      "en-us/a/toc.yml": Self.table(("A", "p.md"), ("Q", "q.md")), "en-us/a/p.md": "# P\n",
      "en-us/a/q.md": "# Q\n",
      "fr-fr/toc.yml": Self.table(("Haut", "index.md"), ("Pé", "a/p.md")),
      "fr-fr/a/p.md": "---\ntitle: P\n---\n# P\n",
    ])
    #expect(contents(site, "fr-fr/a/p.html") == ["Haut", "Pé"])
    #expect(contents(site, "fr-fr/a/q.html") == ["P", "Q"])
  }

  /// A table of the source inside of one of the translation's has no say in the names of that.
  @Test func ownNamesStayBehindAnotherTable() throws {
    let site = try TestSite([
      "en-us/index.md": "# Home\n", "en-us/a/p.md": "# P\n",
      "en-us/a/toc.yml": Self.table(("P", "p.md")),
      "fr-fr/toc.yml": Self.table(("A", "a/toc.yml"), ("Début", "index.md")),
      "fr-fr/index.md": "---\ntitle: Accueil\n---\n# Accueil\n",
    ])
    #expect(contents(site, "fr-fr/index.html") == ["A", "P", "Début"])
  }

  /// Tables that `docfx.json` only excludes are for no page, but others may hold them.
  @Test func excludedTablesAreNone() throws {
    func site(_ content: String) throws -> TestSite {
      try TestSite([
        "en-us/docfx.json": "{\"build\": {\"content\": [\(content)]}}",
        "en-us/toc.yml": Self.table(("Top", "index.md"), ("Inner", "in/toc.yml")),
        "en-us/index.md": "# Home\n", "en-us/old/toc.yml": Self.table(("Old", "gone.md")),
        "en-us/old/p.md": "# P\n", "en-us/in/toc.yml": Self.table(("In", "q.md")),
        "en-us/in/q.md": "# Q\n",
      ])
    }
    let all = #""files": ["**/*.md", "**/*.yml"]"#
    let excluding = try site("{\(all), \"exclude\": [\"*/toc.yml\"]}")
    #expect(contents(excluding, "en-us/old/p.html").first == "Top")
    #expect(contents(excluding, "en-us/in/q.html") == ["Top", "Inner", "In"])
    #expect(excluding.problems == [])
    // Another group includes them, or none says anything of them.
    for content in [
      "{\(all), \"exclude\": [\"*/toc.yml\"]}, {\"files\": [\"old/toc.yml\"]}",
      "{\"files\": [\"**/*.md\"], \"exclude\": [\"*/toc.yml\"]}", "{\(all)}",
    ] {
      let site = try site(content)
      #expect(site.problems.contains { $0.hasPrefix("en-us/old/toc.yml:2:9: warning: no page") })
    }
  }

  /// An entry may lead to a place on a page.
  @Test func entriesLeadToPlaces() throws {
    let site = try TestSite([
      "en-us/toc.yml": """
      - name: May
        href: notes.md#may
      - name: Notes
        href: notes.md
        items:
        - name: June
          href: notes.md#june-days
          items:
          - name: Page
            href: page.md
      - name: Never
        href: notes.md#never
      """,
      "en-us/notes.md": "# All\n\n## May\n\n## June days\n", "en-us/page.md": "# Page\n",
      "fr-fr/notes.md": "---\ntitle: Tout\n---\n# Tout\n\n## Mai\n\n## Juin\n",
    ])
    let page = site["en-us/notes.html"]
    #expect(page.contains("<a href=\"notes.html#may\">May</a>"))
    #expect(page.contains("<a href=\"notes.html\" aria-current=\"page\">Notes</a>"))
    #expect(page.contains("<summary>June</summary>"))
    #expect(site["en-us/page.html"].contains("<a href=\"notes.html#june-days\">June</a>"))
    #expect(
      site.problems.filter { !$0.contains("untranslated") } == [
        "en-us/toc.yml:12:9: warning: no heading or anchor 'never' on 'notes.md' [link.anchor]"
      ], "\(site.problems)")
    // In a translation the page's title is the name of the page, not of its places.
    #expect(
      contents(site, "fr-fr/notes.html")
        == ["May", "Notes", "Tout", "June", "June", "Page", "Never"]
        .map { $0 == "Notes" ? "Tout" : $0 })
    #expect(site["en-us/navigation.json"].contains("\"fragment\":\"may\""))
  }

  /// A heading that goes away is missed by the contents too, and the other way round, when only one of
  /// them changes.
  @Test func placesAreCheckedAgain() throws {
    let folder = try TemporaryFolder()
    let site = CachedSite(folder)
    try site.prepare()
    try folder.write("content/en-us/toc.yml", "- name: A\n  href: a.md#part\n")
    try folder.write("content/en-us/a.md", "# A\n\n## Part\n")
    try folder.write("content/en-us/b.md", "# B\n")
    func problems() throws -> Int {
      // Long enough that files have settled, as those of a real set have.
      usleep(20_000)
      let built = try #require(try site.build("public", .init(), cached: true))
      let clean = try #require(try site.build("clean", .init(), cached: false))
      #expect(built.diagnostics == clean.diagnostics)
      #expect(site.files("public") == site.files("clean"))
      return built.diagnostics.count
    }
    #expect(try problems() == 0)
    try folder.write("content/en-us/a.md", "# A\n\n## Other\n")
    #expect(try problems() == 1)
    try folder.write("content/en-us/b.md", "# B\n\nMore.\n")
    #expect(try problems() == 1)
    try folder.write("content/en-us/toc.yml", "- name: A\n  href: a.md#other\n")
    #expect(try problems() == 0)
    try folder.write("content/en-us/toc.yml", "- name: A\n  href: a.md#part\n")
    #expect(try problems() == 1)
  }
}
