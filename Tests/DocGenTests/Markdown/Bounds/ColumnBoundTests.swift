import DocGen
import Model
import Testing

/// Rows and columns, which hold any blocks, however their insides are indented.
@Suite struct ColumnBoundTests {
  private static func row(_ columns: String) -> String { "<div class=\"row\">\(columns)</div>" }

  private static func column(_ inside: String, span: Int = 1) -> String {
    "<div class=\"column\(span > 1 ? " column-\(span)" : "")\">\(inside)</div>"
  }

  /// A row with one column.
  private static func lines(_ inside: String, column: String = ":::column:::") -> String {
    ":::row:::\n\(column)\n\(inside)\n:::column-end:::\n:::row-end:::\n"
  }

  static let spans: [MarkdownRow] =
    [
      ("", 1), ("1", 1), ("2", 2), ("12", 12), ("0", 1), ("-1", 1), ("13", 12), ("1000000", 12),
      ("two", 1), ("2.5", 1), (" 3 ", 3), ("٣", 1), ("99999999999999999999", 1),
    ].map { written, span in
      MarkdownRow(
        "as wide as '\(written)'", lines("a", column: ":::column span=\"\(written)\":::"),
        row(column("<p>a</p>", span: span)))
    } + [
      MarkdownRow(
        "without quotation marks", lines("a", column: ":::column span=2:::"),
        row(column("<p>a</p>", span: 2))),
      MarkdownRow(
        "in capitals", lines("a", column: ":::Column Span=\"2\":::"),
        row(column("<p>a</p>", span: 2))),
      MarkdownRow(
        "a number of columns is only for editors",
        ":::row count=\"3\":::\n:::column:::\na\n:::column-end:::\n:::row-end:::\n",
        row(column("<p>a</p>"))),
    ]

  static let forms: [MarkdownRow] = [
    MarkdownRow("nothing in a row", ":::row:::\n:::row-end:::\n", row("")),
    MarkdownRow("nothing in a column", lines(""), row(column(""))),
    MarkdownRow(
      "no line end behind it", ":::row:::\n:::column:::\na\n:::column-end:::\n:::row-end:::",
      row(column("<p>a</p>"))),
    MarkdownRow("CR LF", lines("a").replacing("\n", with: "\r\n"), row(column("<p>a</p>"))),
    MarkdownRow(
      "blanks behind the colons", lines("a").replacing(":::\n", with: ":::  \n"),
      row(column("<p>a</p>"))),
    MarkdownRow(
      "blanks in the directives",
      "::: row :::\n::: column :::\na\n::: column-end :::\n::: row-end :::\n",
      row(column("<p>a</p>"))),
    MarkdownRow(
      "no colons behind them", ":::row\n:::column\na\n:::column-end\n:::row-end\n",
      row(column("<p>a</p>"))),
    MarkdownRow(
      "a blank line behind every line", lines("a").replacing("\n", with: "\n\n"),
      row(column("<p>a</p>"))),
    MarkdownRow(
      "text before and behind", "x\n\(lines("a"))y\n", "<p>x</p>\(row(column("<p>a</p>")))<p>y</p>"),
    MarkdownRow(
      "two columns",
      ":::row:::\n:::column:::\na\n:::column-end:::\n:::column:::\nb\n:::column-end:::\n:::row-end:::\n",
      row(column("<p>a</p>") + column("<p>b</p>"))),
    MarkdownRow(
      "two rows", lines("a") + lines("b"), row(column("<p>a</p>")) + row(column("<p>b</p>"))),
    MarkdownRow(
      "a row in a column", lines(lines("a").trimmingNewline),
      row(column(row(column("<p>a</p>"))))),
    MarkdownRow(
      "text in a row, outside of columns", ":::row:::\na\n:::row-end:::\n", row("<p>a</p>")),
  ]

  static let insides: [MarkdownRow] = [
    MarkdownRow(
      "two blanks more in every level",
      ":::row:::\n  :::column:::\n    a\n\n    b\n  :::column-end:::\n:::row-end:::\n",
      row(column("<p>a</p><p>b</p>"))),
    MarkdownRow(
      "eight blanks",
      ":::row:::\n    :::column:::\n        a\n\n        b\n    :::column-end:::\n"
        + ":::row-end:::\n", row(column("<p>a</p><p>b</p>"))),
    MarkdownRow(
      "tabulators",
      ":::row:::\n\t:::column:::\n\t\ta\n\n\t\tb\n\t:::column-end:::\n:::row-end:::\n",
      row(column("<p>a</p><p>b</p>"))),
    MarkdownRow(
      "code indented by more than the rest", lines("    a\n\n        b"),
      row(column("<p>a</p><pre><code>b\n</code></pre>"))),
    MarkdownRow(
      "fenced code keeps its own indentation", lines("    ```\n    a\n      b\n    ```"),
      row(column("<pre><code>a\n  b\n</code></pre>"))),
    MarkdownRow(
      "a directive in code", lines("```\n:::column-end:::\n```"),
      row(column("<pre><code>:::column-end:::\n</code></pre>"))),
    MarkdownRow("a heading", lines("    ## a"), row(column("<h2 id=\"a\">a</h2>"))),
    MarkdownRow(
      "a list with lists", lines("    - a\n      - b\n    - c"),
      row(column("<ul><li>a\n<ul><li>b</li></ul></li><li>c</li></ul>"))),
    MarkdownRow(
      "a table", lines("    |h|\n    |-|\n    |c|"),
      row(
        column(
          "<div class=\"table\"><table><thead><tr><th scope=\"col\">h</th></tr></thead><tbody><tr>"
            + "<td>c</td></tr></tbody></table></div>"))),
    MarkdownRow(
      "an image", lines("    :::image source=\"a.png\" alt-text=\"A.\":::"),
      row(column("<p><img src=\"a.png\" alt=\"A.\"></p>"))),
    MarkdownRow(
      "a picture in Markdown and words", lines("![A](a.png)\n\n**b**"),
      row(column("<p><img src=\"a.png\" alt=\"A\"></p><p><strong>b</strong></p>"))),
    MarkdownRow("a line", lines("a\n\n---\n\nb"), row(column("<p>a</p><hr><p>b</p>"))),
    MarkdownRow("a comment", lines("<!-- a -->\nb"), row(column("<p>b</p>"))),
    MarkdownRow(
      "words from right to left", lines("مرحبا"), row(column("<p dir=\"rtl\">مرحبا</p>"))),
    MarkdownRow(
      "a unit", lines("    " + unit(103, "a", "b")), row(column("<p>\(shown(103, "a", "b"))</p>"))),
    MarkdownRow(
      "raw HTML", lines("<div>a</div>\n"), row(column("<div>a</div>"))),
  ]

  static let places: [MarkdownRow] = [
    MarkdownRow(
      "in a quotation", "> " + lines("a").trimmingNewline.replacing("\n", with: "\n> ") + "\n",
      "<blockquote>\(row(column("<p>a</p>")))</blockquote>"),
    MarkdownRow(
      "in an item",
      "- x\n\n  " + lines("a").trimmingNewline.replacing("\n", with: "\n  ") + "\n- y\n",
      "<ul><li><p>x</p>\(row(column("<p>a</p>")))</li><li><p>y</p></li></ul>"),
    MarkdownRow(
      "in an item of an item",
      "- x\n  - z\n\n    " + lines("a").trimmingNewline.replacing("\n", with: "\n    ") + "\n- y\n",
      "<ul><li>x\n<ul><li><p>z</p>\(row(column("<p>a</p>")))</li></ul></li><li>y</li></ul>"
    ),
    MarkdownRow(
      "in code", "    :::row:::\n", "<pre><code>:::row:::\n</code></pre>"),
    MarkdownRow("in a comment", "<!--\n\(lines("a"))-->\n\nb\n", "<p>b</p>"),
  ]

  static let mistakes: [MarkdownRow] = [
    MarkdownRow("a row never ended", ":::row:::\na\n", row("<p>a</p>"), ["1 directive.unclosed"]),
    MarkdownRow(
      "a column never ended before the next",
      ":::row:::\n:::column:::\na\n:::column:::\nb\n:::column-end:::\n:::row-end:::\n",
      row(column("<p>a</p>" + column("<p>b</p>"))), ["2 directive.unclosed"]),
    MarkdownRow(
      "ended twice", lines("a") + ":::row-end:::\nb\n", row(column("<p>a</p>")) + "<p>b</p>",
      ["6 directive.unopened"]),
    MarkdownRow(
      "the row ended before its column",
      ":::row:::\n:::column:::\na\n:::row-end:::\n:::column-end:::\nb\n",
      row(column("<p>a</p>")) + "<p>b</p>", ["2 directive.unclosed", "5 directive.unopened"]),
    MarkdownRow(
      "neither ended, at the end of the page", ":::row:::\n:::column:::\na",
      row(column("<p>a</p>")), ["1 directive.unclosed", "2 directive.unclosed"]),
    MarkdownRow(
      "an end with letters too many", lines("a").replacing("row-end", with: "row-ends"),
      row(column("<p>a</p>")), ["1 directive.unclosed", "5 directive.unknown"]),
  ]

  @Test(arguments: spans + forms + insides + places + mistakes)
  func setsSideBySide(_ row: MarkdownRow) { row.check() }
}

extension String {
  /// Without the line end behind the last line.
  fileprivate var trimmingNewline: String { hasSuffix("\n") ? String(dropLast()) : self }
}
