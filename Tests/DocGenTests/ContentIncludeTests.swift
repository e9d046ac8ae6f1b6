import DocGen
import TestSupport
import Testing

@Suite struct ContentIncludeTests {
  private func markdown(
    _ page: String, _ files: [String: String] = [:], keepsIncludes: Bool = false
  ) throws -> (text: String, problems: [String]) {
    var all = ["en-us/docs/page.md": page]
    for (name, text) in files { all["en-us/\(name)"] = text }
    let site = try TestSite(all) { $0.keepsIncludes = keepsIncludes }
    return (site["en-us/docs/page.md"], site.problems)
  }

  /// Titles and descriptions have the words of what they include, in the page and for other pages.
  @Test func includesWordsInTitles() throws {
    let site = try TestSite([
      "en-us/a.md": "---\ntitle: Buy [!INCLUDE[fruit](includes/fruit.md)] now\n"
        + "description: About [!include [x](includes/fruit.md)].\n---\n# Buy\n\n[](b.md)\n",
      "en-us/b.md": "# [!INCLUDE [fruit](includes/fruit.md)] shop\n",
      "en-us/toc.yml": "- href: a.md\n- href: b.md\n",
      "en-us/includes/fruit.md": "---\nms.date: 05/01/2020\n---\n**Plums** &amp;\n[pears](x.md)\n",
      "fr-fr/a.md": "---\ntitle: Acheter [!INCLUDE[fruit](includes/fruit.md)]\n---\n# Acheter\n",
      "fr-fr/includes/fruit.md": "Prunes\n",
    ])
    let page = site["en-us/a.html"]
    #expect(page.contains("<title>Buy Plums &amp; pears now"), "\(page)")
    #expect(page.contains("content=\"About Plums &amp; pears.\""), "\(page)")
    #expect(page.contains("<a href=\"b.html\">Plums &amp; pears shop</a>"), "\(page)")
    #expect(site["fr-fr/a.html"].contains("<title>Acheter Prunes"))
    #expect(!site.files.filter { $0.hasSuffix(".html") }.contains { site[$0].contains("[!") })
  }

  /// What can't be included, and what isn't an inclusion.
  @Test(arguments: [
    ("Buy [!INCLUDE [fruit](includes/none.md)] now", "Buy fruit now"),
    ("Buy [!INCLUDE [fruit](b.md)] now", "Buy fruit now"),
    ("Buy [!INCLUDE [fruit](includes/nested.md)] now", "Buy fruit now"),
    ("Buy [fruit](includes/fruit.md) now", "Buy [fruit](includes/fruit.md) now"),
    ("The [!NOTE] keyword", "The [!NOTE] keyword"),
    ("The `[!INCLUDE [x](a.md)]` keyword", "The `[!INCLUDE [x](a.md)]` keyword"),
  ])
  func leavesOtherTitles(title: String, expected: String) throws {
    let site = try TestSite([
      "en-us/a.md": "---\ntitle: '\(title)'\n---\n# A\n", "en-us/b.md": "# B\n",
      "en-us/includes/fruit.md": "Plums\n",
      "en-us/includes/nested.md": "[!INCLUDE [x](fruit.md)]\n",
    ])
    #expect(site["en-us/a.html"].contains("<title>\(expected)"), "\(site["en-us/a.html"])")
  }

  /// The markup of a heading that is the title goes, what it includes comes.
  @Test(arguments: [
    ("Buy **now** [!INCLUDE [fruit](includes/fruit.md)] {#own}", "Buy now Plums"),
    ("[!INCLUDE [fruit](includes/fruit.md)] by <b>`*`</b> [x](b.md)", "Plums by * x"),
    ("[Buy [!INCLUDE [fruit](includes/fruit.md)]](b.md) *now*", "Buy Plums now"),
    ("The `[!INCLUDE [x](a.md)]` keyword", "The `[!INCLUDE [x](a.md)]` keyword"),
    ("Buy **now** {#own}", "Buy now"),
  ])
  func includesWordsInHeadings(heading: String, expected: String) throws {
    let site = try TestSite([
      "en-us/a.md": "# \(heading)\n", "en-us/b.md": "# B\n", "en-us/includes/fruit.md": "Plums\n",
    ])
    #expect(site["en-us/a.html"].contains("<title>\(expected)</title>"), "\(site["en-us/a.html"])")
  }

  @Test(arguments: [
    ("Before\n\n[!INCLUDE [x](../includes/a.md)]\n\nAfter\n", "Before\n\nOne\n\nTwo\n\nAfter\n"),
    ("[!include[x](../includes/a.md)]\n", "One\n\nTwo\n"),
    ("[!INCLUDE[](<../includes/a.md>)]", "One\n\nTwo"),
    ("Say [!INCLUDE [x](../includes/word.md)] now\n", "Say hello now\n"),
    ("> [!NOTE]\n> [!INCLUDE [x](../includes/a.md)]\n", "> [!NOTE]\n> One\n> \n> Two\n"),
    // In a row bars of the file are text; elsewhere they are what they are.
    (
      "| a | b |\n|-|-|\n| [!INCLUDE [x](../includes/bars.md)] | c |\n",
      "| a | b |\n|-|-|\n| x \\| `y\\|z` \\| v | c |\n"
    ),
    ("a | [!INCLUDE [x](../includes/bars.md)]\n", "a | x | `y|z` \\| v\n"),
    ("[!INCLUDE [x](../includes/bars.md)]\n", "x | `y|z` \\| v\n"),
    ("1. First\n   [!INCLUDE [x](../includes/a.md)]\n", "1. First\n   One\n   \n   Two\n"),
    ("- [!INCLUDE [x](../includes/a.md)]\n", "- One\n  \n  Two\n"),
    (
      "```\n[!INCLUDE [x](../includes/a.md)]\n```\n", "```\n[!INCLUDE [x](../includes/a.md)]\n```\n"
    ),
    ("`[!INCLUDE [x](../includes/a.md)]`\n", "`[!INCLUDE [x](../includes/a.md)]`\n"),
    ("[!INCLUDE [x](~/includes/word.md)]\n", "hello\n"),
    ("[! INCLUDE [x](~/includes/word.md)]\n", "hello\n"),
    ("[!INCLUDE [a [b] c](~/includes/word.md)]\n", "hello\n"),
    ("[!INCLUDE [x] (~/includes/word.md)]\n", "hello\n"),
    ("Say [!包括[x](~/includes/word.md)\n", "Say hello\n"),
    ("Say [!包括 [x](~/includes/word.md)] now\n", "Say hello now\n"),
    ("Say [!INCLUDE[x](~/includes/word.md).\n", "Say hello.\n"),
    ("[! INCLUDE [ x ](~/includes/word. md) ]\n", "hello\n"),
    ("\\[!INCLUDE [x](#y)]\n\n## Y\n", "\\[!INCLUDE [x](#y)]\n\n## Y\n"),
    ("Say [!INCLUDE [x](../includes/outer.md)] now\n", "Say hello now\n"),
    ("a <!-- [!INCLUDE [x](no.md)] --> b\n", "a <!-- [!INCLUDE [x](no.md)] --> b\n"),
    (
      "<!--\n# x\n[!INCLUDE [x](no.md)]\n-->\n[!INCLUDE [x](../includes/word.md)]\n",
      "<!--\n# x\n[!INCLUDE [x](no.md)]\n-->\nhello\n"
    ),
    (
      "Write `<!--` and [!INCLUDE [x](../includes/word.md)] and `-->`\n",
      "Write `<!--` and hello and `-->`\n"
    ),
    ("Open <!-- [!INCLUDE [x](../includes/word.md)]\n", "Open <!-- hello\n"),
  ])
  func includedTextStandsInItsPlace(page: String, expected: String) throws {
    let result = try markdown(
      page,
      [
        "includes/a.md": "---\nms.x: y\n---\nOne\n\nTwo\n\n", "includes/word.md": "hello\n",
        "includes/bars.md": "x | `y|z` \\| v\n",
        "includes/outer.md": "[!INCLUDE [x](word.md)]\n",
      ])
    #expect(result.text == expected)
    #expect(result.problems == [])
  }

  /// Behind a text that was included into a line, lines are those of the page again.
  @Test func placesBehindNestedInclusionsAreRight() throws {
    let result = try markdown(
      "Say [!INCLUDE [x](../includes/outer.md)] now\n\n[a](gone.md)\n",
      ["includes/outer.md": "[!INCLUDE [x](word.md)]\n", "includes/word.md": "hello\n"])
    #expect(
      result.problems == [
        "en-us/docs/page.md:3:5: warning: no page or file 'gone.md' [link.broken]"
      ])
  }

  @Test func linksAreThoseOfTheIncludedFile() throws {
    let result = try markdown(
      "[!INCLUDE [x](../includes/links.md)]\n",
      [
        "includes/links.md": """
        [a](../top.md#x) ![b](media/b.png) <img src="media/b.png"> [c](#here) [d](https://e.org/)
        `[e](../top.md)` :::image source="media/b.png" alt-text="b":::

        [ref]: ../top.md
        """,
        "top.md": "# X\n", "includes/media/b.png": "png",
      ])
    #expect(
      result.text == """
        [a](../top.md#x) ![b](../includes/media/b.png) <img src="../includes/media/b.png"> [c](#here) [d](https://e.org/)
        `[e](../top.md)` :::image source="../includes/media/b.png" alt-text="b":::

        [ref]: ../top.md

        """)
  }

  @Test func includesNest() throws {
    let result = try markdown(
      "[!INCLUDE [x](../includes/a.md)]\n",
      [
        "includes/a.md": "A\n\n[!INCLUDE [x](deep/b.md)]\n",
        "includes/deep/b.md": "B [t](../../top.md)",
        "top.md": "# T\n",
      ])
    #expect(result.text == "A\n\nB [t](../top.md)\n")
    #expect(result.problems == [])
  }

  @Test func aCycleIsNamed() throws {
    let result = try markdown(
      "Text\n\n[!INCLUDE [x](../includes/a.md)]\n",
      ["includes/a.md": "A\n[!INCLUDE [x](b.md)]\n", "includes/b.md": "B\n[!INCLUDE [x](a.md)]\n"])
    #expect(result.text == "Text\n\nA\nB\n\n")
    #expect(
      result.problems == [
        "en-us/includes/b.md:2:1: error: files include each other: "
          + "includes/a.md → includes/b.md → includes/a.md [include.cycle]"
      ])
  }

  @Test func aPageThatIncludesItselfIsACycle() throws {
    let result = try markdown("[!INCLUDE [x](page.md)]\n")
    #expect(result.problems.count == 1)
    #expect(result.problems.first?.contains("docs/page.md → docs/page.md") == true)
  }

  @Test func depthIsLimited() throws {
    var files: [String: String] = [:]
    for level in 0..<20 { files["includes/f\(level).md"] = "[!INCLUDE [x](f\(level + 1).md)]" }
    let result = try markdown("[!INCLUDE [x](../includes/f0.md)]\n", files)
    #expect(result.problems.map { $0.hasSuffix("[include.depth]") } == [true])
  }

  @Test func manyTimesLargeIsLimited() throws {
    // Seven levels of ten inclusions each would be ten million files.
    var files = ["includes/f8.md": String(repeating: "x", count: 100_000)]
    for level in 0..<8 {
      files["includes/f\(level).md"] = String(
        repeating: "[!INCLUDE [x](f\(level + 1).md)]\n\n", count: 10)
    }
    let result = try markdown("[!INCLUDE [x](../includes/f1.md)]\n", files)
    #expect(result.text.utf8.count < 10 << 20)
    #expect(
      result.problems == [
        "en-us/includes/f7.md:7:1: error: with what it includes the page is larger than 8 MiB "
          + "[include.size]"
      ])
  }

  /// The same with files that make nothing larger.
  @Test func manyTimesNothingIsLimited() throws {
    var files = ["includes/f8.md": ""]
    for level in 0..<8 {
      files["includes/f\(level).md"] = String(
        repeating: "[!INCLUDE [x](f\(level + 1).md)]", count: 10)
    }
    let result = try markdown("a\n\n[!INCLUDE [x](../includes/f1.md)]\n\nb\n", files)
    #expect(result.text == "a\n\n\n\nb\n")
    #expect(
      result.problems == [
        "en-us/includes/f7.md:1:127: error: the page includes more than 5000 files [include.size]"
      ])
  }

  @Test func aMissingFileIsReportedAndThePagePublished() throws {
    let result = try markdown(
      "Before\n\nx [!INCLUDE [x](../includes/wrod.md)]\n", ["includes/word.md": "hello"])
    #expect(result.text == "Before\n\nx x\n")
    #expect(
      result.problems == [
        "en-us/docs/page.md:3:3: warning: no file '../includes/wrod.md' to include; "
          + "did you mean '../includes/word.md'? [include.missing]"
      ])
  }

  @Test func aTranslationIncludesItsOwnFileElseTheSources() throws {
    let site = try TestSite([
      "en-us/page.md": "# P\n", "en-us/includes/a.md": "English", "en-us/includes/b.md": "Second",
      "fr-fr/page.md": "[!INCLUDE [x](includes/a.md)]\n\n[!INCLUDE [x](includes/b.md)]\n",
      "fr-fr/includes/a.md": "Français",
    ])
    #expect(
      site["fr-fr/page.md"]
        == "Français\n\n<div lang=\"en-US\" dir=\"ltr\">\n\nSecond\n\n</div>\n")
    let html = site.article("fr-fr/page.html")
    #expect(html.contains("<div lang=\"en-US\" dir=\"ltr\">\n<p>Second</p>\n</div>"), "\(html)")
  }

  @Test func problemsInAnIncludedFileAreReportedThere() throws {
    let result = try markdown(
      "# Page\n\n[!INCLUDE [x](../includes/a.md)]\n\n[gone](gone.md)\n",
      ["includes/a.md": "---\nms.x: y\n---\nLine\n\nSee [lost](lost.md).\n"])
    #expect(
      result.problems.sorted()
        == [
          "en-us/docs/page.md:5:8: warning: no page or file 'gone.md' [link.broken]",
          "en-us/includes/a.md:6:12: warning: no page or file '../includes/lost.md' [link.broken]",
        ].sorted())
  }

  @Test func includesMayStayAsTheyAre() throws {
    let page = "# P\n\n[!INCLUDE [x](../includes/a.md)]\n"
    let result = try markdown(page, ["includes/a.md": "A"], keepsIncludes: true)
    #expect(result.text == page)
  }
}
