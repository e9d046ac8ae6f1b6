import TestSupport
import Testing

/// What stands between backticks stays as it is written, wherever the code begins and ends.
@Suite struct CodeSpanTests {
  @Test(arguments: [
    ("`:::no-loc text=\"x\":::` b", "<code>:::no-loc text=&quot;x&quot;:::</code> b"),
    (
      "``:::image source=\"a.png\" alt-text=\"A\":::`` b", "<code>:::image source=&quot;a.png&quot;"
    ),
    ("a `[!INCLUDE [x](b.md)]` c", "a <code>[!INCLUDE [x](b.md)]</code> c"),
    ("a `:smile:` b", "a <code>:smile:</code> b"), ("a `$x$` b", "a <code>$x$</code> b"),
    ("a `[!BADGE b]` c", "a <code>[!BADGE b]</code> c"),
    ("a `[!UICONTROL b]` c", "a <code>[!UICONTROL b]</code> c"),
    // Over several lines.
    ("a `b\n:smile: c` d", "<code>b :smile: c</code>"),
    ("a `b :smile:\n$x$` d", "<code>b :smile: $x$</code>"),
    ("a `b\n:::no-loc text=\"x\"::: c` d", "<code>b :::no-loc text=&quot;x&quot;::: c</code>"),
    ("a ``b ` c\n[!UICONTROL d] e`` f", "<code>b ` c [!UICONTROL d] e</code>"),
    ("> a `b\n> :smile:\n> c` d", "<code>b :smile: c</code>"),
    ("- a `b\n  :smile:\n  c` d", "<code>b :smile: c</code>"),
    ("a `b\n    :smile: c` d", "<code>b :smile: c</code>"),
    ("a `b\r\n:smile: c` d\r\n", ":smile: c</code>"),
  ])
  func codeStays(markdown: String, expected: String) {
    #expect(html(markdown).contains(expected), "\(html(markdown))")
  }

  @Test(arguments: [
    // A backtick without its like is text.
    ("a ` b :smile: c", "a ` b 😄 c"), ("a `` b ` :smile: c", "a `` b ` 😄 c"),
    ("a \\` b :smile: ` c", "a ` b 😄 ` c"), ("a ` b :::no-loc text=\"x\":::", "a ` b x"),
    ("a `b` :smile: `c`", "<code>b</code> 😄 <code>c</code>"),
    ("`a\\` :smile: b", "<code>a\\</code> 😄 b"),
    // The paragraph ends before.
    ("a ` b\n\n:smile: c` d", "<p>😄 c` d</p>"), ("a ` b\n# :smile: c` d", "😄 c` d</h1>"),
    ("- a ` b\n- :smile: c` d", "😄 c` d"), ("> a ` b\n\n:smile: c` d", "😄 c` d"),
    ("a ` b\n```\nc\n```\n:smile: d", "😄 d"), ("# a ` b\n:smile: c` d", "😄 c` d"),
    ("a ` b\n***\n:smile: c` d", "😄 c` d"),
    ("| a ` b |\n|---|\n| :smile: c` d |", "😄 c` d"),
    // An attribute's backticks begin no code.
    (":::image source=\"a.png\" alt-text=\"`A`\"::: :smile:", "alt=\"`A`\" loading=\"lazy\"> 😄"),
  ])
  func textIsRead(markdown: String, expected: String) {
    #expect(html(markdown).contains(expected), "\(html(markdown))")
  }

  @Test func includesFollowBackticksOfTheirOwnKind() throws {
    let site = try TestSite([
      "en-us/a.md": """
      # A

      One ` tick [!INCLUDE [x](x.md)] here.

      `Two
      [!INCLUDE [x](gone.md)]` here.
      """, "en-us/x.md": "included",
    ])
    let article = site.article("en-us/a.html")
    #expect(article.contains("One ` tick included here."), "\(article)")
    #expect(article.contains("<code>Two [!INCLUDE [x](gone.md)]</code> here."), "\(article)")
    #expect(site.problems == [])
  }

  @Test func commentsInCodeAreNone() {
    let page = html("a `<!-- b` :smile: -->\n\n`c\nd <!-- e` :smile: -->\n")
    #expect(page.contains("<code>&lt;!-- b</code> 😄 --&gt;"), "\(page)")
    #expect(page.contains("<code>c d &lt;!-- e</code> 😄 --&gt;"), "\(page)")
  }

  /// The parser forgets where code ends behind a row of backticks that ends nothing.
  @Test(arguments: [
    (
      "Use ``` to fence, `a` or `b` or `c`.",
      "``` to fence, <code>a</code> or <code>b</code> or <code>c</code>"
    ),
    (
      "- Use `` and `a`,\n  `b`, `c`", "`` and <code>a</code>,\n<code>b</code>, <code>c</code>"
    ),
    (
      "a ```` `b` ``c ` d`` `e` `f`",
      "a ```` <code>b</code> <code>c ` d</code> <code>e</code> <code>f</code>"
    ),
    (
      "| a `` | `b` | `c` |\n|-|-|-|\n| `d` | `e` | `` |",
      "<code>d</code></td>\n<td><code>e</code></td>\n<td>``</td>"
    ),
    ("```js\n``\n```\n\n`` `a` `b`", "<p>`` <code>a</code> <code>b</code></p>"),
    ("![``](a.png) `a` `b`", "<code>a</code> <code>b</code>"),
    // Raw HTML has no backslashes that stand for what follows.
    ("<div>\na ``` b\n</div>\n\n`c`", "<div>\na ``` b\n</div>\n<p><code>c</code></p>"),
    ("<p>``` a</p>\n\n`b` ` c", "<p>``` a</p>\n<p><code>b</code> ` c</p>"),
  ])
  func codeBehindLonelyBackticksIsCode(markdown: String, expected: String) {
    #expect(html(markdown).contains(expected), "\(html(markdown))")
  }

  /// Texts put together at random: a short name stays where the parser sees code, and nowhere else.
  @Test(arguments: 0..<10)
  func codeIsWhatTheParserSays(part: Int) {
    for seed in part * 100..<(part + 1) * 100 {
      var dice = Dice(seed: seed + 5000)
      var page = ""
      for number in 0..<(3 + dice.roll(10)) {
        page += dice.pick([
          "`", "`", "``", "```x ", "\\`", "\n", "\n> ", "\n- ", "\n\n", "**", "a ",
        ])
        page += dice.pick(["", "w\(number)w :smile: ", "w\(number)w :smile: ", " b "])
      }
      let split = SplitPage(html(page))
      #expect(!split.text.contains(":smile:"), "seed \(seed): \(page)")
      #expect(!split.code.contains("😄"), "seed \(seed): \(page)")
    }
  }
}
