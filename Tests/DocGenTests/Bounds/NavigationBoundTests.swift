import FileSystem
import Localization
import Model
import TestSupport
import Testing

@testable import DocGen

/// Tables of contents among few files: where each form of an entry leads, and what is wrong.
@Suite struct NavigationBoundTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var name: String
    /// The table; `§` stands before each problem.
    var table: String
    /// `name -> page {words} + (entries below)`.
    var expected: String
    /// The codes of the problems in their order.
    var codes: [String]
    var testDescription: String { name }

    init(_ name: String, _ table: String, _ expected: String, _ codes: [String] = []) {
      (self.name, self.table, self.expected, self.codes) = (name, table, expected, codes)
    }
  }

  private static let files = [
    "en-us/index.md": "# Home\n", "en-us/a.md": "# A\n", "en-us/b c.md": "# B\n",
    "en-us/hub.yml": "### YamlMime:Hub\ntitle: Hub\n",
    "en-us/types.yml": "### YamlMime:ManagedReference\n",
    "en-us/id.md": "---\nuid: the.id\n---\n# By id\n", "en-us/sub/index.md": "# Sub\n",
    "en-us/sub/toc.yml": "- name: One\n  href: one.md\n- name: Two\n  href: ../a.md\n",
    "en-us/sub/one.md": "# One\n", "en-us/other/TOC.md": "# [Three](three.md)\n",
    "en-us/other/three.md": "# Three\n", "en-us/plain/p.md": "# P\n", "en-us/file.pdf": "pdf",
    "en-us/includes/part.md": "part\n", "en-us/plain2/index.md": "# Plain\n",
    "en-us/titled.md": "---\ntitle: Title of it\n---\n# Heading\n",
    "en-us/deep/toc.yml": "- name: In\n  href: ../sub/toc.yml\n",
    "en-us/empty/toc.yml": "[]\n", "en-us/circle/toc.yml": "- name: Up\n  href: ../toc.yml\n",
  ]

  static let rows: [Row] = [
    Row("a page", "- name: A\n  href: a.md\n", "A -> a.md"),
    Row("a path from the top", "- name: A\n  href: ~/a.md\n", "A -> a.md"),
    Row("a path with a dot", "- name: A\n  href: ./a.md\n", "A -> a.md"),
    Row("without extension", "- name: A\n  href: a\n", "A -> a.md"),
    Row("as published", "- name: A\n  href: a.html\n", "A -> a.md"),
    Row("with a blank", "- name: B\n  href: b c.md\n", "B -> b c.md"),
    Row("with a blank in code", "- name: B\n  href: b%20c.md\n", "B -> b c.md"),
    Row("with a backslash", "- name: S\n  href: sub\\index.md\n", "S -> sub/index.md"),
    Row("with a query", "- name: A\n  href: a.md?tabs=x\n", "A -> a.md"),
    Row("with an anchor", "- name: A\n  href: a.md#x\n", "A -> a.md#x"),
    Row(
      "an id with an anchor", "- uid: the.id#x\n  name: I\n", "I -> id.md#x"),
    Row("a page in YAML", "- name: H\n  href: hub.yml\n", "H -> hub.md"),
    Row(
      "a folder of pages", "- name: S\n  href: §plain\n- name: A\n  href: a.md\n",
      "A -> a.md", ["toc.broken"]),
    Row("a folder with a first page", "- name: S\n  href: sub\n", "S -> sub/index.md"),
    Row("a folder with a table", "- name: S\n  href: sub/\n", "S (One -> sub/one.md; Two -> a.md)"),
    Row("a table", "- name: S\n  href: sub/toc.yml\n", "S (One -> sub/one.md; Two -> a.md)"),
    Row("a table in Markdown", "- name: O\n  href: other/TOC.md\n", "O (Three -> other/three.md)"),
    Row(
      "a folder with a table in Markdown", "- name: O\n  href: other/\n",
      "O (Three -> other/three.md)"),
    Row(
      "a table and its page", "- name: S\n  href: sub/toc.yml\n  topicHref: sub/index.md\n",
      "S -> sub/index.md (One -> sub/one.md; Two -> a.md)"),
    Row(
      "a folder with a table and its page", "- name: S\n  href: sub/\n  homepage: sub/one.md\n",
      "S -> sub/one.md (One -> sub/one.md; Two -> a.md)"),
    Row(
      "a folder without a table and its page",
      "- name: S\n  href: plain2/\n  topicHref: a.md\n", "S -> a.md"),
    Row(
      "a missing table and a page",
      "- name: S\n  href: §gone/toc.yml\n  topicHref: a.md\n", "S -> a.md", ["toc.broken"]),
    Row(
      "a missing folder and a page",
      "- name: S\n  topicHref: a.md\n  href: §gone/\n", "S -> a.md", ["toc.broken"]),
    Row(
      "a page and its topic", "- name: A\n  href: b c.md\n  topicHref: a.md\n", "A -> a.md"),
    Row("a first page alone", "- name: A\n  homepage: §gone.md\n", "", ["toc.broken"]),
    Row(
      "an address and its page",
      "- name: A\n  href: https://example.com/\n  topicHref: a.md\n", "A -> a.md"),
    Row(
      "a table beside its page", "- name: S\n  tocHref: sub/toc.yml\n  topicHref: sub/index.md\n",
      "S -> sub/index.md (One -> sub/one.md; Two -> a.md)"),
    Row(
      "a table by tocHref", "- name: S\n  tocHref: sub/toc.yml\n",
      "S (One -> sub/one.md; Two -> a.md)"),
    Row(
      "a folder by tocHref", "- name: S\n  tocHref: sub/\n", "S (One -> sub/one.md; Two -> a.md)"),
    Row(
      "a table and entries",
      "- name: S\n  tocHref: sub/toc.yml\n  items:\n  - name: A\n    href: a.md\n",
      "S (A -> a.md; One -> sub/one.md; Two -> a.md)"),
    Row(
      "a table in a table", "- name: D\n  href: deep/toc.yml\n",
      "D (In (One -> sub/one.md; Two -> a.md))"),
    Row(
      "one table twice", "- name: S\n  href: sub/\n- name: T\n  href: sub/\n",
      "S (One -> sub/one.md; Two -> a.md); T (One -> sub/one.md; Two -> a.md)"),
    Row("an id", "- uid: the.id\n  name: I\n", "I -> id.md"),
    Row("an id of a topic", "- topicUid: the.id\n  name: I\n", "I -> id.md"),
    Row(
      "an address of the server", "- name: X\n  href: https://example.com/\n",
      "X -> https://example.com/"),
    Row(
      "a path on the server", "- name: X\n  href: /azure/x\n",
      "X -> https://learn.microsoft.com/en-us/azure/x"),
    Row(
      "open", "- name: A\n  expanded: true\n  items:\n  - name: B\n    href: a.md\n",
      "A + (B -> a.md)"),
    Row(
      "open in quotes", "- name: A\n  expanded: 'True'\n  items:\n  - name: B\n    href: a.md\n",
      "A + (B -> a.md)"),
    Row("other words", "- name: A\n  displayName: one, two\n  href: a.md\n", "A -> a.md {one|two}"),
    Row(
      "a group that leads nowhere", "- name: G\n  items:\n  - name: A\n    href: a.md\n",
      "G (A -> a.md)"),
    Row("an empty group", "- name: G\n  items: []\n- name: A\n  href: a.md\n", "A -> a.md"),
    Row("nothing but a name", "- name: G\n- name: A\n  href: a.md\n", "A -> a.md"),
    Row("no name", "- name: ~\n  href: a.md\n", "A -> a.md"),
    Row("no name but a title", "- href: titled.md\n", "Title of it -> titled.md"),
    Row("an id alone", "- uid: the.id\n", "By id -> id.md"),
    Row(
      "an address alone", "- href: https://example.com/\n",
      "https://example.com/ -> https://example.com/"),
    Row("other words alone", "- href: titled.md\n  displayName: W\n", "W -> titled.md {W}"),
    Row("a null address", "- name: A\n  href: null\n  topicHref: a.md\n", "A -> a.md"),
    Row("null entries", "- name: A\n  href: a.md\n  items: ~\n", "A -> a.md"),
    Row(
      "items of a mapping with a name", "name: T\nitems:\n- name: A\n  href: a.md\n", "A -> a.md"),
    Row(
      "a bilingual name", "- name: \(quoted(unit(101, "Un &lt;", "One")))\n  href: a.md\n",
      "Un < -> a.md"),
    Row(
      "Markdown in a name", "- name: '**A** [b](c) `d`'\n  href: a.md\n", "**A** [b](c) `d` -> a.md"
    ),
    Row(
      "the page of a part and of an entry", "- name: A\n  href: a.md\n- name: B\n  href: a.md\n",
      "A -> a.md; B -> a.md"),
    Row(
      "a missing page", "- name: A\n  href: §gone.md\n- name: B\n  href: a.md\n", "B -> a.md",
      ["toc.broken"]),
    Row(
      "a missing table", "- name: A\n  tocHref: §gone/toc.yml\n- name: B\n  href: a.md\n",
      "B -> a.md", ["toc.broken"]),
    Row(
      "a missing folder", "- name: A\n  href: §gone/\n- name: B\n  href: a.md\n", "B -> a.md",
      ["toc.broken"]),
    Row("a missing id", "- §uid: x.y\n- name: B\n  href: a.md\n", "B -> a.md", ["toc.broken"]),
    Row("in another case", "- name: A\n  href: §A.md\n", "A -> a.md", ["toc.case"]),
    Row(
      "a table in another case", "- name: S\n  href: §sub/TOC.yml\n",
      "S (One -> sub/one.md; Two -> a.md)", ["toc.case"]),
    Row(
      "no page", "- name: A\n  href: §file.pdf\n- name: B\n  href: a.md\n", "B -> a.md",
      ["toc.broken"]),
    Row(
      "an inclusion", "- name: A\n  href: §includes/part.md\n- name: B\n  href: a.md\n",
      "B -> a.md", ["toc.broken"]),
    Row(
      "another kind of page", "- name: A\n  href: §types.yml\n- name: B\n  href: a.md\n",
      "B -> a.md", ["toc.broken"]),
    Row(
      "a scheme", "- name: A\n  href: §javascript:alert(1)\n- name: B\n  href: a.md\n", "B -> a.md",
      ["link.scheme"]),
    Row(
      "the table itself", "- name: A\n  href: a.md\n- name: T\n  href: §toc.yml\n", "A -> a.md",
      ["toc.cycle"]),
    Row(
      "a mapping for entries", "- name: A\n  items:\n    §name: B\n    href: a.md\n",
      "A (B -> a.md)", ["toc.shape"]),
    Row("a mapping for the table", "§name: A\nhref: a.md\n", "A -> a.md", ["toc.shape"]),
    Row(
      "a text for entries", "- name: A\n  href: a.md\n  items: §words\n", "A -> a.md", ["toc.shape"]
    ),
    Row(
      "a place on the server among pages",
      "- name: A\n  href: a.md\n- name: B\n  tocHref: §/azure/\n  topicHref: §gone.md\n",
      "A -> a.md", ["toc.broken", "toc.broken"]),
  ]

  private static func outline(_ number: Int, _ navigation: Navigation) -> String {
    let item = navigation.items[number]
    var text = item.name
    switch item.target {
    case .page(let path): text += " -> \(path)\(item.fragment.map { "#\($0)" } ?? "")"
    case .outside(let address): text += " -> \(address)"
    case .none: break
    }
    if !item.keywords.isEmpty { text += " {\(item.keywords.joined(separator: "|"))}" }
    if item.isExpanded { text += " +" }
    let below = navigation.children(of: number).map { outline($0, navigation) }
    return below.isEmpty ? text : text + " (\(below.joined(separator: "; ")))"
  }

  @Test(arguments: rows) func leadsToPages(_ row: Row) throws {
    let folder = try TemporaryFolder()
    for (path, text) in Self.files { try folder.write(path, text) }
    let (table, places) = markedPlaces(row.table, row.codes)
    try folder.write("en-us/toc.yml", table)
    let tree = try ContentTree(layers: ContentLayer.layers(in: folder.path), width: 1)
    let found = NavigationBuilder.table(
      from: RelativePath(known: "toc.yml"), in: tree, for: .source)
    let outline = found.navigation.map { navigation in
      navigation.children(of: nil).map { Self.outline($0, navigation) }.joined(separator: "; ")
    }
    #expect((outline ?? "").replacing("hub.yml", with: "hub.md") == row.expected)
    #expect(
      found.problems.map { "\($0.location.line):\($0.location.column) \($0.code)" } == places,
      "\(found.problems)")
  }
}

/// A text without its marks `§`, and the lines and columns where they stood with a code each.
func markedPlaces(_ text: String, _ codes: [String], firstLine: Int = 1) -> (
  text: String, places: [String]
) {
  var places: [String] = []
  var (line, column) = (firstLine, 1)
  for byte in text.replacing("§", with: "\u{1}").utf8 {
    if byte == 1 {
      places.append(
        "\(line):\(column) \(codes.indices.contains(places.count) ? codes[places.count] : "")")
    } else {
      column += 1
      if byte == 10 { (line, column) = (line + 1, 1) }
    }
  }
  return (text.replacing("§", with: ""), places)
}
