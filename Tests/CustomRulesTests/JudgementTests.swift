import Audit
import CustomRules
import Model
import Testing

private let exports = """
  "exports": [{"exportId": "a", "state": "active", "ownerPrincipalId": "p"},
    {"exportId": "b", "state": "inactive"}, {"exportId": "c"}]
  """
private let complete = """
  "collection": {"collectedUtc": "2025-06-01T00:00:00Z", "timeZone": "UTC",
    "sources": [{"section": "exports", "complete": true}]},
  """

@Suite struct JudgementTests {
  @Test func aRowGivesTheOutcome() throws {
    let findings = try CustomRuleFixture.findings(
      """
      select _subject as subject, state as detail,
        case state when 'active' then 'pass' when 'inactive' then 'fail' end as Outcome,
        case state when 'inactive' then 'low' end as severity,
        case when state = 'inactive' then 'It is off.' end as reason
      from exports
      """, complete + exports)
    #expect(findings.map(\.outcome) == [.pass, .fail, .unknown])
    #expect(findings.map(\.evaluation.severity) == [.high, .low, .high])
    #expect(
      findings.map(\.evaluation.reason) == [
        nil, Message("reason.custom.row", ["text": .text("It is off.")]),
        Message("reason.custom.no-reason"),
      ])
    #expect(findings[2].evaluation.evidence.map(\.value) == [.code("detail = NULL")])
    #expect(findings[0].owner == "p")
    #expect(findings[0].subject.pointer?.jsonPointer == "/exports/0")
  }

  @Test func fingerprintsAreThoseOfTheEngine() throws {
    let findings = try CustomRuleFixture.findings(
      "select _subject as subject, 'pass' as outcome from exports", complete + exports)
    let context = try CustomRuleFixture.context(complete + exports)
    let shipped = Auditor.audit(
      context, configuration: AuditConfiguration(selection: try RuleSelection("LIF-01"), threads: 1)
    )
    #expect(findings[0].fingerprint.count == 32)
    #expect(findings[0].subject.id == shipped.finding(rule: 0, subject: 0).subject.id)
    #expect(findings[0].fingerprint != shipped.finding(rule: 0, subject: 0).fingerprint)
  }

  @Test func subjectsWithoutExactlyOneRowAreUnknown() throws {
    let query = """
      select 'a' as subject, 'pass' as outcome union all select 'b', 'pass'
      union all select 'b', 'pass'
      """
    let findings = try CustomRuleFixture.findings(query, complete + exports)
    #expect(findings.map(\.outcome) == [.pass, .unknown, .unknown])
    #expect(
      findings.map { $0.evaluation.reason?.key } == [
        nil, "reason.custom.several-rows", "reason.custom.no-row",
      ])
    let judgement = CustomRuleJudge.judge(
      [try CustomRuleFixture.rule(query)], try CustomRuleFixture.context(complete + exports))
    #expect(judgement.diagnostics.map(\.code) == ["rule.rows"])
  }

  /// Records with one id are one subject, as they are for the other rules.
  @Test func recordsWithOneIdAreOneSubject() throws {
    let twice = """
      "exports": [{"exportId": "a"}, {"exportId": "b"}, {"exportId": "a"}, {}, {}]
      """
    let query = "select _subject as subject, 'pass' as outcome from exports"
    let judgement = CustomRuleJudge.judge(
      [try CustomRuleFixture.rule(query)], try CustomRuleFixture.context(complete + twice))
    let judged = try #require(judgement.rules.first)
    let findings = judged.result.verdicts.indices.map(judged.finding)
    #expect(Set(findings.map(\.fingerprint)).count == findings.count)
    #expect(
      findings.map { $0.subject.pointer?.jsonPointer } == [
        "/exports/0", "/exports/1", "/exports/3", "/exports/4",
      ])
    #expect(findings.map(\.outcome) == [.unknown, .pass, .pass, .pass])
    #expect(judged.balance.subjects == 4 && judged.balance.addsUp)
  }

  /// The query is right where a record stands twice.
  @Test(arguments: [
    (
      "from exports",
      [
        "exports has several records with the id 'a', so the query gives several rows for it, and it "
          + "is unknown"
      ]
    ),
    (
      "from exports union all select 'b', 'pass'",
      [
        "exports has several records with the id 'a', so the query gives several rows for it, and it "
          + "is unknown",
        "the query gives several rows for 1 subject, which is unknown therefore",
      ]
    ),
    ("from exports group by _subject", []),
  ])
  func whySeveralRowsAreGivenIsTold(end: String, messages: [String]) throws {
    let judgement = CustomRuleJudge.judge(
      [try CustomRuleFixture.rule("select _subject as subject, 'pass' as outcome \(end)")],
      try CustomRuleFixture.context(
        complete + #""exports": [{"exportId": "a"}, {"exportId": "b"}, {"exportId": "a"}]"#))
    #expect(judgement.diagnostics.map(\.message) == messages)
    #expect(judgement.diagnostics.allSatisfy { $0.code == "rule.rows" })
  }

  /// Twice as many rows as subjects, and a thousand; a join without its condition gives more.
  @Test(arguments: [(1_006, ["rule.rows"]), (1_007, ["rule.budget"])])
  func rowsAreCounted(count: Int, codes: [String]) throws {
    let query = """
      with recursive n(i) as (select 1 union all select i + 1 from n where i < \(count))
      select 'a' as subject, 'pass' as outcome from n
      """
    let judgement = CustomRuleJudge.judge(
      [try CustomRuleFixture.rule(query)], try CustomRuleFixture.context(complete + exports))
    #expect(judgement.diagnostics.map(\.code) == codes)
    #expect(judgement.rules.count == (codes == ["rule.rows"] ? 1 : 0))
  }

  /// A query without an end is stopped after some seconds; a rule may ask for more steps, or fewer.
  @Test func aBudgetEndsARule() throws {
    func judge(_ steps: Int, _ rows: Int) throws -> [String] {
      let query = """
        with recursive n(i) as (select 1 union all select i + 1 from n limit \(rows))
        select _subject as subject, iif((select count(*) from n) > 0, 'pass', 'fail') as outcome
        from exports
        """
      let loaded = try CustomRuleFixture.load([
        "r.sql":
          "-- id: ORG-01\n-- severity: high\n-- subject: export\n-- title: T\n"
          + "-- steps: \(steps)\n\(query)"
      ])
      return CustomRuleJudge.judge(
        loaded.rules, try CustomRuleFixture.context(complete + exports)
      ).diagnostics.map(\.code)
    }
    #expect(try judge(100_000, 100_000) == ["rule.budget"])
    #expect(try judge(10_000_000, 100_000) == [])
  }

  /// The budget grows with the data: enough for a million records, too little to wait for.
  @Test func theBudgetGrowsWithTheRecords() throws {
    let small = try CustomRuleFixture.context(complete + exports).snapshot
    let none = try CustomRuleFixture.context(#""exports": []"#).snapshot
    let difference = CustomRuleJudge.stepLimit(small) - CustomRuleJudge.stepLimit(none)
    #expect(CustomRuleJudge.stepLimit(none) == 200_000_000)
    #expect(difference > 0 && difference % 100 == 0)
  }

  @Test(arguments: [(exports, "incomplete", 4), (#""segments": []"#, "absent", 1)])
  func aMissingPopulationIsNotClean(sections: String, key: String, count: Int) throws {
    let findings = try CustomRuleFixture.findings(
      "select _subject as subject, 'pass' as outcome from exports", sections)
    #expect(findings.count == count)
    #expect(findings.last?.outcome == .unknown)
    #expect(findings.last?.evaluation.reason?.key == "reason.population.\(key)")
    #expect(findings.last?.subject.kind == .section)
  }

  @Test(arguments: [
    ("select nope as subject, 'pass' as outcome from exports", "rule.sql", 5, 8),
    ("select 1 as subject, 'pass' as outcome\nfrom exprots", "rule.sql", 5, nil as Int?),
    ("select _subject as subject,\n from exports", "rule.sql", 6, 2),
    ("delete from exports", "rule.forbidden", 5, nil),
    ("select _subject as subject, random() as outcome from exports", "rule.forbidden", 5, nil),
    ("select _subject from exports", "rule.columns", 5, 1),
    ("select 'a' as subject, 'pass' as outcome, 1 as x, 2 as x", "rule.columns", 5, 1),
    ("select 'z' as subject, 'pass' as outcome", "rule.subject", 5, 1),
    ("select 'a' as subject, 'passed' as outcome", "rule.outcome", 5, 1),
    ("select 'a' as subject, 'pass' as outcome, 'huge' as severity", "rule.severity", 5, 1),
    ("select 'a' as subject, 'pass' as outcome; select 1", "rule.sql", 5, nil),
  ])
  func badQueriesGiveNoResult(query: String, code: String, line: Int, column: Int?) throws {
    let judgement = CustomRuleJudge.judge(
      [try CustomRuleFixture.rule(query)], try CustomRuleFixture.context(exports))
    #expect(judgement.rules.isEmpty)
    let problem = try #require(judgement.diagnostics.first)
    #expect(problem.code == code)
    #expect(problem.location.path == "rules/r.sql")
    #expect(problem.location.line >= line)
    if let column { #expect(problem.location.column == column && problem.location.line == line) }
  }

  @Test func resultsJoinThoseOfTheEngine() throws {
    let context = try CustomRuleFixture.context(complete + exports)
    let own = CustomRuleJudge.judge(
      [try CustomRuleFixture.rule("select _subject as subject, 'fail' as outcome from exports")],
      context)
    let result = Auditor.audit(
      context, configuration: AuditConfiguration(selection: try RuleSelection("LIF-01"), threads: 1)
    ).adding(own.rules)
    #expect(result.rules.map(\.rule.id) == ["LIF-01", "ORG-01"])
    #expect(result.finding(rule: 1, subject: 0).rule == "ORG-01")
    #expect(result.subject(rule: 1, subject: 2).id == "c")
    let (file, problems) = ExceptionFile.read(
      Array(
        """
        timeZone: UTC
        exceptions:
          - {rule: ORG-01, subject: "export:b", reason: r, approver: a, created: 2025-01-01, expires: 2026-01-01}
        """.utf8), path: "e.yaml", further: own.rules.map(\.result.rule))
    #expect(problems.isEmpty)
    let accepted = result.applying(try #require(file))
    #expect(accepted.rules[1].verdicts.map(\.outcome) == [.fail, .accepted, .fail])
    #expect(accepted.finding(rule: 1, subject: 1).originalOutcome == .fail)
  }

  /// An exception on a rule that isn't run can't match: that is no fault of it.
  @Test(arguments: [
    ("ORG-01", [ExceptionRemark.notRun]), ("ORG-*", [.notRun]), ("LIF-02", [.notRun]),
    ("LIF-01", [.unmatched]),
  ])
  func anExceptionOnARuleThatIsLeftOut(rule: String, remarks: [ExceptionRemark]) throws {
    let own = try CustomRuleFixture.rule(
      "select _subject as subject, 'fail' as outcome from exports")
    let result = Auditor.audit(
      try CustomRuleFixture.context(complete + exports),
      configuration: AuditConfiguration(selection: try RuleSelection("LIF-01"), threads: 1))
    let (file, problems) = ExceptionFile.read(
      Array(
        """
        timeZone: UTC
        exceptions:
          - {rule: "\(rule)", subject: "export:z", reason: r, approver: a, requester: b, ticket: t,
             created: 2025-01-01, expires: 2026-01-01}
        """.utf8), path: "e.yaml", further: [own.description])
    #expect(problems.isEmpty)
    let applied = result.applying(try #require(file))
    #expect(applied.exceptions?.entries.map(\.remarks) == [remarks])
    #expect(applied.hasUnmatchedExceptions == remarks.contains(.unmatched))
  }

  /// A comparison tells by the sections why an outcome differs, so those that the query reads count,
  /// whether the header names them or not.
  @Test(arguments: [
    ("select _subject as subject, 'pass' as outcome from exports", [Section.exports]),
    (
      "select e._subject as subject, 'pass' as outcome from exports e "
        + "left join runs r on r.targetId = e.exportId", [.exports, .runs]
    ),
    (
      "select _subject as subject, (select 'pass' from connections_changes) as outcome from exports",
      [.exports, .connections]
    ),
    (
      "select _subject as subject, (select 'pass' from audit) as outcome from exports", [.exports]
    ),
    (
      "select _subject as subject, iif((select state from sections) is null, 'pass', 'pass') "
        + "as outcome from exports", [.exports] + Section.allCases.filter { $0 != .exports }
    ),
  ])
  func theSectionsThatAQueryReads(query: String, sections: [Section]) throws {
    let judgement = CustomRuleJudge.judge(
      [
        try CustomRuleFixture.rule("select _subject as subject, 'pass' as outcome from exports"),
        try CustomRuleFixture.rule(query.replacing("'pass'", with: "'fail'")),
      ], try CustomRuleFixture.context(complete + exports))
    #expect(judgement.rules.last?.result.rule.sections == sections, "\(judgement.diagnostics)")
    #expect(judgement.rules.first?.result.rule.sections == [.exports])
  }
}
