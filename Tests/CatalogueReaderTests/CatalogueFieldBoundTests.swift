import CatalogueReader
import Model
import TestSupport
import Testing

/// Each field of a service's file with no value, a blank one and one of another kind.
@Suite struct CatalogueFieldBoundTests {
  private static let lines: [(key: String, text: String)] = [
    ("title", "title: One"), ("category", "category: storage"), ("party", "party: thirdParty"),
    ("document", "document: one.md"), ("documentDate", "documentDate: 2026-01-02"),
    ("payload", "payload: segments"), ("identifiers", "identifiers: {rule: all, fields: [email]}"),
    ("limits", "limits: [{kind: none}]"), ("maturity", "maturity: [{value: preview}]"),
    ("lifecycle", "lifecycle: [{value: active}]"), ("consentStep", "consentStep: [{value: no}]"),
  ]

  /// A file in which one field is written otherwise, and the problems as `line code`.
  struct Row: Sendable, CustomTestStringConvertible {
    let key: String
    let value: String?
    let expected: [String]

    var testDescription: String { "\(key): \(value ?? "not there")" }

    var text: String {
      var own = CatalogueFieldBoundTests.lines.compactMap { line -> String? in
        line.key == key ? value.map { "\(key): \($0)" } : line.text
      }
      if let value, !CatalogueFieldBoundTests.lines.contains(where: { $0.key == key }) {
        own.append("\(key): \(value)")
      }
      return own.joined(separator: "\n") + "\n"
    }
  }

  private func check(_ row: Row) throws {
    let folder = try TemporaryFolder()
    try folder.write("catalogue.yaml", "date: 2026-08-18\n")
    try folder.write("destinations/one.yaml", row.text)
    let loaded = CatalogueLoader.load([folder.path])
    let found = loaded.diagnostics.map {
      "\($0.location.line) \($0.code.dropFirst("catalogue.".count))"
    }
    #expect(found == row.expected, "\(loaded.diagnostics)")
    #expect((loaded.catalogue == nil) == !row.expected.isEmpty)
  }

  static let needed: [Row] = lines.enumerated().flatMap { number, line in
    let place = "\(number + 1)"
    let wrong =
      switch line.key {
      case "title", "category", "document": "shape"
      case "documentDate": "bad-date"
      case "party", "payload": "unknown-word"
      default: "shape"
      }
    var rows = [
      Row(key: line.key, value: nil, expected: ["1 missing-key"]),
      Row(key: line.key, value: "~", expected: ["1 missing-key"]),
    ]
    if line.key != "identifiers" {
      rows += ["''", "' '", "{a: b}"].map {
        Row(key: line.key, value: $0, expected: ["\(place) \(wrong)"])
      }
    }
    return rows
  }

  @Test(arguments: needed) func whatIsNeeded(row: Row) throws { try check(row) }

  static let others: [Row] = [
    ("identifiers", "{rule: none}", []), ("identifiers", "{rule: all}", ["7 missing-key"]),
    ("identifiers", "{rule: some, fields: [a]}", ["7 unknown-word"]),
    ("identifiers", "{rule: all, fields: []}", ["7 missing-key"]),
    ("identifiers", "{rule: all, fields: [a, ' ']}", ["7 shape", "7 missing-key"]),
    ("identifiers", "{rule: all, sets: {x: [a]}}", []),
    ("identifiers", "{rule: all, sets: [a]}", ["7 shape"]),
    ("identifiers", "{rule: all, sets: {}}", ["7 shape"]),
    ("identifiers", "{rule: all, sets: {x: a}}", ["7 shape"]),
    ("identifiers", "all", ["7 shape", "7 missing-key"]),
    ("limits", "[{kind: limit, maximum: 1}]", []), ("limits", "[{kind: limit}]", ["8 missing-key"]),
    ("limits", "[{kind: limit, maximum: 0}]", ["8 bad-number", "8 missing-key"]),
    ("limits", "[{kind: limit, maximum: 1.5}]", ["8 bad-number", "8 missing-key"]),
    ("limits", "[{kind: limit, maximum: 5, otherMaximum: 5}]", ["8 bad-number"]),
    ("limits", "[{kind: limit, maximum: 5, otherMaximum: 6}]", []),
    ("limits", "[]", ["8 shape"]), ("limits", "{kind: none}", ["8 shape"]),
    ("limits", "[none]", ["8 shape", "8 missing-key"]),
    ("limits", "[{kind: none, fewHours: 1}]", ["8 shape"]),
    ("limits", "[{kind: none, fewHours: 'true'}]", ["8 shape"]),
    ("limits", "[{kind: none}, {kind: none}]", ["8 missing-key"]),
    ("limits", "[{kind: none, from: 2020-01-01, until: 2020-01-01}]", ["8 bad-order"]),
    ("limits", "[{kind: none, from: 2020-02-29}]", []),
    ("limits", "[{kind: none, from: 2021-02-29}]", ["8 bad-date"]),
    ("limits", "[{kind: none, until: 2020-01-01}, {kind: none, from: 2020-01-01}]", []),
    ("limits", "[{kind: none, until: 2020-01-01}, {kind: none, from: 2020-01-02}]", ["8 gap"]),
    ("limits", "[{kind: none, until: 2020-01-02}, {kind: none, from: 2020-01-01}]", ["8 overlap"]),
    ("maturity", "[{value: Preview}]", ["9 unknown-word"]),
    ("maturity", "[{valeu: preview}]", ["9 missing-key", "9 unknown-key"]),
    ("aliases", "[a]", []), ("aliases", "[]", []), ("aliases", "a", ["12 shape"]),
    ("aliases", "[' ']", ["12 shape"]),
    ("aliases", "[[a]]", ["12 shape"]), ("hashed", "true", []), ("hashed", "yes", ["12 shape"]),
    ("constraints", "[x]", ["12 unknown-word"]), ("constraints", "x", ["12 shape"]),
    ("successor", "two", ["1 unknown-service"]), ("successor", "one", []),
    ("Title", "x", ["12 unknown-key"]),
    ("consentStepSince", "soon", ["12 bad-date"]), ("hashedSince", "2020-13-01", ["12 bad-date"]),
  ].map { Row(key: $0, value: $1, expected: $2) }

  @Test(arguments: others) func theOthers(row: Row) throws { try check(row) }

  /// The areas of regions: none is lost without a word.
  @Test(arguments: [
    ("{EU: {regions: [westeurope]}}", [String]()), ("{EU: {names: [Europe]}}", []), ("{}", []),
    ("[EU]", ["catalogue.shape"]), ("EU", ["catalogue.shape"]),
    ("{EU: [westeurope]}", ["catalogue.shape"]),
    ("{EU: {regions: westeurope}}", ["catalogue.shape"]),
    ("{EU: {region: [a]}}", ["catalogue.unknown-key"]),
    ("{EU: {regions: [a]}, US: {regions: [A]}}", ["catalogue.duplicate-region"]),
    ("~", ["catalogue.missing-key"]),
  ])
  func areas(text: String, codes: [String]) throws {
    let folder = try TemporaryFolder()
    try folder.write("catalogue.yaml", "date: 2026-08-18\n")
    try folder.write("regions.yaml", "document: r.md\ndocumentDate: 2026-01-01\nareas: \(text)\n")
    let loaded = CatalogueLoader.load([folder.path])
    #expect(loaded.diagnostics.map(\.code) == codes, "\(loaded.diagnostics)")
  }
}
