import Model

extension RunDuration {
  static let reads = [
    "collection.collectedUtc", "collection.sources", "collection.sources.complete",
    "collection.sources.section", "connections.connectionId", "connections.type",
    "exports.connectionId", "exports.createdUtc", "exports.displayName", "exports.exportId",
    "exports.removedUtc", "runs.endUtc", "runs.startUtc", "runs.status", "runs.submittedUtc",
    "runs.targetId", "runs.targetKind", "schedules.cron", "schedules.isActive",
    "schedules.targetId",
  ]

  private static func runs(_ type: String, _ runs: String...) -> String {
    let records = runs.enumerated().map {
      #"{"runId":"r-\#($0.offset)","targetId":"e-1",\#($0.element)}"#
    }
    return LimitExamples.sections(
      type, more: #","runs":[\#(records.joined(separator: ","))]"#)
  }

  private static func run(_ start: String, _ end: String) -> String {
    #""status":"successful","startUtc":"\#(start)","endUtc":"\#(end)""#
  }

  static let examples =
    LimitExamples.guards(Reason.self, detached: .detached) + measured + nameless + open

  private static let measured = [
    example(
      .pass, "exactly twice the documented time",
      runs("adroll", run("2025-05-01T02:00:00Z", "2025-05-01T02:20:00Z"))),
    example(
      .fail, "a second more", .tooLong,
      runs(
        "adroll", run("2025-05-01T02:00:00Z", "2025-05-01T02:01:00Z"),
        run("2025-05-02T02:00:00Z", "2025-05-02T02:20:01Z"))),
    example(
      .pass, "a few hours",
      runs("autopilot", run("2025-05-01T02:00:00Z", "2025-05-01T06:00:00Z"))),
    example(
      .fail, "five hours are more than a few", .tooLong,
      runs("autopilot", run("2025-05-01T02:00:00Z", "2025-05-01T07:00:00Z"))),
    example(
      .fail, "the documented time was shorter then", .tooLong,
      runs("google-ads", run("2022-03-30T02:00:00Z", "2022-03-30T02:30:00Z"))),
    example(
      .pass, "the day it was raised",
      runs("google-ads", run("2022-03-31T02:00:00Z", "2022-03-31T02:30:00Z"))),
    example(
      .pass, "a skipped run took no time, whatever its times say",
      runs(
        "adroll",
        run("2025-05-01T02:00:00Z", "2025-05-01T09:00:00Z")
          .replacing("successful", with: "skipped"))),
    example(
      .unknown, "only the days are known", .durationUnclear,
      runs("adroll", run("2025-05-01", "2025-05-01"))),
    example(
      .fail, "days apart", .tooLong, runs("adroll", run("2025-05-01", "2025-05-04"))),
    example(
      .unknown, "it ended before it began", .durationUnclear,
      runs("adroll", run("2025-05-01T02:00:00Z", "2025-05-01T01:00:00Z"))),
    example(
      .notApplicable, "no documented time", .noDocumentedTime,
      runs("azure-blob-storage", run("2025-05-01T02:00:00Z", "2025-05-04T02:20:00Z"))),
    example(
      .notApplicable, "never ran", .neverRan,
      LimitExamples.sections("adroll", more: #","runs":[]"#)),
    RuleExample(
      .unknown, "no run is shown, and the runs aren't called complete", Reason.runsUnknown,
      on: "e-1", complete: [.exports], LimitExamples.sections("adroll")),
    example(
      .pass, "starts close to those of another export",
      """
      "connections":[{"connectionId":"c-1","type":"adroll"}],
      "exports":[{"exportId":"e-1","connectionId":"c-1"},
      {"exportId":"e-2","connectionId":"c-1","displayName":"Other"}],
      "schedules":[{"targetId":"e-1","mode":"custom","isActive":true,"timezoneId":"UTC",
      "cron":["0 4 * * 1"]},{"targetId":"e-2","mode":"custom","isActive":true,"timezoneId":"UTC",
      "cron":["20 4 * * 1-5"]}],
      "runs":[{"runId":"r-1","targetId":"e-1",
      \(run("2025-05-01T02:00:00Z", "2025-05-01T02:20:00Z"))}]
      """),
  ]

  private static let nameless = [
    RuleExample(
      .unknown, "runs can't name an export without an id", Reason.runsUnknown, on: "exports#0",
      complete: LimitExamples.complete,
      runs("adroll").replacing(#""exportId":"e-1","#, with: "")),
    example(
      .unknown, "a long run that doesn't tell what ran may be of the export", .namelessRun,
      beside(long)),
    example(
      .pass, "one that took less is no matter",
      beside(long.replacing("T12:00:00Z", with: "T02:20:00Z"))),
    example(.pass, "one that was an enrichment", beside(long + #","targetKind":"enrichment""#)),
    example(
      .pass, "one from before the export was made",
      beside(long, export: #","createdUtc":"2025-05-02T02:00:01Z""#)),
    example(
      .pass, "one from after it was removed",
      beside(long, export: #","removedUtc":"2025-05-02T02:00:00Z""#)),
    example(
      .unknown, "nothing else may be a run of the export", .namelessRun,
      LimitExamples.sections("adroll", more: #","runs":[{"runId":"r-1",\#(long)}]"#)),
    RuleExample(
      .unknown, "the log may lack a run that took too long", Reason.logIncomplete, on: "e-1",
      complete: [.connections, .exports],
      runs("adroll", run("2025-05-01T02:00:00Z", "2025-05-01T02:20:00Z"))),
    RuleExample(
      .fail, "whatever it lacks, this one did", Reason.tooLong, on: "e-1",
      complete: [.connections, .exports],
      runs("adroll", run("2025-05-01T02:00:00Z", "2025-05-01T02:20:01Z"))),
  ]

  private static let long =
    #""status":"failed","startUtc":"2025-05-02T02:00:00Z","endUtc":"2025-05-02T12:00:00Z""#

  /// A run of the export within the time allowed, and another one that doesn't tell what ran.
  private static func beside(_ nameless: String, export: String = "") -> String {
    runs("adroll", run("2025-05-01T02:00:00Z", "2025-05-01T02:20:00Z"))
      .replacing(#""runs":["#, with: #""runs":[{"runId":"r-9",\#(nameless)},"#)
      .replacing(#""exportId":"e-1""#, with: #""exportId":"e-1"\#(export)"#)
  }

  private static let open = [
    example(
      .fail, "still running after more than the time allowed", .hanging,
      runs("adroll", #""status":"running","startUtc":"2025-05-31T23:39:59Z","endUtc":null"#)),
    example(
      .pass, "running for the time allowed",
      runs("adroll", #""status":"running","startUtc":"2025-05-31T23:40:00Z""#)),
    example(
      .unknown, "the end is missing, and the status says it is over", .endMissing,
      runs("adroll", #""status":"failed","startUtc":"2025-05-31T02:00:00Z""#)),
    example(
      .unknown, "only the time in the queue is known", .startMissing,
      runs(
        "adroll",
        #""submittedUtc":"2025-05-31T02:00:00Z","endUtc":"2025-05-31T02:05:00Z""#)),
    example(
      .unknown, "running, and nobody knows since when", .startMissing,
      runs("adroll", #""status":"running","submittedUtc":"2025-05-31T23:39:59Z""#)),
    example(
      .pass, "running, and queued no longer ago than the time allowed",
      runs("adroll", #""status":"running","submittedUtc":"2025-05-31T23:40:00Z""#)),
    example(
      .pass, "deleted, so no times are left", runs("adroll", #""status":"deleted""#)),
    example(
      .pass, "queued, so nothing has run",
      runs("adroll", #""status":"queued","submittedUtc":"2025-05-01T02:00:00Z""#)),
    RuleExample(
      .unknown, "running, and nobody knows what time it is", Reason.endMissing, on: "e-1",
      complete: LimitExamples.complete, collected: "",
      runs("adroll", #""status":"running","startUtc":"2025-05-31T02:00:00Z""#)),
  ]
}
