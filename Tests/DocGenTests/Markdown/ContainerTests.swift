import DocGen
import Model
import Testing

/// Blocks of `:::` directives, and what their authors get wrong.
@Suite struct ContainerTests {
  @Test(arguments: [
    (
      ":::row:::\n   :::column span=\"2\":::\n      **A**\n\n      - b\n   :::column-end:::\n"
        + "   :::column:::\n       c\n   :::column-end:::\n:::row-end:::\nd\n",
      "<div class=\"row\">\n<div class=\"column column-2\">\n<p><strong>A</strong></p>\n<ul>\n"
        + "<li>b</li>\n</ul>\n</div>\n<div class=\"column\">\n<p>c</p>\n</div>\n</div>\n<p>d</p>\n"
    ),
    (
      "a\n:::row:::\n    :::column span=\"\":::\n        ```swift\n        let a = 1\n          b\n"
        + "        ```\n    :::column-end:::\n:::row-end:::\n",
      "<p>a</p>\n<div class=\"row\">\n<div class=\"column\">\n<pre tabindex=\"0\">"
        + "<code class=\"language-swift\">let a = 1\n  b\n</code></pre>\n</div>\n</div>\n"
    ),
    (
      "- x\n\n  :::row:::\n  :::column:::\n  a\n  :::column-end:::\n  :::row-end:::\n- y\n",
      "<ul>\n<li>\n<p>x</p>\n<div class=\"row\">\n<div class=\"column\">\n<p>a</p>\n</div>\n</div>\n"
        + "</li>\n<li>\n<p>y</p>\n</li>\n</ul>\n"
    ),
    (
      "::: moniker range=\">= azure-devops-2020\"\n\n## A\n\n::: moniker-end\n",
      "<div class=\"zone\">\n<p class=\"zone-title\">Applies to: <bdi>Azure DevOps 2020</bdi> and later</p>\n"
        + "<h2 id=\"a\">A</h2>\n</div>\n"
    ),
    (
      ":::zone pivot=\"csharp,python\"\na\n:::zone-end\n::: zone target=\"docs\"\nb\n::: zone-end\n",
      "<div class=\"zone\">\n<p class=\"zone-title\">Applies to: <bdi>C#</bdi>, <bdi>Python</bdi></p>\n"
        + "<p>a</p>\n</div>\n<div class=\"zone\">\n<p>b</p>\n</div>\n"
    ),
    (
      "a\n\n::: zone target=\"chromeless\"\n\n# b\n\n| c | d |\n|---|---|\n| e | f |\n\n"
        + "::: form action=\"g\" submitText=\"h\" :::\n\n::: zone-end\n\ni\n",
      "<p>a</p>\n<p>i</p>\n"
    ),
    (
      "- a\n\n  ::: zone target=\"Chromeless\"\n  :::zone pivot=\"x\":::\n  b\n  :::zone-end:::\n"
        + "  c\n  :::zone-end\n\n  d\n",
      "<ul>\n<li>\n<p>a</p>\n<p>d</p>\n</li>\n</ul>\n"
    ),
    (
      "::: zone target=\"chromeless\"\na\n```\n::: zone-end\n~~~\n```\nb\n"
        + "~~~~\n~~~\n::: zone-end\n~~~~\n::: zone-end\nc\n",
      "<p>c</p>\n"
    ),
    (
      "1. a\n\n    ::: zone target=\"chromeless\"\n    b\n    ::: zone-end\n\n    c\n",
      "<ol>\n<li>\n<p>a</p>\n<p>c</p>\n</li>\n</ol>\n"
    ),
    (
      "::: zone target=\"docs\"\na\n::: zone-end\n::: zone target=\"chromeless\"\nb\n::: zone-end\n",
      "<div class=\"zone\">\n<p>a</p>\n</div>\n"
    ),
    (
      ":::zone pivot=\"chromeless\"\na\n:::zone-end\n",
      "<div class=\"zone\">\n<p class=\"zone-title\">Applies to: <bdi>Chromeless</bdi></p>\n"
        + "<p>a</p>\n</div>\n"
    ),
    ("```\n:::row:::\n```\n", "<pre tabindex=\"0\"><code>:::row:::\n</code></pre>\n"),
    ("a ::: b\n", "<p>a ::: b</p>\n"),
    (
      ":::no-loc text=\"Kestrel\"::: and [x](:::no-loc(assert):::.md)\n",
      "<p>Kestrel and <a href=\"assert.md\">x</a></p>\n"
    ),
    ("<!--:::0-->\n\na\n", "\n<p>a</p>\n"),
    (
      "::::image type=\"icon\" source=\"a.png\":::\n",
      "<p><img src=\"a.png\" alt=\"\" class=\"icon\" loading=\"lazy\"></p>\n"
    ),
    (
      "so::::image type=\"icon\" source=\"a.png\"::::::image type=\"icon\" source=\"b.png\"::: x\n",
      "<p>so:<img src=\"a.png\" alt=\"\" class=\"icon\" loading=\"lazy\">"
        + "<img src=\"b.png\" alt=\"\" class=\"icon\" loading=\"lazy\"> x</p>\n"
    ),
    (
      "![a::: no-Loc (Razor)::: b::: No-Loc ( Some. Thing ) :::](a.png)\n",
      "<p><img src=\"a.png\" alt=\"aRazor bSome. Thing\" loading=\"lazy\"></p>\n"
    ),
    ("# \\::: no-Loc ( <x> ):: Element\n", "<h1 id=\"x-element\">&lt;x&gt; Element</h1>\n"),
    ("::: form action=\"update\" submitText=\"Save changes\" :::\na\n", "<p>a</p>\n"),
    (":::bild type=\"content\" source=\"a.png\":::\na\n", "<p>a</p>\n"),
    (":::图像 type=\"content\" source=\"a.png\":::\na\n", "<p>a</p>\n"),
    ("::: info\na\n:::\nb\n", "<p>a</p>\n<p>b</p>\n"),
    ("::: info Good to *know*\n\na\n\n:::\n", "<p>info Good to <em>know</em></p>\n<p>a</p>\n"),
    (":::\na\n", "<p>a</p>\n"),
  ])
  func makesBlocks(markdown: String, expected: String) {
    #expect(html(markdown) == expected)
  }

  @Test(arguments: [
    (">= aspnetcore-3.1", "<bdi>ASP.NET Core 3.1</bdi> and later"),
    ("<=vs-2015", "<bdi>Visual Studio 2015</bdi> and earlier"),
    ("< aspnetcore-3.0", "versions before <bdi>ASP.NET Core 3.0</bdi>"),
    (">azure-devops-2019", "versions after <bdi>Azure DevOps 2019</bdi>"),
    ("= netcore-2.1", "<bdi>.NET Core 2.1</bdi>"),
    (
      ">= aspnetcore-2.1 <= aspnetcore-2.2",
      "<bdi>ASP.NET Core 2.1</bdi> to <bdi>ASP.NET Core 2.2</bdi>"
    ),
    (
      ">=aspnetcore-2.1<aspnetcore-3.0",
      "<bdi>ASP.NET Core 2.1</bdi> and later, before <bdi>ASP.NET Core 3.0</bdi>"
    ),
    (
      ">=sql-server-ver15||=azuresqldb-current , tfs-2018",
      "<bdi>SQL Server 2019</bdi> and later, <bdi>Azure SQL Database current</bdi>,"
        + " <bdi>TFS 2018</bdi>"
    ),
    ("!= a", "<bdi>!= a</bdi>"), ("> a < b", "<bdi>&gt; a &lt; b</bdi>"),
    (">= a > b > c", "<bdi>&gt;= a &gt; b &gt; c</bdi>"), (">=", "<bdi>&gt;=</bdi>"),
  ])
  func saysWhichVersionsAPartIsFor(range: String, label: String) {
    #expect(
      html("::: moniker range=\"\(range)\"\na\n::: moniker-end\n")
        == "<div class=\"zone\">\n<p class=\"zone-title\">Applies to: \(label)</p>\n<p>a</p>\n</div>\n"
    )
  }

  /// Names of versions keep their direction among words of any language.
  @Test func saysItInTheReadersLanguage() {
    var options = MarkdownOptions(path: "a.md", locale: french)
    options.words.versionsBetween = "de {first} à {last}"
    options.words.listSeparator = " ; "
    let markdown = "::: moniker range=\">= a-1 <= a-2, b-3\"\na\n::: moniker-end\n"
    let page = MarkdownRenderer.render(Array(markdown.utf8), options)
    #expect(
      String(decoding: page.html, as: UTF8.self)
        .contains("de <bdi>A 1</bdi> à <bdi>A 2</bdi> ; <bdi>B 3</bdi></p>"))
  }

  /// Words that stay as they are, however the directive around them is spelt.
  @Test(arguments: [
    ":::no-loc-text=\"Find\":::", ":::noloc text=\"Find\":::", ":::no-loc texto=“Find”:::",
    "::: no-loc text = «Find» :::", ":::no-loc 文本=\"Find\": ::", ":::no-loc text=\\\"Find\\\":::",
    ":::NoLoc(Find):::",
  ])
  func readsMisspeltTerms(written: String) {
    #expect(html("a \(written) b :::no-loc text=\"c::d\"::: e\n") == "<p>a Find b c::d e</p>\n")
    #expect(html("\(written)\n") == "<p>Find</p>\n")
    let problems = render("\n\na \(written)\n").diagnostics.map(\.description)
    #expect(
      problems.count == 1
        && problems[0].contains(
          "3:3: warning: ':::no-loc' or its attribute is misspelt; write ':::no-loc text=\"words\":::'"
        ), "\(problems)")
  }

  @Test func keepsLinesBehindAnImageAsMarkdown() {
    let image = ":::image type=\"content\" source=\"a.png\" alt-text=\"A.\":::"
    #expect(
      html("\(image)\n**Figure 1**\n")
        == "<p><img src=\"a.png\" alt=\"A.\" loading=\"lazy\"></p>\n<p><strong>Figure 1</strong></p>\n"
    )
  }

  /// An alternative text is no Markdown, but translation tools escape its brackets.
  @Test func takesBackslashesOutOfAlternativeTexts() {
    #expect(
      html(#":::image source="a.png" alt-text="**[Run]\(実行\)**, C:\bin":::"# + "\n").contains(
        #"alt="[Run](実行), C:\bin""#))
  }

  @Test(arguments: [":::image-end:::", "::: Image-End:::", ":::IMAGE-END:::"])
  func describesAComplexImage(end: String) {
    let page = html(
      ":::image type=\"complex\" source=\"a.png\" alt-text=\"A.\":::\n    Long *words*.\n"
        + "\(end)\nb\n")
    #expect(
      page
        == "<figure class=\"image-complex\">\n<img src=\"a.png\" alt=\"A.\" loading=\"lazy\">\n"
        + "<details>\n<summary>Description of the image</summary>\n<p>Long <em>words</em>.</p>\n"
        + "</details>\n</figure>\n<p>b</p>\n")
  }

  /// Attributes may go on in further lines: nothing of them shows.
  @Test(arguments: [
    (
      ":::image type=\"content\" source=\"a.png\" alt-text=\"One\ntwo.\":::\nb\n",
      "<p>I</p>\n<p>b</p>\n"
    ),
    (
      ":::image type=\"content\"\n    source=\"a.png\"\n    alt-text=\"One two.\":::\n\nb\n",
      "<p>I</p>\n<p>b</p>\n"
    ),
    (
      ":::image source=\"a.png\" alt-text=\"One two.\"\n:::\nb\n", "<p>I</p>\n<p>b</p>\n"
    ),
    (
      "> a\n> :::image source=\"a.png\" alt-text=\"One\n> two.\":::\n> b\n",
      "<blockquote>\n<p>a</p>\n<p>I</p>\n<p>b</p>\n</blockquote>\n"
    ),
    (
      "1. a\n\n   :::image source=\"a.png\" alt-text=\"One\n   two.\":::\n\n1. b\n",
      "<ol>\n<li>\n<p>a</p>\n<p>I</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ol>\n"
    ),
    ("a :::image source=\"a.png\" alt-text=\"One\ntwo.\"::: *b*\n", "<p>a I\n<em>b</em></p>\n"),
  ])
  func attributesMayCrossLines(markdown: String, expected: String) {
    let image = "<img src=\"a.png\" alt=\"One two.\" loading=\"lazy\">"
    #expect(html(markdown) == expected.replacing("I", with: image))
    #expect(render(markdown).diagnostics == [])
  }

  @Test func quotesInsideOfValuesStay() {
    #expect(
      html(
        ":::image source=\"a.png\" alt-text=\"Press \"Save\" or \"x=1\".\" border=\"false\":::\n")
        == "<p><img src=\"a.png\" alt=\"Press &quot;Save&quot; or &quot;x=1&quot;.\" loading=\"lazy\"></p>\n"
    )
  }

  @Test(arguments: ["", "> "])
  func quotationsInColumnsKeepTheirMarks(prefix: String) {
    let page = html(
      """
      :::row:::
         :::column:::
            > [!NOTE]
            > In a column.

            Text
         :::column-end:::
      :::row-end:::

      """.split(separator: "\n", omittingEmptySubsequences: false).map { prefix + $0 }
        .joined(separator: "\n"))
    #expect(
      page.contains(
        "<p class=\"alert-title\">Note</p>\n<p>In a column.</p>\n</div>\n<p>Text</p>\n</div>\n</div>"
      ),
      "\(page)")
  }

  /// What isn't closed at all takes no more than its line.
  @Test(arguments: [
    ":::image source=\"a.png\" alt-text=\"One\n\ntwo.\n",
    ":::image source=\"a.png\" alt-text=\"One\n:::row:::\n:::row-end:::\ntwo.\n",
    ":::image source=\"a.png\" alt-text=\"One.\"\ntwo.\n",
  ])
  func whatNeverClosesTakesItsLine(markdown: String) {
    let page = html(markdown)
    #expect(page.contains("<img src=\"a.png\"") && page.contains("<p>two.</p>"), "\(page)")
  }

  @Test func describesImagesInListsAtLength() {
    let page = html(
      "1. a\n\n   :::image type=\"complex\" source=\"a.png\" alt-text=\"A\n   B.\":::\n"
        + "      First *words*.\n\n      - Item\n\n      Last words.\n   :::image-end:::\n\n"
        + "1. b\n")
    #expect(
      page.contains(
        "<details>\n<summary>Description of the image</summary>\n<p>First <em>words</em>.</p>\n"
          + "<ul>\n<li>Item</li>\n</ul>\n<p>Last words.</p>\n</details>\n</figure>\n</li>\n"),
      "\(page)")
    #expect(page.contains("alt=\"A B.\""))
  }

  @Test(arguments: [
    (
      ":::video source=\"https://a.example/v\" title=\"A film\":::\nb\n",
      "<div class=\"video\">\n<p><a href=\"https://a.example/v\">A film</a></p>\n</div>\n<p>b</p>\n"
    ),
    (
      "a :::video source=\"https://a.example/v\"::: b\n",
      "<p>a <span class=\"video\"><a href=\"https://a.example/v\">https://a.example/v</a></span> b</p>\n"
    ),
    (
      ":::video type=\"complex\" source=\"https://a.example/v\" title=\"A\":::\n   b\n:::video-end:::\n",
      "<div class=\"video\">\n<p><a href=\"https://a.example/v\">A</a></p>\n</div>\n"
        + "<div class=\"video-description\">\n<p>b</p>\n</div>\n"
    ),
  ])
  func linksToFilms(markdown: String, expected: String) {
    #expect(html(markdown) == expected)
    #expect(render(markdown).diagnostics == [])
  }

  @Test func imagesInListsInColumnsStayThere() {
    let page = html(
      ":::row:::\n  :::column:::\n    1. a\n\n       :::image source=\"a.png\" alt-text=\"A.\":::\n\n"
        + "    1. b\n  :::column-end:::\n:::row-end:::\n")
    #expect(
      page.contains(
        "<p>a</p>\n<p><img src=\"a.png\" alt=\"A.\" loading=\"lazy\"></p>\n</li>\n<li>\n<p>b</p>"),
      "\(page)")
  }

  @Test func takesIndentedImagesInLists() {
    let page = html("1. a\n\n    :::image source=\"a.png\" alt-text=\"A.\":::\n\n1. b\n")
    #expect(
      page.contains("<p>a</p>\n<p><img src=\"a.png\" alt=\"A.\" loading=\"lazy\"></p>\n</li>"))
  }

  /// A directive at the beginning of a line takes nothing of it away.
  @Test(arguments: [
    (":::image type=\"icon\" source=\"i.svg\"::: b **c**\n", "<p>I b <strong>c</strong></p>\n"),
    ("1. :::image type=\"icon\" source=\"i.svg\"::: b\n", "<ol>\n<li>I b</li>\n</ol>\n"),
    ("a\n:::image type=\"icon\" source=\"i.svg\"::: b\nc\n", "<p>a\nI b\nc</p>\n"),
    (
      "> :::image type=\"icon\" source=\"i.svg\"::: b\n",
      "<blockquote>\n<p>I b</p>\n</blockquote>\n"
    ),
    (
      ":::image type=\"icon\" source=\"i.svg\"::: :::image type=\"icon\" source=\"i.svg\":::\n",
      "<p>I I</p>\n"
    ),
    ("- :::image type=\"icon\" source=\"i.svg\":::\n", "<ul>\n<li>\n<p>I</p>\n</li>\n</ul>\n"),
  ])
  func textStaysBesideImages(markdown: String, expected: String) {
    let image = "<img src=\"i.svg\" alt=\"\" class=\"icon\" loading=\"lazy\">"
    #expect(html(markdown) == expected.replacing("I", with: image))
  }

  @Test(arguments: [
    ("a <!-- :::image type=\"icon\" source=\"i.svg\"::: --> b\n", "<p>a  b</p>\n"),
    ("<!--\n::: moniker range=\"x\"\nold\n::: moniker-end\n-->\n\nb\n", "\n<p>b</p>\n"),
    ("<!-- ::: zone\nx\n-->\n\nb\n", "\n<p>b</p>\n"),
  ])
  func whatIsCommentedOutDoesNotShow(markdown: String, expected: String) {
    #expect(html(markdown) == expected)
    #expect(render(markdown).diagnostics == [])
  }

  @Test func givesDecorationNoWords() {
    #expect(
      html("a :::image type=\"icon\" source=\"i.svg\" border=\"false\"::: b\n")
        == "<p>a <img src=\"i.svg\" alt=\"\" class=\"icon\" loading=\"lazy\"> b</p>\n")
  }

  @Test(arguments: [
    ("a\n:::row:::\nb\n", "2:1: warning: ':::row' is never ended"),
    (":::column-end:::\n", "1:1: warning: no ':::column' is open here"),
    ("::: wrong\na\n", "1:1: warning: there is no directive ':::wrong'"),
    (":::colum:::\n", "there is no directive ':::colum'; did you mean ':::column'?"),
    (":::image type=\"content\" alt-text=\"A.\":::\n", "':::image' needs source"),
    (":::image source=\"a.png\":::\n", "':::image' needs alt-text"),
    ("::: moniker\na\n::: moniker-end\n", "':::moniker' needs range"),
    (":::row:::\n:::column:::\na\n:::row-end:::\nb\n", "2:1: warning: ':::column' is never ended"),
  ])
  func saysWhatIsWrong(markdown: String, expected: String) {
    let problems = render(markdown).diagnostics.map(\.description)
    #expect(problems.count == 1 && problems[0].contains(expected), "\(problems)")
  }

  @Test(arguments: [
    (
      "a\n\n:::: image type=\"icon\" source=\"a.png\":::",
      "3:1: warning: a directive has three colons; write ':::image' [directive.damaged]"
    ),
    (
      ":::form type=\"quiz\":::",
      "1:1: warning: ':::form' needs a service where it is published; it is left out [directive.unsupported]"
    ),
    (
      "::: colum\na",
      "1:1: warning: there is no directive ':::colum'; did you mean ':::column'? [directive.unknown]"
    ),
    ("::: info\na\n:::", "1:1: warning: there is no directive ':::info' [directive.unknown]"),
    ("a\n\n:::\nb", "3:1: warning: ':::' ends nothing here [directive.unopened]"),
  ])
  func saysWhatIsNoDirective(markdown: String, expected: String) {
    #expect(render(markdown).diagnostics.map(\.description) == ["a.md:\(expected)"])
  }
}
