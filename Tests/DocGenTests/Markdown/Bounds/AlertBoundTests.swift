import DocGen
import Model
import Testing

/// Alerts: the keyword alone on its line in a quotation, in any case, up to the end of the quotation.
@Suite struct AlertBoundTests {
  private static func note(_ inside: String) -> String { "<note Note>\(inside)</div>" }
  private static func tip(_ inside: String) -> String { "<tip Tip>\(inside)</div>" }
  private static func quote(_ inside: String) -> String {
    "<blockquote>\(inside)</blockquote>"
  }

  static let forms: [MarkdownRow] = [
    MarkdownRow("no blank behind >", ">[!NOTE]\n>a\n", note("<p>a</p>")),
    MarkdownRow("three blanks before >", "   > [!NOTE]\n   > a\n", note("<p>a</p>")),
    MarkdownRow(
      "four blanks before > are code", "    > [!NOTE]\n    > a\n",
      "<pre><code>&gt; [!NOTE]\n&gt; a\n</code></pre>"),
    MarkdownRow("a tabulator behind >", ">\t[!NOTE]\n>\ta\n", note("<p>a</p>")),
    MarkdownRow("blanks behind the keyword", "> [!NOTE]   \n> a\n", note("<p>a</p>")),
    MarkdownRow("a tabulator behind the keyword", "> [!NOTE]\t\n> a\n", note("<p>a</p>")),
    MarkdownRow("a backslash behind the keyword", "> [!NOTE]\\\n> a\n", note("<p>a</p>")),
    MarkdownRow("CR LF", "> [!NOTE]\r\n> a\r\n", note("<p>a</p>")),
    MarkdownRow("CR LF and a blank line of it", "> [!NOTE]\r\n>\r\n> a\r\n", note("<p>a</p>")),
    MarkdownRow("without a line end", "> [!NOTE]\n> a", note("<p>a</p>")),
    MarkdownRow("the keyword alone, no line end", "> [!NOTE]", note("")),
    MarkdownRow("mixed case", "> [!nOtE]\n> a\n", note("<p>a</p>")),
    MarkdownRow("a lazy line", "> [!NOTE]\na\n", note("<p>a</p>")),
    MarkdownRow("a lazy line later", "> [!NOTE]\n> a\nb\n", note("<p>a\nb</p>")),
    MarkdownRow("ended by a blank line", "> [!NOTE]\n> a\n\nb\n", note("<p>a</p>") + "<p>b</p>"),
    MarkdownRow(
      "ended by a heading", "> [!NOTE]\n> a\n# b\n", note("<p>a</p>") + "<h1 id=\"b\">b</h1>"),
    MarkdownRow(
      "the keyword lonely before a blank line", "> [!NOTE]\n\na\n", note("") + "<p>a</p>"),
    MarkdownRow("blank lines before it", ">\n> [!NOTE]\n> a\n", note("<p>a</p>")),
    MarkdownRow("a blank in the brackets", "> [!NOTE ]\n> a\n", note("<p>a</p>")),
    MarkdownRow(
      "a blank before !", "> [ !NOTE]\n> a\n", quote("<p>[ !NOTE]\na</p>")),
    MarkdownRow("no !", "> [NOTE]\n> a\n", quote("<p>[NOTE]\na</p>")),
    MarkdownRow("empty brackets", "> [!]\n> a\n", quote("<p>[!]\na</p>")),
    MarkdownRow(
      "not closed", "> [!NOTE\n> a\n", note("<p>a</p>"), ["1 directive.unclosed"]),
    MarkdownRow("in code", "> `[!NOTE]`\n> a\n", quote("<p><code>[!NOTE]</code>\na</p>")),
    MarkdownRow("behind text", "> x [!NOTE]\n> a\n", quote("<p>x [!NOTE]\na</p>")),
    MarkdownRow(
      "in a heading", "> # [!NOTE]\n> a\n", quote("<h1 id=\"note\">[!NOTE]</h1><p>a</p>")),
    MarkdownRow(
      "a link of that name", "> [!NOTE](b.md)\n> a\n",
      quote("<p><a href=\"b.md\">!NOTE</a>\na</p>")),
    MarkdownRow("fullwidth letters", "> [！NOTE]\n> a\n", quote("<p>[！NOTE]\na</p>")),
  ]

  static let contents: [MarkdownRow] = [
    MarkdownRow("a list", "> [!NOTE]\n> - a\n> - b\n", note("<ul><li>a</li><li>b</li></ul>")),
    MarkdownRow("numbers", "> [!NOTE]\n> 1. a\n", note("<ol><li>a</li></ol>")),
    MarkdownRow("a heading", "> [!NOTE]\n> ## a\n> b\n", note("<h2 id=\"a\">a</h2><p>b</p>")),
    MarkdownRow("code", "> [!NOTE]\n> ```\n> a\n> ```\n", note("<pre><code>a\n</code></pre>")),
    MarkdownRow(
      "a keyword in code", "> [!NOTE]\n> ```\n> [!TIP]\n> ```\n",
      note("<pre><code>[!TIP]\n</code></pre>")),
    MarkdownRow(
      "a table", "> [!NOTE]\n>\n> |h|\n> |-|\n> |c|\n",
      note(
        "<div class=\"table\"><table><thead><tr><th scope=\"col\">h</th></tr></thead><tbody><tr>"
          + "<td>c</td></tr></tbody></table></div>")),
    MarkdownRow("a line", "> [!NOTE]\n> ***\n", note("<hr>")),
    MarkdownRow(
      "an image", "> [!NOTE]\n> ![a](b.png)\n", note("<p><img src=\"b.png\" alt=\"a\"></p>")),
    MarkdownRow("a quotation", "> [!NOTE]\n> a\n> > b\n", note("<p>a</p>" + quote("<p>b</p>"))),
    MarkdownRow(
      "an alert in a quotation in it", "> [!NOTE]\n> a\n>\n> > [!TIP]\n> > b\n",
      note("<p>a</p>" + tip("<p>b</p>"))),
    MarkdownRow(
      "an alert in a quotation without keyword", "> a\n>\n> > [!TIP]\n> > b\n",
      quote("<p>a</p>" + tip("<p>b</p>"))),
    MarkdownRow("a hard break", "> [!NOTE]\n> a  \n> b\n", note("<p>a<br>\nb</p>")),
    MarkdownRow(
      "an indented line goes on", "> [!NOTE]\n>     a\n", note("<p>a</p>")),
    MarkdownRow(
      "four blanks behind a blank line are code", "> [!NOTE]\n>\n>     a\n",
      note("<pre><code>a\n</code></pre>")),
    MarkdownRow(
      "a unit", "> [!NOTE]\n> " + unit(103, "a", "b") + "\n", note("<p>\(shown(103, "a", "b"))</p>")
    ),
    MarkdownRow(
      "raw HTML", "> [!NOTE]\n> <kbd>a</kbd>\n", note("<p><kbd>a</kbd></p>")),
    MarkdownRow(
      "words from right to left", "> [!NOTE]\n> مرحبا\n", note("<p dir=\"rtl\">مرحبا</p>")),
  ]

  static let sequences: [MarkdownRow] = [
    MarkdownRow(
      "two with a blank line between", "> [!NOTE]\n> a\n\n> [!TIP]\n> b\n",
      note("<p>a</p>") + tip("<p>b</p>")),
    MarkdownRow(
      "the same twice", "> [!NOTE]\n> a\n> [!NOTE]\n> b\n", note("<p>a</p>") + note("<p>b</p>")),
    MarkdownRow(
      "three in one quotation", "> [!NOTE]\n> a\n>\n> [!TIP]\n> b\n>\n> [!NOTE]\n> c\n",
      note("<p>a</p>") + tip("<p>b</p>") + note("<p>c</p>")),
    MarkdownRow(
      "behind a quoted paragraph", "> a\n>\n> [!NOTE]\n> b\n", quote("<p>a</p>") + note("<p>b</p>")),
    MarkdownRow(
      "behind a list in it", "> [!NOTE]\n> - a\n>\n> [!TIP]\n> b\n",
      note("<ul><li>a</li></ul>") + tip("<p>b</p>")),
    MarkdownRow(
      "behind code in it", "> [!NOTE]\n> ```\n> a\n> ```\n> [!TIP]\n> b\n",
      note("<pre><code>a\n</code></pre>") + tip("<p>b</p>")),
    MarkdownRow(
      "a division, then an alert", "> [!div class=\"x\"]\n> a\n>\n> [!TIP]\n> b\n",
      "<div class=\"x\"><p>a</p></div>" + tip("<p>b</p>")),
    MarkdownRow(
      "a list item between", "- a\n\n> [!NOTE]\n> b\n\n- c\n",
      "<ul><li>a</li></ul>" + note("<p>b</p>") + "<ul><li>c</li></ul>"),
  ]

  static let places: [MarkdownRow] = [
    MarkdownRow(
      "in an item, behind a blank line", "1. x\n\n   > [!NOTE]\n   > a\n\n1. y\n",
      "<ol><li><p>x</p>" + note("<p>a</p>") + "</li><li><p>y</p></li></ol>"),
    MarkdownRow(
      "the first thing in an item", "- > [!NOTE]\n  > a\n",
      "<ul><li>" + note("<p>a</p>") + "</li></ul>"),
    MarkdownRow(
      "two items deep", "- x\n  - y\n    > [!NOTE]\n    > a\n",
      "<ul><li>x\n<ul><li>y\n" + note("<p>a</p>") + "</li></ul></li></ul>"),
    MarkdownRow(
      "two deep with tabulators", "- x\n\t- y\n\n\t\t> [!NOTE]\n\t\t> a\n",
      "<ul><li>x\n<ul><li><p>y</p>" + note("<p>a</p>") + "</li></ul></li></ul>"),
    MarkdownRow(
      "in a cell it is its title", "|h|\n|-|\n|> [!NOTE]|\n",
      "<div class=\"table\"><table><thead><tr><th scope=\"col\">h</th></tr></thead><tbody><tr>"
        + "<td><strong>Note</strong></td></tr></tbody></table></div>"),
    MarkdownRow(
      "in a row", ":::row:::\n:::column:::\n> [!NOTE]\n> a\n:::column-end:::\n:::row-end:::\n",
      "<div class=\"row\"><div class=\"column\">" + note("<p>a</p>") + "</div></div>"),
    MarkdownRow("in a comment", "<!--\n> [!NOTE]\n> a\n-->\n\nb\n", "<p>b</p>"),
    MarkdownRow(
      "in a division of HTML", "<div>\n\n> [!NOTE]\n> a\n\n</div>\n",
      "<div>" + note("<p>a</p>") + "</div>"),
  ]

  static let mistakes: [MarkdownRow] = [
    MarkdownRow(
      "text on the line of a later keyword", "> [!NOTE]\n> a\n> [!TIP] b\n",
      note("<p>a</p>") + tip("<p>b</p>"), ["3 alert.text"]),
    MarkdownRow("text and no more", "> [!NOTE] a", note("<p>a</p>"), ["1 alert.text"]),
    MarkdownRow(
      "markup on its line", "> [!NOTE] **a** `b`\n",
      note("<p><strong>a</strong> <code>b</code></p>"), ["1 alert.text"]),
    MarkdownRow(
      "a link on its line", "> [!NOTE] [a](b.md)\n", note("<p><a href=\"b.md\">a</a></p>"),
      ["1 alert.text"]),
    MarkdownRow(
      "no quotation, in the middle of a page", "x\n\n[!NOTE]\na\n\ny\n",
      "<p>x</p>" + note("<p>a</p>") + "<p>y</p>"),
    MarkdownRow(
      "a slip in a keyword", "> [!NOTES]\n> a\n", "<note Notes><p>a</p></div>",
      ["1 directive.unknown"]),
    MarkdownRow(
      "a keyword with a sign", "> [!NOTE-1]\n> a\n", quote("<p>[!NOTE-1]\na</p>")),
  ]

  @Test(arguments: forms + contents + sequences + places)
  func makesBoxes(_ row: MarkdownRow) { row.check { $0.locale = .source } }

  @Test(arguments: mistakes)
  func saysWhatIsUnusual(_ row: MarkdownRow) { row.check { $0.locale = .source } }
}
