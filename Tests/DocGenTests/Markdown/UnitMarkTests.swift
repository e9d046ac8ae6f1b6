import Testing

/// Marks that one half of a unit begins: nothing of it reaches into the other half, or the next unit.
@Suite struct UnitMarkTests {
  @Test(arguments: [
    ("A _, b.", "A (x)_, c.", "A _, b.", "A (x)_, c."), ("A *b.", "A c*.", "A *b.", "A c*."),
    ("**(a", "(x)**", "**(a", "(x)**"), ("~~a", "b~~", "~~a", "b~~"),
    ("2*3", "2*3 is", "2*3", "2*3 is"),
    ("A**.**", "B**.**", "A**.**", "B**.**"),
    ("[b", "x](m.md)", "[b", "x](m.md)"), ("![b", "x](m.png)", "![b", "x](m.png)"),
    ("A `b", "A `x` c", "A `b", "A <code>x</code> c"),
    ("*a* **b", "*c* d**", "<em>a</em> **b", "<em>c</em> d**"),
  ])
  func bindsMarksToTheirHalf(
    target: String, source: String, shownTarget: String, shownSource: String
  ) {
    #expect(
      html("\(unit(103, target, source))\n") == "<p>\(shown(103, shownTarget, shownSource))</p>\n")
  }

  @Test func bindsMarksToTheirUnit() {
    #expect(
      html("\(unit(103, "İki _c.", "Two _c.")) \(unit(104, "Üç c_.", "Three c_."))\n")
        == "<p>\(shown(103, "İki _c.", "Two _c.")) \(shown(104, "Üç c_.", "Three c_."))</p>\n")
  }

  /// A unit of several lines, and one in raw HTML.
  @Test func bindsMarksInOtherPlaces() {
    #expect(
      html("\(unit(103, "A\n*b.", "A c*."))\n") == "<p>\(shown(103, "A\n*b.", "A c*."))</p>\n")
    #expect(
      html("<p>\(unit(103, "A *b.", "A c*."))</p>\n").contains(shown(103, "A *b.", "A c*.")))
  }

  @Test(arguments: [
    ("***a** b*", "<em><strong>a</strong> b</em>"), ("*a **b***", "<em>a <strong>b</strong></em>"),
    ("_a *b* c_", "<em>a <em>b</em> c</em>"), ("a\\*b `*c` [d](e_f.md)", nil),
    ("snake_case _a_", nil),
    ("*a*b", "<em>a</em>b"), ("**“a”**", "<strong>“a”</strong>"), ("a]", "a]"),
    ("a ** b", "a ** b"),
    ("[a [b] c](d.md)", nil), ("~~a~~", "<del>a</del>"), ("``a`b``", "<code>a`b</code>"),
    ("https://a.example/*b_", nil), ("<https://a.example/*b>", nil),
    ("[a](_b.md)", "<a href=\"_b.md\">a</a>"),
  ])
  func leavesWholeMarks(text: String, shown expected: String?) {
    let page = html("\(unit(103, text, text))\n")
    #expect(!page.contains("&amp;#") && !page.contains("&#"), "\(page)")
    if let expected { #expect(page == "<p>\(shown(103, expected, expected))</p>\n") }
  }

  @Test func leavesCode() {
    let text = unit(103, "a *b [c", "a *b [c")
    #expect(html("```\n\(text)\n```\n").contains("<code>a *b [c\n</code>"))
  }

  /// Emphasis around a unit, and around two.
  @Test func leavesMarksAroundUnits() {
    let page = html("**\(unit(103, "a", "b"))** [\(unit(104, "c", "d"))](e.md)\n")
    #expect(page.contains("<strong><span class=\"unit\""))
    #expect(page.contains("<a href=\"e.md\"><span class=\"unit\""))
    #expect(html("**\(unit(103, "A:**", "B:**")) c\n").contains("<strong>"))
  }

  /// What takes the square of its size would take minutes here.
  @Test(.timeLimit(.minutes(5)), arguments: ["*a ", "_", "[", "`a ``", "*a* ", "<", "*"])
  func readsUnitsInOneGo(part: String) {
    let text = String(repeating: part, count: 16_000 / part.utf8.count)
    let page = String(repeating: unit(103, text, text) + "\n\n", count: 8)
    #expect(html(page).contains("<p>"))
  }
}
