import Foundation
import TestSupport
import Testing

/// Comparison of runs whose reports list a sample of what passes.
@Suite struct SampledComparisonTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// More exports than a sample holds, of which some were detached long ago.
  private func snapshot(detachedLongAgo: Range<Int>) -> String {
    let exports = (0..<1_500).map { number in
      """
      {"exportId": "e-\(number)", "connectionId": null,
       "detachedUtc": "\(detachedLongAgo.contains(number) ? "2025-01-01" : "2026-09-20")T00:00:00Z"}
      """
    }
    return """
      {"schema": "connections-snapshot/1", "environment": {"instanceId": "i-1"},
       "collection": {"collectedUtc": "2026-09-30T06:00:00Z", "timeZone": "UTC",
         "sources": [{"section": "exports", "complete": true}]},
       "exports": [\(exports.joined(separator: ",\n"))]}
      """
  }

  /// What was resolved stands in the report, so that the run after it knows what comes back.
  @Test func whatWasOpenIsRememberedHoweverManyPass() throws {
    let tool = BuiltTool(folder: folder.path)
    var baseline: [String] = []
    let days = [("one", 600..<620), ("two", 0..<0), ("three", 600..<620)]
    var endings: [String] = []
    for (name, range) in days {
      try folder.write("\(name).json", snapshot(detachedLongAgo: range))
      let ending = try tool.call(
        [
          "audit", "\(name).json", "--rules", "LIF-01", "--as-of", "2026-10-01T00:00:00Z",
          "--fail-on", "never", "--format", "json,ndjson", "-o", name,
        ] + baseline)
      #expect(ending.status == 0, "\(ending.diagnostics)")
      endings.append(ending.output)
      baseline = ["--baseline", name]
    }
    #expect(endings[1].contains("0 persisting, 20 resolved"), "\(endings[1])")
    #expect(endings[2].contains("0 new, 20 reopened"), "\(endings[2])")
    // The lines still add up to the totals.
    let lines = try #require(folder.text("two/report/findings.ndjson")).split(separator: "\n")
    let unlisted = lines.compactMap { line in
      (try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])?["unlisted"]
        as? Int
    }.reduce(0, +)
    #expect(lines.count - 1 + unlisted == 1_500 && unlisted < 500, "\(lines.count), \(unlisted)")
  }
}
