public import Model

/// An input and the outcome that a rule must give on it; documentation and test in one.
public struct RuleExample: Sendable {
  /// What the example shows, in a few words.
  public let name: String
  /// The subject's id; of a missing population, the section's name.
  public let subject: String
  /// The outcome.
  public let outcome: Outcome
  /// The code of the reason, if it has one.
  public let reason: String?
  /// The severity, where it is not the rule's.
  public let severity: FindingSeverity?
  /// The clock of the audit as RFC 3339 writes it; `nil`: the time of collection.
  public let asOf: String?
  /// The whole JSON document.
  public let document: String

  /// An example from its parts.
  ///
  /// The collection block calls the sections of `complete` complete and has the members
  /// `collected`; where that is `nil` there is no such block. `sections` are the members of the
  /// document that make up the other sections.
  public init(
    _ outcome: Outcome, _ name: String, _ reason: (any RawRepresentable<String>)? = nil,
    on subject: String, severity: FindingSeverity? = nil, asOf: String? = nil,
    complete: [Section] = [],
    collected: String? = #""collectedUtc":"2025-06-01T00:00:00Z","timeZone":"UTC""#,
    _ sections: String
  ) {
    self.outcome = outcome
    self.name = name
    self.reason = reason?.rawValue
    self.subject = subject
    self.severity = severity
    self.asOf = asOf
    let sources = complete.map { #"{"section":"\#($0.name)","complete":true}"# }
    let list = complete.isEmpty ? [] : [#""sources":[\#(sources.joined(separator: ","))]"#]
    let collection = collected.map { members in
      let members = ([members].filter { !$0.isEmpty } + list).joined(separator: ",")
      return #""collection":{\#(members)},"#
    }
    guard sections.contains(where: { !$0.isWhitespace }) else {
      let rest = collection.map { ",\n\($0.dropLast())" } ?? ""
      document = "{\"schema\":\"\(SnapshotShape.schema)\"\(rest)}"
      return
    }
    document = """
      {"schema":"\(SnapshotShape.schema)",
      \(collection ?? "")
      \(sections)}
      """
  }
}
