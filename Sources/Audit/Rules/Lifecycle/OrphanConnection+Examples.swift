import Model

extension OrphanConnection {
  static let reads = [
    "collection.collectedUtc", "collection.sources", "collection.sources.complete",
    "collection.sources.section", "collection.sources.windowEndUtc",
    "collection.sources.windowStartUtc",
    "connections.connectionId", "connections.createdUtc", "connections.credential.method",
    "connections.purposeKind", "connections.type", "enrichments.connectionId",
    "enrichments.enrichmentId",
    "enrichments.removedUtc", "enrichments.state", "exports.connectionId", "exports.exportId",
    "exports.removedUtc", "exports.state", "runs.startUtc", "runs.status", "runs.targetId",
    "runs.targetKind",
  ]

  private static let all: [Section] = [.connections, .exports, .enrichments, .runs]
  private static let old = #","createdUtc":"2024-01-01T00:00:00Z","credential":{"method":"apiKey"}"#

  private static func document(
    _ made: String = old, purpose: String? = "export", exports: String..., enrichments: String = "",
    runs: String = ""
  ) -> String {
    let purpose = purpose.map { #","purposeKind":"\#($0)""# } ?? ""
    return #""connections":[{"connectionId":"c-1"\#(purpose)\#(made)}],"#
      + #""exports":[\#(exports.joined(separator: ","))],"enrichments":[\#(enrichments)],"#
      + #""runs":[\#(runs)]"#
  }

  private static func export(_ members: String) -> String {
    #"{"exportId":"e-1","connectionId":"c-1",\#(members)}"#
  }

  private static let inactive = export(#""state":"inactive""#)

  private static func run(_ start: String, _ more: String = "") -> String {
    #"{"targetId":"e-1","startUtc":"\#(start)"\#(more)}"#
  }

  static let examples =
    useExamples + runExamples + [
      RuleExample(
        .notApplicable, "a day younger than the limit", Reason.younger, on: "c-1", complete: all,
        document(#","createdUtc":"2025-03-04T00:00:00Z""#)),
      RuleExample(
        .fail, "exactly as old as the limit", Reason.noDependants, on: "c-1", complete: all,
        document(#","createdUtc":"2025-03-03T00:00:00Z""#)),
      RuleExample(
        .unknown, "it is said to be made after the collection", Reason.ageUnknown, on: "c-1",
        complete: all, document(#","createdUtc":"2031-01-01T00:00:00Z""#)),
      RuleExample(
        .unknown, "nobody knows how old it is", Reason.ageUnknown, on: "c-1", complete: all,
        document("")),
    ]

  private static let useExamples = [
    RuleExample(
      .pass, "an active export", on: "c-1", complete: all,
      document(exports: export(#""state":"active""#))),
    RuleExample(
      .pass, "an active enrichment", on: "c-1", complete: all,
      document(
        purpose: "enrichment",
        enrichments: #"{"enrichmentId":"n-1","connectionId":"c-1","state":"active"}"#)),
    RuleExample(
      .fail, "an export of unknown connection doesn't use one for enrichments",
      Reason.noDependants, on: "c-1", complete: all,
      document(purpose: "enrichment", exports: #"{"exportId":"e-9","state":"active"}"#)),
    RuleExample(
      .fail, "nor one whose type alone says that it is for enrichments", Reason.noDependants,
      on: "c-1", complete: all,
      document(
        #","type":"experian""# + old, purpose: nil, exports: #"{"exportId":"e-9","state":"active"}"#
      )),
    RuleExample(
      .pass, "the active export is to be removed later", on: "c-1", complete: all,
      document(exports: export(#""state":"active","removedUtc":"2025-07-01T00:00:00Z""#))),
    RuleExample(
      .unknown, "nothing can name a connection without an id", Reason.dependantsUnknown,
      on: "connections#0", complete: all,
      document().replacing(#""connectionId":"c-1","#, with: "")),
    RuleExample(
      .fail, "nothing uses it", Reason.noDependants, on: "c-1", complete: all, document()),
    RuleExample(
      .fail, "an inactive export only", Reason.onlyInactive, on: "c-1", complete: all,
      document(exports: inactive)),
    RuleExample(
      .fail, "the active export was removed", Reason.noDependants, on: "c-1", complete: all,
      document(exports: export(#""state":"active","removedUtc":"2025-01-01T00:00:00Z""#))),
    RuleExample(
      .fail, "the active enrichment was removed", Reason.noDependants, on: "c-1", complete: all,
      document(
        purpose: "enrichment",
        enrichments: #"{"enrichmentId":"n-1","connectionId":"c-1","state":"active","#
          + #""removedUtc":"2025-01-01T00:00:00Z"}"#)),
    RuleExample(
      .unknown, "a state outside the vocabulary", Reason.stateUnknown, on: "c-1", complete: all,
      document(exports: export(#""state":"paused""#))),
    RuleExample(
      .unknown, "an export of unknown connection may use it", Reason.dependantsUnknown,
      on: "c-1", complete: all, document(exports: #"{"exportId":"e-9","state":"active"}"#)),
    RuleExample(
      .unknown, "no section of exports", Reason.dependantsUnknown, on: "c-1",
      complete: [.connections, .enrichments, .runs],
      #""connections":[{"connectionId":"c-1"\#(old)}],"enrichments":[],"runs":[]"#),
  ]

  private static let runExamples = [
    RuleExample(
      .pass, "an inactive export that ran lately", on: "c-1", complete: all,
      document(exports: inactive, runs: run("2025-03-03T00:00:01Z"))),
    RuleExample(
      .fail, "the last run was as long ago as the limit", Reason.onlyInactive, on: "c-1",
      complete: all, document(exports: inactive, runs: run("2025-03-03T00:00:00Z"))),
    RuleExample(
      .fail, "a skipped run is no use", Reason.onlyInactive, on: "c-1", complete: all,
      document(exports: inactive, runs: run("2025-05-01T00:00:00Z", #","status":"skipped""#))),
    RuleExample(
      .pass, "an inactive enrichment that ran lately", on: "c-1", complete: all,
      document(
        purpose: "enrichment",
        enrichments: #"{"enrichmentId":"n-1","connectionId":"c-1","state":"inactive"}"#,
        runs: #"{"targetId":"n-1","startUtc":"2025-05-01T00:00:00Z"}"#)),
    RuleExample(
      .unknown, "an inactive export of unknown connection ran lately", Reason.runsUnknown,
      on: "c-1", complete: all,
      document(
        exports: #"{"exportId":"e-1","state":"inactive"}"#, runs: run("2025-05-01T00:00:00Z"))),
    RuleExample(
      .unknown, "a recent run that doesn't tell what ran", Reason.runsUnknown, on: "c-1",
      complete: all,
      document(exports: inactive, runs: #"{"startUtc":"2025-05-01T00:00:00Z"}"#)),
    RuleExample(
      .fail, "such a run is one of an enrichment", Reason.onlyInactive, on: "c-1", complete: all,
      document(
        exports: inactive,
        runs: #"{"targetKind":"enrichment","startUtc":"2025-05-01T00:00:00Z"}"#)),
    RuleExample(
      .unknown, "an active enrichment of unknown connection may use it", Reason.dependantsUnknown,
      on: "c-1", complete: all,
      document(purpose: "enrichment", enrichments: #"{"enrichmentId":"n-9","state":"active"}"#)),
    RuleExample(
      .unknown, "the log does not go back far enough", Reason.runsUnknown, on: "c-1",
      collected: #""collectedUtc":"2025-06-01T00:00:00Z","sources":["#
        + #"{"section":"connections","complete":true},{"section":"exports","complete":true},"#
        + #"{"section":"runs","complete":true,"windowStartUtc":"2025-05-01T00:00:00Z"}]"#,
      document(exports: inactive)),
    RuleExample(
      .unknown, "the log ends long before the collection", Reason.runsUnknown, on: "c-1",
      collected: #""collectedUtc":"2025-06-01T00:00:00Z","sources":["#
        + #"{"section":"connections","complete":true},{"section":"exports","complete":true},"#
        + #"{"section":"runs","complete":true,"windowStartUtc":"2025-01-01T00:00:00Z","#
        + #""windowEndUtc":"2025-05-01T00:00:00Z"}]"#,
      document(exports: inactive)),
    RuleExample(
      .unknown, "its only run is dated after the collection", Reason.runsUnknown, on: "c-1",
      complete: all,
      document(
        exports: inactive, runs: #"{"targetId":"e-1","startUtc":"2031-01-01T00:00:00Z"}"#)),
    RuleExample(
      .unknown, "nobody said that these are all runs", Reason.runsUnknown, on: "c-1",
      complete: [.connections, .exports, .enrichments], document(exports: inactive)),
  ]
}
