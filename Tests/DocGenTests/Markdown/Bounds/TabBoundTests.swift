import DocGen
import Model
import Testing

/// Tabs where they begin, end, and stand in or beside something else.
///
/// What makes a tab is DocFX's rule: a heading of any level that is nothing but a link to
/// `#tab/id(+id)*(/condition)`; the group lasts to the next thematic break, or to the end of what
/// it stands in.
@Suite struct TabBoundTests {
  /// A group of tabs that are written one behind the other.
  private static func group(_ tabs: String) -> String { "<div class=\"tabs\">\(tabs)</div>" }

  private static func tab(_ id: String, _ title: String, _ inside: String) -> String {
    "<tab \(id)><title>\(title)</title>\(inside)</tab>"
  }

  static let beginnings: [MarkdownRow] = [
    MarkdownRow("one tab", "# [A](#tab/a)\n\nx\n", group(tab("a", "A", "<p>x</p>"))),
    MarkdownRow("without a line end", "# [A](#tab/a)\nx", group(tab("a", "A", "<p>x</p>"))),
    MarkdownRow("with nothing inside", "# [A](#tab/a)\n", group(tab("a", "A", ""))),
    MarkdownRow(
      "the first of two empty", "# [A](#tab/a)\n# [B](#tab/b)\ny\n",
      group(tab("a", "A", "") + tab("b", "B", "<p>y</p>"))),
    MarkdownRow("of level six", "###### [A](#tab/a)\nx\n", group(tab("a", "A", "<p>x</p>"))),
    MarkdownRow(
      "underlined", "[A](#tab/a)\n===========\nx\n", group(tab("a", "A", "<p>x</p>"))),
    MarkdownRow("closed with #", "# [A](#tab/a) #\nx\n", group(tab("a", "A", "<p>x</p>"))),
    MarkdownRow("a tabulator behind #", "#\t[A](#tab/a)\nx\n", group(tab("a", "A", "<p>x</p>"))),
    MarkdownRow("blanks around", "  #   [A](#tab/a)   \nx\n", group(tab("a", "A", "<p>x</p>"))),
    MarkdownRow("CR LF", "# [A](#tab/a)\r\n\r\nx\r\n", group(tab("a", "A", "<p>x</p>"))),
    MarkdownRow(
      "a title of the link", "# [A](#tab/a \"Title\")\nx\n", group(tab("a", "A", "<p>x</p>"))),
    MarkdownRow(
      "an address in angle brackets", "# [A](<#tab/a>)\nx\n", group(tab("a", "A", "<p>x</p>"))),
    MarkdownRow(
      "by reference", "# [A][r]\nx\n\n[r]: #tab/a\n", group(tab("a", "A", "<p>x</p>"))),
    MarkdownRow(
      "a name with markup", "# [`A` *b* & c](#tab/a)\nx\n",
      group(tab("a", "<code>A</code> <em>b</em> &amp; c", "<p>x</p>"))),
    MarkdownRow(
      "a name from right to left", "# [تبويب](#tab/a)\nx\n",
      group("<tab a><p class=\"tab-title\" dir=\"rtl\">تبويب</p><p>x</p></tab>")),
    MarkdownRow(
      "no letters in a name", "# [日本](#tab/a)\nx\n", group(tab("a", "日本", "<p>x</p>"))),
    MarkdownRow("three ids", "# [A](#tab/a+b+c)\nx\n", group(tab("a+b+c", "A", "<p>x</p>"))),
    MarkdownRow("digits and hyphens", "# [A](#tab/a-1)\nx\n", group(tab("a-1", "A", "<p>x</p>"))),
    MarkdownRow(
      "a condition", "# [A](#tab/a/b)\nx\n",
      group("<tab a if b><title>A</title><p>x</p></tab>")),
    MarkdownRow(
      "an empty condition", "# [A](#tab/a/)\nx\n", group(tab("a", "A", "<p>x</p>"))),
    MarkdownRow(
      "several ids and a condition", "# [A](#tab/a+b/c)\nx\n",
      group("<tab a+b if c><title>A</title><p>x</p></tab>")),
    MarkdownRow(
      "the same id with two conditions", "# [A](#tab/a/x)\n1\n# [A](#tab/a/y)\n2\n---\n",
      group(
        "<tab a if x><title>A</title><p>1</p></tab><tab a if y><title>A</title><h2 id=\"2\">2</h2></tab>"
      )),
    MarkdownRow(
      "a name behind an empty anchor", "# <a name=\"\"></a>[A](#tab/a)\nx\n",
      group(tab("a", "A", "<p>x</p>"))),
    MarkdownRow(
      "two anchors before it", "# <a name=\"p\"></a><a name=\"q\"></a>[A](#tab/a)\nx\n",
      group(tab("a", "<span id=\"q\"></span>A", "<p>x</p>"))),
  ]

  static let others: [MarkdownRow] = [
    MarkdownRow(
      "no id", "# [A](#tab/)\nx\n", "<h1 id=\"a\"><a href=\"#tab/\">A</a></h1><p>x</p>"),
    MarkdownRow("no slash", "# [A](#tab)\n", "<h1 id=\"a\"><a href=\"#tab\">A</a></h1>"),
    MarkdownRow(
      "another word", "# [A](#tabs/a)\n", "<h1 id=\"a\"><a href=\"#tabs/a\">A</a></h1>"),
    MarkdownRow(
      "of another page", "# [A](b.md#tab/a)\n", "<h1 id=\"a\"><a href=\"b.md#tab/a\">A</a></h1>"),
    MarkdownRow(
      "text before it", "# See [A](#tab/a)\n", "<h1 id=\"see-a\">See <a href=\"#tab/a\">A</a></h1>"),
    MarkdownRow(
      "emphasis around it", "# **[A](#tab/a)**\n",
      "<h1 id=\"a\"><strong><a href=\"#tab/a\">A</a></strong></h1>"),
    MarkdownRow("a paragraph", "[A](#tab/a)\n", "<p><a href=\"#tab/a\">A</a></p>"),
    MarkdownRow("in code", "    # [A](#tab/a)\n", "<pre><code># [A](#tab/a)\n</code></pre>"),
    MarkdownRow(
      "in fenced code", "```\n# [A](#tab/a)\n---\n```\n",
      "<pre><code># [A](#tab/a)\n---\n</code></pre>"),
    MarkdownRow("seven signs", "####### [A](#tab/a)\n", "<p>####### <a href=\"#tab/a\">A</a></p>"),
    MarkdownRow("no blank", "#[A](#tab/a)\n", "<p>#<a href=\"#tab/a\">A</a></p>"),
    MarkdownRow("escaped", "\\# [A](#tab/a)\n", "<p># <a href=\"#tab/a\">A</a></p>"),
    MarkdownRow(
      "an image with such an address", "# ![A](#tab/a)\n",
      "<h1 id=\"a\"><img src=\"#tab/a\" alt=\"A\"></h1>"),
  ]

  static let ends: [MarkdownRow] = [
    MarkdownRow(
      "stars end it", "# [A](#tab/a)\nx\n***\ny\n", group(tab("a", "A", "<p>x</p>")) + "<p>y</p>"),
    MarkdownRow(
      "underscores end it", "# [A](#tab/a)\nx\n\n___\ny\n",
      group(tab("a", "A", "<p>x</p>")) + "<p>y</p>"),
    MarkdownRow(
      "spaced hyphens end it", "# [A](#tab/a)\nx\n\n - - -\ny\n",
      group(tab("a", "A", "<p>x</p>")) + "<p>y</p>"),
    MarkdownRow(
      "CR LF before and behind the end", "# [A](#tab/a)\r\nx\r\n\r\n---\r\ny\r\n",
      group(tab("a", "A", "<p>x</p>")) + "<p>y</p>"),
    MarkdownRow(
      "right behind the heading", "# [A](#tab/a)\n---\ny\n", group(tab("a", "A", "")) + "<p>y</p>"),
    MarkdownRow(
      "hyphens under text make a heading of it", "# [A](#tab/a)\nx\n---\ny\n",
      group(tab("a", "A", "<h2 id=\"x\">x</h2><p>y</p>"))),
    MarkdownRow(
      "a second break is a line", "# [A](#tab/a)\nx\n\n---\n\n---\ny\n",
      group(tab("a", "A", "<p>x</p>")) + "<hr><p>y</p>"),
    MarkdownRow(
      "a line in a list doesn't end it", "# [A](#tab/a)\n- x\n\n  ---\n\ny\n",
      group(tab("a", "A", "<ul><li><p>x</p><hr></li></ul><p>y</p>"))),
    MarkdownRow(
      "a line in a quotation doesn't end it", "# [A](#tab/a)\n> ---\n\ny\n",
      group(tab("a", "A", "<blockquote><hr></blockquote><p>y</p>"))),
    MarkdownRow(
      "a heading of the same level doesn't", "# [A](#tab/a)\nx\n# B\ny\n",
      group(tab("a", "A", "<p>x</p><h1 id=\"b\">B</h1><p>y</p>"))),
    MarkdownRow(
      "a raw line doesn't", "# [A](#tab/a)\nx\n\n<hr>\n\ny\n",
      group(tab("a", "A", "<p>x</p><hr><p>y</p>"))),
    MarkdownRow(
      "two groups", "# [A](#tab/a)\nx\n\n---\n\n# [A](#tab/a)\ny\n\n---\n",
      group(tab("a", "A", "<p>x</p>")) + group(tab("a", "A", "<p>y</p>"))),
    MarkdownRow(
      "a comment inside", "# [A](#tab/a)\n<!-- --- -->\n\nx\n", group(tab("a", "A", "<p>x</p>"))),
  ]

  static let nested: [MarkdownRow] = [
    MarkdownRow(
      "in a quotation", "> # [A](#tab/a)\n> x\n>\n> ---\n> y\n",
      "<blockquote>" + group(tab("a", "A", "<p>x</p>")) + "<p>y</p></blockquote>"),
    MarkdownRow(
      "the end of the quotation ends it", "> # [A](#tab/a)\n> x\n\ny\n",
      "<blockquote>" + group(tab("a", "A", "<p>x</p>")) + "</blockquote><p>y</p>"),
    MarkdownRow(
      "the first thing in an item", "- # [A](#tab/a)\n  x\n- y\n",
      "<ul><li>" + group(tab("a", "A", "\nx\n")) + "</li><li>y</li></ul>"),
    MarkdownRow(
      "behind an alert", "> [!NOTE]\n> n\n\n# [A](#tab/a)\nx\n",
      "<note Note><p>n</p></div>" + group(tab("a", "A", "<p>x</p>"))),
    MarkdownRow(
      "with an alert inside", "# [A](#tab/a)\n> [!TIP]\n> n\n\n---\n",
      group(tab("a", "A", "<tip Tip><p>n</p></div>"))),
    MarkdownRow(
      "with a table inside", "# [A](#tab/a)\n\n| h |\n|---|\n| c |\n\n---\n",
      group(
        tab(
          "a", "A",
          "<div class=\"table\"><table><thead><tr><th scope=\"col\">h</th></tr></thead><tbody>"
            + "<tr><td>c</td></tr></tbody></table></div>"))),
    MarkdownRow(
      "with code inside", "# [A](#tab/a)\n```sh\n---\n```\n---\ny\n",
      group(tab("a", "A", "<pre><code class=\"language-sh\">---\n</code></pre>")) + "<p>y</p>"),
    MarkdownRow(
      "in a column",
      ":::row:::\n:::column:::\n# [A](#tab/a)\nx\n:::column-end:::\n:::row-end:::\ny\n",
      "<div class=\"row\"><div class=\"column\">" + group(tab("a", "A", "<p>x</p>"))
        + "</div></div><p>y</p>"),
    MarkdownRow(
      "a row inside",
      "# [A](#tab/a)\n:::row:::\n:::column:::\nx\n:::column-end:::\n:::row-end:::\n---\ny\n",
      group(tab("a", "A", "<div class=\"row\"><div class=\"column\"><p>x</p></div></div>"))
        + "<p>y</p>"),
    MarkdownRow(
      "a column inside with a line",
      "# [A](#tab/a)\n:::row:::\n:::column:::\nx\n\n---\n\n"
        + "z\n:::column-end:::\n:::row-end:::\n# [B](#tab/b)\ny\n",
      group(
        tab("a", "A", "<div class=\"row\"><div class=\"column\"><p>x</p><hr><p>z</p></div></div>")
          + tab("b", "B", "<p>y</p>"))),
    MarkdownRow(
      "in a zone", "::: zone pivot=\"a\"\n# [A](#tab/a)\nx\n::: zone-end\ny\n",
      "<div class=\"zone\"><p class=\"zone-title\">Applies to: <bdi>A</bdi></p>"
        + group(tab("a", "A", "<p>x</p>")) + "</div><p>y</p>"),
    MarkdownRow(
      "a page's own id of the same name", "# [A](#tab/a)\nx\n\n---\n\n## A\n",
      group(tab("a", "A", "<p>x</p>")) + "<h2 id=\"a\">A</h2>"),
    MarkdownRow(
      "an id that would end the attribute", "# [A](#tab/a&quot;b)\nx\n",
      "<h1 id=\"a\"><a href=\"#tab/a%22b\">A</a></h1><p>x</p>"),
    MarkdownRow(
      "a condition that would end the attribute", "# [A](#tab/a/&quot;&gt;&lt;b)\nx\n",
      group("<tab a if &quot;&gt;&lt;b><title>A</title><p>x</p></tab>")),
    MarkdownRow(
      "a footnote behind the last tab", "# [A](#tab/a)\nx[^1]\n\n[^1]: f\n",
      group(
        tab(
          "a", "A",
          "<p>x<sup class=\"footnote-ref\"><a href=\"#fn:1\" id=\"fnref:1\" role=\"doc-noteref\">1</a></sup></p>"
        ))
        + "<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"Footnotes\"><ol>"
        + "<li id=\"fn:1\"><p>f <a href=\"#fnref:1\" class=\"footnote-back\" role=\"doc-backlink\" "
        + "aria-label=\"Back to the text\">\u{21A9}\u{FE0E}</a></p></li></ol></tab>"),
  ]

  @Test(arguments: beginnings + others + ends + nested)
  func groups(_ row: MarkdownRow) { row.check() }

  /// The titles of tabs are no headings: they neither take an id nor stand in the page's contents.
  @Test func titlesAreNoHeadings() {
    let page = render("# Top\n\n# [Top](#tab/a)\n\n## Top\n\n# [Top](#tab/b)\n\n---\n\n## Top\n")
    #expect(page.headings.map(\.id) == ["top", "top-1", "top-2"])
    #expect(page.links == [])
  }

  /// As many tabs as an author writes stay side by side.
  @Test(arguments: [2, 100])
  func keepsAllTabs(count: Int) {
    let markdown = (1...count).map { "# [T\($0)](#tab/t\($0))\n\n\($0)\n\n" }.joined()
    let page = MarkdownRow.shorthand(html(markdown + "---\n\nend\n"))
    #expect(page.split(separator: "<div class=\"tabs\">").count == 1)
    #expect(page.split(separator: "<tab ").count == count + 1)
    #expect(
      page.hasSuffix("<tab t\(count)><title>T\(count)</title><p>\(count)</p></tab></div><p>end</p>")
    )
  }
}
