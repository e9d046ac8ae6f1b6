import Model
import Testing

@testable import Audit

@Suite struct ConfigurationTests {
  @Test(arguments: [
    ("CON-01", ["CON-01"]), ("con-*", ["CON-01"]), ("lifecycle", ["LIF-01"]),
    ("LIF-01, CON-01", ["CON-01", "LIF-01"]), ("*", RuleRegistry.descriptions.map(\.id)),
  ])
  func selectsRules(text: String, expected: [String]) throws {
    let selection = try RuleSelection(text)
    let ids = AuditConfiguration(selection: selection).configuredRules.map(\.description.id)
    for id in expected { #expect(ids.contains(id)) }
    if let prefix = expected.first?.prefix(3), expected.count == 1, !text.hasSuffix("*") {
      #expect(ids.allSatisfy { $0.hasPrefix(prefix) })
    }
  }

  @Test(arguments: [
    ("CON-1", "CON-01"), ("concent", "consent"), ("XYZ-*", nil), ("", nil),
    ("LIF", "LIF-*"), ("dq", "DQ-*"), ("CON-", "CON-*"), ("LI", nil), ("-", nil), ("CON-01,", nil),
  ])
  func refusesUnknownNames(text: String, suggestion: String?) {
    let problem = #expect(throws: ConfigurationProblem.self) { try RuleSelection(text) }
    #expect(problem?.suggestion == suggestion)
  }

  @Test func checksParameterValues() {
    let configuration = AuditConfiguration(parameters: [
      "LIF-01": ["maxIdelDays": 3, "maxIdleDays": -1], "LIF-1": ["maxIdleDays": 1],
    ])
    #expect(
      configuration.problems.map(\.description)
        == [
          "LIF-01 has no parameter 'maxIdelDays'; did you mean maxIdleDays?",
          "LIF-01 maxIdleDays must be from 0 to 3650 days, not -1",
          "'LIF-1' is no rule, pattern or group of rules; did you mean LIF-01?",
        ])
  }

  @Test func givesRulesTheValuesOfTheRun() throws {
    let configuration = AuditConfiguration(
      selection: try RuleSelection("LIF-01"), parameters: ["LIF-01": ["maxIdleDays": 7]])
    #expect(configuration.configuredRules.map { $0.description.value("maxIdleDays") } == [7])
  }

  @Test func rulesStandInOrderWithUniqueIds() {
    let ids = RuleRegistry.descriptions.map(\.id)
    #expect(Set(ids).count == ids.count)
    let places = RuleRegistry.descriptions.map { rule in
      (RuleGroup.allCases.firstIndex(of: rule.group) ?? 0, rule.id)
    }
    #expect(zip(places, places.dropFirst()).allSatisfy { $0 < $1 })
  }
}
