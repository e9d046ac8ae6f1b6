import DocGen
import TestSupport
import Testing

/// What is code, in which no directive counts, and what only looks like it.
@Suite struct CodeLinesTests {
  @Test(arguments: [
    ("a\n\n    :::row:::\n    :::row-end:::\n", ":::row:::\n:::row-end:::\n"),
    ("a\n\n\t:::image source=\"a.png\" alt-text=\"A\":::\n", ":::image source=&quot;a.png&quot;"),
    ("1. a\n\n       :::row:::\n", ":::row:::\n"),
    ("> a\n>\n>     :::row:::\n", ":::row:::\n"),
    ("- a\n\n  b\n\n      $x_1$ :smile:\n", "$x_1$ :smile:\n"),
    ("a\n\n    b\n\n    :::row:::\n", "b\n\n:::row:::\n"),
    (":::row:::\n    $x$\n:::row-end:::\n", "$x$\n"),
    (":::zone pivot=\"a\"\n    $x$\n:::zone-end\n", "$x$\n"),
  ])
  func leavesIndentedCodeAlone(markdown: String, code: String) {
    let page = render(markdown)
    #expect(html(markdown).contains("<pre tabindex=\"0\"><code>\(code)"), "\(html(markdown))")
    #expect(page.diagnostics == [])
  }

  @Test(arguments: [
    "a\n    :::image source=\"a.png\" alt-text=\"A\":::\n",
    "- a\n\n    :::image source=\"a.png\" alt-text=\"A\":::\n",
    "1. a\n\n     :::image source=\"a.png\" alt-text=\"A\":::\n",
    "1. a\n   - b\n\n        :::image source=\"a.png\" alt-text=\"A\":::\n",
    "- a\nlazy\n\n    :::image source=\"a.png\" alt-text=\"A\":::\n",
    ":::row:::\n    :::column:::\n\n        :::image source=\"a.png\" alt-text=\"A\":::\n\n"
      + "    :::column-end:::\n:::row-end:::\n",
    "<!--\n```\n-->\n\n:::image source=\"a.png\" alt-text=\"A\":::\n",
    "<!-- a\n~~~\n:::row::: -->\n\n:::image source=\"a.png\" alt-text=\"A\":::\n",
  ])
  func followsWhatOnlyLooksLikeCode(markdown: String) {
    #expect(html(markdown).contains("<img src=\"a.png\" alt=\"A\""), "\(html(markdown))")
    #expect(render(markdown).diagnostics == [])
  }

  @Test func includesOnlyWhereNoCodeIs() throws {
    let site = try TestSite([
      "en-us/a.md": """
      # A

          [!INCLUDE [x](gone.md)]

      <!--
      ```
      -->

      [!INCLUDE [x](includes/x.md)]

      - item

          [!INCLUDE [x](includes/x.md)]
      """, "en-us/includes/x.md": "Included.",
    ])
    let article = site.article("en-us/a.html")
    #expect(article.contains("<code>[!INCLUDE [x](gone.md)]\n</code>"))
    #expect(article.ranges(of: "Included.").count == 2, "\(article)")
    #expect(site.problems == [], "\(site.problems)")
  }
}
