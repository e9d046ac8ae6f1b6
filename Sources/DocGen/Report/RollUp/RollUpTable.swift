import Model

/// `report/rollup.csv`: the outcomes of each rule in each environment, one count a row.
enum RollUpTable {
  private static let header = [
    "environment", "instanceId", "folder", "rule", "group", "severity", "outcome", "count",
  ]

  /// The table; rules without subjects have rows too, so that the columns can be pivoted.
  static func render(_ rollUp: RollUp) -> [UInt8] {
    var csv = CSVWriter()
    csv.row(header.map { .text($0) })
    for environment in rollUp.environments {
      for rule in environment.rules {
        for outcome in Outcome.allCases {
          csv.row([
            .text(environment.name), .text(environment.instanceID),
            .text("environments/\(environment.folder)"), .text(rule.id), .text(rule.group),
            .text("\(rule.severity)"), .text("\(outcome)"), .integer(rule.totals[outcome]),
          ])
        }
      }
    }
    return csv.take()
  }
}
