import Model

/// The parts of small snapshots with one connection, for the examples of rules that judge it.
enum ConnectionExamples {
  /// The sections that the examples call complete.
  static let complete: [Section] = [
    .environment, .connections, .principals, .exports, .enrichments, .segments, .runs, .keyVaults,
    .agreements, .transferRecords,
  ]
}

extension Rule {
  /// An example about the connection `c-1`, with complete sections, that gives no reason.
  static func onConnection(
    _ outcome: Outcome, _ name: String, on subject: String = "c-1", _ sections: String
  ) -> RuleExample {
    RuleExample(outcome, name, on: subject, complete: ConnectionExamples.complete, sections)
  }

  /// An example about the connection `c-1`, with complete sections.
  static func onConnection(
    _ outcome: Outcome, _ name: String, _ reason: Reason, on subject: String = "c-1",
    severity: FindingSeverity? = nil, asOf: String? = nil,
    complete: [Section] = ConnectionExamples.complete, _ sections: String
  ) -> RuleExample {
    RuleExample(
      outcome, name, reason, on: subject, severity: severity, asOf: asOf, complete: complete,
      sections)
  }
}
