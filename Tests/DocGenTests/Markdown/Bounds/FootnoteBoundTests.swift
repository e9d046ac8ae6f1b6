import DocGen
import Model
import Testing

/// Footnotes: numbered in the order of their references, each with ways back to all of these.
@Suite struct FootnoteBoundTests {
  private static func reference(_ number: Int, _ time: Int = 1) -> String {
    let suffix = time > 1 ? "-\(time)" : ""
    return "<sup class=\"footnote-ref\"><a href=\"#fn:\(number)\" id=\"fnref:\(number)\(suffix)\" "
      + "role=\"doc-noteref\">\(number)</a></sup>"
  }

  private static func back(_ number: Int, _ time: Int = 1) -> String {
    let suffix = time > 1 ? "-\(time)" : ""
    return " <a href=\"#fnref:\(number)\(suffix)\" class=\"footnote-back\" role=\"doc-backlink\" "
      + "aria-label=\"Back to the text\">\u{21A9}\u{FE0E}</a>"
  }

  private static func notes(_ notes: String...) -> String {
    let items = notes.enumerated().map { "<li id=\"fn:\($0 + 1)\">\($1)</li>" }.joined()
    return
      "<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"Footnotes\"><ol>\(items)</ol></tab>"
  }

  static let rows: [MarkdownRow] = [
    MarkdownRow(
      "one", "a[^1]\n\n[^1]: b\n", "<p>a\(reference(1))</p>" + notes("<p>b\(back(1))</p>")),
    MarkdownRow(
      "a name instead of a number", "a[^x-y]\n\n[^x-y]: b\n",
      "<p>a\(reference(1))</p>" + notes("<p>b\(back(1))</p>")),
    MarkdownRow(
      "a name in another script", "a[^注]\n\n[^注]: b\n",
      "<p>a\(reference(1))</p>" + notes("<p>b\(back(1))</p>")),
    MarkdownRow(
      "a name in other letters", "a[^X]\n\n[^x]: b\n",
      "<p>a\(reference(1))</p>" + notes("<p>b\(back(1))</p>")),
    MarkdownRow(
      "the note before its reference", "[^1]: b\n\na[^1]\n",
      "<p>a\(reference(1))</p>" + notes("<p>b\(back(1))</p>")),
    MarkdownRow(
      "numbered by the references", "a[^9] c[^5]\n\n[^5]: d\n[^9]: b\n",
      "<p>a\(reference(1)) c\(reference(2))</p>" + notes("<p>b\(back(1))</p>", "<p>d\(back(2))</p>")
    ),
    MarkdownRow(
      "referred to twice", "a[^1] c[^1]\n\n[^1]: b\n",
      "<p>a\(reference(1)) c\(reference(1, 2))</p>" + notes("<p>b\(back(1))\(back(1, 2))</p>")),
    MarkdownRow("no note of that name", "a[^1]\n", "<p>a[^1]</p>"),
    MarkdownRow(
      "nobody refers to it", "a\n\n[^1]: b\n", "<p>a</p><p>[^1]: b</p>", ["3 footnote.unused"]),
    MarkdownRow(
      "the same name twice", "a[^1]\n\n[^1]: b\n[^1]: c\n",
      "<p>a\(reference(1))</p>" + notes("<p>b\n[^1]: c\(back(1))</p>"), ["4 footnote.unused"]),
    MarkdownRow(
      "with CR LF", "a[^1]\r\n\r\n[^1]: b\r\n",
      "<p>a\(reference(1))</p>" + notes("<p>b\(back(1))</p>")),
    MarkdownRow(
      "without a line end", "a[^1]\n\n[^1]: b",
      "<p>a\(reference(1))</p>" + notes("<p>b\(back(1))</p>")),
    MarkdownRow(
      "two paragraphs", "a[^1]\n\n[^1]: b\n\n    c\n",
      "<p>a\(reference(1))</p>" + notes("<p>b</p><p>c\(back(1))</p>")),
    MarkdownRow(
      "code at its end", "a[^1]\n\n[^1]: b\n\n        c\n",
      "<p>a\(reference(1))</p>" + notes("<p>b</p><pre><code>c\n</code></pre>\n\(back(1))")),
    MarkdownRow(
      "a list", "a[^1]\n\n[^1]: - b\n",
      "<p>a\(reference(1))</p>" + notes("<ul><li>b</li></ul>\n\(back(1))")),
    MarkdownRow(
      "markup in it", "a[^1]\n\n[^1]: **b** [c](d.md)\n",
      "<p>a\(reference(1))</p>"
        + notes("<p><strong>b</strong> <a href=\"d.md\">c</a>\(back(1))</p>")),
    MarkdownRow(
      "in code it is text", "`a[^1]`\n\n[^1]: b\n", "<p><code>a[^1]</code></p><p>[^1]: b</p>",
      ["3 footnote.unused"]),
    MarkdownRow(
      "escaped", "a\\[^1]\n\n[^1]: b\n", "<p>a[^1]</p><p>[^1]: b</p>", ["3 footnote.unused"]),
    MarkdownRow(
      "behind a unit's marks", "a[^1]\n\n[^1]: \(unit(101, "b", "c"))\n[^2]: d\n",
      "<p>a\(reference(1))</p>"
        + notes(
          "<p><span class=\"unit\" id=\"u101\"><span class=\"unit-target\">b</span><span class="
            + "\"unit-source\" lang=\"en-US\" dir=\"ltr\" hidden>c</span></span>\n[^2]: d\(back(1))</p>"
        ),
      ["4 footnote.unused"]),
    MarkdownRow(
      "in an item", "- a[^1]\n\n[^1]: b\n",
      "<ul><li>a\(reference(1))</li></ul>" + notes("<p>b\(back(1))</p>")),
    MarkdownRow(
      "in a cell", "|h|\n|-|\n|a[^1]|\n\n[^1]: b\n",
      "<div class=\"table\"><table><thead><tr><th scope=\"col\">h</th></tr></thead><tbody><tr>"
        + "<td>a\(reference(1))</td></tr></tbody></table></div>" + notes("<p>b\(back(1))</p>")),
    MarkdownRow(
      "in an alert", "> [!NOTE]\n> a[^1]\n\n[^1]: b\n",
      "<note Note><p>a\(reference(1))</p></div>" + notes("<p>b\(back(1))</p>")),
    MarkdownRow(
      "of another note", "a[^1]\n\n[^1]: b[^2]\n[^2]: c\n",
      "<p>a\(reference(1))</p>" + notes("<p>b\(reference(2))\(back(1))</p>", "<p>c\(back(2))</p>")),
    MarkdownRow(
      "of itself", "a[^1]\n\n[^1]: b[^1]\n",
      "<p>a\(reference(1))</p>" + notes("<p>b\(reference(1, 2))\(back(1))\(back(1, 2))</p>")),
    MarkdownRow(
      "two in a row", "a[^1][^2]\n\n[^1]: b\n[^2]: c\n",
      "<p>a\(reference(1))\(reference(2))</p>" + notes("<p>b\(back(1))</p>", "<p>c\(back(2))</p>")),
  ]

  @Test(arguments: rows)
  func numbersNotes(_ row: MarkdownRow) { row.check() }

  /// A page of nothing but beginnings of names takes no more than a page.
  @Test(.timeLimit(.minutes(5)))
  func beginningsOfNamesAreText() {
    let page = render(String(repeating: "[^a", count: 100_000) + "]\n\n[^b]: c\n")
    let unused = page.diagnostics.filter { $0.code == "footnote.unused" }
    #expect(unused.map(\.location.line) == [3])
  }

  /// A reference in a heading is no part of its words or its id.
  @Test func headingsStayTheirWords() {
    let page = render("# A[^1]\n\n[^1]: b\n")
    #expect(page.headings.map(\.text) == ["A"])
    #expect(page.headings.map(\.id) == ["a"])
  }

  /// The way back is told in the reader's language.
  @Test func waysBackAreInTheReadersLanguage() {
    let page = render("a[^1]\n\n[^1]: b\n") {
      $0.words.backToText = "Retour au texte"
      $0.words.footnotes = "Notes \"de bas\""
    }
    let text = String(decoding: page.html, as: UTF8.self)
    #expect(text.contains("aria-label=\"Retour au texte\""))
    #expect(text.contains("aria-label=\"Notes &quot;de bas&quot;\""))
  }
}
