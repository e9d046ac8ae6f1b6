import Model

extension LeftDataDecided {
  static let reads = [
    "collection.collectedUtc", "collection.sources", "collection.sources.complete",
    "collection.sources.section", "collection.sources.windowEndUtc",
    "collection.sources.windowStartUtc",
    "connections.connectionId", "connections.createdUtc", "connections.removedUtc",
    "connections.type", "deletions.certificate", "deletions.deletedUtc", "deletions.deletionId",
    "deletions.recipientInformedUtc", "deletions.retention", "deletions.subjectId",
    "deletions.subjectType", "enrichments.enrichmentId", "enrichments.outputTable",
    "enrichments.removedUtc", "enrichments.retention", "enrichments.state",
    "exports.connectionId", "exports.createdUtc", "exports.exportId", "exports.purposeEndedUtc",
    "exports.removedUtc", "runs.recordCount", "runs.startUtc", "runs.status", "runs.targetId",
    "runs.targetKind",
    "segments.kind", "segments.members", "segments.name", "segments.retention", "segments.state",
  ]

  private static let complete: [Section] = [
    .deletions, .connections, .exports, .enrichments, .segments, .runs,
  ]

  private static func judged(
    _ outcome: Outcome, _ name: String, _ reason: Reason?, on subject: String,
    complete: [Section] = complete, _ sections: String
  ) -> RuleExample {
    RuleExample(outcome, name, reason, on: subject, complete: complete, sections)
  }

  private static func deletion(_ members: String, of kind: String = "export") -> String {
    #""deletions":[{"deletionId":"d-1","subjectType":"\#(kind)","subjectId":"e-1","#
      + #""deletedUtc":"2025-04-01T00:00:00Z"\#(members)}]"#
  }

  private static let noPaper = #","certificate":null,"retention":null"#
  private static let ran =
    #","runs":[{"targetId":"e-1","status":"successful","startUtc":"2025-03-01T00:00:00Z","#
    + #""recordCount":12}]"#

  static let examples = papers + removals + tables

  private static let papers = [
    judged(
      .pass, "the recipient certified the erasure", nil, on: "d-1",
      deletion(
        #","certificate":"T-9","retention":null,"recipientInformedUtc":"2025-04-02T00:00:00Z""#)),
    judged(
      .fail, "erased before the last transfer", .noAnswer, on: "d-1",
      deletion(#","certificate":"T-9","retention":null"#)
        + ran.replacing("2025-03-01", with: "2025-04-02")),
    judged(
      .unknown, "nobody wrote down when it was erased", .answerUnknown, on: "d-1",
      #""deletions":[{"deletionId":"d-1","subjectType":"export","subjectId":"e-1","#
        + #""certificate":"T-9","retention":null}]"# + ran),
    judged(
      .pass, "nothing was sent that could have come after the erasure", nil, on: "d-1",
      #""deletions":[{"deletionId":"d-1","subjectType":"export","subjectId":"e-1","#
        + #""certificate":"T-9","retention":null}]"#),
    judged(
      .unknown, "nobody can read when it was erased", .answerUnknown, on: "d-1",
      deletion(#","certificate":"T-9","retention":null"#).replacing("2025-04-01T", with: "soon ")),
    judged(
      .unknown, "erased after the collection, which can't be true", .answerUnknown, on: "d-1",
      deletion(#","certificate":"T-9","retention":null"#).replacing(
        "2025-04-01T", with: "2031-04-01T")
        + ran),
    judged(
      .pass, "somebody decided that the recipient may keep it", nil, on: "d-1",
      deletion(#","certificate":null,"retention":"Tax law, until 2031""#)),
    judged(
      .fail, "neither, and something was sent", .noAnswer, on: "d-1", deletion(noPaper) + ran),
    judged(
      .unknown, "neither, and nobody knows what was sent", .lastTransferUnknown, on: "d-1",
      deletion(noPaper)),
    judged(
      .unknown, "the last run sent nothing that is known", .lastTransferUnknown, on: "d-1",
      deletion(noPaper) + #","runs":[{"targetId":"e-1","status":"skipped"}]"#),
    judged(.unknown, "nobody looked for an answer", .answerUnknown, on: "d-1", deletion("") + ran),
    judged(
      .fail, "own storage: a certificate is no decision on retention", .noAnswer, on: "d-1",
      deletion(#","certificate":"T-9","retention":null"#) + ran
        + #","exports":[{"exportId":"e-1","connectionId":"c-1"}],"#
        + #""connections":[{"connectionId":"c-1","type":"azure-blob-storage"}]"#),
    judged(
      .fail, "the results of a deleted enrichment", .noRetention, on: "d-1",
      deletion(noPaper, of: "enrichment")),
    judged(
      .fail, "a removed connection whose exports have run", .noAnswer, on: "d-1",
      deletion(noPaper, of: "connection")
        + #","exports":[{"exportId":"e-2","connectionId":"e-1"}],"#
        + #""runs":[{"targetId":"e-2","status":"successful","startUtc":"2025-03-01T00:00:00Z"},"#
        + #"{"targetId":"e-2","status":"successful","startUtc":"2025-02-01T00:00:00Z"}]"#),
  ]

  private static func export(_ members: String) -> String {
    #""exports":[{"exportId":"e-1"\#(members)}]"#
  }

  private static let removed = #","removedUtc":"2025-04-01T00:00:00Z""#
  private static let created = #","createdUtc":"2025-01-01T00:00:00Z""#
  private static let none = #","deletions":[]"#

  private static let removals = [
    judged(.notApplicable, "an export in use", .inUse, on: "e-1", export("") + none + ran),
    judged(
      .fail, "a removed export without a record", .noRecord, on: "e-1", export(removed) + none + ran
    ),
    judged(
      .fail, "a record of deletion of a segment of that id", .noRecord, on: "e-1",
      export(removed) + "," + deletion(#","retention":"kept""#, of: "segment") + ran),
    judged(
      .fail, "a record of deletion of a key vault of that id", .noRecord, on: "e-1",
      export(removed) + "," + deletion(#","retention":"kept""#, of: "keyVault") + ran),
    judged(
      .fail, "by another record of that deletion it was of something else", .noRecord, on: "e-1",
      export(removed) + ","
        + deletion(#","retention":"kept"},{"deletionId":"d-1","subjectId":"e-2""#) + ran),
    judged(
      .notApplicable, "a record of deletion that doesn't say of what", .judgedByRecord, on: "e-1",
      export(removed) + "," + deletion(#","retention":"kept""#, of: "thing") + ran),
    judged(
      .unknown, "no records of deletion at all", .recordsMissing, on: "e-1",
      export(removed) + ran),
    judged(
      .unknown, "the records aren't called complete", .recordsMissing, on: "e-1",
      complete: [.exports, .runs], export(removed) + none + ran),
    judged(
      .notApplicable, "a removed export with a record", .judgedByRecord, on: "e-1",
      export(removed) + "," + deletion(noPaper)),
    judged(
      .fail, "its purpose has come to an end", .noRecord, on: "e-1",
      export(#","purposeEndedUtc":"2025-05-01T00:00:00Z""#) + none + ran),
    judged(
      .notApplicable, "its purpose ends later", .inUse, on: "e-1",
      export(#","purposeEndedUtc":"2025-07-01T00:00:00Z""#) + none + ran),
    judged(
      .unknown, "a time of removal that can't be read", .stateUnknown, on: "e-1",
      export(#","removedUtc":"soon""#) + none + ran),
    judged(
      .notApplicable, "it never sent anything", .nothingSent, on: "e-1",
      export(removed + created) + none + #","runs":[]"#),
    judged(
      .fail, "it is said to be made after the collection, so the log proves nothing", .noRecord,
      on: "e-1",
      export(removed + #","createdUtc":"2031-01-01T00:00:00Z""#) + none + #","runs":[]"#),
    judged(
      .fail, "a run since its creation doesn't tell what ran", .noRecord, on: "e-1",
      export(removed + created) + none + #","runs":[{"startUtc":"2025-03-01T00:00:00Z"}]"#),
    judged(
      .notApplicable, "such a run is one of an enrichment", .nothingSent, on: "e-1",
      export(removed + created) + none
        + #","runs":[{"targetKind":"enrichment","startUtc":"2025-03-01T00:00:00Z"}]"#),
    RuleExample(
      .fail, "the log doesn't reach back to its creation", Reason.noRecord, on: "e-1",
      collected: #""collectedUtc":"2025-06-01T00:00:00Z","sources":["#
        + #"{"section":"exports","complete":true},{"section":"deletions","complete":true},"#
        + #"{"section":"runs","complete":true,"windowStartUtc":"2025-02-01T00:00:00Z"}]"#,
      export(removed + created) + none + #","runs":[]"#),
    RuleExample(
      .fail, "the log ends long before the collection", Reason.noRecord, on: "e-1",
      collected: #""collectedUtc":"2025-06-01T00:00:00Z","sources":["#
        + #"{"section":"exports","complete":true},{"section":"deletions","complete":true},"#
        + #"{"section":"runs","complete":true,"windowStartUtc":"2025-01-01T00:00:00Z","#
        + #""windowEndUtc":"2025-03-01T00:00:00Z"}]"#,
      export(removed + created) + none + #","runs":[]"#),
    judged(
      .fail, "a removed connection without a record", .noRecord, on: "c-1",
      #""connections":[{"connectionId":"c-1"\#(removed)}],"# + export(#","connectionId":"c-1""#)
        + none + ran),
    judged(
      .fail, "an export that was detached before the removal had run", .noRecord, on: "c-1",
      #""connections":[{"connectionId":"c-1"\#(removed)\#(created)}],"#
        + #""exports":[{"exportId":"e-1","connectionId":null}]"# + none + ran),
    judged(
      .fail, "the exports aren't called complete", .noRecord, on: "c-1",
      complete: [.deletions, .connections, .enrichments, .runs],
      #""connections":[{"connectionId":"c-1"\#(removed)\#(created)}]"# + none + #","runs":[]"#),
    judged(
      .notApplicable, "a removed connection that never sent anything", .nothingSent, on: "c-1",
      #""connections":[{"connectionId":"c-1"\#(removed)\#(created)}]"# + none
        + #","exports":[],"enrichments":[],"runs":[]"#),
  ]

  private static func enrichment(_ members: String) -> String {
    #""enrichments":[{"enrichmentId":"f-1","outputTable":"Scores"\#(members)}]"#
  }

  private static func segment(_ members: String) -> String {
    #""segments":[{"name":"Buyers","members":12\#(members)}]"#
  }

  private static let tables = [
    judged(
      .pass, "a deactivated enrichment with a decision", nil, on: "f-1",
      enrichment(#","state":"inactive","retention":"Until 2026""#)),
    judged(
      .fail, "a deactivated enrichment without one", .noRetention, on: "f-1",
      enrichment(#","state":"inactive","retention":null"#)),
    judged(
      .unknown, "nobody looked for a decision", .retentionUnknown, on: "f-1",
      enrichment(#","state":"inactive""#)),
    judged(
      .notApplicable, "an active enrichment", .inUse, on: "f-1", enrichment(#","state":"active""#)),
    judged(.unknown, "nobody recorded its state", .stateUnknown, on: "f-1", enrichment("")),
    judged(
      .pass, "in use or not, there is a decision", nil, on: "f-1",
      enrichment(#","retention":"30 days""#)),
    judged(
      .fail, "a removed enrichment", .noRetention, on: "f-1",
      enrichment(#","state":"active","retention":null"# + removed)),
    judged(
      .fail, "an inactive segment", .noRetention, on: "Buyers",
      segment(#","state":"inactive","kind":"dynamic","retention":null"#)),
    judged(
      .pass, "a static segment with a decision", nil, on: "Buyers",
      segment(#","state":"active","kind":"static","retention":"Rebuilt each quarter""#)),
    judged(
      .notApplicable, "a segment that is refreshed", .inUse, on: "Buyers",
      segment(#","state":"active","kind":"dynamic""#)),
    judged(
      .unknown, "nobody knows how the segment is made", .stateUnknown, on: "Buyers",
      segment(#","state":"active""#)),
  ]
}
