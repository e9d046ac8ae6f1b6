import Model
import SnapshotReader
import Testing

@testable import Audit

@Suite struct CoverageTests {
  private func coverage(_ sources: String) throws -> Coverage {
    let snapshot = try SnapshotReader.snapshot(
      fromFragment: #"{"collection":{"sources":[\#(sources)]},"runs":[],"consents":null}"#)
    return Coverage(snapshot, isZoneSettled: true)
  }

  private static func window(_ start: Int?, _ end: Int?) -> String {
    let start = start.map { #","windowStartUtc":"2025-01-0\#($0)T00:00:00Z""# } ?? ""
    let end = end.map { #","windowEndUtc":"2025-01-0\#($0)T00:00:00Z""# } ?? ""
    return #"{"section":"runs"\#(start)\#(end)}"#
  }

  private struct Log: Sendable {
    var sources: [String]
    var day: Int?
  }

  private static let logs: [Log] = [
    Log(sources: [window(1, 5)], day: 1),
    Log(sources: [window(1, nil)], day: 1),
    Log(sources: [window(nil, 5)], day: nil),
    Log(sources: [window(1, 3), window(3, 5)], day: 1),
    Log(sources: [window(1, 2), window(3, 5)], day: 3),
    Log(sources: [window(1, 5), window(2, 3)], day: 1),
    Log(sources: [window(1, 5), window(nil, 3)], day: nil),
    Log(sources: [window(1, nil), window(2, 3)], day: nil),
    Log(sources: [], day: nil),
    Log(sources: [window(3, 4), window(1, 3), window(4, 5)], day: 1),
  ]

  @Test(arguments: logs.indices)
  func logsCoverWhatFollowsWithoutAGap(position: Int) throws {
    let log = Self.logs[position]
    let start = try coverage(log.sources.joined(separator: ",")).windowStart(of: .runs)
    let midnight = log.day.map { TimeSpan((20_088 + Int64($0)) * Instant.day) }
    #expect(start == midnight)
  }

  @Test(arguments: [
    ("true", true), ("false", false), ("null", false), ("\"yes\"", false),
  ])
  func completenessIsOnlyWhatIsClaimed(claim: String, expected: Bool) throws {
    let coverage = try coverage(#"{"section":"runs","complete":\#(claim)}"#)
    #expect(coverage.isComplete(.runs) == expected)
    #expect(!coverage.isComplete(.consents))
  }

  @Test func aSectionThatIsNotThereIsNotComplete() throws {
    let coverage = try coverage(#"{"section":"exports","complete":true}"#)
    #expect(!coverage.isPresent(.exports))
    #expect(!coverage.isComplete(.exports))
    #expect(coverage.isPresent(.consents))
  }
}
