import Foundation
import FoundationXML
import Model
import TestSupport
import Testing

@testable import DocGen

/// The name of a file beside the folder of golden files.
private let goldenAnchor = URL(filePath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().appending(path: "x").path

private func object(_ text: String) throws -> [String: Any] {
  try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
}

/// The totals that a document states, from a dictionary of numbers.
private func totals(_ stated: Any?) throws -> OutcomeTotals {
  let numbers = try #require(stated as? [String: Int])
  var totals = OutcomeTotals()
  for outcome in Outcome.allCases { totals[outcome] = try #require(numbers["\(outcome)"]) }
  return totals
}

@Suite struct MachineFormsTests {
  @Test func looksAsBefore() throws {
    for form in try MachineFixture().all {
      expectGolden(form.text, "machine/\(form.name)", file: goldenAnchor)
    }
  }

  @Test func isTheSameEachTime() throws {
    let first = try MachineFixture(names: MachineFixture.hostile).all.map(\.text)
    let second = try MachineFixture(names: MachineFixture.hostile).all.map(\.text)
    #expect(first == second)
  }

  @Test func showsNoSecret() throws {
    for form in try MachineFixture(names: MachineFixture.hostile).all {
      #expect(!form.text.contains(MachineFixture.secret), "\(form.name)")
      #expect(form.text.contains("***"), "\(form.name)")
    }
  }

  @Test func sarifHoldsEveryOutcome() throws {
    let fixture = try MachineFixture(names: MachineFixture.hostile)
    let run = try #require((try object(fixture.sarif)["runs"] as? [[String: Any]])?.first)
    #expect(
      try totals((run["properties"] as? [String: Any])?["totals"])
        == fixture.report.result.totals)
    var counted = OutcomeTotals()
    for result in try #require(run["results"] as? [[String: Any]]) {
      let kind = try #require(result["kind"] as? String)
      #expect(kind == "fail" || result["level"] as? String == "none")
      let isSuppressed = result["suppressions"] != nil
      let outcomes: [String: Outcome] = [
        "pass": .pass, "fail": .fail, "open": .unknown, "notApplicable": .notApplicable,
      ]
      counted[isSuppressed ? .accepted : try #require(outcomes[kind])] += 1
    }
    #expect(counted == fixture.report.result.totals)
  }

  @Test func gitHubGetsFailsOnly() throws {
    let run = try #require(
      (try object(MachineFixture().gitHubSARIF)["runs"] as? [[String: Any]])?.first)
    let results = try #require(run["results"] as? [[String: Any]])
    #expect(results.map { $0["kind"] as? String } == ["fail", "fail"])
    // The critical one comes first.
    #expect(results.map { $0["level"] as? String } == ["error", "note"])
    #expect(results.allSatisfy { $0["suppressions"] == nil })
  }

  @Test func gitHubGetsNoMoreThanItTakes() throws {
    var verdicts = Array(
      repeating: RuleResult.Verdict(.fail, .low), count: SARIFDocument.gitHubLimit + 9)
    verdicts.append(.init(.fail, .high))
    let fixture = try MachineFixture(verdicts)
    let (text, blocks) = fixture.sarif(.gitHub)
    let run = try #require((try object(text)["runs"] as? [[String: Any]])?.first)
    let results = try #require(run["results"] as? [[String: Any]])
    #expect(results.count == SARIFDocument.gitHubLimit)
    #expect(results.first?["level"] as? String == "error")
    #expect((run["properties"] as? [String: Any])?["omittedFails"] as? Int == 10)
    // It came in blocks of about a megabyte.
    #expect(blocks >= text.utf8.count / (2 * MachineReport.blockSize) && blocks > 3)
  }

  @Test func noMessageHoldsALink() throws {
    let text = try MachineFixture(names: ["[x](javascript:1)"]).sarif
    #expect(text.contains(#"No record names \\[x\\](javascript:1)"#))
  }

  @Test func everyFormSaysWhyAndUntilWhenAnOutcomeIsAccepted() throws {
    for form in try MachineFixture(names: ["Because"]).all
    where form.name != "report.github.sarif" {
      #expect(form.text.contains("Because ***"), "\(form.name)")
      #expect(form.text.contains("2026-10-01"), "\(form.name)")
      #expect(form.text.contains("Because approver"), "\(form.name)")
      #expect(form.text.contains("Because T-1"), "\(form.name)")
    }
  }

  @Test func junitCountsEveryOutcome() throws {
    let fixture = try MachineFixture(names: MachineFixture.hostile)
    let document = try XMLDocument(data: Data(fixture.junit.utf8))
    func count(_ path: String) throws -> Int { try document.nodes(forXPath: path).count }
    var counted = OutcomeTotals()
    counted[.pass] = try count("//testcase[not(*)]")
    counted[.fail] = try count("//testcase/failure")
    counted[.unknown] = try count("//testcase/error")
    counted[.accepted] = try count("//testcase/skipped[@type='accepted']")
    counted[.notApplicable] = try count("//testcase/skipped[@type='notApplicable']")
    #expect(counted == fixture.report.result.totals)
    for outcome in Outcome.allCases {
      let path = "/testsuites/testsuite[1]/properties/property[@name='\(outcome)']/@value"
      #expect(try document.nodes(forXPath: path).map(\.stringValue) == ["\(counted[outcome])"])
    }
    for suite in try document.nodes(forXPath: "//testsuite") {
      let cases = try suite.nodes(forXPath: "testcase").count
      #expect(try suite.nodes(forXPath: "@tests").map(\.stringValue) == ["\(cases)"])
    }
  }

  @Test func oscalCountsEveryOutcome() throws {
    let fixture = try MachineFixture(names: MachineFixture.hostile)
    let document = try #require(
      try object(fixture.oscal)["assessment-results"] as? [String: Any])
    let result = try #require((document["results"] as? [[String: Any]])?.first)
    var counted = OutcomeTotals()
    for observation in try #require(result["observations"] as? [[String: Any]]) {
      let name = try #require(property("outcome", observation))
      let outcome = try #require(Outcome.allCases.first { "\($0)" == name })
      counted[outcome] += try #require(observation["subjects"] as? [Any]).count
    }
    #expect(counted == fixture.report.result.totals)
    for outcome in Outcome.allCases {
      #expect(property("\(outcome)", result) == "\(counted[outcome])")
    }
    // CON-02 had nothing to judge, so nothing is concluded about it.
    let findings = try #require(result["findings"] as? [[String: Any]])
    #expect(findings.count == 1)
    #expect((result["risks"] as? [[String: Any]])?.count == 1)
  }

  @Test(arguments: [
    (Outcome.pass, "satisfied", "pass"), (.fail, "not-satisfied", "fail"),
    (.unknown, "not-satisfied", "other"), (.accepted, "not-satisfied", "other"),
  ])
  func oscalConcludes(outcome: Outcome, state: String, reason: String) throws {
    let fixture = try MachineFixture([.init(outcome, .high)])
    let document = try #require(
      try object(fixture.oscal)["assessment-results"] as? [String: Any])
    let result = try #require((document["results"] as? [[String: Any]])?.first)
    let finding = try #require((result["findings"] as? [[String: Any]])?.first)
    let target = try #require(finding["target"] as? [String: Any])
    #expect(target["status"] as? [String: String] == ["state": state, "reason": reason])
    #expect(property("outcome", target) == "\(outcome)")
  }

  private func property(_ name: String, _ object: [String: Any]) -> String? {
    let properties = object["props"] as? [[String: String]]
    return properties?.first { $0["name"] == name }?["value"]
  }
}
