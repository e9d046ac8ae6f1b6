import Model

extension ConsentBeforeTransfer {
  static let reads = [
    "collection.collectedUtc", "collection.sources", "collection.sources.complete",
    "collection.sources.section", "collection.sources.windowEndUtc",
    "collection.sources.windowStartUtc", "collection.timeZone", "connections.connectionId",
    "connections.createdUtc", "connections.purposeKind", "connections.type",
    "connections.viaConnectionId", "consents.acceptedUtc", "consents.state", "consents.subjectId",
    "consents.subjectType", "enrichments.connectionId", "enrichments.enrichmentId",
    "exports.connectionId", "exports.exportId", "runs.endUtc", "runs.runId", "runs.startUtc",
    "runs.status", "runs.submittedUtc", "runs.targetId", "runs.targetKind",
    "schedules.enabledUtc", "schedules.targetId", "schedules.targetKind",
  ]

  private static let complete: [Section] = [.connections, .consents]
  private static let zone = #""collectedUtc":"2025-06-01T00:00:00Z","timeZone":"UTC""#

  /// A collection block whose runs are complete from a time on.
  private static func collected(
    from start: String = "2024-01-01T00:00:00Z", with members: String = zone
  ) -> String {
    let sources = ["connections", "consents", "exports"].map {
      #"{"section":"\#($0)","complete":true}"#
    }
    return members + #","sources":[\#(sources.joined(separator: ",")),"#
      + #"{"section":"runs","complete":true,"windowStartUtc":"\#(start)"}]"#
  }

  /// A connection made at 9:00 on 1 March 2024, with one export.
  private static func document(
    agreed: String = "2024-03-01T09:01:00Z", runs: String = "", export: String = "",
    more: String = ""
  ) -> String {
    #""connections":[{"connectionId":"c-1","purposeKind":"export","#
      + #""createdUtc":"2024-03-01T09:00:00Z"}],"#
      + #""consents":[{"subjectType":"connection","subjectId":"c-1","state":"accepted","#
      + #""acceptedUtc":"\#(agreed)"}],"exports":[{"exportId":"e-1","connectionId":"c-1"}\#(export)],"#
      + #""runs":[\#(runs)]\#(more.isEmpty ? #","schedules":[]"# : more)"#
  }

  private static func run(_ start: String, _ more: String = "") -> String {
    #"{"runId":"r-1","targetId":"e-1","startUtc":"\#(start)"\#(more)}"#
  }

  private static func schedule(_ members: String) -> String {
    #","schedules":[{"targetId":"e-1"\#(members)}]"#
  }

  static let examples =
    runExamples + userExamples + scheduleExamples + [
      RuleExample(
        .pass, "agreed a second too long before the connection existed, but within the tolerance",
        on: "c-1", collected: collected(), document(agreed: "2024-03-01T08:55:00Z")),
      RuleExample(
        .fail, "agreed before the connection existed", Reason.beforeCreation, on: "c-1",
        collected: collected(), document(agreed: "2024-03-01T08:54:59Z")),
      RuleExample(
        .unknown, "agreed on the day the connection was made, and only the day is known",
        Reason.sameDay, on: "c-1", collected: collected(), document(agreed: "2024-03-01")),
      RuleExample(
        .unknown, "a run before the consent, and another consent without its time",
        Reason.earlierConsentPossible, on: "c-1", collected: collected(),
        document(agreed: "2024-03-03T00:00:00Z", runs: run("2024-03-02T00:00:00Z"))
          .replacing(
            #""consents":["#,
            with: #""consents":[{"subjectType":"connection","subjectId":"c-1","state":"accepted"},"#
          )
      ),
      RuleExample(
        .unknown, "agreed after the collection, which can't be true", Reason.stateUnknown,
        on: "c-1", collected: collected(), document(agreed: "2062-05-31T00:00:00Z")),
      RuleExample(
        .unknown, "a time of agreement that can't be read", Reason.timeUnknown, on: "c-1",
        collected: collected(), document(agreed: "soon")),
      RuleExample(
        .unknown, "a state outside the vocabulary", Reason.stateUnknown, on: "c-1",
        complete: complete,
        #""connections":[{"connectionId":"c-1"}],"consents":[{"subjectId":"c-1","state":"ok"}]"#),
      RuleExample(
        .unknown, "InMobi without its underlying connection", Reason.underlyingUnknown, on: "c-1",
        complete: complete, #""connections":[{"connectionId":"c-1","type":"inmobi"}],"consents":[]"#
      ),
      RuleExample(
        .unknown, "InMobi through a connection with a consent; nobody looked at runs",
        Reason.runsMissing, on: "c-1", complete: complete,
        #""connections":[{"connectionId":"c-1","type":"inmobi","viaConnectionId":"c-0"}],"#
          + #""consents":[{"subjectType":"connection","subjectId":"c-0","state":"accepted","#
          + #""acceptedUtc":"2024-03-01T09:00:00Z"}]"#),
      RuleExample(
        .notApplicable, "no accepted consent: CON-01 says so", Reason.noAcceptedConsent, on: "c-1",
        complete: complete, #""connections":[{"connectionId":"c-1"}],"consents":[]"#),
      RuleExample(
        .unknown, "nobody said that these are all consents", Reason.consentsIncomplete, on: "c-1",
        complete: [.connections], #""connections":[{"connectionId":"c-1"}],"consents":[]"#),
      RuleExample(
        .unknown, "no section of consents", Reason.consentsMissing, on: "c-1",
        complete: [.connections], #""connections":[{"connectionId":"c-1"}]"#),
    ]

  private static let runExamples = [
    RuleExample(
      .pass, "all runs came later, and the log begins before the connection", on: "c-1",
      collected: collected(), document(runs: run("2024-03-02T00:00:00Z"))),
    RuleExample(
      .fail, "a run before the consent", Reason.afterFirstTransfer, on: "c-1",
      collected: collected(from: "2025-01-01T00:00:00Z"),
      document(agreed: "2024-03-02T00:05:01Z", runs: run("2024-03-02T00:00:00Z"))),
    RuleExample(
      .pass, "a run before the consent, but within the tolerance", on: "c-1",
      collected: collected(),
      document(agreed: "2024-03-02T00:05:00Z", runs: run("2024-03-02T00:00:00Z"))),
    RuleExample(
      .fail, "the run belongs to an enrichment", Reason.afterFirstTransfer, on: "c-1",
      collected: collected(),
      document(
        agreed: "2024-03-03T00:00:00Z",
        runs: #"{"targetId":"n-1","startUtc":"2024-03-02T00:00:00Z"}"#,
        more: #","enrichments":[{"enrichmentId":"n-1","connectionId":"c-1"}]"#)),
    RuleExample(
      .pass, "a skipped run sends nothing", on: "c-1", collected: collected(),
      document(
        agreed: "2024-03-03T00:00:00Z", runs: run("2024-03-02T00:00:00Z", #","status":"skipped""#))),
    RuleExample(
      .fail, "a run without a start ended before the consent", Reason.afterFirstTransfer,
      on: "c-1", collected: collected(),
      document(
        agreed: "2024-03-03T00:00:00Z",
        runs: #"{"targetId":"e-1","endUtc":"2024-03-02T00:00:00Z"}"#)),
    RuleExample(
      .pass, "a run without a start was queued after the consent", on: "c-1",
      collected: collected(),
      document(runs: #"{"targetId":"e-1","submittedUtc":"2024-03-02T00:00:00Z"}"#)),
    RuleExample(
      .unknown, "a run of which nobody knows when", Reason.runStartUnknown, on: "c-1",
      collected: collected(), document(runs: #"{"targetId":"e-1"}"#)),
    RuleExample(
      .unknown, "agreed on the day of the first run, and only the day is known", Reason.sameDay,
      on: "c-1", collected: collected(),
      document(agreed: "2024-03-02", runs: run("2024-03-02T23:00:00Z"))),
    RuleExample(
      .pass, "no zone is written, and the collection's is UTC", on: "c-1", collected: collected(),
      document(agreed: "2024-03-02T00:00:00", runs: run("2024-03-02T03:00:00Z"))),
    RuleExample(
      .unknown, "no zone is written anywhere, and the zone decides", Reason.runStartUnknown,
      on: "c-1", collected: collected(with: #""collectedUtc":"2025-06-01T00:00:00Z""#),
      document(agreed: "2024-03-03T00:00:00", runs: run("2024-03-03T03:00:00Z"))),
    RuleExample(
      .unknown, "the log begins after the connection was made", Reason.windowStartsLater,
      on: "c-1", collected: collected(from: "2024-03-01T09:00:01Z"),
      document(runs: run("2024-03-02T00:00:00Z"))),
    RuleExample(
      .unknown, "nobody said that these are all runs", Reason.runsIncomplete, on: "c-1",
      complete: complete, document(runs: run("2024-03-02T00:00:00Z"))),
    RuleExample(
      .unknown, "nobody knows when the connection was made", Reason.creationUnknown, on: "c-1",
      collected: collected(),
      #""connections":[{"connectionId":"c-1"}],"runs":[],"consents":[{"subjectId":"c-1","#
        + #""subjectType":"connection","state":"accepted","acceptedUtc":"2024-03-01T09:00:00Z"}]"#),
    RuleExample(
      .pass, "two logs follow each other without a gap", on: "c-1",
      collected: zone + #","sources":[{"section":"connections","complete":true},"#
        + #"{"section":"consents","complete":true},{"section":"exports","complete":true},"#
        + #"{"section":"runs","complete":true,"#
        + #""windowStartUtc":"2024-01-01T00:00:00Z","windowEndUtc":"2025-01-01T00:00:00Z"},"#
        + #"{"section":"runs","complete":true,"windowStartUtc":"2025-01-01T00:00:00Z","#
        + #""windowEndUtc":"2025-06-01T00:00:00Z"}]"#,
      document(runs: run("2024-03-02T00:00:00Z"))),
  ]

  private static func stray(_ connection: String, _ start: String) -> String {
    document(
      agreed: "2024-03-05T00:00:00Z",
      runs: run("2024-03-06T00:00:00Z") + #",{"targetId":"e-2","startUtc":"\#(start)"}"#,
      export: #",{"exportId":"e-2"\#(connection)}"#)
  }

  private static func nameless(_ start: String, _ more: String = "") -> String {
    document(
      agreed: "2024-03-05T00:00:00Z",
      runs: run("2024-03-06T00:00:00Z") + #",{"startUtc":"\#(start)"\#(more)}"#)
  }

  private static func namelessSchedule(_ more: String = "") -> String {
    document(
      agreed: "2024-03-05T00:00:00Z", runs: run("2024-03-06T00:00:00Z"),
      more: #","schedules":[{"enabledUtc":"2024-03-02T00:00:00Z"\#(more)}]"#)
  }

  private static let userExamples = [
    RuleExample(
      .unknown, "a schedule before the consent that doesn't tell what it starts",
      Reason.scheduleStartUnknown, on: "c-1", collected: collected(), namelessSchedule()),
    RuleExample(
      .pass, "such a schedule is one of an enrichment", on: "c-1", collected: collected(),
      namelessSchedule(#","targetKind":"enrichment""#)),
    RuleExample(
      .unknown, "an export without an id, of which nobody can find the runs", Reason.usersUnknown,
      on: "c-1", collected: collected(),
      document(runs: run("2024-03-02T00:00:00Z"), export: #",{"connectionId":"c-1"}"#)),
    RuleExample(
      .unknown, "a run before the consent that doesn't tell what ran", Reason.usersUnknown,
      on: "c-1", collected: collected(), nameless("2024-03-04T00:00:00Z")),
    RuleExample(
      .pass, "such a run came before the connection existed", on: "c-1", collected: collected(),
      nameless("2024-03-01T08:59:59Z")),
    RuleExample(
      .pass, "such a run is one of an enrichment", on: "c-1", collected: collected(),
      nameless("2024-03-04T00:00:00Z", #","targetKind":"enrichment""#)),
    RuleExample(
      .unknown, "nobody said that these are all exports", Reason.usersUnknown, on: "c-1",
      collected: collected().replacing(#"{"section":"exports","complete":true},"#, with: ""),
      document(runs: run("2024-03-02T00:00:00Z"))),
    RuleExample(
      .unknown, "the connection may serve enrichments that nobody listed", Reason.usersUnknown,
      on: "c-1", collected: collected(),
      document(runs: run("2024-03-02T00:00:00Z"))
        .replacing(#""purposeKind":"export","#, with: "")),
    RuleExample(
      .unknown, "an export of unknown connection ran before the consent", Reason.usersUnknown,
      on: "c-1", collected: collected(), stray("", "2024-03-04T23:54:59Z")),
    RuleExample(
      .unknown, "an export that was detached since ran before the consent", Reason.usersUnknown,
      on: "c-1", collected: collected(),
      stray(#","connectionId":null"#, "2024-03-01T09:00:00Z")),
    RuleExample(
      .pass, "a detached export ran before the connection existed", on: "c-1",
      collected: collected(), stray(#","connectionId":null"#, "2024-03-01T08:59:59Z")),
    RuleExample(
      .pass, "a detached export ran after the consent, give or take the tolerance", on: "c-1",
      collected: collected(), stray(#","connectionId":null"#, "2024-03-04T23:55:00Z")),
  ]

  private static let scheduleExamples = [
    RuleExample(
      .fail, "a schedule was on before the consent", Reason.afterSchedule, on: "c-1",
      collected: collected(),
      document(
        agreed: "2024-03-02T00:05:01Z", more: schedule(#","enabledUtc":"2024-03-02T00:00:00Z""#))),
    RuleExample(
      .pass, "a schedule without a time is ignored where runs decide", on: "c-1",
      collected: collected(), document(runs: run("2024-03-02T00:00:00Z"), more: schedule(""))),
    RuleExample(
      .unknown, "a schedule without a time, and no run", Reason.scheduleStartUnknown, on: "c-1",
      collected: collected(), document(more: schedule(""))),
    RuleExample(
      .unknown, "a time of the schedule that can't be read", Reason.scheduleStartUnknown,
      on: "c-1", collected: collected(), document(more: schedule(#","enabledUtc":"soon""#))),
    RuleExample(
      .pass, "a schedule that was never on", on: "c-1", collected: collected(),
      document(more: schedule(#","enabledUtc":null"#))),
  ]
}
