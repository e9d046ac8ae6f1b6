import Model

/// What every language and form of a report shows, gathered once.
///
/// Findings are made from their verdicts here. A rule with more subjects than the limit lists the
/// outcomes that somebody must act on first; the totals stay complete, and `findings.ndjson` holds
/// the rest.
struct ReportData: Sendable {
  /// The run.
  let run: ReportRun
  /// The listed findings of each rule, at the position of the rule.
  let listed: [[Finding]]
  /// Whether there are so many findings that their list leaves the evidence to the pages of the
  /// rules.
  let isBrief: Bool
  /// What the snapshot says about connections, exports and enrichments.
  let inventory: Inventory
  /// The results by the controls of each framework that any rule of the run serves.
  let frameworks: [FrameworkView]
  /// Who gets data over each connection.
  let recipients: Recipients
  /// What went to whom.
  let disclosures: Disclosures
  /// Who is behind the ids.
  let people: People
  /// The outcomes of the workpaper, if one was asked for.
  let sample: Sample?

  var result: AuditResult { run.result }

  /// The time of the run in its own clock: as-of, without one the time of collection.
  var time: Instant? {
    result.asOf ?? result.snapshot.rows(CollectionRecord.self).first?[.collectedUtc].known
  }

  /// With more findings than this their list is brief: a page of 20,000 opens in half a second.
  static let briefAbove = 2_000
  /// How many findings of a rule are listed where the whole report has more than its limit.
  static let shownOfMany = 200

  /// Gathers a report's data, listing at most `limit` findings a rule.
  init(_ run: ReportRun, limit: Int) {
    self.run = run
    var listed: [[Finding]] = []
    let open = run.result.totals[.fail] + run.result.totals[.unknown]
    isBrief = open > Self.briefAbove
    let openLimit = open > limit ? min(limit, Self.shownOfMany) : limit
    for (index, rule) in run.result.rules.enumerated() {
      let chosen = Self.choose(
        rule, run.listedPositions(index), limit: limit, openLimit: openLimit)
      listed.append(chosen.map { run.result.finding(rule: index, subject: $0) })
    }
    self.listed = listed
    inventory = Inventory(run.result, findings: listed, limit: limit)
    frameworks = Framework.allCases.map { FrameworkView($0, run.result) }
      .filter { !$0.controls.isEmpty }
    let snapshot = run.result.snapshot
    recipients = Recipients(run.result)
    disclosures = Disclosures(snapshot, recipients, inventory.links)
    people = People(snapshot)
    sample = run.sample.map { Sample($0, run.result) }
  }

  /// The positions of the listed verdicts: fails, unknowns, accepted, passes, not applicable; the
  /// higher severity first; then in the order of the snapshot.
  private static func choose(
    _ rule: RuleResult, _ positions: [Int], limit: Int, openLimit: Int
  ) -> [Int] {
    var chosen: [Int] = []
    for outcome in [Outcome.fail, .unknown, .accepted, .pass, .notApplicable] {
      for severity in FindingSeverity.allCases.reversed() {
        guard chosen.count < limit else { return chosen }
        for index in positions
        where rule.verdicts[index] == RuleResult.Verdict(outcome, severity) {
          guard chosen.count < (outcome.isOpen ? openLimit : limit) else { break }
          chosen.append(index)
        }
      }
    }
    return chosen
  }
}
