import DocGen
import Model
import Synchronization
import Testing

let french = LocaleTag("fr-fr") ?? .source

func render(
  _ markdown: String, _ change: (inout MarkdownOptions) -> Void = { _ in }
) -> RenderedPage {
  var options = MarkdownOptions(path: "a.md", locale: french)
  change(&options)
  return MarkdownRenderer.render(Array(markdown.utf8), options)
}

func html(_ markdown: String) -> String {
  String(decoding: render(markdown).html, as: UTF8.self)
}

func unit(_ number: Int, _ target: String, _ source: String) -> String {
  "<span data-ttu-id=\"abcde-\(number)\">\(target)</span><span class=\"sxs-lookup\">"
    + "<span data-stu-id=\"abcde-\(number)\">\(source)</span></span>"
}

/// A unit as it is rendered.
func shown(_ number: Int, _ target: String, _ source: String, suffix: String = "") -> String {
  "<span class=\"unit\" id=\"u\(number)\(suffix)\"><span class=\"unit-target\">\(target)</span>"
    + "<span class=\"unit-source\" lang=\"en-US\" dir=\"ltr\" hidden>\(source)</span></span>"
}

@Suite struct BareAddressTests {
  /// Languages without blanks go on right behind an address.
  @Test(arguments: [
    ("转到 https://a.example，然后", "转到 [https://a.example]，然后"),
    ("ไปที่ https://a.exampleแล้ว", "ไปที่ [https://a.example]แล้ว"),
    ("https://a.example/ไทย", "[https://a.example/ไทย]"),
    ("登录到https://a.example。 好", "登录到[https://a.example]。 好"),
    ("https://a.example에서 로그인", "[https://a.example]에서 로그인"),
    ("https://a.example/b/c?d=e#fを開く", "[https://a.example/b/c?d=e#f]を開く"),
    ("见 https://a.example、https://b.example/c。", "见 [https://a.example]、[https://b.example/c]。"),
    ("“https://a.example” x", "“[https://a.example]” x"),
    ("https://a.example/日本/東京 x", "[https://a.example/日本/東京] x"),
    ("https://a.example/мәтін x", "[https://a.example/мәтін] x"),
    ("[https://a.example，b](c.md)", "[https://a.example，b]"),
  ])
  func endsWhereAnotherLanguageBegins(markdown: String, expected: String) {
    let shown = html(markdown).replacing(/<a href="[^"]*">/, with: "[").replacing("</a>", with: "]")
    #expect(shown == "<p>\(expected)</p>\n")
  }

  @Test(
    .timeLimit(.minutes(5)), arguments: ["https://a.example、", "https://", "日", "h。", "https://a日"])
  func readsAnyAddressInOneGo(part: String) {
    let text = "https://a" + String(repeating: part, count: 100_000 / part.utf8.count)
    #expect(html(text).contains("<p>"))
  }
}

@Suite struct RendererTests {
  @Test(arguments: [
    ("", ""),
    (
      "a *b* **c** ~~d~~ `e<f`\n",
      "<p>a <em>b</em> <strong>c</strong> <del>d</del> <code>e&lt;f</code></p>\n"
    ),
    ("a & b \"c\" <\n", "<p>a &amp; b &quot;c&quot; &lt;</p>\n"),
    ("a\nb\\\nc\n", "<p>a\nb<br>\nc</p>\n"),
    ("## Add *it* now\n", "<h2 id=\"add-it-now\">Add <em>it</em> now</h2>\n"),
    ("- a\n- b\n", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"),
    ("3. a\n\n   b\n", "<ol start=\"3\">\n<li>\n<p>a</p>\n<p>b</p>\n</li>\n</ol>\n"),
    ("- a\n  - b\n", "<ul>\n<li>a\n<ul>\n<li>b</li>\n</ul>\n</li>\n</ul>\n"),
    ("> a\n", "<blockquote>\n<p>a</p>\n</blockquote>\n"),
    ("***\n", "<hr>\n"),
    (
      "```swift x\na < b\n```\n",
      "<pre tabindex=\"0\"><code class=\"language-swift\">a &lt; b\n</code></pre>\n"
    ),
    (
      "[a](b.md \"t\") <http://a.example/?b=c&d>\n",
      "<p><a href=\"b.md\" title=\"t\">a</a> "
        + "<a href=\"http://a.example/?b=c&amp;d\">http://a.example/?b=c&amp;d</a></p>\n"
    ),
    ("![a *b*](c d.png)\n", "<p>![a <em>b</em>](c d.png)</p>\n"),
    ("![a *b*](<c d.png>)\n", "<p><img src=\"c%20d.png\" alt=\"a b\" loading=\"lazy\"></p>\n"),
    (
      "|a||\n|:-|-:|\n|b|c|\n",
      "<div class=\"table\" tabindex=\"0\">\n<table>\n<thead>\n<tr>\n"
        + "<th scope=\"col\" class=\"align-left\">a</th>\n<td class=\"align-right\"></td>\n</tr>\n"
        + "</thead>\n<tbody>\n<tr>\n<td class=\"align-left\">b</td>\n"
        + "<td class=\"align-right\">c</td>\n</tr>\n</tbody>\n</table>\n</div>\n"
    ),
    (
      "|a|\n|-|\n",
      "<div class=\"table\" tabindex=\"0\">\n<table>\n<thead>\n<tr>\n<th scope=\"col\">a</th>\n"
        + "</tr>\n</thead>\n</table>\n</div>\n"
    ),
  ])
  func writesPlainHTML(markdown: String, expected: String) {
    #expect(html(markdown) == expected)
    #expect(render(markdown).diagnostics.isEmpty)
  }

  @Test func keepsBarsInCodeInsideCells() {
    let page = html("|a|\n|-|\n|`b|c` d|\n")
    #expect(page.contains("<td><code>b|c</code> d</td>"))
    // Outside of tables nothing is escaped.
    #expect(html("`b|c`\n") == "<p><code>b|c</code></p>\n")
  }

  @Test func writesFootnotes() {
    let page = render("a[^x] b[^x]\n\n[^x]: Note\n") {
      $0.words.footnotes = "Notes"
      $0.words.backToText = "Retour"
    }
    #expect(
      String(decoding: page.html, as: UTF8.self) == """
        <p>a<sup class="footnote-ref"><a href="#fn:1" id="fnref:1" role="doc-noteref">1</a></sup> \
        b<sup class="footnote-ref"><a href="#fn:1" id="fnref:1-2" role="doc-noteref">1</a></sup></p>
        <section class="footnotes" role="doc-endnotes" aria-label="Notes">
        <ol>
        <li id="fn:1">
        <p>Note <a href="#fnref:1" class="footnote-back" role="doc-backlink" aria-label="Retour">\
        \u{21A9}\u{FE0E}</a> <a href="#fnref:1-2" class="footnote-back" role="doc-backlink" \
        aria-label="Retour">\u{21A9}\u{FE0E}</a></p>
        </li>
        </ol>
        </section>

        """)
  }

  /// A footnote that nothing refers to, and a second one of a name, stay text.
  @Test(arguments: [
    ("a[^x]\n\n[^x]: Fig\n[^y]: Plum\n", ["[^y]: Plum"], [4]),
    ("a[^X]\n\n[^x]: Fig\n\n[^x]: Plum\n", ["[^x]: Plum"], [5]),
    ("- [^y]: Plum `[^y]` \\[^y]\n", ["[^y]: Plum"], [1]),
    ("a\n[^y]: Plum\n[^z]: Fig[^y]\n", ["[^z]: Fig"], [3]),
  ])
  func showsUnusedFootnotes(markdown: String, texts: [String], lines: [Int]) {
    let page = render(markdown)
    let html = String(decoding: page.html, as: UTF8.self)
    for text in texts { #expect(html.contains(text), "\(html)") }
    let problems = page.diagnostics.filter { $0.code == "footnote.unused" }
    #expect(problems.map(\.location.line) == lines, "\(html)")
  }

  @Test(arguments: [
    "a[^x]\n\n[^x]: Fig\n", "`[^x]: Fig`\n", "```\n[^x]: Fig\n```\n", "<div>\n[^x]: Fig\n</div>\n",
    "\\[^x]: Fig\n", "[^x]: Fig [^y]\n\n[^y]: Plum[^x]\n", "a[^b]: c\n", "[x]: y\n",
  ])
  func leavesOtherFootnotesAlone(markdown: String) {
    let page = render(markdown)
    #expect(page.diagnostics.isEmpty, "\(page.diagnostics)")
    #expect(!String(decoding: page.html, as: UTF8.self).contains("\\"))
  }

  @Test func collectsHeadingsTextAndLinks() {
    let page = render(
      "# <a name=\"top\"></a>" + unit(103, "Début `x`", "Start `x`") + "\n\n"
        + unit(104, "Voir [ici](b.md).", "See [here](b.md).") + "\n\n## Deux\n"
    ) { $0.collectsText = true }
    #expect(
      page.headings == [
        .init(id: "top", level: 1, text: "Début x"),
        .init(id: "deux", level: 2, text: "Deux", textStart: 19),
      ])
    #expect(String(decoding: page.text, as: UTF8.self) == "Début x\nVoir ici.\nDeux\n")
    #expect(page.links.map(\.address) == ["b.md"])
    #expect(page.links.map(\.location.line) == [3])
    #expect(page.unitCount == 2)
  }

  @Test func asksWhereLinksLead() {
    let page = render("[a](b.md) [c](d.md) ![e](f.png) ![g](h.png)\n") { options in
      options.lineOffset = 10
      options.resolve = { reference in
        switch reference.address {
        case "b.md": ResolvedLink("b.html", language: "en-US")
        case "f.png": ResolvedLink("x/f.png", size: (20, 10))
        default:
          ResolvedLink(
            nil,
            diagnostic: Diagnostic(.warning, "link.broken", at: reference.location, "no such page"))
        }
      }
    }
    #expect(
      String(decoding: page.html, as: UTF8.self)
        == "<p><a href=\"b.html\" hreflang=\"en-US\">a</a> c "
        + "<img src=\"x/f.png\" alt=\"e\" width=\"20\" height=\"10\" loading=\"lazy\"> "
        + "<span class=\"missing-image\">g</span></p>\n")
    #expect(
      page.diagnostics.map(\.description) == [
        "a.md:11: warning: no such page [link.broken]",
        "a.md:11: warning: no such page [link.broken]",
      ])
  }

  @Test func showsARefusedPageAsText() {
    let page = render(String(repeating: "> ", count: 300) + "a <b>\n")
    #expect(String(decoding: page.html, as: UTF8.self).contains("a &lt;b&gt;"))
    #expect(page.diagnostics.map(\.code) == ["markdown.refused"])
  }

  /// Where links stand behind definitions, whose lines the parser takes away.
  @Test(arguments: [
    ("[a]: b\n[c](d)", [2]),
    ("[a]: b\n[x]: y\n'title'\nt\n[c](d)\n\n[c](d)", [5, 7]),
    ("t\n\n> [a]: b\n> [c](d)\n> [c](d)\n", [4, 5]),
    ("- [a]: b\n  [c](d)\n\nt [c](d)", [2, 4]),
    ("[a]: b\n\n[c](d)\n[c](d)", [3, 4]),
    ("[c](d)\n[a]: b", [1]),
  ])
  func linesCountBehindDefinitions(markdown: String, expected: [Int]) {
    let lines = Mutex<[Int]>([])
    _ = render(markdown) {
      $0.resolve = { link in
        lines.withLock { $0.append(link.location.line) }
        return ResolvedLink(link.address)
      }
    }
    #expect(lines.withLock { $0 } == expected)
  }
}
