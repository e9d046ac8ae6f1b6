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
  /// A sample is spread evenly over the outcomes: the first one, and then every so many. Beside it
  /// stand those that have to be there, at the positions `kept`.
  func positions(_ rule: RuleResult, keeping kept: Set<Int> = []) -> [Int] {
    guard self == .sampled, Outcome.allCases.contains(where: { Self.isCut($0, rule) }) else {
      return Array(rule.verdicts.indices)
    }
    var seen = OutcomeTotals()
    return rule.verdicts.indices.filter { position in
      let outcome = rule.verdicts[position].outcome
      defer { seen[outcome] += 1 }
      guard Self.isCut(outcome, rule), !kept.contains(position) else { return true }
      let total = rule.totals[outcome]
      // One of each of the equal parts that the outcomes are cut into.
      let part = seen[outcome] * Self.sampleSize / total
      return seen[outcome] == 0 || (seen[outcome] - 1) * Self.sampleSize / total != part
    }
  }

  /// How many outcomes of a rule are counted only.
  func unlisted(
    _ rule: RuleResult, keeping kept: Set<Int> = []
  ) -> [(outcome: Outcome, count: Int)] {
    guard self == .sampled, Outcome.allCases.contains(where: { Self.isCut($0, rule) }) else {
      return []
    }
    var rest = rule.totals
    for position in positions(rule, keeping: kept) { rest[rule.verdicts[position].outcome] -= 1 }
    return Outcome.allCases.compactMap { rest[$0] > 0 ? ($0, rest[$0]) : nil }
  }

  /// Whether a rule has so many subjects with an outcome that a sample of them is listed.
  private static func isCut(_ outcome: Outcome, _ rule: RuleResult) -> Bool {
    (outcome == .pass || outcome == .notApplicable) && rule.totals[outcome] > sampleSize
  }
}
