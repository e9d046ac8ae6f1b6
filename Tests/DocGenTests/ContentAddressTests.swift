import DocGen
import FileSystem
import TestSupport
import Testing

@testable import DocGen

/// Where a set lies on its server, by `breadcrumb_path` or by its redirections.
@Suite struct ContentAddressTests {
  /// Where `[p](/shop/gadgets/part/page)` of a set leads.
  private func isOfSet(
    _ metadata: String, redirections: [(String, String)] = [], folder: String = "docs/",
    _ more: [String: String] = [:]
  ) throws -> Bool {
    let list = redirections.map {
      #"{"source_path": "\#(folder)\#($0.0)", "redirect_url": "\#($0.1)"}"#
    }.joined(separator: ", ")
    var files = [
      "en-us/\(folder)docfx.json":
        #"{"build": {"content": [{"files": ["**/*.md"]}], \#(metadata)}}"#,
      "en-us/.openpublishing.redirection.json": "{\"redirections\": [\(list)]}",
      "en-us/\(folder)part/page.md": "# Page\n", "en-us/\(folder)part/other.md": "# Other\n",
      "en-us/\(folder)index.md": "# Home\n", "en-us/\(folder)overview.md": "# Overview\n",
      "en-us/\(folder)part/link.md": "# Link\n\n[p](/shop/gadgets/part/page)\n",
    ]
    files.merge(more) { $1 }
    let site = try TestSite(files)
    return site.article("en-us/\(folder)part/link.html").contains("<a href=\"page.html\">p</a>")
  }

  private static func path(_ text: String) -> String {
    #""globalMetadata": {"breadcrumb_path": "\#(text)"}"#
  }

  /// Images and downloads of the set by their addresses on the server.
  @Test(arguments: [
    ("![i](/shop/gadgets/media/plum.png)", "<img src=\"../media/plum.png\" alt=\"i\""),
    ("<img src=\"/fr-fr/shop/gadgets/media/plum.png\" alt=\"i\">", "src=\"../media/plum.png\""),
    ("[z](/shop/gadgets/media/plums.zip?x=1)", "<a href=\"../media/plums.zip?x=1\">z</a>"),
    // Not there, and not of the set.
    ("![i](/shop/gadgets/media/none.png)", "=\"https://x.example/en-us/shop/gadgets/media/none"),
    ("![i](/shop/tools/media/plum.png)", "href=\"https://x.example/en-us/shop/tools/media/plum"),
  ])
  func findsImagesByTheirAddresses(markdown: String, expected: String) throws {
    let site = try TestSite([
      "en-us/docs/docfx.json":
        #"{"build": {"content": [{"files": ["**/*.md"]}], \#(Self.path("/shop/gadgets/bread/toc.json"))}}"#,
      "en-us/docs/media/plum.png": "png", "en-us/docs/media/plums.zip": "zip",
      "en-us/docs/part/a.md": "# A\n\n\(markdown)\n",
    ]) { $0.absoluteLinkBase = "https://x.example" }
    let article = site.article("en-us/docs/part/a.html")
    #expect(article.contains(expected), "\(article)")
  }

  @Test(arguments: [
    ("/shop/gadgets/breadcrumb/toc.json", true), ("/shop/gadgets/bread/toc.json", true),
    ("/shop/gadgets/breadcrumbs/toc.json", true), ("/shop/gadgets/_Breadcrumb/toc.json", true),
    ("/shop/gadgets/toc.json", false), ("/shop/gadgets/butter/toc.json", false),
    ("/shop/bread/toc.json", false), ("~/breadcrumb/toc.yml", false), ("", false), ("/", false),
    ("toc.json", false), ("/shop/gadgets/breadcrumb/other.json", false),
  ])
  func pathsOfBreadcrumbsGiveItAway(path: String, isKnown: Bool) throws {
    #expect(try isOfSet(Self.path(path)) == isKnown)
  }

  /// Those of single folders do only where they agree.
  @Test(arguments: [
    (#""a/**": "/shop/gadgets/bread/toc.json""#, true),
    (#""a/**": "/shop/gadgets/bread/toc.json", "b/**": "/shop/gadgets/bread/toc.json""#, true),
    (#""a/**": "/shop/gadgets/bread/toc.json", "b/**": "/shop/tools/bread/toc.json""#, false),
  ])
  func soDoPathsOfFolders(paths: String, isKnown: Bool) throws {
    #expect(try isOfSet(#""fileMetadata": {"breadcrumb_path": {\#(paths)}}"#) == isKnown)
  }

  @Test(arguments: [
    // Two pages bear it out.
    (
      "~/breadcrumb/toc.yml",
      [("a.md", "/shop/gadgets/part/page"), ("b.md", "/shop/gadgets/part/other#x")], true
    ),
    (
      "~/breadcrumb/toc.yml",
      [("a.md", "/en-us/Shop/Gadgets/part/page"), ("b.md", "/shop/gadgets/overview?x=1")], true
    ),
    // The same page twice may be a coincidence.
    (
      "~/breadcrumb/toc.yml",
      [("a.md", "/shop/gadgets/part/page"), ("b.md", "/shop/gadgets/part/page#x")], false
    ),
    // Pages of other sets are called the same.
    (
      "~/breadcrumb/toc.yml",
      [
        ("a.md", "/other/overview"), ("b.md", "/other/overview#x"), ("c.md", "/other/index"),
        ("d.md", "/shop/gadgets/overview"), ("e.md", "/shop/gadgets/part/page"),
        ("f.md", "/shop/gadgets/part/other"),
      ], true
    ),
    ("~/breadcrumb/toc.yml", [("a.md", "https://x.example/shop/gadgets/part/page")], false),
    // What the set says counts whatever redirections say.
    (
      "/shop/gadgets/bread/toc.json",
      [("a.md", "/other/overview"), ("b.md", "/other/index"), ("c.md", "/other/part/page")], true
    ),
    (
      "/shop/bread/toc.json",
      [("a.md", "/shop/gadgets/part/page"), ("b.md", "/shop/gadgets/overview")], false
    ),
  ])
  func redirectionsGiveItAway(path: String, redirections: [(String, String)], isKnown: Bool) throws
  {
    #expect(try isOfSet(Self.path(path), redirections: redirections) == isKnown)
    #expect(try isOfSet(Self.path(path), redirections: redirections, folder: "") == isKnown)
  }

  /// Files that have other places than their own are found by those.
  @Test func placesCount() throws {
    let site = try TestSite([
      "en-us/docfx.json": """
      {"build": {"content": [{"files": ["**/*.md"], "src": "articles", "dest": "part"}]}}
      """,
      "en-us/.openpublishing.redirection.json": """
      {"redirections": [{"source_path": "articles/o.md", "redirect_url": "/shop/part/a"},
        {"source_path": "articles/p.md", "redirect_url": "/shop/part/b"}]}
      """,
      "en-us/articles/a.md": "# A\n\n[b](/shop/part/b) [o](o.md)\n", "en-us/articles/b.md": "# B\n",
      "fr-fr/articles/a.md": "---\ntitle: A\n---\n# A\n\n[b](/shop/part/b)\n",
      "fr-fr/docfx.json": "{\"build\": {\"content\": [{\"files\": [\"**/*.md\"]}]}}",
    ])
    #expect(
      site.article("en-us/part/a.html").contains(
        "<a href=\"b.html\">b</a> <a href=\"a.html\">o</a>"))
    // A translation whose own file doesn't say it has it from the source's.
    #expect(site.article("fr-fr/part/a.html").contains("<a href=\"b.html\""))
    #expect(site["en-us/part/p.html"].contains("url=b.html"))
  }

  /// The names of the places above a page.
  private func crumbs(
    _ path: String, at file: String, _ table: String, page: String = "part/page"
  ) throws -> [String] {
    let site = try TestSite([
      "en-us/docfx.json": """
      {"build": {"content": [{"files": ["**/*.md", "**/*.yml"], "src": "docs", "dest": "."}],
        "globalMetadata": {"breadcrumb_path": "\(path)", "extendBreadcrumb": "false"}}}
      """,
      "en-us/.openpublishing.redirection.json": """
      {"redirections": [{"source_path": "docs/o.md", "redirect_url": "/shop/gadgets/part/page"},
        {"source_path": "docs/p.md", "redirect_url": "/shop/gadgets/index"}]}
      """,
      "en-us/\(file)": table, "en-us/docs/index.md": "# Home\n",
      "en-us/docs/part/page.md": "# Page\n",
    ])
    return site.crumbs(of: "en-us/\(page).html").map(\.name)
  }

  private static let table = """
    - name: Top
      tocHref: /
      topicHref: /
      items:
      - name: Shop
        tocHref: /shop/
        topicHref: /shop/index
        items:
        - name: Gadgets
          tocHref: /shop/gadgets/
          topicHref: /shop/gadgets/index

    """

  @Test(arguments: [
    ("/shop/gadgets/breadcrumb/toc.json", "docs/breadcrumb/toc.yml"),
    ("/shop/gadgets/bread/toc.json", "bread/toc.yml"),
    ("/shop/gadgets/_breadcrumbs/toc.json", "docs/_breadcrumbs/TOC.yml"),
    ("~/docs/_breadcrumb/toc.yml", "docs/_breadcrumb/toc.yml"),
    ("~/way/toc.json", "way/toc.yml"), ("way/up/toc.yml", "way/up/toc.yml"),
  ])
  func breadcrumbsLieWhereThePathSays(path: String, file: String) throws {
    #expect(try crumbs(path, at: file, Self.table) == ["Top", "Shop", "Gadgets"])
  }

  @Test func otherTablesAreNoBreadcrumbs() throws {
    let names = try crumbs("/shop/gadgets/bread/toc.json", at: "docs/other/toc.yml", Self.table)
    #expect(!names.contains("Gadgets"))
  }

  /// An entry counts wherever it stands.
  @Test(arguments: [
    // Not below the place of the entry above it.
    (
      """
      - name: Top
        tocHref: /
        topicHref: /
        items:
        - name: Tools
          tocHref: /tools/
          topicHref: /tools/index
          items:
          - name: Gadgets
            tocHref: /shop/gadgets/
            topicHref: /shop/gadgets/index

      """, ["Top", "Tools", "Gadgets"]
    ),
    // Below an entry that leads nowhere.
    (
      """
      - name: Top
        items:
        - name: Shop
          tocHref: /shop/
          topicHref: /shop/index

      """, ["Top", "Shop"]
    ),
    // The longest place counts, wherever the others are.
    (
      """
      - name: Shop
        tocHref: /shop/
        topicHref: /shop/index
        items:
        - name: Shop again
          tocHref: /shop/
          topicHref: /shop/again
      - name: Part
        tocHref: /shop/gadgets/part/
        topicHref: /shop/gadgets/part/page
      - name: Gad
        tocHref: /shop/gad/
        topicHref: /shop/gad/index

      """, ["Part"]
    ),
    (
      """
      - name: Shop
        tocHref: /shop/
        topicHref: /shop/index
        items:
        - name: Shop again
          tocHref: /shop/
          topicHref: /shop/again

      """, ["Shop", "Shop again"]
    ),
  ])
  func theLongestPlaceCounts(table: String, expected: [String]) throws {
    #expect(
      try crumbs("/shop/gadgets/bread/toc.json", at: "bread/toc.yml", table) == expected)
  }
}
