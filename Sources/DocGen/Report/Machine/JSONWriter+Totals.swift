import Model

extension JSONWriter {
  /// Writes a member for each outcome and one for all of them, as every machine format has them.
  mutating func totals(_ totals: OutcomeTotals) {
    for outcome in Outcome.allCases { member("\(outcome)", totals[outcome]) }
    member("population", totals.population)
  }
}
