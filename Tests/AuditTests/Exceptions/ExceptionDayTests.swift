import Model
import SnapshotReader
import Testing

@testable import Audit

/// The first and the last instant of an exception, in zones to the east and west and over changes of
/// the clocks, and how many subjects are too many.
@Suite struct ExceptionDayTests {
  private static let detached = """
    {"collection":{"collectedUtc":"2020-01-01T00:00:00Z","timeZone":"UTC",
    "sources":[{"section":"exports","complete":true}]},
    "exports":[
    """

  private func audit(
    exports: Int = 1, asOf: Instant, zone: String = "UTC", entry: String, broadAbove: Int = 10
  ) throws -> AuditResult {
    let rows = (1...exports).map {
      #"{"exportId":"e-\#($0)","connectionId":null,"detachedUtc":"2015-01-01T00:00:00Z"}"#
    }
    let result = Auditor.audit(
      try SnapshotReader.snapshot(
        fromFragment: Self.detached + rows.joined(separator: ",") + "]}"),
      catalogue: ShippedCatalogue.catalogue,
      configuration: AuditConfiguration(
        asOf: asOf, selection: try RuleSelection("LIF-01"), threads: 1))
    let text = """
      timeZone: \(zone)
      broadAbove: \(broadAbove)
      exceptions:
        - {rule: LIF-01, reason: R, ticket: T, \(entry)}
      """
    let (file, problems) = ExceptionFile.read(Array(text.utf8), path: "e.yaml")
    return result.applying(try #require(file, "\(problems)"))
  }

  /// From the first instant of the one day to the last microsecond of the other, as clocks there
  /// show them.
  @Test(arguments: [
    ("UTC", "2024-02-28", "2024-02-29", "2024-02-28T00:00:00Z", "2024-03-01T00:00:00Z"),
    ("UTC", "2025-02-28", "2025-02-28", "2025-02-28T00:00:00Z", "2025-03-01T00:00:00Z"),
    ("UTC", "2025-12-31", "2025-12-31", "2025-12-31T00:00:00Z", "2026-01-01T00:00:00Z"),
    // The clocks go forward on 30 March 2025 and back on 26 October.
    ("Europe/Paris", "2025-03-30", "2025-03-30", "2025-03-29T23:00:00Z", "2025-03-30T22:00:00Z"),
    ("Europe/Paris", "2025-10-26", "2025-10-26", "2025-10-25T22:00:00Z", "2025-10-26T23:00:00Z"),
    (
      "America/Los_Angeles", "2025-03-09", "2025-03-09", "2025-03-09T08:00:00Z",
      "2025-03-10T07:00:00Z"
    ),
    (
      "America/Los_Angeles", "2025-11-02", "2025-11-02", "2025-11-02T07:00:00Z",
      "2025-11-03T08:00:00Z"
    ),
    (
      "America/St_Johns", "2025-01-15", "2025-01-15", "2025-01-15T03:30:00Z",
      "2025-01-16T03:30:00Z"
    ),
    ("Asia/Kathmandu", "2025-01-15", "2025-01-15", "2025-01-14T18:15:00Z", "2025-01-15T18:15:00Z"),
    (
      "Pacific/Kiritimati", "2025-01-15", "2025-01-15", "2025-01-14T10:00:00Z",
      "2025-01-15T10:00:00Z"
    ),
    (
      "Pacific/Pago_Pago", "2025-01-15", "2025-01-15", "2025-01-15T11:00:00Z",
      "2025-01-16T11:00:00Z"
    ),
    // Half an hour of summer time.
    (
      "Australia/Lord_Howe", "2025-04-06", "2025-04-06", "2025-04-05T13:00:00Z",
      "2025-04-06T13:30:00Z"
    ),
    // The day begins at one o'clock.
    (
      "America/Santiago", "2025-09-07", "2025-09-07", "2025-09-07T04:00:00Z",
      "2025-09-08T03:00:00Z"
    ),
    // Almaty has been five hours ahead since 1 March 2024, six before.
    ("Asia/Almaty", "2024-02-28", "2024-02-28", "2024-02-27T18:00:00Z", "2024-02-28T18:00:00Z"),
    ("Asia/Almaty", "2024-03-02", "2024-03-02", "2024-03-01T19:00:00Z", "2024-03-02T19:00:00Z"),
  ])
  func countsToTheLastInstant(
    zone: String, created: String, expires: String, from: String, to: String
  ) throws {
    let entry = "subject: 'export:e-1', approver: A, created: \(created), expires: \(expires)"
    let (from, to) = (try Instant.reading(from), try Instant.reading(to))
    for (instant, standing) in [
      (from.moved(by: -1), ExceptionStanding.notYet), (from, .inForce),
      (to.moved(by: -1), .inForce),
      (to, .expired), (to.moved(by: 1), .expired),
    ] {
      let result = try audit(asOf: instant, zone: zone, entry: entry)
      #expect(result.exceptions?.entries.first?.standing == standing, "\(instant.iso8601)")
      let expected = standing == .inForce ? Outcome.accepted : .fail
      #expect(result.rules[0].verdicts.map(\.outcome) == [expected], "\(instant.iso8601)")
    }
  }

  private static let days = "created: 2025-01-01, expires: 2026-12-31"

  /// `broadAbove` is what a pattern may still match.
  @Test(arguments: [
    (1, 1, "export:*", false), (2, 1, "export:*", true), (10, 10, "export:e-*", false),
    (11, 10, "export:e-*", true), (11, 10, "*", true), (3, 2, "export:e-1", false),
  ])
  func aPatternIsTooBroad(exports: Int, allowed: Int, subject: String, isBroad: Bool) throws {
    let result = try audit(
      exports: exports, asOf: try Instant.reading("2025-06-01T00:00:00Z"),
      entry: "subject: '\(subject)', approver: A, requester: B, \(Self.days)",
      broadAbove: allowed)
    #expect(result.exceptions?.entries.first?.remarks.contains(.broad) == isBroad)
    // Broad or not, it is applied.
    #expect(result.rules[0].verdicts.contains { $0.outcome == .accepted })
  }

  /// Nobody grants what they asked for, however the name is written.
  @Test(arguments: [
    ("ada@contoso.example", "ada@contoso.example", true),
    ("Ada@Contoso.example", "ada@contoso.example", true),
    ("' ada@contoso.example '", "ada@contoso.example", true),
    ("ada@contoso.example", "eve@contoso.example", false),
    ("Mona Haddad", "mona  haddad", true), ("Mona Haddad", "Mona\u{A0}Haddad", true),
    ("Mona Haddad", "Mona\u{200B} Haddad\u{FEFF}", true),
    ("Mona Haddad", "Mo\u{AD}na Haddad", true),
    ("Mona Haddad", "\u{FF2D}\u{FF4F}\u{FF4E}\u{FF41}\u{3000}Haddad", true),
    ("STRASSE", "stra\u{DF}e", true), ("Rene\u{301}", "REN\u{C9}", true),
    ("\u{1D40C}\u{1D428}\u{1D427}\u{1D41A} Haddad", "mona haddad", true),
    ("\u{24B6}da", "Ada", true), ("Ada \u{2162}", "Ada III", true),
    ("\u{FB01}ne", "Fine", true), ("\u{202E}Ada", "Ada", true),
    ("Mona Haddad", "Mona Hadad", false), ("Ada", "\u{410}da", false), ("Rene", "Ren\u{E9}", false),
    ("Mona Haddad (IT)", "Mona Haddad", false), ("Ada 1", "Ada 2", false),
  ])
  func theApproverIsAnother(approver: String, requester: String, isSame: Bool) throws {
    let result = try audit(
      asOf: try Instant.reading("2025-06-01T00:00:00Z"),
      entry: "subject: 'export:e-1', approver: \(approver), requester: \(requester), \(Self.days)")
    #expect(result.exceptions?.entries.first?.remarks.contains(.selfApproved) == isSame)
    #expect(result.rules[0].verdicts.map(\.outcome) == [.accepted])
  }
}

extension Instant {
  fileprivate func moved(by microseconds: Int64) -> Instant {
    Instant(microseconds: self.microseconds + microseconds)
  }
}
