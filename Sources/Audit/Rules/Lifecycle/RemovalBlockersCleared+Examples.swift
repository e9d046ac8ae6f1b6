import Model

extension RemovalBlockersCleared {
  static let reads = [
    "collection.collectedUtc", "collection.sources", "collection.sources.complete",
    "collection.sources.section", "collection.timeZone", "connections.connectionId",
    "connections.removal.dueUtc", "connections.removal.requestedBy",
    "connections.removal.requestedUtc", "connections.type", "enrichments.connectionId",
    "enrichments.enrichmentId", "enrichments.removedUtc", "enrichments.state",
    "exports.connectionId", "exports.exportId", "exports.removedUtc",
  ]

  private static let complete: [Section] = [.connections, .exports, .enrichments]
  private static let asked =
    #""requestedUtc":"2025-04-01T00:00:00Z","requestedBy":"p-1""#

  private static func connection(_ removal: String, _ members: String = "") -> String {
    #""connections":[{"connectionId":"c-1","type":"mailchimp","removal":\#(removal)\#(members)}]"#
  }

  private static func due(_ time: String) -> String {
    connection(#"{\#(asked),"dueUtc":"\#(time)"}"#)
  }

  private static let export = #","exports":[{"exportId":"e-1","connectionId":"c-1"}]"#
  private static let noExport = #","exports":[]"#

  private static func enrichment(_ members: String) -> String {
    #""connections":[{"connectionId":"c-1","purposeKind":"enrichment","type":"experian","#
      + #""removal":{\#(asked),"dueUtc":"2025-05-31T00:00:00Z"}}],"#
      + #""enrichments":[{"enrichmentId":"f-1","connectionId":"c-1"\#(members)}]"#
  }

  static let examples = [
    RuleExample(
      .fail, "an export still uses the connection after the due date", Reason.overdue, on: "c-1",
      complete: complete, due("2025-05-31T23:59:59Z") + export),
    RuleExample(
      .pass, "an export uses it, and the removal is due at this very moment", Reason.stillInTime,
      on: "c-1", complete: complete, due("2025-06-01T00:00:00Z") + export),
    RuleExample(
      .fail, "the as-of time is later than the due date", Reason.overdue, on: "c-1",
      asOf: "2025-06-01T00:00:01Z", complete: complete, due("2025-06-01T00:00:00Z") + export),
    RuleExample(
      .unknown, "due on the day of the audit, without a time", Reason.dueDateUnknown, on: "c-1",
      asOf: "2025-06-01T12:00:00Z", complete: complete, due("2025-06-01") + export),
    RuleExample(
      .fail, "no zone is written, so the collection's UTC counts", Reason.overdue, on: "c-1",
      complete: complete, due("2025-05-31T20:00:00") + export),
    RuleExample(
      .unknown, "nothing can name a connection without an id", Reason.dependantsUnknown,
      on: "connections#0", complete: complete,
      due("2025-05-01T00:00:00Z").replacing(#""connectionId":"c-1","#, with: "") + noExport),
    RuleExample(
      .pass, "nothing uses it any more", on: "c-1", complete: complete,
      due("2025-05-01T00:00:00Z") + noExport),
    RuleExample(
      .pass, "the export was removed", on: "c-1", complete: complete,
      due("2025-05-01T00:00:00Z")
        + #","exports":[{"exportId":"e-1","connectionId":"c-1","#
        + #""removedUtc":"2025-04-20T00:00:00Z"}]"#),
    RuleExample(
      .pass, "detached exports are not in the way", on: "c-1", complete: complete,
      due("2025-05-01T00:00:00Z")
        + #","exports":[{"exportId":"e-1","connectionId":null}]"#),
    RuleExample(
      .unknown, "an export that names no connection may use it", Reason.dependantsUnknown,
      on: "c-1", complete: complete,
      due("2025-05-01T00:00:00Z") + #","exports":[{"exportId":"e-1"}]"#),
    RuleExample(
      .pass, "an export without a connection that was removed", on: "c-1", complete: complete,
      due("2025-05-01T00:00:00Z")
        + #","exports":[{"exportId":"e-1","removedUtc":"2025-04-20T00:00:00Z"}]"#),
    RuleExample(
      .unknown, "the exports aren't called complete", Reason.dependantsUnknown, on: "c-1",
      complete: [.connections], due("2025-05-01T00:00:00Z") + noExport),
    RuleExample(
      .fail, "somebody looked, and there is no due date", Reason.noDueDate, on: "c-1",
      complete: complete, connection(#"{\#(asked),"dueUtc":null}"#) + export),
    RuleExample(
      .unknown, "nobody looked for a due date", Reason.dueDateUnknown, on: "c-1",
      complete: complete, connection("{\(asked)}") + export),
    RuleExample(
      .unknown, "a due date that can't be read", Reason.dueDateUnknown, on: "c-1",
      complete: complete, due("soon") + export),
    RuleExample(
      .unknown, "only a due date that can't be read", Reason.markUnreadable, on: "c-1",
      complete: complete, connection(#"{"dueUtc":"soon"}"#) + export),
    RuleExample(
      .unknown, "neither an as-of time nor a time of collection", Reason.dueDateUnknown,
      on: "c-1", complete: complete, collected: "", due("2025-05-31T23:59:59Z") + export),
    RuleExample(
      .fail, "an active enrichment is in the way", Reason.overdue, on: "c-1", complete: complete,
      enrichment(#","state":"active""#)),
    RuleExample(
      .pass, "a deactivated enrichment is not", on: "c-1", complete: complete,
      enrichment(#","state":"inactive""#)),
    RuleExample(
      .pass, "nor is a removed one", on: "c-1", complete: complete,
      enrichment(#","removedUtc":"2025-04-20T00:00:00Z""#)),
    RuleExample(
      .unknown, "an enrichment of which nobody knows the state", Reason.dependantsUnknown,
      on: "c-1", complete: complete, enrichment("")),
    RuleExample(
      .pass, "only who asked is on record", on: "c-1", complete: complete,
      connection(#"{"requestedBy":"p-1"}"#) + noExport),
    RuleExample(
      .notApplicable, "nobody asked for a removal", Reason.notMarked, on: "c-1",
      complete: complete, connection("null") + export),
  ]
}
