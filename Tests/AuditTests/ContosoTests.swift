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

  private static let result = audit("snapshot.json")

  /// Rules with one outcome a snapshot need several snapshots to show all.
  private static let others: [String: [AuditResult?]] = [
    "SHR-06": ["sandbox", "trial"].map { audit("environments/\($0).json") }
  ]

  private static func audit(_ path: String) -> AuditResult? {
    guard let snapshot = SnapshotReader.read(folder.appending(path: path).path).snapshot
    else { return nil }
    // 2026-10-01T00:00:00Z, as vouch.yaml of the example sets it.
    let asOf = Instant(microseconds: 1_790_812_800 * Instant.second)
    return Auditor.audit(
      snapshot, catalogue: ShippedCatalogue.catalogue,
      configuration: AuditConfiguration(asOf: asOf))
  }

  /// The results that show a rule.
  private static func results(_ rule: String) throws -> [AuditResult] {
    try ([result] + (others[rule] ?? [])).map { try #require($0) }
  }

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
    let id = test.rule.description.id
    let expected = try Self.expected(id)
    var actual: [String: Row] = [:]
    for result in try Self.results(id) {
      let position = try #require(result.rules.firstIndex { $0.rule.id == id })
      for subject in result.rules[position].verdicts.indices {
        let finding = result.finding(rule: position, subject: subject)
        let isUsual = finding.evaluation.severity == test.rule.description.severity
        actual["\(finding.subject.kind.rawValue):\(finding.subject.id)"] = Row(
          outcome: "\(finding.outcome)",
          reason: finding.outcome == .pass ? "" : reason(of: finding),
          severity: isUsual || finding.outcome == .pass ? "" : "\(finding.evaluation.severity)")
      }
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

  @Test(arguments: RuleRegistry.all.map(RuleCase.init))
  func hasEveryOutcomeThatTheRuleCanHave(_ test: RuleCase) throws {
    let description = test.rule.description
    let shown = try Self.results(description.id).reduce(into: Set<Outcome>()) { shown, result in
      let totals = try #require(result.rules.first { $0.rule.id == description.id }).totals
      shown.formUnion(Outcome.allCases.filter { totals[$0] > 0 })
    }
    let possible = Set(Outcome.allCases)
      .subtracting([.accepted]).subtracting(description.impossible)
    // A missing population gives an unknown that isn't the rule's.
    #expect(shown.isSuperset(of: possible), "\(possible.subtracting(shown))")
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
