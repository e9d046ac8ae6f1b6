import Model

extension DestinationMaximum {
  static let reads = [
    "collection.collectedUtc", "collection.sources", "collection.sources.complete",
    "collection.sources.section", "connections.connectionId", "connections.target.accountIds",
    "connections.type", "contractLimits.accountId", "contractLimits.connectionId",
    "contractLimits.contractLimitId", "contractLimits.limit", "contractLimits.scope",
    "contractLimits.validFromUtc", "contractLimits.validToUtc", "environment.audience",
    "exports.connectionId", "exports.contractLimit", "exports.displayName", "exports.exportId",
    "exports.items", "exports.items.kind", "exports.items.name", "exports.removedUtc",
    "exports.state",
    "runs.items", "runs.recordCount", "runs.recordCountSource", "runs.runId", "runs.startUtc",
    "runs.status", "runs.targetId", "runs.targetKind", "segments.base", "segments.countedUtc",
    "segments.members", "segments.name", "tables.name", "tables.rowCount",
  ]

  /// An export of segments with so many members.
  static func sized(_ type: String, _ sizes: Int...) -> String {
    LimitExamples.sections(
      type, sizes.enumerated().map { ("S\($0.offset)", LimitExamples.members($0.element)) })
  }

  /// A run of the export `e-1` with a number.
  static func run(_ count: Int, _ source: String, _ start: String) -> String {
    #","runs":[{"runId":"r-1","targetId":"e-1","recordCount":\#(count),"#
      + #""recordCountSource":"\#(source)","startUtc":"\#(start)"}]"#
  }

  private static func contract(_ limit: Int, _ members: String) -> String {
    LimitExamples.sections(
      "hubspot", [("A", LimitExamples.members(60_000))],
      more: #","contractLimits":[{"contractLimitId":"l-1","limit":\#(limit)\#(members)}]"#)
  }

  private static let twoAccounts = #","target":{"accountIds":{"list":"7"}}"#

  static func total(
    _ own: Int, _ other: Int, account: String = "7", state: String = "active",
    connection: String? = nil
  ) -> String {
    """
    "connections":[{"connectionId":"c-1","type":"sendgrid"\(twoAccounts)},
    {"connectionId":"c-2","type":"sendgrid"\(connection ?? #","target":{"accountIds":{"list":"\#(account)"}}"#)}],
    "exports":[{"exportId":"e-1","connectionId":"c-1","state":"active",
    "items":[{"kind":"segment","name":"A"}]},
    {"exportId":"e-2","connectionId":"c-2","state":"\(state)","displayName":"Other",
    "items":[{"kind":"segment","name":"B"}]}],
    "segments":[{"name":"A",\(LimitExamples.members(own))},{"name":"B",\(LimitExamples.members(other))}]
    """
  }

  static let examples =
    LimitExamples.guards(Reason.self, detached: .detached)
    + sizes + runExamples + scopes + sources + contracts + doubts

  private static let sizes = [
    example(.pass, "exactly at the maximum", sized("microsoft-advertising", 500_000)),
    example(.fail, "one profile above", .overLimit, sized("microsoft-advertising", 500_001)),
    example(
      .pass, "the day before the maximum was lowered",
      LimitExamples.sections(
        "microsoft-advertising", [("A", LimitExamples.members(1_000_000, on: "2021-05-10"))])),
    example(
      .fail, "the day itself", .overLimit,
      LimitExamples.sections(
        "microsoft-advertising", [("A", LimitExamples.members(1_000_000, on: "2021-05-11"))])),
    example(
      .fail, "two figures in one article: the smaller one decides", .overLimit,
      LimitExamples.sections(
        "klaviyo", [("A", LimitExamples.members(500_000, on: "2022-06-27"))])),
    example(
      .pass, "before the first article the newest facts count",
      LimitExamples.sections(
        "klaviyo", [("A", LimitExamples.members(500_000, on: "2021-08-12"))])),
    example(
      .pass, "above a mere recommendation", sized("ci-journeys", 2_000_000)),
    example(.notApplicable, "no maximum is stated", .noLimit, sized("azure-blob-storage", 9)),
    example(.notApplicable, "the license decides", .noLimit, sized("adobe-campaign-standard", 9)),
    example(.notApplicable, "a basis for a duration is no cap", .noLimit, sized("liveramp", 9)),
    example(
      .pass, "an inactive export is tested too",
      LimitExamples.sections(
        "adroll", [("A", LimitExamples.members(250_000))], export: #","state":"inactive""#)),
  ]

  private static let scopes = [
    example(.pass, "the sum of the segments is within", sized("adroll", 150_000, 100_000)),
    example(
      .unknown, "the segments may overlap", .segmentsMayOverlap, sized("adroll", 150_000, 100_001)),
    example(.fail, "the largest segment alone exceeds", .overLimit, sized("adroll", 10, 250_001)),
    example(.pass, "per segment", sized("dynamics365-sales", 100_000, 100_000)),
    example(.fail, "one segment too large", .overLimit, sized("dynamics365-sales", 1, 100_001)),
    example(
      .pass, "an unstated scope is read as per export",
      """
      "connections":[{"connectionId":"c-1","type":"braze"}],
      "exports":[{"exportId":"e-1","connectionId":"c-1","items":[{"kind":"segment","name":"A"}]},
      {"exportId":"e-2","connectionId":"c-1","items":[{"kind":"segment","name":"A"}]}],
      "segments":[{"name":"A","members":600000}]
      """),
    example(.pass, "in total over two connections of one account", total(40_000, 60_000)),
    example(
      .unknown, "in total, if the segments don't overlap too much", .segmentsMayOverlap,
      total(40_000, 60_001)),
    example(.fail, "another export to the account exceeds", .overLimit, total(5, 100_001)),
    example(.pass, "another account", total(40_000, 60_001, account: "8")),
    example(
      .pass, "inactive exports aren't in the total", total(40_000, 60_001, state: "inactive")),
    example(
      .pass, "removed exports aren't in the total",
      total(40_000, 60_001, state: #"active","removedUtc":"2025-05-01T00:00:00Z"#)),
    example(
      .unknown, "the other account is not known", .accountUnknown,
      total(40_000, 60_001, connection: "")),
    example(
      .unknown, "the connection of another export isn't in the snapshot", .accountUnknown,
      total(40_000, 60_001).replacing(
        #""e-2","connectionId":"c-2""#, with: #""e-2","connectionId":"c-9""#)),
    example(
      .unknown, "nobody looked at the connection of another export", .accountUnknown,
      total(40_000, 60_001).replacing(#""e-2","connectionId":"c-2""#, with: #""e-2""#)),
    example(
      .unknown, "a connection of unknown type to an account of the same id", .accountUnknown,
      total(5, 100_001).replacing(#""c-2","type":"sendgrid""#, with: #""c-2","type":"sendgritt""#)),
    example(
      .pass, "a connection of unknown type to another account",
      total(40_000, 60_001, account: "8").replacing(
        #""c-2","type":"sendgrid""#, with: #""c-2","type":"sendgritt""#)),
    example(
      .pass, "a connection that stands twice counts once",
      total(40_000, 60_000).replacing(
        #""connections":["#,
        with: #""connections":[{"connectionId":"c-2","type":"sendgrid"\#(twoAccounts)},"#)),
    example(
      .pass, "even together with an export whose account is not known",
      total(40_000, 60_000, connection: "")),
    example(
      .fail, "whatever the other account, this one exceeds", .overLimit,
      total(100_001, 1, connection: "")),
    example(
      .pass, "an inactive export is tested alone",
      total(60_001, 60_000).replacing(
        #""e-1","connectionId":"c-1","state":"active""#,
        with: #""e-1","connectionId":"c-1","state":"inactive""#)),
  ]

  private static let sources = [
    example(
      .unknown, "the time of a count that isn't there picks no limit", .countMissing,
      LimitExamples.sections(
        "azure-blob-storage", [("A", #""countedUtc":"2025-01-01T00:00:00Z""#)],
        more: #","contractLimits":[{"contractLimitId":"l-1","connectionId":"c-1","limit":100,"#
          + #""scope":"perExport","validFromUtc":"2025-05-01T00:00:00Z"}]"#)),
    example(
      .pass, "what a run recorded decides",
      sized("adroll", 150_000, 100_001) + run(250_000, "recorded", "2025-05-31T02:00:00Z")),
    example(
      .fail, "a run recorded too many", .overLimit,
      sized("adroll", 5) + run(250_001, "recorded", "2025-05-31T02:00:00Z")),
    example(
      .unknown, "a derived number is only a bound", .segmentsMayOverlap,
      sized("adroll", 150_000, 100_001) + run(250_000, "derived", "2025-05-31T02:00:00Z")),
    example(
      .fail, "a contract allows less", .overLimit, contract(50_000, #","connectionId":"c-1""#)),
    example(
      .pass, "the contract has ended",
      contract(50_000, #","connectionId":"c-1","validToUtc":"2025-05-31T02:00:00Z""#)),
    example(
      .fail, "the contract ends a second later", .overLimit,
      contract(50_000, #","connectionId":"c-1","validToUtc":"2025-05-31T02:00:01Z""#)),
    example(
      .unknown, "nobody can read until when the contract holds", .contractUnclear,
      contract(100_000, #","connectionId":"c-1","validToUtc":"last year""#)),
    example(
      .pass, "the contract begins later",
      contract(50_000, #","connectionId":"c-1","validFromUtc":"2025-05-31T02:00:01Z""#)),
    example(
      .fail, "a contract for the account, per segment", .overLimit,
      LimitExamples.sections(
        "adobe-campaign-standard", [("A", LimitExamples.members(101))], connection: twoAccounts,
        more: #","contractLimits":[{"contractLimitId":"l-1","accountId":"7","limit":100,"#
          + #""scope":"perSegment"}]"#)),
    example(
      .fail, "the export states its contract", .overLimit,
      LimitExamples.sections(
        "hubspot", [("A", LimitExamples.members(60_000))],
        export: #","state":"active","contractLimit":50000"#)),
  ]

  private static func contracts(
    _ records: String, type: String = "hubspot", members: Int = 60_000, export: String = ""
  ) -> String {
    LimitExamples.sections(
      type, [("A", LimitExamples.members(members))], export: #","state":"active"\#(export)"#,
      more: #","contractLimits":[\#(records)]"#)
  }

  private static let contracts = [
    example(
      .unknown, "nobody can read how much the contract allows", .contractUnclear,
      contracts(#"{"contractLimitId":"l-1","connectionId":"c-1","limit":"1000 profiles"}"#)),
    example(
      .unknown, "nobody looked how much the contract allows", .contractUnclear,
      contracts(#"{"contractLimitId":"l-1","connectionId":"c-1"}"#)),
    example(
      .unknown, "a contract without a number", .contractUnclear,
      contracts(#"{"contractLimitId":"l-1","connectionId":"c-1","limit":null}"#)),
    example(
      .unknown, "the contract may allow more than the documents", .contractUnclear,
      contracts(
        #"{"contractLimitId":"l-1","connectionId":"c-1","limit":-5}"#,
        type: "microsoft-advertising", members: 500_001)),
    example(
      .unknown, "no maximum is documented, but a contract that nobody can read sets one",
      .contractUnclear,
      contracts(
        #"{"contractLimitId":"l-1","connectionId":"c-1","limit":"x"}"#,
        type: "azure-data-lake-storage-gen2")),
    example(
      .unknown, "more than recommended, and the contract can't be read", .contractUnclear,
      contracts(
        #"{"contractLimitId":"l-1","connectionId":"c-1","limit":"x"}"#, type: "ci-journeys")),
    example(
      .unknown, "nobody looked what the contract is about", .contractUnclear,
      contracts(#"{"contractLimitId":"l-1","limit":100000}"#)),
    example(
      .unknown, "nobody can read what the contract is about", .contractUnclear,
      contracts(#"{"contractLimitId":"l-1","connectionId":7,"accountId":"7","limit":100000}"#)),
    example(
      .unknown, "a contract for an account, and nobody can read those of the connection",
      .contractUnclear,
      contracts(#"{"contractLimitId":"l-1","accountId":"7","limit":100000}"#)
        .replacing(#""type":"hubspot""#, with: #""type":"hubspot","target":{"accountIds":"7"}"#)),
    example(
      .unknown, "a contract for an account, and nobody looked for those of the connection",
      .contractUnclear, contracts(#"{"contractLimitId":"l-1","accountId":"7","limit":100000}"#)),
    example(
      .pass, "a contract for an account, and the connection has none",
      contracts(#"{"contractLimitId":"l-1","accountId":"7","limit":5}"#)
        .replacing(#""type":"hubspot""#, with: #""type":"hubspot","target":{"accountIds":null}"#)),
    example(
      .fail, "of two records of one contract the stricter one counts", .overLimit,
      contracts(
        #"{"contractLimitId":"l-1","connectionId":"c-1","limit":900000},"#
          + #"{"contractLimitId":"l-1","connectionId":"c-2","limit":900000}"#, members: 500_000)),
    example(
      .pass, "a contract about nothing",
      contracts(#"{"contractLimitId":"l-1","connectionId":null,"accountId":null,"limit":5}"#)),
    example(
      .pass, "a contract about another connection",
      contracts(#"{"contractLimitId":"l-1","connectionId":"c-2","limit":"x"}"#)),
    example(
      .pass, "a contract that nobody can read has ended",
      contracts(
        #"{"contractLimitId":"l-1","connectionId":"c-1","limit":"x","#
          + #""validToUtc":"2025-05-31T02:00:00Z"}"#)),
    example(
      .fail, "whatever one contract allows, another one is exceeded", .overLimit,
      contracts(
        #"{"contractLimitId":"l-1","connectionId":"c-1","limit":"x"},"#
          + #"{"contractLimitId":"l-2","connectionId":"c-1","limit":50000}"#)),
    example(
      .unknown, "one contract is kept, another one can't be read", .contractUnclear,
      contracts(
        #"{"contractLimitId":"l-1","connectionId":"c-1","limit":"x"},"#
          + #"{"contractLimitId":"l-2","connectionId":"c-1","limit":60000}"#)),
    example(
      .unknown, "nobody can read the contract that the export states", .contractUnclear,
      contracts("", export: #","contractLimit":"1000x""#)),
    example(
      .unknown, "the export states less than nothing", .contractUnclear,
      contracts("", export: #","contractLimit":-5"#)),
    example(
      .pass, "the export states no contract", contracts("", export: #","contractLimit":null"#)),
  ]

  private static let doubts = [
    example(
      .unknown, "nobody looked at the items", .itemsUnknown,
      LimitExamples.sections("adroll", items: "null")),
    example(
      .unknown, "a segment without a count", .countMissing,
      LimitExamples.sections(
        "adroll", [("A", LimitExamples.members(5)), ("B", #""members":null"#)])),
    example(
      .fail, "the known segment already exceeds", .overLimit,
      LimitExamples.sections(
        "adroll", [("A", LimitExamples.members(250_001)), ("B", #""members":null"#)])),
    example(
      .unknown, "a negative count", .countMissing,
      LimitExamples.sections("adroll", [("A", #""members":-1"#)])),
    example(
      .unknown, "accounts, of which each may stand for several contacts", .accountsNotPersons,
      LimitExamples.sections("adroll", [("A", LimitExamples.members(5, #","base":"account""#))])),
    example(
      .unknown, "nobody can read what a segment counts", .countMissing,
      LimitExamples.sections("adroll", [("A", LimitExamples.members(5, #","base":"firm""#))])),
    example(
      .unknown, "nobody can read whether business accounts are counted", .countMissing,
      LimitExamples.sections(
        "adroll", [("A", LimitExamples.members(5))],
        more: #","environment":{"instanceId":"i-1","audience":"firms"}"#)),
    example(
      .unknown, "business accounts, and the segment doesn't say what it counts",
      .accountsNotPersons,
      LimitExamples.sections(
        "adroll", [("A", LimitExamples.members(5))],
        more: #","environment":{"instanceId":"i-1","audience":"B2B"}"#)),
    example(
      .fail, "even the accounts are too many", .overLimit,
      LimitExamples.sections(
        "adroll", [("A", LimitExamples.members(250_001, #","base":"account""#))])),
    example(
      .pass, "a table with known rows",
      LimitExamples.sections(
        "sftp", items: #"[{"kind":"table","name":"Customer"}]"#,
        more: #","tables":[{"name":"Customer","rowCount":100000000}]"#)),
  ]
}
