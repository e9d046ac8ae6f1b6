import DocGen
import Model
import TestSupport
import Testing

/// Every form of tables of contents.
@Suite struct ContentContentsTests {
  private func entries(_ text: String, _ path: String = "TOC.yml") -> [TableOfContents.Entry] {
    var problems: [Diagnostic] = []
    let table = TableOfContents(Array(text.utf8), path: path, diagnostics: &problems)
    #expect(problems == [])
    return table.entries
  }

  @Test func readsAllKeys() throws {
    let entries = entries(
      """
      items:
      - name: A
        hreF: a.md
        displayName: first, one
        Expanded: true
        items:
        - name: B
          tocHref: b/TOC.yml
          topicHref: b/index.md
        - uid: c.d
      """)
    let first = try #require(entries.first)
    #expect(first.reference == "a.md" && first.keywords == ["first", "one"] && first.isExpanded)
    #expect(first.children.map(\.table) == ["b/TOC.yml", nil])
    #expect(first.children.map(\.reference) == ["b/index.md", nil])
    #expect(first.children[1].uid == "c.d" && first.children[1].name == "c.d")
    #expect(first.location == SourceLocation(path: "TOC.yml", line: 3, column: 9))
  }

  @Test func readsHeadings() throws {
    let entries = entries(
      "# [A](a.md)\n## Group\n### [B](<b c.md> \"t\")\ntext\n# @some.id\n## [D](xref:d.e)\n# [F](f/) #\n",
      "toc.md")
    #expect(entries.map(\.name) == ["A", "some.id", "F"])
    #expect(entries[0].children.map(\.name) == ["Group"])
    #expect(entries[0].children[0].children.map(\.name) == ["B"])
    #expect(entries[1].uid == "some.id" && entries[1].children[0].uid == "d.e")
    #expect(entries[2].reference == "f/")
  }

  @Test func putsTablesIntoEachOther() throws {
    let site = try TestSite([
      "en-us/TOC.yml":
        "- name: Start\n  href: index.md\n- name: Part\n  tocHref: b/toc.md\n  topicHref: b/index.md\n  expanded: true\n",
      "en-us/index.md": "# Home\n",
      "en-us/b/toc.md": "# [One](one.md)\n# [Two](two.md)\n# By id\n## @the.id\n",
      "en-us/b/index.md": "# Part\n", "en-us/b/one.md": "# One\n",
      "en-us/b/two.md": "---\nuid: the.id\ntitle: Two\n---\n# Two\n\n<xref:the.id> @the.id\n",
      "en-us/breadcrumb/toc.yml": "- name: Docs\n  tocHref: /\n  topicHref: /\n",
    ])
    #expect(site.problems == [])
    let page = site["en-us/index.html"]
    let open = try #require(page.firstRange(of: "<details open><summary>Part</summary>"))
    #expect(page[open.upperBound...].contains("<a href=\"b/one.html\">One</a>"))
    #expect(
      site.article("en-us/b/two.html").contains(
        "<p><a href=\"two.html\">Two</a> <a href=\"two.html\">Two</a></p>"))
  }

  @Test func saysWhatIsWrong() throws {
    let site = try TestSite([
      "en-us/TOC.yml":
        "- name: A\n  href: Index.md\n- name: B\n  href: gone.md\n- name: C\n  tocHref: no/toc.yml\n- href: index.md\n- {}\n",
      "en-us/index.md": "# Home\n",
    ])
    #expect(
      site.problems == [
        "en-us/TOC.yml:2:9: warning: 'Index.md' differs in case from the file's name; write 'index.md' [toc.case]",
        "en-us/TOC.yml:4:9: warning: no page 'gone.md' [toc.broken]",
        "en-us/TOC.yml:6:12: warning: no table of contents 'no/toc.yml' [toc.broken]",
        "en-us/TOC.yml:8:3: warning: this entry has no name [toc.name]",
      ])
  }
}
