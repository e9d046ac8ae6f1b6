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
  /// The outcomes that exceptions cover, by the position of the verdict: what the rule itself says.
  public let acceptedOutcomes: [Int: Outcome]
  /// How many subjects have each verdict, by its byte.
  private let counts: [Int]

  /// An outcome and its severity in one byte.
  public struct Verdict: Hashable, Sendable {
    fileprivate let bits: UInt8

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
  public init(
    rule: RuleDescription, verdicts: [Verdict], isPopulationUnknown: Bool,
    acceptedOutcomes: [Int: Outcome] = [:]
  ) {
    self.rule = rule
    self.verdicts = verdicts
    self.isPopulationUnknown = isPopulationUnknown
    self.acceptedOutcomes = acceptedOutcomes
    var counts = [Int](repeating: 0, count: 256)
    for verdict in verdicts { counts[Int(verdict.bits)] += 1 }
    self.counts = counts
    var totals = OutcomeTotals()
    for outcome in Outcome.allCases {
      totals[outcome] = FindingSeverity.allCases.reduce(0) {
        $0 + counts[Int(Verdict(outcome, $1).bits)]
      }
    }
    self.totals = totals
  }

  /// How many subjects have a verdict; nothing is counted anew.
  public func count(of verdict: Verdict) -> Int { counts[Int(verdict.bits)] }

  /// How many subjects have each outcome without exceptions.
  public var originalTotals: OutcomeTotals {
    acceptedOutcomes.values.reduce(into: totals) { totals, outcome in
      totals[.accepted] -= 1
      totals[outcome] += 1
    }
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
  /// The exceptions that were laid over the outcomes; `nil` if no file was given.
  public let exceptions: ExceptionRegister?
  /// What became of the records, section by section.
  public let reconciliation: Reconciliation
  private let mask: @Sendable (_ text: String) -> String
  private let finding: @Sendable (_ rule: Int, _ subject: Int) -> Finding
  private let subject: @Sendable (_ rule: Int, _ subject: Int) -> Subject

  /// A result.
  ///
  /// `mask` gives a text of the snapshot without the secrets in it; `finding` gives the finding of
  /// a rule's position and a verdict's position, `subject` its subject alone.
  public init(
    snapshot: Snapshot, rules: [RuleResult], asOf: Instant?, catalogue: Catalogue,
    diagnostics: [Diagnostic], reconciliation: Reconciliation = Reconciliation(),
    mask: @escaping @Sendable (_ text: String) -> String,
    subject: (@Sendable (_ rule: Int, _ subject: Int) -> Subject)? = nil,
    finding: @escaping @Sendable (_ rule: Int, _ subject: Int) -> Finding
  ) {
    exceptions = nil
    self.subject = subject ?? { finding($0, $1).subject }
    self.snapshot = snapshot
    self.rules = rules
    self.asOf = asOf
    self.catalogue = catalogue
    self.diagnostics = diagnostics
    self.reconciliation = reconciliation
    self.mask = mask
    self.finding = finding
  }

  /// The same result with the results of further rules, before exceptions are laid over it.
  public func adding(_ further: [JudgedRule]) -> AuditResult {
    let own = rules.count
    var reconciliation = reconciliation
    reconciliation.rules += further.map(\.balance)
    return AuditResult(
      snapshot: snapshot, rules: rules + further.map(\.result), asOf: asOf, catalogue: catalogue,
      diagnostics: diagnostics, reconciliation: reconciliation, mask: mask,
      subject: { [subject] rule, position in
        rule < own ? subject(rule, position) : further[rule - own].subject(position)
      },
      finding: { [finding] rule, position in
        rule < own ? finding(rule, position) : further[rule - own].finding(position)
      })
  }

  /// The same result with exceptions laid over its outcomes.
  ///
  /// - Parameters:
  ///   - register: The exceptions and what became of them.
  ///   - accepted: For each rule, the position of the exception that covers a verdict's position;
  ///     verdicts other than fail and unknown stay as they are.
  /// - Returns: The result with *accepted* where an exception covers an outcome.
  public func accepting(_ register: ExceptionRegister, _ accepted: [[Int: Int]]) -> AuditResult {
    AuditResult(accepting: register, accepted, in: self)
  }

  private init(
    accepting register: ExceptionRegister, _ accepted: [[Int: Int]], in result: AuditResult
  ) {
    snapshot = result.snapshot
    asOf = result.asOf
    catalogue = result.catalogue
    diagnostics = result.diagnostics
    reconciliation = result.reconciliation
    mask = result.mask
    subject = result.subject
    exceptions = register
    rules = zip(result.rules, accepted).map { $0.accepting($1.keys) }
    finding = { [finding = result.finding] rule, subject in
      let original = finding(rule, subject)
      guard let position = accepted[rule][subject], original.outcome.isOpen else {
        return original
      }
      return original.accepted(by: register.entries[position].exception)
    }
  }

  /// The totals over all rules.
  public var totals: OutcomeTotals { rules.reduce(OutcomeTotals()) { $0 + $1.totals } }

  /// The totals over all rules without exceptions.
  public var originalTotals: OutcomeTotals {
    rules.reduce(OutcomeTotals()) { $0 + $1.originalTotals }
  }

  /// The totals of the subjects whose verdict has a severity, over all rules.
  public func totals(at severity: FindingSeverity) -> OutcomeTotals {
    var totals = OutcomeTotals()
    for rule in rules {
      for outcome in Outcome.allCases {
        totals[outcome] += rule.count(of: .init(outcome, severity))
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

  /// What a rule's position and a verdict's position are about; cheaper than the whole finding.
  public func subject(rule: Int, subject: Int) -> Subject { self.subject(rule, subject) }

  /// The findings of a rule with one of the outcomes, made one by one.
  public func findings(rule: Int, with outcomes: Set<Outcome>) -> some Sequence<Finding> {
    rules[rule].verdicts.indices.lazy
      .filter { outcomes.contains(rules[rule].verdicts[$0].outcome) }
      .map { finding(rule, $0) }
  }
}

extension RuleResult {
  /// The same with *accepted* where one of the positions is fail or unknown.
  fileprivate func accepting(_ positions: some Sequence<Int>) -> RuleResult {
    var verdicts = verdicts
    var outcomes = acceptedOutcomes
    for position in positions where verdicts[position].outcome.isOpen {
      outcomes[position] = verdicts[position].outcome
      verdicts[position] = Verdict(.accepted, verdicts[position].severity)
    }
    return RuleResult(
      rule: rule, verdicts: verdicts, isPopulationUnknown: isPopulationUnknown,
      acceptedOutcomes: outcomes)
  }
}

/// A rule that was judged outside of the engine, such as a query of the user's.
public struct JudgedRule: Sendable {
  /// What it says about all its subjects.
  public let result: RuleResult
  /// Its subjects, counted in the tables, beside its outcomes.
  public let balance: RuleBalance
  /// The subject of a verdict's position.
  public let subject: @Sendable (_ position: Int) -> Subject
  /// The finding of a verdict's position.
  public let finding: @Sendable (_ position: Int) -> Finding

  /// A judged rule from its parts.
  public init(
    result: RuleResult, balance: RuleBalance,
    subject: @escaping @Sendable (_ position: Int) -> Subject,
    finding: @escaping @Sendable (_ position: Int) -> Finding
  ) {
    self.result = result
    self.balance = balance
    self.subject = subject
    self.finding = finding
  }
}
