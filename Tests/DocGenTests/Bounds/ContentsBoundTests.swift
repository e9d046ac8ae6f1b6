import Model
import Testing

@testable import DocGen

/// Tables of contents in YAML and Markdown: every form of an entry, and what is wrong with others.
@Suite struct ContentsBoundTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var name: String
    var text: String
    /// `name -> reference @uid [table] {keywords} +(children)`, entries divided by `; `.
    var expected: String
    /// The codes of the problems with their lines.
    var problems: [String]
    var testDescription: String { name }

    init(_ name: String, _ text: String, _ expected: String, _ problems: [String] = []) {
      (self.name, self.text, self.expected, self.problems) = (name, text, expected, problems)
    }

    func check(_ path: String) {
      var diagnostics: [Diagnostic] = []
      let table = TableOfContents(Array(text.utf8), path: path, diagnostics: &diagnostics)
      #expect(table.entries.map(Self.outline).joined(separator: "; ") == expected)
      #expect(
        diagnostics.map { "\($0.location.line) \($0.code)" } == problems, "\(diagnostics)")
    }

    private static func outline(_ entry: TableOfContents.Entry) -> String {
      var text = entry.name
      if let reference = entry.reference { text += " -> \(reference)" }
      if let uid = entry.uid { text += " @\(uid)" }
      if let table = entry.table { text += " [\(table)]" }
      if !entry.keywords.isEmpty { text += " {\(entry.keywords.joined(separator: "|"))}" }
      if entry.isExpanded { text += " +" }
      if !entry.children.isEmpty {
        text += " (\(entry.children.map(outline).joined(separator: "; ")))"
      }
      return text
    }
  }

  static let entries: [Row] = [
    Row("nothing", "", ""), Row("a comment", "# nothing\n", ""), Row("an empty list", "[]\n", ""),
    Row("null", "null\n", ""), Row("one", "- name: A\n  href: a.md\n", "A -> a.md"),
    Row("without a line end", "- name: A\n  href: a.md", "A -> a.md"),
    Row("CR LF", "- name: A\r\n  href: a.md\r\n- name: B\r\n", "A -> a.md; B"),
    Row("a byte order mark", "\u{FEFF}- name: A\n", "A"),
    Row("a mark of the document", "---\n- name: A\n", "A"),
    Row("keys in any case", "- NAME: A\n  HreF: a.md\n  Items:\n  - Name: B\n", "A -> a.md (B)"),
    Row("a name alone", "- name: A\n", "A"),
    Row("an address alone", "- href: a.md\n", "a.md -> a.md"),
    Row("an id alone", "- uid: x.y\n", "x.y @x.y"),
    Row("the topic's id", "- name: A\n  topicUid: x\n", "A @x"),
    Row("other words alone", "- displayName: A\n", "A {A}"),
    Row("other words", "- name: A\n  displayName: b, c ,d\n", "A {b|c|d}"),
    Row("empty other words", "- name: A\n  displayName: ''\n", "A"),
    Row("superfluous commas", "- name: A\n  displayName: 'b,,c,'\n", "A {b|c}"),
    Row("an empty address", "- name: A\n  href: ''\n", "A"),
    Row("a null address", "- name: A\n  href:\n", "A"),
    Row("a blank address", "- name: A\n  href: '  '\n", "A"),
    Row("blanks around", "- name: ' A '\n  href: ' a.md '\n", "A -> a.md"),
    Row("a name that is a number", "- name: 2026\n", "2026"),
    Row("a name that is a word", "- name: true\n", "true"),
    Row("a name with a colon", "- name: 'A: b'\n", "A: b"),
    Row("a name over lines", "- name: >\n    A\n    b\n", "A b"),
    Row("a name with a reference", "- name: 'A &amp; b'\n", "A & b"),
    Row("a name in Arabic", "- name: مرحبا\n", "مرحبا"),
    Row("open", "- name: A\n  expanded: true\n", "A +"),
    Row("not open", "- name: A\n  expanded: false\n", "A"),
    Row("open in capitals", "- name: A\n  expanded: True\n", "A +"),
    Row(
      "another table", "- name: A\n  tocHref: b/toc.yml\n  topicHref: a.md\n",
      "A -> a.md [b/toc.yml]"),
    Row(
      "the topic before the address", "- name: A\n  href: a.md\n  topicHref: b.md\n", "A -> b.md"),
    Row("a home page", "- name: A\n  homepage: a.md\n", "A -> a.md"),
    Row(
      "the address before the home page", "- name: A\n  href: a.md\n  homepage: b.md\n", "A -> a.md"
    ),
    Row(
      "levels",
      "- name: A\n  items:\n  - name: B\n    items:\n    - name: C\n  - name: D\n- name: E\n",
      "A (B (C); D); E"),
    Row("empty levels", "- name: A\n  items: []\n- name: B\n  items:\n", "A; B"),
    Row("items at the top", "items:\n- name: A\n", "A"),
    Row("items at the top beside metadata", "metadata:\n  x: 1\nitems:\n- name: A\n", "A"),
    Row("a list in flow form", "[{name: A, href: a.md}, {name: B}]\n", "A -> a.md; B"),
    Row("an anchor of YAML", "- &a\n  name: A\n- *a\n", "A; A"),
  ]

  static let faults: [Row] = [
    Row("a text", "words\n", "", ["1 toc.shape"]),
    Row("a mapping", "name: A\n", "A", ["1 toc.shape"]),
    Row("a text among entries", "- name: A\n- words\n- name: B\n", "A; B", ["2 toc.shape"]),
    Row("a list among entries", "- name: A\n- - name: B\n", "A", ["2 toc.shape"]),
    Row("an entry without anything", "- expanded: true\n", "", ["1 toc.name"]),
    Row("an empty entry", "- {}\n- name: A\n", "A", ["1 toc.name"]),
    Row("an empty name", "- name: ''\n", "", ["1 toc.name"]),
    Row("items that are a text", "- name: A\n  items: words\n", "A", ["2 toc.shape"]),
  ]

  static let headings: [Row] = [
    Row("nothing", "", ""), Row("no headings", "words\n\n> a\n", ""),
    Row("a list", "- [A](a.md)\n- B\n", "A -> a.md; B"),
    Row(
      "lists in lists",
      "# T {#t}\n\n+ [A](a.md)\n+ B {#b}\n   + [C](c.md)\n   * [D](d.md)\n+ [E](e.md)\n",
      "T (A -> a.md; B (C -> c.md; D -> d.md); E -> e.md)"),
    Row(
      "lists below headings", "# T\n- [A](a.md)\n## U\n  - [B](b.md)\n- [C](c.md)\n",
      "T (A -> a.md; U (B -> b.md; C -> c.md))"),
    Row("one", "# [A](a.md)\n", "A -> a.md"),
    Row("a name", "# A\n", "A"), Row("levels", "# A\n## B\n### C\n## D\n# E\n", "A (B (C); D); E"),
    Row("a level left out", "# A\n### B\n## C\n", "A (B; C)"),
    Row("deeper first", "## A\n# B\n", "A; B"),
    Row("CR LF", "# [A](a.md)\r\n## B\r\n", "A -> a.md (B)"),
    Row("no blank", "#[A](a.md)\n", "A -> a.md"),
    Row("closing signs", "# [A](a.md) #\n", "A -> a.md"),
    Row("a title", "# [A](a.md \"T\")\n", "A -> a.md"),
    Row("angle brackets", "# [A](<a b.md>)\n", "A -> a b.md"),
    Row("no words", "# [](a.md)\n", "a.md -> a.md"),
    Row("no address", "# [A]()\n", "A"), Row("an id", "# @x.y\n", "x.y @x.y"),
    Row("a reference", "# <xref:x.y>\n", "y @x.y"),
    Row("a reference with words", "# [A](xref:x.y)\n", "A @x.y"),
    Row("brackets in the words", "# [A [b]](a.md)\n", "A [b] -> a.md"),
    Row("a byte order mark", "\u{FEFF}# A\n", "A"),
    Row("a name with a reference", "# [A &amp; b](a.md)\n", "A & b -> a.md"),
    Row("a sign in a name", "# [C#](a.md)\n", "C# -> a.md"),
    Row("a name that ends with a sign", "# C# basics\n", "C# basics"),
    Row("front matter", "---\ntitle: T\n---\n# A\n", "A"),
    Row("a comment behind", "# [A](a.md)<!-- c -->\n", "A -> a.md"),
    Row("blanks around an address", "# [A]( a.md )\n", "A -> a.md"),
    Row("words around a link", "# 1. [A](a.md) ...\n", "A -> a.md"),
    Row("an anchor before", "# <a name=\"x\"></a>[A](a.md)\n", "A -> a.md"),
    Row("a margin", " # [A](a.md)\n  ## [B](b.md)\n", "A -> a.md (B -> b.md)"),
    Row("backslashes", "# [\\_A \\<b>](a.md)\n", "_A <b> -> a.md"),
    Row("emphasis and code", "# [A **b** `c`](a.md)\n## *D* `e`\n", "A b c -> a.md (D e)"),
    Row("a sign at the end", "# C#\n", "C#"),
    Row("words that stay", "# [A :::no-loc(B):::](a.md)\n", "A B -> a.md"),
    Row("commented out", "<!--\n# [A](a.md)\n-->\n# B\n", "B"),
    Row("a link without a sign", "[A](a.md)\n# B\n", "B", ["1 toc.shape"]),
    Row("no name", "#\n# A\n", "A", ["1 toc.name"]),
    Row("signs alone", "# #\n# A\n", "A", ["1 toc.name"]),
    Row("seven signs", "####### A\n", "A"),
    Row(
      "more than six signs", "###### [F](f.md)\n####### M\n######## [G](g.md)\n# H\n",
      "F -> f.md (M (G -> g.md)); H"),
    Row("seven signs alone", "# A\n#######\n", "A", ["2 toc.name"]),
    Row(
      "a blank in an address", "# [A](b c.md)\n+ [B]( c d/e f.md )\n",
      "A -> b c.md (B -> c d/e f.md)"),
    Row("a blank in an address before a title", "# [A](b.md \"T u\")\n", "A -> b.md"),
    Row("round brackets in an address", "# [A](b(c).md)\n## [A](b).md\n", "A -> b(c).md (A -> b)"),
    Row(
      "what looks like a tag", "# [<add> of it](a.md)\n## <b_c> d\n",
      "<add> of it -> a.md (<b_c> d)"),
    Row("tags of tools", "# <a id=\"b_c\"></a>[A<!-- b -->](a.md)\n", "A -> a.md"),
    Row(
      "underscores", "# [__init__](a_b_.md)\n## _A_ `_b_` \\_c_\n",
      "__init__ -> a_b_.md (_A_ _b_ _c_)"),
    Row("bilingual", "# [" + unit(103, "Un", "One") + "](a.md)\n", "Un -> a.md"),
  ]

  @Test(arguments: entries + faults) func readsYAML(_ row: Row) { row.check("toc.yml") }
  @Test(arguments: headings) func readsMarkdown(_ row: Row) { row.check("TOC.md") }

  /// Broken YAML is one problem with its place, and the table is empty.
  @Test(arguments: [
    ("- name: A\n  href: [\n", 3), ("- name: 'A\n", 2), ("\t- name: A\n", 1),
    ("- name: A\n name: B\n", 2),
  ])
  func brokenYAML(_ text: String, _ line: Int) {
    var diagnostics: [Diagnostic] = []
    let table = TableOfContents(Array(text.utf8), path: "toc.yml", diagnostics: &diagnostics)
    #expect(table.entries == [])
    #expect(diagnostics.map(\.severity) == [.error])
    #expect(diagnostics.allSatisfy { (1...line).contains($0.location.line) }, "\(diagnostics)")
  }
}
