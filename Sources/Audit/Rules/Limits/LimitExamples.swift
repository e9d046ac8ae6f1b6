import Model

/// The parts of small snapshots with one export, for the examples of the rules on limits.
enum LimitExamples {
  /// The sections that the examples call complete.
  static let complete: [Section] = [
    .connections, .exports, .segments, .tables, .schedules, .runs, .contractLimits,
  ]

  /// A connection `c-1` of a type, an export `e-1` over it, and segments with their members.
  ///
  /// Each further text holds members of a JSON object that begin with a comma, `more` sections that
  /// begin with one.
  static func sections(
    _ type: String, _ segments: [(name: String, members: String)] = [], connection: String = "",
    export: String = #","state":"active""#, items: String? = nil, more: String = ""
  ) -> String {
    let listed = segments.map { #"{"kind":"segment","name":"\#($0.name)"}"# }
    let records = segments.map { #"{"name":"\#($0.name)",\#($0.members)}"# }
    return """
      "connections":[{"connectionId":"c-1","purposeKind":"export","type":"\(type)"\(connection)}],
      "exports":[{"exportId":"e-1","connectionId":"c-1",
      "items":\(items ?? "[\(listed.joined(separator: ","))]")\(export)}],
      "segments":[\(records.joined(separator: ","))]\(more)
      """
  }

  /// A count of members in the middle of 2025.
  static func members(_ count: Int, _ more: String = "") -> String {
    #""members":\#(count),"countedUtc":"2025-05-31T02:00:00Z"\#(more)"#
  }

  /// A count of members on a day.
  static func members(_ count: Int, on day: String) -> String {
    #""members":\#(count),"countedUtc":"\#(day)T23:59:59Z""#
  }

  /// Snapshots in which the destination of the export `e-1` is not known, with the reason.
  static let unknownDestinations: [(name: String, reason: UnknownDestination, sections: String)] = [
    (
      "nobody looked at the connection", .connectionUnknown,
      #""exports":[{"exportId":"e-1","items":[{"kind":"segment","name":"A"}]}]"#
    ),
    (
      "the connection isn't in the snapshot", .connectionMissing,
      #""exports":[{"exportId":"e-1","connectionId":"c-9","items":[{"kind":"segment","name":"A"}]}]"#
    ),
    (
      "the type is not in the catalogue", .typeUnknown,
      sections("mailchip", [("A", members(50))])
    ),
    ("ftp stands for four services", .typeAmbiguous, sections("ftp", [("A", members(50))])),
  ]

  /// A snapshot in which the export `e-1` has lost its connection.
  static let detached =
    #""exports":[{"exportId":"e-1","connectionId":null,"items":[{"kind":"segment","name":"A"}]}]"#

  /// The examples that all rules on limits share.
  static func guards<Reason: RawRepresentable<String>>(
    _: Reason.Type, detached reason: Reason
  ) -> [RuleExample] {
    unknownDestinations.map { example in
      RuleExample(
        .unknown, example.name, Reason(rawValue: example.reason.rawValue), on: "e-1",
        complete: complete, example.sections)
    } + [
      RuleExample(
        .notApplicable, "detached", reason, on: "e-1", complete: complete, detached),
      RuleExample(
        .unknown, "the list of exports isn't called complete", PopulationExample.incomplete,
        on: "exports", sections("adroll")),
    ]
  }

  /// The reason of a population that isn't known completely.
  enum PopulationExample: String { case incomplete }
}

extension Rule {
  /// An example about the export `e-1`, with complete sections, that gives no reason.
  static func example(_ outcome: Outcome, _ name: String, _ sections: String) -> RuleExample {
    RuleExample(outcome, name, on: "e-1", complete: LimitExamples.complete, sections)
  }

  /// An example about the export `e-1`, with complete sections.
  static func example(
    _ outcome: Outcome, _ name: String, _ reason: Reason, _ sections: String
  ) -> RuleExample {
    RuleExample(outcome, name, reason, on: "e-1", complete: LimitExamples.complete, sections)
  }
}
