import Foundation
import Glibc
import Model
import SnapshotReader
import TestSupport
import Testing

/// Folders with a manifest and files of sections.
@Suite struct FolderTests {
  private static let manifest = #"{"schema": "connections-snapshot/1", "environment": {}}"#

  @Test func aFolderNeedsAManifest() throws {
    try expect(
      ["exports.ndjson": "{}"],
      [
        "error: the folder has no manifest.json; it needs schema, environment and collection [snapshot.manifest]"
      ])
    try expect(
      ["dump.json": "{}"],
      [
        "error: the folder has no manifest.json; to read one document, name it: FOLDER/dump.json [snapshot.manifest]"
      ])
  }

  @Test func everyBadLineIsNamedAndTheOthersAreRead() throws {
    try expect(
      [
        "manifest.json": Self.manifest,
        "exports.ndjson": "{\"exportId\":\"a\"\n\n{\"exportId\":\"b\",\"state\":\"on\"}\nnull}\n",
        "runs.ndjson": "{\"runId\": \"1\"} {}\n{\"runId\": \"2\"}",
      ],
      [
        "exports.ndjson:1:16: error: the JSON ends in the middle of a value; collect the file again; it may have been cut off [snapshot.truncated]",
        "exports.ndjson:3:25: warning: exports.state: 'on' is none of its words; known: active, inactive [field.word]",
        "exports.ndjson:4:5: error: something follows the end of the value [snapshot.syntax]",
        "runs.ndjson:1:16: error: something follows the end of the value [snapshot.syntax]",
      ])
  }

  @Test func doubledSectionsAreRefused() throws {
    try expect(
      [
        "manifest.json": #"{"schema": "connections-snapshot/1", "runs": []}"#,
        "runs.ndjson": "{}", "exports.ndjson": "", "exports.ndjson.gz": "",
        "environment.ndjson": "{}\n{}\n",
      ],
      [
        "environment.ndjson: error: the section environment has 2 records instead of one [snapshot.section]",
        "exports.ndjson: error: the same file stands beside it as exports.ndjson.gz; keep one [snapshot.duplicate]",
        "runs.ndjson: error: the section runs stands in the manifest too; keep one [snapshot.duplicate]",
      ])
  }

  /// A pipe in a folder would be waited for; one that the user names is read.
  @Test(.timeLimit(.minutes(10)), arguments: ["runs.ndjson", "manifest.json", "exports.ndjson.gz"])
  func pipesAreNoFilesOfAFolder(name: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("manifest.json", Self.manifest)
    try? FileManager.default.removeItem(atPath: "\(folder.path)/\(name)")
    #expect(mkfifo("\(folder.path)/\(name)", 0o600) == 0)
    let result = SnapshotReader.read(folder.path)
    #expect(result.snapshot == nil)
    #expect(
      result.diagnostics.map(\.description).first?.contains("\(name)': Not a file") == true,
      "\(result.diagnostics)")
  }

  @Test(.timeLimit(.minutes(10))) func aNamedPipeIsASnapshot() throws {
    let folder = try TemporaryFolder()
    let pipe = "\(folder.path)/pipe"
    #expect(mkfifo(pipe, 0o600) == 0)
    let text = #"{"schema": "connections-snapshot/1", "exports": [{"exportId": "e"}]}"#
    let writer = Thread { try? Data(text.utf8).write(to: URL(filePath: pipe)) }
    writer.start()
    let snapshot = try #require(SnapshotReader.read(pipe).snapshot)
    // The records can't be read a second time, and nothing waits for them.
    let pointer = try #require(snapshot.pointer(.exports, 0))
    #expect(RecordDigests([pipe: pipe]).digest(of: pointer) == nil)
  }

  @Test func strangeFilesAreReported() throws {
    let folder = try TemporaryFolder()
    for name in ["export.ndjson", "exports.csv", "runs.ndjson.bz2", "notes.txt", "other.ndjson"] {
      try folder.write(name, "{}")
    }
    try folder.write("manifest.json", Self.manifest)
    try folder.write("segments.ndjson", "")
    let result = SnapshotReader.read(folder.path)
    let snapshot = try #require(result.snapshot)
    #expect(snapshot.state(.segments) == .present)
    #expect(
      result.diagnostics.map { $0.description.replacing("\(folder.path)/", with: "") } == [
        "export.ndjson: warning: the file is not read; a section's file is named exports.ndjson [section.unknown]",
        "exports.csv: warning: the file is not read; a section's file is named exports.ndjson [section.unknown]",
        "other.ndjson: warning: the file is not read [section.unknown]",
        "runs.ndjson.bz2: warning: the file is not read; a section's file is named runs.ndjson [section.unknown]",
      ])
  }

  @Test func longLinesAndLinesAcrossBlocksAreRead() throws {
    let folder = try TemporaryFolder()
    try folder.write("manifest.json", Self.manifest)
    let long = String(repeating: "x", count: 700_000)
    let lines = (0..<9).map { "{\"runId\":\"\($0)\",\"error\":\"\($0 % 2 == 0 ? long : "")\"}" }
    try folder.write("runs.ndjson", lines.joined(separator: "\n"))
    let snapshot = try #require(SnapshotReader.read(folder.path).snapshot)
    #expect(snapshot.count(.runs) == 9)
    #expect(snapshot.rows(Run.self).compactMap { $0.text(.runId) } == (0..<9).map(String.init))
    #expect(
      snapshot.rows(Run.self).compactMap { $0.text(.error)?.utf8.count } == [
        700_000, 0, 700_000, 0, 700_000, 0, 700_000, 0, 700_000,
      ])
    let refused = SnapshotReader.read(folder.path, limits: ReadLimits(recordBytes: 300_000))
    #expect(refused.diagnostics.map(\.code) == ["snapshot.limit"])
  }

  @Test func theDigestIsThatOfTheStoredBytes() throws {
    let folder = try TemporaryFolder()
    try folder.write("manifest.json", "{\"schema\": \"connections-snapshot/1\"}")
    try folder.write("exports.ndjson", "abc")
    let empty = try TemporaryFolder()
    try empty.write("manifest.json", "{\"schema\": \"connections-snapshot/1\"}")
    try empty.write("exports.ndjson", "{}\n")
    let snapshot = try #require(SnapshotReader.read(empty.path).snapshot)
    #expect(snapshot.files.map(\.byteCount) == [36, 3])
    #expect(
      snapshot.files[1].sha256
        == "ca3d163bab055381827226140568f3bef7eaac187cebd76878e0b63e9e442356")
  }

  private func expect(
    _ files: [String: String], _ expected: [String],
    at place: Testing.SourceLocation = #_sourceLocation
  ) throws {
    let folder = try TemporaryFolder()
    for (name, text) in files { try folder.write(name, text) }
    let result = SnapshotReader.read(folder.path)
    #expect(result.snapshot == nil, sourceLocation: place)
    let found = result.diagnostics.map {
      $0.description.replacing("\(folder.path)/dump", with: "FOLDER/dump")
        .replacing("\(folder.path)/", with: "").replacing("\(folder.path): ", with: "")
    }
    #expect(found == expected, sourceLocation: place)
  }
}
