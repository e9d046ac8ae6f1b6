import Model

extension ItemsSucceed {
  static let reads = [
    "collection.collectedUtc", "collection.sources", "collection.sources.complete",
    "collection.sources.section", "collection.sources.windowEndUtc",
    "collection.sources.windowStartUtc", "collection.timeZone",
    "connections.connectionId", "connections.type",
    "enrichments.createdUtc", "enrichments.enrichmentId", "enrichments.removedUtc",
    "enrichments.state", "exports.connectionId", "exports.createdUtc", "exports.exportId",
    "exports.removedUtc", "exports.state", "runs.error", "runs.runId",
    "runs.startUtc", "runs.status", "runs.submittedUtc", "runs.targetId", "runs.targetKind",
    "schedules.cron", "schedules.isActive", "schedules.mode", "schedules.targetId",
    "schedules.targetKind",
  ]

  private static let complete: [Section] = [
    .exports, .enrichments, .schedules, .runs, .connections,
  ]

  private static func export(
    _ members: String = "", state: String = #","state":"active""#
  ) -> String {
    #""exports":[{"exportId":"e-1","connectionId":"c-1"\#(state)\#(members)}]"#
  }

  private static let system =
    #","schedules":[{"targetId":"e-1","mode":"system","isActive":true}]"#
  /// Mondays at 04:00, so three weeks are the limit.
  private static let weekly =
    #","schedules":[{"targetId":"e-1","mode":"custom","isActive":true,"cron":["0 4 * * 1"]}]"#
  private static let unreadable =
    #","schedules":[{"targetId":"e-1","mode":"custom","isActive":true,"cron":["0 4 * *"]}]"#
  private static let off = #","schedules":[{"targetId":"e-1","mode":"off","isActive":false}]"#

  private static func run(_ status: String, _ time: String, _ more: String = "") -> String {
    #"{"runId":"r-\#(time)","targetId":"e-1","status":"\#(status)","startUtc":"\#(time)"\#(more)}"#
  }

  private static func runs(_ rows: String...) -> String {
    #","runs":[\#(rows.joined(separator: ","))]"#
  }

  private static func judged(
    _ outcome: Outcome, _ name: String, _ reason: Reason?, on subject: String = "e-1",
    severity: FindingSeverity? = nil, asOf: String? = nil, complete: [Section] = complete,
    _ sections: String
  ) -> RuleExample {
    RuleExample(
      outcome, name, reason, on: subject, severity: severity, asOf: asOf, complete: complete,
      sections)
  }

  static let examples =
    successes + nameless + namelessRuns + failures + guards + lists + logs

  private static let successes = [
    judged(
      .pass, "succeeded 90 days ago to the microsecond", nil,
      export() + system + runs(run("successful", "2025-03-03T00:00:00Z"))),
    judged(
      .fail, "a second earlier", .stale,
      export() + system + runs(run("successful", "2025-03-02T23:59:59Z"))),
    judged(
      .fail, "no zone is written, so the collection's UTC counts", .stale,
      export() + system + runs(run("successful", "2025-03-02T20:00:00"))),
    judged(
      .pass, "three weeks of a weekly recurrence", nil,
      export() + weekly + runs(run("successful", "2025-05-11T00:00:00Z"))),
    judged(
      .fail, "more than three weeks", .stale,
      export() + weekly + runs(run("successful", "2025-05-10T23:59:59Z"))),
    judged(
      .pass, "a recurrence that the system's refresh doesn't use", nil,
      export() + weekly.replacing("custom", with: "system")
        + runs(run("successful", "2025-04-01T00:00:00Z"))),
    judged(
      .unknown, "a recurrence that can't be read", .recurrenceUnknown,
      export() + unreadable + runs(run("successful", "2025-05-31T00:00:00Z"))),
    judged(
      .pass, "skipped by the system refresh, while its own runs succeed", nil,
      export() + weekly
        + runs(
          run("skipped", "2025-05-31T00:00:00Z"), run("skipped", "2025-05-30T00:00:00Z"),
          run("skipped", "2025-05-29T00:00:00Z"), run("successful", "2025-05-26T00:00:00Z"))),
    judged(
      .fail, "always skipped", .stale,
      export(#","createdUtc":"2024-01-01T00:00:00Z""#) + weekly
        + runs(run("skipped", "2025-05-31T00:00:00Z"))),
    judged(
      .unknown, "perhaps it has succeeded since the collection", .historyTooShort,
      asOf: "2025-06-15T00:00:00Z",
      export() + weekly + runs(run("successful", "2025-05-20T00:00:00Z"))),
    judged(
      .fail, "it was stale at the collection already", .stale, asOf: "2025-06-15T00:00:00Z",
      export() + weekly + runs(run("successful", "2025-05-01T00:00:00Z"))),
    judged(
      .pass, "a success that only its end dates", nil,
      export() + system
        + #","runs":[{"targetId":"e-1","status":"successful","#
        + #""submittedUtc":"2025-05-01T00:00:00Z","endUtc":"2025-05-01T01:00:00Z"}]"#),
    judged(
      .fail, "another record of the run says that it failed", .stale,
      export(#","createdUtc":"2024-01-01T00:00:00Z""#) + system
        + runs(run("successful", "2025-05-01T00:00:00Z"), run("failed", "2025-05-01T00:00:00Z"))),
    judged(
      .pass, "another record of the run says the same", nil,
      export(#","createdUtc":"2024-01-01T00:00:00Z""#) + system
        + runs(
          run("successful", "2025-05-01T00:00:00Z"), run("successful", "2025-05-01T00:00:00Z"))),
    judged(
      .notApplicable, "never ran, and no older than the limit", .tooYoung,
      export(#","createdUtc":"2025-03-03T00:00:00Z""#) + system + #","runs":[]"#),
    judged(
      .unknown, "never ran, and is said to be made after the collection", .historyTooShort,
      export(#","createdUtc":"2031-01-01T00:00:00Z""#) + system + #","runs":[]"#),
    judged(
      .fail, "never ran, and older than the limit", .stale,
      export(#","createdUtc":"2025-03-02T00:00:00Z""#) + system + #","runs":[]"#),
    judged(
      .unknown, "never ran, and nobody knows how old it is", .historyTooShort,
      export() + system + #","runs":[]"#),
  ]

  private static let nameless = [
    judged(
      .unknown, "schedules and runs can't name an export without an id", .scheduleUnknown,
      on: "exports#0",
      export().replacing(#""exportId":"e-1","#, with: "") + #","schedules":[],"runs":[]"#),
    judged(
      .unknown, "a schedule that is on and doesn't tell what it starts", .scheduleUnknown,
      export() + #","schedules":[{"isActive":true}],"runs":[]"#),
    judged(
      .notApplicable, "such a schedule is off", .notScheduled,
      export() + #","schedules":[{"isActive":false}],"runs":[]"#),
    judged(
      .notApplicable, "such a schedule is one of an enrichment", .notScheduled,
      export() + #","schedules":[{"targetKind":"enrichment","isActive":true}],"runs":[]"#),
  ]

  /// A run that doesn't tell what ran.
  private static func unnamed(_ status: String, _ time: String, _ more: String = "") -> String {
    run(status, time, more).replacing(#""targetId":"e-1","#, with: "")
  }

  private static let namelessRuns = [
    judged(
      .unknown, "three failures since that don't tell what ran", .statusUnknown,
      export() + system
        + runs(
          run("successful", "2025-05-28T00:00:00Z"), unnamed("failed", "2025-05-29T00:00:00Z"),
          unnamed("timedOut", "2025-05-30T00:00:00Z"),
          unnamed("failed", "2025-05-31T00:00:00Z"))),
    judged(
      .pass, "one of them was before the success", nil,
      export() + system
        + runs(
          run("successful", "2025-05-29T00:00:01Z"), unnamed("failed", "2025-05-29T00:00:00Z"),
          unnamed("timedOut", "2025-05-30T00:00:00Z"),
          unnamed("failed", "2025-05-31T00:00:00Z"))),
    judged(
      .pass, "one of them was an enrichment", nil,
      export() + system
        + runs(
          run("successful", "2025-05-28T00:00:00Z"),
          unnamed("failed", "2025-05-29T00:00:00Z", #","targetKind":"enrichment""#),
          unnamed("timedOut", "2025-05-30T00:00:00Z"),
          unnamed("failed", "2025-05-31T00:00:00Z"))),
    judged(
      .unknown, "a success that doesn't tell what ran may lie between the failures",
      .statusUnknown,
      export() + system
        + runs(
          run("successful", "2025-05-28T00:00:00Z"), run("failed", "2025-05-29T00:00:00Z"),
          run("failed", "2025-05-30T00:00:00Z"), unnamed("successful", "2025-05-30T12:00:00Z"),
          run("failed", "2025-05-31T00:00:00Z"))),
    judged(
      .unknown, "a success that doesn't tell what ran may be its own", .historyTooShort,
      export() + system
        + runs(
          run("successful", "2025-02-01T00:00:00Z"),
          unnamed("successful", "2025-03-03T00:00:00Z"))),
    judged(
      .fail, "that success is too old as well", .stale,
      export() + system
        + runs(
          run("successful", "2025-02-01T00:00:00Z"),
          unnamed("successful", "2025-03-02T23:59:59Z"))),
    judged(
      .unknown, "whether it never ran isn't known either", .historyTooShort,
      export(#","createdUtc":"2025-05-01T00:00:00Z""#) + system
        + runs(unnamed("failed", "2025-05-31T00:00:00Z"))),
  ]

  private static let failures = [
    judged(
      .fail, "three failures of different kinds in a row", .failing,
      export() + system
        + runs(
          run("failed", "2025-05-31T00:00:00Z", #","error":"quota""#),
          run("skipped", "2025-05-30T12:00:00Z"), run("timedOut", "2025-05-30T00:00:00Z"),
          run("failedPermanently", "2025-05-29T00:00:00Z"),
          run("successful", "2025-05-28T00:00:00Z"))),
    judged(
      .pass, "two failures are not enough", nil,
      export() + system
        + runs(
          run("failed", "2025-05-31T00:00:00Z"), run("failed", "2025-05-30T00:00:00Z"),
          run("successful", "2025-05-28T00:00:00Z"))),
    judged(
      .pass, "three failures before a success", nil,
      export() + system
        + runs(
          run("successful", "2025-05-31T00:00:00Z"), run("failed", "2025-05-30T00:00:00Z"),
          run("failed", "2025-05-29T00:00:00Z"), run("failed", "2025-05-28T00:00:00Z"))),
    judged(
      .unknown, "one of three runs has a status that nobody knows", .statusUnknown,
      export() + system
        + runs(
          run("failed", "2025-05-31T00:00:00Z"), run("partial", "2025-05-30T00:00:00Z"),
          run("failed", "2025-05-29T00:00:00Z"), run("successful", "2025-05-28T00:00:00Z"))),
    judged(
      .unknown, "the only run has a status that nobody knows", .statusUnknown,
      export(#","createdUtc":"2024-01-01T00:00:00Z""#) + system
        + runs(run("partial", "2025-05-30T00:00:00Z"))),
  ]

  private static let guards = [
    judged(.notApplicable, "inactive", .inactive, export(state: #","state":"inactive""#) + system),
    judged(
      .notApplicable, "removed", .inactive, export(#","removedUtc":"2025-01-01T00:00:00Z""#)),
    judged(
      .unknown, "nobody recorded the state", .stateUnknown,
      export(state: "") + system + runs(run("successful", "2025-05-28T00:00:00Z"))),
    judged(.notApplicable, "switched off its schedule", .notScheduled, export() + off),
    judged(
      .notApplicable, "no schedule at all", .notScheduled, export() + #","schedules":[]"#),
    judged(
      .unknown, "the schedules aren't called complete", .scheduleUnknown,
      complete: [.exports, .runs],
      export() + #","schedules":[]"# + runs(run("successful", "2025-05-28T00:00:00Z"))),
    judged(
      .fail, "an enrichment", .stale, on: "f-1",
      #""enrichments":[{"enrichmentId":"f-1","state":"active","createdUtc":"2024-01-01T00:00:00Z"}]"#
        + #","schedules":[{"targetId":"f-1","mode":"system","isActive":true}],"runs":[]"#),
    judged(
      .notApplicable, "a removed enrichment", .inactive, on: "f-1",
      #""enrichments":[{"enrichmentId":"f-1","state":"active","#
        + #""removedUtc":"2025-01-01T00:00:00Z"}]"#),
  ]

  private static let google =
    #","connections":[{"connectionId":"c-1","type":"google-ads"}]"#

  private static let lists = [
    judged(
      .fail, "a list of Google Ads that was filled by hand 450 days ago", .listExpiring,
      severity: .low,
      export() + off + google + runs(run("successful", "2024-03-08T00:00:00Z"))),
    judged(
      .notApplicable, "a second later", .notScheduled,
      export() + off + google + runs(run("successful", "2024-03-08T00:00:01Z"))),
    judged(
      .fail, "540 days ago", .listExpired,
      export() + off + google + runs(run("successful", "2023-12-09T00:00:00Z"))),
    judged(
      .fail, "539 days ago", .listExpiring, severity: .low,
      export() + off + google + runs(run("successful", "2023-12-10T00:00:00Z"))),
    judged(
      .notApplicable, "off schedule with a fresh list, whatever the state", .notScheduled,
      export(state: "") + off + google + runs(run("successful", "2025-05-28T00:00:00Z"))),
    judged(
      .unknown, "nobody knows when the list was filled", .historyTooShort,
      export() + off + google + #","runs":[]"#),
  ]

  private static let logs = [
    judged(
      .unknown, "the runs aren't called complete", .historyTooShort,
      complete: [.exports, .schedules],
      export() + system + runs(run("successful", "2025-01-01T00:00:00Z"))),
    judged(
      .unknown, "a success, but later runs may not be listed", .statusUnknown,
      complete: [.exports, .schedules],
      export() + system + runs(run("successful", "2025-05-28T00:00:00Z"))),
    judged(
      .unknown, "young, but nobody said that it never ran", .historyTooShort,
      complete: [.exports, .schedules],
      export(#","createdUtc":"2025-05-28T00:00:00Z""#) + system + #","runs":[]"#),
    RuleExample(
      .unknown, "young, but the log begins after it was made", Reason.historyTooShort, on: "e-1",
      collected: #""collectedUtc":"2025-06-01T00:00:00Z","sources":["#
        + #"{"section":"exports","complete":true},{"section":"schedules","complete":true},"#
        + #"{"section":"runs","complete":true,"windowStartUtc":"2025-05-30T00:00:00Z"}]"#,
      export(#","createdUtc":"2025-05-28T00:00:00Z""#) + system + #","runs":[]"#),
    RuleExample(
      .unknown, "the log is shorter than the limit", Reason.historyTooShort, on: "e-1",
      collected: #""collectedUtc":"2025-06-01T00:00:00Z","sources":["#
        + #"{"section":"exports","complete":true},{"section":"schedules","complete":true},"#
        + #"{"section":"runs","complete":true,"windowStartUtc":"2025-05-01T00:00:00Z"}]"#,
      export(#","createdUtc":"2024-01-01T00:00:00Z""#) + system + #","runs":[]"#),
    RuleExample(
      .unknown, "the log ends long before the collection", Reason.historyTooShort, on: "e-1",
      collected: #""collectedUtc":"2025-06-01T00:00:00Z","sources":["#
        + #"{"section":"exports","complete":true},{"section":"schedules","complete":true},"#
        + #"{"section":"runs","complete":true,"windowStartUtc":"2025-03-03T00:00:00Z","#
        + #""windowEndUtc":"2025-05-01T00:00:00Z"}]"#,
      export(#","createdUtc":"2024-01-01T00:00:00Z""#) + system + #","runs":[]"#),
    judged(
      .unknown, "the only success is dated after the collection", .statusUnknown,
      export(#","createdUtc":"2024-01-01T00:00:00Z""#) + system
        + runs(run("successful", "2031-01-01T00:00:00Z"))),
    RuleExample(
      .fail, "the log is long enough", Reason.stale, on: "e-1",
      collected: #""collectedUtc":"2025-06-01T00:00:00Z","sources":["#
        + #"{"section":"exports","complete":true},{"section":"schedules","complete":true},"#
        + #"{"section":"runs","complete":true,"windowStartUtc":"2025-03-03T00:00:00Z"}]"#,
      export(#","createdUtc":"2024-01-01T00:00:00Z""#) + system + #","runs":[]"#),
  ]
}
