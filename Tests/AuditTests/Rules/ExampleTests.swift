import Model
import Testing

@testable import Audit

@Suite struct ExampleTests {
  /// The verdict is made without words; the findings, with them, must agree.
  @Test(arguments: ExampleCase.all)
  func meetsItsExample(_ test: ExampleCase) throws {
    let result = try test.result()
    let evaluation = try test.finding(in: result).evaluation
    #expect(evaluation.outcome == test.example.outcome, "\(evaluation)")
    #expect(evaluation.reasonCode == test.example.reason, "\(evaluation)")
    #expect(evaluation.severity == test.example.severity ?? test.rule.description.severity)
    for (position, verdict) in result.rules[0].verdicts.enumerated() {
      let finding = result.finding(rule: 0, subject: position)
      #expect(finding.outcome == verdict.outcome)
      #expect(finding.evaluation.severity == verdict.severity)
      #expect(finding.evaluation.outcome == .pass || finding.evaluation.reason != nil)
      // Whatever a rule says, its population may be unknown.
      guard !finding.subject.isPopulation || finding.rule == "DQ-05" else { continue }
      #expect(!test.rule.description.impossible.contains(verdict.outcome))
    }
  }

  @Test(arguments: RuleRegistry.all.map(RuleCase.init))
  func everyReasonHasAnExample(_ test: RuleCase) {
    let codes = test.rule.examples.compactMap(\.reason)
    for code in test.rule.reasonCodes {
      #expect(codes.contains(code), "no example of \(test.rule.description.id) gives '\(code)'")
    }
  }

  @Test(arguments: RuleRegistry.all.map(RuleCase.init))
  func everyPossibleOutcomeHasAnExample(_ test: RuleCase) {
    let description = test.rule.description
    let shown = Set(test.rule.examples.map(\.outcome)).union([.accepted])
    #expect(shown.union(description.impossible).count == Outcome.allCases.count)
  }

  /// A clause that can be replaced without anybody noticing is no part of the predicate.
  @Test(arguments: RuleRegistry.all.map(RuleCase.init))
  func everyClauseMatters(_ test: RuleCase) throws {
    let examples = try test.examples.map { example in
      let snapshot = try example.snapshot()
      return (example, snapshot, plain: try example.finding(snapshot).evaluation)
    }
    for clause in test.rule.description.clauses {
      for truth in Truth.allCases {
        let override = ClauseOverride(clause, truth)
        let isNoticed = try examples.contains { example, snapshot, plain in
          let forced = try example.finding(snapshot, override: override).evaluation
          return plain.outcome != forced.outcome
            || plain.reason != forced.reason || plain.severity != forced.severity
        }
        #expect(isNoticed, "\(test.rule.description.id): \(clause) forced to \(truth)")
      }
    }
  }
}

/// A rule as a test case.
struct RuleCase: Sendable, CustomTestStringConvertible {
  let rule: any Rule.Type

  var testDescription: String { rule.description.id }

  var examples: [ExampleCase] { rule.examples.map { ExampleCase(rule: rule, example: $0) } }
}

extension Evaluation {
  /// The machine code of the reason: what follows the rule's id in its key.
  var reasonCode: String? {
    reason.map { String($0.key.drop { $0 != "." }.dropFirst().drop { $0 != "." }.dropFirst()) }
  }
}
