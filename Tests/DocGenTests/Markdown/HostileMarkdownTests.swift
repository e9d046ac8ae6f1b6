import DocGen
import HTMLTree
import Testing

/// Numbers that look random and are the same in each run.
private struct Numbers {
  private var state: UInt64
  init(_ seed: Int) { state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func next(below limit: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state >> 33) % limit
  }
}

@Suite struct HostileMarkdownTests {
  private static let pieces = [
    "word", " ", "\n", "\n\n", "> ", "- ", "1. ", "# ", "**", "*", "~~", "`", "```\n", "[",
    "](a.md)",
    "![", "<b>", "</b>", "<div>", "</div>", "<p>", "<a name=\"x\"></a>", "<a href=\"b\">", "</a>",
    "| ", "|\n|-|-|\n|", "[^1]", "\n\n[^1]: ", "[!NOTE]", "\n> [!NOTE]\n> ", "<script>",
    "</script>",
    "<!--", "-->", "    ", "\t", "&lt;", "\\", "<span data-ttu-id=\"abcde-103\">", "</span>",
    "<span class=\"sxs-lookup\">", "<span data-stu-id=\"abcde-103\">", ":::image source=\"a\":::",
    ":::", "<br>", "<img src=x>", "<td>", "<li>", "www.a.example", "---\n", "===\n", "\0", "é",
    "<details>", "</details>", "<h1>", "<table>", "[!UICONTROL a", "[!DNL b]", "]", "{#a .b}",
    "\n>[!BEGINTABS]\n", "\n>[!TAB a]\n", "\n>[!ENDTABS]\n", "\n+++a\n", "\n+++\n",
    "[!BADGE a]{url=b}", "\n>[!CONTEXTUALHELP]\n>title=\"a\"\n", "> **[!NOTE]**",
  ]

  /// Whatever stands in a page: no crash, no script, and HTML that is balanced and stable.
  @Test(arguments: 0..<30)
  func rendersAnything(seed: Int) {
    var numbers = Numbers(seed + 1)
    for _ in 0..<40 {
      let text = (0..<40).map { _ in Self.pieces[numbers.next(below: Self.pieces.count)] }.joined()
      let page = render(text)
      let html = String(decoding: page.html, as: UTF8.self)
      #expect(!html.contains("<script"), "\(text)")
      let normal = HTMLTree.normalized(fragment: page.html)
      // What has passed the parser once doesn't change when it passes again.
      let again = HTMLTree.normalized(fragment: normal)
      #expect(String(decoding: again, as: UTF8.self) == String(decoding: normal, as: UTF8.self))
      for name in [
        "span", "strong", "em", "del", "p", "ul", "ol", "li", "table", "td", "blockquote",
      ] {
        let opened = html.ranges(of: "<\(name)>").count + html.ranges(of: "<\(name) ").count
        #expect(opened == html.ranges(of: "</\(name)>").count, "\(name) in \(text)")
      }
    }
  }
}
