import Model
import SnapshotReader
import TestSupport
import Testing

/// Every field of every section with a value of every type: read, or kept as what can't be read, and
/// told at its place.
@Suite struct SnapshotFieldBoundTests {
  /// A field, or one of the lists and maps inside, with what stands around its value.
  struct Place: Sendable {
    let section: Section
    /// The columns from the section's table down.
    let columns: [Int]
    let path: String
    let kind: FieldShape.Kind
    let before: String
    let after: String
    /// The keys around the value alone, to write the field twice.
    let key: String
  }

  private static func places(
    _ shape: RecordShape, _ section: Section, _ columns: [Int], _ path: String, _ before: String,
    _ after: String
  ) -> [Place] {
    shape.fields.enumerated().flatMap { column, field -> [Place] in
      let keys = field.name.split(separator: ".").map(String.init)
      let open = before + keys.map { "{\"\($0)\": " }.joined()
      let close = String(repeating: "}", count: keys.count) + after
      let here = Place(
        section: section, columns: columns + [column], path: "\(path).\(field.name)",
        kind: field.kind, before: open, after: close, key: keys.last ?? "")
      switch field.kind {
      case .records(let child):
        return [here]
          + places(child, section, here.columns, here.path, open + "[", "]" + close)
      case .values(let child):
        return [here]
          + child.fields.map {
            Place(
              section: section, columns: here.columns + [0], path: "\(here.path)[]", kind: $0.kind,
              before: open + "[", after: "]" + close, key: "")
          }
      case .map(let child):
        return [here]
          + [
            Place(
              section: section, columns: here.columns + [1], path: "\(here.path).value",
              kind: child.fields[1].kind, before: open + "{\"k\": ", after: "}" + close, key: "k")
          ]
      default: return [here]
      }
    }
  }

  private static func places(_ section: Section) -> [Place] {
    let list = section.isSingle ? ("", "") : ("[", "]")
    return places(
      section.shape, section, [], section.name, "{\"\(section.name)\": \(list.0)", "\(list.1)}")
  }

  /// A value, and how a field of each kind takes it.
  struct Value: Sendable, CustomTestStringConvertible {
    let name: String
    let json: String
    /// The state in fields of the kinds that differ from `others`.
    let states: [String: CellState]
    let others: CellState

    init(
      _ name: String, _ json: String, _ states: [String: CellState] = [:],
      others: CellState = .malformed
    ) {
      (self.name, self.json, self.states, self.others) = (name, json, states, others)
    }

    var testDescription: String { name }
  }

  private static let words: [String: CellState] = [
    "text": .value, "id": .value, "word": .unrecognized,
  ]

  static let values: [Value] = [
    Value("null", "null", others: .null),
    Value("an empty text", "\"\"", ["text": .value, "word": .unrecognized]),
    Value("a text", "\"some text\"", words),
    Value("a number in quotes", "\"12\"", words),
    Value("a flag in quotes", "\"true\"", words),
    Value("blanks", "\"  \"", words),
    Value("letters of other scripts", "\"қосылым ✓\"", words),
    Value("escapes", "\"\\u0000\\n\\\"\"", words),
    Value("zero", "0", ["count": .value, "number": .value]),
    Value("minus zero", "-0", ["count": .value, "number": .value]),
    Value("a negative number", "-1", ["number": .value]),
    Value("a fraction", "1.5", ["number": .value]),
    Value("a whole number with a fraction", "5.0", ["count": .value, "number": .value]),
    Value("a power", "1e3", ["count": .value, "number": .value]),
    Value("the largest count", "9223372036854775807", ["count": .value, "number": .value]),
    Value("one more", "9223372036854775808", ["number": .value]),
    Value("a number beyond all", "1e400"),
    Value("true", "true", ["flag": .value]), Value("false", "false", ["flag": .value]),
    Value("an empty list", "[]", ["list": .value]),
    Value("an empty object", "{}", ["map": .value]),
    Value("a list of lists", "[[]]", ["list": .value]),
    Value(
      "a time", "\"2024-02-29T23:59:59.9999999+14:00\"",
      words.merging(["instant": .value]) { $1 }),
    Value("a day", "\"2024-02-29\"", words.merging(["instant": .value]) { $1 }),
    Value("no leap day", "\"2023-02-29\"", words),
    Value("a time in seconds", "1700000000", ["count": .value, "number": .value]),
    Value("two readings", "\"03/04/26\"", words.merging(["instant": .ambiguous]) { $1 }),
    Value(
      "a time for none", "\"1601-01-01T00:00:00Z\"", words.merging(["instant": .sentinel]) { $1 }),
  ]

  private func kind(_ kind: FieldShape.Kind) -> String {
    switch kind {
    case .text, .service: "text"
    case .key, .reference, .identifier: "id"
    case .word: "word"
    case .instant: "instant"
    case .count: "count"
    case .number: "number"
    case .flag: "flag"
    case .records, .values: "list"
    case .map: "map"
    }
  }

  /// The cell at a place of the first record.
  private func state(_ snapshot: Snapshot, _ place: Place) -> CellState? {
    var table = snapshot.table(place.section)
    for column in place.columns.dropLast() {
      guard let child = table.children[column] else { return nil }
      table = child
    }
    guard let column = place.columns.last, table.count == 1 else { return nil }
    return table.columns[column].mark(0).state
  }

  private static let codes: [CellState: String] = [
    .malformed: "field.malformed", .unrecognized: "field.word", .ambiguous: "field.ambiguous",
    .sentinel: "field.sentinel",
  ]

  @Test(arguments: Section.allCases, values) func isTaken(section: Section, value: Value) throws {
    for place in Self.places(section) {
      let expected = value.states[kind(place.kind)] ?? value.others
      let read = SnapshotReader.read(fragment: place.before + value.json + place.after, path: "f")
      let snapshot = try #require(read.snapshot, "\(read.diagnostics)")
      #expect(state(snapshot, place) == expected, "\(place.path)")
      var problems =
        Self.codes[expected].map {
          ["\(place.path): 1:\(place.before.utf8.count + 1) \($0)"]
        } ?? []
      // What stands in a list that is read has a place of its own.
      if value.json == "[[]]", expected == .value {
        let inner = if case .values = place.kind { "\(place.path)[]" } else { place.path }
        let code = if case .values = place.kind { "field.malformed" } else { "record.malformed" }
        problems = ["\(inner): 1:\(place.before.utf8.count + 2) \(code)"]
      }
      let found = read.diagnostics.map {
        "\($0.message.prefix { $0 != ":" }): \($0.location.line):\($0.location.column) \($0.code)"
      }
      #expect(found == problems, "\(read.diagnostics)")
    }
  }

  /// A field that stands twice has neither value, whatever the values are.
  @Test(arguments: Section.allCases, ["null", "\"a\"", "[]"])
  func standsTwice(section: Section, value: String) throws {
    for place in Self.places(section) where !place.key.isEmpty && place.key != "k" {
      let twice = "\(value), \"\(place.key)\": \(value)"
      let read = SnapshotReader.read(fragment: place.before + twice + place.after, path: "f")
      let snapshot = try #require(read.snapshot, "\(read.diagnostics)")
      #expect(state(snapshot, place) == .malformed, "\(place.path)")
      let found = read.diagnostics.filter { $0.code == "field.duplicate" }
      #expect(
        found.map(\.location.column) == [place.before.utf8.count + value.utf8.count + 3],
        "\(place.path)")
    }
  }

  /// What isn't there is absent, in a record without any field as in one with all others.
  @Test(arguments: Section.allCases) func isAbsent(section: Section) throws {
    let empty = section.isSingle ? "{}" : "[{}]"
    let snapshot = try SnapshotReader.snapshot(fromFragment: "{\"\(section.name)\": \(empty)}")
    for (field, column) in zip(section.shape.fields, snapshot.table(section).columns) {
      #expect(column.mark(0).state == .absent, "\(field.name)")
    }
    #expect(snapshot.count(section) == 1 && snapshot.state(section) == .present)
  }

  /// The same lines as the entries of a list and as the lines of a file give the same rows and the
  /// same problems.
  @Test(arguments: Section.allCases.filter { !$0.isSingle })
  func linesAndListsAreTheSame(section: Section) throws {
    let opening = "{\"\(section.name)\": ["
    let records = Self.places(section).flatMap { place in
      Self.values.map { value in
        String(place.before.dropFirst(opening.count)) + value.json + place.after.dropLast(2)
      }
    }
    let folder = try TemporaryFolder()
    let schema = "\"schema\": \"\(SnapshotShape.schema)\""
    try folder.write(
      "one.json", "{\(schema), \"\(section.name)\": [\n\(records.joined(separator: ",\n"))\n]}")
    try folder.write("many/manifest.json", "{\(schema), \"collection\": {}}")
    try folder.write("many/\(section.name).ndjson", records.joined(separator: "\n"))
    let one = SnapshotReader.read("\(folder.path)/one.json")
    let many = SnapshotReader.read("\(folder.path)/many", width: 3)
    let (left, right) = (try #require(one.snapshot), try #require(many.snapshot))
    #expect(left.count(section) == records.count && right.count(section) == records.count)
    for (column, field) in section.shape.fields.enumerated() {
      let (first, second) = (
        left.table(section).columns[column], right.table(section).columns[column]
      )
      #expect(
        (0..<records.count).allSatisfy { first.mark($0) == second.mark($0) }, "\(field.name)")
    }
    func said(_ result: ReadResult, _ shift: Int) -> [String] {
      result.diagnostics.map {
        "\($0.location.line - shift):\($0.location.column) \($0.message) \($0.code)"
      }
    }
    #expect(said(one, 1) == said(many, 0))
  }
}
