import Model

/// The results of a run by the controls of one framework.
struct FrameworkView: Sendable {
  /// A control with the rules that serve it.
  struct Control: Sendable {
    /// Its name in the framework, such as `A.7.2.8`.
    let name: String
    /// The positions of the rules in the result.
    let rules: [Int]
    /// What the rules said of their subjects, taken together.
    let totals: OutcomeTotals
  }

  let framework: Framework
  /// The controls in their order.
  let controls: [Control]

  init(_ framework: Framework, _ result: AuditResult) {
    self.framework = framework
    var rules: [String: [Int]] = [:]
    for (index, rule) in result.rules.enumerated() {
      let names = rule.rule.controls.filter { $0.framework == framework }.flatMap(\.controls)
      for name in Set(names) { rules[name, default: []].append(index) }
    }
    controls = rules.keys.sorted(by: Self.isOrdered).map { name in
      let members = rules[name] ?? []
      return Control(
        name: name, rules: members,
        totals: members.reduce(OutcomeTotals()) { $0 + result.rules[$1].totals })
    }
  }

  /// How many controls have each worst outcome.
  var rollUp: OutcomeTotals {
    controls.reduce(into: OutcomeTotals()) { $0[$1.totals.rollUp] += 1 }
  }

  /// The positions of the rules that serve any control.
  var rules: Set<Int> { Set(controls.flatMap(\.rules)) }

  /// The page below the folder of the report, without its suffix.
  var path: String { "frameworks/\(framework.rawValue.lowercased())" }

  /// Whether a control stands before another: numbers in names count as numbers, 5 before 24.
  static func isOrdered(_ left: String, _ right: String) -> Bool {
    let (leftParts, rightParts) = (parts(left), parts(right))
    for (one, other) in zip(leftParts, rightParts) where one != other {
      if let first = Int(one), let second = Int(other) { return first < second }
      return one < other
    }
    return leftParts.count < rightParts.count
  }

  /// Runs of digits and of everything else.
  private static func parts(_ name: String) -> [Substring] {
    var parts: [Substring] = []
    var rest = name[...]
    while let first = rest.first {
      let isNumber = first.isASCII && first.isNumber
      let part = rest.prefix { ($0.isASCII && $0.isNumber) == isNumber }
      parts.append(part)
      rest = rest.dropFirst(part.count)
    }
    return parts
  }
}
