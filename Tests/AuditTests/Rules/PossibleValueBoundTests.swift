import Model
import Testing

/// DQ-04 at its bounds: possible counts, times and dates.
@Suite struct PossibleValueBoundTests {
  private static let sent = RuleTable(
    "DQ-04", on: "runs/r-1",
    #"""
    {"exports": [{"exportId": "e-1", "items": [{"kind": "segment", "name": "A"}]}],
     "segments": [{"name": "A", "members": 1000, "countedUtc": "2025-05-30T00:00:00Z"}],
     "runs": [{"runId": "r-1", "targetId": "e-1", "recordCount": 1000,
        "recordCountSource": "recorded", "status": "successful", "items": ["A"],
        "submittedUtc": "2025-05-30T00:00:00Z",
        "startUtc": "2025-05-30T01:00:00Z", "endUtc": "2025-05-30T02:00:00Z"}]}
    """#)
  private static let count = "runs.0.recordCount"
  private static let start = "runs.0.startUtc"
  private static let end = "runs.0.endUtc"
  private static let queued = "runs.0.submittedUtc"

  private static func run(_ time: String) -> [String: DocumentValue] {
    [queued: .text(time), start: .text(time), end: .text(time)]
  }

  static let counts: [TableRow] = [
    sent.row("the same", .pass),
    sent.row("5 % more", .pass, [count: 1050]),
    sent.row("one more", .fail("count-differs"), [count: 1051], clauses: ["count": .false]),
    sent.row("5 % less", .pass, [count: 950]),
    sent.row("one less", .fail("count-differs"), [count: 949]),
    sent.row("no tolerance: the same", .pass, parameters: ["countTolerance": 0]),
    sent.row(
      "no tolerance: one more", .fail("count-differs"), [count: 1001],
      parameters: ["countTolerance": 0]),
    sent.row("29 % more", .pass, [count: 1290], parameters: ["countTolerance": 0.29]),
    sent.row(
      "one more than 29 %", .fail("count-differs"), [count: 1291],
      parameters: ["countTolerance": 0.29]),
    sent.row("ten times more", .pass, [count: 11_000], parameters: ["countTolerance": 10]),
    sent.row(
      "more than ten times more", .fail("count-differs"), [count: 11_001],
      parameters: ["countTolerance": 10]),
    sent.row(
      "counted two days before", .fail("count-differs"),
      [count: 1].merging(run("2025-06-01T00:00:00Z")) { $1 }),
    sent.row(
      "counted a microsecond more before", .pass,
      [count: 1].merging(run("2025-06-01T00:00:00.000001Z")) { $1 }),
    sent.row(
      "no window: counted that instant", .fail("count-differs"),
      [count: 1].merging(run("2025-05-30T00:00:00Z")) { $1 }, parameters: ["countWindowDays": 0]),
    sent.row(
      "no window: counted a microsecond before", .pass,
      [count: 1].merging(run("2025-05-30T00:00:00.000001Z")) { $1 },
      parameters: ["countWindowDays": 0]),
    sent.row("negative", .fail("not-a-count"), [count: -1]),
    sent.row("a fraction", .fail("not-a-count"), [count: 0.5]),
    sent.row("zero", .fail("count-differs"), [count: 0]),
    sent.row("derived", .pass, [count: 1, "runs.0.recordCountSource": "derived"]),
  ]

  static let times: [TableRow] = [
    sent.row(
      "300 seconds after the collection", .pass,
      [count: nil].merging(run("2025-06-01T00:05:00Z")) { $1 }),
    sent.row(
      "a microsecond more", .fail("after-collection"),
      [count: nil].merging(run("2025-06-01T00:05:00.000001Z")) { $1 }),
    sent.row(
      "no skew: at the collection", .pass, [count: nil].merging(run("2025-06-01T00:00:00Z")) { $1 },
      parameters: ["skewSeconds": 0]),
    sent.row(
      "no skew: a microsecond after", .fail("after-collection"),
      [count: nil].merging(run("2025-06-01T00:00:00.000001Z")) { $1 },
      parameters: ["skewSeconds": 0]),
    sent.row(
      "a day of skew", .pass, [count: nil].merging(run("2025-06-02T00:00:00Z")) { $1 },
      parameters: ["skewSeconds": 86_400]),
    sent.row(
      "a microsecond more than a day", .fail("after-collection"),
      [count: nil].merging(run("2025-06-02T00:00:00.000001Z")) { $1 },
      parameters: ["skewSeconds": 86_400]),
    sent.row("all at one instant", .pass, run("2025-05-30T00:00:00Z")),
    sent.row(
      "started a microsecond before it was queued", .fail("start-before-submission"),
      [
        start: "2025-05-29T23:59:59.999999Z"
      ]),
    sent.row(
      "ended a microsecond before it started", .fail("end-before-start"),
      [
        end: "2025-05-30T00:59:59.999999Z"
      ]),
    sent.row(
      "29 February of a leap year", .pass, [count: nil].merging(run("2024-02-29T00:00:00Z")) { $1 }),
    sent.row("29 February of another", .fail("malformed-date"), [start: "2025-02-29T00:00:00Z"]),
    sent.row("29 February 1900", .fail("malformed-date"), [start: "1900-02-29T00:00:00Z"]),
    sent.row("31 April", .fail("malformed-date"), [start: "2025-04-31T00:00:00Z"]),
    sent.row("hour 25", .fail("malformed-date"), [start: "2025-05-30T25:00:00Z"]),
    sent.row("day and month in doubt", .unknown("ambiguous-date"), [start: "03/04/26"]),
    sent.row("seven digits", .pass, [start: "2025-05-30T01:00:00.1234567Z"]),
    sent.row("1601", .unknown("sentinel"), [start: "1601-01-01T00:00:00Z"]),
    sent.row("1970", .unknown("sentinel"), [start: "1970-01-01T00:00:00Z"]),
  ]

  private static let made = RuleTable(
    "DQ-04", on: "connections/c-1", #"{"connections": [{"connectionId": "c-1"}]}"#)
  private static let created = "connections.0.createdUtc"
  private static let updated = "connections.0.updatedUtc"
  private static let migrated = "connections.0.migrated"

  static let creations: [TableRow] = [
    made.row("the first instant of connections", .pass, [created: "2021-02-09T00:00:00Z"]),
    made.row(
      "a microsecond before", .unknown("before-connections"),
      [
        created: "2021-02-08T23:59:59.999999Z"
      ]),
    made.row(
      "a microsecond before, not carried over", .fail("before-connections"),
      [
        created: "2021-02-08T23:59:59.999999Z", migrated: false,
      ]),
    made.row(
      "carried over from the first instant", .pass,
      [
        created: "2018-12-01T00:00:00Z", migrated: true,
      ]),
    made.row(
      "a microsecond before that", .fail("before-the-product"),
      [
        created: "2018-11-30T23:59:59.999999Z", migrated: true,
      ]),
    made.row(
      "changed at that instant", .pass,
      [
        created: "2025-01-01T00:00:00Z", updated: "2025-01-01T00:00:00Z",
      ]),
    made.row(
      "changed a microsecond before", .fail("updated-before-created"),
      [
        created: "2025-01-01T00:00:00Z", updated: "2024-12-31T23:59:59.999999Z",
      ]),
    made.row(
      "changed that day", .unknown("same-day"),
      [
        created: "2025-01-01T00:00:00.000001Z", updated: "2025-01-01",
      ]),
  ]

  @Test(arguments: counts + times + creations)
  func judges(_ row: TableRow) throws { try row.check() }
}
