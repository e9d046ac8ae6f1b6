import Model

extension ConsentFresh {
  static let reads = [
    "collection.collectedUtc", "collection.sources", "collection.sources.complete",
    "collection.sources.section", "collection.timeZone", "connections.changes",
    "connections.changes.by", "connections.changes.kind", "connections.changes.utc",
    "connections.connectionId", "connections.type", "connections.updatedUtc",
    "connections.viaConnectionId", "consents.acceptedUtc", "consents.state", "consents.subjectId",
    "consents.subjectType", "enrichments.changes", "enrichments.changes.by",
    "enrichments.changes.kind", "enrichments.changes.utc", "enrichments.connectionId",
    "enrichments.removedUtc", "enrichments.updatedUtc", "exports.changes", "exports.changes.by",
    "exports.changes.kind", "exports.changes.utc", "exports.connectionId", "exports.removedUtc",
    "exports.updatedUtc",
  ]

  private static let complete: [Section] = [.connections, .consents, .exports, .enrichments]
  private static let none = #","changes":[]"#
  private static let old = #","updatedUtc":"2024-01-01T00:00:00Z""#

  private static func changed(_ kind: String, _ time: String = "2025-05-01T00:00:00Z") -> String {
    #","changes":[{"kind":"\#(kind)","utc":"\#(time)","by":"p-1"}]"#
  }

  private static func connection(_ members: String, type: String = "mailchimp") -> String {
    #""connections":[{"connectionId":"c-1","purposeKind":"export","type":"\#(type)"\#(members)}]"#
  }

  private static func agreed(_ times: String..., also: String = "") -> String {
    let rows = times.map {
      #"{"subjectType":"connection","subjectId":"c-1","state":"accepted","acceptedUtc":"\#($0)"}"#
    }
    return #","consents":[\#(rows.joined(separator: ","))\#(also)]"#
  }

  private static let recent = agreed("2025-02-01T00:00:00Z")
  private static let noExport = #","exports":[]"#

  private static func judged(
    _ outcome: Outcome, _ name: String, _ reason: Reason?, complete: [Section] = complete,
    asOf: String? = nil, _ sections: String, collected: String = "2025-06-01T00:00:00Z"
  ) -> RuleExample {
    RuleExample(
      outcome, name, reason, on: "c-1", asOf: asOf, complete: complete,
      collected: #""collectedUtc":"\#(collected)","timeZone":"UTC""#, sections)
  }

  static let examples = ages + changes + guards

  private static let ages = [
    judged(
      .pass, "365 days old to the microsecond", nil,
      connection(none) + noExport + agreed("2024-06-01T00:00:00Z")),
    judged(
      .fail, "a second older", .tooOld,
      connection(none) + noExport + agreed("2024-05-31T23:59:59Z")),
    judged(
      .fail, "the as-of time is later than the collection", .tooOld, asOf: "2025-06-01T00:00:01Z",
      connection(none) + noExport + agreed("2024-06-01T00:00:00Z")),
    judged(
      .unknown, "only the day is known, and it is the last one", .ageUnknown,
      asOf: "2025-06-01T12:00:00Z", connection(none) + noExport + agreed("2024-06-01")),
    judged(
      .fail, "no zone is written, so the collection's UTC counts", .tooOld,
      connection(none) + noExport + agreed("2024-05-31T20:00:00")),
    judged(
      .unknown, "agreed after the collection, which can't be true", .stateUnknown,
      connection(none) + noExport + agreed("2062-05-31T00:00:00Z")),
    judged(
      .pass, "renewed in time", nil,
      connection(none) + noExport + agreed("2021-01-01T00:00:00Z", "2025-02-01T00:00:00Z")),
    judged(
      .unknown, "the only consent has no time", .ageUnknown,
      connection(none) + noExport
        + #","consents":[{"subjectType":"connection","subjectId":"c-1","state":"accepted"}]"#),
    judged(
      .unknown, "the other consent has no time", .newerPossible,
      connection(none) + noExport
        + agreed(
          "2021-01-01T00:00:00Z",
          also: #",{"subjectType":"connection","subjectId":"c-1","state":"accepted"}"#)),
    judged(
      .unknown, "a newer consent may not be listed", .newerPossible,
      complete: [.connections, .exports],
      connection(none) + noExport + agreed("2021-01-01T00:00:00Z")),
  ]

  private static func export(_ members: String) -> String {
    #","exports":[{"exportId":"e-1","connectionId":"c-1"\#(members)}]"#
  }

  private static func enrichment(_ members: String) -> String {
    #""connections":[{"connectionId":"c-1","type":"experian","changes":[]}],"#
      + #""enrichments":[{"enrichmentId":"f-1","connectionId":"c-1"\#(members)}]"# + recent
  }

  private static let changes = [
    judged(
      .fail, "the target was changed after the consent", .changedSince,
      connection(changed("target")) + noExport + recent),
    judged(
      .pass, "the target was changed before", nil,
      connection(changed("target", "2025-01-31T23:59:59Z")) + noExport + recent),
    judged(
      .fail, "the credential is another one", .changedSince,
      connection(changed("credential")) + noExport + recent),
    judged(
      .fail, "more people may use the connection", .changedSince,
      connection(changed("sharingWidened")) + noExport + recent),
    judged(
      .fail, "the recipient was merged", .changedSince,
      connection(changed("recipient")) + noExport + recent),
    judged(
      .pass, "a new name, fewer users", nil,
      connection(
        #","changes":[{"kind":"name","utc":"2025-05-01T00:00:00Z"},"#
          + #"{"kind":"sharingNarrowed"},{"kind":"schedule"},{"kind":"payloadShrank"}]"#)
        + noExport + recent),
    judged(
      .unknown, "the last change is later than the new name", .changeOfUnknownKind,
      connection(changed("name") + #","updatedUtc":"2025-05-01T00:05:01Z""#) + noExport + recent),
    judged(
      .pass, "the last change is the new name", nil,
      connection(changed("name") + #","updatedUtc":"2025-05-01T00:05:00Z""#) + noExport + recent),
    judged(
      .unknown, "some change that nobody described", .changeOfUnknownKind,
      connection(changed("other")) + noExport + recent),
    judged(
      .unknown, "a material change without a time", .historyMissing,
      connection(#","changes":[{"kind":"target"}]"#) + noExport + recent),
    judged(
      .unknown, "no history, and the last change is later", .changeOfUnknownKind,
      connection(#","updatedUtc":"2025-05-01T00:00:00Z""#) + noExport + recent),
    judged(
      .pass, "no history, and the last change is older", nil, connection(old) + noExport + recent),
    judged(
      .unknown, "neither history nor last change", .historyMissing,
      connection("") + noExport + recent),
    judged(
      .fail, "an export sends more than before", .changedSince,
      connection(none) + export(changed("payloadGrew")) + recent),
    judged(.pass, "an export without changes", nil, connection(none) + export(none) + recent),
    judged(
      .unknown, "an export without history", .historyMissing,
      connection(none) + export("") + recent),
    judged(.pass, "an old export", nil, connection(none) + export(old) + recent),
    judged(
      .pass, "a removed export sends nothing", nil,
      connection(none) + export(#","removedUtc":"2025-05-01T00:00:00Z""#) + recent),
    judged(
      .unknown, "an active export of unknown connection", .historyMissing,
      connection(none) + recent
        + #","exports":[{"exportId":"e-1","state":"active","changes":[]}]"#),
    judged(
      .unknown, "the exports aren't called complete", .historyMissing,
      complete: [.connections, .consents], connection(none) + noExport + recent),
    judged(.fail, "an enrichment sends more", .changedSince, enrichment(changed("payloadGrew"))),
    judged(.pass, "an old enrichment", nil, enrichment(old)),
    judged(
      .pass, "a removed enrichment", nil, enrichment(#","removedUtc":"2025-05-01T00:00:00Z""#)),
    judged(
      .fail, "RollWorks went over to AdRoll after the consent", .changedSince,
      asOf: "2026-08-01T00:00:00Z",
      connection(none, type: "rollworks") + noExport + agreed("2025-09-01T00:00:00Z"),
      collected: "2026-07-31T00:00:00Z"),
    judged(
      .pass, "before it did", nil, asOf: "2026-07-01T00:00:00Z",
      connection(none, type: "rollworks") + noExport + agreed("2025-09-01T00:00:00Z"),
      collected: "2026-06-30T00:00:00Z"),
  ]

  private static let guards = [
    judged(
      .notApplicable, "nobody agreed", .noAcceptedConsent,
      connection(none) + noExport + #","consents":[]"#),
    judged(.unknown, "no section of consents", .consentsMissing, connection(none)),
    judged(
      .unknown, "there may be consents that nobody listed", .consentsIncomplete,
      complete: [.connections], connection(none) + #","consents":[]"#),
    judged(
      .unknown, "a state that nobody knows", .stateUnknown,
      connection(none)
        + #","consents":[{"subjectType":"connection","subjectId":"c-1","state":"agreed"}]"#),
    judged(
      .unknown, "InMobi without its underlying connection", .underlyingUnknown,
      connection(none, type: "inmobi") + recent),
    RuleExample(
      .pass, "InMobi relies on the consent of its Blob connection", on: "c-0", complete: complete,
      #""connections":[{"connectionId":"c-0","type":"inmobi","viaConnectionId":"c-1","#
        + #""purposeKind":"export","changes":[]}],"exports":[]"# + recent),
    RuleExample(
      .unknown, "neither an as-of time nor a time of collection", Reason.ageUnknown, on: "c-1",
      complete: complete, collected: "", connection(none) + noExport + recent),
  ]
}
