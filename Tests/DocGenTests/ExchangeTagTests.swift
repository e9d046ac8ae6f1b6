import TestSupport
import Testing

/// Tags of files for translators that were left in published pages.
@Suite struct ExchangeTagTests {
  private func site(_ line: String) throws -> TestSite {
    try TestSite([
      "en-us/page.md": "# Page\n", "ko-kr/page.md": "# 쪽\n\n\(line)\n",
    ])
  }

  @Test(arguments: [
    (
      "Press <bpt id=\"p1\">**</bpt>Save<ept id=\"p1\">**</ept> now.",
      "Press <strong>Save</strong> now."
    ),
    (
      "See <bpt id=\"p1\">[</bpt>the next<ept id=\"p1\">](https://a.example/b)</ept>.",
      "See <a href=\"https://a.example/b\">the next</a>."
    ),
    (
      "Press <bpt id=\"p1\">**</bpt>&amp;#65291; Add<ept id=\"p1\">**</ept>.",
      "Press <strong>＋ Add</strong>."
    ),
    (
      "Open <bpt id=\"p1\">**</bpt>A<ept id=\"p1\">**</ept> <ph id=\"ph1\">&amp;gt;</ph> B &gt; C",
      "Open <strong>A</strong> &gt; B &gt; C"
    ),
    (
      "It is <bpt id=\"p1\">**</bpt><ph id=\"ph1\">\\&lt;pending\\&gt;</ph><ept id=\"p1\">**</ept>.",
      "It is <strong>&lt;pending&gt;</strong>."
    ),
    (
      "Type <ph id=\"ph1\">`a &lt;b&gt; &amp;amp; c`</ph>.",
      "Type <code>a &lt;b&gt; &amp;amp; c</code>."
    ),
    (
      "Type <ph id=\"ph1\">`&amp;amp;lt;`</ph>, `&amp;gt;` and <ph id=\"ph2\">&amp;gt;</ph>.",
      "Type <code>&amp;amp;lt;</code>, <code>&amp;amp;gt;</code> and &gt;."
    ),
    (
      "From <ph id=\"ph1\">&amp;gt;</ph> to `&amp;gt;`.", "From &gt; to <code>&amp;amp;gt;</code>."
    ),
    ("One <it id=\"i1\" pos=\"open\">*</it>two*.", "One <em>two</em>."),
    ("A<ph id=\"ph1\">\\\\</ph>B &amp; C", "A\\B &amp; C"),
    (
      "[\\<caps:sentence id\\=\"t\" class\\=\"x\"\\>One two\\<\\/caps:sentence\\>](https://a.example/)",
      "<a href=\"https://a.example/\">One two</a>"
    ),
    ("<caps:sentence id=\"t\">One</caps:sentence> two", "One two"),
    ("(&lt;legacyBold&gt;D&lt;/legacyBold&gt;) b", "(<strong>D</strong>) b"),
    (
      "Ctrl&lt;/localizedText&gt; + &lt;localizedText&gt;Home <legacyItalic>c</legacyItalic>",
      "Ctrl + Home <em>c</em>"
    ),
    ("Eins <CodeContentPlaceHolder>0\\</CodeContentPlaceHolder>zwei", "Eins zwei"),
    ("Lost <ept id=\"p1\">**</ept>b** <ph id=\"p2\">d", "Lost <strong>b</strong> d"),
  ])
  func readsWhatTheyHold(line: String, expected: String) throws {
    let site = try site(line)
    #expect(
      site.article("ko-kr/page.html").contains("<p>\(expected)</p>"),
      "\(site.article("ko-kr/page.html"))")
    #expect(
      site.problems.map {
        $0.hasPrefix("ko-kr/page.md:3: warning: ") && $0.hasSuffix("[markup.damaged]")
      }
        == [true], "\(site.problems)")
  }

  @Test func saysSoOnceForAPage() throws {
    let line = "<bpt id=\"p1\">**</bpt>a<ept id=\"p1\">**</ept>"
    #expect(try site("\(line)\n\n\(line)\n\n\(line)").problems.count == 1)
  }

  /// Where such tags are written about, they are code.
  @Test(arguments: [
    "`<bpt id=\"p1\">**</bpt>`", "```\n<bpt id=\"p1\">&amp;gt;</bpt>\n```",
    "Text &amp;gt; text and `<ph id=\"a\">`",
  ])
  func leavesCode(text: String) throws {
    let site = try site(text)
    let article = site.article("ko-kr/page.html")
    #expect(article.contains("id=\"") && site.problems.isEmpty, "\(article) \(site.problems)")
    #expect(!text.contains("&amp;gt; text") || article.contains("&amp;gt; text"))
  }
}
