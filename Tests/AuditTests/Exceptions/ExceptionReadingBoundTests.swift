import Model
import Testing

@testable import Audit

/// Each field of an exceptions file at its bounds: what is read, and which problem stands at which
/// line and column.
@Suite struct ExceptionReadingBoundTests {
  /// A text and the problems expected of it, as `line:column code`; none: the file is in order.
  struct Row: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String
    let expected: [String]

    var testDescription: String { name }
  }

  private static func file(_ name: String, _ text: String, _ expected: String...) -> Row {
    Row(name: name, text: text, expected: expected)
  }

  /// A file whose only exception has one field written otherwise; `nil` leaves it out.
  private static func entry(
    _ name: String, _ field: String, _ value: String?, _ expected: String...
  ) -> Row {
    let fields: [(name: String, value: String)] = [
      ("rule", "LIF-01"), ("subject", "'export:e-1'"), ("reason", "R"), ("approver", "A"),
      ("created", "2020-02-29"), ("expires", "2028-02-29"),
    ]
    var lines = fields.compactMap { own -> String? in
      guard own.name == field else { return "\(own.name): \(own.value)" }
      return value.map { "\(own.name): \($0)" }
    }
    if let value, !fields.contains(where: { $0.name == field }) {
      lines.append("\(field): \(value)")
    }
    let text = "timeZone: UTC\nexceptions:\n  - " + lines.joined(separator: "\n    ") + "\n"
    return Row(name: "\(field): \(name)", text: text, expected: expected)
  }

  private func check(_ row: Row, _ place: Testing.SourceLocation = #_sourceLocation) {
    let (file, problems) = ExceptionFile.read(Array(row.text.utf8), path: "e.yaml")
    let found = problems.map { "\($0.location.line):\($0.location.column) \($0.code)" }
    #expect(found == row.expected, "\(problems)", sourceLocation: place)
    #expect((file == nil) == !row.expected.isEmpty, sourceLocation: place)
    #expect(problems.allSatisfy { $0.severity == .error && $0.location.path == "e.yaml" })
  }

  static let zones: [Row] = [
    file("a zone of the database", "timeZone: Asia/Almaty\nexceptions: []"),
    file("a zone without a place", "timeZone: Etc/GMT+5\nexceptions: []"),
    file("in quotes", "timeZone: 'UTC'\nexceptions: []"),
    file("in other letters", "timeZone: europe/amsterdam\nexceptions: []", "1:11 exception.zone"),
    file("an offset", "timeZone: '+02:00'\nexceptions: []", "1:11 exception.zone"),
    file("an offset with a name", "timeZone: GMT+2\nexceptions: []", "1:11 exception.zone"),
    file("a path", "timeZone: ../../etc/passwd\nexceptions: []", "1:11 exception.zone"),
    file("empty in quotes", "timeZone: ''\nexceptions: []", "1:11 exception.zone"),
    file("null", "timeZone: ~\nexceptions: []", "1:11 exception.missing"),
    file("a list", "timeZone: [UTC]\nexceptions: []", "1:11 exception.zone"),
    file(
      "a key in capitals", "TimeZone: UTC\nexceptions: []", "1:1 exception.missing",
      "1:1 exception.unknown-field"),
  ]

  @Test(arguments: zones) func theZone(row: Row) { check(row) }

  /// What is suggested would be read: a zone's name of Windows is none, and near to others of them alone.
  @Test(arguments: [
    ("W. Europe Standard Time", nil as String?), ("W. Europe Standard Tme", nil),
    ("Europe/Amsterdm", "did you mean 'Europe/Amsterdam'?"),
    ("europe/amsterdam", "did you mean 'Europe/Amsterdam'?"),
  ])
  func onlyAZoneThatCanBeReadIsSuggested(name: String, suggestion: String?) throws {
    let text = "timeZone: '\(name)'\nexceptions: []"
    let (_, problems) = ExceptionFile.read(Array(text.utf8), path: "e.yaml")
    #expect(problems.map(\.code) == ["exception.zone"])
    let advice = "write the zone whose days count, such as timeZone: Europe/Amsterdam"
    #expect(problems.first?.suggestion == suggestion ?? advice)
  }

  static let breadths: [Row] = [
    ("one", "1", true), ("nothing", "0", false), ("less than nothing", "-1", false),
    ("a fraction", "1.0", false), ("a power", "1e1", false), ("a word", "ten", false),
    ("in quotes", "'10'", true), ("null", "~", false), ("a list", "[1]", false),
    ("the largest number", "9223372036854775807", true),
    ("one more than the largest", "9223372036854775808", false),
  ].map { name, value, isRead in
    Row(
      name: name, text: "timeZone: UTC\nbroadAbove: \(value)\nexceptions: []",
      expected: isRead ? [] : ["2:13 exception.number"])
  }

  @Test(arguments: breadths) func theBreadth(row: Row) { check(row) }

  static let days: [Row] = [
    entry("a leap day", "expires", "2024-02-29"),
    entry("no leap day", "expires", "2025-02-29", "8:14 exception.date"),
    entry("a century without a leap day", "expires", "2100-02-29", "8:14 exception.date"),
    entry("a century with one", "created", "2000-02-29"),
    entry("the day itself", "expires", "2020-02-29"),
    entry("the day before", "expires", "2020-02-28", "8:14 exception.order"),
    entry("the day after the last", "created", "2028-03-01", "8:14 exception.order"),
    entry("month 13", "expires", "2026-13-01", "8:14 exception.date"),
    entry("month 0", "expires", "2026-00-01", "8:14 exception.date"),
    entry("day 0", "expires", "2026-01-00", "8:14 exception.date"),
    entry("31 April", "expires", "2026-04-31", "8:14 exception.date"),
    entry("year 0", "created", "0000-01-01", "7:14 exception.date"),
    entry("the first year", "created", "0001-01-01"),
    entry("the last day of all", "expires", "9999-12-31"),
    entry("a year of five digits", "expires", "10000-01-01", "8:14 exception.date"),
    entry("a year of two digits", "expires", "27-01-01", "8:14 exception.date"),
    entry("a month of one digit", "expires", "2027-1-01", "8:14 exception.date"),
    entry("a time of the day", "expires", "2027-01-01T12:00:00Z", "8:14 exception.date"),
    entry("slashes", "expires", "2027/01/01", "8:14 exception.date"),
    entry("the day first", "expires", "31-12-2027", "8:14 exception.date"),
    entry("digits of another script", "expires", "٢٠٢٧-٠١-٠١", "8:14 exception.date"),
    entry("dashes that are no hyphens", "expires", "2027–01–01", "8:14 exception.date"),
    entry("blanks around it", "expires", "' 2027-01-01 '"),
    entry("a sign", "expires", "+2027-01-1", "8:14 exception.date"),
  ]

  @Test(arguments: days) func theDays(row: Row) { check(row) }

  /// Every field is needed, and each way of having none is told once, where it stands.
  static let missing: [Row] = ["rule", "subject", "reason", "approver", "created", "expires"]
    .enumerated().flatMap { number, field in
      let (line, column) = (3 + number, 5 + field.utf8.count + 2)
      return [
        entry("not there", field, nil, "3:5 exception.missing"),
        entry("null", field, "~", "\(line):\(column) exception.missing"),
        entry("empty", field, "''", "\(line):\(column) exception.missing"),
        entry("blanks alone", field, "\" \\t\\u00A0\"", "\(line):\(column) exception.missing"),
        entry("a list", field, "[a]", "\(line):\(column) exception.shape"),
        entry("an object", field, "{a: b}", "\(line):\(column) exception.shape"),
      ]
    }

  @Test(arguments: missing) func theFieldsThatAreNeeded(row: Row) { check(row) }

  /// The others may have no value, but not one of another kind.
  static let optional: [Row] = ["requester", "ticket", "environment"].flatMap { field in
    let column = 5 + field.utf8.count + 2
    return [
      entry("null", field, "~"), entry("empty", field, "''"), entry("a number", field, "4711"),
      entry("a list", field, "[a, b]", "9:\(column) exception.shape"),
      entry("in capitals", field.uppercased(), "a", "9:5 exception.unknown-field"),
    ]
  }

  @Test(arguments: optional) func theFieldsThatAreNot(row: Row) { check(row) }

  static let rules: [Row] = [
    entry("an id in small letters", "rule", "lif-01"),
    entry("an id with blanks around it", "rule", "' LIF-01 '"),
    entry("a pattern", "rule", "'LIF-*'"), entry("all rules", "rule", "'*'"),
    entry("a group", "rule", "lifecycle"), entry("a group in capitals", "rule", "LIFECYCLE"),
    entry("several", "rule", "'LIF-01, CON-01'"),
    entry("a digit too few", "rule", "LIF-1", "3:11 exception.rule"),
    entry("nothing behind a comma", "rule", "'LIF-01,'", "3:11 exception.rule"),
    entry("a pattern for nothing", "rule", "'XXX-*'", "3:11 exception.rule"),
    entry("two stars", "rule", "'**'", "3:11 exception.rule"),
    entry("a star at the beginning", "rule", "'*-01'", "3:11 exception.rule"),
    entry("the letters without a star", "rule", "LIF", "3:11 exception.rule"),
  ]

  @Test(arguments: rules) func theRules(row: Row) { check(row) }

  static let subjects: [Row] = [
    entry("all subjects", "subject", "'*'"), entry("all of a kind", "subject", "'export:*'"),
    entry("colons in the id", "subject", "'record:consents/a:b'"),
    entry("an id that ends with a colon", "subject", "'export:e:'"),
    entry("blanks around it", "subject", "' export:e-1 '"),
    entry("a kind alone", "subject", "'export:'", "4:14 exception.subject"),
    entry("an id alone", "subject", "e-1", "4:14 exception.subject"),
    entry("no kind", "subject", "':e-1'", "4:14 exception.subject"),
    entry("a kind in capitals", "subject", "'Export:e-1'", "4:14 exception.subject"),
    entry("a section in place of a kind", "subject", "'exports:e-1'", "4:14 exception.subject"),
    entry("a star in place of a kind", "subject", "'*:e-1'", "4:14 exception.subject"),
  ]

  @Test(arguments: subjects) func theSubjects(row: Row) { check(row) }

  private static let body = """
    exceptions:
      - {rule: LIF-01, subject: 'export:e-1', reason: R, approver: A, created: 2026-01-01,
         expires: 2026-12-31}
    """

  static let files: [Row] = [
    file("a mark at the beginning", "\u{FEFF}timeZone: UTC\n\(body)"),
    file(
      "lines that end with two characters", "timeZone: UTC\n\(body)".replacing("\n", with: "\r\n")),
    file("a document behind its mark", "---\ntimeZone: UTC\n\(body)"),
    file("comments", "# a\ntimeZone: UTC # b\n\(body)"),
    file(
      "a second document", "timeZone: UTC\nexceptions: []\n---\nexceptions: []\n",
      "3:1 yaml.documents"),
    file("nothing but a comment", "# nothing\n", "1:1 exception.shape"),
    file("a list", "- timeZone: UTC\n", "1:1 exception.shape"),
    file("a text", "timeZone", "1:1 exception.shape"),
    file("null in place of the list", "timeZone: UTC\nexceptions: ~\n"),
    file(
      "one in place of the list", "timeZone: UTC\nexceptions: {rule: LIF-01}\n",
      "2:13 exception.shape"),
    file("null in the list", "timeZone: UTC\nexceptions: [~]\n", "2:14 exception.shape"),
    file("a list in the list", "timeZone: UTC\nexceptions: [[]]\n", "2:14 exception.shape"),
    file(
      "the list in capitals", "timeZone: UTC\nEXCEPTIONS: []\n", "1:1 exception.missing",
      "2:1 exception.unknown-field"),
    file(
      "the list twice", "timeZone: UTC\nexceptions: []\nexceptions: []\n", "3:1 yaml.duplicate-key"),
    file(
      "a field twice",
      "timeZone: UTC\n\(body.replacing("reason: R", with: "reason: R, reason: S"))",
      "3:54 yaml.duplicate-key"),
  ]

  @Test(arguments: files) func theFile(row: Row) { check(row) }

  /// Bytes that are no text, and nesting without end.
  @Test(arguments: [
    (Array("timeZone: UTC\nexceptions: [".utf8) + [0xFF, 0xFE], "yaml."),
    (Array("timeZone: UTC\0\nexceptions: []".utf8), "yaml."),
    (Array(String(repeating: "[", count: 5000).utf8), "yaml."),
    (Array("timeZone: UTC\nexceptions:\n\t- a".utf8), "yaml."),
  ])
  func whatIsNoYAML(bytes: [UInt8], code: String) {
    let (file, problems) = ExceptionFile.read(bytes, path: "e.yaml")
    #expect(file == nil && problems.count == 1)
    #expect(problems.allSatisfy { $0.code.hasPrefix(code) && $0.severity == .error }, "\(problems)")
  }

  /// The same exception twice, in whatever words: which of the two counts must not be guessed.
  @Test(arguments: [
    ("LIF-01", "export:e-1", "", true), ("lif-01", "export:e-1", "", true),
    (" LIF-01", "export:e-1", "", true), ("LIF-01,LIF-01", "export:e-1", "", true),
    ("LIF-01", "export:e-2", "", false), ("LIF-02", "export:e-1", "", false),
    ("LIF-*", "export:e-1", "", false), ("LIF-01", "export:*", "", false),
    ("LIF-01", "export:e-1*", "", false), ("LIF-01", "export:e-1", "i-1", false),
    ("LIF-01", "export:E-1", "", false),
  ])
  func theSameTwice(rule: String, subject: String, environment: String, isSame: Bool) {
    let other =
      "rule: '\(rule)', subject: '\(subject)'"
      + (environment.isEmpty ? "" : ", environment: \(environment)")
    let text = """
      timeZone: UTC
      \(Self.body)
        - {\(other), reason: S, approver: B, created: 2025-01-01, expires: 2025-12-31}
      """
    check(
      Row(name: other, text: text, expected: isSame ? ["5:5 exception.duplicate"] : []))
  }

  /// A group and the pattern of its ids are the same rules.
  @Test func theSameRulesInOtherWords() {
    func pair(_ first: String, _ second: String) -> String {
      "timeZone: UTC\nexceptions:\n"
        + [first, second].map {
          "  - {rule: '\($0)', subject: '*', reason: R, approver: A, created: 2026-01-01, "
            + "expires: 2026-12-31}\n"
        }.joined()
    }
    check(
      Row(name: "a group", text: pair("LIF-*", "lifecycle"), expected: ["4:5 exception.duplicate"]))
    check(
      Row(
        name: "another order", text: pair("LIF-01,CON-01", "CON-01, LIF-01"),
        expected: ["4:5 exception.duplicate"]))
    check(Row(name: "other rules", text: pair("LIF-*", "LIF-0*,CON-01"), expected: []))
  }
}
