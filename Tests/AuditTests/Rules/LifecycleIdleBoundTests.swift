import Model
import Testing

/// LIF-01, LIF-03 and LIF-04 at their bounds: how long what is detached, unused or to be removed
/// may stay.
@Suite struct LifecycleIdleBoundTests {
  private static let detached = RuleTable(
    "LIF-01", on: "e-1",
    #"""
    {"exports": [{"exportId": "e-1", "connectionId": null, "state": "inactive",
        "detachedUtc": "2025-05-20T00:00:00Z"}]}
    """#)
  private static let since = "exports.0.detachedUtc"
  private static let updated = "exports.0.updatedUtc"

  static let detachments: [TableRow] = [
    detached.row("30 days", .pass, [since: "2025-05-02T00:00:00Z"]),
    detached.row(
      "a microsecond more", .fail("detached-too-long"), [since: "2025-05-01T23:59:59.999999Z"],
      clauses: ["detached": .true, "idle": .true]),
    detached.row(
      "the seventh digit", .fail("detached-too-long"), [since: "2025-05-01T23:59:59.9999999Z"]),
    detached.row(
      "no day is allowed: now", .pass, [since: "2025-06-01T00:00:00Z"],
      parameters: ["maxIdleDays": 0]),
    detached.row(
      "no day is allowed: a microsecond ago", .fail("detached-too-long"),
      [since: "2025-05-31T23:59:59.999999Z"], parameters: ["maxIdleDays": 0]),
    detached.row(
      "3650 days", .pass, [since: "2015-06-04T00:00:00Z"], parameters: ["maxIdleDays": 3650]),
    detached.row(
      "a microsecond more than 3650", .fail("detached-too-long"),
      [since: "2015-06-03T23:59:59.999999Z"], parameters: ["maxIdleDays": 3650]),
    detached.row(
      "over a leap day", .pass, [since: "2024-02-01T00:00:00Z"], asOf: "2024-03-02T00:00:00Z"),
    detached.row(
      "over a leap day, a microsecond more", .fail("detached-too-long"),
      [since: "2024-02-01T00:00:00Z"], asOf: "2024-03-02T00:00:00.000001Z"),
    detached.row(
      "the last day that is long enough ago", .fail("detached-too-long"),
      [
        since: "2025-05-01"
      ]),
    detached.row("the first day that isn't", .pass, [since: "2025-05-02"]),
    detached.row(
      "no zone, and the zone decides", .unknown("date-unclear"),
      ["collection.timeZone": .absent, since: "2025-05-01T13:00:00"]),
    detached.row(
      "the date counts, not a later update", .fail("detached-too-long"),
      [since: "2025-04-01T00:00:00Z", updated: "2025-05-31T00:00:00Z"]),
    detached.row(
      "an update 30 days ago", .unknown("perhaps-longer"),
      [since: .absent, updated: "2025-05-02T00:00:00Z"]),
    detached.row(
      "an update a microsecond earlier", .fail("updated-too-long-ago"),
      [since: .absent, updated: "2025-05-01T23:59:59.999999Z"]),
    detached.row("no date", .unknown("date-unknown"), [since: .absent]),
    detached.row("null for both", .unknown("date-unknown"), [since: nil, updated: nil]),
    detached.row("an attached one", .none("attached"), ["exports.0.connectionId": "c-1"]),
    detached.row(
      "the key is absent", .unknown("connection-unknown"),
      [
        "exports.0.connectionId": .absent
      ]),
    detached.row(
      "null, and nobody called the list complete", .unknown("connection-unknown"),
      incomplete: ["exports"]),
    detached.row("the clock is before everything", .pass, asOf: "2001-01-01T00:00:00Z"),
  ]

  private static let unused = RuleTable(
    "LIF-03", on: "c-1",
    #"""
    {"connections": [{"connectionId": "c-1", "purposeKind": "export", "type": "klaviyo",
        "createdUtc": "2020-01-01T00:00:00Z", "credential": {"method": "apiKey"}}],
     "exports": [{"exportId": "e-1", "connectionId": "c-1", "state": "inactive"}],
     "enrichments": [], "runs": [{"runId": "r-1", "targetId": "e-1", "status": "successful",
        "startUtc": "2025-01-01T00:00:00Z", "endUtc": "2025-01-01T01:00:00Z"}]}
    """#)
  private static let made = "connections.0.createdUtc"
  private static let ran = "runs.0.startUtc"
  private static let state = "exports.0.state"

  private static func copy(_ target: String, _ start: String) -> DocumentValue {
    .json(#"{"runId": "r-1", "targetId": "\#(target)", "startUtc": "\#(start)"}"#)
  }

  private static func log(until end: String) -> [String: DocumentValue] {
    [
      "collection.sources": .json(
        #"[{"section": "runs", "complete": true, "windowStartUtc": "2019-01-01T00:00:00Z", "#
          + #""windowEndUtc": "\#(end)"}]"#)
    ]
  }

  /// How long before the collection a log may end.
  static let logs: [TableRow] = [
    unused.row(
      "the log ends a day before", .fail("only-inactive-dependants"),
      log(until: "2025-05-31T00:00:00Z")),
    unused.row(
      "a microsecond earlier", .unknown("runs-unknown"), log(until: "2025-05-30T23:59:59.999999Z")),
    unused.row(
      "no day: it ends with the collection", .fail("only-inactive-dependants"),
      log(until: "2025-06-01T00:00:00Z"), parameters: ["logEndDays": 0]),
    unused.row(
      "no day: a microsecond earlier", .unknown("runs-unknown"),
      log(until: "2025-05-31T23:59:59.999999Z"), parameters: ["logEndDays": 0]),
    unused.row(
      "365 days", .fail("only-inactive-dependants"), log(until: "2024-06-01T00:00:00Z"),
      parameters: ["logEndDays": 365]),
    unused.row(
      "a microsecond more than 365", .unknown("runs-unknown"),
      log(until: "2024-05-31T23:59:59.999999Z"), parameters: ["logEndDays": 365]),
  ]

  static let orphans: [TableRow] = [
    unused.row("an old run, and inactive", .fail("only-inactive-dependants")),
    unused.row("active", .pass, [state: "active"]),
    unused.row(
      "made 90 days ago", .fail("only-inactive-dependants"),
      [
        made: "2025-03-03T00:00:00Z"
      ], clauses: ["mature": .true]),
    unused.row(
      "made a microsecond later", .none("younger-than-idle-limit"),
      [made: "2025-03-03T00:00:00.000001Z"]),
    unused.row("ran 90 days ago", .fail("only-inactive-dependants"), [ran: "2025-03-03T00:00:00Z"]),
    unused.row("ran a microsecond later", .pass, [ran: "2025-03-03T00:00:00.000001Z"]),
    unused.row(
      "ran 7 days ago, and 7 are allowed", .fail("only-inactive-dependants"),
      [ran: "2025-05-25T00:00:00Z"], parameters: ["maxIdleDays": 7]),
    unused.row(
      "ran a microsecond later, and 7 are allowed", .pass, [ran: "2025-05-25T00:00:00.000001Z"],
      parameters: ["maxIdleDays": 7]),
    unused.row(
      "3650 days: not yet that old", .none("younger-than-idle-limit"),
      [made: "2015-06-04T00:00:00.000001Z"], parameters: ["maxIdleDays": 3650]),
    unused.row(
      "a skipped run is none", .fail("only-inactive-dependants"),
      [
        ran: "2025-05-30T00:00:00Z", "runs.0.status": "skipped",
      ]),
    unused.row(
      "nothing at all", .fail("no-dependants"), ["exports": .json("[]"), "runs": .json("[]")]),
    unused.row("nobody knows how old it is", .unknown("age-unknown"), [made: .absent]),
    unused.row("its age is null", .unknown("age-unknown"), [made: nil]),
    unused.row("old or not, an active one is used", .pass, [made: .absent, state: "active"]),
    unused.row("the state is absent", .unknown("state-unknown"), [state: .absent]),
    unused.row("the state is a new word", .unknown("state-unknown"), [state: "paused"]),
    unused.row("no exports", .unknown("dependants-unknown"), ["exports": .absent]),
    unused.row(
      "an active export of no known connection", .unknown("dependants-unknown"),
      ["exports.1": .json(#"{"exportId": "e-2", "state": "active"}"#)]),
    unused.row(
      "a detached export uses nothing", .fail("only-inactive-dependants"),
      ["exports.1": .json(#"{"exportId": "e-2", "state": "active", "connectionId": null}"#)]),
    unused.row(
      "the connection in capitals", .pass,
      [
        "exports.0.connectionId": .capitalGUID, state: "active",
        "connections.0.connectionId": .guid,
      ], subject: RuleTable.guid),
    unused.row("no runs", .unknown("runs-unknown"), ["runs": .absent]),
    unused.row(
      "of two records of one run only one is recent", .fail("only-inactive-dependants"),
      ["runs.1": copy("e-1", "2025-05-30T00:00:00Z")]),
    unused.row(
      "of two records of one run one names another export", .fail("only-inactive-dependants"),
      [ran: "2025-05-30T00:00:00Z", "runs.1": copy("e-2", "2025-05-30T00:00:00Z")]),
    unused.row(
      "two recent records of one run", .pass,
      [ran: "2025-05-30T00:00:00Z", "runs.1": copy("e-1", "2025-05-29T00:00:00Z")]),
  ]

  private static let removal = RuleTable(
    "LIF-04", on: "c-1",
    #"""
    {"connections": [{"connectionId": "c-1", "purposeKind": "export", "type": "klaviyo",
        "removal": {"requestedUtc": "2025-04-01T00:00:00Z", "dueUtc": "2025-05-01T00:00:00Z"}}],
     "exports": [{"exportId": "e-1", "connectionId": "c-1", "state": "inactive"}],
     "enrichments": []}
    """#)
  private static let due = "connections.0.removal.dueUtc"

  static let removals: [TableRow] = [
    removal.row("overdue", .fail("overdue"), clauses: ["inTime": .false, "unused": .false]),
    removal.row("due now", .pass("still-in-time"), [due: "2025-06-01T00:00:00Z"]),
    removal.row("due a microsecond ago", .fail("overdue"), [due: "2025-05-31T23:59:59.999999Z"]),
    removal.row(
      "due today", .unknown("due-date-unknown"), [due: "2025-06-01"], asOf: "2025-06-01T12:00:00Z"),
    removal.row("due yesterday", .fail("overdue"), [due: "2025-05-31"]),
    removal.row("no due date", .fail("no-due-date"), [due: nil]),
    removal.row("nobody looked for one", .unknown("due-date-unknown"), [due: .absent]),
    removal.row("no mark", .none("no-removal-planned"), ["connections.0.removal": .absent]),
    removal.row("detached", .pass, ["exports.0.connectionId": nil]),
    removal.row(
      "perhaps detached", .unknown("dependants-unknown"),
      [
        "exports.0.connectionId": .absent
      ]),
    removal.row("removed", .pass, ["exports.0.removedUtc": "2025-05-01T00:00:00Z"]),
    removal.row("exports unknown", .unknown("dependants-unknown"), ["exports": .absent]),
    removal.row("exports perhaps not all", .fail("overdue"), incomplete: ["exports"]),
    removal.row(
      "the connection in capitals", .fail("overdue"),
      ["exports.0.connectionId": .capitalGUID, "connections.0.connectionId": .guid],
      subject: RuleTable.guid),
  ]

  @Test(arguments: detachments + orphans + logs + removals)
  func judges(_ row: TableRow) throws { try row.check() }
}
