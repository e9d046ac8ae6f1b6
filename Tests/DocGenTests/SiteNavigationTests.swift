import FileSystem
import Model
import TestSupport
import Testing

@testable import DocGen

@Suite struct SiteNavigationTests {
  /// The navigation beside a page: a line for each entry, indented, with marks.
  private func outline(_ page: String) throws -> String {
    let start = try #require(page.firstRange(of: "</p>\n<ul>")).upperBound
    let end = try #require(page.firstRange(of: "</nav>\n<main")).lowerBound
    var lines: [String] = []
    var depth = 0
    for part in page[start..<end].split(separator: "\n") {
      depth -= part.hasPrefix("</ul>") ? 1 : 0
      let indent = String(repeating: "  ", count: max(0, depth))
      if let group = part.firstMatch(of: /<details( open)?><summary>(.*)<\/summary>/) {
        lines.append(indent + (group.output.1 == nil ? "+ " : "- ") + group.output.2)
      } else if let link = part.firstMatch(of: /<a href="([^"]*)"([^>]*)>(.*)<\/a>/) {
        let mark = link.output.2.contains("aria-current") ? "* " : ""
        lines.append("\(indent)\(mark)\(link.output.3) -> \(link.output.1)")
      }
      depth += part == "<ul>" ? 1 : 0
    }
    return lines.joined(separator: "\n")
  }

  @Test func aTableOfContentsIsShownWithTheWayToThePageOpen() throws {
    let site = try TestSite([
      "en-us/toc.yml": """
      - Name: Home
        hreF: index.md
      - name: Group
        href: a/index.md
        items:
        - name: Inner
          items:
          - name: Deep
            href: a/deep.md
      - name: Closed
        items:
        - name: Other
          href: b.md
      - name: Outside
        href: https://example.com/
      - name: Nothing
      """,
      "en-us/index.md": "# H\n", "en-us/a/index.md": "# A\n", "en-us/a/deep.md": "# D\n",
      "en-us/b.md": "# B\n",
    ])
    #expect(site.problems == [])
    #expect(
      try outline(site["en-us/a/deep.html"]) == """
        Home -> ../index.html
        - Group
          Group -> index.html
          - Inner
            * Deep -> deep.html
        + Closed
          Other -> ../b.html
        Outside -> https://example.com/
        """)
    #expect(try outline(site["en-us/index.html"]).hasPrefix("* Home -> index.html\n+ Group"))
    #expect(site["en-us/a/deep.html"].contains("<li>Inner</li>"))
    #expect(site["en-us/a/deep.html"].contains("rel=\"prev\" href=\"index.html\""))
    #expect(site["en-us/a/deep.html"].contains("rel=\"next\" href=\"../b.html\""))
  }

  /// Words that stay untranslated are words in titles, descriptions and names too.
  @Test func termsAreWordsInTitles() throws {
    let page =
      "---\ntitle: 'T :::no-loc(A.B)::: x'\ndescription: 'D :::no-loc text=\"c\"::: :::d'\n---\ntext\n"
    let site = try TestSite([
      "en-us/a.md": page, "en-us/toc.yml": "- name: 'N :::no-loc(A)::: x'\n  href: a.md\n",
    ])
    #expect(site["en-us/a.html"].contains("<title>T A.B x"), "\(site["en-us/a.html"])")
    #expect(site["en-us/a.html"].contains("<h1>T A.B x</h1>"))
    #expect(site["en-us/a.html"].contains("name=\"description\" content=\"D c :::d\""))
    #expect(site["en-us/a.html"].contains(">N A x</a>"))
  }

  /// A heading in raw HTML is the title of its page.
  @Test func rawHeadingsAreTitles() throws {
    let site = try TestSite(["en-us/a.md": "---\ntitle: T\n---\n<h1>Raw</h1>\n\ntext\n"])
    #expect(site.article("en-us/a.html").split(separator: "<h1").count == 2)
  }

  /// Titles and names are no Markdown; authors write `<` in them as in HTML, and older translations
  /// are bilingual there.
  @Test func titlesAndNamesAreShownAsTheyAreMeant() throws {
    let unit =
      "<span data-ttu-id=\"abcde-101\">Titre &amp; plus</span><span class=\"sxs-lookup\">"
      + "<span data-stu-id=\"abcde-101\">Title &amp; more</span></span>"
    let site = try TestSite([
      "en-us/toc.yml": "- name: '&lt;add&gt; &#38; &#x27;more&#39;'\n  href: a.md\n",
      "en-us/a.md": "---\ntitle: '&lt;add&gt; | Docs &reg; &none; &#0;'\n---\n# A\n",
      "fr-fr/toc.md": "# [\(unit)](a.md)\n",
      "fr-fr/a.md": "---\ntitle: \(unit)\ndescription: \(unit)\n---\n# A\n",
    ])
    #expect(site["en-us/a.html"].contains("<title>&lt;add&gt; | Docs \u{AE} &amp;none; &amp;#0;"))
    #expect(site["en-us/a.html"].contains("&lt;add&gt; &amp; 'more'</a>"))
    let french = site["fr-fr/a.html"]
    #expect(french.contains("<title>Titre &amp; plus</title>"))
    #expect(french.contains("<meta name=\"description\" content=\"Titre &amp; plus\">"))
    #expect(french.contains(">Titre &amp; plus</a>"))
    #expect(!french.contains("data-ttu-id") && !french.contains("sxs-lookup"))
  }

  @Test func foldersServeWhereNobodyWroteATable() throws {
    let site = try TestSite([
      "en-us/zebra.md": "---\ntitle: Zebra\n---\n", "en-us/index.md": "---\ntitle: Start\n---\n",
      "en-us/export-limits/index.md": "---\ntitle: Limits\n---\n",
      "en-us/export-limits/a.md": "---\ntitle: A limit\n---\n",
      "en-us/no-index/page.md": "---\ntitle: Page\n---\n",
    ])
    #expect(
      try outline(site["en-us/zebra.html"]) == """
        Start -> index.html
        + Limits
          Limits -> export-limits/index.html
          A limit -> export-limits/a.html
        + No index
          Page -> no-index/page.html
        * Zebra -> zebra.html
        """)
  }

  @Test func numbersInNamesOrderPages() throws {
    let site = try TestSite([
      "en-us/10-end.md": "# Ten\n", "en-us/2-next.md": "# Two\n", "en-us/1-start.md": "# One\n",
      "en-us/index.md": "# Start\n", "en-us/a-012.md": "# A12\n", "en-us/a-3.md": "# A3\n",
    ])
    #expect(
      try outline(site["en-us/index.html"]) == """
        * Start -> index.html
        One -> 1-start.html
        Two -> 2-next.html
        Ten -> 10-end.html
        A3 -> a-3.html
        A12 -> a-012.html
        """)
  }

  @Test func tablesNestAndTheNearestOneCounts() throws {
    let site = try TestSite([
      "en-us/toc.yml": "- name: Top\n  href: a.md\n- name: More\n  href: sub/toc.yml\n",
      "en-us/a.md": "# A\n", "en-us/sub/b.md": "# B\n",
      "en-us/sub/toc.yml": "items:\n- name: B\n  href: b.md\n",
    ])
    #expect(try outline(site["en-us/a.html"]) == "* Top -> a.html\n+ More\n  B -> sub/b.html")
    #expect(try outline(site["en-us/sub/b.html"]) == "* B -> b.html")
  }

  @Test func aTableInsideItselfIsReported() throws {
    let site = try TestSite([
      "en-us/toc.yml": "- name: A\n  href: a.md\n- name: Again\n  href: toc.yml\n",
      "en-us/a.md": "# A\n",
    ])
    #expect(
      site.problems == [
        "en-us/toc.yml:4:9: warning: this table of contents contains itself [toc.cycle]"
      ])
    #expect(try outline(site["en-us/a.html"]) == "* A -> a.html")
  }

  @Test(arguments: [
    (
      "- name: A\n  href: b.md\n",
      "en-us/toc.yml:2:9: warning: no page 'b.md'; did you mean 'a.md'? [toc.broken]"
    ),
    (
      "- name: A\n  href: A.md\n",
      "en-us/toc.yml:2:9: warning: 'A.md' differs in case from the file's name; write 'a.md' [toc.case]"
    ),
    ("- href:\n", "en-us/toc.yml:1:3: warning: this entry has no name [toc.name]"),
    ("name: A\n", "en-us/toc.yml:1:1: warning: a list of entries was expected here [toc.shape]"),
    (
      "- text\n",
      "en-us/toc.yml:1:3: warning: an entry is a mapping with 'name' and 'href' [toc.shape]"
    ),
  ])
  func problemOfATable(table: String, problem: String) throws {
    let site = try TestSite(["en-us/toc.yml": table, "en-us/a.md": "# A\n"])
    #expect(site.problems == [problem])
    #expect(!site["en-us/a.html"].isEmpty)
  }

  @Test func breadcrumbTablesAreNoNavigation() throws {
    let site = try TestSite([
      "en-us/sub/toc.yml": "- name: Docs\n  tocHref: /\n  topicHref: /\n",
      "en-us/sub/a.md": "---\ntitle: A\n---\n",
    ])
    #expect(try outline(site["en-us/sub/a.html"]) == "- Sub\n  * A -> a.html")
  }

  @Test func namesComeFromTranslatedPagesWhereTheTableIsTheSources() throws {
    let site = try TestSite([
      "en-us/toc.yml": "- name: One\n  href: a.md\n- name: Two\n  href: b.md\n",
      "en-us/a.md": "# A\n", "en-us/b.md": "# B\n", "fr-fr/a.md": "---\ntitle: Un\n---\n",
    ])
    #expect(try outline(site["fr-fr/a.html"]) == "* Un -> a.html\nTwo -> b.html")
  }

  /// A navigation of `groups` groups of `pages` pages each.
  private func large(groups: Int, pages: Int) -> Navigation {
    var navigation = Navigation()
    for group in 0..<groups {
      let number = navigation.open("Group \(group)", .none, below: nil)
      for page in 0..<pages {
        guard let path = RelativePath("g\(group)/p\(page).md") else { continue }
        navigation.close(navigation.open("Page \(page)", .page(path), below: number))
      }
      navigation.close(number)
    }
    return navigation
  }

  private func markup(_ navigation: Navigation, of number: Int?) -> String {
    let markup = NavigationMarkup(
      navigation, view: NavigationView(of: number, in: navigation),
      address: { number in
        navigation.firstPage(in: number).map { NavigationMarkup.Link(address: $0.description) }
      }, more: { "\($0) more" })
    return String(decoding: markup.marking(number, in: navigation), as: UTF8.self)
  }

  @Test(arguments: [(100, 100), (4, 2500), (1, 9551)])
  func aPageCostsTheSameHoweverManyThereAre(groups: Int, pages: Int) throws {
    let navigation = large(groups: groups, pages: pages)
    for number in [1, navigation.items.count / 2, navigation.items.count - 1] {
      guard case .page(let path) = navigation.items[number].target else { continue }
      let html = markup(navigation, of: number)
      #expect(html.utf8.count < 24_000)
      #expect(html.contains("href=\"\(path)\" aria-current=\"page\""))
    }
  }

  @Test func closedGroupsOfALargeNavigationLeadToTheirFirstPage() throws {
    let navigation = large(groups: 10, pages: 50)
    let html = markup(navigation, of: 3)
    #expect(html.contains("<a href=\"g9/p0.md\">Group 9</a>"))
    #expect(!html.contains("g9/p1.md"))
    #expect(html.contains("<details open><summary>Group 0</summary>"))
  }

  @Test func partsOfALongGroupLeadToEachOther() throws {
    let navigation = large(groups: 1, pages: 1000)
    let html = markup(navigation, of: 501)
    #expect(html.contains("<a href=\"g0/p449.md\">450 more</a>"))
    #expect(html.contains("<a href=\"g0/p570.md\">430 more</a>"))
  }
}
