import Model
import Testing

@testable import Audit

@Suite struct ExceptionFileTests {
  private func read(_ text: String) -> (file: ExceptionFile?, problems: [String]) {
    let (file, problems) = ExceptionFile.read(Array(text.utf8), path: "e.yaml")
    return (file, problems.map(\.description))
  }

  private static let entry =
    "rule: LIF-01, subject: 'export:e-1', reason: R, approver: A, created: 2026-01-01"

  @Test func everyFieldIsTaken() throws {
    let (file, problems) = read(
      """
      timeZone: Europe/Amsterdam
      broadAbove: 3
      exceptions:
        - rule: LIF-*
          subject: export:e-*
          reason: >
            Because
            of this.
          approver: Ada
          requester: Bob
          ticket: 4711
          created: 2026-01-31
          expires: 2026-02-28
      """)
    #expect(problems == [])
    let exception = try #require(file?.exceptions.first)
    #expect(exception.rule == "LIF-*" && exception.subject == "export:e-*")
    #expect(exception.reason == "Because of this." && exception.approver == "Ada")
    #expect(exception.requester == "Bob" && exception.ticket == "4711")
    #expect(exception.start.iso8601 == "2026-01-30T23:00:00Z")
    #expect(exception.end.iso8601 == "2026-02-28T23:00:00Z")
    #expect(exception.isPattern && exception.isSelfApproved == false)
    #expect(exception.location == SourceLocation(path: "e.yaml", line: 4, column: 5))
    #expect(file?.timeZone == "Europe/Amsterdam" && file?.broadAbove == 3)
  }

  /// A day ends when the next one begins there: in summer time, in winter time, on a day that begins
  /// at one o'clock, and far from Greenwich.
  @Test(arguments: [
    ("UTC", "2026-10-01", "2026-10-02T00:00:00Z"),
    ("Europe/Amsterdam", "2026-07-01", "2026-07-01T22:00:00Z"),
    ("Europe/Amsterdam", "2026-10-24", "2026-10-24T22:00:00Z"),
    ("Europe/Amsterdam", "2026-10-25", "2026-10-25T23:00:00Z"),
    ("Asia/Almaty", "2026-10-01", "2026-10-01T19:00:00Z"),
    ("Pacific/Kiritimati", "2026-10-01", "2026-10-01T10:00:00Z"),
    ("America/New_York", "2026-12-31", "2027-01-01T05:00:00Z"),
    // Clocks went from 23:59:59 to 01:00:00 on 2018-11-04.
    ("America/Sao_Paulo", "2018-11-03", "2018-11-04T03:00:00Z"),
    ("UTC", "2028-02-29", "2028-03-01T00:00:00Z"),
  ])
  func anExceptionLastsToTheEndOfItsDay(zone: String, day: String, end: String) throws {
    let text = "timeZone: \(zone)\nexceptions:\n  - {\(Self.entry), expires: \(day)}\n"
      .replacing("2026-01-01", with: "2018-01-01")
    let (file, problems) = read(text)
    #expect(problems == [])
    #expect(file?.exceptions.first?.end.iso8601 == end)
  }

  @Test(arguments: [
    ("timeZone: [", "did not find expected"),
    ("- a", "e.yaml:1:1: error: expected 'timeZone' and 'exceptions' [exception.shape]"),
    ("", "e.yaml:1:1: error: expected 'timeZone' and 'exceptions' [exception.shape]"),
    ("exceptions: []", "'timeZone' is missing; write the zone"),
    (
      "timeZone: Europe/Amsterdm\nexceptions: []",
      "e.yaml:1:11: error: 'Europe/Amsterdm' is no time zone; did you mean 'Europe/Amsterdam'? "
        + "[exception.zone]"
    ),
    (
      "timeZone: W. Europe Standard Time\nexceptions: []",
      "'W. Europe Standard Time' is no time zone"
    ),
    ("timeZone: UTC", "'exceptions' is missing; write 'exceptions: []' for none"),
    ("timeZone: UTC\nexceptions: {a: b}", "e.yaml:2:13: error: 'exceptions' needs a list"),
    ("timeZone: UTC\nexceptions: [a]", "e.yaml:2:14: error: an exception needs fields"),
    ("timeZone: UTC\nbroadAbove: 0\nexceptions: []", "'broadAbove' needs a whole number"),
    (
      "timeZone: UTC\ntimeZone: CET\nexceptions: []",
      "e.yaml:2:1: error: 'timeZone' is also on line 1"
    ),
    ("timeZone: UTC\nexeptions: []", "unknown field 'exeptions'; did you mean 'exceptions'?"),
  ])
  func aFileThatIsNotInOrder(text: String, problem: String) {
    let (file, problems) = read(text)
    #expect(file == nil)
    #expect(problems.contains { $0.contains(problem) }, "\(problems)")
  }

  @Test(arguments: [
    (entry, "e.yaml:3:5: error: 'expires' is missing; every exception ends"),
    ("\(entry), expires: ''", "'expires' is empty [exception.missing]"),
    ("\(entry), expires: ~", "'expires' is empty [exception.missing]"),
    ("\(entry), expires: 2026-02-30", "'2026-02-30' is not a day; write YYYY-MM-DD"),
    ("\(entry), expires: never", "'never' is not a day"),
    ("\(entry), expires: [2026-01-01]", "'expires' needs a text"),
    ("\(entry), expires: 2025-12-31", "it expires on 2025-12-31, before it was created"),
    ("\(entry), expires: 2026-12-31, owner: X", "unknown field 'owner'"),
    ("\(entry), expires: 2026-12-31, tikcet: X", "did you mean 'ticket'?"),
    ("subject: 'export:e-1', rule: LIF-1", "did you mean LIF-01? [exception.rule]"),
    ("rule: LIF-01, subject: 'exprt:e-1'", "did you mean 'export'? [exception.subject]"),
    ("rule: LIF-01, subject: e-1", "'e-1' doesn't say a kind and an id"),
    ("rule: LIF-01, subject: 'export:'", "doesn't say a kind and an id"),
    ("rule: LIF-01, subject: 'export:e-1', reason: ' '", "'reason' is empty"),
    (
      #"rule: LIF-01, subject: 'export:e-1', reason: R, approver: "\u200b\u2060\u00a0""#,
      "'approver' is empty"
    ),
    (#"rule: LIF-01, subject: 'export:e-1', reason: "\u2800\u3164\ufeff""#, "'reason' is empty"),
    ("rule: LIF-01, subject: 'export:e-1'", "'approver' is missing"),
  ])
  func anExceptionThatIsNotInOrder(entry: String, problem: String) {
    let (file, problems) = read("timeZone: UTC\nexceptions:\n  - {\(entry)}\n")
    #expect(file == nil)
    #expect(problems.contains { $0.contains(problem) }, "\(problems)")
  }

  @Test func allProblemsAreSaidAtOnce() {
    let (_, problems) = read(
      """
      exceptions:
        - {rule: XX-99, subject: what, reason: R, approver: A, created: now, expires: then}
        - {rule: CON-01, subject: 'connection:c', reason: R, approver: A, created: 2026-01-01,
           expires: 2026-01-02}
        - {rule: CON-01, subject: 'connection:c', reason: S, approver: A, created: 2026-02-01,
           expires: 2026-02-02}
      """)
    let codes = problems.compactMap { $0.split(separator: "[").last.map(String.init) }
    #expect(
      codes.sorted() == [
        "exception.date]", "exception.date]", "exception.missing]", "exception.rule]",
        "exception.subject]",
      ])
    let (_, later) = read(
      """
      timeZone: UTC
      exceptions:
        - {rule: CON-01, subject: 'connection:c', reason: R, approver: A, created: 2026-01-01,
           expires: 2026-01-02}
        - {rule: CON-01, subject: 'connection:c', reason: S, approver: A, created: 2026-02-01,
           expires: 2026-02-02}
      """)
    #expect(later.count == 1 && later[0].contains("e.yaml:5:5"))
    #expect(later.first?.contains("line 3 too; keep one of them [exception.duplicate]") == true)
  }

  @Test func anEmptyListIsFine() {
    let (file, problems) = read("timeZone: UTC\nexceptions: []\n")
    #expect(problems == [] && file?.exceptions == [])
    #expect(read("timeZone: UTC\nexceptions:\n").file?.exceptions == [])
  }
}
