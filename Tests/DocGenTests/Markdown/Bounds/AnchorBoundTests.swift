import DocGen
import Model
import Testing

/// Ids of headings: GitHub's from their words, an anchor's name before them, each once on a page.
@Suite struct AnchorBoundTests {
  /// A heading's id by itself: letters, digits, hyphens and underscores of its text stay, in small
  /// letters, blanks become hyphens.
  @Test(arguments: [
    ("plain words", "A plain title", "a-plain-title"),
    ("capitals of every script", "ÉTÉ ЖАЗ ΘΈΡΟΣ", "été-жаз-θέροσ"),
    ("two blanks", "a  b", "a--b"),
    ("hyphens stay", "a - b", "a---b"),
    ("an underscore stays", "a_b", "a_b"),
    ("a full stop goes", "2.1 Setup", "21-setup"),
    ("a slash goes", "a/b", "ab"),
    ("brackets go", "a (b) [c]", "a-b-c"),
    ("a question mark goes", "Why?", "why"),
    ("an apostrophe goes", "Don't", "dont"),
    ("a curly apostrophe goes", "Don’t", "dont"),
    ("digits only", "2026", "2026"),
    ("Arabic", "الاتصالات", "الاتصالات"),
    ("vowel signs of Arabic go", "مُقدِّمة", "مقدمة"),
    ("a fraction goes", "½ a", "-a"),
    ("a Roman number goes", "Ⅳ a", "-a"),
    ("digits of Arabic", "٢٠", "٢٠"),
    ("Chinese", "创建 连接", "创建-连接"),
    ("Chinese punctuation goes", "创建，连接", "创建连接"),
    ("signs of Devanagari go", "हिन्दी", "हनद"),
    ("a mark apart from its letter goes", "e\u{301}te\u{301}", "ete"),
    ("an emoji goes", "Done 🎉", "done-"),
    ("an emoji by its name goes", "Done :tada:", "done-"),
    ("nothing but punctuation", "???", "section"),
    ("an image counts by its words", "![x](a.png) b", "x-b"),
    ("code counts by its text", "`a.b` c", "ab-c"),
    ("strong words", "**A** *b*", "a-b"),
    ("a struck word", "~~A~~ b", "a-b"),
    ("a tag counts for nothing", "A <kbd>b</kbd>", "a-b"),
    ("an escaped sign", "a \\* b", "a--b"),
    ("a closing row of signs", "a ##", "a"),
    ("a sign that belongs to it", "C#", "c"),
    ("a plus", "C++", "c"),
    ("an address", "https://a.example", "httpsaexample"),
    ("a mark of direction goes", "a\u{200F}b", "ab"),
    ("a no-break blank", "a\u{A0}b", "ab"),
    ("an id in braces", "A {#own}", "own"),
  ])
  func comesFromTheWords(_ name: String, _ heading: String, _ id: String) {
    #expect(render("# \(heading)\n").headings.map(\.id) == [id])
  }

  @Test func anEmptyHeadingIsASection() {
    let page = render("#\n\n#\n\n## \n")
    #expect(page.headings.map(\.id) == ["section", "section-1", "section-2"])
  }

  /// An anchor before the words is the id, whatever the words are.
  @Test(arguments: [
    ("<a name=\"x\"></a>A", "x"), ("<a id=\"x\"></a>A", "x"), ("<a name='x'></a>A", "x"),
    ("<a name=x></a>A", "x"), ("<a name=\"x\" ></a>A", "x"),
    ("<a name=\"X-y.Z_1\"></a>A", "X-y.Z_1"), ("<a name=\"x\"></a> A", "x"),
    ("<a name=\"x y\"></a>A", "x-y"), ("<a name=\"x/y\"></a>A", "a"), ("<a name=\"\"></a>A", "a"),
    ("<a name=\"ж\"></a>A", "ж"), ("A<a name=\"x\"></a>", "a"),
    ("<a name=\"x\"></a>" + unit(103, "A", "B"), "x"),
    (unit(103, "A", "B"), "a"),
  ])
  func anAnchorGoesFirst(_ heading: String, _ id: String) {
    #expect(render("# \(heading)\n").headings.map(\.id) == [id])
    #expect(html("# \(heading)\n").contains("id=\"\(id)\""))
  }

  struct Row: Sendable, CustomTestStringConvertible {
    var name: String
    var headings: [String]
    var ids: [String]
    var testDescription: String { name }
    init(_ name: String, _ headings: [String], _ ids: [String]) {
      (self.name, self.headings, self.ids) = (name, headings, ids)
    }
  }

  static let repeated: [Row] = [
    Row("three times", ["A", "A", "A"], ["a", "a-1", "a-2"]),
    Row("in other letters", ["A b", "a B"], ["a-b", "a-b-1"]),
    Row("differing in punctuation", ["A?", "A!"], ["a", "a-1"]),
    Row("the second written out before", ["A-1", "A", "A"], ["a-1", "a", "a-2"]),
    Row("the second written out between", ["A", "A-1", "A"], ["a", "a-1", "a-2"]),
    Row("the second written out behind", ["A", "A", "A-1"], ["a", "a-1", "a-1-1"]),
    Row(
      "of anchors", ["<a name=\"x\"></a>A", "<a name=\"x\"></a>B", "<a name=\"x\"></a>C"],
      ["x", "x-1", "x-2"]),
    Row("an anchor, then words", ["<a name=\"a\"></a>B", "A"], ["a", "a-1"]),
    Row("words, then an anchor", ["A", "<a name=\"a\"></a>B"], ["a", "a-1"]),
    Row("anchors differ in case", ["<a name=\"X\"></a>A", "<a name=\"x\"></a>B"], ["X", "x"]),
    Row("composed and decomposed", ["é", "e\u{301}"], ["é", "e"]),
    Row("sections", ["?", "!", "Section"], ["section", "section-1", "section-2"]),
  ]

  @Test(arguments: repeated)
  func isGivenOnce(_ row: Row) {
    let page = render(row.headings.map { "## \($0)\n\n" }.joined())
    #expect(page.headings.map { Array($0.id.utf8) } == row.ids.map { Array($0.utf8) })
  }

  /// No two elements of a page have one id, whatever gives them theirs.
  @Test(arguments: [
    "## Fn 1\n\na[^1]\n\n[^1]: b\n", "## Fnref 1\n\na[^1]\n\n[^1]: b\n",
    "a[^1] b[^1]\n\n## Fnref 1 2\n\n[^1]: b\n",
    "## U103\n\n" + unit(103, "a", "b") + "\n", unit(103, "a", "b") + "\n\n## U103\n",
    unit(103, "a", "b") + " " + unit(103, "c", "d") + "\n",
    "<a id=\"x\"></a>\n\n## X\n", "## X\n\n<a id=\"x\"></a>\n",
    "<a name=\"x\"></a>a <a id=\"x\"></a>b\n",
    "<div id=\"x\">a</div>\n\n<span id=\"x\">b</span>\n", "<h2 id=\"x\">a</h2>\n\n## X\n",
    "## X\n\n<h2 id=\"x\">a</h2>\n", "a {#x}\n\n## X\n",
    "<a id=\"fn-1\"></a>a[^1]\n\n[^1]: b\n",
    "<a id=\"u103\"></a>" + unit(103, "a", "b") + "\n",
    "<a id=\"x-1\"></a>\n\n## X\n\n## X\n",
  ])
  func noTwoElementsHaveOneID(_ markdown: String) {
    let ids = html(markdown).matches(of: #/ id="([^"]*)"/#).map { String($0.output.1) }
    #expect(ids.count == Set(ids).count, "\(ids)")
    // A reference to a footnote leads to what has its id.
    for target in html(markdown).matches(of: #/ href="\#([^"]*)"/#) {
      #expect(ids.contains(String(target.output.1)), "\(target.output.1) of \(ids)")
    }
  }

  /// Thousands of equal headings cost no more than others.
  @Test func countsManyEqualHeadings() {
    let page = render(String(repeating: "# A\n\n", count: 5_000))
    #expect(page.headings.last?.id == "a-4999")
  }
}
