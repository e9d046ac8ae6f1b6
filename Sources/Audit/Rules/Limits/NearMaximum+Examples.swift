import Model

extension NearMaximum {
  static let reads = [
    "collection.collectedUtc", "collection.sources", "collection.sources.complete",
    "collection.sources.section", "connections.connectionId",
    "connections.target.accountIds", "connections.type", "contractLimits.connectionId",
    "contractLimits.contractLimitId", "contractLimits.limit", "exports.connectionId",
    "exports.contractLimit", "exports.displayName", "exports.exportId", "exports.items",
    "exports.items.kind", "exports.items.name", "exports.state", "runs.items", "runs.recordCount",
    "runs.recordCountSource", "runs.runId", "runs.startUtc", "runs.targetId", "runs.targetKind",
    "segments.base", "segments.countedUtc", "segments.history", "segments.history.members",
    "segments.history.utc", "segments.members", "segments.name", "tables.name", "tables.rowCount",
  ]

  private static func sized(_ type: String, _ sizes: Int...) -> String {
    LimitExamples.sections(
      type, sizes.enumerated().map { ("S\($0.offset)", LimitExamples.members($0.element)) })
  }

  /// A segment that was counted on two earlier days too.
  private static func grown(
    _ first: Int, _ second: Int, _ present: Int, year: Int = 2025
  ) -> String {
    #""members":\#(present),"countedUtc":"\#(year)-05-31T00:00:00Z","history":["#
      + #"{"utc":"\#(year)-05-11T00:00:00Z","members":\#(first)},"#
      + #"{"utc":"\#(year)-05-21T00:00:00Z","members":\#(second)}]"#
  }

  private static func run(_ count: Int) -> String {
    #"{"runId":"r-1","targetId":"e-1","recordCount":\#(count),"#
      + #""recordCountSource":"recorded","startUtc":"2025-05-01T00:00:00Z"}"#
  }

  private static func contract(_ members: String, export: String = "") -> String {
    LimitExamples.sections(
      "hubspot", [("A", LimitExamples.members(60_000))], export: #","state":"active"\#(export)"#,
      more: #","contractLimits":[{"contractLimitId":"l-1"\#(members)}]"#)
  }

  private static let contracts = [
    example(
      .fail, "near what a contract allows", .nearLimit,
      contract(#","connectionId":"c-1","limit":60000"#)),
    example(
      .notApplicable, "above what a contract allows", .overLimit,
      contract(#","connectionId":"c-1","limit":59999"#)),
    example(
      .unknown, "nobody can read how much the contract allows", .contractUnclear,
      contract(#","connectionId":"c-1","limit":"1000 profiles""#)),
    example(
      .unknown, "nobody looked what the contract is about", .contractUnclear,
      contract(#","limit":1000000"#)),
    example(
      .unknown, "nobody can read the contract that the export states", .contractUnclear,
      contract(#","connectionId":"c-2""#, export: #","contractLimit":"1000x""#)),
    example(
      .notApplicable, "above one contract, whatever the other one allows", .overLimit,
      contract(
        #","connectionId":"c-1","limit":"x"},{"contractLimitId":"l-2","connectionId":"c-1","#
          + #""limit":59999"#)),
  ]

  static let examples =
    LimitExamples.guards(Reason.self, detached: .detached) + contracts + [
      example(.fail, "exactly at the threshold", .nearLimit, sized("hubspot", 90_000)),
      example(.pass, "one below the threshold", sized("hubspot", 89_999)),
      example(.fail, "exactly at the maximum", .nearLimit, sized("hubspot", 100_000)),
      example(.notApplicable, "above the maximum", .overLimit, sized("hubspot", 100_001)),
      example(.notApplicable, "no maximum", .noLimit, sized("inmobi", 9)),
      example(.notApplicable, "only a recommendation", .noLimit, sized("ci-journeys", 999_999)),
      example(.fail, "the largest segment is near", .nearLimit, sized("hubspot", 95_000, 50_000)),
      example(
        .unknown, "only together near", .segmentsMayOverlap, sized("hubspot", 50_000, 40_000)),
      example(.pass, "far, even together", sized("hubspot", 50_000, 39_999)),
      example(
        .fail, "of two records of one run the stricter one counts", .nearLimit,
        sized("hubspot", 5) + #","runs":[\#(run(95_000)),\#(run(12))]"#),
      example(
        .fail, "a run that sent something else doesn't tell how near it is", .nearLimit,
        sized("hubspot", 95_000)
          + #","runs":[\#(run(12).replacing("}", with: #","items":["Other"]}"#))]"#),
      example(
        .fail, "nor does a run of a segment, whatever id it names", .nearLimit,
        sized("hubspot", 95_000)
          + #","runs":[\#(run(12).replacing("}", with: #","targetKind":"segment"}"#))]"#),
      example(
        .unknown, "a count is missing", .countMissing,
        LimitExamples.sections(
          "hubspot", [("A", LimitExamples.members(5)), ("B", #""members":null"#)])),
      example(
        .unknown, "accounts, of which each may stand for several contacts", .accountsNotPersons,
        LimitExamples.sections(
          "hubspot", [("A", LimitExamples.members(5, #","base":"account""#))])),
      example(
        .unknown, "another export may go to the same account", .accountUnknown,
        DestinationMaximum.total(40_000, 50_000, connection: "")),
      example(
        .fail, "another export to the account is near", .nearLimit,
        DestinationMaximum.total(5, 90_000)),
      example(
        .pass, "even together with it", DestinationMaximum.total(40_000, 49_999, connection: "")),
      example(
        .fail, "growing past the maximum within 30 days", .growingPastLimit,
        LimitExamples.sections("hubspot", [("A", grown(60_000, 70_000, 80_000))])),
      example(
        .fail, "30 days from the audit, not from the last count", .growingPastLimit,
        LimitExamples.sections(
          "hubspot",
          [("A", grown(74_000, 77_000, 80_000, year: 2024))])),
      example(
        .unknown, "growing beside a table", .growthUnclear,
        LimitExamples.sections(
          "hubspot", [("A", grown(70_000, 75_000, 80_000))],
          items: #"[{"kind":"segment","name":"A"},{"kind":"table","name":"T"}]"#,
          more: #","tables":[{"name":"T","rowCount":6000}]"#)),
      example(
        .unknown, "growing beside an export whose account is not known", .growthUnclear,
        DestinationMaximum.total(1, 10_000, connection: "").replacing(
          #""name":"A",\#(LimitExamples.members(1))"#,
          with: #""name":"A",\#(grown(60_000, 66_000, 72_000))"#)),
      example(
        .unknown, "an export growing whose account is not known", .growthUnclear,
        DestinationMaximum.total(10_000, 1, connection: "").replacing(
          #""name":"B",\#(LimitExamples.members(1))"#,
          with: #""name":"B",\#(grown(60_000, 68_000, 76_000))"#)),
      example(
        .pass, "growing up to the maximum",
        LimitExamples.sections("hubspot", [("A", grown(70_000, 75_000, 80_000))])),
      example(
        .pass, "shrinking",
        LimitExamples.sections("hubspot", [("A", grown(89_000, 85_000, 80_000))])
      ),
      example(
        .pass, "two counts are no trend",
        LimitExamples.sections(
          "hubspot",
          [("A", #""members":80000,"history":[{"utc":"2025-05-21","members":100}]"#)])),
      example(
        .unknown, "only together growing past it", .growthUnclear,
        LimitExamples.sections(
          "hubspot",
          [("A", grown(20_000, 30_000, 40_000)), ("B", grown(20_000, 30_000, 40_000))])),
      example(
        .fail, "per segment", .growingPastLimit,
        LimitExamples.sections("dynamics365-sales", [("A", grown(60_000, 70_000, 80_000))])),
    ]
}
