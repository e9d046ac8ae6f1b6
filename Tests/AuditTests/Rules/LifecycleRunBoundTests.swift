import Model
import Testing

/// LIF-02, LIF-05 and LIF-06 at their bounds: runs while off, runs that don't succeed, and services
/// that end.
@Suite struct LifecycleRunBoundTests {
  private static let off = RuleTable(
    "LIF-02", on: "e-1",
    #"""
    {"exports": [{"exportId": "e-1", "connectionId": null, "state": "inactive",
        "detachedUtc": "2025-03-01T00:00:00Z"}],
     "enrichments": [], "schedules": [],
     "runs": [{"runId": "r-1", "targetId": "e-1", "status": "successful",
        "submissionKind": "onDemand", "startUtc": "2025-02-01T00:00:00Z"}]}
    """#)
  private static let start = "runs.0.startUtc"

  static let whileOff: [TableRow] = [
    off.row("before the detachment", .pass),
    off.row("a microsecond before", .pass, [start: "2025-02-28T23:59:59.999999Z"]),
    off.row("at the detachment", .unknown("run-at-change"), [start: "2025-03-01T00:00:00Z"]),
    off.row("a microsecond after", .fail("run-while-off"), [start: "2025-03-01T00:00:00.000001Z"]),
    off.row("on the day of the detachment", .unknown("run-at-change"), [start: "2025-03-01"]),
    off.row(
      "the target in capitals", .fail("run-while-off"),
      [
        start: "2025-04-01T00:00:00Z", "runs.0.targetId": .capitalGUID, "exports.0.exportId": .guid,
      ], subject: RuleTable.guid),
    off.row("a skipped run", .pass, [start: "2025-04-01T00:00:00Z", "runs.0.status": "skipped"]),
    off.row(
      "another export's run", .pass,
      [
        start: "2025-04-01T00:00:00Z", "runs.0.targetId": "e-2",
      ]),
    off.row(
      "a run before an unknown change", .unknown("time-of-change-unknown"),
      [
        "exports.0.detachedUtc": .absent
      ]),
    off.row(
      "no run, and no time of change", .pass,
      [
        "exports.0.detachedUtc": .absent, "runs": .json("[]"),
      ]),
    off.row(
      "active without a connection", .fail("active-without-connection"),
      [
        "exports.0.state": "active"
      ]),
    off.row(
      "inactive with a connection", .pass,
      [
        "exports.0.connectionId": "c-1", "exports.0.detachedUtc": nil, "runs": .json("[]"),
      ]),
    off.row(
      "detached after the collection", .unknown("time-of-change-unknown"),
      ["exports.0.detachedUtc": "2031-01-01T00:00:00Z"]),
    off.row(
      "detached at a time that can't be read", .unknown("time-of-change-unknown"),
      ["exports.0.detachedUtc": "2025-03-32"]),
    off.row(
      "removed at a time that can't be read", .unknown("time-of-change-unknown"),
      ["exports.0.removedUtc": "2025-03-32"]),
    off.row("no runs", .unknown("runs-unknown"), ["runs": .absent]),
  ]

  private static let scheduled = RuleTable(
    "LIF-05", on: "e-1",
    #"""
    {"exports": [{"exportId": "e-1", "connectionId": "c-1", "state": "active",
        "createdUtc": "2024-01-01T00:00:00Z"}],
     "enrichments": [], "connections": [{"connectionId": "c-1", "type": "klaviyo"}],
     "schedules": [{"targetId": "e-1", "mode": "system", "isActive": true}],
     "runs": [
       {"runId": "r-1", "targetId": "e-1", "status": "successful", "startUtc": "2025-05-01T00:00:00Z"},
       {"runId": "r-2", "targetId": "e-1", "status": "failed", "startUtc": "2025-05-02T00:00:00Z"},
       {"runId": "r-3", "targetId": "e-1", "status": "timedOut", "startUtc": "2025-05-03T00:00:00Z"}]}
    """#)
  private static let third = "runs.3"
  private static let success = "runs.0.startUtc"

  private static func run(_ status: String, _ time: String) -> DocumentValue {
    .json(#"{"runId": "r-4", "targetId": "e-1", "status": "\#(status)", "startUtc": "\#(time)"}"#)
  }

  static let failures: [TableRow] = [
    scheduled.row("two failures", .pass),
    scheduled.row(
      "a third", .fail("keeps-failing"), [third: run("failedPermanently", "2025-05-04T00:00:00Z")],
      clauses: ["failing": .true]),
    scheduled.row(
      "a third that was skipped", .pass, [third: run("skipped", "2025-05-04T00:00:00Z")]),
    scheduled.row(
      "a third before the success", .pass, [third: run("failed", "2025-04-30T23:59:59Z")]),
    scheduled.row(
      "one in a word that nobody knows", .unknown("status-unknown"),
      [
        third: run("partial", "2025-05-04T00:00:00Z")
      ]),
    scheduled.row(
      "two are enough by the settings", .fail("keeps-failing"), parameters: ["maxFail": 2]),
    scheduled.row(
      "one is enough by the settings", .fail("keeps-failing"), ["runs.2": .absent],
      parameters: ["maxFail": 1]),
    scheduled.row(
      "four are needed by the settings", .pass, [third: run("failed", "2025-05-04T00:00:00Z")],
      parameters: ["maxFail": 4]),
    scheduled.row(
      "order in the list is no order", .pass,
      [
        "runs.0.startUtc": "2025-05-10T00:00:00Z", third: run("failed", "2025-05-04T00:00:00Z"),
      ]),
  ]

  private static let cron = "schedules.0.cron"
  private static func custom(_ more: [String: DocumentValue]) -> [String: DocumentValue] {
    ["schedules.0.mode": "custom", "runs.1": .absent].merging(more) { $1 }
  }

  static let successes: [TableRow] = [
    scheduled.row("90 days ago", .pass, [success: "2025-03-03T00:00:00Z"]),
    scheduled.row(
      "a microsecond earlier", .fail("no-success-for-too-long"),
      [
        success: "2025-03-02T23:59:59.999999Z"
      ]),
    scheduled.row(
      "1 day by the settings", .pass, [success: "2025-05-31T00:00:00Z", "runs.1": .absent],
      parameters: ["staleDays": 1]),
    scheduled.row(
      "a microsecond more than 1", .fail("no-success-for-too-long"),
      [success: "2025-05-30T23:59:59.999999Z"], parameters: ["staleDays": 1]),
    scheduled.row(
      "daily, three days", .pass,
      custom([success: "2025-05-29T00:00:00Z", cron: .json(#"["0 4 * * *"]"#)])),
    scheduled.row(
      "daily, a microsecond more", .fail("no-success-for-too-long"),
      custom([success: "2025-05-28T23:59:59.999999Z", cron: .json(#"["0 4 * * *"]"#)])),
    scheduled.row(
      "daily, one day by the settings", .fail("no-success-for-too-long"),
      custom([success: "2025-05-30T23:59:59.999999Z", cron: .json(#"["0 4 * * *"]"#)]),
      parameters: ["factor": 1]),
    scheduled.row(
      "daily, a hundred days by the settings", .pass,
      custom([success: "2025-02-21T00:00:00Z", cron: .json(#"["0 4 * * *"]"#)]),
      parameters: ["factor": 100]),
    scheduled.row(
      "daily and monthly, a microsecond more than three days", .fail("no-success-for-too-long"),
      custom([
        success: "2025-05-28T23:59:59.999999Z", cron: .json(#"["0 4 * * *", "0 4 1 * *"]"#),
      ])),
    scheduled.row(
      "monthly, 93 days", .pass,
      custom([success: "2025-02-28T00:00:00Z", cron: .json(#"["0 4 1 * *"]"#)])),
    scheduled.row(
      "monthly, a microsecond more", .fail("no-success-for-too-long"),
      custom([success: "2025-02-27T23:59:59.999999Z", cron: .json(#"["0 4 1 * *"]"#)])),
    scheduled.row(
      "yearly, three years", .pass,
      custom([success: "2022-06-01T00:00:00Z", cron: .json(#"["0 4 1 7 *"]"#)])),
    scheduled.row(
      "each first and each Monday: a week at most", .fail("no-success-for-too-long"),
      custom([success: "2025-05-10T23:59:59.999999Z", cron: .json(#"["0 4 1 * 1"]"#)])),
    scheduled.row(
      "a recurrence in a mode that nobody knows", .fail("no-success-for-too-long"),
      custom([
        success: "2025-05-28T23:59:59.999999Z", cron: .json(#"["0 4 * * *"]"#),
        "schedules.0.mode": nil,
      ])),
    scheduled.row(
      "a daily one beside the system's refresh", .fail("no-success-for-too-long"),
      custom([
        success: "2025-05-28T23:59:59.999999Z", cron: .json(#"["0 4 * * *"]"#),
        "schedules.1": .json(#"{"targetId": "e-1", "mode": "system", "isActive": true}"#),
      ])),
    scheduled.row(
      "a recurrence that can't be read", .unknown("recurrence-unknown"),
      custom([cron: .json(#"["0 4 * *"]"#)])),
    scheduled.row(
      "ran in vain, and is younger", .unknown("history-too-short"),
      [
        "exports.0.createdUtc": "2025-05-01T00:00:00Z", "runs.0.status": "failed",
        "runs.1": .absent,
      ]),
    scheduled.row(
      "made 90 days ago, never ran", .none("younger-than-limit"),
      [
        "exports.0.createdUtc": "2025-03-03T00:00:00Z", "runs": .json("[]"),
      ]),
    scheduled.row(
      "made a microsecond earlier, never ran", .fail("no-success-for-too-long"),
      [
        "exports.0.createdUtc": "2025-03-02T23:59:59.999999Z", "runs": .json("[]"),
      ]),
    scheduled.row("inactive", .none("inactive"), ["exports.0.state": "inactive"]),
    scheduled.row("no schedule", .none("not-scheduled"), ["schedules": .json("[]")]),
    scheduled.row(
      "nobody looked for schedules", .unknown("schedule-unknown"), ["schedules": .absent]),
    scheduled.row(
      "a mode that nobody knows", .unknown("schedule-unknown"),
      [
        "schedules.0.mode": "hourly", "schedules.0.isActive": .absent,
      ]),
    scheduled.row("no runs", .unknown("history-too-short"), ["runs": .absent]),
  ]

  private static let google: [String: DocumentValue] = [
    "connections.0.type": "google-ads", "schedules": .json("[]"), "runs.1": .absent,
  ]
  private static func filled(_ time: String) -> [String: DocumentValue] {
    google.merging([success: .text(time), "exports.0.createdUtc": "2020-01-01T00:00:00Z"]) { $1 }
  }

  /// A list in Google Ads ends after 540 days; 450 days give a warning.
  static let lists: [TableRow] = [
    scheduled.row(
      "filled a microsecond less than 450 days ago", .none("not-scheduled"),
      filled("2024-03-08T00:00:00.000001Z")),
    scheduled.row("450 days", .fail("list-expiring", .low), filled("2024-03-08T00:00:00Z")),
    scheduled.row(
      "a microsecond less than 540 days", .fail("list-expiring", .low),
      filled("2023-12-09T00:00:00.000001Z")),
    scheduled.row("540 days", .fail("list-expired"), filled("2023-12-09T00:00:00Z")),
  ]

  private static let service = RuleTable(
    "LIF-06", on: "c-1",
    #"""
    {"collection": {"collectedUtc": "2026-08-10T00:00:00Z"},
     "environment": {"instanceId": "i-1", "instanceType": "sandbox"}, "enrichments": [],
     "connections": [{"connectionId": "c-1", "type": "rollworks",
        "createdUtc": "2023-01-01T00:00:00Z"}],
     "exports": [{"exportId": "e-1", "connectionId": "c-1"}],
     "runs": [{"runId": "r-1", "targetId": "e-1", "startUtc": "2026-07-01T00:00:00Z"}]}
    """#)
  private static let collected = "collection.collectedUtc"

  static let services: [TableRow] = [
    service.row("retired", .fail("retired")),
    service.row("the day before", .pass, [collected: "2026-07-23T23:59:59.999999Z"]),
    service.row("the day", .fail("retired"), [collected: "2026-07-24T00:00:00Z"]),
    service.row("ran on the day", .fail("retired"), [start: "2026-07-24T12:00:00Z"]),
    service.row(
      "ran on the next day", .fail("retired-still-running", .critical),
      [
        start: "2026-07-25T00:00:00Z"
      ]),
    service.row(
      "ran, but is younger than that", .fail("retired"),
      [
        start: "2026-07-30T00:00:00Z", "connections.0.createdUtc": "2026-07-29T00:00:00Z",
      ]),
    service.row("the name in capitals", .fail("retired"), ["connections.0.type": "ROLLWORKS"]),
    service.row("an unknown one", .unknown("type-unknown"), ["connections.0.type": "rolwork"]),
    service.row(
      "the catalogue is 180 days old", .pass,
      [
        collected: "2027-02-14T00:00:00Z", "connections.0.type": "google-ads",
      ]),
    service.row(
      "the catalogue is 181 days old", .unknown("catalogue-too-old"),
      [
        collected: "2027-02-15T00:00:00Z", "connections.0.type": "google-ads",
      ]),
    service.row(
      "no day is allowed: of the same day", .pass,
      [
        collected: "2026-08-18T00:00:00Z", "connections.0.type": "google-ads",
      ], parameters: ["catalogMaxAgeDays": 0]),
    service.row(
      "no day is allowed: of the day before", .unknown("catalogue-too-old"),
      [
        collected: "2026-08-19T00:00:00Z", "connections.0.type": "google-ads",
      ], parameters: ["catalogMaxAgeDays": 0]),
    service.row(
      "a preview in production", .fail("preview-in-production", .medium),
      [
        "connections.0.type": "mailchimp", "environment.instanceType": "production",
      ]),
    service.row(
      "a preview in a trial", .pass,
      [
        "connections.0.type": "mailchimp", "environment.instanceType": "trial",
      ]),
    service.row(
      "a preview who knows where", .unknown("instance-type-unknown"),
      [
        "connections.0.type": "mailchimp", "environment.instanceType": "live",
      ]),
  ]

  @Test(arguments: whileOff + failures + successes + lists + services)
  func judges(_ row: TableRow) throws { try row.check() }
}
