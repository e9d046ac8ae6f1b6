import DocGen
import TestSupport
import Testing

@Suite struct SiteLinkTests {
  /// Builds a page that has one link, at `docs/page.md`, among a few others.
  private func site(_ link: String, body: String? = nil) throws -> TestSite {
    try TestSite([
      "en-us/docs/page.md": body ?? "# Page\n\nSee [this](\(link)).\n",
      "en-us/docs/other.md": "# Other\n\n## Here too\n",
      "en-us/docs/sub/index.md": "# Sub\n",
      "en-us/docs/sub/deep page.md": "# Deep\n",
      "en-us/top.md": "# Top\n",
      "en-us/docs/media/shot.png": "png",
      "en-us/includes/part.md": "part",
      "fr-fr/docs/page.md": "# Page\n\nVoir [cela](\(link)).\n",
    ])
  }

  private func address(_ site: TestSite, _ page: String = "en-us/docs/page.html") -> String? {
    site.article(page).firstMatch(of: /<a href="([^"]*)"/).map { String($0.output.1) }
  }

  @Test(arguments: [
    ("other.md", "other.html"), ("./other.md", "other.html"),
    ("other.md#here-too", "other.html#here-too"),
    ("../top.md", "../top.html"), ("sub/", "sub/index.html"), ("sub", "sub/index.html"),
    ("other", "other.html"), ("sub/deep%20page.md", "sub/deep%20page.html"),
    ("<sub/deep page.md>", "sub/deep%20page.html"), ("sub\\\\index.md", "sub/index.html"),
    ("~/top.md", "../top.html"), ("#page", "#page"), ("media/shot.png", "media/shot.png"),
    ("https://example.com/a.md", "https://example.com/a.md"),
    ("mailto:a@example.com", "mailto:a@example.com"),
    ("//example.com/x", "https://example.com/x"),
    ("/azure/storage", "https://learn.microsoft.com/en-us/azure/storage"),
    ("/en-us/azure", "https://learn.microsoft.com/en-us/azure"),
    ("other.md?view=1", "other.html"),
  ])
  func addressInTheOutput(written: String, address expected: String) throws {
    let site = try site(written)
    #expect(address(site) == expected)
    #expect(site.problems.filter { $0.hasPrefix("en-us") } == [])
  }

  @Test func linksOfATranslationStayInItsLanguage() throws {
    let site = try site("other.md")
    #expect(address(site, "fr-fr/docs/page.html") == "other.html")
    #expect(site.article("fr-fr/docs/page.html").contains("hreflang=\"en-US\""))
    #expect(!site["fr-fr/docs/other.html"].isEmpty)
  }

  @Test func picturesOfTheSourceServeTheTranslations() throws {
    let site = try TestSite([
      "en-us/docs/page.md": "![Shot](media/shot.png)\n", "en-us/docs/media/shot.png": "png",
      "fr-fr/docs/page.md": "![Capture](media/shot.png)\n",
    ])
    #expect(
      site.article("fr-fr/docs/page.html").contains("src=\"../../en-us/docs/media/shot.png\""))
    #expect(site["en-us/docs/media/shot.png"] == "png")
    #expect(site.problems == [])
  }

  @Test(arguments: [
    (
      "othr.md",
      "warning: no page or file 'othr.md'; did you mean 'other.md'? [link.broken]"
    ),
    (
      "top.md",
      "warning: no page or file 'top.md'; did you mean '../top.md'? [link.broken]"
    ),
    ("nothing-like-it.md", "warning: no page or file 'nothing-like-it.md' [link.broken]"),
    (
      "../includes/part.md",
      "warning: no page or file '../includes/part.md'; "
        + "it is for pages to include, and no page itself [link.broken]"
    ),
    (
      "Other.md",
      "warning: 'Other.md' differs in case from the file's name; write 'other.md' [link.case]"
    ),
    (
      "other.md#here-to",
      "warning: no heading or anchor 'here-to' on 'docs/other.md'; did you mean '#here-too'? "
        + "[link.anchor]"
    ),
    ("../../../etc/passwd", "warning: no page or file '../../../etc/passwd' [link.broken]"),
  ])
  func problemOfALink(written: String, problem: String) throws {
    let site = try site(written)
    #expect(site.problems.contains("en-us/docs/page.md:3:12: \(problem)"), "\(site.problems)")
    #expect(!site["en-us/docs/page.html"].isEmpty)
  }

  /// A link without words shows what it leads to.
  @Test(arguments: [
    ("[](other.md)", "<a href=\"other.html\">Other</a>", 6, "the link '[](other.md)' has no words"),
    ("[ ][a]", "<a href=\"other.html\">Other</a>", 6, "the link '[ ][a]' has no words"),
    ("[](sub/)", "<a href=\"sub/index.html\">Sub</a>", 6, "the link '[](sub/)' has no words"),
    (
      "[](media/shot.png)", "<a href=\"media/shot.png\">shot.png</a>", 6,
      "the link '[](media/shot.png)' has no words"
    ),
    ("[](#page)", "<a href=\"#page\">page</a>", 6, "the link '[](#page)' has no words"),
    ("[b](top.md), []()", "<a href=\"../top.html\">b</a>, .", 19, "'[]()' has neither words"),
    (
      "`[]()`, [](https://example.com/a)",
      "<a href=\"https://example.com/a\">https://example.com/a</a>", 14,
      "the link '[](https://example.com/a)' has no words"
    ),
  ])
  func aLinkWithoutWords(written: String, shown: String, column: Int, problem: String) throws {
    let text =
      "# Page\n\nText\nSee \(written.replacing("b](top", with: "b](../top")).\n\n[a]: other.md\n"
    let site = try site("", body: text)
    let article = site.article("en-us/docs/page.html")
    #expect(article.contains(shown), "\(article)")
    let column = written.contains("b](top") ? column + 3 : column
    #expect(
      site.problems.contains {
        $0.hasPrefix("en-us/docs/page.md:4:\(column - 1): warning: \(problem)")
          && $0.hasSuffix("; write what it leads to between '[' and ']' [link.text]")
      }, "\(site.problems)")
  }

  /// Where a translation lost the words, and what it leads to has no title, the source has them.
  @Test(arguments: [
    (
      "Dein [](https://plums.example/a)Rat", "Your [*plum* shop](https://plums.example/a) advice",
      "<a href=\"https://plums.example/a\"><span lang=\"en-US\" dir=\"ltr\">plum shop</span></a>Rat"
    ),
    // The translated page has a title.
    ("Zu [](other.md).", "See [ripe ones](other.md).", "<a href=\"other.html\">Andere</a>."),
    // The source has no such link, an image, or no words either.
    (
      "Zu [](https://plums.example/a).", "See [b](https://plums.example/ab).",
      "<a href=\"https://plums.example/a\">https://plums.example/a</a>."
    ),
    (
      "Zu [](https://plums.example/a).",
      "![b](https://plums.example/a) [](https://plums.example/a)",
      "<a href=\"https://plums.example/a\">https://plums.example/a</a>."
    ),
  ])
  func lostWordsOfLinksAreThoseOfTheSource(
    translation: String, source: String, expected: String
  ) throws {
    let site = try TestSite([
      "en-us/page.md": "# Page\n\n\(source)\n", "en-us/other.md": "# Other\n",
      "de-de/page.md": "# Seite\n\n\(translation)\n", "de-de/other.md": "# Andere\n",
    ])
    let article = site.article("de-de/page.html")
    #expect(article.contains(expected), "\(article)")
    #expect(
      site.problems.count { $0.hasPrefix("de-de/page.md:3:") && $0.hasSuffix("[link.text]") } == 1)
  }

  /// Other tools write anchors so.
  @Test func aHeadingHasNoLinkToItself() throws {
    let site = try site("", body: "# Page\n\n## [](#a)Part\n")
    #expect(site.article("en-us/docs/page.html").contains("<h2 id=\"part\">Part</h2>"))
    #expect(!site.problems.contains { $0.contains("link.text") })
  }

  @Test func aBrokenLinkIsNoLink() throws {
    let site = try site("gone.md")
    #expect(address(site) == nil)
    #expect(site.article("en-us/docs/page.html").contains("See this."))
  }

  @Test(arguments: [
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "vbscript:x", "file:///etc",
  ])
  func dangerousSchemesAreDropped(written: String) throws {
    let site = try site(written)
    #expect(address(site) == nil)
  }

  @Test func theWrongCaseIsMended() throws {
    #expect(address(try site("Sub/INDEX.md")) == "sub/index.html")
  }
}
