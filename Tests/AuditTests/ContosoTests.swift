import Foundation
import Model
import SnapshotReader
import TestSupport
import Testing

@testable import Audit

/// The example company against what was worked out by hand, row by row.
@Suite struct ContosoTests {
  private struct Row: Hashable {
    var outcome: String
    var reason: String
    var severity: String
  }

  private static let folder = SharedMaterial.projectFolder.appending(path: "examples/contoso")

  private static let result: AuditResult? = {
    guard let snapshot = SnapshotReader.read(folder.appending(path: "snapshot.json").path).snapshot
    else { return nil }
    // 2026-10-01T00:00:00Z, as vouch.yaml of the example sets it.
    let asOf = Instant(microseconds: 1_790_812_800 * Instant.second)
    return Auditor.audit(
      snapshot, catalogue: ShippedCatalogue.catalogue,
      configuration: AuditConfiguration(asOf: asOf))
  }()

  /// The expected rows of a rule by subject.
  private static func expected(_ rule: String) throws -> [String: Row] {
    let text = try String(contentsOf: folder.appending(path: "EXPECTED.csv"), encoding: .utf8)
    var rows: [String: Row] = [:]
    for line in text.split(separator: "\n").dropFirst() {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      guard cells.count == 5, cells[0] == rule else { continue }
      rows[cells[1]] = Row(outcome: cells[2], reason: cells[3], severity: cells[4])
    }
    return rows
  }

  @Test(arguments: RuleRegistry.all.map(RuleCase.init))
  func agreesWithWhatWasExpected(_ test: RuleCase) throws {
    let result = try #require(Self.result)
    let id = test.rule.description.id
    let position = try #require(result.rules.firstIndex { $0.rule.id == id })
    let expected = try Self.expected(id)
    var actual: [String: Row] = [:]
    for subject in result.rules[position].verdicts.indices {
      let finding = result.finding(rule: position, subject: subject)
      let isUsual = finding.evaluation.severity == test.rule.description.severity
      actual["\(finding.subject.kind.rawValue):\(finding.subject.id)"] = Row(
        outcome: "\(finding.outcome)",
        reason: finding.outcome == .pass ? "" : reason(of: finding),
        severity: isUsual || finding.outcome == .pass ? "" : "\(finding.evaluation.severity)")
    }
    let isAboutEverything = [.record, .identifier, .section].contains(
      test.rule.description.subject)
    var differences: [String] = []
    for subject in Set(expected.keys).union(actual.keys).sorted()
    where expected[subject] != actual[subject] {
      // A record that is no case of the rule may be left out of the list.
      if expected[subject] == nil, actual[subject]?.outcome == "notApplicable" { continue }
      // Of rules about every record, only what is not a pass is listed.
      if expected[subject] == nil, actual[subject]?.outcome == "pass", isAboutEverything {
        continue
      }
      differences.append(
        "\(id) \(subject): expected \(describe(expected[subject])), got \(describe(actual[subject]))"
      )
    }
    #expect(differences.isEmpty, "\(differences.joined(separator: "\n"))")
    #expect(!expected.isEmpty)
  }

  /// What the example can't show, and why; the examples of the rules show it.
  private static let unshown: [String: Set<Outcome>] = [
    // A snapshot has one environment, so this rule has one outcome; the example's fails.
    "SHR-06": [.pass, .unknown]
  ]

  @Test(arguments: RuleRegistry.all.map(RuleCase.init))
  func hasEveryOutcomeThatTheRuleCanHave(_ test: RuleCase) throws {
    let description = test.rule.description
    let result = try #require(Self.result)
    let totals = try #require(result.rules.first { $0.rule.id == description.id }).totals
    let shown = Set(Outcome.allCases.filter { totals[$0] > 0 })
    let possible = Set(Outcome.allCases)
      .subtracting([.accepted]).subtracting(description.impossible)
    let unshown = Self.unshown[description.id] ?? []
    // A missing population gives an unknown that isn't the rule's.
    #expect(shown.isSuperset(of: possible.subtracting(unshown)))
    #expect(shown.isDisjoint(with: unshown))
    // What another rule's snapshot shows isn't needed here, but it must be shown somewhere.
    let examples = Set(test.rule.examples.map(\.outcome))
    #expect(unshown.isSubset(of: examples))
  }

  private func reason(of finding: Finding) -> String {
    let code = finding.evaluation.reasonCode ?? ""
    return finding.subject.isPopulation && finding.rule != "DQ-05" ? "population-\(code)" : code
  }

  private func describe(_ row: Row?) -> String {
    row.map { [$0.outcome, $0.reason, $0.severity].filter { !$0.isEmpty }.joined(separator: " ") }
      ?? "nothing"
  }
}
