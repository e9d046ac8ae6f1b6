import Model

/// A limit by contract among the parameters of a rule.
struct AgreedLimitRow {
  /// What it is about, masked as texts of the snapshot are.
  let name: String
  /// What is counted.
  let unit: Message
  /// The contract and the place where the settings name it.
  let source: MessageValue

  /// What holds without a contract.
  static let usual = Message("report.limit.documented")

  init(_ limit: AgreedLimit, _ result: AuditResult) {
    name = result.masked(limit.name)
    unit = Message(limit.scope.map { "scope.\($0.rawValue)" } ?? "unit.count")
    source = .message(
      Message(
        "report.limit.source",
        ["contract": .text(result.masked(limit.source)), "place": .code(limit.origin)]))
  }
}
