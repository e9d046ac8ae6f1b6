import DocGen
import TestSupport
import Testing

/// `docfx.json` and the redirections beside it.
@Suite struct ContentDocsetTests {
  private static let configuration = """
    {
      // A comment, and commas that JSON doesn't have.
      "build": {
        "content": [{"files": ["**/*.{md,yml}",], "exclude": ["**/drafts/**", "README.md"]}],
        "globalMetadata": {"titleSuffix": "Set", "breadcrumb_path": "/product/set/breadcrumb/toc.json"},
        "fileMetadata": {"titleSuffix": {"a/**/*.md": "Part \\"A\\""}, "ROBOTS": {"a/hidden.md": "NOINDEX"}},
        /* the end */
      },
    }
    """

  private func site(_ more: [String: String]) throws -> TestSite {
    var files = [
      "en-us/docs/docfx.json": Self.configuration,
      "en-us/docs/index.md": "---\ntitle: Home\n---\n# Home\n",
      "en-us/docs/a/page.md": "# Page *one*\n\n## Part\n",
    ]
    files.merge(more) { $1 }
    return try TestSite(files)
  }

  @Test func publishesWhatTheConfigurationNames() throws {
    let site = try site([
      "en-us/docs/drafts/x.md": "# X\n", "en-us/docs/README.md": "# R\n", "en-us/other.md": "# O\n",
      "en-us/docs/a/hidden.md": "[!INCLUDE [x](../drafts/x.md)]\n",
    ])
    let pages = site.files.filter { $0.hasSuffix(".html") && $0.hasPrefix("en-us/docs") }
    #expect(
      pages == ["en-us/docs/a/hidden.html", "en-us/docs/a/page.html", "en-us/docs/index.html"])
    #expect(!site.files.contains("en-us/other.html"))
    #expect(site["en-us/docs/index.html"].contains("<title>Home | Set</title>"))
    #expect(site["en-us/docs/a/page.html"].contains("<title>Page one | Part &quot;A&quot;</title>"))
    #expect(site["en-us/docs/a/hidden.html"].contains("content=\"noindex\""))
    #expect(site.problems == [])
  }

  @Test func resolvesTheTopOfTheDocset() throws {
    let site = try site([
      "en-us/docs/includes/i.md": "Included.\n",
      "en-us/docs/a/b.md":
        "# B\n\n[!INCLUDE [i](~/includes/i.md)]\n\n[p](~/a/page.md#part), [q](/product/set/a/page#part),"
        + " [r](/en-us/product/set/), [s](/product/other)\n",
    ])
    let article = site.article("en-us/docs/a/b.html")
    #expect(article.contains("<p>Included.</p>"))
    #expect(article.contains("<a href=\"page.html#part\">p</a>"))
    #expect(article.contains("<a href=\"page.html#part\">q</a>"))
    #expect(article.contains("<a href=\"../index.html\">r</a>"))
    #expect(article.contains("<a href=\"https://learn.microsoft.com/en-us/product/other\">s</a>"))
    #expect(site.problems == [])
  }

  /// What an address begins with may be a locale; anything else is a part of the path.
  @Test(arguments: [
    ("/en-us/product/set/a/page", true), ("/zh-Hans-CN/product/set/a/page", true),
    ("/sr-Latn-rs/product/set/a/page/", true), ("/fil-PH/product/set/a/page", true),
    ("/EN-us/product/set/a/page", false), ("/e-us/product/set/a/page", false),
    ("/en-/product/set/a/page", false), ("/en-us-/product/set/a/page", false),
    ("/en-1us/product/set/a/page", false), ("/en/product/set/a/page", false),
    ("/product/set/a/page", true), ("/en-us", false),
  ])
  func passesOverTheLocaleOfAnAddress(_ address: String, _ isOfSet: Bool) throws {
    let site = try site(["en-us/docs/a/b.md": "# B\n\n[p](\(address))\n"])
    let article = site.article("en-us/docs/a/b.html")
    #expect(article.contains("<a href=\"page.html\">p</a>") == isOfSet)
  }

  @Test func followsRedirections() throws {
    let site = try site([
      "en-us/.openpublishing.redirection.json": """
      {"redirections": [
        {"source_path": "docs/old.md", "redirect_url": "/product/set/older", "redirect_document_id": false},
        {"source_path": "docs/older.md", "redirect_url": "/product/set/a/page#part"},
        {"source_path": "docs/gone.md", "redirect_url": "https://example.com/x"},
      ]}
      """,
      "en-us/docs/b.md": "# B\n\n[old](old.md), [gone](gone.md), [anchor](old.md#part)\n",
    ])
    let article = site.article("en-us/docs/b.html")
    #expect(article.contains("<a href=\"a/page.html#part\">old</a>"))
    #expect(article.contains("<a href=\"https://example.com/x\">gone</a>"))
    let moved = site["en-us/docs/old.html"]
    #expect(moved.contains("<meta http-equiv=\"refresh\" content=\"0; url=a/page.html#part\">"))
    #expect(moved.contains("<a href=\"a/page.html#part\">Page one</a>"))
    #expect(site["en-us/docs/gone.html"].contains("url=https://example.com/x"))
    #expect(
      site.problems
        == [
          "en-us/docs/b.md:3:7: note: 'old.md' moved; the link follows the redirection; write 'a/page.md' [link.moved]",
          "en-us/docs/b.md:3:23: note: 'gone.md' moved; the link follows the redirection; write 'https://example.com/x' [link.moved]",
          "en-us/docs/b.md:3:42: note: 'old.md#part' moved; the link follows the redirection; write 'a/page.md' [link.moved]",
        ])
  }

  /// Links from the top of the server to pages that moved, to folders with blanks, and redirections to
  /// other servers.
  @Test func followsRedirectionsFromTheTopOfTheServer() throws {
    let site = try site([
      "en-us/.openpublishing.redirection.json": """
      {"redirections": [
        {"source_path": "docs/old.md", "redirect_url": "/product/set/a%20b/page"},
        {"source_path": "docs/far.md", "redirect_url": "//x.example/z"},
      ]}
      """,
      "en-us/docs/a b/page.md": "# Apart\n",
      "en-us/docs/b.md":
        "# B\n\n[o](/product/set/old) [s](/product/set/a%20b/page#x) [f](far.md)\n",
      "en-us/docs/toc.yml": "- name: Old\n  href: /product/set/old\n",
    ])
    #expect(
      site.article("en-us/docs/b.html").contains(
        "<a href=\"a%20b/page.html\">o</a> <a href=\"a%20b/page.html#x\">s</a> "
          + "<a href=\"https://x.example/z\">f</a>"))
    #expect(site["en-us/docs/b.html"].contains("<a href=\"a%20b/page.html\">Old</a>"))
    #expect(
      site.problems.contains(
        "en-us/docs/b.md:3:5: note: '/product/set/old' moved; the link follows the redirection; "
          + "write 'a%20b/page.md' [link.moved]"), "\(site.problems)")
  }

  /// A translation of a page that the source redirects is shown, with a warning.
  @Test func reportsTranslationsOfPagesThatMoved() throws {
    let site = try site([
      "en-us/.openpublishing.redirection.json":
        "{\"redirections\": [{\"source_path\": \"docs/old.md\", \"redirect_url\": \"/product/set/a/page\"}]}",
      "de-de/docs/old.md": "---\ntitle: Alt\n---\n# Alt\n", "de-de/docs/a/page.md": "# Seite\n",
    ])
    #expect(site.article("de-de/docs/old.html").contains("Alt"))
    #expect(
      site.problems.filter { $0.contains("redirect.") } == [
        "de-de/docs/old.md: warning: the original moved to '/product/set/a/page'; this translation is "
          + "still shown; translate the page that it moved to, and remove this one "
          + "[redirect.shadowed]"
      ], "\(site.problems)")
  }

  /// Older pages say in their front matter where they are now.
  @Test func followsPagesThatSayWhereTheyAre() throws {
    let site = try site([
      "en-us/docs/old.md": "---\ntitle: Old\nredirect_url: ./a/page\n---\n# Old\n",
      "en-us/docs/far.md": "---\nredirect_url: /product/set/a/page#part\n---\n",
      "en-us/docs/lost.md": "---\nredirect_url: nowhere\n---\n",
      "en-us/docs/b.md": "# B\n\n[old](old.md), [far](far.md)\n",
      "en-us/docs/toc.yml": "- name: Old\n  href: old.md\n",
      "de-de/docs/old.md": "---\ntitle: Alt\nredirect_url: ./a/page\n---\n# Alt\n",
      "de-de/docs/a/page.md": "# Seite\n", "de-de/docs/b.md": "# B\n\n[alt](old.md)\n",
    ])
    let article = site.article("en-us/docs/b.html")
    #expect(
      article.contains(
        "<a href=\"a/page.html\">old</a>, <a href=\"a/page.html#part\">far</a>"))
    #expect(site["en-us/docs/old.html"].contains("url=a/page.html"))
    #expect(site["en-us/docs/far.html"].contains("url=a/page.html#part"))
    #expect(site.article("de-de/docs/b.html").contains("<a href=\"a/page.html\">alt</a>"))
    #expect(site["de-de/docs/old.html"].contains("url=a/page.html"))
    #expect(!site["sitemap.xml"].contains("old.html"))
    #expect(
      site.problems.filter { !$0.contains("moved") } == [
        "en-us/docs/lost.md: warning: no page 'nowhere' to redirect to [redirect.broken]"
      ], "\(site.problems)")
  }

  /// The files may lie anywhere if the configuration of the publication names them.
  @Test(arguments: [
    #"{"docsets_to_publish": [{"redirection_files": ["docs/a/.openpublishing.redirection.a.json"]}]}"#,
    #"{"redirection_files": ["/docs/a/.openpublishing.redirection.a.json", "x.json", 1],}"#,
  ])
  func followsRedirectionsOfOtherFolders(configuration: String) throws {
    let site = try site([
      "en-us/.openpublishing.publish.config.json": configuration,
      "en-us/docs/a/.openpublishing.redirection.a.json": """
      {"redirections": [
        {"source_path_from_root": "/docs/a/old.md", "redirect_url": "/product/set/a/page"},
        {"source_path": "older.md", "redirect_url": "/product/set/a/page"},
      ]}
      """,
      "en-us/docs/b.md": "# B\n\n[old](a/old.md), [older](a/older.md)\n",
    ])
    let article = site.article("en-us/docs/b.html")
    #expect(article.contains("<a href=\"a/page.html\">old</a>, <a href=\"a/page.html\">older</a>"))
    #expect(site["en-us/docs/a/old.html"].contains("url=page.html"))
    #expect(site.problems.allSatisfy { $0.contains("[link.moved]") }, "\(site.problems)")
  }

  @Test func namesCirclesAndWhatIsNotThere() throws {
    let site = try site([
      "en-us/docs/.openpublishing.redirection.more.json": """
      {"redirections": [
        {"source_path": "x.md", "redirect_url": "y"},
        {"source_path": "y.md", "redirect_url": "./x"},
        {"source_path": "z.md", "redirect_url": "nowhere"},
        {"source_path": "a/page.md", "redirect_url": "index"},
        {"source_path": "../../etc/passwd", "redirect_url": "index"},
        {"source_path": "z.md", "redirect_url": "index"}
      ]}
      """
    ])
    let file = "en-us/docs/.openpublishing.redirection.more.json"
    #expect(
      site.problems == [
        "\(file):2:19: error: pages redirect in a circle: 'docs/x.md' → 'docs/y.md' → 'docs/x.md' [redirect.loop]",
        "\(file):4:19: warning: no page 'nowhere' to redirect to [redirect.broken]",
        "\(file):5:19: warning: 'docs/a/page.md' is redirected but still a page, which is shown; remove the page or the entry [redirect.shadowed]",
        "\(file):6:3: warning: an entry needs 'source_path' inside the folder, and 'redirect_url' [redirect.shape]",
        "\(file):7:19: warning: 'z.md' is redirected twice; the first time is in line 4 [redirect.duplicate]",
      ])
  }

  @Test(arguments: [
    ("globalMetadata", "fileMetadata"), ("globalmetadata", "filemetadata"),
    ("GLOBALMETADATA", "FileMetadata"),
  ])
  func readsMetadataInAnyLetters(global: String, file: String) throws {
    let site = try TestSite([
      "en-us/docfx.json":
        "{\"Build\": {\"\(global)\": {\"TitleSuffix\": \"Set\"}, \"\(file)\": {\"robots\": {\"b.md\": \"NOINDEX\"}}}}",
      "en-us/a.md": "# A\n", "en-us/b.md": "# B\n",
    ])
    #expect(site["en-us/a.html"].contains("<title>A | Set</title>"))
    #expect(!site["en-us/a.html"].contains("noindex"))
    #expect(site["en-us/b.html"].contains("content=\"noindex\""))
    #expect(site.problems == [])
  }

  /// What the files say counts more than the metadata of `docfx.json`; each holds for its docset.
  @Test func readsFilesWithMetadata() throws {
    let site = try TestSite([
      "en-us/docs/docfx.json": """
      {"build": {"globalMetadata": {"titleSuffix": "Set", "ROBOTS": "NOINDEX"},
        "globalMetadataFiles": ["meta/all.json", "meta/more.json"],
        "fileMetadata": {"titleSuffix": {"a/**": "A"}},
        "fileMetadataFiles": "meta\\\\some.json"}}
      """,
      "en-us/docs/meta/all.json": "{\"titleSuffix\": \"All\",}",
      "en-us/docs/meta/more.json": "{\"robots\": \"INDEX\"}",
      "en-us/docs/meta/some.json": "{\"titleSuffix\": {\"a/c.md\": \"C\"}} // fine",
      "en-us/docs/b.md": "# T\n", "en-us/docs/a/b.md": "# T\n", "en-us/docs/a/c.md": "# T\n",
    ])
    #expect(site["en-us/docs/b.html"].contains("<title>T | All</title>"))
    #expect(!site["en-us/docs/b.html"].contains("noindex"))
    #expect(site["en-us/docs/a/b.html"].contains("<title>T | A</title>"))
    #expect(site["en-us/docs/a/c.html"].contains("<title>T | C</title>"))
    #expect(site.problems == [])
  }

  @Test(arguments: ["gone.json", "../secret.json", "/etc/passwd"])
  func missesFilesWithMetadata(name: String) throws {
    let site = try TestSite([
      "secret.json": "{\"titleSuffix\": \"Secret\"}", "en-us/a.md": "# A\n",
      "en-us/docfx.json":
        "{\"build\": {\"globalMetadata\": {\"titleSuffix\": \"Set\"},\n\"globalMetadataFiles\": [\"\(name)\"]}}",
    ])
    #expect(site["en-us/a.html"].contains("<title>A | Set</title>"))
    #expect(site.problems.count == 1, "\(site.problems)")
    #expect(site.problems[0].hasSuffix("[docfx.file]"))
    #expect(site.problems[0].hasPrefix("en-us/docfx.json:2:25: "), "\(site.problems)")
  }

  /// Of a set with several files a translation may have some.
  @Test func missingConfigurationsComeFromTheSource() throws {
    func configuration(_ suffix: String) -> String {
      "{\"build\": {\"content\": [{\"files\": [\"*.md\"]}], \"globalMetadata\": {\"titleSuffix\": \"\(suffix)\"}}}"
    }
    let page = "---\ntitle: T\n---\n# T\n"
    let site = try TestSite([
      "en-us/a/docfx.json": configuration("A"), "en-us/a/p.md": page,
      "en-us/b/docfx.json": configuration("B"), "en-us/b/p.md": page, "en-us/b/x/p.md": page,
      "en-us/c/d/docfx.json": configuration("D"), "en-us/c/d/p.md": page,
      "fr-fr/a/docfx.json": configuration("Ah"), "fr-fr/a/p.md": page,
      "fr-fr/b/p.md": page.replacing("T", with: "U"), "fr-fr/b/x/p.md": page,
      "fr-fr/c/docfx.json": configuration("C").replacing("*.md", with: "**/*.md"),
      "fr-fr/c/d/p.md": page,
    ])
    #expect(site["fr-fr/a/p.html"].contains("<title>T | Ah</title>"))
    #expect(site["fr-fr/b/p.html"].contains("<title>U | B</title>"))
    #expect(!site.files.contains("fr-fr/b/x/p.html"))
    // Where the translation has a file above, that holds.
    #expect(site["fr-fr/c/d/p.html"].contains("<title>T | C</title>"))
    #expect(site.problems == [])
  }

  @Test func survivesABrokenConfiguration() throws {
    let site = try TestSite([
      "en-us/docfx.json": "{ \"build\": [", "en-us/index.md": "# Home\n",
    ])
    #expect(site.problems.count == 1 && site.problems[0].contains("en-us/docfx.json:"))
    #expect(site.files.contains("en-us/index.html"))
  }
}
