import Model
import SnapshotReader
import Testing

@testable import Audit

@Suite struct ExceptionOverlayTests {
  /// Three exports: detached for long, perhaps detached for long, attached.
  private static let document = """
    {"collection":{"collectedUtc":"2026-09-30T12:00:00Z","timeZone":"UTC",
    "sources":[{"section":"exports","complete":true}]},
    "exports":[
    {"exportId":"e-1","connectionId":null,"detachedUtc":"2025-01-01T00:00:00Z"},
    {"exportId":"e-2","connectionId":null,"detachedUtc":null},
    {"exportId":"e-3","connectionId":"c-1"}]}
    """

  private func audit(
    _ entries: [String], rules: String = "LIF-01", asOf: String? = "2026-10-01T00:00:00Z",
    document: String = document, broadAbove: Int = 10
  ) throws -> AuditResult {
    var instant: Instant?
    if let asOf, case .instant(let read) = InstantText.read(asOf) { instant = read }
    let result = Auditor.audit(
      try SnapshotReader.snapshot(fromFragment: document), catalogue: ShippedCatalogue.catalogue,
      configuration: AuditConfiguration(
        asOf: instant, selection: try RuleSelection(rules), threads: 2))
    let lines = entries.map { "  - {reason: R, approver: A, \($0)}\n" }.joined()
    let text = "timeZone: Europe/Amsterdam\nbroadAbove: \(broadAbove)\nexceptions:\n\(lines)"
    let (file, problems) = ExceptionFile.read(Array(text.utf8), path: "e.yaml")
    return result.applying(try #require(file, "\(problems)"))
  }

  private static let long = "created: 2026-01-01, expires: 2027-12-31, ticket: T, requester: B"

  private func outcomes(_ result: AuditResult) -> [Outcome] {
    result.rules[0].verdicts.map(\.outcome)
  }

  @Test func anOverlayCoversAndDeletesNothing() throws {
    let result = try audit(["rule: LIF-01, subject: 'export:e-1', \(Self.long)"])
    #expect(outcomes(result) == [.accepted, .unknown, .notApplicable])
    #expect(result.totals[.accepted] == 1 && result.totals[.fail] == 0)
    #expect(result.originalTotals[.accepted] == 0 && result.originalTotals[.fail] == 1)
    #expect(result.originalTotals.population == result.totals.population)
    let finding = result.finding(rule: 0, subject: 0)
    #expect(finding.outcome == .accepted && finding.originalOutcome == .fail)
    #expect(finding.evaluation.reason != nil && !finding.evaluation.clauses.isEmpty)
    #expect(finding.exception?.approver == "A")
    #expect(result.finding(rule: 0, subject: 1).exception == nil)
    let gate = Gate(failOn: .low)
    #expect(gate.judge(result).fails == 0 && gate.judge(result).unknowns == 1)
    #expect(gate.judge(result, ignoringExceptions: true).fails == 1)
    #expect(result.exceptionProblems == [] && !result.hasUnmatchedExceptions)
  }

  @Test(arguments: [
    ("LIF-01", "export:e-*"), ("LIF-*", "export:*"), ("lifecycle", "*"), ("*", "export:e*"),
  ])
  func patternsCoverFailsAndUnknowns(rule: String, subject: String) throws {
    let result = try audit(["rule: '\(rule)', subject: '\(subject)', \(Self.long)"])
    #expect(outcomes(result) == [.accepted, .accepted, .notApplicable])
    let entry = try #require(result.exceptions?.entries.first)
    #expect(entry.matched == 3 && entry.open == 2 && entry.accepted == 2)
  }

  /// The last day counts to its end where the file says, the first from its beginning.
  @Test(arguments: [
    ("2026-09-30T21:59:59Z" as String?, ExceptionStanding.inForce),
    ("2026-09-30T22:00:00Z", .expired),
    ("2026-08-31T21:59:59Z", .notYet), ("2026-08-31T22:00:00Z", .inForce), (nil, .inForce),
  ])
  func theClockDecidesToTheSecond(asOf: String?, standing: ExceptionStanding) throws {
    let result = try audit(
      ["rule: LIF-01, subject: 'export:e-1', created: 2026-09-01, expires: 2026-09-30"],
      asOf: asOf)
    #expect(result.exceptions?.entries.first?.standing == standing)
    #expect(outcomes(result)[0] == (standing == .inForce ? .accepted : .fail))
  }

  /// One file serves several snapshots: what is for another environment is no mistake.
  @Test(arguments: [
    ("i-1" as String?, "I-1" as String?, ExceptionStanding.inForce, [String]()),
    ("i-1", nil, .inForce, []), ("i-1", "i-2", .elsewhere, ["exception.environment"]),
    (nil, "i-1", .elsewhere, ["exception.environment"]), (nil, nil, .inForce, []),
    (
      "aaaaaaaa-0000-4000-8000-000000000001", "'{AAAAAAAA-0000-4000-8000-000000000001}'", .inForce,
      []
    ),
    ("i-1", "'{i-1}'", .elsewhere, ["exception.environment"]),
  ])
  func anExceptionCountsInItsEnvironment(
    own: String?, named: String?, standing: ExceptionStanding, codes: [String]
  ) throws {
    let environment = own.map { #""environment":{"instanceId":"\#($0)"},"# } ?? ""
    let result = try audit(
      [
        "rule: LIF-01, subject: 'export:e-1', \(Self.long)"
          + (named.map { ", environment: \($0)" } ?? "")
      ], document: "{" + environment + Self.document.dropFirst())
    #expect(result.exceptions?.entries.map(\.standing) == [standing])
    #expect(outcomes(result)[0] == (standing == .inForce ? .accepted : .fail))
    #expect(result.exceptionProblems.map(\.code) == codes && !result.hasUnmatchedExceptions)
    #expect(result.exceptions?.entries.first?.remarks == [])
  }

  @Test func eachEnvironmentHasAnExceptionOfItsOwn() throws {
    let text = """
      timeZone: UTC
      exceptions:
        - {rule: LIF-01, subject: 'export:e-1', environment: i-1, reason: R, approver: A,
           created: 2026-01-01, expires: 2026-12-31}
        - {rule: LIF-01, subject: 'export:e-1', environment: i-2, reason: R, approver: A,
           created: 2026-01-01, expires: 2026-12-31}
        - {rule: LIF-01, subject: 'export:e-1', environment: I-1, reason: R, approver: A,
           created: 2026-01-01, expires: 2026-12-31}
      """
    let (file, problems) = ExceptionFile.read(Array(text.utf8), path: "e.yaml")
    #expect(file == nil)
    #expect(problems.map(\.code) == ["exception.duplicate"] && problems.first?.location.line == 7)
  }

  @Test func withoutAClockNothingIsApplied() throws {
    let document = Self.document.replacing(#""collectedUtc":"2026-09-30T12:00:00Z","#, with: "")
    let result = try audit(
      ["rule: LIF-01, subject: 'export:e-2', \(Self.long)"], asOf: nil, document: document)
    #expect(outcomes(result)[1] == .unknown)
    #expect(result.exceptions?.entries.first?.standing == .undecided)
    #expect(result.exceptions?.judgedAt == nil)
    #expect(result.exceptionProblems.map(\.code) == ["exception.no-clock"])
  }

  @Test(arguments: [
    ("2026-10-31", [ExceptionRemark.expiring(days: 30)]), ("2026-11-01", [.expiring(days: 60)]),
    ("2026-11-30", [.expiring(days: 60)]), ("2026-12-30", [.expiring(days: 90)]),
    ("2026-12-31", []),
  ])
  func anEndIsNear(expires: String, remarks: [ExceptionRemark]) throws {
    // As of the first instant of October in Amsterdam.
    let result = try audit(
      [
        "rule: LIF-01, subject: 'export:e-1', created: 2026-01-01, expires: \(expires), "
          + "ticket: T, requester: B"
      ], asOf: "2026-09-30T22:00:00Z")
    #expect(result.exceptions?.entries.first?.remarks == remarks)
  }

  @Test func aReviewerLearnsEverything() throws {
    let result = try audit(
      [
        "rule: LIF-01, subject: 'export:e-3', \(Self.long)",
        "rule: LIF-01, subject: 'export:e-11', \(Self.long)",
        "rule: CON-01, subject: 'connection:c-1', \(Self.long)",
        "rule: 'LIF-*', subject: 'export:*', \(Self.long)",
        "rule: LIF-01, subject: 'export:e-1', created: 2026-01-01, expires: 2027-12-31, "
          + "requester: a",
        "rule: LIF-01, subject: 'export:e-9', created: 2026-01-01, expires: 2026-02-01, ticket: T",
      ], rules: "LIF-01,LIF-02,LIF-03,LIF-06", broadAbove: 2)
    let register = try #require(result.exceptions)
    #expect(
      register.entries.map(\.remarks) == [
        [.unused], [.unmatched], [.notRun], [.broad], [.selfApproved, .withoutTicket],
        [.withoutRequester],
      ])
    #expect(register.count(.inForce) == 5 && register.count(.expired) == 1)
    #expect(register.count(.unmatched) == 1 && register.count(.expiring(days: 90)) == 0)
    // The pattern comes first in the file, so it is what covers.
    #expect(register.entries[3].accepted >= 2 && register.entries[4].accepted == 0)
    #expect(result.hasUnmatchedExceptions)
    let problems = result.exceptionProblems.map(\.description)
    #expect(
      problems == [
        "e.yaml:4:5: warning: LIF-01 of export:e-3 has nothing to accept: no fail and no unknown; "
          + "take it out [exception.unused]",
        "e.yaml:5:5: error: LIF-01 of export:e-11 matches nothing; did you mean 'export:e-1'? "
          + "[exception.unmatched]",
        "e.yaml:6:5: note: CON-01 of connection:c-1 matches nothing, but not all of its rules were "
          + "in this run [exception.not-run]",
        "e.yaml:7:5: warning: LIF-* of export:* matches \(register.entries[3].matched) outcomes; "
          + "name rules and subjects one by one; broadAbove allows 2 [exception.broad]",
        "e.yaml:8:5: warning: A asked for LIF-01 of export:e-1 and granted it "
          + "[exception.self-approved]",
        "e.yaml:8:5: warning: no ticket documents LIF-01 of export:e-1 [exception.no-ticket]",
        "e.yaml:9:5: warning: the exception ended with 2026-02-01, so it is not applied; take it "
          + "out [exception.expired]",
        "e.yaml:9:5: note: nobody is named who asked for LIF-01 of export:e-9 "
          + "[exception.no-requester]",
      ])
  }

  @Test func aMissingPopulationCanBeAccepted() throws {
    let result = try audit(
      ["rule: LIF-01, subject: 'section:exports', \(Self.long)"],
      document: #"{"collection":{"collectedUtc":"2026-09-30T12:00:00Z","timeZone":"UTC"}}"#)
    #expect(outcomes(result) == [.accepted] && result.rules[0].isPopulationUnknown)
  }

  /// What the snapshot lists as exceptions is no reason to accept anything.
  @Test func theSnapshotCannotWaiveItself() throws {
    let document = Self.document.replacing(
      "\"exports\":[",
      with: """
        "exceptions":[{"exceptionId":"x","ruleId":"LIF-01","subjectId":"e-1",
        "approvedBy":"p","expiresUtc":"2030-01-01T00:00:00Z","reason":"r"}],"exports":[
        """)
    #expect(outcomes(try audit([], document: document))[0] == .fail)
  }
}
