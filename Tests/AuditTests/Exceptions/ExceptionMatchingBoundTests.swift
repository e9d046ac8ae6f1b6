import Model
import SnapshotReader
import Testing

@testable import Audit

/// Which subjects an exception names, and what is said of one that names none, too many, or none that
/// needs it.
@Suite struct ExceptionMatchingBoundTests {
  private static let guid = "c0c0c0c0-0000-4000-8000-00000000000a"

  /// Detached exports with these ids, the last one in use.
  private func audit(
    _ ids: [String], _ entries: [String], rules: String = "LIF-01", broadAbove: Int = 10,
    asOf: String = "2026-06-01T00:00:00Z"
  ) throws -> AuditResult {
    let rows = ids.map {
      #"{"exportId":"\#($0)","connectionId":null,"detachedUtc":"2020-01-01T00:00:00Z"}"#
    }
    let document = """
      {"collection":{"collectedUtc":"2026-06-01T00:00:00Z","timeZone":"UTC",
      "sources":[{"section":"exports","complete":true}]},
      "exports":[\((rows + [#"{"exportId":"used","connectionId":"c-1"}"#]).joined(separator: ","))]}
      """
    let result = Auditor.audit(
      try SnapshotReader.snapshot(fromFragment: document), catalogue: ShippedCatalogue.catalogue,
      configuration: AuditConfiguration(
        asOf: try Instant.reading(asOf), selection: try RuleSelection(rules), threads: 1))
    let lines = entries.map {
      "  - {reason: R, approver: A, requester: B, ticket: T, created: 2026-01-01, "
        + "expires: 2027-12-31, \($0)}\n"
    }
    let text = "timeZone: UTC\nbroadAbove: \(broadAbove)\nexceptions:\n\(lines.joined())"
    let (file, problems) = ExceptionFile.read(Array(text.utf8), path: "e.yaml")
    return result.applying(try #require(file, "\(problems)"))
  }

  /// A pattern, the ids that there are, and those that it accepts.
  struct Row: Sendable, CustomTestStringConvertible {
    let name: String
    let subject: String
    let ids: [String]
    let accepted: [String]
    /// How many subjects it names: those in order too.
    let matched: Int

    init(
      _ name: String, _ subject: String, of ids: [String], _ accepted: [String], matched: Int? = nil
    ) {
      self.name = name
      self.subject = subject
      self.ids = ids
      self.accepted = accepted
      self.matched = matched ?? accepted.count
    }

    var testDescription: String { name }
  }

  static let rows: [Row] = [
    Row("one id", "export:e-1", of: ["e-1", "e-10", "E-1"], ["e-1"]),
    Row(
      "an id with a star at its end", "export:e-1*", of: ["e-1", "e-10", "E-1"], ["e-1", "e-10"]),
    Row("a star inside is a letter", "export:e*1", of: ["e-1", "e*1"], ["e*1"]),
    Row("no beginning", "export:*", of: ["e-1", "x"], ["e-1", "x"], matched: 3),
    Row("all subjects", "*", of: ["e-1", "x"], ["e-1", "x"], matched: 3),
    Row("another kind", "connection:e-1", of: ["e-1"], []),
    Row("all of another kind", "connection:*", of: ["e-1"], []),
    Row(
      "the kind isn't part of the id", "export:export:e-1", of: ["e-1", "export:e-1"],
      ["export:e-1"]),
    Row("one that is in order", "export:used", of: ["e-1"], [], matched: 1),
    Row("one that is longer", "export:e-11", of: ["e-1"], []),
    Row("an id in other letters", "export:\(guid.uppercased())", of: [guid, "e-1"], [guid]),
    Row("an id in braces", "export:{\(guid.uppercased())}", of: [guid, "e-1"], [guid]),
    Row(
      "both sides in other letters", "export:\(guid.uppercased())", of: [guid.uppercased()], [guid]),
    Row("an id cut short is no id", "export:\(guid.uppercased().dropLast())", of: [guid], []),
    Row(
      "the beginning of an id in other letters", "export:C0C0C0C0*",
      of: [guid, "c0c0c0c0-x", "C0C0C0C0-y"], [guid, "C0C0C0C0-y"]),
    Row(
      "the beginning of an id in a brace", "export:{c0c0c0c0-00*",
      of: [guid, "c0c0c0c0-00", "{c0c0c0c0-00"], [guid, "{c0c0c0c0-00"]),
    Row(
      "all of an id, in a brace that isn't closed", "export:{\(guid.uppercased())*",
      of: [guid, "e-1"], [guid]),
    Row("more than an id", "export:\(guid.uppercased())0*", of: [guid], []),
    Row("too few digits for an id", "export:C0C0C0C*", of: [guid, "C0C0C0C"], ["C0C0C0C"]),
    Row("digits and something else", "export:C0C0C0C0_*", of: [guid], []),
    Row(
      "letters that look alike", "export:cafe\u{301}", of: ["café", "cafe\u{301}"], ["cafe\u{301}"]),
    Row(
      "a beginning within a letter", "export:cafe*", of: ["cafe\u{301}", "café", "cafe"],
      ["cafe\u{301}", "cafe"]),
    Row(
      "letters of other scripts", "export:экспорт-*", of: ["экспорт-1", "Экспорт-2"], ["экспорт-1"]),
  ]

  @Test(arguments: rows) func isApplied(row: Row) throws {
    let result = try audit(row.ids, ["rule: LIF-01, subject: '\(row.subject)'"])
    let accepted = result.rules[0].verdicts.indices.filter {
      result.rules[0].verdicts[$0].outcome == .accepted
    }.map { Array(result.finding(rule: 0, subject: $0).subject.id.utf8) }
    #expect(accepted == row.accepted.map { Array($0.utf8) })
    let entry = try #require(result.exceptions?.entries.first)
    #expect(entry.matched == row.matched && entry.accepted == row.accepted.count)
    #expect(entry.open == row.accepted.count)
    #expect(result.hasUnmatchedExceptions == (row.matched == 0))
    #expect(entry.remarks.contains(.unused) == (row.matched > 0 && row.accepted.isEmpty))
  }

  /// What names more than one rule or subject may be too broad, in whatever words.
  @Test(arguments: [
    ("LIF-01", "export:e-1", 1, false), ("LIF-01", "export:*", 3, true),
    ("LIF-*", "export:e-1", 2, true), ("lifecycle", "export:e-1", 2, true),
    ("Lifecycle", "export:e-1", 2, true), ("LIF-01,LIF-02", "export:e-1", 2, true),
    ("LIF-*,CON-01", "export:e-1", 2, true), ("LIF-01,lif-01", "export:e-1", 1, false),
  ])
  func whatIsTooBroad(rule: String, subject: String, matched: Int, isBroad: Bool) throws {
    let result = try audit(
      ["e-1", "e-2"], ["rule: '\(rule)', subject: '\(subject)'"], rules: "LIF-01,LIF-02",
      broadAbove: 1)
    let entry = try #require(result.exceptions?.entries.first)
    #expect(entry.matched == matched)
    #expect(entry.remarks.contains(.broad) == isBroad)
    #expect(entry.exception.isPattern == isBroad)
  }

  /// One subject has as many outcomes as there are rules: it is named already.
  @Test(arguments: [
    ("LIF-01", "export:*", "LIF-01 of export:* matches 3 subjects", "name them one by one"),
    ("LIF-*", "export:e-1", "LIF-* of export:e-1 matches 2 outcomes", "name the rules one by one"),
    (
      "*", "export:*", "* of export:* matches 6 outcomes", "name rules and subjects one by one"
    ),
  ])
  func whatIsTooBroadIsTold(
    rule: String, subject: String, message: String, suggestion: String
  ) throws {
    let result = try audit(
      ["e-1", "e-2"], ["rule: '\(rule)', subject: '\(subject)'"], rules: "LIF-01,LIF-02",
      broadAbove: 1)
    let problem = try #require(result.exceptionProblems.first { $0.code == "exception.broad" })
    #expect(problem.message == message)
    #expect(problem.suggestion == suggestion + "; broadAbove allows 1")
  }

  /// Of several, the first one of the file that is in force counts; the others are told apart.
  @Test(arguments: [
    (["export:e-1", "export:*"], ["export:e-1": 1, "export:*": 1]),
    (["export:*", "export:e-1"], ["export:*": 2, "export:e-1": 0]),
    (["*", "export:e-*", "export:e-1"], ["*": 2, "export:e-*": 0, "export:e-1": 0]),
  ])
  func theFirstOneCounts(subjects: [String], accepted: [String: Int]) throws {
    let result = try audit(["e-1", "e-2"], subjects.map { "rule: LIF-01, subject: '\($0)'" })
    let entries = try #require(result.exceptions?.entries)
    for entry in entries {
      #expect(entry.accepted == accepted[entry.exception.subject], "\(entry.exception.subject)")
      // One that another takes precedence over isn't without use: its subject is open.
      #expect(!entry.remarks.contains(.unused))
    }
    #expect(result.totals[.accepted] == 2 && result.totals[.fail] == 0)
  }

  /// The last day that can be written lasts to its end, as every other.
  @Test(arguments: ["UTC", "Pacific/Kiritimati", "Pacific/Pago_Pago"])
  func theLastDayOfAllLastsToItsEnd(zone: String) throws {
    let text = """
      timeZone: \(zone)
      exceptions:
        - {rule: LIF-01, subject: '*', reason: R, approver: A, created: 9999-12-31,
           expires: 9999-12-31}
      """
    let (file, problems) = ExceptionFile.read(Array(text.utf8), path: "e.yaml")
    let exception = try #require(file?.exceptions.first, "\(problems)")
    #expect(exception.end.microseconds - exception.start.microseconds == Instant.day)
  }

  /// Each outcome with and without an exception: only what is open can be accepted.
  @Test(arguments: [
    (#""connectionId":null,"detachedUtc":"2020-01-01T00:00:00Z""#, Outcome.fail, Outcome.accepted),
    (#""connectionId":null,"detachedUtc":null"#, .unknown, .accepted),
    (#""connectionId":null,"detachedUtc":"2026-05-31T00:00:00Z""#, .pass, .pass),
    (#""connectionId":"c-1""#, .notApplicable, .notApplicable),
  ])
  func onlyWhatIsOpenIsAccepted(fields: String, original: Outcome, outcome: Outcome) throws {
    let document = """
      {"collection":{"collectedUtc":"2026-06-01T00:00:00Z","timeZone":"UTC",
      "sources":[{"section":"exports","complete":true}]},"exports":[{"exportId":"e-1",\(fields)}]}
      """
    let result = Auditor.audit(
      try SnapshotReader.snapshot(fromFragment: document), catalogue: ShippedCatalogue.catalogue,
      configuration: AuditConfiguration(selection: try RuleSelection("LIF-01"), threads: 1))
    let text = """
      timeZone: UTC
      exceptions:
        - {rule: '*', subject: '*', reason: R, approver: A, created: 2020-01-01, expires: 2030-01-01}
      """
    let file = try #require(ExceptionFile.read(Array(text.utf8), path: "e.yaml").file)
    let finding = result.applying(file).finding(rule: 0, subject: 0)
    #expect(finding.originalOutcome == original && finding.outcome == outcome)
    #expect((finding.exception != nil) == (outcome == .accepted))
  }
}
