import CommandLineTool
import Foundation
import Model
import Synchronization
import TestSupport
import Testing

@Suite struct RuleTestsTests {
  private final class Printed: Sendable {
    let text = Mutex("")
    func add(_ more: String) { text.withLock { $0 += more } }
  }

  private typealias Ending = (status: CommandLineTool.ExitStatus, text: String)

  private func call(_ words: [String], in folder: String) -> Ending {
    let printed = Printed()
    let environment = Environment(
      workingFolder: folder, now: Instant(microseconds: 1_790_812_800_000_000),
      processorCount: 2, variables: ["VOUCH_SHARE": SharedMaterial.projectFolder.path],
      executable: "/nowhere/vouch", isTerminal: false, processNumber: 1,
      output: { printed.add($0) }, diagnostics: { printed.add($0) })
    let status = Tool.main(words, in: environment)
    return (status, printed.text.withLock { $0 })
  }

  @Test func everyExampleOfEveryRuleHolds() {
    let ending = call(
      ["rules", "test", "--custom-rules", "examples/contoso/rules"],
      in: SharedMaterial.projectFolder.path)
    #expect(ending.status == .success, "\(ending.text)")
    #expect(ending.text.contains("3 custom rules with 14 fixtures: all as expected"))
  }

  /// What `rules test` says of a rule on exports with some fixtures and a query.
  private func testing(_ fixturesAndQuery: String) throws -> Ending {
    let folder = try TemporaryFolder()
    let header = ["id: ORG-01", "severity: high", "subject: export", "title: T", "fixtures:"]
    try folder.write(
      "rules/a.sql", header.map { "-- \($0)\n" }.joined() + fixturesAndQuery)
    return call(["rules", "test", "--custom-rules", "rules"], in: folder.path)
  }

  @Test func aFixtureWithAnotherOutcomeFails() throws {
    let ending = try testing(
      """
      --   - {name: wrong, subject: e, outcome: fail, snapshot: '{"exports": [{"exportId": "e"}]}'}
      --   - {name: none, subject: z, outcome: fail, snapshot: '{"exports": [{"exportId": "e"}]}'}
      --   - {name: broken, subject: e, outcome: fail, snapshot: '{"exports": ['}
      select _subject as subject, 'pass' as outcome from exports
      """)
    #expect(ending.status == .findings)
    #expect(
      ending.text.contains("rules/a.sql:6:8: error: ORG-01, wrong: 'e' is pass instead of fail"))
    #expect(ending.text.contains("there is no subject 'z'"))
    #expect(ending.text.contains("the snapshot can't be read"))
    #expect(ending.text.contains("3 failed"))
  }

  /// A fixture that nobody reads as it was meant would test nothing; odd values may be meant.
  @Test func whatIsMisspeltInAFixtureFails() throws {
    let ending = try testing(
      """
      --   - {name: field, subject: e, outcome: unknown, snapshot: '{"exports": [{"exportId": "e", "ownerPrincipalID": "p"}]}'}
      --   - {name: section, subject: e, outcome: unknown, snapshot: '{"exports": [{"exportId": "e"}], "connectionz": []}'}
      --   - {name: odd, subject: e, outcome: unknown, snapshot: '{"exports": [{"exportId": "e", "state": "on"}]}'}
      --   - {name: nothing, subject: exports, outcome: unknown, snapshot: '{}'}
      --   - {name: complete, subject: exports, outcome: unknown, complete: connections, snapshot: ' { } '}
      select _subject as subject, 'unknown' as outcome from exports
      """)
    #expect(ending.status == .findings)
    for line in [
      "rules/a.sql:6:8: error: ORG-01, field: exports has no field 'ownerPrincipalID'",
      "rules/a.sql:7:8: error: ORG-01, section: no section is named 'connectionz'",
      "rules/a.sql:8:8: warning: ORG-01, odd: exports.state: 'on' is none of its words",
      "with 5 fixtures: 2 failed",
    ] {
      #expect(ending.text.contains(line), "\(ending.text)")
    }
  }

  @Test func rulesBesideTheConfigurationStandInEveryFormat() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "snapshot.json",
      #"{"schema": "connections-snapshot/1", "exports": [{"exportId": "e1"}, {"exportId": "e2"}]}"#)
    try folder.write(
      "vouch.yaml", "snapshot: snapshot.json\nlocale: [en-us, fr-fr, nl-nl]\nrules: ORG-*\n")
    try folder.write(
      "rules/a.sql",
      """
      -- id: ORG-01
      -- severity: high
      -- subject: export
      -- title: {en-us: Nothing may pass, fr-fr: Rien ne passe}
      -- criterion: It never holds.
      select _subject as subject, iif(_row = 0, 'fail', 'pass') as outcome,
        '<b>never</b>' as reason, _line as line
      from exports where 1 < 2
      """)
    let ending = call(["run"], in: folder.path)
    #expect(ending.status == .findings, "\(ending.text)")
    #expect(ending.text.contains("1 rule, 3 outcomes: 1 fail, 1 unknown"))
    for file in [
      "findings.ndjson", "findings.csv", "report.sarif", "report.github.sarif", "summary.json",
      "assessment-results.json", "junit.xml", "manifest.json",
    ] {
      #expect(folder.text("public/report/\(file)")?.contains("ORG-01") == true, "\(file)")
    }
    let page = try #require(folder.text("public/en-us/report/rules/org-01.html"))
    #expect(page.contains("Nothing may pass"))
    #expect(page.contains("1 &lt; 2"), "the query is printed")
    #expect(page.contains("&lt;b&gt;never&lt;/b&gt;") && !page.contains("<b>never</b>"))
    #expect(folder.text("public/fr-fr/report/rules/org-01.html")?.contains("Rien ne passe") == true)
    let dutch = try #require(folder.text("public/nl-nl/report/rules/org-01.html"))
    #expect(dutch.contains("Nothing may pass") && dutch.contains(#"lang="en-US""#))
  }

  @Test func badRulesLeaveNothingWritten() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "snapshot.json", #"{"schema": "connections-snapshot/1", "exports": [{"exportId": "e1"}]}"#)
    try folder.write(
      "rules/a.sql",
      "-- id: ORG-01\n-- severity: high\n-- subject: export\n-- title: T\nselect nope from exports")
    let ending = call(
      ["audit", "snapshot.json", "--custom-rules", "rules", "-o", "out"], in: folder.path)
    #expect(ending.status == .usage)
    #expect(!folder.contents().contains { $0.hasPrefix("out") })
  }

  @Test func ruleThatFailedToLoadIsNotUnknown() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "snapshot.json", #"{"schema": "connections-snapshot/1", "exports": [{"exportId": "e1"}]}"#)
    try folder.write("rules/a.sql", "-- id: ORG-01\nselect exportId from exports")
    let ending = call(
      ["audit", "snapshot.json", "--custom-rules", "rules", "--rules", "ORG-01"], in: folder.path)
    #expect(ending.status == .usage)
    #expect(ending.text.contains("rules/a.sql:1:4: error: 'severity' is missing"))
    #expect(!ending.text.contains("is no rule"))
  }

  @Test func rowsAreSafeForSpreadsheets() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "s.json", #"{"schema": "connections-snapshot/1", "exports": [{"exportId": "=1+1"}]}"#)
    let ending = call(
      [
        "query", "s.json", "select exportId, 'a,\"b\"' as x, -1 as n from exports", "--format",
        "csv",
      ],
      in: folder.path)
    #expect(ending.text == "exportId,x,n\r\n'=1+1,\"a,\"\"b\"\"\",-1\r\n")
  }
}
