import Model
import Testing

/// LIM-04 to LIM-07 at their bounds: kinds, identifiers, run times and fields.
@Suite struct LimitRunBoundTests {
  private static let run = RuleTable(
    "LIM-06", on: "e-1",
    #"""
    {"connections": [{"connectionId": "c-1", "purposeKind": "export", "type": "adroll"}],
     "exports": [{"exportId": "e-1", "connectionId": "c-1", "state": "active"}], "schedules": [],
     "runs": [{"runId": "r-1", "targetId": "e-1", "status": "successful",
        "startUtc": "2025-05-01T00:00:00Z", "endUtc": "2025-05-01T00:10:00Z"}]}
    """#)
  private static let type = "connections.0.type"
  private static let end = "runs.0.endUtc"
  private static let running: [String: DocumentValue] = ["runs.0.status": "running", end: nil]

  /// AdRoll documents 10 minutes.
  static let times: [TableRow] = [
    run.row("10 minutes", .pass),
    run.row("20 minutes", .pass, [end: "2025-05-01T00:20:00Z"]),
    run.row(
      "a microsecond more", .fail("too-long"), [end: "2025-05-01T00:20:00.000001Z"],
      clauses: ["tooLong": .true]),
    run.row("once the time", .pass, parameters: ["factor": 1]),
    run.row(
      "a microsecond more than once", .fail("too-long"), [end: "2025-05-01T00:10:00.000001Z"],
      parameters: ["factor": 1]),
    run.row(
      "15 minutes at one and a half", .pass, [end: "2025-05-01T00:15:00Z"],
      parameters: ["factor": 1.5]),
    run.row(
      "a microsecond more at one and a half", .fail("too-long"),
      [end: "2025-05-01T00:15:00.000001Z"], parameters: ["factor": 1.5]),
    run.row(
      "a hundred times", .pass, [end: "2025-05-01T16:40:00Z"], parameters: ["factor": 100]),
    run.row("few hours: 240 minutes", .pass, [type: "autopilot", end: "2025-05-01T04:00:00Z"]),
    run.row(
      "few hours: 300 minutes", .fail("too-long"),
      [
        type: "autopilot", end: "2025-05-01T05:00:00Z",
      ]),
    run.row(
      "few hours: a microsecond more than 240", .fail("too-long"),
      [
        type: "autopilot", end: "2025-05-01T04:00:00.000001Z",
      ]),
    run.row(
      "one minute for few hours", .fail("too-long"),
      [type: "autopilot", end: "2025-05-01T00:01:00.000001Z"],
      parameters: ["fewHoursMinutes": 1]),
    run.row("no time documented", .none("no-documented-time"), [type: "azure-blob-storage"]),
    run.row(
      "running for 20 minutes", .pass,
      running.merging(["collection.collectedUtc": "2025-05-01T00:20:00Z"]) { $1 }),
    run.row(
      "running a microsecond more", .fail("hanging"),
      running.merging(["collection.collectedUtc": "2025-05-01T00:20:00.000001Z"]) { $1 }),
    run.row("no end, and it is over", .unknown("end-missing"), [end: nil]),
    run.row(
      "from the queue only", .unknown("start-missing"),
      [
        "runs.0.startUtc": .absent, "runs.0.submittedUtc": "2025-05-01T00:00:00Z",
      ]),
    run.row("ended before it began", .unknown("duration-unclear"), [end: "2025-04-30T23:59:59Z"]),
    run.row("never ran", .none("never-ran"), ["runs": .json("[]")]),
    run.row("nobody looked", .unknown("runs-unknown"), ["runs": .absent]),
    run.row(
      "the target in capitals", .fail("too-long"),
      [
        "runs.0.targetId": .bracedGUID, end: "2025-05-01T01:00:00Z", "exports.0.exportId": .guid,
      ], subject: RuleTable.guid),
  ]

  private static let mapped = RuleTable(
    "LIM-05", on: "e-1",
    #"""
    {"connections": [{"connectionId": "c-1", "purposeKind": "export", "type": "adroll"}],
     "exports": [{"exportId": "e-1", "connectionId": "c-1", "state": "active",
        "mapping": [{"target": "email", "source": "Customer.EMail"}]}],
     "tables": [{"name": "Customer", "fields": [{"name": "EMail", "fillRate": 0.5}]}]}
    """#)
  private static let rate = "tables.0.fields.0.fillRate"
  private static let target = "exports.0.mapping.0.target"

  static let identifiers: [TableRow] = [
    mapped.row("half of them", .pass),
    mapped.row("a little less than half", .fail("fill-rate-low"), [rate: 0.4999999]),
    mapped.row("all of them", .pass, [rate: 1], parameters: ["minFill": 1]),
    mapped.row("not quite all", .fail("fill-rate-low"), [rate: 0.999], parameters: ["minFill": 1]),
    mapped.row("none, and none is needed", .pass, [rate: 0], parameters: ["minFill": 0]),
    mapped.row("no rate", .unknown("fill-rate-unknown"), [rate: .absent]),
    mapped.row("a rate of null", .unknown("fill-rate-unknown"), [rate: nil]),
    mapped.row("a rate in words", .unknown("fill-rate-unknown"), [rate: "half"]),
    mapped.row("all of them, and no more", .pass, [rate: 1]),
    mapped.row("a little more than all", .unknown("fill-rate-unknown"), [rate: 1.0001]),
    mapped.row("a percentage", .unknown("fill-rate-unknown"), [rate: 30]),
    mapped.row("less than nothing", .unknown("fill-rate-unknown"), [rate: -1]),
    mapped.row("another field", .fail("identifier-not-mapped"), [target: "phone"]),
    mapped.row("a name alike", .unknown("name-unverified"), [target: "email_address"]),
    mapped.row("nothing", .fail("identifier-not-mapped"), ["exports.0.mapping": .json("[]")]),
    mapped.row("nobody looked", .unknown("mapping-absent"), ["exports.0.mapping": .absent]),
    mapped.row(
      "no such field", .fail("source-field-not-found"),
      [
        "exports.0.mapping.0.source": "Customer.Mail"
      ]),
    mapped.row("no tables", .unknown("table-unknown"), ["tables": .absent]),
    mapped.row("one of two", .fail("identifier-not-mapped"), [type: "braze"]),
    mapped.row("one of several", .pass, [type: "facebook"]),
    mapped.row("none asked for", .none("no-identifier-rule"), [type: "salesforce"]),
  ]

  private static let kinds = RuleTable(
    "LIM-04", on: "e-1",
    #"""
    {"connections": [{"connectionId": "c-1", "purposeKind": "export", "type": "adroll",
        "target": {"softDeleteEnabled": false}}],
     "environment": {"audience": "B2C"},
     "exports": [{"exportId": "e-1", "connectionId": "c-1", "state": "active",
        "items": [{"kind": "segment", "name": "A"}]}]}
    """#)
  private static let kind = "exports.0.items.0.kind"

  static let content: [TableRow] = [
    kinds.row("a segment", .pass),
    kinds.row("a table", .fail("table-not-allowed"), [kind: "table"]),
    kinds.row("the table of customers", .fail("table-not-allowed"), [kind: "customer"]),
    kinds.row("the kind in capitals", .fail("table-not-allowed"), [kind: "TABLE"]),
    kinds.row("a segment into storage", .fail("segment-not-allowed"), [type: "azure-blob-storage"]),
    kinds.row("a segment into InMobi", .pass, [type: "inmobi"]),
    kinds.row("a table into InMobi", .pass, [type: "inmobi", kind: "table"]),
    kinds.row("a connector", .fail("connector-has-no-exports"), [type: "power-apps"]),
    kinds.row("no kind", .unknown("item-kind-unknown"), [kind: .absent]),
    kinds.row("a kind that nobody knows", .unknown("item-kind-unknown"), [kind: "list"]),
    kinds.row("no items", .unknown("items-unknown"), ["exports.0.items": nil]),
    kinds.row(
      "soft delete on", .fail("soft-delete-on"),
      [
        type: "azure-blob-storage", kind: "table", "connections.0.target.softDeleteEnabled": true,
      ]),
    kinds.row(
      "soft delete not known", .pass,
      [
        type: "azure-blob-storage", kind: "table",
        "connections.0.target.softDeleteEnabled": .absent,
      ]),
    kinds.row(
      "a projected attribute", .fail("projected-attribute"),
      [
        "exports.0.mapping": .json(#"[{"target": "email", "source": "Orders.Mail"}]"#)
      ]),
  ]

  @Test(arguments: times + identifiers + content)
  func judges(_ row: TableRow) throws { try row.check() }
}
