/// What one rule said about all its subjects.
public struct RuleResult: Sendable {
  /// The rule, with the parameter values of this run.
  public let rule: RuleDescription
  /// An outcome and a severity a subject, in the order of the snapshot; a missing population adds
  /// one *unknown* at the end.
  public let verdicts: [Verdict]
  /// How many subjects have each outcome.
  public let totals: OutcomeTotals
  /// Whether the last verdict stands for a population that the snapshot doesn't hold completely.
  public let isPopulationUnknown: Bool

  /// An outcome and its severity in one byte.
  public struct Verdict: Hashable, Sendable {
    private let bits: UInt8

    /// A verdict from its parts.
    public init(_ outcome: Outcome, _ severity: FindingSeverity) {
      bits = outcome.rawValue | severity.rawValue << 4
    }

    /// The outcome.
    public var outcome: Outcome { Outcome(rawValue: bits & 0x0F) ?? .unknown }
    /// The severity.
    public var severity: FindingSeverity { FindingSeverity(rawValue: bits >> 4) ?? .critical }
  }

  /// A result; the totals are counted here.
  public init(rule: RuleDescription, verdicts: [Verdict], isPopulationUnknown: Bool) {
    self.rule = rule
    self.verdicts = verdicts
    self.isPopulationUnknown = isPopulationUnknown
    var totals = OutcomeTotals()
    for verdict in verdicts { totals[verdict.outcome] += 1 }
    self.totals = totals
  }
}

/// What an audit found: the one value that every renderer reads.
///
/// Verdicts are kept for every subject; the words, values and pointers of a finding are made when a
/// renderer asks for it, so that memory doesn't grow with the number of passes.
public struct AuditResult: Sendable {
  /// The snapshot that was judged.
  public let snapshot: Snapshot
  /// The rules in the order of the catalogue.
  public let rules: [RuleResult]
  /// The clock of the audit; `nil` if ages were judged at the time of collection.
  public let asOf: Instant?
  /// The catalogue of destinations.
  public let catalogue: Catalogue
  /// What was wrong with the input.
  public let diagnostics: [Diagnostic]
  private let mask: @Sendable (_ text: String) -> String
  private let finding: @Sendable (_ rule: Int, _ subject: Int) -> Finding

  /// A result.
  ///
  /// `mask` gives a text of the snapshot without the secrets in it; `finding` gives the finding of
  /// a rule's position and a verdict's position.
  public init(
    snapshot: Snapshot, rules: [RuleResult], asOf: Instant?, catalogue: Catalogue,
    diagnostics: [Diagnostic], mask: @escaping @Sendable (_ text: String) -> String,
    finding: @escaping @Sendable (_ rule: Int, _ subject: Int) -> Finding
  ) {
    self.snapshot = snapshot
    self.rules = rules
    self.asOf = asOf
    self.catalogue = catalogue
    self.diagnostics = diagnostics
    self.mask = mask
    self.finding = finding
  }

  /// The totals over all rules.
  public var totals: OutcomeTotals { rules.reduce(OutcomeTotals()) { $0 + $1.totals } }

  /// The totals of the subjects whose verdict has a severity, over all rules.
  public func totals(at severity: FindingSeverity) -> OutcomeTotals {
    var totals = OutcomeTotals()
    for rule in rules {
      for verdict in rule.verdicts where verdict.severity == severity {
        totals[verdict.outcome] += 1
      }
    }
    return totals
  }

  /// A text of the snapshot as it may be shown: secrets are masked (CRD-04).
  ///
  /// Every renderer passes every text of the snapshot through here.
  public func masked(_ text: String) -> String { mask(text) }

  /// The finding of a rule's position in ``rules`` and a verdict's position in its verdicts.
  public func finding(rule: Int, subject: Int) -> Finding { finding(rule, subject) }

  /// The findings of a rule with one of the outcomes, made one by one.
  public func findings(rule: Int, with outcomes: Set<Outcome>) -> some Sequence<Finding> {
    rules[rule].verdicts.indices.lazy
      .filter { outcomes.contains(rules[rule].verdicts[$0].outcome) }
      .map { finding(rule, $0) }
  }
}
