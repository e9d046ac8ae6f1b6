public import Model

/// When what must be done is due: days from the time of the audit, by severity.
public struct Deadlines: Sendable {
  /// The name under `parameters` in `vouch.yaml`.
  public static let name = "action-plan"

  /// The days of each severity, from the lowest to the highest.
  public var parameters: [RuleParameter]

  /// The defaults: 7, 30, 90 and 180 days; a policy of the project, no law.
  public init() {
    let days: [(FindingSeverity, Double)] = [
      (.low, 180), (.medium, 90), (.high, 30), (.critical, 7),
    ]
    parameters = days.map { RuleParameter("\($0.0)Days", $0.1, in: 0...3650, .days) }
  }

  /// The days for findings of a severity.
  public func days(_ severity: FindingSeverity) -> Int {
    let name = "\(severity)Days"
    return parameters.first { $0.name == name }.map { Int($0.value) } ?? 0
  }

  /// When a finding of a severity is due, if the audit's time is known.
  public func due(_ severity: FindingSeverity, from time: Instant?) -> Instant? {
    guard let time else { return nil }
    let date = time.microseconds - Self.remainder(time) + Int64(days(severity)) * Instant.day
    return Instant(microseconds: date, isDayOnly: true)
  }

  private static func remainder(_ time: Instant) -> Int64 {
    let rest = time.microseconds % Instant.day
    return rest < 0 ? rest + Instant.day : rest
  }
}
