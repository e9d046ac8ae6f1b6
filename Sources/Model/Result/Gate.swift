/// When an audit holds up what depends on it.
public struct Gate: Hashable, Sendable {
  /// The lowest severity that counts; `nil`: nothing does.
  public var failOn: FindingSeverity?
  /// How many unknowns at or above that severity are allowed; 0 or more.
  public var maximumUnknown: Int

  /// A gate; by default it counts findings of high severity and above and allows no unknown.
  public init(failOn: FindingSeverity? = .high, maximumUnknown: Int = 0) {
    self.failOn = failOn
    self.maximumUnknown = maximumUnknown
  }

  /// What the gate says about an audit; ignoring exceptions, by what the rules themselves say.
  public func judge(_ result: AuditResult, ignoringExceptions: Bool = false) -> GateResult {
    var fails = 0
    var unknowns = 0
    func count(_ outcome: Outcome) {
      if outcome == .fail { fails += 1 }
      if outcome == .unknown { unknowns += 1 }
    }
    if let failOn {
      for rule in result.rules {
        for verdict in rule.verdicts where verdict.severity >= failOn { count(verdict.outcome) }
        guard ignoringExceptions else { continue }
        for (position, outcome) in rule.acceptedOutcomes
        where rule.verdicts[position].severity >= failOn { count(outcome) }
      }
    }
    return GateResult(gate: self, fails: fails, unknowns: unknowns)
  }
}

/// What a gate says about an audit.
public struct GateResult: Hashable, Sendable {
  /// The gate.
  public let gate: Gate
  /// Fails at or above its severity.
  public let fails: Int
  /// Unknowns at or above its severity.
  public let unknowns: Int

  /// Whether fails hold up what depends on the audit: exit status 1.
  public var isFailed: Bool { fails > 0 }
  /// Whether too much is unknown: exit status 4.
  public var isTooUnknown: Bool { unknowns > gate.maximumUnknown }
}
