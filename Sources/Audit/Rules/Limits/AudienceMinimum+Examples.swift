import Model

extension AudienceMinimum {
  static let reads = [
    "collection.sources", "collection.sources.complete", "collection.sources.section",
    "connections.connectionId", "connections.type", "environment.audience", "exports.connectionId",
    "exports.exportId", "exports.items", "exports.items.kind", "exports.items.name",
    "segments.base", "segments.countedUtc", "segments.displayName", "segments.members",
    "segments.name",
  ]

  private static func sized(_ type: String, _ sizes: Int...) -> String {
    LimitExamples.sections(
      type,
      sizes.enumerated().map {
        ("S\($0.offset)", LimitExamples.members($0.element, #","displayName":"Segment""#))
      })
  }

  private static func accounts(_ type: String, _ counts: Int...) -> String {
    LimitExamples.sections(
      type,
      counts.enumerated().map {
        ("S\($0.offset)", LimitExamples.members($0.element, #","base":"account""#))
      })
  }

  private static let accountExamples = [
    example(
      .unknown, "few accounts, of which each may stand for several contacts", .accountsNotPersons,
      accounts("hubspot", 10)),
    example(
      .unknown, "fewer accounts than persons are demanded", .accountsNotPersons,
      accounts("adroll", 99)),
    example(
      .unknown, "business accounts, and the segment doesn't say what it counts",
      .accountsNotPersons,
      LimitExamples.sections(
        "hubspot", [("A", LimitExamples.members(10))],
        more: #","environment":{"instanceId":"i-1","audience":"B2B"}"#)),
    example(
      .unknown, "nobody can read what few members are", .countMissing,
      LimitExamples.sections("hubspot", [("A", LimitExamples.members(10, #","base":"firm""#))])),
    example(.pass, "accounts enough", accounts("adroll", 100)),
    example(.fail, "no account, and so no contact", .empty, accounts("hubspot", 0)),
    example(
      .fail, "few accounts beside a small group of persons", .belowPolicyMinimum,
      LimitExamples.sections(
        "hubspot",
        [
          ("A", LimitExamples.members(5, #","base":"account""#)),
          ("B", LimitExamples.members(10, #","base":"customer""#)),
        ])),
  ]

  static let examples =
    LimitExamples.guards(Reason.self, detached: .detached) + accountExamples + [
      example(.pass, "exactly the documented minimum", sized("adroll", 100)),
      example(.fail, "one below it", .belowMinimum, sized("adroll", 99, 5_000)),
      example(.fail, "below the minimum of LinkedIn", .belowMinimum, sized("linkedin-ads", 299)),
      example(
        .pass, "before LinkedIn had a minimum",
        LimitExamples.sections(
          "linkedin-ads", [("A", LimitExamples.members(299, on: "2021-11-28"))])),
      example(
        .fail, "on the day it got one", .belowMinimum,
        LimitExamples.sections(
          "linkedin-ads", [("A", LimitExamples.members(299, on: "2021-11-29"))])),
      example(.pass, "exactly the smallest group allowed", sized("hubspot", 20)),
      example(.fail, "a group of 19", .belowPolicyMinimum, sized("hubspot", 19)),
      example(.fail, "nobody", .empty, sized("hubspot", 0)),
      example(
        .fail, "a group of 19, whatever the destination", .belowPolicyMinimum, sized("mailchip", 19)
      ),
      example(
        .fail, "own storage doesn't take small groups either", .belowPolicyMinimum,
        LimitExamples.sections("azure-data-lake-storage-gen2", [("A", LimitExamples.members(3))])),
      example(
        .notApplicable, "tables only", .noSegments,
        LimitExamples.sections("sftp", items: #"[{"kind":"table","name":"Customer"}]"#)),
      example(
        .unknown, "nobody looked at the items", .itemsUnknown,
        LimitExamples.sections("adroll", items: "null")),
      example(
        .unknown, "the kind of the only item is not known", .itemKindUnknown,
        LimitExamples.sections("sftp", items: #"[{"name":"Customer"}]"#)),
      example(
        .unknown, "no count", .countMissing,
        LimitExamples.sections("hubspot", [("A", #""members":null"#)])),
      example(
        .unknown, "no count, and a documented minimum", .countMissing,
        LimitExamples.sections("adroll", [("A", #""members":null"#)])),
      example(
        .fail, "one count is missing, another one is too small", .belowPolicyMinimum,
        LimitExamples.sections(
          "hubspot", [("A", #""members":null"#), ("B", LimitExamples.members(5))])),
    ]
}
