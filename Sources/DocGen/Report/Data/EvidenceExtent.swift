import Model

/// How many outcomes a report lists with their evidence; all are counted.
public enum EvidenceExtent: String, Sendable, CaseIterable {
  /// Every outcome.
  case all
  /// Fails, unknowns and accepted ones; of passes and of what isn't applicable a sample.
  case sampled

  /// How many passes of a rule a sample holds at most, and how many outcomes that aren't applicable.
  public static let sampleSize = 1_000

  /// The positions of the verdicts that are listed, in their order.
  ///
  /// A sample is spread evenly over the outcomes: the first one, and then every so many.
  func positions(_ rule: RuleResult) -> [Int] {
    guard self == .sampled, !unlisted(rule).isEmpty else { return Array(rule.verdicts.indices) }
    var seen = OutcomeTotals()
    return rule.verdicts.indices.filter { position in
      let outcome = rule.verdicts[position].outcome
      defer { seen[outcome] += 1 }
      guard Self.isSampled(outcome) else { return true }
      let total = rule.totals[outcome]
      guard total > Self.sampleSize else { return true }
      // One of each of the equal parts that the outcomes are cut into.
      let part = seen[outcome] * Self.sampleSize / total
      return seen[outcome] == 0 || (seen[outcome] - 1) * Self.sampleSize / total != part
    }
  }

  /// How many outcomes of a rule are counted only.
  func unlisted(_ rule: RuleResult) -> [(outcome: Outcome, count: Int)] {
    guard self == .sampled else { return [] }
    return Outcome.allCases.compactMap { outcome in
      let rest = rule.totals[outcome] - Self.sampleSize
      return Self.isSampled(outcome) && rest > 0 ? (outcome, rest) : nil
    }
  }

  private static func isSampled(_ outcome: Outcome) -> Bool {
    outcome == .pass || outcome == .notApplicable
  }
}
