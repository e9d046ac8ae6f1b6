import Model
import Testing

@testable import DocGen

/// Pipe tables: GitHub's, but a bar inside of code doesn't divide cells.
@Suite struct TableBoundTests {
  private static func table(_ head: [String], _ rows: [[String]] = []) -> String {
    let header = head.map { $0.isEmpty ? "<td></td>" : "<th scope=\"col\">\($0)</th>" }.joined()
    let body = rows.map { "<tr>" + $0.map { "<td>\($0)</td>" }.joined() + "</tr>" }.joined()
    return "<div class=\"table\"><table><thead><tr>\(header)</tr></thead>"
      + (rows.isEmpty ? "" : "<tbody>\(body)</tbody>") + "</table></div>"
  }

  static let forms: [MarkdownRow] = [
    MarkdownRow("bars around", "|a|b|\n|-|-|\n|1|2|\n", table(["a", "b"], [["1", "2"]])),
    MarkdownRow("no bars around", "a|b\n-|-\n1|2\n", table(["a", "b"], [["1", "2"]])),
    MarkdownRow("one column", "|a|\n|-|\n|1|\n", table(["a"], [["1"]])),
    MarkdownRow("no rows", "|a|\n|-|\n", table(["a"])),
    MarkdownRow("no line end", "|a|\n|-|\n|1|", table(["a"], [["1"]])),
    MarkdownRow("CR LF", "|a|\r\n|-|\r\n|1|\r\n", table(["a"], [["1"]])),
    MarkdownRow("blanks around", "  | a |\n  | - |\n  | 1 |\n", table(["a"], [["1"]])),
    MarkdownRow("tabulators in cells", "|\ta\t|\n|\t-\t|\n|\t1\t|\n", table(["a"], [["1"]])),
    MarkdownRow("a row too short", "|a|b|\n|-|-|\n|1|\n", table(["a", "b"], [["1", ""]])),
    MarkdownRow(
      "a row too long", "|a|b|\n|-|-|\n|1|2|3|\n", table(["a", "b", ""], [["1", "2", "3"]])),
    MarkdownRow("empty cells", "|a|b|\n|-|-|\n|||\n", table(["a", "b"], [["", ""]])),
    MarkdownRow("an empty head", "||b|\n|-|-|\n|1|2|\n", table(["", "b"], [["1", "2"]])),
    MarkdownRow("a row without bars", "|a|\n|-|\n1\n", table(["a"], [["1"]])),
    MarkdownRow("a blank line ends it", "|a|\n|-|\n|1|\n\n2\n", table(["a"], [["1"]]) + "<p>2</p>"),
    MarkdownRow(
      "a quotation ends it", "|a|\n|-|\n|1|\n> 2\n",
      table(["a"], [["1"]]) + "<blockquote><p>2</p></blockquote>"),
    MarkdownRow(
      "a heading ends it", "|a|\n|-|\n# 2\n", table(["a"]) + "<h1 id=\"2\">2</h1>"),
    MarkdownRow(
      "text right before it", "x\n|a|\n|-|\n|1|\n", "<p>x</p>" + table(["a"], [["1"]])),
    MarkdownRow("too few columns in the line below", "|a|b|\n|-|\n", table(["a", "b"], [])),
    MarkdownRow("another sign in the line below", "|a|\n|=|\n", "<p>|a|\n|=|</p>"),
    MarkdownRow("no line below", "|a|\n|1|\n", "<p>|a|\n|1|</p>"),
    MarkdownRow(
      "in code", "    |a|\n    |-|\n", "<pre><code>|a|\n|-|\n</code></pre>"),
  ]

  static let sides: [MarkdownRow] = [
    MarkdownRow(
      "left, middle, right",
      "|a|b|c|\n|:-|:-:|-:|\n|1|2|3|\n",
      "<div class=\"table\"><table><thead><tr><th scope=\"col\" class=\"align-left\">a</th>"
        + "<th scope=\"col\" class=\"align-center\">b</th><th scope=\"col\" class=\"align-right\">c</th>"
        + "</tr></thead><tbody><tr><td class=\"align-left\">1</td><td class=\"align-center\">2</td>"
        + "<td class=\"align-right\">3</td></tr></tbody></table></div>"),
    MarkdownRow("a colon alone", "|a|\n|:|\n", "<p>|a|\n|:|</p>"),
  ]

  static let cells: [MarkdownRow] = [
    MarkdownRow(
      "a bar in a tag", "|a|b|\n|-|-|\n|<i title='1|2'>3</i>|4|\n",
      table(["a", "b"], [["<i title=\"1|2\">3</i>", "4"]])),
    MarkdownRow(
      "bars in many tags that aren't ended",
      "|a|\n|-|\n|\(String(repeating: "<i title=\"", count: 5_000))\n",
      table(["a"], [[String(repeating: "&lt;i title=&quot;", count: 5_000)]])),
    MarkdownRow("an escaped bar", "|a|\n|-|\n|1 \\| 2|\n", table(["a"], [["1 | 2"]])),
    MarkdownRow(
      "a bar in code", "|a|b|\n|-|-|\n|`1|2`|3|\n", table(["a", "b"], [["<code>1|2</code>", "3"]])),
    MarkdownRow(
      "an escaped bar in code", "|a|b|\n|-|-|\n|`1\\|2`|3|\n",
      table(["a", "b"], [["<code>1|2</code>", "3"]])),
    MarkdownRow(
      "two bars in code", "|a|b|\n|-|-|\n|`1||2`|3|\n",
      table(["a", "b"], [["<code>1||2</code>", "3"]])),
    MarkdownRow(
      "a bar in code between two backticks", "|a|b|\n|-|-|\n|``1|`2``|3|\n",
      table(["a", "b"], [["<code>1|`2</code>", "3"]])),
    MarkdownRow(
      "a bar in code of the head", "|`a|b`|c|\n|-|-|\n|1|2|\n",
      table(["<code>a|b</code>", "c"], [["1", "2"]])),
    MarkdownRow(
      "a bar behind one backtick divides", "|a|b|\n|-|-|\n|`1|2|\n",
      table(["a", "b"], [["`1", "2"]])),
    MarkdownRow(
      "a bar in code in a quotation", "> |a|b|\n> |-|-|\n> |`1|2`|3|\n",
      "<blockquote>" + table(["a", "b"], [["<code>1|2</code>", "3"]]) + "</blockquote>"),
    MarkdownRow(
      "a bar in code in an item", "- x\n\n  |a|b|\n  |-|-|\n  |`1|2`|3|\n",
      "<ul><li><p>x</p>" + table(["a", "b"], [["<code>1|2</code>", "3"]]) + "</li></ul>"),
    MarkdownRow(
      "a bar in code, no bars around", "a|b\n-|-\n`1|2`|3\n",
      table(["a", "b"], [["<code>1|2</code>", "3"]])),
    MarkdownRow(
      "a bar in code of the last row, no line end", "|a|b|\n|-|-|\n|1|`2|3`|",
      table(["a", "b"], [["1", "<code>2|3</code>"]])),
    MarkdownRow(
      "a bar in code with CR LF", "|a|b|\r\n|-|-|\r\n|`1|2`|3|\r\n",
      table(["a", "b"], [["<code>1|2</code>", "3"]])),
    MarkdownRow(
      "a bar in code behind an empty line of text", "x `1|2`\n\n|a|\n|-|\n",
      "<p>x <code>1|2</code></p>" + table(["a"])),
    MarkdownRow(
      "strong words and a link", "|a|\n|-|\n|**1** [2](b.md)|\n",
      table(["a"], [["<strong>1</strong> <a href=\"b.md\">2</a>"]])),
    MarkdownRow(
      "an image", "|a|\n|-|\n|![1](a.png)|\n", table(["a"], [["<img src=\"a.png\" alt=\"1\">"]])),
    MarkdownRow(
      "a break", "|a|\n|-|\n|1<br>2<br/>3</br>4|\n", table(["a"], [["1<br>2<br>3<br>4"]])),
    MarkdownRow(
      "a list of HTML", "|a|\n|-|\n|<ul><li>1</li><li>2</li></ul>|\n",
      "<div class=\"table\"><table><thead><tr><th scope=\"col\">a</th></tr></thead><tbody><tr>"
        + "<td><ul><li>1</li><li>2</li></ul></td></tr></tbody></table></div>"),
    MarkdownRow("an emoji", "|a|\n|-|\n|:warning:|\n", table(["a"], [["⚠️"]])),
    MarkdownRow(
      "a unit", "|a|\n|-|\n|\(unit(103, "1", "2"))|\n", table(["a"], [[shown(103, "1", "2")]])),
    MarkdownRow(
      "a bar in code in a unit", "|a|b|\n|-|-|\n|\(unit(103, "`1|2`", "`3|4`"))|5|\n",
      table(["a", "b"], [[shown(103, "<code>1|2</code>", "<code>3|4</code>"), "5"]])),
    MarkdownRow(
      "from right to left", "|a|\n|-|\n|مرحبا|\n",
      "<div class=\"table\"><table><thead><tr><th scope=\"col\">a</th></tr></thead><tbody><tr>"
        + "<td><span dir=\"rtl\">مرحبا</span></td></tr></tbody></table></div>"),
    MarkdownRow("a dollar each", "|a|b|\n|-|-|\n|$1|$2|\n", table(["a", "b"], [["$1", "$2"]])),
    MarkdownRow(
      "a struck word", "|a|\n|-|\n|~~1~~|\n", table(["a"], [["<del>1</del>"]])),
  ]

  @Test(arguments: forms + sides + cells)
  func setsTables(_ row: MarkdownRow) { row.check() }

  /// Each of many comments is looked at for its end.
  @Test func looksForTheEndsOfManyCommentsSoon() {
    let text = Array(String(repeating: "<!--", count: 100_000).utf8)
    let start = ContinuousClock.now
    for place in stride(from: 0, to: text.count, by: 4) {
      _ = WholeInline.end(text, at: place, before: text.count)
    }
    #expect(ContinuousClock.now - start < .seconds(5))
  }

  /// A bar in a comment divides no cells; the hyphens that end it can't be those that begin it.
  @Test(arguments: [
    ("<!--|-->", 8), ("<!---->", 7), ("<!-- > -- -> -->|", 16), ("<!-->|-->", 9), ("<!--->|", 1),
    ("<!--|--", 1), ("<!--", 1),
  ])
  func findsTheEndsOfComments(text: String, end: Int) {
    #expect(WholeInline.end(Array(text.utf8), at: 0, before: text.utf8.count) == end)
  }
}
