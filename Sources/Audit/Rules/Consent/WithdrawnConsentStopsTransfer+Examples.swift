import Model

extension WithdrawnConsentStopsTransfer {
  static let reads = [
    "collection.collectedUtc", "collection.sources", "collection.sources.complete",
    "collection.sources.section", "collection.sources.windowEndUtc",
    "collection.sources.windowStartUtc",
    "connections.connectionId", "connections.purposeKind",
    "connections.type", "connections.viaConnectionId", "consents.acceptedUtc",
    "consents.decidedUtc", "consents.state", "consents.subjectId", "consents.subjectType",
    "consents.withdrawnBy", "consents.withdrawnUtc", "enrichments.connectionId",
    "enrichments.enrichmentId", "enrichments.state", "exports.connectionId", "exports.exportId",
    "exports.removedUtc", "exports.state", "runs.endUtc", "runs.recordCount",
    "runs.recordCountSource", "runs.runId", "runs.startUtc", "runs.status", "runs.targetId",
    "runs.targetKind", "schedules.isActive", "schedules.mode", "schedules.targetId",
    "schedules.targetKind",
  ]

  private static let all: [Section] = [
    .connections, .consents, .exports, .enrichments, .schedules, .runs,
  ]
  private static let withdrawn =
    #""state":"withdrawn","acceptedUtc":"2024-01-01T00:00:00Z","#
    + #""withdrawnUtc":"2024-06-01T00:00:00Z","withdrawnBy":"p-1""#
  private static let renewed = #""state":"accepted","acceptedUtc":"2024-08-01T00:00:00Z""#
  private static let offExport = export("inactive")

  private static func export(_ state: String) -> String {
    #"{"exportId":"e-1","connectionId":"c-1","state":"\#(state)"}"#
  }

  private static func run(_ start: String, _ end: String? = nil, _ more: String = "") -> String {
    let end = end.map { #","endUtc":"\#($0)""# } ?? ""
    return #"{"runId":"r-1","targetId":"e-1","startUtc":"\#(start)"\#(end)\#(more)}"#
  }

  private static func nameless(_ start: String, _ more: String = "") -> String {
    #"{"runId":"r-1","startUtc":"\#(start)"\#(more)}"#
  }

  private static func logged(
    until end: String, from start: String = "2024-01-01T00:00:00Z"
  ) -> String {
    let sources = ["connections", "consents", "exports", "schedules"].map {
      #"{"section":"\#($0)","complete":true}"#
    }
    return #""collectedUtc":"2025-06-01T00:00:00Z","sources":[\#(sources.joined(separator: ",")),"#
      + #"{"section":"runs","complete":true,"windowStartUtc":"\#(start)","windowEndUtc":"\#(end)"}]"#
  }

  private static func document(
    _ consents: String..., exports: String = offExport, schedules: String = "", runs: String = "",
    more: String = ""
  ) -> String {
    let rows = consents.map { #"{"subjectType":"connection","subjectId":"c-1",\#($0)}"# }
    return #""connections":[{"connectionId":"c-1","purposeKind":"export"}],"#
      + #""consents":[\#(rows.joined(separator: ","))],"exports":[\#(exports)],"#
      + #""schedules":[\#(schedules)],"runs":[\#(runs)]\#(more)"#
  }

  static let examples =
    stateExamples + activityExamples + userExamples + runExamples + [
      RuleExample(
        .notApplicable, "nobody ever decided anything", Reason.noConsentState, on: "c-1",
        complete: all, document()),
      RuleExample(
        .unknown, "no consents, and nobody said that these are all", Reason.consentsIncomplete,
        on: "c-1", complete: [.connections], document()),
      RuleExample(
        .unknown, "no section of consents", Reason.consentsMissing, on: "c-1", complete: all,
        #""connections":[{"connectionId":"c-1"}]"#),
      RuleExample(
        .unknown, "an unknown type through another connection", Reason.underlyingUnknown,
        on: "c-1", complete: all,
        #""connections":[{"connectionId":"c-1","type":"in-moby","viaConnectionId":"c-2"}],"#
          + #""consents":[{"subjectType":"connection","subjectId":"c-2",\#(withdrawn)}]"#),
      RuleExample(
        .unknown, "InMobi without its underlying connection", Reason.underlyingUnknown, on: "c-1",
        complete: all, #""connections":[{"connectionId":"c-1","type":"inmobi"}],"consents":[]"#),
      RuleExample(
        .fail, "InMobi sends although the consent of its Blob connection was withdrawn",
        Reason.stillActive, on: "c-0", complete: all,
        #""connections":[{"connectionId":"c-0","type":"inmobi","viaConnectionId":"c-1"}],"#
          + #""consents":[{"subjectType":"connection","subjectId":"c-1",\#(withdrawn)}],"#
          + #""exports":[{"exportId":"e-1","connectionId":"c-0","state":"active"}],"runs":[]"#),
    ]

  private static let stateExamples = [
    RuleExample(.pass, "accepted", on: "c-1", complete: all, document(renewed)),
    RuleExample(
      .pass, "withdrawn, and nothing is on", on: "c-1", complete: all, document(withdrawn)),
    RuleExample(
      .unknown, "accepted, but there may be later decisions", Reason.consentsIncomplete,
      on: "c-1", complete: [.connections], document(renewed)),
    RuleExample(
      .unknown, "a state outside the vocabulary", Reason.stateUnknown, on: "c-1", complete: all,
      document(withdrawn, #""state":"paused""#, exports: export("active"))),
    RuleExample(
      .fail, "opposite decisions at one time: the end counts", Reason.stillActive, on: "c-1",
      complete: all,
      document(
        renewed, #""state":"declined","decidedUtc":"2024-08-01T00:00:00Z""#,
        exports: export("active"))),
    RuleExample(
      .pass, "opposite decisions at one time, and nothing is on", on: "c-1", complete: all,
      document(renewed, #""state":"declined","decidedUtc":"2024-08-01T00:00:00Z""#)),
    RuleExample(
      .unknown, "declined, nobody knows when, and accepted", Reason.orderUnknown, on: "c-1",
      complete: all, document(renewed, #""state":"declined""#, exports: export("active"))),
    RuleExample(
      .unknown, "accepted, with a withdrawal that nobody can read", Reason.orderUnknown, on: "c-1",
      complete: all,
      document(renewed + #","withdrawnUtc":"2024-09-31T00:00:00Z""#, exports: export("active"))),
    RuleExample(
      .unknown, "withdrawn, an export is active, but there may be later decisions",
      Reason.consentsIncomplete, on: "c-1",
      complete: [.connections, .exports, .enrichments, .schedules, .runs],
      document(withdrawn, exports: export("active"))),
    RuleExample(
      .unknown, "expired, says the row, and accepted later", Reason.orderUnknown, on: "c-1",
      complete: all,
      document(
        #""state":"expired","acceptedUtc":"2024-08-01T00:00:00Z","#
          + #""decidedUtc":"2024-06-01T00:00:00Z""#, exports: export("active"))),
    RuleExample(
      .fail, "declined, nobody knows when, and withdrawn after all acceptances",
      Reason.stillActive, on: "c-1", complete: all,
      document(withdrawn, #""state":"declined""#, exports: export("active"))),
    RuleExample(
      .fail, "declined, nobody knows when, and nothing else", Reason.stillActive, on: "c-1",
      complete: all, document(#""state":"declined""#, exports: export("active"))),
  ]

  private static let activityExamples = [
    RuleExample(
      .fail, "withdrawn, yet an export is active", Reason.stillActive, on: "c-1", complete: all,
      document(withdrawn, exports: export("active"))),
    RuleExample(
      .pass, "the active export was removed", on: "c-1", complete: all,
      document(
        withdrawn,
        exports: #"{"exportId":"e-1","connectionId":"c-1","state":"active","#
          + #""removedUtc":"2024-07-01T00:00:00Z"}"#)),
    RuleExample(
      .fail, "withdrawn, yet an enrichment is active", Reason.stillActive, on: "c-1",
      complete: all,
      document(
        withdrawn, exports: "",
        more: #","enrichments":[{"enrichmentId":"n-1","connectionId":"c-1","state":"active"}]"#)),
    RuleExample(
      .unknown, "nobody looked at the state of an export", Reason.activityUnknown, on: "c-1",
      complete: all, document(withdrawn, exports: #"{"exportId":"e-1","connectionId":"c-1"}"#)),
    RuleExample(
      .unknown, "there may be enrichments that nobody listed", Reason.activityUnknown, on: "c-1",
      complete: [.connections, .consents, .exports, .schedules, .runs],
      #""connections":[{"connectionId":"c-1"}],"exports":[],"runs":[],"#
        + #""consents":[{"subjectType":"connection","subjectId":"c-1",\#(withdrawn)}]"#),
    RuleExample(
      .fail, "withdrawn, yet a schedule is on", Reason.stillScheduled, on: "c-1", complete: all,
      document(withdrawn, schedules: #"{"targetId":"e-1","isActive":true}"#)),
    RuleExample(
      .pass, "the schedule's mode is off", on: "c-1", complete: all,
      document(withdrawn, schedules: #"{"targetId":"e-1","isActive":true,"mode":"off"}"#)),
    RuleExample(
      .unknown, "nobody looked whether the schedule is on", Reason.schedulesUnknown, on: "c-1",
      complete: all, document(withdrawn, schedules: #"{"targetId":"e-1"}"#)),
    RuleExample(
      .unknown, "a schedule that is on and doesn't tell what it starts", Reason.schedulesUnknown,
      on: "c-1", complete: all, document(withdrawn, schedules: #"{"isActive":true}"#)),
    RuleExample(
      .pass, "such a schedule is one of an enrichment", on: "c-1", complete: all,
      document(withdrawn, schedules: #"{"targetKind":"enrichment","isActive":true}"#)),
    RuleExample(
      .unknown, "an export without an id, of which nobody can find the runs", Reason.runsUnknown,
      on: "c-1", complete: all,
      document(withdrawn, exports: #"{"connectionId":"c-1","state":"inactive"}"#)),
    RuleExample(
      .unknown, "a renewal dated after the collection, and an active export",
      Reason.orderUnknown, on: "c-1", complete: all,
      document(
        withdrawn, #""state":"accepted","acceptedUtc":"2062-08-01T00:00:00Z""#,
        exports: export("active"))),
  ]

  private static let detached = #"{"exportId":"e-1","connectionId":null,"state":"inactive"}"#
  private static let unattributed = #"{"exportId":"e-1","state":"active"}"#

  private static let userExamples = [
    RuleExample(
      .unknown, "an active export of unknown connection", Reason.activityUnknown, on: "c-1",
      complete: all, document(withdrawn, exports: unattributed)),
    RuleExample(
      .fail, "the active export is to be removed later", Reason.stillActive, on: "c-1",
      complete: all,
      document(
        withdrawn,
        exports: #"{"exportId":"e-1","connectionId":"c-1","state":"active","#
          + #""removedUtc":"2025-07-01T00:00:00Z"}"#)),
    RuleExample(
      .unknown, "an export that was detached since ran after the withdrawal", Reason.runsUnknown,
      on: "c-1", complete: all,
      document(withdrawn, exports: detached, runs: run("2024-06-01T00:00:00Z"))),
    RuleExample(
      .unknown, "it was queued before the withdrawal and ended after it", Reason.runsUnknown,
      on: "c-1", complete: all,
      document(
        withdrawn, exports: detached,
        runs: #"{"targetId":"e-1","submittedUtc":"2024-05-31T23:00:00Z","#
          + #""endUtc":"2024-06-01T00:10:00Z"}"#)),
    RuleExample(
      .unknown, "it started before the withdrawal and lasted past it", Reason.runsUnknown,
      on: "c-1", complete: all,
      document(
        withdrawn, exports: detached, runs: run("2024-05-31T23:59:59Z", "2024-06-01T00:00:01Z"))),
    RuleExample(
      .unknown, "declined, nobody knows when, and a detached export ran", Reason.runsUnknown,
      on: "c-1", complete: all,
      document(
        #""state":"declined""#, exports: detached,
        runs: run("2024-05-31T23:00:00Z", "2024-05-31T23:10:00Z"))),
    RuleExample(
      .pass, "the detached export ran before the withdrawal", on: "c-1", complete: all,
      document(
        withdrawn, exports: detached, runs: run("2024-05-31T23:59:59Z", "2024-06-01T00:00:00Z"))),
    RuleExample(
      .unknown, "accepted again, and an export of unknown connection ran in between",
      Reason.runsUnknown, on: "c-1", complete: all,
      document(withdrawn, renewed, exports: unattributed, runs: run("2024-07-31T23:59:59Z"))),
    RuleExample(
      .pass, "accepted again before that export ran", on: "c-1", complete: all,
      document(withdrawn, renewed, exports: unattributed, runs: run("2024-08-01T00:00:00Z"))),
    RuleExample(
      .unknown, "a run after the withdrawal that doesn't tell what ran", Reason.runsUnknown,
      on: "c-1", complete: all, document(withdrawn, runs: nameless("2024-06-01T00:00:01Z"))),
    RuleExample(
      .unknown, "the withdrawal came during such a run", Reason.runsUnknown, on: "c-1",
      complete: all,
      document(
        withdrawn,
        runs: nameless("2024-05-31T23:59:59Z", #","endUtc":"2024-06-01T00:00:01Z""#))),
    RuleExample(
      .pass, "such a run came before the withdrawal", on: "c-1", complete: all,
      document(
        withdrawn,
        runs: nameless("2024-05-31T23:59:59Z", #","endUtc":"2024-06-01T00:00:00Z""#))),
    RuleExample(
      .pass, "such a run is one of an enrichment", on: "c-1", complete: all,
      document(
        withdrawn, runs: nameless("2024-06-01T00:00:01Z", #","targetKind":"enrichment""#))),
    RuleExample(
      .unknown, "accepted again, nobody knows when, and something ran after the withdrawal",
      Reason.runsUnknown, on: "c-1", complete: all,
      document(withdrawn, #""state":"accepted""#, runs: run("2024-07-01T00:00:00Z"))),
    RuleExample(
      .unknown, "accepted again, and nobody said that these are all exports", Reason.runsUnknown,
      on: "c-1", complete: [.connections, .consents, .runs], document(withdrawn, renewed)),
  ]

  private static let runExamples = [
    RuleExample(
      .fail, "a run after the withdrawal", Reason.runAfterWithdrawal, on: "c-1", complete: all,
      document(withdrawn, runs: run("2024-06-01T00:00:01Z"))),
    RuleExample(
      .fail, "an inactive enrichment ran after the withdrawal", Reason.runAfterWithdrawal,
      on: "c-1", complete: all,
      document(
        withdrawn, runs: #"{"targetId":"n-1","startUtc":"2024-06-01T00:00:01Z"}"#,
        more: #","enrichments":[{"enrichmentId":"n-1","connectionId":"c-1","state":"inactive"}]"#)),
    RuleExample(
      .pass, "a skipped run sends nothing", on: "c-1", complete: all,
      document(withdrawn, runs: run("2024-06-01T00:00:01Z", nil, #","status":"skipped""#))),
    RuleExample(
      .fail, "accepted again, but something ran in between", Reason.runAfterWithdrawal,
      on: "c-1", complete: all,
      document(withdrawn, renewed, exports: export("active"), runs: run("2024-07-01T00:00:00Z"))),
    RuleExample(
      .pass, "accepted again, and the next run came with the renewal", on: "c-1", complete: all,
      document(withdrawn, renewed, exports: export("active"), runs: run("2024-08-01T00:00:00Z"))),
    RuleExample(
      .unknown, "a run at the very moment of the withdrawal", Reason.runAtWithdrawal, on: "c-1",
      complete: all, document(withdrawn, runs: run("2024-06-01T00:00:00Z"))),
    RuleExample(
      .unknown, "a run across the withdrawal", Reason.runAcrossWithdrawal, on: "c-1",
      complete: all,
      document(withdrawn, runs: run("2024-05-31T23:59:00Z", "2024-06-01T00:10:00Z"))),
    RuleExample(
      .unknown, "a run without a start that ended before it was queued", Reason.runAtWithdrawal,
      on: "c-1", complete: all,
      document(
        withdrawn,
        runs: #"{"runId":"r-1","targetId":"e-1","submittedUtc":"2024-07-01T00:00:00Z","#
          + #""endUtc":"2024-06-15T00:00:00Z"}"#)),
    RuleExample(
      .pass, "a run that ended with the withdrawal", on: "c-1", complete: all,
      document(withdrawn, runs: run("2024-05-31T23:59:00Z", "2024-06-01T00:00:00Z"))),
    RuleExample(
      .pass, "a run across the withdrawal that sent nothing", on: "c-1", complete: all,
      document(
        withdrawn,
        runs: run(
          "2024-05-31T23:59:00Z", "2024-06-01T00:10:00Z",
          #","recordCount":0,"recordCountSource":"recorded""#))),
    RuleExample(
      .unknown, "nobody said that these are all runs", Reason.runsUnknown, on: "c-1",
      complete: [.connections, .consents, .exports, .schedules], document(withdrawn)),
    RuleExample(
      .unknown, "the log begins after the withdrawal", Reason.runsUnknown, on: "c-1",
      collected: #""sources":[{"section":"connections","complete":true},"#
        + #"{"section":"consents","complete":true},{"section":"exports","complete":true},"#
        + #"{"section":"schedules","complete":true},{"section":"runs","complete":true,"#
        + #""windowStartUtc":"2024-06-01T00:00:01Z"}]"#,
      document(withdrawn)),
    RuleExample(
      .unknown, "the log ends long before the collection", Reason.runsUnknown, on: "c-1",
      collected: logged(until: "2025-05-30T23:59:59Z"), document(withdrawn)),
    RuleExample(
      .pass, "the log ends on the day before the collection", on: "c-1",
      collected: logged(until: "2025-05-31T00:00:00Z"), document(withdrawn)),
    RuleExample(
      .unknown, "nobody can read when the log begins", Reason.runsUnknown, on: "c-1",
      collected: logged(until: "2025-06-01T00:00:00Z", from: "soon"), document(withdrawn)),
    RuleExample(
      .unknown, "declined, nobody knows when, and something ran", Reason.runsUnknown, on: "c-1",
      complete: all,
      document(#""state":"declined""#, runs: run("2024-06-01T00:00:00Z"))),
  ]
}
