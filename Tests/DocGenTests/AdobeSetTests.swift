import TestSupport
import Testing

/// What sets of Adobe's documentation have besides their pages' Markdown: addresses from the top, and
/// inclusions in braces.
@Suite struct AdobeSetTests {
  private func site(_ page: String) throws -> TestSite {
    try TestSite([
      "en-us/help/page.md": "# Page\n", "en-us/help/assets/i.png": "png",
      "en-us/help/_includes/legal.md": "Legal.\n",
      "sv-se/help/page.md": "# Sida\n\n\(page)\n",
      "sv-se/help/other.md": "# Annan\n\n## Del {#del}\n",
      "sv-se/help/_includes/snippets.md": "## One {#one}\n\nFörsta.\n",
    ])
  }

  @Test(arguments: [
    ("[a](/help/other.md#del)", "<a href=\"other.html#del\">a</a>"),
    ("[a](/help//other.md)", "<a href=\"other.html\">a</a>"),
    ("![a](/help/assets/i.png)", "<img src=\"../../en-us/help/assets/i.png\""),
    ("[a](/help/gone.md)", "<a href=\"https://learn.microsoft.com/sv-se/help/gone.md\">a</a>"),
    ("[a](/help/other)", "<a href=\"https://learn.microsoft.com/sv-se/help/other\">a</a>"),
    ("{{$include /help/_includes/legal.md}}", "<p>Legal.</p>"),
    (
      "a {{$include _includes/legal.md}} b",
      "<p>a <bdi lang=\"en-US\" dir=\"ltr\">Legal.</bdi> b</p>"
    ),
    ("{{one}}", "<p>Första.</p>"), ("a {{ one }} b", "<p>a Första. b</p>"),
    ("`{{one}}` {{none}} {{a b}}", "<p><code>{{one}}</code> {{none}} {{a b}}</p>"),
    ("```\n{{one}}\n```", "<code>{{one}}\n</code>"),
  ])
  func leadsAndIncludes(markdown: String, expected: String) throws {
    let site = try site(markdown)
    let article = site.article("sv-se/help/page.html")
    #expect(article.contains(expected), "\(article)")
    #expect(site.problems.filter { !$0.contains("untranslated") } == [])
  }

  /// A section ends with the next heading of its level; what is included is no page.
  @Test func sectionsOfTheSource() throws {
    let site = try TestSite([
      "en-us/help/page.md": "# Page\n\n{{one}}\n",
      "en-us/help/_includes/snippets.md":
        "## One {#one}\n\nFirst.\n\n### In it\n\nMore.\n\n## Two {#two}\n\nSecond.\n",
    ])
    let article = site.article("en-us/help/page.html")
    #expect(article.contains("<p>First.</p>") && article.contains("<p>More.</p>"), "\(article)")
    #expect(!article.contains("Second") && !article.contains("One"), "\(article)")
    #expect(!site.files.contains { $0.contains("snippets") }, "\(site.files)")
  }

  @Test func headingsWithAnIDAreTitles() throws {
    let site = try TestSite(["en-us/a.md": "# Title {#id}\n\ntext\n"])
    #expect(site["en-us/a.html"].contains("<title>Title</title>"), "\(site["en-us/a.html"])")
  }
}
