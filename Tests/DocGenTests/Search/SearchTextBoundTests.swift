import Testing

@testable import DocGen

/// What of a page is found: every word that a reader sees, as a word of its own, and none that only
/// the file has.
@Suite struct SearchTextBoundTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var name: String
    var markdown: String
    /// The words that are found, in the order of their first letters on the page.
    var words: String
    var testDescription: String { name }

    init(_ name: String, _ markdown: String, _ words: String) {
      (self.name, self.markdown, self.words) = (name, markdown, words)
    }
  }

  static let rows: [Row] = [
    Row("a paragraph", "one two", "one two"), Row("two paragraphs", "one\n\ntwo", "one two"),
    Row("lines", "one\ntwo", "one two"), Row("a line that is broken", "one  \ntwo", "one two"),
    Row("a backslash at the end of a line", "one\\\ntwo", "one two"),
    Row("a heading", "# one\n\ntwo", "one two"),
    Row("headings", "# one\n## two\n### three", "one two three"),
    Row("a heading with a break", "# one<br>two", "one two"),
    Row("emphasis", "*one* **two** ~~three~~", "one two three"),
    Row("emphasis inside of a word", "**o**ne", "one"), Row("code", "`one`", "one"),
    Row("fenced code", "```swift\none\ntwo\n```", "one two"),
    Row("indented code", "a\n\n    one", "a one"),
    Row(
      "names in code", "`Array.sorted(by:)` `snake_case` `kebab-case`",
      "array sorted by snake case kebab"),
    Row("a link", "[one](two.md)", "one"),
    Row("a link with a title", "[one](two.md \"three\")", "one"),
    Row("an address", "https://one.two/three", "https one two three"),
    Row("a reference", "[one][x]\n\n[x]: two.md", "one"),
    Row("a list", "- one\n- two\n  - three", "one two three"),
    Row("numbers of a list", "1. one\n2. two", "one two"),
    Row("a quotation", "> one\n> two", "one two"), Row("an alert", "> [!NOTE]\n> one", "one"),
    Row("a table", "| one | two |\n|---|---|\n| three | four |", "one two three four"),
    Row("a table without blanks", "|one|two|\n|-|-|\n|three|four|", "one two three four"),
    Row(
      "tabs", "# [One](#tab/x)\n\ntwo\n\n# [Three](#tab/y)\n\nfour\n\n---\n\nfive",
      "one two three four five"),
    Row(
      "a row",
      ":::row:::\n:::column:::\none\n:::column-end:::\n:::column:::\ntwo\n:::column-end:::\n:::row-end:::",
      "one two"),
    Row("a part that unfolds", "<details><summary>one</summary>\n\ntwo\n\n</details>", "one two"),
    Row("a footnote", "one[^1] two\n\n[^1]: three", "one two three"),
    Row("a formula", "one $x_2$ two", "one x 2 two"),
    Row("an emoji by its name", "one :tada: two", "one two"),
    Row("no-loc", ":::no-loc text=\"one\"::: two", "one two"),
    Row("a label", "[!UICONTROL one] two", "one two"),
    Row("an image", "![one](two.png) three", "one three"),
    Row("words of an image in a paragraph", "a![one](two.png)b", "a one b"),
    Row(
      "an image that describes itself",
      ":::image type=\"content\" source=\"x.png\" alt-text=\"one\":::", "one"),
    Row("an icon", "one :::image type=\"icon\" source=\"x.svg\"::: two", "one two"),
    Row("raw breaks", "one<br>two<br/>three<br />four", "one two three four"),
    Row("raw emphasis", "<b>one</b> <i>two</i>", "one two"),
    Row("raw emphasis in a word", "o<b>n</b>e", "one"),
    Row("a raw list", "<ul><li>one</li><li>two</li></ul>", "one two"),
    Row(
      "a raw table", "<table><tr><td>one</td><td>two</td></tr><tr><th>three</th></tr></table>",
      "one two three"),
    Row("raw paragraphs", "<p>one</p><p>two</p>", "one two"),
    Row("raw blocks", "<div>one</div><div>two</div>", "one two"),
    Row("raw headings", "<h2>one</h2><h3>two</h3>", "one two"),
    Row("a raw rule", "<p>one<hr>two</p>", "one two"),
    Row("raw terms", "<dl><dt>one</dt><dd>two</dd></dl>", "one two"),
    Row("a raw image", "<img src=\"x.png\" alt=\"one\">two", "one two"),
    Row("a raw link", "<a href=\"x.md\">one</a>two", "onetwo"),
    Row("attributes", "<span title=\"one\" id=\"two\">three</span>", "three"),
    Row("references in text", "caf&eacute; &amp; one&nbsp;two", "cafe one two"),
    Row("references in raw HTML", "<p>one&nbsp;two &amp; R&amp;D &#233;</p>", "one two r d e"),
    Row("a comment", "one <!-- two --> three", "one three"),
    Row("a comment of its own", "<!-- one -->\n\ntwo", "two"),
    Row("a script", "<script>one</script>\n\ntwo", "two"),
    Row("a style", "<style>.one {}</style>\n\ntwo", "two"),
    Row("front matter of former pages", "<properties pageTitle=\"one\"/>\n\ntwo", "two"),
    Row("a tag that isn't known", "one <name> two", "one name two"),
    Row("a definition that nothing uses", "[one]: two.md \"three\"\n\nfour", "four"),
    Row("a unit", unit(101, "un", "one"), "un"),
    Row("units", unit(101, "un", "one") + " " + unit(102, "deux", "two"), "un deux"),
    Row("a unit in a heading", "## " + unit(101, "un", "one"), "un"),
    Row("a unit in a cell", "| a |\n|---|\n| " + unit(101, "un", "one") + " |", "a un"),
    Row(
      "units in raw cells",
      "<table><tr><td>" + unit(101, "un", "one") + "</td><td>" + unit(102, "deux", "two")
        + "</td></tr></table>", "un deux"),
    Row("a thematic break", "one\n\n---\n\ntwo", "one two"), Row("nothing", "", ""),
    Row("a zone", ":::zone pivot=\"x\"\none\n:::zone-end\n\ntwo", "one two"),
    Row("a film", "[!VIDEO https://example.com/one title=\"two\"]", "two"),
  ]

  @Test(arguments: rows) func findsWords(_ row: Row) {
    let words = SearchPage(markdown: row.markdown).words
    #expect(words == row.words.split(separator: " ").map(String.init))
  }

  /// Words of a title and of a heading say more about a page than those of its text.
  @Test func weighsWordsByTheirPlaces() {
    let page = SearchPage(markdown: "# Heading\n\ntext text", title: "Name")
    var weights: [String: UInt8] = [:]
    var position = 0
    while position < page.terms.count {
      let end = position + 1 + Int(page.terms[position])
      weights[String(decoding: page.terms[position + 1..<end], as: UTF8.self)] = page.terms[end]
      position = end + 1
    }
    #expect(weights == ["name": 5, "heading": 2, "text": 1])
  }
}
