import Model

/// Finds which answers to a rule's clauses would turn a fail or an unknown into a pass.
///
/// Nothing is guessed: the rule judges the same subject again with the answers replaced.
struct WaysToPass: Sendable {
  /// How many ways are told.
  private static let limit = 3
  /// How many clauses are changed together at most.
  private static let size = 2

  /// Replaced answers with their contexts, one for each choice among the first records with one id; those
  /// that change fewest clauses stand first.
  private let trials: [[(overrides: [ClauseOverride], variants: [AuditContext])]]

  init(_ description: RuleDescription, _ context: AuditContext) {
    let single = description.clauses.flatMap { clause in
      [Truth.true, .false].map { [ClauseOverride(clause, $0)] }
    }
    var sets = [single]
    while sets.count < Self.size, let last = sets.last {
      sets.append(
        last.flatMap { set in
          single.compactMap { one in
            guard let added = one.first, let end = set.last, end.clause < added.clause else {
              return nil
            }
            return set + [added]
          }
        })
    }
    trials = sets.map { sets in
      sets.map { overrides in (overrides, context.replacing(overrides).variants()) }
    }
  }

  /// The smallest sets of answers with which a rule would pass a subject; none if two clauses
  /// aren't enough.
  func find(
    _ rule: some Rule, _ subject: SubjectRecord, _ evaluation: Evaluation,
    severity: FindingSeverity
  ) -> [[ClauseResult]] {
    guard evaluation.outcome.isOpen else { return [] }
    for trials in trials {
      let ways = trials.lazy.filter { trial -> Bool in
        // Most answers don't help: the first record that denies it ends the trial.
        var passes = false
        for context in trial.variants {
          switch rule.verdict(on: context.chosen(subject), severity: severity, in: context).outcome
          {
          case .pass: passes = true
          case .notApplicable: break
          case .fail, .unknown, .accepted: return false
          }
        }
        return passes
      }.prefix(Self.limit).map { $0.overrides.map { ClauseResult($0.clause, $0.truth) } }
      if !ways.isEmpty { return Array(ways) }
    }
    return []
  }
}
