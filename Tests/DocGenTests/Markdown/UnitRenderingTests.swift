import DocGen
import Model
import Testing

@Suite struct UnitRenderingTests {
  private static let ab = unit(103, "a", "b")
  private static let shownAB = shown(103, "a", "b")

  static let cases: [(String, String)] = [
    (
      "\(unit(103, "a *b*", "c *d*")) \(unit(104, "e", "f"))\n",
      "<p>\(shown(103, "a <em>b</em>", "c <em>d</em>")) \(shown(104, "e", "f"))</p>\n"
    ),
    ("## <a name=\"x\"></a>\(ab)\n", "<h2 id=\"x\">\(shownAB)</h2>\n"),
    ("[\(ab)](c.md)\n", "<p><a href=\"c.md\">\(shownAB)</a></p>\n"),
    ("- \(ab)\n", "<ul>\n<li>\(shownAB)</li>\n</ul>\n"),
    (
      "\(unit(103, "a [b](c.md)", "d [e](c.md)"))\n",
      "<p>\(shown(103, "a <a href=\"c.md\">b</a>", "d <a href=\"c.md\">e</a>"))</p>\n"
    ),
    (
      "\(unit(103, "<span class=\"ui\">a</span> b", "c"))\n",
      "<p>\(shown(103, "a b", "c"))</p>\n"
    ),
    (
      "\(ab) \(unit(103, "c", "d"))\n",
      "<p>\(shownAB) \(shown(103, "c", "d", suffix: "-1"))</p>\n"
    ),
    ("```\n\(ab)\n```\n", "<pre tabindex=\"0\"><code>a\n</code></pre>\n"),
  ]

  /// A link whose words translation lost, to a place without a title, has those of the source.
  @Test(arguments: [
    (
      "Dein [](https://plums.example/a)Rat", "Your [*plum* shop](https://plums.example/a) advice",
      "<a href=\"https://plums.example/a\"><span lang=\"en-US\" dir=\"ltr\">plum shop</span></a>Rat"
    ),
    (
      "Zu [](#ripe).", "See [ripe ones](#ripe).",
      "<a href=\"#ripe\"><span lang=\"en-US\" dir=\"ltr\">ripe ones</span></a>."
    ),
    // The source has no such link, none with words, or an image.
    (
      "Zu [](https://plums.example/a).", "See [b](https://plums.example/ab).",
      "<a href=\"https://plums.example/a\">https://plums.example/a</a>."
    ),
    ("Zu [](#ripe).", "See [](#ripe).", "<a href=\"#ripe\">ripe</a>."),
    ("Zu [](a.png).", "See ![ripe](a.png).", "<a href=\"a.png\">a.png</a>."),
  ])
  func takesLostWordsOfLinksFromTheSource(target: String, source: String, expected: String) {
    let page = render(unit(101, target, source) + " " + unit(102, "B", "[c](#ripe)"))
    let html = String(decoding: page.html, as: UTF8.self)
    #expect(html.contains(expected), "\(html)")
    #expect(page.diagnostics.map(\.code) == ["link.text"], "\(page.diagnostics)")
  }

  /// Words of another unit's source, or of a page without units, aren't taken.
  @Test func takesThemFromTheOwnUnit() {
    let page = html("[](#ripe) " + unit(101, "A", "[ripe ones](#ripe)"))
    #expect(page.contains("<a href=\"#ripe\">ripe</a>"), "\(page)")
  }

  @Test(arguments: cases)
  func showsTheTargetAndKeepsTheSource(markdown: String, expected: String) {
    #expect(html(markdown) == expected)
  }

  /// Tables of raw HTML are full of units, which Markdown doesn't look into.
  @Test(arguments: [
    "<table>\n<tr>\n<td>\(ab)</td>\n</tr>\n</table>\n",
    "<ul>\n<li>\(ab)</li>\n</ul>\n",
    "1. x\n\n    <table>\n    <tr><td><ol>\n    <li>\(ab)</li>\n    </ol></td></tr>\n    </table>\n",
    "<dl> <dt>\n\n[\(ab)](c.md)\n</dt> <dd>\(unit(104, "c", "d"))<br/></dd> </dl>\n",
    "<p>\(ab)\n\(unit(104, "<a href=\"c.md\"><strong>c</strong></a>", "<span class=\"ui\">d</span>"))</p>\n",
  ])
  func showsUnitsInRawHTML(markdown: String) {
    let page = html(markdown)
    #expect(page.contains(Self.shownAB), "\(page)")
    #expect(!page.contains("data-"), "\(page)")
    #expect(opens(page, "<span") == opens(page, "</span>"), "\(page)")
    #expect(opens(page, "class=\"unit\"") == opens(markdown, "data-ttu-id"), "\(page)")
  }

  @Test func leavesSourcesOutOfRawHTML() {
    let page = render("<table><tr><td>\(Self.ab)</td></tr></table>\n") {
      $0.writesSources = false
    }
    let shown = "<span class=\"unit\" id=\"u103\"><span class=\"unit-target\">a</span></span>"
    #expect(String(decoding: page.html, as: UTF8.self).contains("<td>\(shown)</td>"))
  }

  @Test func canLeaveSourcesOut() {
    let page = render(unit(103, "a", "b [c](d.md)") + " e\n") { $0.writesSources = false }
    #expect(
      String(decoding: page.html, as: UTF8.self)
        == "<p><span class=\"unit\" id=\"u103\"><span class=\"unit-target\">a</span></span> e</p>\n"
    )
  }

  /// A tag before a unit that ends inside both halves would run on to the end of the cell.
  @Test(arguments: [
    ("<strong>", "a </strong> b", "c</strong> d"), ("<em>", "a</em> b <em>e</em>", "c</em> d"),
    ("<code>", "a</code> b", "c</code> d"), ("<a href=\"c.md\">", "a</a> b", "c</a> d"),
  ])
  func movesOuterTagsIntoUnits(tag: String, target: String, source: String) {
    for (before, behind) in [("<table><tr><td>", "</td></tr></table>"), ("<p>", "</p>"), ("", "")] {
      for text in [target, "\n" + target] {
        let page = html("\(before)\(tag)\(unit(103, text, source)) e\(behind)\n")
        let inside = shown(103, tag + target, tag + source)
        #expect(page.contains("\(inside) e"), "\(page)")
      }
    }
  }

  @Test(arguments: [
    ("<b>", "a", "c"), ("<b>", "a</b> b", "c"), ("<b>", "a</b> b <b>e", "c</b> d <b>e"),
    ("<b>", "`</b>` b", "`</b>` d"), ("<i>", "a</b> b", "c</b> d"), ("<br>", "a</br> b", "c</br>"),
  ])
  func leavesOtherTagsBeforeUnits(tag: String, target: String, source: String) {
    let page = html("x \(tag)\(unit(103, target, source)) e\n")
    #expect(page.contains("x \(tag)<span class=\"unit\""), "\(page)")
  }

  /// The second line of a unit goes on in its paragraph, whatever word it begins with.
  @Test(arguments: [
    "*b* c", "**b** c", "[b](c.md)", "`b`", "2020", "-b", "#b", "~b~", ":b", "1.5 b",
  ])
  func keepsFurtherLinesInUnits(line: String) {
    let page = html("\(unit(103, "a\n\(line)", "d\ne")) f\n")
    #expect(page.contains("</span></span> f</p>") && !page.contains("a</span>"), "\(page)")
  }

  @Test(arguments: ["* b", "- b", "+ b", "1. b", "2) b", "# b", "> b", ":::row:::", "```", "| b"])
  func endsUnitsBeforeBlocks(line: String) {
    let page = html("\(unit(103, "a\n\(line)", "d\ne"))\n")
    #expect(page.contains("<span class=\"unit-target\">a</span>"), "\(page)")
  }

  /// Emphasis that begins inside a unit and ends outside must not cross its tags.
  @Test func staysBalancedWhereMarkupCrosses() {
    let page = html("**" + unit(103, "a** b", "c** d") + "\n")
    #expect(opens(page, "<span") == opens(page, "</span>"))
    #expect(opens(page, "<strong>") == opens(page, "</strong>"))
  }

  private func opens(_ page: String, _ tag: String) -> Int {
    page.split(separator: tag, omittingEmptySubsequences: false).count - 1
  }

  @Test func rendersAUnitThatSwallowsAQuotationMark() {
    let markdown =
      "> [!div class=\"x\"]\n> "
      + unit(103, "![a](b.png)\n> ", "![c](b.png)\n> ") + "[!NOTE]\n" + unit(104, "d", "e") + "\n"
    let page = html(markdown)
    #expect(page.contains("<div class=\"x\">"))
    #expect(page.contains("<div class=\"alert alert-note\" role=\"note\">"))
    #expect(!page.contains("[!"))
    #expect(page.contains(shown(104, "d", "e")))
    #expect(page.contains("alt=\"c\""))
  }

  @Test func rendersUnitsWithEscapedQuotes() {
    let broken = unit(103, "a", "b").replacing("\"", with: "&quot;")
    let page = render(broken + "\n")
    #expect(String(decoding: page.html, as: UTF8.self) == "<p>" + shown(103, "a", "b") + "</p>\n")
    #expect(page.diagnostics.map(\.description).allSatisfy { $0.hasPrefix("a.md:1:1: warning") })
    #expect(page.diagnostics.count == 1)
  }

  @Test func showsTheTextOfABrokenUnit() {
    let page = render("<span data-ttu-id=\"abcde-103\">a</span> b\n")
    #expect(String(decoding: page.html, as: UTF8.self) == "<p>a b</p>\n")
    #expect(page.diagnostics.map(\.code) == ["unit.broken"])
  }
}
