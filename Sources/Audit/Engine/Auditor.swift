import Concurrency
public import Model

/// Judges snapshots by rules.
public enum Auditor {
  /// Judges a snapshot by the configured rules.
  ///
  /// The result doesn't depend on the number of threads; `diagnostics`, what was wrong with the
  /// input, are handed on in it. Complexity: linear in the number of records, times the number of
  /// rules.
  public static func audit(
    _ snapshot: Snapshot, catalogue: Catalogue, configuration: AuditConfiguration,
    diagnostics: [Diagnostic] = []
  ) -> AuditResult {
    let context = AuditContext(
      snapshot, catalogue: catalogue, asOf: configuration.asOf, threads: configuration.threads)
    return audit(context, configuration: configuration, diagnostics: diagnostics)
  }

  /// Judges what a context holds; its clock is the context's, not the configuration's.
  public static func audit(
    _ context: AuditContext, configuration: AuditConfiguration, diagnostics: [Diagnostic] = []
  ) -> AuditResult {
    let configured = configuration.configuredRules
    let rules = configured.concurrentMap(width: configuration.threads) {
      RuleRun($0, context, among: configured.map(\.description))
    }
    let gathered = verdicts(of: rules, threads: configuration.threads)
    let results = zip(rules, gathered).map { rule, verdicts in
      let missing = rule.missingPopulation
      return RuleResult(
        rule: rule.description,
        verdicts: missing == nil
          ? verdicts : verdicts + [Verdict(.unknown, rule.description.severity)],
        isPopulationUnknown: missing != nil)
    }
    return AuditResult(
      snapshot: context.snapshot, rules: results, asOf: configuration.asOf,
      catalogue: context.catalogue, diagnostics: diagnostics,
      reconciliation: Reconciler(context: context, rules: rules, verdicts: gathered)
        .reconcile(threads: configuration.threads),
      mask: { context.secrets.printable($0) }, subject: { rules[$0].subject($1) },
      finding: { rules[$0].finding($1) })
  }

  /// What each rule says about all its subjects.
  private static func verdicts(of rules: [RuleRun], threads: Int) -> [[Verdict]] {
    // Rules take turns with the same subjects: these are still in the processor's cache, and
    // threads at different rules don't count references to the same objects.
    let most = rules.map(\.subjects.count).max() ?? 0
    let pieces = stride(from: 0, to: most, by: pieceSize).flatMap { start in
      rules.indices.filter { start < rules[$0].subjects.count }.map {
        ($0, start..<min(start + pieceSize, rules[$0].subjects.count))
      }
    }
    return lists(rules.map(\.subjects.count)[...]) { (places: [Places<Verdict>]) in
      pieces.concurrentForEach(width: threads) { piece in
        let verdicts = rules[piece.0].verdicts(piece.1)
        for (offset, verdict) in verdicts.enumerated() {
          places[piece.0].put(verdict, at: piece.1.lowerBound + offset)
        }
      }
    }
  }

  /// Lists of fixed lengths that `fill` writes all elements of.
  ///
  /// Verdicts are written to where they stay: of a large snapshot they are too many to have twice.
  private static func lists<Element>(
    _ counts: ArraySlice<Int>, _ places: [Places<Element>] = [],
    _ fill: ([Places<Element>]) -> Void
  ) -> [[Element]] {
    guard let first = counts.first else {
      fill(places)
      return []
    }
    var rest: [[Element]] = []
    // One more, for the population that a snapshot may lack.
    let list = [Element](unsafeUninitializedCapacity: first + 1) { memory, count in
      rest = lists(counts.dropFirst(), places + [Places(memory)], fill)
      count = first
    }
    return [list] + rest
  }

  /// Subjects a thread takes at a time: enough to make handing out cheap, few enough to share.
  private static let pieceSize = 8_192
}
