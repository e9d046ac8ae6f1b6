import Model

extension ServiceSupported {
  static let reads = [
    "collection.collectedUtc", "collection.sources", "collection.sources.complete",
    "collection.sources.section", "connections.connectionId", "connections.createdUtc",
    "connections.type", "enrichments.connectionId",
    "enrichments.createdUtc", "enrichments.enrichmentId", "enrichments.type",
    "environment.instanceType", "exports.connectionId", "exports.exportId", "runs.runId",
    "runs.startUtc", "runs.status", "runs.targetId",
  ]

  private static let all: [Section] = [.connections, .enrichments]

  private static func collected(_ day: String) -> String {
    #""collectedUtc":"\#(day)T00:00:00Z","timeZone":"UTC""#
  }

  private static func document(
    _ type: String, in instance: String? = "production", made: String = "2023-01-01T00:00:00Z",
    more: String = ""
  ) -> String {
    let environment = instance.map { #","environment":{"instanceType":"\#($0)"}"# } ?? ""
    return #""connections":[{"connectionId":"c-1","type":"\#(type)","createdUtc":"\#(made)"}],"#
      + #""enrichments":[]\#(environment)\#(more)"#
  }

  private static func runs(_ start: String, _ more: String = "") -> String {
    #","exports":[{"exportId":"e-1","connectionId":"c-1"}],"#
      + #""runs":[{"runId":"r-1","targetId":"e-1","startUtc":"\#(start)"\#(more)}]"#
  }

  private static func enrichment(_ type: String, _ members: String, more: String = "") -> String {
    #""enrichments":[{"enrichmentId":"n-1","type":"\#(type)"\#(members)}],"connections":[],"#
      + #""environment":{"instanceType":"sandbox"}\#(more)"#
  }

  static let examples =
    endExamples + previewExamples + [
      RuleExample(
        .unknown, "a type that the catalogue doesn't know", Reason.typeUnknown, on: "c-1",
        complete: all, document("acme-mail")),
      RuleExample(
        .unknown, "a name that several services share", Reason.typeAmbiguous, on: "c-1",
        complete: all, document("ftp")),
      RuleExample(
        .unknown, "the catalogue is 181 days older than the snapshot", Reason.catalogueTooOld,
        on: "c-1", complete: all, collected: collected("2027-02-15"), document("google-ads")),
      RuleExample(
        .pass, "the catalogue is 180 days older than the snapshot", on: "c-1", complete: all,
        collected: collected("2027-02-14"), document("google-ads")),
      RuleExample(
        .notApplicable, "an enrichment with a connection, which is judged", Reason.hasConnection,
        on: "n-1", complete: all,
        enrichment("here", #","connectionId":"c-1""#)
          .replacing(#""connections":[]"#, with: #""connections":[{"connectionId":"c-1"}]"#)),
      RuleExample(
        .fail, "a connection that nobody listed is judged nowhere", Reason.removed, on: "n-1",
        complete: all, enrichment("here", #","connectionId":"c-2""#)),
    ]

  private static let endExamples = [
    RuleExample(
      .fail, "removed", Reason.removed, on: "c-1", complete: all, document("here")),
    RuleExample(
      .pass, "removed after the snapshot was collected", on: "c-1", complete: all,
      collected: collected("2024-04-14"), document("here", in: "sandbox")),
    RuleExample(
      .fail, "removed on the day the snapshot was collected", Reason.removed, on: "c-1",
      complete: all, collected: collected("2024-04-15"), document("here", in: "sandbox")),
    RuleExample(
      .fail, "removed, and still running", Reason.removedStillRunning, on: "c-1",
      severity: .critical, complete: all, document("here", more: runs("2024-05-01T00:00:00Z"))),
    RuleExample(
      .fail, "removed, and the last run came before", Reason.removed, on: "c-1", complete: all,
      document("here", more: runs("2024-04-15T12:00:00Z"))),
    RuleExample(
      .fail, "removed, and a later run was skipped", Reason.removed, on: "c-1", complete: all,
      document("here", more: runs("2024-05-01T00:00:00Z", #","status":"skipped""#))),
    RuleExample(
      .fail, "removed, and the connection is younger than that", Reason.removed, on: "c-1",
      complete: all,
      document("here", made: "2024-04-20T00:00:00Z", more: runs("2024-05-01T00:00:00Z"))),
    RuleExample(
      .fail, "removed, still running, and made after the collection", Reason.removedStillRunning,
      on: "c-1", severity: .critical, complete: all, collected: collected("2025-01-01"),
      document("here", made: "2031-01-01T00:00:00Z", more: runs("2024-05-01T00:00:00Z"))),
    RuleExample(
      .fail, "retired", Reason.retired, on: "c-1", complete: all,
      collected: collected("2026-08-01"), document("rollworks")),
    RuleExample(
      .fail, "retired, and still running", Reason.retiredStillRunning, on: "c-1",
      severity: .critical, complete: all, collected: collected("2026-08-01"),
      document("rollworks", more: runs("2026-07-25T00:00:00Z"))),
    RuleExample(
      .fail, "an enrichment without a connection, removed and still running",
      Reason.removedStillRunning, on: "n-1", severity: .critical, complete: all,
      enrichment(
        "enhanced-company-data", #","createdUtc":"2023-01-01T00:00:00Z""#,
        more: #","runs":[{"targetId":"n-1","startUtc":"2024-05-01T00:00:00Z"}]"#)),
    RuleExample(
      .fail, "an enrichment younger than the removal of its service", Reason.removed, on: "n-1",
      complete: all,
      enrichment(
        "enhanced-company-data", #","createdUtc":"2024-04-20T00:00:00Z""#,
        more: #","runs":[{"targetId":"n-1","startUtc":"2024-05-01T00:00:00Z"}]"#)),
  ]

  private static let previewExamples = [
    RuleExample(
      .fail, "a preview in production", Reason.previewInProduction, on: "c-1", severity: .medium,
      complete: all, document("mailchimp")),
    RuleExample(
      .pass, "a preview in a sandbox", on: "c-1", complete: all,
      document("mailchimp", in: "sandbox")),
    RuleExample(
      .unknown, "a preview, and nobody looked what the environment is for",
      Reason.instanceTypeUnknown, on: "c-1", complete: all, document("mailchimp", in: nil)),
    RuleExample(
      .fail, "generally available for eleven days only, and then in preview again",
      Reason.previewInProduction, on: "c-1", severity: .medium, complete: all,
      collected: collected("2025-07-28"), document("google-ads")),
    RuleExample(
      .pass, "generally available on the last of those days", on: "c-1", complete: all,
      collected: collected("2025-07-27"), document("google-ads")),
  ]
}
