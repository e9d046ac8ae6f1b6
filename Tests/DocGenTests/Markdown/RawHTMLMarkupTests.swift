import Model
import Testing

@testable import DocGen

/// Markdown inside raw HTML, which CommonMark doesn't read.
@Suite struct RawHTMLMarkupTests {
  private func rewritten(_ html: String) -> String? {
    RawHTMLMarkup.rewritten(Array(html.utf8)).map { String(decoding: $0.html, as: UTF8.self) }
  }

  @Test(arguments: [
    ("<div>[a](b.md)</div>", "<div><a href=\"b.md\">a</a></div>"),
    (
      "<p>\n  [a b](b.md#c \"t 1\") c\n</p>",
      "<p>\n  <a href=\"b.md#c\" title=\"t 1\">a b</a> c\n</p>"
    ),
    ("<td>![a \"b\"](c.png)</td>", "<td><img src=\"c.png\" alt=\"a &quot;b&quot;\"></td>"),
    ("<td>![](c.png 't')</td>", "<td><img src=\"c.png\" title=\"t\" alt=\"\"></td>"),
    ("<td>[![i](c.png)](b.md)</td>", "<td><a href=\"b.md\"><img src=\"c.png\" alt=\"i\"></a></td>"),
    ("<td>[a [b](c.md) d](e.md)</td>", "<td>[a <a href=\"c.md\">b</a> d](e.md)</td>"),
    ("<td>**a b** c **d**</td>", "<td><strong>a b</strong> c <strong>d</strong></td>"),
    ("<td>**[a](b.md)**</td>", "<td><strong><a href=\"b.md\">a</a></strong></td>"),
    (
      "<td>[**a** `b`](c.md)</td>",
      "<td><a href=\"c.md\"><strong>a</strong> <code>b</code></a></td>"
    ),
    ("<td>`a<b>` and ``c`d``</td>", "<td><code>a&lt;b&gt;</code> and <code>c`d</code></td>"),
    ("<td>[a [b] c](d.md)</td>", "<td><a href=\"d.md\">a [b] c</a></td>"),
    (
      "<li><b>x</b> [a](b.md)<br>[c](d.md)</li>",
      "<li><b>x</b> <a href=\"b.md\">a</a><br><a href=\"d.md\">c</a></li>"
    ),
  ])
  func becomesElements(html: String, expected: String) {
    #expect(rewritten(html) == expected)
  }

  /// What isn't markup, and where text is meant letter by letter.
  @Test(arguments: [
    "<div>a</div>", "<div>[a]</div>", "<div>[a] (b)</div>", "<div>[a](b c)</div>",
    "<div>[](b)</div>",
    "<div>[a]()</div>", "<div>[a](<b>)</div>", "<div>2 ** 3 ** 4</div>", "<div>a** b**</div>",
    "<div>***a***</div>", "<div>*a*</div>", "<div>a `b</div>", "<div>\\[a](b)</div>",
    "<div>\\`a`</div>", "<pre>[a](b) **c** `d`</pre>", "<code>**a**</code>",
    "<script>a[b](c)</script>", "<style>**a**</style>", "<!-- [a](b) -->",
    "<a href=\"x\">[a](b)</a>",
    "<div title=\"[a](b)\">c</div>", "<div>**a\nb**</div>", "<div>[a](b", "<div>![a", "<pre>**a**",
    "<!-- **a**",
  ])
  func staysAsItIs(html: String) {
    #expect(rewritten(html) == nil)
  }

  @Test func goesOnBehindLiteralElements() {
    #expect(rewritten("<pre>**a**</pre>**b**") == "<pre>**a**</pre><strong>b</strong>")
    #expect(rewritten("<!--**a**-->**b**") == "<!--**a**--><strong>b</strong>")
    #expect(rewritten("<CODE>**a**</CODE> `b`") == "<CODE>**a**</CODE> <code>b</code>")
  }

  @Test func saysWhereTheFirstIs() {
    #expect(RawHTMLMarkup.rewritten(Array("<p>\n\n**a**".utf8))?.first == 5)
  }

  /// Links lead where those of Markdown do, and hostile ones nowhere; the line is the mark's.
  @Test func isSafeAndReported() {
    let markdown =
      "a\n\n<div>\nb\n[c](javascript:alert(1)) [d](e.md \"x\\\" onclick=y\")\n</div>\n"
    let page = render(markdown)
    let html = html(markdown)
    #expect(!html.contains("javascript") || !html.contains("href=\"javascript"))
    #expect(!html.contains("onclick=y\""), "\(html)")
    #expect(page.diagnostics.contains { $0.code == "markup.in-html" && $0.location.line == 5 })
  }

  /// What takes the square of its size would take minutes here.
  @Test(
    .timeLimit(.minutes(5)),
    arguments: ["[a", "[a](", "![", "**a", "`a", "``a`", "<pre>[", "[a](b", "<!--[", "[[a](b)"])
  func readsInOneGo(part: String) {
    let html = "<div>" + String(repeating: part, count: 100_000 / part.utf8.count)
    _ = RawHTMLMarkup.rewritten(Array(html.utf8))
  }
}
