import Model
import Testing

/// CON-03, CON-05 and CON-06 at their bounds: consent comes first, stays fresh, and ends.
@Suite struct ConsentTimeBoundTests {
  private static let at = "consents.0.acceptedUtc"
  private static let state = "consents.0.state"
  private static let start = "runs.0.startUtc"

  private static let before = RuleTable(
    "CON-03", on: "c-1",
    #"""
    {"collection": {"sources": [
        {"section": "runs", "complete": true, "windowStartUtc": "2024-01-01T00:00:00Z"}]},
     "connections": [{"connectionId": "c-1", "type": "mailchimp",
        "createdUtc": "2024-03-01T09:00:00Z"}],
     "exports": [{"exportId": "e-1", "connectionId": "c-1"}], "schedules": [], "enrichments": [],
     "runs": [{"runId": "r-1", "targetId": "e-1", "startUtc": "2024-03-02T00:00:00Z"}],
     "consents": [{"subjectType": "connection", "subjectId": "c-1", "state": "accepted",
        "acceptedBy": "p-1", "acceptedUtc": "2024-03-01T09:05:00Z"}]}
    """#)
  private static let made = "connections.0.createdUtc"
  private static let enabled: DocumentValue = .json(
    #"{"targetId": "e-1", "mode": "system", "isActive": true, "enabledUtc": "2024-03-02T00:00:00Z"}"#
  )

  static let firsts: [TableRow] = [
    before.row("before the run", .pass),
    before.row("300 seconds after the run", .pass, [at: "2024-03-02T00:05:00Z"]),
    before.row(
      "a microsecond more", .fail("after-first-transfer"), [at: "2024-03-02T00:05:00.000001Z"],
      clauses: ["beforeRuns": .false, "afterCreation": .true]),
    before.row(
      "no tolerance: the instant of the run", .pass, [at: "2024-03-02T00:00:00Z"],
      parameters: ["skewToleranceSeconds": 0]),
    before.row(
      "no tolerance: a microsecond after", .fail("after-first-transfer"),
      [at: "2024-03-02T00:00:00.000001Z"], parameters: ["skewToleranceSeconds": 0]),
    before.row(
      "a day of tolerance", .pass, [at: "2024-03-03T00:00:00Z"],
      parameters: ["skewToleranceSeconds": 86_400]),
    before.row(
      "a microsecond more than a day", .fail("after-first-transfer"),
      [at: "2024-03-03T00:00:00.000001Z"], parameters: ["skewToleranceSeconds": 86_400]),
    before.row("300 seconds before the connection", .pass, [at: "2024-03-01T08:55:00Z"]),
    before.row(
      "a microsecond more before it", .fail("before-creation"), [at: "2024-03-01T08:54:59.999999Z"],
      clauses: ["beforeRuns": .true, "afterCreation": .false]),
    before.row(
      "300 seconds after the schedule", .pass,
      [
        at: "2024-03-02T00:05:00Z", "schedules.0": enabled, "runs": .json("[]"),
      ]),
    before.row(
      "a microsecond more after it", .fail("after-schedule"),
      [
        at: "2024-03-02T00:05:00.000001Z", "schedules.0": enabled, "runs": .json("[]"),
      ]),
    before.row("the day of the run", .unknown("same-day"), [at: "2024-03-02"]),
    before.row("the day before the run", .unknown("same-day"), [at: "2024-03-01"]),
    before.row("the day after the run", .fail("after-first-transfer"), [at: "2024-03-03"]),
    before.row(
      "the earliest run counts", .fail("after-first-transfer"),
      [
        at: "2024-03-02T12:00:00Z", start: "2024-03-03T00:00:00Z",
        "runs.1": .json(
          #"{"runId": "r-2", "targetId": "e-1", "startUtc": "2024-03-02T00:00:00Z"}"#),
      ]),
    before.row(
      "the log begins with the connection", .pass,
      [
        "collection.sources.0.windowStartUtc": "2024-03-01T09:00:00Z"
      ]),
    before.row(
      "the log begins a microsecond later", .unknown("window-starts-later"),
      [
        "collection.sources.0.windowStartUtc": "2024-03-01T09:00:00.000001Z"
      ]),
    before.row("nobody knows when it was made", .unknown("creation-unknown"), [made: nil]),
    before.row(
      "no runs", .unknown("runs-missing"),
      [
        "runs": .absent, "collection.sources": .absent,
      ]),
    before.row("no time of consent", .unknown("time-unknown"), [at: .absent]),
    before.row(
      "after the run, and another consent has no time", .unknown("earlier-consent-possible"),
      [at: "2024-03-03T00:00:00Z", "consents.1": undated], clauses: ["beforeRuns": .missing]),
    before.row(
      "after the schedule, and another consent has no time", .unknown("earlier-consent-possible"),
      [
        at: "2024-03-03T00:00:00Z", "schedules.0": enabled, "runs": .json("[]"),
        "consents.1": undated,
      ]),
    before.row("before the run, and another has no time", .pass, ["consents.1": undated]),
    before.row(
      "after the run, and the consents may be incomplete", .unknown("earlier-consent-possible"),
      [
        at: "2024-03-03T00:00:00Z",
        "collection.sources.1": .json(#"{"section": "consents", "complete": false}"#),
      ]),
  ]

  private static let undated: DocumentValue = .json(
    #"{"subjectType": "connection", "subjectId": "c-1", "state": "accepted"}"#)

  private static let fresh = RuleTable(
    "CON-05", on: "c-1",
    #"""
    {"connections": [{"connectionId": "c-1", "purposeKind": "export", "type": "mailchimp",
        "changes": []}], "exports": [], "enrichments": [],
     "consents": [{"subjectType": "connection", "subjectId": "c-1", "state": "accepted",
        "acceptedUtc": "2025-05-01T00:00:00Z"}]}
    """#)
  private static func change(_ kind: String, _ time: String) -> [String: DocumentValue] {
    ["connections.0.changes.0": .json(#"{"kind": "\#(kind)", "utc": "\#(time)"}"#)]
  }

  static let ages: [TableRow] = [
    fresh.row(
      "saved with the consent", .pass, ["connections.0.updatedUtc": "2025-05-01T00:00:00Z"]),
    fresh.row(
      "saved a microsecond later, and the history tells of nothing",
      .unknown("change-of-unknown-kind"),
      ["connections.0.updatedUtc": "2025-05-01T00:00:00.000001Z"]),
    fresh.row(
      "saved later, and the history tells only of what came before",
      .unknown("change-of-unknown-kind"),
      change("name", "2025-05-01T00:00:00Z").merging(
        ["connections.0.updatedUtc": "2025-05-02T00:00:00Z"]) { $1 }),
    fresh.row(
      "saved later, and the history tells of another name", .pass,
      change("name", "2025-05-02T00:00:00Z").merging(
        ["connections.0.updatedUtc": "2025-05-02T00:00:00Z"]) { $1 }),
    fresh.row("365 days", .pass, [at: "2024-06-01T00:00:00Z"]),
    fresh.row("a microsecond more", .fail("too-old"), [at: "2024-05-31T23:59:59.999999Z"]),
    fresh.row("the seventh digit", .fail("too-old"), [at: "2024-05-31T23:59:59.9999999Z"]),
    fresh.row(
      "one day by the settings", .pass, [at: "2025-05-31T00:00:00Z"], parameters: ["maxAgeDays": 1]),
    fresh.row(
      "a microsecond more than one", .fail("too-old"), [at: "2025-05-30T23:59:59.999999Z"],
      parameters: ["maxAgeDays": 1]),
    fresh.row(
      "3650 days", .pass, [at: "2015-06-04T00:00:00Z"], parameters: ["maxAgeDays": 3650]),
    fresh.row(
      "a microsecond more than 3650", .fail("too-old"), [at: "2015-06-03T23:59:59.999999Z"],
      parameters: ["maxAgeDays": 3650]),
    fresh.row(
      "a change at the instant before", .pass, change("target", "2025-04-30T23:59:59.999999Z")),
    fresh.row(
      "a change at the instant after", .fail("changed-since"),
      change("target", "2025-05-01T00:00:00.000001Z"),
      clauses: ["fresh": .true, "unchanged": .false]),
    fresh.row(
      "a change of credentials", .fail("changed-since"), change("credential", "2025-05-02")),
    fresh.row("wider sharing", .fail("changed-since"), change("sharingWidened", "2025-05-02")),
    fresh.row("more content", .fail("changed-since"), change("payloadGrew", "2025-05-02")),
    fresh.row("another recipient", .fail("changed-since"), change("recipient", "2025-05-02")),
    fresh.row("narrower sharing", .pass, change("sharingNarrowed", "2025-05-02")),
    fresh.row("less content", .pass, change("payloadShrank", "2025-05-02")),
    fresh.row("another name", .pass, change("name", "2025-05-02")),
    fresh.row("something else", .unknown("change-of-unknown-kind"), change("other", "2025-05-02")),
    fresh.row(
      "on the day of the consent", .unknown("history-missing"), change("target", "2025-05-01")),
    fresh.row("no history", .unknown("history-missing"), ["connections.0.changes": .absent]),
    fresh.row("no time", .unknown("age-unknown"), [at: nil]),
  ]

  private static let ended = RuleTable(
    "CON-06", on: "c-1",
    #"""
    {"connections": [{"connectionId": "c-1", "purposeKind": "export", "type": "mailchimp"}],
     "exports": [{"exportId": "e-1", "connectionId": "c-1", "state": "inactive"}],
     "enrichments": [], "schedules": [],
     "runs": [{"runId": "r-1", "targetId": "e-1", "startUtc": "2024-05-01T00:00:00Z",
        "endUtc": "2024-05-01T01:00:00Z"}],
     "consents": [{"subjectType": "connection", "subjectId": "c-1", "state": "withdrawn",
        "acceptedUtc": "2024-01-01T00:00:00Z", "withdrawnUtc": "2024-06-01T00:00:00Z"}]}
    """#)
  private static func ran(_ start: String, _ end: String) -> [String: DocumentValue] {
    ["runs.0.startUtc": .text(start), "runs.0.endUtc": .text(end)]
  }
  private static let lateRun = ran("2024-06-01T00:10:00.000001Z", "2024-06-01T01:00:00Z")

  static let withdrawals: [TableRow] = [
    ended.row("nothing is on", .pass),
    ended.row(
      "a decision about nobody knows which connection", .unknown("state-unknown"),
      ["consents.1": .json(#"{"subjectType": "connection", "state": "withdrawn"}"#)]),
    ended.row(
      "ended with the withdrawal", .pass, ran("2024-05-31T23:00:00Z", "2024-06-01T00:00:00Z")),
    ended.row(
      "ended a microsecond later", .unknown("run-across-withdrawal"),
      ran("2024-05-31T23:00:00Z", "2024-06-01T00:00:00.000001Z")),
    ended.row(
      "started with the withdrawal", .unknown("run-at-withdrawal"),
      ran("2024-06-01T00:00:00Z", "2024-06-01T01:00:00Z")),
    ended.row(
      "started a microsecond later", .fail("run-after-withdrawal"),
      ran("2024-06-01T00:00:00.000001Z", "2024-06-01T01:00:00Z")),
    ended.row(
      "a run after 10 minutes, and 10 are allowed", .fail("run-after-withdrawal"), lateRun,
      parameters: ["graceMinutes": 10]),
    ended.row(
      "a run after 10 minutes that ends after the 11 that are allowed",
      .unknown("run-across-withdrawal"), lateRun,
      parameters: ["graceMinutes": 11]),
    ended.row(
      "a week is allowed", .pass, ran("2024-06-07T23:59:59Z", "2024-06-07T23:59:59Z"),
      parameters: ["graceMinutes": 10_080]),
    ended.row(
      "after a week", .fail("run-after-withdrawal"),
      ran("2024-06-08T00:00:00.000001Z", "2024-06-08T01:00:00Z"),
      parameters: ["graceMinutes": 10_080]),
    ended.row(
      "an active export", .fail("still-active"), ["exports.0.state": "active"],
      clauses: ["ended": .true, "nothingActive": .false]),
    ended.row("an export in some state", .unknown("activity-unknown"), ["exports.0.state": "on"]),
    ended.row(
      "declined", .fail("still-active"),
      [
        state: "declined", "consents.0.decidedUtc": "2024-06-02T00:00:00Z",
        "exports.0.state": "active",
      ]),
    ended.row(
      "expired", .fail("still-active"),
      [
        state: "expired", "consents.0.decidedUtc": "2024-06-02T00:00:00Z",
        "exports.0.state": "active",
      ]),
    ended.row(
      "accepted", .pass,
      [
        state: "accepted", "exports.0.state": "active",
        "consents.0.withdrawnUtc": .absent,
      ]),
    ended.row("a word that nobody knows", .unknown("state-unknown"), [state: "ended"]),
    ended.row("no runs", .unknown("runs-unknown"), ["runs": .absent]),
    ended.row("no schedules", .unknown("schedules-unknown"), ["schedules": .absent]),
    ended.row(
      "an active schedule", .fail("still-scheduled"),
      [
        "schedules.0": .json(#"{"targetId": "e-1", "mode": "system", "isActive": true}"#)
      ]),
    ended.row("none", .none("no-consent-state"), ["consents": .json("[]")]),
  ]

  @Test(arguments: firsts + ages + withdrawals)
  func judges(_ row: TableRow) throws { try row.check() }
}
