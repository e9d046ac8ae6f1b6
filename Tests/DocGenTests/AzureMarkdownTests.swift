import TestSupport
import Testing

/// Azure's documentation as it was written until 2016, in translations that nobody wrote anew.
@Suite struct AzureMarkdownTests {
  private func site(_ page: String, source: String = "# Page\n") throws -> TestSite {
    try TestSite([
      "en-us/page.md": source, "en-us/includes/part.md": "Included.\n",
      "it-it/includes/part.md": "Incluso.\n", "it-it/page.md": page,
    ])
  }

  @Test(arguments: [
    (
      "> [AZURE.NOTE] Testo\n> qui\n",
      "<p class=\"alert-title\">Nota</p>\n<p>Testo\nqui</p>"
    ),
    (">[WACOM.IMPORTANT]Testo\n", "<p class=\"alert-title\">Importante</p>\n<p>Testo</p>"),
    ("[AZURE.INCLUDE [parte](includes/part.md)]\n", "<p>Incluso.</p>"),
    ("Vedi [WACOM.INCLUDE [parte](./includes/part.md)] qui\n", "<p>Vedi Incluso. qui</p>"),
    (
      "> [AZURE.SELECTOR]\n- [A](page.md)\n- [B](page.md#b)\n\nTesto\n",
      "<div class=\"op_single_selector\">\n<ul>\n<li><a href=\"page.html\">A</a></li>\n"
    ),
    (
      "> [AZURE.SELECTOR-LIST (Uno | Due)]\n> - [A](page.md)\n\nTesto\n",
      "<div class=\"op_multi_selector\">\n<ul>\n<li><a href=\"page.html\">A</a></li>\n</ul>\n</div>\n<p>Testo"
    ),
    (
      "[AZURE.VIDEO un-film]\n",
      "<a href=\"https://azure.microsoft.com/documentation/videos/un-film/\">un-film</a>"
    ),
    ("[AZURE.NOTE] x\n\n##Titolo due\n", "<h2 id=\"titolo-due\">Titolo due</h2>"),
    ("[AZURE.NOTE] x\n\n###<a id=\"x\"></a>Titolo\n", "<h3 id=\"x\">Titolo</h3>"),
    ("`[AZURE.NOTE]` e [AZURE.OTHER]\n", "<p><code>[AZURE.NOTE]</code> e [AZURE.OTHER]</p>"),
    ("[AZURE.NOTE] x\n\n    ##codice [AZURE.TIP]\n", "<code>##codice [AZURE.TIP]\n</code>"),
    ("##Titolo\n", "<p>##Titolo</p>"),
    ("[AZURE.VIDEO <b>]\n", "[AZURE.VIDEO "),
  ])
  func readsMarks(markdown: String, expected: String) throws {
    let article = try site("# Pagina\n\n\(markdown)").article("it-it/page.html")
    #expect(article.contains(expected), "\(article)")
  }

  private static let former =
    "<properties\n\tpageTitle=\"Un titolo | Azure\"\n\tdescription=\"Parole.\" />\n\n"
    + "<tags ms.service=\"x\" ms.date=\"02/01/2016\" />\n\n#Un titolo\n\n[no](gone.md)\n"

  /// What stands in the place of front matter names the page and doesn't show.
  @Test func readsMetadata() throws {
    let site = try site(Self.former)
    let page = site["it-it/page.html"]
    #expect(page.contains("<title>Un titolo"), "\(page)")
    #expect(page.contains("<meta name=\"description\" content=\"Parole.\">"))
    let article = site.article("it-it/page.html")
    #expect(
      article.contains("<h1 id=\"page\"><span id=\"un-titolo\"></span>Un titolo</h1>"), "\(article)"
    )
    #expect(!article.contains("<p></p>"), "\(article)")
    #expect(site.problems.contains { $0.hasPrefix("it-it/page.md:9:") }, "\(site.problems)")
  }

  /// One warning for a file, where it begins; the source is read in the same way.
  @Test func saysSoOnce() throws {
    let page = "# P\n\n> [AZURE.TIP] a\n\n> [AZURE.TIP] b\n"
    let site = try site(page, source: page)
    #expect(
      site.problems.filter { $0.hasSuffix("[markup.former]") }.map { $0.split(separator: " ")[0] }
        == ["en-us/page.md:3:", "it-it/page.md:3:"], "\(site.problems)")
    #expect(site.article("en-us/page.html").contains("<p class=\"alert-title\">Tip</p>"))
  }
}
