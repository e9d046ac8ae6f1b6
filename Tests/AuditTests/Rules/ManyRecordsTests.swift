import Model
import Testing

/// What one subject has thousands of takes time in proportion: it would take far longer than the
/// limit if they were compared in pairs.
@Suite(.timeLimit(.minutes(10))) struct ManyRecordsTests {
  private static func list(_ count: Int, _ entry: (Int) -> String) -> DocumentValue {
    .json("[\((0..<count).map(entry).joined(separator: ","))]")
  }

  private static func table(_ rule: String) -> RuleTable {
    RuleTable(
      rule, on: "e-1",
      """
      {"connections": [{"connectionId": "c-1", "purposeKind": "export", "type": "adls-gen2"}],
        "exports": [{"exportId": "e-1", "connectionId": "c-1", "state": "active",
          "items": [{"kind": "segment", "name": "s"}]}], "runs": []}
      """)
  }

  @Test func mappedFieldsBesideManyTables() throws {
    let count = 20_000
    let items = Self.list(count) {
      $0 == 0 ? #"{"kind":"segment","name":"s"}"# : #"{"kind":"table","name":"T\#($0)"}"#
    }
    let mapping = Self.list(count) { #"{"target":"f\#($0)","source":"other\#($0).f"}"# }
    let evaluation = try Self.table("LIM-04").row(
      "many", .pass, ["exports.0.items": items, "exports.0.mapping": mapping]
    ).evaluation()
    #expect(evaluation.outcome != .pass)
  }
}
