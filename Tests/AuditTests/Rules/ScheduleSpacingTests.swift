import Model
import Testing

/// LIM-06 notes starts of two exports on one connection that come closer than allowed.
@Suite struct ScheduleSpacingTests {
  private static let table = RuleTable(
    "LIM-06", on: "e-1",
    #"""
    {"connections": [{"connectionId": "c-1", "type": "adroll"}],
     "exports": [{"exportId": "e-1", "connectionId": "c-1"},
        {"exportId": "e-2", "connectionId": "c-1"}],
     "schedules": [
        {"targetId": "e-1", "mode": "custom", "isActive": true, "timezoneId": "UTC"},
        {"targetId": "e-2", "mode": "custom", "isActive": true, "timezoneId": "UTC"}],
     "runs": [{"runId": "r-1", "targetId": "e-1", "status": "successful",
        "startUtc": "2025-05-01T00:00:00Z", "endUtc": "2025-05-01T00:10:00Z"}]}
    """#)

  @Test(arguments: [
    ("0 4 * * *", "29 4 * * *", 30.0, true), ("0 4 * * *", "30 4 * * *", 30, false),
    ("0 4 * * *", "31 4 * * *", 30, false), ("0 4 * * *", "31 3 * * *", 30, true),
    // Over midnight, and from the last minute of the week to its first.
    ("50 23 * * 2", "19 0 * * 3", 30, true), ("50 23 * * 2", "20 0 * * 3", 30, false),
    ("59 23 * * 6", "0 0 * * 0", 30, true), ("59 23 * * 6", "0 0 * * 7", 30, true),
    // On other days.
    ("0 4 * * 1", "0 4 * * 2", 30, false), ("0 4 * * 1", "0 4 * * 2", 1440, false),
    ("0 4 * * 1", "59 3 * * 2", 1440, true), ("0 4 * * *", "0 4 * * *", 0, false),
    ("0 4 * * *", "0 4 * * *", 1, true), ("0 4 * * *", "1 4 * * *", 1, false),
  ])
  func notesStartsThatAreTooClose(own: String, other: String, minutes: Double, isNoted: Bool) throws
  {
    let row = Self.table.row(
      "\(own), \(other)", .pass,
      [
        "schedules.0.cron": .list([.text(own)]), "schedules.1.cron": .list([.text(other)]),
      ], parameters: ["minSpacingMinutes": minutes])
    try row.check()
    let notes = try row.evaluation().notes.map(\.key)
    #expect(notes.contains { $0.hasSuffix("starts-too-close") } == isNoted, "\(notes)")
  }
}
