import Model

extension RuleParameter {
  /// How many days before the collection a log may end that still tells what ran until then.
  static let logEnd = RuleParameter("logEndDays", 1, in: 0...365, .days)
}

extension RuleDescription {
  /// How long before the collection a log may end, in microseconds; `nil` if the rule doesn't look at
  /// logs.
  var logEnd: Int64? {
    parameters.first { $0.name == RuleParameter.logEnd.name }.map {
      Int64($0.value * Double(Instant.day))
    }
  }
}
