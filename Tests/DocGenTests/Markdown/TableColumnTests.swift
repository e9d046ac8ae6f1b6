import Testing

/// Tables whose rows don't have as many cells as their header.
@Suite struct TableColumnTests {
  /// The rows of the tables of a page, cells divided by bars; `#` before the header's.
  private func rows(_ markdown: String) -> [String] {
    let html = html(markdown)
    #expect(html.parts(between: "<table>").count > 1, "\(html)")
    return html.parts(between: "<tr>").dropFirst().map { row in
      let row = row.parts(between: "</tr>")[0]
      let cells = row.parts(between: "</t").dropLast().map { cell in
        String(cell.drop { $0 != "<" }.drop { $0 != ">" }.dropFirst())
      }
      let isHeader = row.contains("<th")
      return (isHeader ? "# " : "") + cells.joined(separator: "|")
    }
  }

  @Test(arguments: [
    (
      "more cells than the header", "|a|b|\n|-|-|\n|c|d|e|f|\n|g|\n",
      ["# a|b||", "c|d|e|f", "g|||"]
    ),
    ("without bars at the sides", "a | b\n--|--\nc | d | e\n", ["# a|b|", "c|d|e"]),
    ("nothing in the last cells", "|a|b|\n|-|-|\n|c|d| |<!-- x -->|\n", ["# a|b", "c|d"]),
    ("a wide delimiter row", "|a|b|\n|-|-|-|\n|c|d|\n", ["# a|b", "c|d"]),
    ("a wide delimiter row, wider rows", "|a|\n|-|-|-|\n|c|d|\n", ["# a|", "c|d"]),
    ("a narrow delimiter row", "|a|b|c|\n|-|-|\n|d|e|f|\n", ["# a|b|c", "d|e|f"]),
    ("a narrow one without bars", "a|b|c\n-|-\nd|e|f\n", ["# a|b|c", "d|e|f"]),
    ("an empty cell of the header", "|a||\n|-|-|\n|b|c|\n", ["# a|", "b|c"]),
    ("in an item", "- |a|b|\n  |-|\n  |c|d|e|\n", ["# a|b|", "c|d|e"]),
    ("in a quotation", "> |a|b|\n> |-|-|-|\n> |c|d|\n", ["# a|b", "c|d"]),
    ("bars in code", "|a|b|\n|-|-|\n|`c|d`|e|\n", ["# a|b", "<code>c|d</code>|e"]),
    ("bars behind backslashes", "|a|b|\n|-|-|\n|c\\|d|e|\n", ["# a|b", "c|d|e"]),
    (
      "bars in attributes", "|a|b|\n|-|-|\n|<b title=\"c|d\" id='e|f'>g</b>|h|\n",
      ["# a|b", "<b title=\"c|d\" id=\"e|f\">g</b>|h"]
    ),
    (
      "bars in a comment and an address",
      "|a|b|\n|-|-|\n|<!-- c|d -->e|<https://example.com/?f|g>|\n",
      ["# a|b", "e|<a href=\"https://example.com/?f%7Cg\">https://example.com/?f|g</a>"]
    ),
    (
      "bars in the header's tags", "|<b title=\"a|b\">c</b>|\n|-|\n|d|\n",
      ["# <b title=\"a|b\">c</b>", "d"]
    ),
    (
      "bars between what is no tag", "|a|b|\n|-|-|\n|c < d|e > f|\n",
      ["# a|b", "c &lt; d|e &gt; f"]
    ),
    (
      "a tag that isn't ended", "|a|b|\n|-|-|\n|<b title=\"c|d\n",
      ["# a|b", "&lt;b title=&quot;c|d"]
    ),
    ("code right behind", "|a|\n|-|\n|b|\n```\n|c|d|\n```\n", ["# a", "b"]),
    ("two tables", "|a|\n|-|\n|b|c|\n\n|d|\n|-|\n|e|\n", ["# a|", "b|c", "# d", "e"]),
    (
      "wide cells",
      "|    a    |    b    |\n|    ---    |    ---    |\n|    c    |    `d|e`    | f |\n",
      ["# a|b|", "c|<code>d|e</code>|f"]
    ),
    ("tabs", "|\ta\t|\n|\t:-:\t|\n|\tb\t|\tc\t|\n", ["# a|", "b|c"]),
    (
      "wide cells without bars", "  a  |  b\n  ---  |  ---\n  c  |  d  |  e\n", ["# a|b|", "c|d|e"]
    ),
    ("CR LF", "|a|b|\r\n|-|-|-|\r\n|c|d|e|\r\n", ["# a|b|", "c|d|e"]),
  ])
  func keepsAllCells(name: String, markdown: String, expected: [String]) {
    #expect(rows(markdown) == expected, "\(name): \(html(markdown))")
  }

  /// A row of bars that a tool for translators split off from the header.
  @Test(arguments: ["| |", "|  ||", unit(101, "| |", "| ||"), unit(101, "| |", "")])
  func leavesOutEmptyRows(row: String) {
    let html = html("a\n\n\(row)\n|b|\n|-|\n|c|\n")
    #expect(html.hasPrefix("<p>a</p>\n<div class=\"table\""), "\(html)")
  }

  @Test(arguments: [
    "a | b\n---\n", "a | b\n- | c\n", "a | b\n|:|\n", "a\n\n|-|-|\n", "a | b\n\n|-|-|\n",
  ])
  func leavesTextAlone(markdown: String) {
    #expect(!html(markdown).contains("<table>"), "\(html(markdown))")
  }

  /// A row of thousands of cells doesn't make all others as long.
  @Test(.timeLimit(.minutes(5))) func hasALimit() {
    let wide = String(repeating: "x|", count: 3_000)
    let narrow = String(repeating: "|y|\n", count: 2_000)
    let html = html("|a|\n|-|\n\(narrow)|\(wide)\n")
    #expect(html.parts(between: "</td>").count < 30_000, "\(html.prefix(400))")
    #expect(html.parts(between: "x</td>").count == 11)
  }
}

extension StringProtocol {
  fileprivate func parts(between mark: String) -> [String] {
    split(separator: mark, omittingEmptySubsequences: false).map { String($0) }
  }
}
