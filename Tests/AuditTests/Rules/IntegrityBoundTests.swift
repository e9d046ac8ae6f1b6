import Model
import Testing

/// DQ-01, DQ-02 and DQ-05 at their bounds: references, repetition and provenance.
@Suite struct IntegrityBoundTests {
  private static let unique = RuleTable(
    "DQ-02", on: "connections/c-1",
    #"{"connections": [{"connectionId": "c-1", "purpose": "a"}, {"connectionId": "c-2"}]}"#)
  private static let second = "connections.1"

  static let repetition: [TableRow] = [
    unique.row("two ids", .pass),
    unique.row(
      "the same twice", .fail("identical-content", .low),
      [
        second: .json(#"{"connectionId": "c-1", "purpose": "a"}"#)
      ]),
    unique.row(
      "the same id for another", .fail("different-content"),
      [
        second: .json(#"{"connectionId": "c-1", "purpose": "b"}"#)
      ]),
    unique.row(
      "in capitals", .fail("different-content"),
      [
        second: .json(#"{"connectionId": "C-1", "purpose": "b"}"#)
      ], subject: "connections/C-1"),
    unique.row(
      "in braces", .fail("different-content"),
      [
        second: .json(#"{"connectionId": "{c-1}", "purpose": "b"}"#)
      ], subject: "connections/{c-1}"),
    unique.row(
      "null is not absent", .fail("different-content"),
      [
        second: .json(#"{"connectionId": "c-1", "purpose": "a", "description": null}"#)
      ]),
  ]

  private static let references = RuleTable(
    "DQ-01", on: "exports/e-1",
    #"""
    {"environment": {"instanceId": "i-1"}, "connections": [{"connectionId": "c-1"}],
     "segments": [{"name": "VIP"}], "principals": [{"principalId": "p-1"}],
     "exports": [{"exportId": "e-1", "instanceId": "i-1", "connectionId": "c-1", "createdBy": "p-1",
        "items": [{"kind": "segment", "name": "VIP"}]}]}
    """#)

  static let dangling: [TableRow] = [
    references.row("all there", .pass),
    references.row(
      "a GUID in capitals", .pass,
      ["connections.0.connectionId": .guid, "exports.0.connectionId": .capitalGUID]),
    references.row(
      "a GUID in braces and capitals", .pass,
      ["connections.0.connectionId": .guid, "exports.0.connectionId": .bracedGUID]),
    references.row(
      "another id in capitals", .fail("connection-not-found"), ["exports.0.connectionId": "C-1"]),
    references.row(
      "an id with blanks", .fail("connection-not-found"), ["exports.0.connectionId": " c-1 "]),
    references.row(
      "no such connection", .fail("connection-not-found"),
      [
        "exports.0.connectionId": "c-2"
      ]),
    references.row(
      "no such principal", .fail("principal-not-found"), ["exports.0.createdBy": "p-2"]),
    references.row("no such segment", .fail("item-not-found"), ["exports.0.items.0.name": "VIPs"]),
    references.row(
      "perhaps such a connection", .unknown("section-incomplete"),
      [
        "exports.0.connectionId": "c-2"
      ], incomplete: ["connections"]),
    references.row("no connections", .unknown("section-incomplete"), ["connections": .absent]),
    references.row("detached", .pass, ["exports.0.connectionId": nil]),
    references.row(
      "an id of another environment", .fail("other-environment"),
      [
        "exports.0.instanceId": "i-2"
      ], clauses: ["resolved": .true, "sameEnvironment": .false]),
    references.row("the environment in capitals", .pass, ["exports.0.instanceId": "I-1"]),
    references.row(
      "an environment without an id", .unknown("environment-unknown"),
      [
        "environment.instanceId": .absent
      ]),
  ]

  private static let collection = RuleTable(
    "DQ-05", on: "collection",
    #"{"collection": {"collectedBy": "a", "tool": "t", "toolVersion": "1"}, "exports": []}"#)

  static let freshness: [TableRow] = [
    collection.row("30 days", .pass, asOf: "2025-07-01T00:00:00Z"),
    collection.row("a microsecond more", .fail("stale"), asOf: "2025-07-01T00:00:00.000001Z"),
    collection.row(
      "no day: this instant", .pass, parameters: ["maxAgeDays": 0],
      asOf: "2025-06-01T00:00:00Z"),
    collection.row(
      "no day: a microsecond later", .fail("stale"), parameters: ["maxAgeDays": 0],
      asOf: "2025-06-01T00:00:00.000001Z"),
    collection.row(
      "3650 days", .pass, parameters: ["maxAgeDays": 3650],
      asOf: "2035-05-30T00:00:00Z"),
    collection.row(
      "a microsecond more than 3650", .fail("stale"),
      parameters: ["maxAgeDays": 3650], asOf: "2035-05-30T00:00:00.000001Z"),
    collection.row("no clock", .unknown("as-of-missing")),
    collection.row(
      "nobody collected it", .fail("no-collector"), ["collection.collectedBy": " "],
      asOf: "2025-06-02T00:00:00Z"),
  ]

  private static func log(until end: String) -> [String: DocumentValue] {
    [
      "collection.sources": .json(
        #"[{"section": "exports", "kind": "azureMonitor", "uri": "https://logs.example/1", "#
          + #""sha256": "\#(String(repeating: "ab", count: 32))", "recordCount": 0, "#
          + #""complete": true, "windowStartUtc": "2019-01-01T00:00:00Z", "#
          + #""windowEndUtc": "\#(end)"}]"#)
    ]
  }

  static let logs: [TableRow] = [
    collection.row(
      "a log ends a day before", .pass, log(until: "2025-05-31T00:00:00Z"), subject: "exports"),
    collection.row(
      "a microsecond earlier", .unknown("window-ends-early"),
      log(until: "2025-05-30T23:59:59.999999Z"), subject: "exports"),
    collection.row(
      "three days, and three are allowed", .pass, log(until: "2025-05-29T00:00:00Z"),
      parameters: ["logEndDays": 3], subject: "exports"),
    collection.row(
      "a microsecond more than three", .unknown("window-ends-early"),
      log(until: "2025-05-28T23:59:59.999999Z"), parameters: ["logEndDays": 3], subject: "exports"),
  ]

  @Test(arguments: repetition + dangling + freshness + logs)
  func judges(_ row: TableRow) throws { try row.check() }
}
