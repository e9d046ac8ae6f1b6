import DocGen
import Testing

@Suite struct TabTests {
  private func tab(_ id: String, _ title: String, _ inside: String, condition: String = "")
    -> String
  {
    let condition = condition.isEmpty ? "" : " data-condition=\"\(condition)\""
    return
      "<section class=\"tab\" data-tab=\"\(id)\"\(condition)>\n<p class=\"tab-title\">\(title)</p>\n"
      + inside + "</section>\n"
  }

  @Test func groupsTabsUpToABreak() {
    let page = render(
      "# [Bash](#tab/bash)\n\na\n\n# [Power*Shell*](#tab/powershell+pwsh)\n\n## B\n\n---\n\nc\n")
    #expect(
      String(decoding: page.html, as: UTF8.self)
        == "<div class=\"tabs\">\n" + tab("bash", "Bash", "<p>a</p>\n")
        + tab("powershell+pwsh", "Power<em>Shell</em>", "<h2 id=\"b\">B</h2>\n")
        + "</div>\n<p>c</p>\n")
    #expect(page.headings.map(\.id) == ["b"])
  }

  @Test func keepsConditionsAndEndsWithThePage() {
    #expect(
      html("## [A](#tab/a/linux)\nx\n## [A](#tab/a/windows)\ny\n")
        == "<div class=\"tabs\">\n" + tab("a", "A", "<p>x</p>\n", condition: "linux")
        + tab("a", "A", "<p>y</p>\n", condition: "windows") + "</div>\n")
  }

  @Test func readsTitlesBehindAnchorsAndInUnits() {
    let link = "[\(unit(103, "Tester", "Test"))](#tab/test)"
    let expected =
      "<div class=\"tabs\">\n" + tab("test", shown(103, "Tester", "Test"), "<p>a</p>\n")
      + "</div>\n"
    #expect(html("# <a name=\"testtabtest\"></a>\(link)\na\n") == expected)
    let outside = unit(103, "[Tester](#tab/test)", "[Test](#tab/test)")
    #expect(html("# \(outside)\na\n") == expected)
  }

  @Test func staysInsideItsListItem() {
    let page = html("1. x\n\n   # [A](#tab/a)\n\n   y\n\n2. z\n")
    #expect(page.contains("<p>y</p>\n</section>\n</div>\n</li>\n<li>"))
    #expect(html("# [A](#tab/a) more\n").hasPrefix("<h1 id=\"a-more\">"))
    #expect(html("---\n") == "<hr>\n")
  }
}
