import Foundation
import FoundationXML
import Model
import Testing

@testable import DocGen

/// Each outcome of each severity in each form that other programs read, as `docs/formats.md` maps them.
@Suite struct MappingBoundTests {
  private static let severities: [FindingSeverity] = [.low, .medium, .high, .critical]
  private static let levels: [FindingSeverity: String] = [
    .low: "note", .medium: "warning", .high: "error", .critical: "error",
  ]

  private func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  private func results(_ sarif: String) throws -> [[String: Any]] {
    let run = try #require((try object(sarif)["runs"] as? [[String: Any]])?.first)
    return try #require(run["results"] as? [[String: Any]])
      .filter { $0["ruleId"] as? String == "CON-01" }
  }

  @Test(arguments: Outcome.allCases, severities)
  func asSARIF(outcome: Outcome, severity: FindingSeverity) throws {
    let fixture = try MachineFixture([.init(outcome, severity)])
    let full = try #require(try results(fixture.sarif).first)
    let kinds: [Outcome: String] = [
      .pass: "pass", .fail: "fail", .unknown: "open", .accepted: "fail",
      .notApplicable: "notApplicable",
    ]
    #expect(full["kind"] as? String == kinds[outcome])
    let isFail = outcome == .fail || outcome == .accepted
    #expect(full["level"] as? String == (isFail ? Self.levels[severity] : "none"))
    let suppressions = full["suppressions"] as? [[String: Any]]
    #expect(
      suppressions?.map { $0["kind"] as? String } == (outcome == .accepted ? ["external"] : nil))
    #expect(suppressions?.allSatisfy { $0["status"] as? String == "accepted" } ?? true)
    let properties = try #require(full["properties"] as? [String: Any])
    #expect(properties["outcome"] as? String == "\(outcome)")
    #expect(
      properties["originalOutcome"] as? String == (outcome == .accepted ? "fail" : "\(outcome)"))
    #expect(properties["severity"] as? String == "\(severity)")
    #expect(full["baselineState"] == nil, "there is no baseline")
    // GitHub's file has unexcepted fails alone, and they say all four places.
    let own = try results(fixture.gitHubSARIF)
    #expect(own.count == (outcome == .fail ? 1 : 0))
    let location = (own.first?["locations"] as? [[String: Any]])?.first?["physicalLocation"]
    let region = (location as? [String: Any])?["region"] as? [String: Int]
    if outcome == .fail {
      #expect(region == ["startLine": 7, "startColumn": 1, "endLine": 7, "endColumn": 2])
      #expect(own[0]["partialFingerprints"] != nil)
    }
  }

  @Test(arguments: Outcome.allCases, severities)
  func asJUnit(outcome: Outcome, severity: FindingSeverity) throws {
    let fixture = try MachineFixture([.init(outcome, severity)])
    let document = try XMLDocument(data: Data(fixture.junit.utf8))
    let path = "//testsuite[starts-with(@name, 'CON-01')]"
    let elements: [Outcome: String] = [
      .fail: "failure", .unknown: "error", .accepted: "skipped", .notApplicable: "skipped",
    ]
    let inner = try document.nodes(forXPath: "\(path)/testcase/*")
    #expect(inner.compactMap(\.name) == (elements[outcome].map { [$0] } ?? []))
    let types = try document.nodes(forXPath: "\(path)/testcase/*/@type").map(\.stringValue)
    #expect(types == (outcome == .pass ? [] : ["\(outcome)"]))
    for (name, counted) in [
      ("failures", outcome == .fail), ("errors", outcome == .unknown),
      ("skipped", outcome == .accepted || outcome == .notApplicable), ("tests", true),
    ] {
      let value = try document.nodes(forXPath: "\(path)/@\(name)").first?.stringValue
      #expect(value == (counted ? "1" : "0"), "\(name)")
    }
    #expect(try document.nodes(forXPath: "/testsuites/@skipped").isEmpty, "the schema has none")
    let text = inner.first?.stringValue ?? ""
    #expect(outcome == .pass || text.contains("severity: \(severity)"))
    #expect(text.contains("accepted until: 2026-10-01") == (outcome == .accepted))
  }

  @Test(arguments: Outcome.allCases, severities)
  func asOSCAL(outcome: Outcome, severity: FindingSeverity) throws {
    let fixture = try MachineFixture([.init(outcome, severity)])
    let document = try #require(try object(fixture.oscal)["assessment-results"] as? [String: Any])
    let result = try #require((document["results"] as? [[String: Any]])?.first)
    let states: [Outcome: (String, String)] = [
      .pass: ("satisfied", "pass"), .fail: ("not-satisfied", "fail"),
      .unknown: ("not-satisfied", "other"), .accepted: ("not-satisfied", "other"),
    ]
    let findings = result["findings"] as? [[String: Any]]
    // Nothing is concluded about a rule that has nothing to judge.
    #expect(findings?.count == (outcome == .notApplicable ? nil : 1))
    let target = findings?.first?["target"] as? [String: Any]
    let status = target?["status"] as? [String: String]
    #expect(status?["state"] == states[outcome]?.0 && status?["reason"] == states[outcome]?.1)
    #expect(target?["target-id"] as? String == (outcome == .notApplicable ? nil : "CON-01"))
    let risks = result["risks"] as? [[String: Any]]
    #expect(
      risks?.map { $0["status"] as? String }
        == (outcome == .accepted ? ["deviation-approved"] : nil))
    let observations = try #require(result["observations"] as? [[String: Any]])
    let own = try #require(
      observations.first { ($0["title"] as? String)?.hasPrefix("CON-01") == true })
    #expect(own["title"] as? String == "CON-01: \(outcome)")
    let subject = try #require((own["subjects"] as? [[String: Any]])?.first)
    let properties = subject["props"] as? [[String: String]] ?? []
    func property(_ name: String) -> String? { properties.first { $0["name"] == name }?["value"] }
    #expect(property("severity") == "\(severity)")
    #expect(property("original-outcome") == (outcome == .accepted ? "fail" : "\(outcome)"))
  }

  @Test(arguments: Outcome.allCases, severities)
  func asRowsAndLines(outcome: Outcome, severity: FindingSeverity) throws {
    let fixture = try MachineFixture([.init(outcome, severity)])
    let records = try StrictCSV.records(fixture.csv)
    let row = Dictionary(zip(records[0], records[1]), uniquingKeysWith: { first, _ in first })
    let original = outcome == .accepted ? "fail" : "\(outcome)"
    #expect(row["outcome"] == "\(outcome)" && row["originalOutcome"] == original)
    #expect(row["severity"] == "\(severity)")
    #expect(row["exceptionExpires"] == (outcome == .accepted ? "2026-10-01" : ""))
    let lines = MachineFixture.text { FindingsDocument.render(fixture.report.run, to: $0) }.text
    let line = try object(String(try #require(lines.split(separator: "\n").first)))
    #expect(line["outcome"] as? String == "\(outcome)")
    #expect(line["originalOutcome"] as? String == original)
    #expect(line["severity"] as? String == "\(severity)")
    #expect((line["exception"] as? [String: Any] != nil) == (outcome == .accepted))
  }
}
