import DocGen
import TestSupport
import Testing

/// `files`, `exclude`, `src` and `dest` of the groups of a `docfx.json`.
@Suite struct ContentDestinationTests {
  private func site(
    content: String, resource: String = "", in folder: String = "docs", _ files: [String: String]
  ) throws -> TestSite {
    let path = folder.isEmpty ? "docfx.json" : "\(folder)/docfx.json"
    var all = [
      "en-us/\(path)": "{\"build\": {\"content\": [\(content)], \"resource\": [\(resource)]}}"
    ]
    all.merge(files) { $1 }
    return try TestSite(all)
  }

  private func published(_ site: TestSite, _ locale: String = "en-us") -> [String] {
    site.files.filter { $0.hasPrefix("\(locale)/") }
      .map { String($0.dropFirst(locale.count + 1)) }
      .filter {
        !$0.hasPrefix("localization/") && !$0.hasSuffix(".md") && $0 != "llms.txt"
          && $0 != "navigation.json"
      }
  }

  @Test func givesGroupsTheirPlaces() throws {
    let site = try site(
      content: """
        {"files": ["**/*.md"], "src": "articles", "exclude": ["drafts/**", "articles/x.md"], "dest": "learn"},
        {"files": ["**/*.md"], "src": "reference", "dest": "api/v1"},
        {"files": ["*.md"], "exclude": ["README.md"]}
        """,
      resource: "{\"files\": [\"**/*.png\"], \"src\": \"media\", \"dest\": \"learn/images\"}",
      [
        "en-us/docs/index.md": "# Home\n\n[a](articles/a.md), [b](reference/b.md#part)\n",
        "en-us/docs/README.md": "# R\n", "en-us/docs/articles/x.md": "# X\n",
        "en-us/docs/articles/drafts/d.md": "# D\n",
        "en-us/docs/articles/a.md":
          "# A\n\n![p](../media/p.png) [b](../reference/b.md) [home](~/index.md)\n",
        "en-us/docs/reference/b.md": "# B\n\n## Part\n\n[a](../articles/a.md)\n",
        "en-us/docs/media/p.png": "PNG",
        "fr-fr/docs/articles/a.md": "---\ntitle: Fr\n---\n# Fr\n\n[b](../reference/b.md)\n",
      ])
    #expect(
      published(site) == [
        "docs/api/v1/b.html", "docs/index.html", "docs/learn/a.html", "docs/learn/images/p.png",
        "index.html",
      ])
    #expect(
      site.article("en-us/docs/index.html").contains(
        "<a href=\"learn/a.html\">a</a>, <a href=\"api/v1/b.html#part\">b</a>"))
    let page = site.article("en-us/docs/learn/a.html")
    #expect(page.contains("src=\"images/p.png\""), "\(page)")
    #expect(page.contains("<a href=\"../api/v1/b.html\">b</a> <a href=\"../index.html\">home</a>"))
    // The page in Markdown leads to the pages in Markdown beside it.
    #expect(site["en-us/docs/learn/a.md"].contains("![p](images/p.png) [b](../api/v1/b.md)"))
    #expect(site["en-us/docs/api/v1/b.md"].contains("[a](../../learn/a.md)"))
    // A translation and what stands for one lie at the same place.
    #expect(site["fr-fr/docs/learn/a.html"].contains("href=\"../../../en-us/docs/learn/a.html\""))
    #expect(site.files.contains("fr-fr/docs/api/v1/b.html"))
    #expect(site.article("fr-fr/docs/learn/a.html").contains("href=\"../api/v1/b.html\""))
    #expect(
      site["en-us/navigation.json"].contains("docs/learn/a.html"),
      "\(site["en-us/navigation.json"])")
    #expect(site.problems.filter { !$0.contains("link.untranslated") } == [])
  }

  /// A group whose folder isn't there names nothing, which nobody would notice.
  @Test func reportsFoldersThatAreNotThere() throws {
    let site = try TestSite([
      "en-us/docfx.json": """
      {"build": {"content": [{"files": ["**/*.md"], "src": "article"},
        {"files": ["**/*.md"], "src": "articles"}, {"files": ["**/*.md"], "src": "./"}],
        "resource": [{"files": ["**/*.png"], "src": "null"}]}}
      """, "en-us/articles/deep/a.md": "# A\n", "fr-fr/articles/b.md": "# B\n",
      "fr-fr/docfx.json": """
      {"build": {"content": [{"files": ["**/*.md"], "src": "articles/deep"}, {"files": ["**/*.md"]}]}}
      """,
    ])
    #expect(
      site.problems == [
        "en-us/docfx.json:1:54: warning: there is no folder 'article', so this group names no files; "
          + "did you mean 'articles'? [docfx.folder]",
        "en-us/docfx.json:3:47: warning: there is no folder 'null', so this group names no files "
          + "[docfx.folder]",
      ], "\(site.problems)")
  }

  /// `src` alone takes its folder off, as DocFX does; the first group that names a file decides.
  @Test func takesTheFolderOff() throws {
    let site = try site(
      content: """
        {"files": ["a.md"], "src": "articles", "dest": "first"},
        {"files": ["**/*.{md,yml}"], "src": "articles"}, "extra/*.md"
        """, in: "",
      [
        "en-us/articles/a.md": "# A\n\n[b](sub/b.md) [c](../extra/c.md)\n",
        "en-us/articles/sub/b.md": "# B\n\n[a](../a.md)\n", "en-us/extra/c.md": "# C\n",
        "en-us/articles/toc.yml": "- name: A\n  href: a.md\n- name: B\n  href: sub/b.md\n",
      ])
    #expect(published(site) == ["extra/c.html", "first/a.html", "index.html", "sub/b.html"])
    #expect(
      site.article("en-us/first/a.html").contains(
        "<a href=\"../sub/b.html\">b</a> <a href=\"../extra/c.html\">c</a>"))
    // The navigation too leads to the places.
    #expect(site["en-us/sub/b.html"].contains("href=\"../first/a.html\""))
    #expect(site.problems == [])
  }

  /// `src` may lead out of the folder of `docfx.json`, though not out of the language's.
  @Test func followsFoldersBesideTheConfiguration() throws {
    let site = try site(
      content: """
        {"files": ["**/*.md"], "src": "../pages", "dest": "guide"},
        {"files": ["**/*.md"], "src": "../../fr-fr"}, {"files": ["**/*.md"], "dest": "../../.."}
        """, in: "build",
      [
        "en-us/pages/a.md": "# A\n", "en-us/build/b.md": "# B\n",
        "fr-fr/pages/a.md": "---\ntitle: Fr\n---\n# Fr\n",
      ])
    #expect(published(site) == ["build/guide/a.html", "index.html"])
    #expect(published(site, "fr-fr").contains("build/guide/a.html"))
    #expect(
      site.problems == [
        "en-us/build/docfx.json:2:31: warning: '../../fr-fr' leads out of the language's folder; the group of files isn't followed; name a folder of the language's [docfx.folder]",
        "en-us/build/docfx.json:2:78: warning: '../../..' leads out of the language's folder; the group of files isn't followed; name a folder of the language's [docfx.folder]",
      ])
  }

  /// A group that isn't made as it should be is told, and the others count.
  @Test func tellsWhichGroupsSayNothing() throws {
    let site = try site(
      content: """
        {"file": ["a.md"]}, {"files": ["a.md"], "src": ["x"]}, {"files": ["a.md"], "dest": {}},
        {"files": ["a.md"], "src": null, "dest": "there"}
        """, in: "",
      ["en-us/a.md": "# A\n", "en-us/b.md": "# B\n"])
    #expect(published(site) == ["index.html", "there/a.html"])
    #expect(
      site.problems == [
        "en-us/docfx.json:1:24: warning: a group of files without 'files' names none; write {\"files\": [\"**/*.md\"]} [docfx.shape]",
        "en-us/docfx.json:1:71: warning: this is no folder; the group of files isn't followed; write one as a text [docfx.shape]",
        "en-us/docfx.json:1:107: warning: this is no folder; the group of files isn't followed; write one as a text [docfx.shape]",
      ])
  }

  /// What `resource` names only to exclude it isn't copied, and a link to it is reported.
  @Test func withholdsExcludedResources() throws {
    let site = try site(
      content: "{\"files\": [\"**/*.md\"]}",
      resource: """
        {"files": ["**/*.png", "**/*.yaml"], "exclude": ["internal/**", "docs/old.png"]},
        {"files": ["internal/public/*.png"]}
        """,
      [
        "en-us/docs/index.md": "# Home\n\n![s](internal/s.png) ![p](internal/public/p.png)\n",
        "en-us/docs/internal/s.png": "S", "en-us/docs/internal/public/p.png": "P",
        "en-us/docs/a.yaml": "a: b\n", "en-us/docs/internal/a.yaml": "a: b\n",
        "en-us/docs/other.pdf": "PDF",
      ])
    #expect(
      published(site) == [
        "docs/a.yaml", "docs/index.html", "docs/internal/public/p.png", "docs/other.pdf",
        "index.html",
      ])
    #expect(
      site.problems == [
        "en-us/docs/index.md:3:6: warning: no image 'internal/s.png'; 'docfx.json' excludes it from 'resource' [image.missing]"
      ])
  }

  /// An address on the server names the place, not the file; a redirection is relative to it.
  @Test func findsPagesByTheirAddress() throws {
    let site = try TestSite([
      "en-us/docs/docfx.json": """
      {"build": {"content": [{"files": ["**/*.md"], "src": "articles", "dest": "learn"}],
        "globalMetadata": {"breadcrumb_path": "/product/set/breadcrumb/toc.json"}}}
      """,
      "en-us/docs/.openpublishing.redirection.json": """
      {"redirections": [
        {"source_path": "articles/old.md", "redirect_url": "/product/set/learn/a#part"},
        {"source_path": "articles/older.md", "redirect_url": "a"}]}
      """,
      "en-us/docs/articles/a.md": "# A\n\n## Part\n\n[a](/product/set/learn/a) [o](older.md)\n",
    ])
    let page = site.article("en-us/docs/learn/a.html")
    #expect(page.contains("<a href=\"a.html\">a</a> <a href=\"a.html\">o</a>"), "\(page)")
    #expect(site["en-us/docs/learn/old.html"].contains("url=a.html#part"), "\(site.files)")
    #expect(site["en-us/docs/learn/older.html"].contains("url=a.html"))
  }

  @Test func refusesTwoFilesForOnePlace() throws {
    #expect {
      try site(
        content:
          "{\"files\": [\"**/*.md\"], \"src\": \"a\"}, {\"files\": [\"**/*.md\"], \"src\": \"b\"}",
        ["en-us/docs/a/x.md": "# A\n", "en-us/docs/b/x.md": "# B\n"])
    } throws: { error in
      "\(error)".contains("docs/a/x.md") && "\(error)".contains("docs/b/x.md")
    }
  }
}
