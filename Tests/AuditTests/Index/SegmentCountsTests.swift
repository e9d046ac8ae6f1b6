import Model
import SnapshotReader
import Testing

@testable import Audit

@Suite struct SegmentCountsTests {
  private static let segments = """
    {"segments":[
      {"name":"A","members":100,"countedUtc":"2026-01-10T00:00:00Z","history":[
        {"utc":"2026-01-01T00:00:00Z","members":10},{"utc":"2026-01-05T00:00:00Z","members":50},
        {"utc":"2026-01-05T00:00:00Z","members":51},{"utc":"soon","members":1},{"members":2}]},
      {"name":"B","base":"account","members":7,"countedUtc":"2026-01-10T00:00:00Z"},
      {"name":"C","members":3},
      {"name":"D","countedUtc":"2026-01-02T00:00:00Z","members":4}]}
    """

  @Test(arguments: [
    (0, "2026-01-10T00:00:00Z", 100), (0, "2026-01-06T00:00:00Z", 50),
    // Three days from both: the present count comes first.
    (0, "2026-01-07T12:00:00Z", 100), (0, "2026-01-20T00:00:00Z", nil),
    (0, "2025-12-31T00:00:00Z", 10), (1, "2026-01-10T00:00:00Z", nil),
    (2, "2026-01-10T00:00:00Z", nil), (3, "2026-01-02T00:00:00Z", 4),
  ])
  func findsTheNearestCount(_ segment: Int, _ time: String, _ members: Int?) throws {
    let counts = SegmentCounts(try SnapshotReader.snapshot(fromFragment: Self.segments))
    guard case .instant(let instant) = InstantText.read(time) else {
      Issue.record("no time: \(time)")
      return
    }
    #expect(counts.members(of: segment, near: instant, within: 3 * Instant.day) == members)
    #expect(members == nil || counts.mayHold(near: instant, within: 3 * Instant.day))
  }

  @Test(arguments: [
    ("2025-12-28T23:59:59Z", false), ("2025-12-29T00:00:00Z", true),
    ("2026-01-13T00:00:00Z", true), ("2026-01-13T00:00:01Z", false),
  ])
  func knowsWhenNoSegmentWasCounted(_ time: String, _ mayHold: Bool) throws {
    let counts = SegmentCounts(try SnapshotReader.snapshot(fromFragment: Self.segments))
    guard case .instant(let instant) = InstantText.read(time) else {
      Issue.record("no time: \(time)")
      return
    }
    #expect(counts.mayHold(near: instant, within: 3 * Instant.day) == mayHold)
    let none = SegmentCounts(try SnapshotReader.snapshot(fromFragment: #"{"segments":[]}"#))
    #expect(!none.mayHold(near: instant, within: 3 * Instant.day))
  }
}
