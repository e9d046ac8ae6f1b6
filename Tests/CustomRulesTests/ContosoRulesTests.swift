import Audit
import CustomRules
import Foundation
import Model
import SnapshotReader
import TestSupport
import Testing

/// The rules of the example company against what was worked out by hand, row by row.
@Suite struct ContosoRulesTests {
  private static let folder = SharedMaterial.projectFolder.appending(path: "examples/contoso")

  private static let judgement: CustomRuleJudge.Judgement? = {
    let rules = CustomRuleFolder.load(folder.appending(path: "rules").path, name: "rules").rules
    guard let catalogue = CustomRuleFixture.catalogue,
      let snapshot = SnapshotReader.read(folder.appending(path: "snapshot.json").path).snapshot
    else { return nil }
    // 2026-10-01T00:00:00Z, as vouch.yaml of the example sets it.
    let asOf = Instant(microseconds: 1_790_812_800 * Instant.second)
    return CustomRuleJudge.judge(
      rules, AuditContext(snapshot, catalogue: catalogue, asOf: asOf))
  }()

  private static func expected(_ rule: String) throws -> [String: String] {
    let text = try String(contentsOf: folder.appending(path: "EXPECTED.csv"), encoding: .utf8)
    var outcomes: [String: String] = [:]
    for line in text.split(separator: "\n") {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      if cells.count == 5, cells[0] == rule { outcomes[cells[1]] = cells[2] }
    }
    return outcomes
  }

  @Test(arguments: ["ORG-01", "ORG-02", "ORG-03"])
  func agreesWithWhatWasExpected(_ id: String) throws {
    let judgement = try #require(Self.judgement)
    #expect(judgement.diagnostics.filter { $0.severity == .error } == [])
    let judged = try #require(judgement.rules.first { $0.result.rule.id == id })
    var actual: [String: String] = [:]
    for position in judged.result.verdicts.indices {
      let finding = judged.finding(position)
      actual["\(finding.subject.kind.rawValue):\(finding.subject.id)"] = "\(finding.outcome)"
    }
    let expected = try Self.expected(id)
    let differences = Set(expected.keys).union(actual.keys).sorted()
      .filter { expected[$0] != actual[$0] }
      .map { "\($0): expected \(expected[$0] ?? "nothing"), got \(actual[$0] ?? "nothing")" }
    #expect(differences.isEmpty, "\(differences.joined(separator: "\n"))")
    // Each rule is shown at work: something passes, something fails, something isn't known.
    #expect(Set(actual.values).isSuperset(of: ["pass", "fail", "unknown", "notApplicable"]))
  }
}
