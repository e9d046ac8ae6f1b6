import TestSupport
import Testing

/// Problems of pages in YAML stand at the line and column of the file, however its scalars are
/// written.
@Suite struct YAMLPlaceBoundTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var name: String
    /// The page behind its first line; `§` stands before each problem.
    var yaml: String
    /// The codes of the problems in their order.
    var codes: [String]
    var testDescription: String { name }

    init(_ name: String, _ yaml: String, _ codes: [String] = ["link.broken"]) {
      (self.name, self.yaml, self.codes) = (name, yaml, codes)
    }

    /// The page without marks, and the places of the marks with their codes.
    var parts: (text: String, places: [String]) { markedPlaces(yaml, codes, firstLine: 2) }
  }

  private static func hub(_ item: String) -> String {
    "title: T\ntools:\n  items:\n  - \(item.replacing("\n", with: "\n    "))\n"
  }

  private static func answer(_ answer: String) -> String {
    "title: T\nsections:\n- questions:\n  - question: Q\n    answer: "
      + answer.replacing("\n", with: "\n      ") + "\n"
  }

  static let rows: [Row] = [
    Row("an address", hub("title: A\nurl: §gone.md")),
    Row("an address before the words", hub("url: §gone.md\ntitle: A")),
    Row("an address in single quotes", hub("title: A\nurl: '§gone.md'")),
    Row("an address in double quotes", hub("title: A\nurl: \"§gone.md\"")),
    Row("an address on the next line", hub("title: A\nurl:\n  §gone.md")),
    Row("an address as a block", hub("title: A\nurl: |\n  §gone.md")),
    Row("an address behind a tag", hub("title: A\nurl: !!str §gone.md")),
    Row("an address behind an anchor", hub("title: A\nurl: &a §gone.md")),
    Row("words that are like the address", hub("title: gone.md\nurl: §gone.md")),
    Row("behind letters of several bytes", hub("{title: été 日本, url: §gone.md}")),
    Row(
      "two of one name", hub("title: A\nurl: §gone.md\nlinks:\n- text: B\n  url: §gone.md"),
      ["link.broken", "link.broken"]),
    Row("a part of another", hub("title: A\nurl: guide.md\nlinks:\n- text: x\n  url: §uide.md")),
    Row("a nested link", hub("title: A\nlinks:\n- text: B\n  url: §gone.md")),
    Row("a link at the foot", hub("title: A\nfooterLink:\n  text: B\n  url: §gone.md")),
    Row("in another case", hub("title: A\nurl: §Guide.md"), ["link.case"]),
    Row("an anchor", hub("title: A\nurl: §guide.md#gone"), ["link.anchor"]),
    Row("a scheme", hub("title: A\nurl: §javascript:alert(1)"), ["link.scheme"]),
    Row("what an item is about", hub("title: A\nurl: guide.md\nsummary: see [x](§gone.md)")),
    Row(
      "what an item is about before its address",
      hub("summary: see [x](§gone.md)\ntitle: A\nurl: guide.md")),
    Row("what an item is about, folded", hub("title: A\nsummary: >\n  see\n  [x](§gone.md)")),
    Row("a summary", "title: T\nsummary: see [x](§gone.md)\n"),
    Row("a summary as a block", "title: T\nsummary: |\n  One.\n\n  See [x](§gone.md).\n"),
    Row("a summary, folded", "title: T\nsummary: >\n  One\n  two [x](§gone.md).\n"),
    Row("a footer", "title: T\ntools:\n  title: A\n  footer: see [x](§gone.md)\n"),
    Row("an answer", answer("see [x](§gone.md)")),
    Row("an answer as a block", answer("|\nOne.\n\nSee [x](§gone.md).")),
    Row("an answer as a block with blanks kept", answer("|+\nOne.\n\nSee [x](§gone.md).\n\n")),
    Row("an answer, folded", answer(">\nOne\ntwo.\n\nSee\n[x](§gone.md).")),
    Row("an answer over lines without quotes", answer("One\ntwo [x](§gone.md)")),
    Row("an answer in quotes over lines", answer("\"One\n\ntwo [x](§gone.md)\"")),
    Row(
      "links of two answers",
      "title: T\nsections:\n- questions:\n  - answer: |\n      [x](§gone.md)\n  - answer: |\n      [x](§gone.md)\n",
      ["link.broken", "link.broken"]),
    Row("a link behind code", answer("|\n```\n[x](gone.md)\n```\n\n[x](§gone.md)")),
    Row("an image", answer("|\n![x](§gone.png)"), ["image.missing"]),
    Row("an inclusion", answer("|\n[!INCLUDE [x](§gone.md)]"), ["include.missing"]),
    Row(
      "an inclusion behind another", answer("|\n[!INCLUDE [x](includes/part.md)]\n\n[x](§gone.md)")),
    Row(
      "a link behind an inclusion of several lines",
      answer("|\n[!INCLUDE [x](includes/long.md)]\n\n[x](§gone.md)")),
    Row("a directive", answer("|\nOne.\n\n§:::zone-end\n\nTwo"), ["directive.unopened"]),
    Row(
      "a question",
      "title: T\nsections:\n- questions:\n  - question: see [x](§gone.md)\n    answer: A\n"),
    Row("more", "title: T\nadditionalContent: |\n  See\n  [x](§gone.md)\n"),
    Row("a name in the place of a list", "title: T\ntools:\n  items: §words\n", ["page.shape"]),
    Row("a part that isn't known", "title: T\n§tool:\n  items: []\n", ["page.key"]),
    Row("a key twice", "title: T\n§title: S\n", ["yaml.duplicate-key"]),
    Row("a mark without quotes", "title: T\nsummary: a§: b\n", ["yaml.syntax"]),
  ]

  /// All rows are pages of one site.
  private static let site = Result {
    var files = [
      "en-us/guide.md": "# Guide\n", "en-us/includes/part.md": "part\n",
      "en-us/includes/long.md": "one\n\ntwo\n\nthree\n",
    ]
    for (number, row) in rows.enumerated() {
      let kind = row.yaml.contains("sections:") || row.yaml.contains("additional") ? "FAQ" : "Hub"
      files["en-us/page\(number).yml"] = "### YamlMime:\(kind)\n\(row.parts.text)"
    }
    return try TestSite(files)
  }

  @Test(arguments: rows.indices)
  func reportsAtTheirPlaces(_ number: Int) throws {
    let prefix = "en-us/page\(number).yml:"
    let problems = try Self.site.get().problems.filter { $0.hasPrefix(prefix) }
      .map { problem in
        let parts = problem.dropFirst(prefix.count).split(separator: " ", maxSplits: 1)
        let code = problem.split(separator: "[").last?.dropLast() ?? ""
        return "\(parts[0].dropLast()) \(code)"
      }
    #expect(problems == Self.rows[number].parts.places, "\(Self.rows[number].parts.text)")
  }
}
