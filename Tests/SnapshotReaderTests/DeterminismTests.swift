import Model
import SnapshotReader
import TestSupport
import Testing

/// The same bytes give the same snapshot, whatever the number of threads; broken bytes give no
/// crash.
@Suite struct DeterminismTests {
  /// A small generator of numbers that is the same everywhere.
  private struct Numbers: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ state >> 29
    }
  }

  @Test func threadsDontShow() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "manifest.json", #"{"schema": "connections-snapshot/1", "environment": {"name": "n"}}"#)
    var numbers = Numbers(state: 7)
    // Some 2 MB, so that there are several blocks; some lines are wrong.
    let runs = (0..<9000).map { row in
      let target = Int.random(in: 0..<500, using: &numbers)
      let status = row % 701 == 0 ? "sucessful" : "successful"
      return """
        {"runId":"run-\(row)","targetId":"export-\(target)","status":"\(status)",\
        "startUtc":"2026-01-0\(row % 9 + 1)T00:00:00Z","recordCount":\(row % 997 == 0 ? -1 : row),\
        "items":["s\(target % 7)","s\(row % 11)"],"extra\(row % 3)":"\(row)",\
        "error":"\(String(repeating: "e", count: target % 90))"}
        """
    }
    try folder.write("runs.ndjson", runs.joined(separator: "\n"))
    try folder.write("exports.ndjson", "{\"exportId\":\"export-1\"}\n{\"exportId\":\"run-5\"}\n")
    let results = [1, 2, 3, 8].map { SnapshotReader.read(folder.path, width: $0) }
    let first = try #require(results[0].snapshot)
    #expect(first.count(.runs) == 9000)
    for result in results {
      let snapshot = try #require(result.snapshot)
      #expect(result.diagnostics == results[0].diagnostics)
      #expect(SnapshotDump.lines(snapshot) == SnapshotDump.lines(first))
      #expect(SnapshotDump.texts(snapshot) == SnapshotDump.texts(first))
      #expect(snapshot.unknownValues == first.unknownValues)
      #expect(snapshot.files == first.files)
      #expect(
        (0..<9000).allSatisfy { snapshot.pointer(.runs, $0) == first.pointer(.runs, $0) })
    }
    // The places are those of the lines.
    let pointer = try #require(first.pointer(.runs, 8123))
    #expect(pointer.line == 8124)
    #expect(pointer.length == runs[8123].utf8.count)
    #expect(pointer.offset == runs[..<8123].reduce(0) { $0 + $1.utf8.count + 1 })
    #expect(
      results[0].diagnostics.map(\.location.line).prefix(3) == [1, 1, 1])
  }

  @Test(arguments: 0..<24)
  func mutatedSnapshotsAreReadOrRefused(seed: Int) throws {
    let original = Array(Self.sample.utf8)
    var numbers = Numbers(state: UInt64(seed) &* 0x9E37_79B9)
    for _ in 0..<25 {
      var bytes = original
      for _ in 0..<Int.random(in: 1...4, using: &numbers) {
        let at = Int.random(in: 0..<bytes.count, using: &numbers)
        switch Int.random(in: 0..<5, using: &numbers) {
        case 0: bytes[at] = UInt8.random(in: 0...255, using: &numbers)
        case 1: bytes.remove(at: at)
        case 2:
          bytes.insert(Array("{}[]\",:\\u0n-1e".utf8).randomElement(using: &numbers) ?? 0, at: at)
        case 3: bytes.removeSubrange(at..<min(bytes.count, at + 40))
        default: bytes.insert(contentsOf: bytes[at..<min(bytes.count, at + 30)], at: at)
        }
        if bytes.isEmpty { bytes = [0x7B] }
      }
      let result = SnapshotReader.read(fragment: String(decoding: bytes, as: UTF8.self))
      let hasErrors = result.diagnostics.contains { $0.severity == .error }
      #expect((result.snapshot == nil) == hasErrors)
      for diagnostic in result.diagnostics {
        #expect(diagnostic.location.line >= 0 && diagnostic.location.column >= 0)
        #expect(!diagnostic.description.utf8.contains { $0 < 0x20 })
      }
      if let snapshot = result.snapshot { _ = SnapshotDump.lines(snapshot) }
    }
  }

  private static let sample = """
    {"environment": {"instanceId": "6F0D2C1E-1111-4A2B-9C3D-000000000001", "audience": "B2C"},
     "collection": {"collectedUtc": "2022-02-16T08:00:00Z", "sources": [
       {"section": "runs", "kind": "azureMonitor", "complete": true, "recordCount": 3}]},
     "connections": [{"connectionId": "c1", "sharing": {"reason": "x \\u00e9 \\ud83d\\ude00"},
       "target": {"accountIds": {"cid": "1", "aid": "2"}}, "allowedRoles": ["admin", null],
       "credential": null, "createdUtc": "2021-10-11T09:00:00.1234567+02:00"}],
     "segments": [{"name": "s", "members": 512345, "history": [
       {"utc": "2022-02-14", "members": 1e3}, {"utc": null, "members": 5.5}]}],
     "tables": [{"name": "t", "fields": [{"name": "f", "fillRate": 0.25}]}],
     "runs": [{"runId": "r", "recordCount": 0, "items": []}, {}, {"status": "Successful"}],
     "agreements": null}
    """
}
