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

  private func call(_ words: [String], in folder: String) -> (status: ExitStatus, text: String) {
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
      ["rules", "test", "--custom-rules", "examples/rules"],
      in: SharedMaterial.projectFolder.path)
    #expect(ending.status == .success, "\(ending.text)")
    #expect(ending.text.contains("3 custom rules with 14 fixtures: all as expected"))
  }

  @Test func aFixtureWithAnotherOutcomeFails() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "rules/a.sql",
      """
      -- id: ORG-01
      -- severity: high
      -- subject: export
      -- title: T
      -- fixtures:
      --   - {name: wrong, subject: e, outcome: fail, snapshot: '{"exports": [{"exportId": "e"}]}'}
      --   - {name: none, subject: z, outcome: fail, snapshot: '{"exports": [{"exportId": "e"}]}'}
      --   - {name: broken, subject: e, outcome: fail, snapshot: '{"exports": ['}
      select _subject as subject, 'pass' as outcome from exports
      """)
    let ending = call(["rules", "test", "--custom-rules", "rules"], in: folder.path)
    #expect(ending.status == .findings)
    #expect(ending.text.contains("rules/a.sql:6:8: error: ORG-01, wrong: 'e' is pass instead of fail"))
    #expect(ending.text.contains("there is no subject 'z'"))
    #expect(ending.text.contains("the snapshot can't be read"))
    #expect(ending.text.contains("3 failed"))
  }
}
