import Model
import SnapshotReader
import Testing

@testable import Audit

/// Every record that was read is accounted for, and a count that isn't met is seen.
@Suite struct ReconciliationTests {
  private func result(_ document: String, rules: String? = nil) throws -> AuditResult {
    let context = AuditContext(
      try SnapshotReader.snapshot(fromFragment: document), catalogue: ShippedCatalogue.catalogue,
      asOf: nil)
    return Auditor.audit(
      context,
      configuration: AuditConfiguration(
        selection: try rules.map { try RuleSelection($0) } ?? .all, threads: 2))
  }

  private func balance(
    _ section: Section, _ document: String, rules: String? = nil
  ) throws -> SectionBalance {
    let lines = try result(document, rules: rules).reconciliation.sections
    return try #require(lines.first { $0.section == section })
  }

  private static let consents = #"""
    {"collection":{"collectedUtc":"2025-06-01T00:00:00Z","timeZone":"UTC","sources":[
      {"section":"connections","complete":true,"recordCount":4,"uri":"a.csv","sha256":"00"},
      {"section":"consents","complete":true,"recordCount":1}]},
     "connections":[
      {"connectionId":"c-1","type":"mailchimp","purposeKind":"export","createdUtc":"2025-01-01T00:00:00Z"},
      {"connectionId":"c-2","type":"no such service","purposeKind":"export","createdUtc":"2025-03-01T00:00:00Z"},
      {"connectionId":"c-1","type":"mailchimp","purposeKind":"export","createdUtc":"2025-02-01T00:00:00Z"},
      7],
     "consents":[{"subjectType":"connection","subjectId":"c-1","state":"accepted","acceptedBy":"p","acceptedUtc":"2025-01-02"}],
     "segments":[{"name":"a","members":5},{"name":"b","members":null},{"name":"c","members":7}]}
    """#

  @Test func everyRecordHasOnePlace() throws {
    let line = try balance(.connections, Self.consents, rules: "CON-01")
    #expect(line.read == 4)
    #expect(line.stated == 4)
    #expect(line.evaluated == 2, "c-1 and its repetition")
    #expect(line.unknown == 1, "a service that nobody knows")
    #expect(line.rejected == 1, "a number is no record")
    #expect(line.notApplicable == 0)
    #expect(line.repeated == 1)
    #expect(line.accounted == line.read && line.addsUp)
    #expect(line.first?.iso8601 == "2025-01-01T00:00:00Z")
    #expect(line.last?.iso8601 == "2025-03-01T00:00:00Z")
    #expect(line.sources.map(\.address) == ["a.csv"] && line.sources.map(\.sha256) == ["00"])
  }

  @Test func recordsThatNoRuleJudgesAreNotApplicable() throws {
    let line = try balance(.segments, Self.consents, rules: "CON-01")
    #expect(line.read == 3 && line.notApplicable == 3 && line.addsUp)
    #expect(line.totals == [.init(field: "members", sum: 12, count: 2)])
  }

  @Test(arguments: [nil, "CON-01", "LIF-02,SHR-03", "DQ-*"])
  func rulesHaveAsManyOutcomesAsSubjects(rules: String?) throws {
    let reconciliation = try result(Self.consents, rules: rules).reconciliation
    #expect(!reconciliation.rules.isEmpty && reconciliation.addsUp)
    #expect(reconciliation.rules.allSatisfy { $0.subjects == $0.outcomes && $0.subjects > 0 })
  }

  @Test(arguments: [
    (#"{"section":"connections","recordCount":3}"#, 3),
    (#"{"section":"connections","recordCount":1},{"section":"connections","recordCount":2}"#, 3),
    (#"{"section":"connections","recordCount":0}"#, 0),
  ])
  func aStatedCountThatIsNotMetDoesNotAddUp(sources: String, stated: Int) throws {
    let document = """
      {"collection":{"sources":[\(sources)]},"connections":[{"connectionId":"c-1"}]}
      """
    let line = try balance(.connections, document)
    #expect(line.stated == stated && line.read == 1 && !line.addsUp)
    #expect(try !result(document).reconciliation.addsUp)
  }

  @Test(arguments: [
    #"{"section":"connections"}"#,
    #"{"section":"connections","recordCount":5},{"section":"connections"}"#,
  ])
  func aCountThatOneSourceDoesNotStateIsNotCompared(sources: String) throws {
    let document = """
      {"collection":{"sources":[\(sources)]},"connections":[{"connectionId":"c-1"}]}
      """
    let line = try balance(.connections, document)
    #expect(line.stated == nil && line.addsUp)
  }

  /// A list and a log may tell of the same records.
  @Test(arguments: [(2, 1, true), (2, 2, true), (1, 1, true), (3, 1, false), (1, 0, false)])
  func severalSourcesMayOverlap(first: Int, second: Int, addsUp: Bool) throws {
    let document = """
      {"collection":{"sources":[{"section":"connections","recordCount":\(first)},
        {"section":"connections","recordCount":\(second)}]},
       "connections":[{"connectionId":"c-1"},{"connectionId":"c-2"}]}
      """
    #expect(try balance(.connections, document).addsUp == addsUp)
  }

  @Test func aClaimedSectionThatIsNotThereDoesNotAddUp() throws {
    let document = #"{"collection":{"sources":[{"section":"runs","recordCount":9}]},"exports":[]}"#
    #expect(try !balance(.runs, document).addsUp)
    #expect(
      try result(document).reconciliation.sections.map(\.section).contains(.agreements) == false)
  }

  /// What the judging loses is seen, because the two sides are counted apart.
  @Test func lostVerdictsAreSeen() throws {
    let context = AuditContext(
      try SnapshotReader.snapshot(fromFragment: Self.consents),
      catalogue: ShippedCatalogue.catalogue, asOf: nil)
    let rule = try #require(
      AuditConfiguration(selection: RuleSelection("CON-01")).configuredRules.first)
    let run = RuleRun(rule, context, among: [rule.description])
    let verdicts = Array(run.verdicts(0..<run.subjects.count).dropLast())
    let reconciliation = Reconciler(context: context, rules: [run], verdicts: [verdicts])
      .reconcile(threads: 1)
    #expect(!reconciliation.addsUp)
    #expect(reconciliation.rules.map(\.addsUp) == [false])
  }
}
