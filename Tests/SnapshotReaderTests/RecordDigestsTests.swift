import Digests
import Foundation
import Model
import TestSupport
import Testing

@testable import SnapshotReader

/// The digest of a record is that of the bytes to which its pointer points.
@Suite struct RecordDigestsTests {
  private static let record = #"{"connectionId": "c-2", "displayName": "é"}"#
  private static let document = """
    {"schema": "connections-snapshot/1",
     "connections": [{"connectionId": "c-1"}, \(record)]}
    """

  @Test func digestsOfADocument() throws {
    let folder = try TemporaryFolder()
    try folder.write("snapshot.json", Self.document)
    let path = "\(folder.path)/snapshot.json"
    let snapshot = try #require(SnapshotReader.read(path, width: 1).snapshot)
    let pointer = try #require(snapshot.pointer(.connections, 1))
    let digests = RecordDigests([path: path])
    #expect(digests.digest(of: pointer) == Digests.sha256(Self.record))
    let first = try #require(snapshot.pointer(.connections, 0))
    #expect(digests.digest(of: first) == Digests.sha256(#"{"connectionId": "c-1"}"#))
  }

  @Test func digestsOfALineUnderAnotherName() throws {
    let folder = try TemporaryFolder()
    try folder.write("s/manifest.json", #"{"schema": "connections-snapshot/1"}"#)
    try folder.write("s/connections.ndjson", "{\"connectionId\": \"c-1\"}\n\(Self.record)\n")
    let snapshot = try #require(SnapshotReader.read("\(folder.path)/s", width: 1).snapshot)
    let pointer = try #require(snapshot.pointer(.connections, 1))
    let shown = RecordPointer(
      path: "shown", line: pointer.line, jsonPointer: pointer.jsonPointer, offset: pointer.offset,
      length: pointer.length)
    let digests = RecordDigests(["shown": pointer.path])
    #expect(digests.digest(of: shown) == Digests.sha256(Self.record))
    #expect(digests.digest(of: pointer) == nil, "a path that nobody named")
  }

  @Test func whatCannotBeReadHasNoDigest() throws {
    let folder = try TemporaryFolder()
    try folder.write("short.json", "{}")
    let digests = RecordDigests([
      "short": "\(folder.path)/short.json", "gone": "\(folder.path)/gone", "in": "-",
    ])
    func pointer(_ path: String, _ offset: Int, _ length: Int) -> RecordPointer {
      RecordPointer(path: path, line: 1, jsonPointer: "", offset: offset, length: length)
    }
    #expect(digests.digest(of: pointer("short", 0, 2)) == Digests.sha256("{}"))
    #expect(digests.digest(of: pointer("short", 0, 3)) == nil, "the file has become shorter")
    #expect(digests.digest(of: pointer("short", -1, 2)) == nil)
    #expect(digests.digest(of: pointer("gone", 0, 2)) == nil)
    #expect(digests.digest(of: pointer("in", 0, 2)) == nil)
  }
}
