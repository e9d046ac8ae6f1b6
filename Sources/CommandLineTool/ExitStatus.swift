import Model

/// How a command ended, as the shell sees it.
public enum ExitStatus: Int32, Sendable, CaseIterable {
  /// Everything was done and nothing is wrong.
  case success = 0
  /// Findings at or above the severity of `--fail-on`; for content, errors or strict warnings.
  case findings = 1
  /// A wrong call, configuration or template, or an output that can't be written.
  case usage = 2
  /// Input that can't be taken, or a reconciliation that doesn't add up.
  case invalidInput = 3
  /// More unknowns than `--max-unknown` allows.
  case unknowns = 4
  /// Exceptions that don't parse or match nothing.
  case exceptions = 5
  /// Something that should never happen.
  case internalError = 70

  /// How an audit ends for some reasons, by their codes in `summary.json`.
  init(reasons: [String]) {
    let statuses: [String: ExitStatus] = [
      "reconciliation.broken": .invalidInput, RollUp.unmatchedReason: .exceptions,
      "gate.fails": .findings, "gate.unknowns": .unknowns,
    ]
    self = Self.decisive(reasons.map { statuses[$0] ?? .internalError })
  }

  /// Of several statuses the one that the shell gets: 70, 2, 3, 5, 1, 4, then 0.
  static func decisive(_ statuses: some Sequence<ExitStatus>) -> ExitStatus {
    let present = Set(statuses)
    let order: [ExitStatus] = [
      .internalError, .usage, .invalidInput, .exceptions, .findings, .unknowns,
    ]
    return order.first(where: present.contains) ?? .success
  }
}
