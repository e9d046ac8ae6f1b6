import Model
import SnapshotReader
import Testing

@testable import Audit

@Suite struct EngineTests {
  private func result(_ document: String, rules: String, threads: Int = 2) throws -> AuditResult {
    Auditor.audit(
      try SnapshotReader.snapshot(fromFragment: document), catalogue: ShippedCatalogue.catalogue,
      configuration: AuditConfiguration(selection: try RuleSelection(rules), threads: threads))
  }

  private func findings(_ result: AuditResult, rule: Int = 0) -> [Finding] {
    result.rules[rule].verdicts.indices.map { result.finding(rule: rule, subject: $0) }
  }

  private static let now = #""collectedUtc":"2025-06-01T00:00:00Z""#
  private static let complete =
    #""collection":{\#(now),"sources":[{"section":"exports","complete":true}]},"#

  @Test(arguments: [
    (#"{}"#, "population.absent", 1), (#"{"exports":[]}"#, "population.incomplete", 1),
    (#"{\#(complete)"exports":[]}"#, nil, 0), (#"{\#(complete)"exports":null}"#, nil, 0),
    (
      #"{"collection":{"sources":[{"section":"exports","complete":true},"#
        + #"{"section":"exports","complete":false}]},"exports":[]}"#, "population.incomplete", 1
    ),
  ])
  func aMissingPopulationIsNotClean(document: String, reason: String?, count: Int) throws {
    let result = try result(document, rules: "LIF-01")
    #expect(result.rules[0].totals[.unknown] == count)
    #expect(result.rules[0].isPopulationUnknown == (count == 1))
    let finding = findings(result).first
    #expect(finding?.evaluation.reason?.key == reason.map { "reason.\($0)" })
    #expect(finding.map(\.subject.id) == (count == 1 ? "exports" : nil))
    #expect(finding.map(\.evaluation.severity) == (count == 1 ? .medium : nil))
  }

  @Test func ofRecordsWithOneIdTheStricterCounts() throws {
    let result = try result(
      """
      {\(Self.complete)"exports":[
      {"exportId":"e-1","connectionId":"c-1"},
      {"exportId":"e-1","connectionId":null,"detachedUtc":"2025-01-01T00:00:00Z"},
      {"exportId":"e-2","connectionId":"c-1"}]}
      """, rules: "LIF-01")
    let findings = findings(result)
    #expect(findings.map(\.subject.id) == ["e-1", "e-2"])
    #expect(findings.map(\.outcome) == [.fail, .notApplicable])
    #expect(result.rules[0].verdicts.map(\.outcome) == findings.map(\.outcome))
    #expect(findings[0].evaluation.notes.map(\.key).contains("note.duplicate-id"))
    #expect(findings[1].evaluation.notes.isEmpty)
  }

  @Test func duplicatesOfAReferredRecordAreTriedToo() throws {
    let document = """
      {"collection":{"sources":[{"section":"exports","complete":true},
      {"section":"roleAssignments","complete":true}]},
      "roleAssignments":[{"principalId":"p-1","roles":["contributor"]}],
      "exports":[{"exportId":"e-1","connectionId":"c-1","state":"active","createdBy":"p-1",
      "updatedBy":null}],"connections":[
      {"connectionId":"c-1","allowedRoles":["contributor"],"allowedPrincipals":[]},
      {"connectionId":"c-1","allowedRoles":["admin"],"allowedPrincipals":[]}]}
      """
    let finding = try #require(findings(try result(document, rules: "SHR-04")).first)
    #expect(finding.outcome == .fail)
    #expect(finding.evaluation.notes.map(\.key).contains("note.duplicate-id"))
  }

  @Test(arguments: [(8, Outcome.notApplicable), (9, .unknown)])
  func tooManyDuplicatesAreUndecided(count: Int, expected: Outcome) throws {
    let rows = Array(repeating: #"{"exportId":"e-1","connectionId":"c-1"}"#, count: count)
    let document = #"{\#(Self.complete)"exports":[\#(rows.joined(separator: ","))]}"#
    let result = try result(document, rules: "LIF-01")
    #expect(findings(result).map(\.outcome) == [expected])
    #expect(result.rules[0].verdicts.map(\.outcome) == [expected])
  }

  @Test func findingsNameSubjectOwnerAndFingerprint() throws {
    let result = try result(
      """
      {\(Self.complete)"exports":[
      {"exportId":"e-1","displayName":"Mail","connectionId":null,"ownerPrincipalId":"p-1"},
      {"connectionId":"c-1"}]}
      """, rules: "LIF-01")
    let findings = findings(result)
    #expect(findings[0].subject.name == "Mail")
    #expect(findings[0].owner == "p-1")
    // SHA-256 of "LIF-01\nexport\ne-1", made with another tool.
    #expect(findings[0].fingerprint == "72c151929256d03922a85d0a6f7d2dde")
    #expect(findings[0].subject.pointer?.jsonPointer == "/exports/0")
    #expect(findings[1].subject.id == "exports#1")
    #expect(findings[0].fingerprint != findings[1].fingerprint)
  }

  @Test func theResultDoesNotDependOnThreads() throws {
    let rows = (0..<20_000).map { row in
      #"{"exportId":"e-\#(row)","connectionId":\#(row % 3 == 0 ? "null" : "\"c-1\"")}"#
    }
    let document = #"{\#(Self.complete)"exports":[\#(rows.joined(separator: ","))]}"#
    let one = try result(document, rules: "lifecycle,SHR-04", threads: 1)
    let four = try result(document, rules: "lifecycle,SHR-04", threads: 4)
    #expect(one.rules.map(\.verdicts) == four.rules.map(\.verdicts))
    let rule = try #require(one.rules.first { $0.rule.id == "LIF-01" })
    #expect(rule.verdicts.count == 20_000)
    #expect(rule.totals[.unknown] == 6_667)
  }

  @Test func secretsAreMasked() throws {
    let result = try result(
      #"{"exports":[{"displayName":"AKIAIOSFODNN7EXAMPLE"}]}"#, rules: "LIF-01")
    #expect(!result.masked("AKIAIOSFODNN7EXAMPLE").contains("IOSFODNN7"))
    #expect(result.masked("Mail") == "Mail")
  }

  @Test func fieldsListTheRulesThatReadThem() {
    // Rules about every record read every field.
    let readers = RuleRegistry.rulesByField["exports.detachedUtc"] ?? []
    #expect(readers.filter { $0.hasPrefix("LIF") } == ["LIF-01", "LIF-02"])
    #expect(readers.contains("CRD-04"))
    for field in RuleRegistry.rulesByField.keys {
      let parts = field.split(separator: ".", maxSplits: 1).map(String.init)
      let shape = Section(name: parts[0])?.shape
      let isKnown =
        shape?.fields.contains { own in
          own.name == parts[1]
            || own.kind.child?.fields.contains { "\(own.name).\($0.name)" == parts[1] } ?? false
        } ?? false
      #expect(isKnown, "no field \(field)")
    }
  }
}
