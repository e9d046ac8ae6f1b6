import CustomRules
import Model
import Testing

/// Each field of a rule's header with no value, one of another kind, and a wrong one: every problem at
/// its line and column, and no rule.
@Suite struct RuleHeaderBoundTests {
  /// A header and the problems expected of it, as `line:column code`; none: there is a rule.
  struct Row: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String
    let expected: [String]

    var testDescription: String { name }
  }

  private static let fields: [(name: String, value: String)] = [
    ("id", "ORG-01"), ("severity", "high"), ("subject", "export"), ("title", "A title"),
  ]

  /// A header in which one field is written otherwise; `nil` leaves it out.
  private static func row(
    _ field: String, _ name: String, _ value: String?, _ expected: String...
  ) -> Row {
    var lines = fields.compactMap { own -> String? in
      guard own.name == field else { return "-- \(own.name): \(own.value)" }
      return value.map { "-- \(own.name): \($0)" }
    }
    if let value, !fields.contains(where: { $0.name == field }) {
      lines.append("-- \(field): \(value)")
    }
    return Row(
      name: "\(field): \(name)", text: lines.joined(separator: "\n") + "\nselect 1\n",
      expected: expected)
  }

  private func check(_ row: Row) throws {
    let loaded = try CustomRuleFixture.load(["r.sql": row.text])
    let found = loaded.diagnostics.map { "\($0.location.line):\($0.location.column) \($0.code)" }
    #expect(found == row.expected, "\(loaded.diagnostics)")
    #expect(loaded.rules.isEmpty == !row.expected.isEmpty)
    #expect(loaded.diagnostics.allSatisfy { $0.location.path == "rules/r.sql" })
  }

  static let needed: [Row] = fields.flatMap { field, _ in
    let column = field.utf8.count + 6
    let kind = field == "title" ? "rule.locale" : "rule.missing"
    // A title may have a text for each language, so that another kind of value is told apart.
    let wrong = field == "title" ? ["4:\(column) rule.locale", "4:\(column) rule.missing"] : nil
    let line = (fields.firstIndex { $0.name == field } ?? 0) + 1
    return [
      row(field, "not there", nil, "1:4 rule.missing"),
      row(field, "null", "~", "\(line):\(column) rule.missing"),
      Row(
        name: "\(field): a list",
        text: row(field, "", "[a]").text, expected: wrong ?? ["\(line):\(column) \(kind)"]),
    ]
  }

  @Test(arguments: needed) func whatIsNeeded(row: Row) throws { try check(row) }

  static let ids: [Row] = [
    row("id", "the shortest", "AB-1"), row("id", "the longest", "ABCDEFGHIJKLMNOP-9999"),
    row("id", "a letter alone", "A-1", "1:8 rule.id"),
    row("id", "a letter too many", "ABCDEFGHIJKLMNOPQ-1", "1:8 rule.id"),
    row("id", "a digit too many", "ORG-12345", "1:8 rule.id"),
    row("id", "no digit", "ORG-", "1:8 rule.id"), row("id", "no dash", "ORG01", "1:8 rule.id"),
    row("id", "small letters", "org-01", "1:8 rule.id"),
    row("id", "a digit first", "1RG-01", "1:8 rule.id"),
    row("id", "other letters", "ÖRG-01", "1:8 rule.id"),
    row("id", "a star", "ORG-*", "1:8 rule.id"),
    row("id", "a path", "../ORG-01", "1:8 rule.id"),
    row("id", "a shipped one", "DQ-05", "1:8 rule.id"),
    row("id", "a number that is none", "DQ-06"), row("id", "empty", "''", "1:8 rule.id"),
  ]

  @Test(arguments: ids) func theId(row: Row) throws { try check(row) }

  static let words: [Row] =
    FindingSeverity.allCases.map { row("severity", "\($0)", "\($0)") } + [
      row("severity", "in capitals", "High", "2:14 rule.word"),
      row("severity", "a number", "3", "2:14 rule.word"),
      row("severity", "empty", "''", "2:14 rule.word"),
    ]
    + [
      "environment", "connection", "export", "enrichment", "principal", "segment", "schedule",
      "run", "deletion",
    ]
    .map { row("subject", $0, $0) } + [
      row("subject", "a section", "exports", "3:13 rule.word"),
      row("subject", "a kind without records", "section", "3:13 rule.word"),
      row("subject", "in capitals", "Export", "3:13 rule.word"),
    ]

  @Test(arguments: words) func theWords(row: Row) throws { try check(row) }

  static let texts: [Row] =
    [
      row("title", "empty", "''", "4:11 rule.missing"),
      row("title", "blanks", "' '", "4:11 rule.missing"),
      row("title", "English", "{en-us: T}"),
      row("title", "another language too", "{en-us: T, fr-fr: U}"),
      row("title", "another language alone", "{fr-fr: U}", "4:11 rule.missing"),
      row("title", "no language", "{english: T, en-us: T}", "4:12 rule.locale"),
      row(
        "title", "a list for a language", "{en-us: [T]}", "4:12 rule.locale", "4:11 rule.missing"),
    ]
    + ["criterion", "why", "remedy"].flatMap { field in
      let column = field.utf8.count + 6
      return [
        row(field, "a text", "T"), row(field, "null", "~"),
        row(field, "languages", "{en-us: T, nl-nl: U}"),
        row(field, "a list", "[T]", "5:\(column) rule.locale"),
      ]
    }

  @Test(arguments: texts) func theTexts(row: Row) throws { try check(row) }

  static let others: [Row] = [
    row("reads", "a list", "[runs, segments]"), row("reads", "one", "runs"),
    row("reads", "null", "~"),
    row("reads", "none", "[]"), row("reads", "its own section", "[exports]"),
    row("reads", "a kind", "[run]", "5:12 rule.section"),
    row("reads", "one that isn't there", "run", "5:11 rule.section"),
    row("reads", "two that aren't", "[run, segment]", "5:12 rule.section", "5:17 rule.section"),
    row("reads", "an object", "{runs: true}", "5:11 rule.list"),
    row("reads", "a list in a list", "[[runs]]", "5:12 rule.section"),
    row("controls", "a list", "{gdpr: ['5(2)', '6']}"), row("controls", "one", "{gdpr: '5(2)'}"),
    row("controls", "null", "~"), row("controls", "none", "{}"),
    row("controls", "another framework", "{gdrp: ['5']}", "5:15 rule.framework"),
    row("controls", "in capitals", "{GDPR: ['5']}", "5:15 rule.framework"),
    row("controls", "without a framework", "['5(2)']", "5:14 rule.controls"),
    row("controls", "a text", "gdpr", "5:14 rule.controls"),
    row("controls", "a framework without controls", "{gdpr: []}", "5:21 rule.controls"),
    row("controls", "an object in place of controls", "{gdpr: {a: b}}", "5:21 rule.controls"),
    row("controls", "a list among controls", "{gdpr: ['5', ['6']]}", "5:21 rule.controls"),
    row("steps", "one", "1"), row("steps", "the largest", "9223372036854775807"),
    row("steps", "none", "0", "5:11 rule.number"), row("steps", "less", "-1", "5:11 rule.number"),
    row("steps", "a power", "1e9", "5:11 rule.number"),
    row("steps", "a word", "many", "5:11 rule.number"),
    row("steps", "one more than the largest", "9223372036854775808", "5:11 rule.number"),
    row("steps", "null", "~", "5:11 rule.number"),
    row("steps", "a list", "[1]", "5:11 rule.number"),
    row("fixtures", "null", "~"), row("fixtures", "none", "[]"),
    row("fixtures", "one in place of a list", "{name: N}", "5:14 rule.fixtures"),
    row("colour", "unknown", "red", "5:4 rule.unknown-field"),
    row("Title", "in capitals", "red", "5:4 rule.unknown-field"),
  ]

  @Test(arguments: others) func theOthers(row: Row) throws { try check(row) }

  private static func fixture(_ name: String, _ fields: String, _ expected: String...) -> Row {
    row("fixtures", name, "[{\(fields)}]").with(expected)
  }

  private static let whole = "name: N, subject: a, outcome: pass, snapshot: '{}'"

  static let fixtures: [Row] = [
    fixture("whole", whole), fixture("with a clock", "\(whole), asOf: 2026-01-01T00:00:00Z"),
    fixture("with sections", "\(whole), complete: [exports, runs]"),
    fixture("with one section", "\(whole), complete: exports"),
    fixture("no name", whole.replacing("name: N, ", with: ""), "5:15 rule.missing"),
    fixture("no subject", whole.replacing("subject: a, ", with: ""), "5:15 rule.missing"),
    fixture("no outcome", whole.replacing("outcome: pass, ", with: ""), "5:15 rule.missing"),
    fixture("no snapshot", whole.replacing(", snapshot: '{}'", with: ""), "5:15 rule.missing"),
    fixture(
      "an outcome of exceptions", whole.replacing("pass", with: "accepted"), "5:46 rule.word"),
    fixture("an outcome in capitals", whole.replacing("pass", with: "Pass"), "5:46 rule.word"),
    fixture("no time", "\(whole), asOf: yesterday", "5:74 rule.time"),
    fixture("a list in place of a time", "\(whole), asOf: [now]", "5:74 rule.time"),
    fixture("a section that isn't there", "\(whole), complete: [exprots]", "5:79 rule.section"),
    fixture("a slip", "\(whole), complet: [exports]", "5:68 rule.unknown-field"),
  ]

  @Test(arguments: fixtures) func aFixture(row: Row) throws { try check(row) }

  private static let header = fields.map { "-- \($0.name): \($0.value)" }.joined(separator: "\n")

  static let files: [Row] = [
    Row(name: "lines before it", text: "\n\n\(header)\nselect 1", expected: []),
    Row(name: "a comment behind it", text: "\(header)\n\n-- more\nselect 1", expected: []),
    Row(
      name: "lines without a blank", text: header.replacing("-- ", with: "--") + "\nselect 1",
      expected: []),
    Row(name: "nothing", text: "", expected: ["1:1 rule.header"]),
    Row(name: "blank lines", text: "\n \n", expected: ["1:1 rule.header"]),
    Row(name: "a query first", text: "select 1\n\(header)", expected: ["1:1 rule.header"]),
    Row(
      name: "an empty comment", text: "--\nselect 1",
      expected: ["1:1 rule.missing", "1:1 rule.missing", "1:1 rule.missing", "1:1 rule.missing"]),
    Row(name: "no query", text: header, expected: ["5:1 rule.query"]),
    Row(name: "a list", text: "-- - a\nselect 1", expected: ["1:4 rule.header"]),
    Row(name: "no YAML", text: "-- id: [\nselect 1", expected: ["2:3 yaml.syntax"]),
    Row(
      name: "a field twice", text: "\(header)\n-- id: ORG-02\nselect 1",
      expected: ["5:4 yaml.duplicate-key"]),
  ]

  @Test(arguments: files) func aFile(row: Row) throws {
    // Where a problem of the whole comment is told, its line is enough.
    let loaded = try CustomRuleFixture.load(["r.sql": row.text])
    #expect(
      loaded.diagnostics.map(\.code) == row.expected.map { String($0.split(separator: " ")[1]) })
    #expect(loaded.rules.isEmpty == !row.expected.isEmpty)
  }

  /// Two rules of one id, and rules beside files that are none.
  @Test func severalFiles() throws {
    let text = "\(Self.header)\nselect 1"
    let twice = try CustomRuleFixture.load(["a.sql": text, "b.sql": text])
    #expect(twice.rules.isEmpty && twice.diagnostics.map(\.code) == ["rule.duplicate"])
    #expect(twice.diagnostics.first?.location.path == "rules/b.sql")
    let other = text.replacing("ORG-01", with: "ORG-02")
    let both = try CustomRuleFixture.load([
      "b.sql": text, "a.sql": other, "c.sql.bak": "x", "d.SQL": "x",
    ])
    #expect(both.rules.map(\.description.id) == ["ORG-01", "ORG-02"])
    #expect(both.diagnostics == [])
    let none = try CustomRuleFixture.load(["notes.txt": "x"])
    #expect(none.diagnostics.map(\.code) == ["rule.none"])
  }
}

extension RuleHeaderBoundTests.Row {
  fileprivate func with(_ expected: [String]) -> Self {
    Self(name: name, text: text, expected: expected)
  }
}
