import Foundation
import TestSupport
import Testing

/// The whole batch makes only what changed, too, and proves that nothing is missing.
@Test func aRunUsesTheCache() throws {
  let lines = try Transcript(
    """
    == batch/snapshot.json
    {"schema": "connections-snapshot/1", "connections": []}
    ==
    == batch/vouch.yaml
    snapshot: snapshot.json
    output: public
    locale: en-us
    rules: DQ-01
    fail-on: never
    cache: kept
    ==
    $ vouch run -c batch/vouch.yaml
    $ vouch run -c batch/vouch.yaml --verify-incremental
    $ vouch run -c batch/vouch.yaml --no-cache
    """
  ).perform(in: TemporaryFolder()).split(separator: "\n")
  #expect(lines.filter { $0.hasPrefix("? ") } == ["? 0", "? 0", "? 0"])
  #expect(lines.contains("1| A clean build gives the same bytes"))
  let written = lines.filter { $0.hasPrefix("1| Wrote") }
  #expect(written.count == 3)
  #expect(written.dropFirst().allSatisfy { $0.contains(" 0 files changed, ") })
}
