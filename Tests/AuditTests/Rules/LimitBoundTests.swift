import Model
import Testing

/// LIM-01 to LIM-03 at their bounds: the documented, agreed and smallest sizes.
@Suite struct LimitBoundTests {
  private static let base = #"""
    {"connections": [{"connectionId": "c-1", "purposeKind": "export", "type": "hubspot",
        "target": {"accountIds": {"list": "7"}}}],
     "exports": [{"exportId": "e-1", "connectionId": "c-1", "state": "active",
        "items": [{"kind": "segment", "name": "A"}]}],
     "segments": [{"name": "A", "members": 1000, "countedUtc": "2025-05-31T00:00:00Z"}]}
    """#
  private static let maximum = RuleTable("LIM-01", on: "e-1", base)
  private static let near = RuleTable("LIM-02", on: "e-1", base)
  private static let minimum = RuleTable("LIM-03", on: "e-1", base)

  private static let type = "connections.0.type"
  private static let members = "segments.0.members"
  private static let counted = "segments.0.countedUtc"
  private static let second: [String: DocumentValue] = [
    "exports.0.items.1": .json(#"{"kind": "segment", "name": "B"}"#)
  ]
  private static func with(_ count: Int, _ more: [String: DocumentValue] = [:])
    -> [String: DocumentValue]
  {
    [members: .number("\(count)")].merging(second) { $1 }.merging(more) { $1 }
  }
  private static func segmentB(_ count: Int) -> [String: DocumentValue] {
    ["segments.1": .json(#"{"name": "B", "members": \#(count)}"#)]
  }

  /// The documented maximum of types whose scope is the export.
  static let documented: [TableRow] = [
    ("active-campaign", 1_000_000), ("adroll", 250_000), ("autopilot", 100_000),
    ("braze", 1_000_000), ("facebook", 10_000_000), ("hubspot", 100_000), ("klaviyo", 1_000_000),
    ("linkedin-ads", 100_000), ("microsoft-advertising", 500_000), ("sendgrid", 100_000),
    ("sftp", 100_000_000), ("dynamics365-sales", 100_000),
  ].flatMap { slug, limit in
    [
      maximum.row(
        "\(slug): at the maximum", .pass,
        [
          type: .text(slug), members: .number("\(limit)"),
        ]),
      maximum.row(
        "\(slug): one above", .fail("over-limit"),
        [
          type: .text(slug), members: .number("\(limit + 1)"),
        ]),
    ]
  }

  /// The day on which a maximum changed, with a size that only one of both allows.
  static let dated: [TableRow] =
    [
      ("autopilot", "2022-06-26", 100_000), ("facebook", "2020-12-16", 10_000_000),
      ("linkedin-ads", "2021-05-12", 100_000), ("microsoft-advertising", "2021-05-11", 500_000),
      ("dynamics365-sales", "2022-02-04", 100_000), ("sftp", "2022-07-13", 100_000_000),
    ].map { slug, day, limit in
      maximum.row(
        "\(slug): one above on \(day)", .fail("over-limit"),
        [
          type: .text(slug), members: .number("\(limit + 1)"), counted: .text(day + "T00:00:00Z"),
        ])
    } + [
      maximum.row(
        "facebook: no maximum the day before", .none("no-limit"),
        [
          type: "facebook", members: 10_000_001, counted: "2020-12-15T23:59:59.999999Z",
        ]),
      maximum.row(
        "linkedin-ads: a million the day before", .pass,
        [
          type: "linkedin-ads", members: 1_000_000, counted: "2021-05-11T23:59:59.999999Z",
        ]),
      maximum.row(
        "dynamics365-sales: none the day before", .none("no-limit"),
        [
          type: "dynamics365-sales", members: 100_001, counted: "2022-02-03T23:59:59.999999Z",
        ]),
      maximum.row(
        "sftp: a basis of time the day before", .none("no-limit"),
        [
          type: "sftp", members: 100_000_001, counted: "2022-07-12T23:59:59.999999Z",
        ]),
    ]

  private static func ran(_ status: String) -> DocumentValue {
    .json(
      #"{"runId": "r-1", "targetId": "e-1", "status": "\#(status)", "recordCount": 200000, "#
        + #""recordCountSource": "recorded", "startUtc": "2025-05-01T00:00:00Z"}"#)
  }

  /// A total of 1000 by contract, and an export of unknown state.
  private static let total: [String: DocumentValue] = [
    "exports.0.state": .absent,
    "contractLimits": .json(
      #"[{"contractLimitId": "l-1", "connectionId": "c-1", "limit": 1000, "scope": "total"}]"#),
  ]

  /// A contract of the connection, with its limit as JSON.
  private static func agreed(_ limit: String) -> [String: DocumentValue] {
    [
      "contractLimits": .json(
        #"[{"contractLimitId": "l-1", "connectionId": "c-1", "limit": \#(limit)}]"#)
    ]
  }

  static let sums: [TableRow] = [
    maximum.row(
      "a number that nobody knows, against a mere recommendation", .pass,
      [type: "ci-journeys", members: .absent]),
    maximum.row("a run recorded more", .fail("over-limit"), ["runs": .list([ran("successful")])]),
    maximum.row("a run that was skipped records nothing", .pass, ["runs": .list([ran("skipped")])]),
    maximum.row("together at the maximum", .pass, with(60_000, segmentB(40_000))),
    maximum.row(
      "together one above", .unknown("segments-may-overlap"), with(60_000, segmentB(40_001))),
    maximum.row("one of them above", .fail("over-limit"), with(1, segmentB(100_001))),
    maximum.row(
      "one isn't counted", .unknown("count-missing"),
      with(60_000, segmentB(1)).merging([
        "segments.1.members": nil
      ]) { $1 }),
    maximum.row("one isn't counted, the other is above", .fail("over-limit"), with(100_001)),
    maximum.row("a negative count", .unknown("count-missing"), [members: -1]),
    maximum.row("a broken count", .unknown("count-missing"), [members: .number("0.5")]),
    maximum.row("a count in words", .unknown("count-missing"), [members: "many"]),
    maximum.row(
      "the name in other letters", .unknown("count-missing"),
      [
        "segments.0.name": "a", members: 100_001,
      ]),
    maximum.row(
      "accounts below it", .unknown("accounts-not-persons"), ["segments.0.base": "account"]),
    maximum.row(
      "accounts above it", .fail("over-limit"),
      [
        "segments.0.base": "account", members: 100_001,
      ]),
    maximum.row(
      "perhaps inactive, and above a total on its own", .fail("over-limit"),
      total.merging([members: 1_001]) { $1 }),
    maximum.row("perhaps inactive, and at a total", .pass, total),
    maximum.row(
      "perhaps inactive, and above a total with another", .unknown("segments-may-overlap"),
      total.merging([
        "exports.1": .json(
          #"""
          {"exportId": "e-2", "connectionId": "c-1", "state": "active",
           "items": [{"kind": "segment", "name": "A"}]}
          """#)
      ]) { $1 }),
    maximum.row(
      "a contract in words", .unknown("contract-unclear"), agreed("\"1000 profiles\"")),
    maximum.row("a contract of null", .unknown("contract-unclear"), agreed("null")),
    maximum.row("a contract of a part", .unknown("contract-unclear"), agreed("1000.5")),
    maximum.row("a contract at the number", .pass, agreed("1000")),
    maximum.row("a contract below the number", .fail("over-limit"), agreed("999")),
    maximum.row("no items", .unknown("items-unknown"), ["exports.0.items": .absent]),
    maximum.row("detached", .none("detached"), ["exports.0.connectionId": nil]),
    maximum.row(
      "perhaps detached", .unknown("connection-unknown"),
      [
        "exports.0.connectionId": .absent
      ]),
    maximum.row(
      "a connection that isn't there", .unknown("connection-missing"),
      [
        "exports.0.connectionId": "c-2"
      ]),
    maximum.row("an unknown type", .unknown("type-unknown"), [type: "hubspott"]),
  ]

  static let nearness: [TableRow] = [
    near.row("one below nine tenths", .pass, [members: 89_999]),
    near.row("nine tenths", .fail("near-limit"), [members: 90_000], clauses: ["near": .true]),
    near.row("the maximum", .fail("near-limit"), [members: 100_000]),
    near.row("one above", .none("over-limit"), [members: 100_001]),
    near.row("one below a hundredth", .pass, [members: 999], parameters: ["warnAt": 0.01]),
    near.row("a hundredth", .fail("near-limit"), [members: 1_000], parameters: ["warnAt": 0.01]),
    near.row("one below the whole", .pass, [members: 99_999], parameters: ["warnAt": 1]),
    near.row("the whole", .fail("near-limit"), [members: 100_000], parameters: ["warnAt": 1]),
    near.row(
      "a share that no binary fraction has", .fail("near-limit"), [members: 70_000],
      parameters: ["warnAt": 0.7]),
    near.row("one below that share", .pass, [members: 69_999], parameters: ["warnAt": 0.7]),
    near.row("29 hundredths", .fail("near-limit"), [members: 29_000], parameters: ["warnAt": 0.29]),
    near.row("one below 29 hundredths", .pass, [members: 28_999], parameters: ["warnAt": 0.29]),
    near.row("no maximum", .none("no-limit"), [type: "inmobi"]),
    near.row("no count", .unknown("count-missing"), [members: nil]),
    near.row("a contract in words", .unknown("contract-unclear"), agreed("\"1000 profiles\"")),
    near.row("nine tenths of a contract", .fail("near-limit"), agreed("1111")),
    near.row("a contract far above the number", .pass, agreed("1112")),
  ]

  /// Two counts before the present one, a thousand more a day.
  private static let grown: [String: DocumentValue] = [
    members: 80_000, counted: "2025-06-01T00:00:00Z",
    "segments.0.history": .json(
      #"""
      [{"utc": "2025-05-12T00:00:00Z", "members": 60000},
       {"utc": "2025-05-22T00:00:00Z", "members": 70000}]
      """#),
  ]

  static let growth: [TableRow] = [
    near.row("the maximum in 20 days", .pass, grown, parameters: ["horizonDays": 20]),
    near.row(
      "past it in 21", .fail("growing-past-limit"), grown, parameters: ["horizonDays": 21],
      clauses: ["near": .false, "growing": .true]),
    near.row("past it in 30", .fail("growing-past-limit"), grown),
    near.row(
      "past it some time in ten years", .fail("growing-past-limit"), grown,
      parameters: ["horizonDays": 3650]),
    near.row("not tomorrow", .pass, grown, parameters: ["horizonDays": 1]),
    near.row(
      "two counts are no trend", .pass, grown.merging(["segments.0.history.1": .absent]) { $1 }),
    near.row(
      "shrinking", .pass,
      grown.merging(["segments.0.history.1.members": 95_000]) { $1 }
        .merging(["segments.0.history.0.members": 99_000]) { $1 }),
  ]

  static let smallest: [TableRow] = [
    minimum.row("20", .pass, [members: 20]),
    minimum.row("19", .fail("below-policy-minimum"), [members: 19]),
    minimum.row("1", .fail("below-policy-minimum"), [members: 1]),
    minimum.row("0", .fail("empty"), [members: 0]),
    minimum.row(
      "19 accounts", .unknown("accounts-not-persons"),
      [members: 19, "segments.0.base": "account"]),
    minimum.row("20 accounts", .pass, [members: 20, "segments.0.base": "account"]),
    minimum.row("no accounts", .fail("empty"), [members: 0, "segments.0.base": "account"]),
    minimum.row(
      "19 accounts of a destination that nobody knows", .unknown("type-unknown"),
      [members: 19, "segments.0.base": "account", type: "hubspott"]),
    minimum.row("1 where none is asked for", .pass, [members: 1], parameters: ["policyMin": 0]),
    minimum.row(
      "0 where none is asked for", .fail("empty"), [members: 0], parameters: ["policyMin": 0]),
    minimum.row("a million", .pass, [members: 1_000_000], parameters: ["policyMin": 1_000_000]),
    minimum.row(
      "one less than a million", .fail("below-policy-minimum"), [members: 999_999],
      parameters: ["policyMin": 1_000_000]),
    minimum.row("100 for AdRoll", .pass, [type: "adroll", members: 100]),
    minimum.row(
      "99 for AdRoll", .fail("below-minimum"), [type: "adroll", members: 99],
      clauses: ["belowDocumented": .true, "belowPolicy": .false]),
    minimum.row("100 for RollWorks", .pass, [type: "rollworks", members: 100]),
    minimum.row("99 for RollWorks", .fail("below-minimum"), [type: "rollworks", members: 99]),
    minimum.row("300 for LinkedIn", .pass, [type: "linkedin-ads", members: 300]),
    minimum.row("299 for LinkedIn", .fail("below-minimum"), [type: "linkedin-ads", members: 299]),
    minimum.row(
      "299 for LinkedIn before it asked", .pass,
      [
        type: "linkedin-ads", members: 299, counted: "2021-11-28T23:59:59.999999Z",
      ]),
    minimum.row("no count", .unknown("count-missing"), [members: .absent]),
    minimum.row(
      "own storage", .fail("below-policy-minimum"),
      [
        type: "azure-blob-storage", members: 19,
      ]),
    minimum.row(
      "a table", .none("no-segments"),
      [
        "exports.0.items.0.kind": "table", type: "sftp",
      ]),
  ]

  @Test(arguments: documented + dated + sums + nearness + growth + smallest)
  func judges(_ row: TableRow) throws { try row.check() }
}
