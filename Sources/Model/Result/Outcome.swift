/// What a rule says about a subject.
public enum Outcome: UInt8, Sendable, CaseIterable {
  /// The evidence shows that the criterion is met.
  case pass
  /// The evidence shows that the criterion is not met.
  case fail
  /// The evidence doesn't tell; never counted as a pass.
  case unknown
  /// A fail or unknown that a valid exception covers until it expires; never counted as a pass.
  case accepted
  /// The rule has nothing to say about the subject.
  case notApplicable

  /// Whether somebody must act: fail and unknown.
  public var isOpen: Bool { self == .fail || self == .unknown }
}

extension Outcome: CustomStringConvertible {
  /// The name in machine formats; written out, since reflection would look it up in metadata.
  public var description: String {
    switch self {
    case .pass: "pass"
    case .fail: "fail"
    case .unknown: "unknown"
    case .accepted: "accepted"
    case .notApplicable: "notApplicable"
    }
  }
}

/// How much a finding weighs.
public enum FindingSeverity: UInt8, Sendable, CaseIterable, Comparable {
  case low, medium, high, critical

  /// The lower weight comes first.
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

  /// The severity with a name such as `high`.
  public init?(name: String) {
    guard let match = Self.allCases.first(where: { "\($0)" == name }) else { return nil }
    self = match
  }
}

extension FindingSeverity: CustomStringConvertible {
  /// The name in machine formats.
  public var description: String {
    switch self {
    case .low: "low"
    case .medium: "medium"
    case .high: "high"
    case .critical: "critical"
    }
  }
}

/// A statement in three-valued logic.
public enum Truth: UInt8, BitwiseCopyable, Sendable, CaseIterable {
  case `true`, `false`
  /// The snapshot doesn't tell.
  case missing

  /// The truth of a known statement.
  public init(_ value: Bool) { self = value ? .true : .false }

  /// False if either is false, missing if either is missing, otherwise true.
  public static func && (left: Truth, right: Truth) -> Truth {
    if left == .false || right == .false { return .false }
    return left == .missing || right == .missing ? .missing : .true
  }

  /// True if either is true, missing if either is missing, otherwise false.
  public static func || (left: Truth, right: Truth) -> Truth {
    if left == .true || right == .true { return .true }
    return left == .missing || right == .missing ? .missing : .false
  }

  /// The opposite; missing stays missing.
  public static prefix func ! (value: Truth) -> Truth {
    switch value {
    case .true: .false
    case .false: .true
    case .missing: .missing
    }
  }
}

extension Truth: CustomStringConvertible {
  /// The name in machine formats.
  public var description: String {
    switch self {
    case .true: "true"
    case .false: "false"
    case .missing: "missing"
    }
  }
}

/// How many subjects have each outcome.
public struct OutcomeTotals: Hashable, Sendable {
  private var counts: [Int] = Array(repeating: 0, count: Outcome.allCases.count)

  /// No subjects.
  public init() {}

  /// The number of subjects with an outcome.
  public subscript(_ outcome: Outcome) -> Int {
    get { counts[Int(outcome.rawValue)] }
    set { counts[Int(outcome.rawValue)] = newValue }
  }

  /// The number of subjects.
  public var population: Int { counts.reduce(0, +) }

  /// The sums of two sets of totals.
  public static func + (left: Self, right: Self) -> Self {
    var sum = left
    for outcome in Outcome.allCases { sum[outcome] += right[outcome] }
    return sum
  }

  /// The roll-up of a rule: fail, unknown, accepted, pass, not applicable, in that order.
  public var rollUp: Outcome {
    for outcome in [Outcome.fail, .unknown, .accepted, .pass] where self[outcome] > 0 {
      return outcome
    }
    return .notApplicable
  }
}
