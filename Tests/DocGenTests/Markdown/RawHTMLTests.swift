import DocGen
import Foundation
import Model
import Testing

@Suite struct RawHTMLTests {
  @Test(arguments: [
    ("a <b>b</b> <kbd>c</kbd><br/>d</br>e\n", "<p>a <b>b</b> <kbd>c</kbd><br>d<br>e</p>\n"),
    ("a <b>b\n\nc</b>\n", "<p>a <b>b</b></p>\n<p>c</p>\n"),
    ("Enter <version> here\n", "<p>Enter &lt;version&gt; here</p>\n"),
    ("a <!-- b --> c\n", "<p>a  c</p>\n"),
    ("<a name=\"x\"></a>a\n", "<p><span id=\"x\"></span>a</p>\n"),
    ("<a href=\"b.md\" onclick=\"c()\" class=\"d\">e</a>\n", "<p><a href=\"b.md\">e</a></p>\n"),
    (
      "a <img src=\"b.png\" alt=\"c\" onerror=\"d()\">\n",
      "<p>a <img src=\"b.png\" alt=\"c\" loading=\"lazy\"></p>\n"
    ),
    ("[a <a href=\"x\">b</a>](c.md)\n", "<p><a href=\"c.md\">a b</a></p>\n"),
    ("a <script>b()</script> c\n", "<p>a b() c</p>\n"),
    (
      "a <style> img { max-width: none; } </style>![](b.png)\n",
      "<p>a <img src=\"b.png\" alt=\"\" loading=\"lazy\"></p>\n"
    ),
    ("a *<style> b* c</style> d\n", "<p>a <em> b</em> c d</p>\n"),
    ("a <font color=red>b</font>\n", "<p>a b</p>\n"),
    ("<a href=\"\" id=\"x\"></a>**b**\n", "<p><span id=\"x\"></span><strong>b</strong></p>\n"),
    ("a <a href=\"\">b</a>\n", "<p>a <a href=\"\">b</a></p>\n"),
    (
      "<a href=\"https://a.example\" id=\"x\">b</a>\n",
      "<p><span id=\"x\"></span><a href=\"https://a.example\">b</a></p>\n"
    ),
    ("<a id=\"x\"/>\n\n## b\n", "<span id=\"x\"></span>\n<h2 id=\"b\">b</h2>\n"),
    ("<a id=\"x\" />a</a> b\n", "<p><span id=\"x\"></span>a b</p>\n"),
    (
      "<span id=\"x\" />\n\n## b\n\nc\n",
      "<span id=\"x\"></span>\n<h2 id=\"b\">b</h2>\n<p>c</p>\n"
    ),
    ("a<span id='x'/> b <span/>c\n", "<p>a<span id=\"x\"></span> b c</p>\n"),
    ("<span id=\"x\">a</span> b\n", "<p><span id=\"x\">a</span> b</p>\n"),
    (
      "<properties\n  pageTitle=\"a\"\n  editor=\"\"/>\n\n<tags\n  ms.date=\"b\"/>\n\n# c\n",
      "<p></p>\n<p></p>\n<h1 id=\"c\">c</h1>\n"
    ),
    ("a <tags> <properties/>\n", "<p>a &lt;tags&gt; &lt;properties/&gt;</p>\n"),
  ])
  func keepsHarmlessTags(markdown: String, expected: String) {
    #expect(html(markdown) == expected)
  }

  /// Images of 40 by 20 pixels, at the size that their tag asks for.
  @Test(arguments: [
    ("", "width=\"40\" height=\"20\""), ("width=\"20\"", "width=\"20\" height=\"10\""),
    ("width=20px", "width=\"20\" height=\"10\""), ("height=\" 5 \"", "width=\"10\" height=\"5\""),
    ("width=7 height=9", "width=\"7\" height=\"9\""), ("width=1", "width=\"1\" height=\"1\""),
    ("width=\"50%\"", "width=\"40\" height=\"20\""), ("width=0", "width=\"40\" height=\"20\""),
    ("width=-3", "width=\"40\" height=\"20\""), ("width=10001", "width=\"40\" height=\"20\""),
    ("width=\"1 2\"", "width=\"40\" height=\"20\""), ("width=\"\"", "width=\"40\" height=\"20\""),
    ("id=\"x\" width=20", "id=\"x\" width=\"20\" height=\"10\""),
    ("title=\"T\"", "title=\"T\" width=\"40\" height=\"20\""),
  ])
  func imagesHaveTheSizeThatIsAskedFor(attributes: String, expected: String) {
    let page = render("<img src=\"b.png\" \(attributes)>\n") { options in
      options.resolve = { ResolvedLink($0.address, size: (width: 40, height: 20)) }
    }
    let html = String(decoding: page.html, as: UTF8.self)
    #expect(html.contains("<img src=\"b.png\" alt=\"\" \(expected) loading=\"lazy\">"), "\(html)")
    #expect(page.anchors == (attributes.contains("id=") ? ["x"] : []))
  }

  @Test func putsBlocksRight() {
    #expect(
      html("<div>\n<p>a<p>b\n</div></div>\n\nc\n") == "<div>\n<p>a</p><p>b\n</p></div>\n<p>c</p>\n")
    #expect(
      html("<details>\n<summary>a</summary>\n\n*b*\n\n</details>\n\nc\n")
        == "<details>\n<summary>a</summary>\n<p><em>b</em></p>\n</details>\n<p>c</p>\n")
    #expect(html("<ul><li>a\n\nb\n") == "<ul><li>a\n<p>b</p>\n</li></ul>")
  }

  /// A film is a link to its first form, whether its address stands in its own tag or in another.
  @Test(arguments: [
    ("<video src=\"a.mp4\" title=\"T\"></video>", "a.mp4", "T"),
    ("<video>\n<source src=\"a.mp4\" type=\"video/mp4\">\nNone.\n</video>", "a.mp4", "a.mp4"),
    (
      "<div>\n<video title='T'><source src=a.mp4><source src=\"b.webm\"></video>\n</div>", "a.mp4",
      "T"
    ),
    ("b <video controls><source src=\"a.mp4\"></video> c", "a.mp4", "a.mp4"),
    ("<div><audio><source type=\"x\"><source src=\"a.mp3\"/></audio></div>", "a.mp3", "a.mp3"),
  ])
  func filmsAreLinks(markdown: String, address: String, words: String) {
    let page = html("\(markdown)\n\nEnd.\n")
    let link = "<span class=\"video\"><a href=\"\(address)\">\(words)</a></span>"
    #expect(page.contains(link) && page.contains("<p>End.</p>"), "\(page)")
    #expect(!page.contains("<source") && !page.contains("webm"), "\(page)")
  }

  /// A source outside of a film is nothing, and so is one that may not be followed.
  @Test(arguments: [
    "a <source src=\"b.mp4\"> c", "<div>\na <source src=\"b.mp4\"> c\n</div>",
    "a <video><source src=\"javascript:b()\"></video> c",
    "a <video></video> <source src=\"b.mp4\"> c",
    "<div>\na <video></video> <source src=\"b.mp4\"> c\n</div>",
  ])
  func otherSourcesAreNothing(markdown: String) {
    let page = html(markdown + "\n")
    #expect(!page.contains("href") && page.contains("a ") && page.contains(" c"), "\(page)")
  }

  /// Of an image in several forms the one that all browsers know is shown.
  @Test func picturesAreImages() {
    #expect(
      html("a <picture><source srcset=\"b.webp\"><img src=\"b.png\" alt=\"c\"></picture> d\n")
        == "<p>a <img src=\"b.png\" alt=\"c\" loading=\"lazy\"> d</p>\n")
  }

  /// An alert in a quotation of raw HTML, as in cells of tables.
  @Test(arguments: [
    ("<blockquote>[!NOTE]<br/>Ripe <b>plums</b>.</blockquote>", "note", "Note"),
    ("<blockquote>\n[!Note]<br />\nRipe <b>plums</b>.\n</blockquote>", "note", "Note"),
    (
      "<table><td>Fruit<blockquote>\n[!Important] Ripe <b>plums</b>.</blockquote></table>",
      "important", "Important"
    ),
    (
      "<table>\n<td>Fruit<br/>\n<BLOCKQUOTE>\n[!tip]<br>\nRipe <b>plums</b>.\n</BLOCKQUOTE></table>",
      "tip", "Tip"
    ),
  ])
  func alertsInQuotationsAreBoxes(markdown: String, kind: String, title: String) {
    let page = render("\(markdown)\n\nEnd.\n")
    let html = String(decoding: page.html, as: UTF8.self)
    let box =
      "<div class=\"alert alert-\(kind)\" role=\"note\">\n<p class=\"alert-title\">\(title)</p>\n"
    #expect(html.contains(box) && html.contains("<p>End.</p>"), "\(html)")
    let inside = html.components(separatedBy: box).last ?? ""
    #expect(inside.hasPrefix("Ripe <b>plums</b>."), "\(html)")
    #expect(!html.contains("[!") && !html.contains("<blockquote>"), "\(html)")
    #expect(page.diagnostics.map(\.code) == ["markup.in-html"], "\(page.diagnostics)")
    let line = markdown.components(separatedBy: "[!")[0].count { $0 == "\n" } + 1
    #expect(page.diagnostics.first?.location.line == line)
  }

  /// Quotations without an alert stay, and a directive that is none ends raw HTML as before.
  @Test(arguments: [
    ("<blockquote>\n[!Plums]<br/>a</blockquote>", "<blockquote>"),
    ("<blockquote>a [!NOTE]<br/>b</blockquote>", "<blockquote>a [!NOTE]<br>b</blockquote>"),
    ("<blockquote><p>[!NOTE]</p></blockquote>", "<blockquote><p>[!NOTE]</p></blockquote>"),
    ("<td>\n[!NOTE]\na", "<div class=\"alert alert-note\" role=\"note\">"),
  ])
  func otherQuotationsStay(markdown: String, expected: String) {
    #expect(html(markdown + "\n").contains(expected), "\(html(markdown + "\n"))")
  }

  /// Directives and formulas in a block of raw HTML are shown like others.
  @Test(arguments: [
    (
      "<div>\n:::image type=\"content\" source=\"a.png\" alt-text=\"A\":::\n</div>\n",
      "<div>\n<p><img src=\"a.png\" alt=\"A\" loading=\"lazy\"></p>\n\n</div>"
    ),
    (
      "<table><tr><td>a :::image type=\"icon\" source=\"a.png\"::: b</td></tr></table>\n",
      "<td>a <img src=\"a.png\" alt=\"\" class=\"icon\" loading=\"lazy\"> b</td>"
    ),
    (
      "<div>\n$x^2$ b\n</div>\n",
      "<div>\n<code class=\"math\" dir=\"ltr\">$x^2$</code> b\n</div>"
    ),
    ("<div>\n$$\nx\n$$\n</div>\n", "<code>$$\nx\n$$</code></pre>"),
    ("<div>\n:::no-loc text=\"a\"::: b\n</div>\n", "<div>\na b\n</div>"),
    ("<div>\n<!--:::7--> a </vouch-colon-7>\n</div>\n", "<div>\n a &lt;/vouch-colon-7&gt;\n</div>"),
  ])
  func showsDirectivesInBlocks(markdown: String, expected: String) {
    #expect(html(markdown).contains(expected), "\(html(markdown))")
  }

  /// Raw HTML ends before a line that is markup for certain.
  @Test(arguments: [
    ("<div>a</div>\n## b\n", "<div>a</div>\n<h2 id=\"b\">b</h2>\n", 2, 1),
    ("<br>\n> [!NOTE]\n> b\n", "<div class=\"alert alert-note\" role=\"note\">", 2, 3),
    ("<hr>\r\n## b\r\n", "<hr>\n<h2 id=\"b\">b</h2>\n", 2, 1),
    ("<div>\na\n</div>\n```\n:::row:::\n```\n", "<code>:::row:::\n</code></pre>", 4, 1),
    ("</div>\n~~~\nb\n~~~\n", "<code>b\n</code></pre>", 2, 1),
    ("<p>a</p>\n:::zone pivot=\"b\"\n*c*\n:::zone-end\n", "<p><em>c</em></p>", 2, 1),
    ("- <p>a</p>\n  ## b\n", "<h2 id=\"b\">b</h2>", 2, 3),
    ("> <p>a</p>\n> ### b\n", "<h3 id=\"b\">b</h3>", 2, 3),
    ("<a id=\"x\">\n## b\n", "<h2 id=\"b\">b</h2>", 2, 1),
    ("1. <p>a</p>\n   ## b\n", "<h2 id=\"b\">b</h2>", 2, 4),
  ])
  func endsBeforeMarkup(markdown: String, expected: String, line: Int, column: Int) {
    let page = render(markdown)
    #expect(html(markdown).contains(expected), "\(html(markdown))")
    let places = page.diagnostics.map { [$0.location.line, $0.location.column] }
    #expect(page.diagnostics.map(\.code) == ["markup.behind-html"])
    #expect(places == [[line, column]])
  }

  /// What ends a block of directives ends the raw HTML in it elsewhere too.
  @Test(arguments: [
    ":::row:::\n:::column:::\n<p>a</p>\n:::column-end:::\n:::row-end:::\nb\n",
    "::: zone pivot=\"x\"\n<br>\n::: zone-end\n\nb\n",
    "- c\n\n  :::moniker range=\"x-1\"\n  <div>a</div>\n  ::: moniker-end\n\nb\n",
  ])
  func endsWithItsBlock(markdown: String) {
    #expect(render(markdown).diagnostics == [], "\(render(markdown).diagnostics)")
    #expect(html(markdown).hasSuffix("<p>b</p>\n"), "\(html(markdown))")
  }

  @Test(arguments: [
    // A blank line is there, or no markup follows.
    "<div>a</div>\n\n## b\n", "<div>\na\n</div>\n", "a <b>b</b>\n## c\n", "<b>a</b>\n## b\n",
    "<a id=\"x\"></a>\n## b\n", "a\n<br>\n## b\n", "<div>\n#b\n</div>\n",
    "<div>\n:::image source=\"a.png\" alt-text=\"A\":::\n</div>\n", "<!-- a -->\n## b\n",
    // Text is meant letter by letter.
    "<pre>\n## b\n</pre>\n", "<div><pre>\n## b\n</pre></div>\n",
    "<div>\n<pre>\n## b\n</pre></div>\n",
    "```\n<div>\n## b\n```\n", "a\n\n    <div>\n    ## b\n", "<style>\n## b\n</style>\n",
  ])
  func leavesOtherBlocksAlone(markdown: String) {
    #expect(render(markdown).diagnostics == [])
  }

  @Test func treeKeepsOurOwnMarkup() {
    let markdown = "> [!NOTE]\n> " + unit(103, "a", "b") + "\n\n```x\n\n<\n```\n\n<div>c</div>\n"
    let page = html(markdown)
    #expect(page.contains(shown(103, "a", "b")))
    #expect(page.contains("<pre tabindex=\"0\">\n<code class=\"language-x\">\n&lt;\n</code></pre>"))
    #expect(page.contains("<div class=\"alert alert-note\" role=\"note\">"))
  }

  @Test(arguments: [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg onload=alert(1)>",
    "<a href=\"javascript:alert(1)\">x</a>", "<a href=\" java\tscript:alert(1)\">x</a>",
    "<a href=\"&#106;avascript:alert(1)\">x</a>", "<iframe src=\"javascript:alert(1)\"></iframe>",
    "[x](javascript:alert(1))", "[x](JaVaScRiPt&colon;alert(1))", "[x](data:text/html,a)",
    "![x](javascript:alert(1))", "<div style=\"background:url(javascript:alert(1))\">x</div>",
    "<math><mtext><script>alert(1)</script></mtext></math>", "<style>*{x:expression(1)}</style>",
    "<a href=\"vbscript:x\">x</a>", "<object data=\"x\"></object>", "<base href=\"//a.example\">",
    "<details open ontoggle=alert(1)>x</details>", "<form action=\"javascript:x\"><button>y",
    "<template><script>alert(1)</script></template>",
    "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
    "[x](<javascript:alert(1)>)", "<javascript:alert(1)>",
    "`<script>`<div \"><script>alert(1)</script>",
    "<!--><script>alert(1)</script>-->", "<![CDATA[<script>alert(1)</script>]]>",
    "<p title='\"><script>alert(1)</script>'>x</p>", "## <script>alert(1)</script>",
    "> [!div class=\"\"><script>alert(1)</script>\"]\n> x",
    "```\"><script>alert(1)</script>\nx\n```",
    ":::image source=\"javascript:alert(1)\" alt-text=\"<script>alert(1)</script>\":::",
  ])
  func runsNothing(markdown: String) {
    for form in [markdown, "a " + markdown, markdown + "\n\n<div>\n\n" + markdown] {
      let page = html(form + "\n").lowercased()
      #expect(!page.contains("<script"))
      #expect(!page.contains("<style"))
      #expect(!page.contains("<svg"))
      for tag in tags(page) {
        #expect(!tag.contains(" on"), "\(tag)")
        #expect(!tag.contains("script:"), "\(tag)")
        #expect(!tag.contains("style="), "\(tag)")
        #expect(!tag.contains("=\"data:"), "\(tag)")
      }
    }
  }

  /// What stands between `<` and `>`, without the values of attributes that are no addresses.
  private func tags(_ page: String) -> [String] {
    page.split(separator: "<").dropFirst(page.hasPrefix("<") ? 0 : 1).map { part in
      var tag = String(part.prefix { $0 != ">" })
      for name in ["alt", "title"] {
        while let start = tag.range(of: " \(name)=\"") {
          let end = tag[start.upperBound...].firstIndex(of: "\"").map { tag.index(after: $0) }
          tag.removeSubrange(start.lowerBound..<(end ?? tag.endIndex))
        }
      }
      return tag
    }
  }

  @Test func limitsNesting() {
    let page = render(String(repeating: "<div>\n", count: 5_000) + "\nx\n")
    #expect(page.html.count < 10_000)
    #expect(String(decoding: page.html, as: UTF8.self).contains("x"))
  }
}
