import Model

extension PrivacyTextInForce {
  static let reads = [
    "collection.collectedUtc", "collection.sources", "collection.sources.complete",
    "collection.sources.section", "collection.timeZone", "connections.connectionId",
    "connections.type", "connections.viaConnectionId",
    "consents.acceptedUtc", "consents.state", "consents.subjectId", "consents.subjectType",
    "consents.textVersion", "enrichments.connectionId", "enrichments.enrichmentId",
    "enrichments.removedUtc", "enrichments.state", "exports.connectionId", "exports.exportId",
    "exports.removedUtc", "exports.state", "schedules.isActive", "schedules.mode",
    "schedules.targetId", "schedules.targetKind",
  ]

  private static let complete: [Section] = [
    .connections, .consents, .exports, .enrichments, .schedules,
  ]
  private static let connection =
    #""connections":[{"connectionId":"c-1","purposeKind":"export","type":"mailchimp"}]"#
  private static let active =
    #","exports":[{"exportId":"e-1","connectionId":"c-1","state":"active"}],"schedules":[]"#
  private static let idle =
    #","exports":[{"exportId":"e-1","connectionId":"c-1","state":"inactive"}],"schedules":[]"#

  private static func consent(_ members: String) -> String {
    #"{"subjectType":"connection","subjectId":"c-1","state":"accepted"\#(members)}"#
  }

  private static func consents(_ members: String...) -> String {
    #","consents":[\#(members.map(consent).joined(separator: ","))]"#
  }

  private static func agreed(_ time: String) -> String { #","acceptedUtc":"\#(time)""# }

  private static func dated(
    _ outcome: Outcome, _ name: String, _ reason: Reason?, _ time: String
  ) -> RuleExample {
    RuleExample(
      outcome, name, reason, on: "c-1", complete: complete,
      connection + active + consents(agreed(time)))
  }

  static let examples = dates + texts + uses + guards

  private static let dates = [
    dated(.pass, "agreed on the day after the last change", nil, "2023-12-22T00:00:00Z"),
    dated(
      .unknown, "agreed on the day of the last change", .dayOfChange, "2023-12-21T23:59:59Z"),
    dated(.unknown, "the first instant of that day", .dayOfChange, "2023-12-21T00:00:00Z"),
    dated(
      .unknown, "agreed after the collection, which can't be true", .stateUnknown,
      "2062-05-31T00:00:00Z"),
    dated(.fail, "agreed on the day before", .olderText, "2023-12-20T23:59:59Z"),
    dated(.fail, "agreed to the text of July 2022", .olderText, "2022-07-21T00:00:00Z"),
    dated(.unknown, "on the day of that text", .dayOfChange, "2022-07-20T12:00:00Z"),
    dated(.fail, "agreed when the step was new for Azure", .olderText, "2022-07-06T00:00:00Z"),
    dated(.unknown, "on the day of that step", .dayOfChange, "2022-07-05"),
    dated(.fail, "agreed to a third party's own text", .olderText, "2022-07-04T23:59:59Z"),
    dated(
      .fail, "no zone is written, so the collection's UTC counts", .olderText,
      "2023-12-20T20:00:00"),
  ]

  private static let texts = [
    RuleExample(
      .pass, "the present text is named", on: "c-1", complete: complete,
      connection + active + consents(#","textVersion":"e4""#)),
    RuleExample(
      .fail, "an older text is named, whatever the date", Reason.olderText, on: "c-1",
      complete: complete,
      connection + active + consents(#","textVersion":"E3""# + agreed("2025-01-01T00:00:00Z"))),
    RuleExample(
      .unknown, "a text that nobody knows", Reason.textUnknown, on: "c-1", complete: complete,
      connection + active + consents(#","textVersion":"2.1""#)),
    RuleExample(
      .unknown, "neither text nor date", Reason.timeUnknown, on: "c-1", complete: complete,
      connection + active + consents(#","textVersion":null"#)),
    RuleExample(
      .pass, "agreed again under the present text", on: "c-1", complete: complete,
      connection + active
        + consents(agreed("2021-01-01T00:00:00Z"), agreed("2025-01-01T00:00:00Z"))),
    RuleExample(
      .pass, "the older text was in force at the time of the audit", on: "c-1",
      asOf: "2023-06-01T00:00:00Z", complete: complete,
      connection + active + consents(agreed("2022-09-01T00:00:00Z"))),
    RuleExample(
      .unknown, "neither an as-of time nor a time of collection", Reason.clockUnknown, on: "c-1",
      complete: complete, collected: "", connection + active + consents(#","textVersion":"E4""#)),
  ]

  private static let old = consents(agreed("2021-01-01T00:00:00Z"))

  private static let uses = [
    RuleExample(
      .pass, "agreed to an older text, but nothing is sent", Reason.olderTextUnused, on: "c-1",
      complete: complete, connection + idle + old),
    RuleExample(
      .fail, "nothing is active, but a schedule is on", Reason.olderText, on: "c-1",
      complete: complete,
      connection + old
        + #","exports":[{"exportId":"e-1","connectionId":"c-1","state":"inactive"}],"#
        + #""schedules":[{"targetId":"e-1","mode":"system","isActive":true}]"#),
    RuleExample(
      .unknown, "a schedule that is on and doesn't tell what it starts", Reason.useUnknown,
      on: "c-1", complete: complete,
      connection + old + idle.replacing("[]", with: #"[{"isActive":true}]"#)),
    RuleExample(
      .pass, "such a schedule is one of an enrichment", Reason.olderTextUnused, on: "c-1",
      complete: complete,
      connection + old
        + idle.replacing("[]", with: #"[{"targetKind":"enrichment","isActive":true}]"#)),
    RuleExample(
      .pass, "what was active is removed, and its schedule is off", Reason.olderTextUnused,
      on: "c-1", complete: complete,
      connection + old
        + #","exports":[{"exportId":"e-1","connectionId":"c-1","state":"active","#
        + #""removedUtc":"2025-01-01T00:00:00Z"}],"schedules":[{"targetId":"e-1","mode":"off"}]"#),
    RuleExample(
      .unknown, "nobody recorded whether the export is active", Reason.useUnknown, on: "c-1",
      complete: complete,
      connection + old + #","exports":[{"exportId":"e-1","connectionId":"c-1"}],"schedules":[]"#),
    RuleExample(
      .pass, "a removed enrichment sends nothing", Reason.olderTextUnused, on: "c-1",
      complete: complete,
      #""connections":[{"connectionId":"c-1","type":"experian"}],"exports":[],"schedules":[]"#
        + old
        + #","enrichments":[{"enrichmentId":"f-1","connectionId":"c-1","state":"active","#
        + #""removedUtc":"2025-01-01T00:00:00Z"}]"#),
    RuleExample(
      .fail, "an active enrichment", Reason.olderText, on: "c-1", complete: complete,
      #""connections":[{"connectionId":"c-1","type":"experian"}],"exports":[]"# + old
        + #","enrichments":[{"enrichmentId":"f-1","connectionId":"c-1","state":"active"}],"#
        + #""schedules":[]"#),
    RuleExample(
      .fail, "an inactive enrichment with a schedule that is on", Reason.olderText, on: "c-1",
      complete: complete,
      #""connections":[{"connectionId":"c-1","type":"experian"}],"exports":[]"# + old
        + #","enrichments":[{"enrichmentId":"f-1","connectionId":"c-1","state":"inactive"}],"#
        + #""schedules":[{"targetId":"f-1","mode":"system","isActive":true}]"#),
  ]

  private static let guards = [
    RuleExample(
      .notApplicable, "nobody agreed", Reason.noAcceptedConsent, on: "c-1", complete: complete,
      connection + active + #","consents":[]"#),
    RuleExample(
      .unknown, "no section of consents", Reason.consentsMissing, on: "c-1",
      complete: [.connections], connection),
    RuleExample(
      .unknown, "there may be consents that nobody listed", Reason.consentsIncomplete, on: "c-1",
      complete: [.connections, .exports, .schedules],
      connection + active + #","consents":[]"#),
    RuleExample(
      .unknown, "a newer consent may not be listed", Reason.consentsIncomplete, on: "c-1",
      complete: [.connections, .exports, .schedules], connection + active + old),
    RuleExample(
      .unknown, "a state that nobody knows", Reason.stateUnknown, on: "c-1", complete: complete,
      connection + active
        + #","consents":[{"subjectType":"connection","subjectId":"c-1","state":"agreed"}]"#),
    RuleExample(
      .unknown, "InMobi without its underlying connection", Reason.underlyingUnknown, on: "c-1",
      complete: complete,
      #""connections":[{"connectionId":"c-1","type":"inmobi"}]"# + old),
    RuleExample(
      .pass, "InMobi relies on the consent of its Blob connection", on: "c-0", complete: complete,
      #""connections":[{"connectionId":"c-0","type":"inmobi","viaConnectionId":"c-1"}]"#
        + consents(#","textVersion":"E4""#)),
  ]
}
