import Foundation
import Model
import Testing

@testable import DocGen

/// Passes are counted and sampled unless all evidence is asked for.
@Suite struct EvidenceExtentTests {
  private func rule(_ counts: KeyValuePairs<Outcome, Int>) -> RuleResult {
    let description = RuleDescription(
      "CON-01", group: .consent, severity: .high, subject: .connection, sections: [.connections],
      clauses: [], controls: [])
    let verdicts = counts.flatMap { outcome, count in
      Array(repeating: RuleResult.Verdict(outcome, .high), count: count)
    }
    return RuleResult(rule: description, verdicts: verdicts, isPopulationUnknown: false)
  }

  @Test(arguments: [1_000, 1_001, 1_999, 2_000, 2_500, 123_457])
  func aSampleHasItsSizeAndIsSpreadEvenly(passes: Int) {
    let result = rule([.fail: 2, .pass: passes, .unknown: 3, .notApplicable: 1_500])
    let positions = EvidenceExtent.sampled.positions(result)
    let listed = positions.reduce(into: OutcomeTotals()) { $0[result.verdicts[$1].outcome] += 1 }
    #expect(listed[.pass] == 1_000 && listed[.notApplicable] == 1_000)
    #expect(listed[.fail] == 2 && listed[.unknown] == 3, "what somebody must act on is all there")
    #expect(positions == positions.sorted())
    let gaps = zip(positions, positions.dropFirst()).map { $1 - $0 }
    #expect((gaps.max() ?? 0) <= passes / 1_000 + 2)
    let rest = EvidenceExtent.sampled.unlisted(result).reduce(0) { $0 + $1.count }
    #expect(positions.count + rest == result.verdicts.count)
  }

  @Test func nothingIsLeftOutWhereAllIsAskedForOrLittleIsThere() {
    let large = rule([.pass: 5_000])
    #expect(EvidenceExtent.all.positions(large).count == 5_000)
    #expect(EvidenceExtent.all.unlisted(large).isEmpty)
    let small = rule([.pass: 1_000, .accepted: 2_000])
    #expect(EvidenceExtent.sampled.positions(small) == Array(0..<3_000))
    #expect(EvidenceExtent.sampled.unlisted(small).isEmpty)
  }

  /// The lines of a file that leaves passes out still add up to the totals.
  @Test(arguments: [EvidenceExtent.all, .sampled])
  func theLinesAddUp(extent: EvidenceExtent) throws {
    let records = (1...2_345).map { #"{"connectionId": "c-\#($0)", "allowedRoles": []}"# }
    var fixture = ReportFixture(
      """
      {"schema": "connections-snapshot/1", "connections": [\(records.joined(separator: ","))]}
      """)
    fixture.rules = "DQ-02"
    fixture.formats = [.ndjson, .csv, .json]
    fixture.evidence = extent
    let report = try fixture.render()
    var totals: [String: Int] = [:]
    for line in try report.text("report/findings.ndjson").split(separator: "\n") {
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      let outcome = try #require(object?["outcome"] as? String)
      totals[outcome, default: 0] += object?["unlisted"] as? Int ?? 1
    }
    for outcome in Outcome.allCases {
      #expect(totals["\(outcome)"] ?? 0 == report.result.totals[outcome], "\(outcome)")
    }
    let rows = try StrictCSV.records(report.text("report/findings.csv"))
    #expect(rows.count == (extent == .all ? 2_345 : 1_001) + 1 + (extent == .all ? 1 : 1))
  }
}
