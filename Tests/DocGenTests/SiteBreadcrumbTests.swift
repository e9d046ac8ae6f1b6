import TestSupport
import Testing

/// Which file gives the way above a page, and where its entries lead.
@Suite struct SiteBreadcrumbTests {
  private static func table(_ entries: (name: String, place: String)...) -> String {
    entries.map { "- name: \($0.name)\n  tocHref: \($0.place)\n  topicHref: \($0.place)\n" }
      .joined()
  }

  private func crumbs(_ site: TestSite, _ page: String) -> [String] {
    site.crumbs(of: "en-us/\(page).html").map(\.name)
  }

  private static func configuration(_ metadata: String, _ content: String? = nil) -> String {
    let all = #"{"files": ["**/*.md", "**/*.yml"]}"#
    return #"{"build": {"content": [\#(content ?? all)], \#(metadata)}}"#
  }

  /// Folders of that name are no breadcrumbs where another file is named.
  @Test func comeFromTheNamedFile() throws {
    let site = try TestSite([
      "en-us/docfx.json": Self.configuration(
        #""globalMetadata": {"breadcrumb_path": "/gadgets/bread/toc.json"}"#),
      "en-us/bread/toc.yml": Self.table(("Gadgets", "/gadgets/")),
      "en-us/arm/breadcrumb/toc.yml": Self.table(("Arms", "/gadgets/")),
      "en-us/toc.yml":
        "- name: H\n  href: index.md\n- name: V\n  items:\n  - name: VM\n    href: vm/o.md\n",
      "en-us/index.md": "# H\n", "en-us/vm/o.md": "# VM\n", "en-us/arm/o.md": "# Arm\n",
    ])
    // The way begins at the top of the server, and not at the first page of the set.
    #expect(crumbs(site, "vm/o") == ["Gadgets", "V"])
    #expect(crumbs(site, "arm/o") == ["Gadgets"])
  }

  /// Pages of a pattern have the file that `fileMetadata` give them, whose path may ask for a version.
  @Test(arguments: ["", "?view=gadgets-2014", "#x"])
  func comeFromTheFileOfThePage(query: String) throws {
    let site = try TestSite([
      "en-us/docfx.json": Self.configuration(
        """
        "globalMetadata": {"breadcrumb_path": "/gadgets/breadcrumb/toc.json",
          "extendBreadcrumb": "false"},
        "fileMetadata": {"breadcrumb_path":
          {"2014/**": "/gadgets/2014/breadcrumb/toc.json\(query)"}}
        """),
      "en-us/breadcrumb/toc.yml": Self.table(("Gadgets", "/gadgets/")),
      "en-us/2014/breadcrumb/toc.yml": Self.table(("Gadgets 2014", "/gadgets/")),
      "en-us/x/b.md": "# B\n", "en-us/2014/c.md": "# C\n\n[b](/gadgets/x/b)\n",
    ])
    #expect(crumbs(site, "x/b") == ["Gadgets"])
    #expect(crumbs(site, "2014/c") == ["Gadgets 2014"])
    #expect(site.article("en-us/2014/c.html").contains("<a href=\"../x/b.html\">b</a>"))
  }

  /// What addresses begin with is the path without the place where the breadcrumbs are published.
  @Test func countFromWhereTheirFileIsPublished() throws {
    let site = try TestSite([
      "en-us/docfx.json": Self.configuration(
        #""globalMetadata": {"breadcrumb_path": "/shell/scripting/bread/toc.json", "extendBreadcrumb": "false"}"#,
        """
        {"files": ["bread/toc.yml"], "dest": "scripting"},
        {"files": ["**/*.md"], "src": "conceptual", "dest": "scripting"},
        {"files": ["**/*.md"], "src": "7.1", "dest": "module"}
        """),
      "en-us/bread/toc.yml": Self.table(
        ("Shell", "/shell/"), ("Scripting", "/shell/scripting/"), ("Reference", "/shell/module/")),
      "en-us/conceptual/overview.md": "# O\n\n[m](/shell/module/if) [l](/shell/scripting/learn)\n",
      "en-us/conceptual/learn.md": "# L\n", "en-us/7.1/if.md": "# If\n",
    ])
    #expect(
      site.article("en-us/scripting/overview.html").contains(
        "<a href=\"../module/if.html\">m</a> <a href=\"learn.html\">l</a>"))
    #expect(crumbs(site, "module/if") == ["Reference"])
    #expect(crumbs(site, "scripting/learn") == ["Scripting"])
  }

  /// A translation has the file of the source, but its own where it has one.
  @Test func comeFromTheSourceOfATranslation() throws {
    let files = [
      "en-us/docfx.json": Self.configuration(
        #""globalMetadata": {"breadcrumb_path": "/gadgets/bread/toc.json"}"#),
      "en-us/bread/toc.yml": Self.table(("Gadgets", "/gadgets/")), "en-us/x/b.md": "# B\n",
      "de-de/breadcrumb/toc.yml": Self.table(("Falsch", "/gadgets/")),
      "de-de/x/b.md": "---\ntitle: B\n---\n# B\n",
    ]
    // Its own direction holds for the name alone, not for the sign before it.
    #expect(
      try TestSite(files)["de-de/x/b.html"].contains(
        "<li><bdi lang=\"en-US\" dir=\"ltr\"><a href=\"https://learn.microsoft.com/de-de/gadgets/\">"
          + "Gadgets</a></bdi></li>"))
    let own = files.merging(["de-de/bread/toc.yml": Self.table(("Geräte", "/gadgets/"))]) { $1 }
    let page = try TestSite(own)["de-de/x/b.html"]
    #expect(page.contains(">Geräte</") && !page.contains(">Gadgets</"))
  }
}
