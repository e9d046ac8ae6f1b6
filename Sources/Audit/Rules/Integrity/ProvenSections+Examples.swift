import Model

extension ProvenSections {
  static let reads = [
    "collection.collectedBy", "collection.collectedUtc", "collection.sources",
    "collection.sources.complete", "collection.sources.kind", "collection.sources.recordCount",
    "collection.sources.section", "collection.sources.sha256", "collection.sources.uri",
    "collection.sources.windowEndUtc", "collection.sources.windowStartUtc", "collection.tool",
    "collection.toolVersion",
  ]

  private static let digest = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"

  /// A source of the exports in good order, with some members replaced or added.
  private static func source(_ members: String = "", without: String = "") -> String {
    let all: [(name: String, value: String)] = [
      ("section", #""exports""#), ("kind", #""uiList""#), ("uri", #""file:e.csv""#),
      ("sha256", #""\#(digest)""#), ("recordCount", "1"), ("complete", "true"),
    ]
    let kept = all.filter { $0.name != without && !members.contains(#""\#($0.name)":"#) }
    return "{" + kept.map { #""\#($0.name)":\#($0.value)"# }.joined(separator: ",")
      + (members.isEmpty ? "" : ",\(members)") + "}"
  }

  private static func sources(
    _ outcome: Outcome, _ name: String, _ reason: Reason?, _ sources: [String],
    exports: String = #"[{"exportId":"e-1"}]"#, collected: String? = nil
  ) -> RuleExample {
    let time = collected.map { #""collectedUtc":"\#($0)","# } ?? ""
    return RuleExample(
      outcome, name, reason, on: "exports",
      collected: #"\#(time)"sources":[\#(sources.joined(separator: ","))]"#,
      #""exports":\#(exports)"#)
  }

  private static func collection(
    _ outcome: Outcome, _ name: String, _ reason: Reason? = nil,
    asOf: String? = nil, without: String = ""
  ) -> RuleExample {
    let all: [(name: String, value: String)] = [
      ("collectedUtc", "2025-06-01T00:00:00Z"), ("collectedBy", "auditor"),
      ("tool", "collector"), ("toolVersion", "1.0"), ("timeZone", "UTC"),
    ]
    let members = all.filter { $0.name != without }.map { #""\#($0.name)":"\#($0.value)""# }
    return RuleExample(
      outcome, name, reason, on: "collection", asOf: asOf,
      collected: members.joined(separator: ","), #""exports":[]"#)
  }

  private static func log(_ window: String) -> String {
    source(#""kind":"azureMonitor""# + (window.isEmpty ? "" : "," + window))
  }

  static let examples = collections + presence + provenance + logs

  private static let collections = [
    collection(.pass, "exactly 30 days old", asOf: "2025-07-01T00:00:00Z"),
    collection(.fail, "a second more", .stale, asOf: "2025-07-01T00:00:01Z"),
    collection(.unknown, "nobody says what time it is", .asOfMissing),
    collection(
      .fail, "nobody says who collected it", .noCollector, asOf: "2025-06-02T00:00:00Z",
      without: "collectedBy"),
    RuleExample(
      .fail, "a blank is no collector", Reason.noCollector, on: "collection",
      asOf: "2025-06-02T00:00:00Z",
      collected: #""collectedUtc":"2025-06-01T00:00:00Z","collectedBy":" ","tool":"collector","#
        + #""toolVersion":"1.0""#, #""exceptions":[]"#),
    collection(
      .fail, "nobody says when", .noCollector, asOf: "2025-06-02T00:00:00Z",
      without: "collectedUtc"),
    collection(
      .fail, "no version of the tool", .noCollector, asOf: "2025-06-02T00:00:00Z",
      without: "toolVersion"),
    collection(
      .fail, "no tool", .noCollector, asOf: "2025-06-02T00:00:00Z", without: "tool"),
    RuleExample(
      .unknown, "only the day of the collection is known, and it decides",
      Reason.collectionTimeUnknown, on: "collection", asOf: "2025-07-01T12:00:00Z",
      collected: #""collectedUtc":"2025-06-01","collectedBy":"auditor","tool":"collector","#
        + #""toolVersion":"1.0""#,
      #""exports":[]"#),
    RuleExample(
      .fail, "no word on the collection at all", Reason.noManifest, on: "collection",
      asOf: "2025-06-02T00:00:00Z", collected: nil, #""exports":[]"#),
  ]

  private static let presence = [
    RuleExample(
      .fail, "a section that a chosen rule needs is missing", Reason.sectionMissing,
      on: "connections", #""exports":[]"#),
    RuleExample(
      .pass, "a section that no chosen rule needs is missing", on: "exceptions", #""exports":[]"#),
    RuleExample(
      .fail, "no source is named", Reason.noSource, on: "exports", #""exports":[]"#),
    sources(
      .pass, "an empty section with a source is a real zero", nil, [source(#""recordCount":0"#)],
      exports: "[]"),
  ]

  private static let provenance = [
    sources(.pass, "everything is stated", nil, [source()]),
    sources(.fail, "no address", .noAddress, [source(without: "uri")]),
    sources(.fail, "blanks are no address", .noAddress, [source(#""uri":" ""#)]),
    sources(.fail, "no digest", .noDigest, [source(without: "sha256")]),
    sources(.fail, "no count", .noCount, [source(without: "recordCount")]),
    sources(
      .fail, "nobody says whether it is complete", .completenessNotStated,
      [source(without: "complete")]),
    sources(.fail, "said to be incomplete", .incomplete, [source(#""complete":false"#)]),
    sources(.fail, "no digest of that kind", .digestMalformed, [source(#""sha256":"0""#)]),
    sources(
      .fail, "the digest is not that of the file read", .digestDiffers,
      [source(#""uri":"file:fragment.json""#)]),
    sources(.fail, "the source has more records", .countDiffers, [source(#""recordCount":2"#)]),
    sources(.pass, "two sources together", nil, [source(), source(#""recordCount":0"#)]),
    sources(
      .fail, "one of two sources is incomplete", .incomplete,
      [source(), source(#""recordCount":0,"complete":false"#)]),
  ]

  private static let logs = [
    sources(
      .pass, "a log with its period", nil,
      [log(#""windowStartUtc":"2025-01-01","windowEndUtc":"2025-06-01""#)]),
    sources(
      .unknown, "a log without a start", .windowStartMissing,
      [log(#""windowEndUtc":"2025-06-01""#)]),
    sources(
      .unknown, "a log without an end", .windowEndMissing,
      [log(#""windowStartUtc":"2025-01-01""#)]),
    sources(
      .fail, "a log that ends before it starts", .windowGap,
      [log(#""windowStartUtc":"2025-06-01","windowEndUtc":"2025-01-01""#)]),
    sources(
      .fail, "two logs with a gap between them", .windowGap,
      [
        log(#""windowStartUtc":"2025-01-01","windowEndUtc":"2025-02-01""#),
        log(#""recordCount":0,"windowStartUtc":"2025-03-01","windowEndUtc":"2025-06-01""#),
      ]),
    sources(
      .unknown, "a third log that doesn't say when it ends may fill the gap", .windowEndMissing,
      [
        log(#""windowStartUtc":"2025-01-01","windowEndUtc":"2025-02-01""#),
        log(#""recordCount":0,"windowStartUtc":"2025-02-01""#),
        log(#""recordCount":0,"windowStartUtc":"2025-03-01","windowEndUtc":"2025-06-01""#),
      ]),
    sources(
      .pass, "a log that ends a day before the collection", nil,
      [log(#""windowStartUtc":"2025-01-01T00:00:00Z","windowEndUtc":"2025-05-31T00:00:00Z""#)],
      collected: "2025-06-01T00:00:00Z"),
    sources(
      .unknown, "a log that ends a second earlier", .windowEndsEarly,
      [log(#""windowStartUtc":"2025-01-01T00:00:00Z","windowEndUtc":"2025-05-30T23:59:59Z""#)],
      collected: "2025-06-01T00:00:00Z"),
    sources(
      .unknown, "another log doesn't say until when it goes on", .windowEndMissing,
      [
        log(#""windowStartUtc":"2025-01-01T00:00:00Z","windowEndUtc":"2025-05-30T23:59:59Z""#),
        log(#""recordCount":0,"windowStartUtc":"2025-02-01T00:00:00Z""#),
      ], collected: "2025-06-01T00:00:00Z"),
    sources(
      .unknown, "what ends early may be no log", .windowEndsEarly,
      [
        source(
          #""windowStartUtc":"2025-01-01T00:00:00Z","windowEndUtc":"2025-05-30T23:59:59Z""#,
          without: "kind")
      ], collected: "2025-06-01T00:00:00Z"),
    sources(
      .unknown, "what may be a log doesn't say when it was kept", .sourceKindUnknown,
      [source(without: "kind")]),
    sources(
      .unknown, "a kind that nobody knows", .sourceKindUnknown, [source(#""kind":"diary""#)]),
    sources(
      .pass, "what may be a log says when it was kept", nil,
      [source(#""windowStartUtc":"2025-01-01","windowEndUtc":"2025-06-01""#, without: "kind")]),
    sources(
      .pass, "two logs that meet", nil,
      [
        log(#""windowStartUtc":"2025-01-01T00:00:00Z","windowEndUtc":"2025-03-01T00:00:00Z""#),
        log(
          #""recordCount":0,"windowStartUtc":"2025-03-01T00:00:00Z","#
            + #""windowEndUtc":"2025-06-01T00:00:00Z""#),
      ]),
  ]
}
