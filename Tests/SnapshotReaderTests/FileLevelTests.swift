import Model
import SnapshotReader
import TestSupport
import Testing

/// Input that can't be used as a whole: errors, all of them, and no snapshot.
@Suite struct FileLevelTests {
  private static let schema = #""schema": "connections-snapshot/1""#

  @Test(arguments: [
    (
      "",
      [
        "s.json: error: the file is empty; a snapshot is one JSON object with the key \"schema\" [snapshot.empty]"
      ]
    ),
    (
      " \n\t ",
      [
        "s.json: error: the file is empty; a snapshot is one JSON object with the key \"schema\" [snapshot.empty]"
      ]
    ),
    (
      "{}",
      [
        "s.json:1:1: error: the document has no schema; add \"schema\": \"connections-snapshot/1\" if it is a snapshot [snapshot.schema]"
      ]
    ),
    (
      "{\(schema)}",
      [
        "s.json: error: the snapshot has no section; it needs environment, collection and what was collected [snapshot.empty]"
      ]
    ),
    (
      "[1]",
      [
        "s.json:1:1: error: not a JSON object; a snapshot is one JSON object with the key \"schema\" [snapshot.syntax]"
      ]
    ),
    (
      "hello",
      [
        "s.json:1:1: error: not a JSON object; a snapshot is one JSON object with the key \"schema\" [snapshot.syntax]"
      ]
    ),
    (
      "{\"schema\": \"connections-snapshot/2\", \"runs\": []}",
      [
        "s.json:1:12: error: unknown schema: 'connections-snapshot/2'; this version reads \"connections-snapshot/1\" [snapshot.schema]"
      ]
    ),
    (
      "{\"schema\": 1, \"runs\": []}",
      [
        "s.json:1:12: error: unknown schema: a number; this version reads \"connections-snapshot/1\" [snapshot.schema]"
      ]
    ),
    (
      "{\(schema), \"runs\": {}, \"exports\": 5,\n \"environment\": [], \"collection\": null}",
      [
        "s.json:1:46: error: the section runs is an object instead of a list [snapshot.section]",
        "s.json:1:61: error: the section exports is a number instead of a list [snapshot.section]",
        "s.json:2:17: error: the section environment is a list instead of an object [snapshot.section]",
      ]
    ),
    (
      "{\(schema), \"runs\": [], \"runs\": []}",
      ["s.json:1:50: error: the section runs stands twice [snapshot.duplicate]"]
    ),
    (
      "{\(schema), \"exports\": [{\"exportId\": \"é\", }]}",
      ["s.json:1:69: error: not JSON: expected a key in quotes [snapshot.syntax]"]
    ),
    (
      "{\(schema), \"exports\": [\n{\"exportId\": tru},\n{\"exportId\": \"a\\qb\"},\n{\"exportId\": 01}]}",
      [
        "s.json:2:14: error: not JSON: unexpected character [snapshot.syntax]",
        "s.json:3:16: error: not JSON: an escape that doesn't exist [snapshot.syntax]",
        "s.json:4:14: error: not JSON: a malformed number [snapshot.syntax]",
      ]
    ),
    (
      "{\(schema), \"exports\": [{\"exportId\": \"a\"}",
      [
        "s.json:1:67: error: the JSON ends in the middle of a value; collect the file again; it may have been cut off [snapshot.truncated]"
      ]
    ),
    (
      "{\(schema), \"exports\": [{\"exportId\": \"a",
      [
        "s.json:1:65: error: the JSON ends in the middle of a value; collect the file again; it may have been cut off [snapshot.truncated]"
      ]
    ),
    (
      "{\(schema), \"exports\": []} x",
      [
        "s.json:1:53: error: something follows the end of the document; lists of records, one in each line, belong into a folder with manifest.json [snapshot.syntax]"
      ]
    ),
    (
      "{\(schema) \"exports\": []}",
      ["s.json:1:37: error: not JSON: expected ',' or '}' [snapshot.syntax]"]
    ),
    (
      "{\(schema), \"exports\" []}",
      ["s.json:1:48: error: not JSON: expected ':' [snapshot.syntax]"]
    ),
    (
      "{\(schema), \"exports\": [{\"exportId\": \"a\"} {\"exportId\": \"b\"}]}",
      ["s.json:1:68: error: not JSON: expected ',' or ']' [snapshot.syntax]"]
    ),
    (
      "{\(schema), \"exports\": [{\"exportId\": \"a\nb\"}]}",
      [
        "s.json:1:65: error: not JSON: a control character in a string; write it as an escape such as \\n [snapshot.syntax]"
      ]
    ),
    (
      "{\(schema), \"exports\": [{\"x\": \(String(repeating: "[", count: 70))\(String(repeating: "]", count: 70))}]}",
      ["s.json:1:119: error: nested too deeply; at most 64 levels are read [snapshot.limit]"]
    ),
  ])
  func isRefused(text: String, expected: [String]) throws {
    try expectRefusal(Array(text.utf8), expected)
  }

  @Test func brokenEncodingIsRefused() throws {
    let start = Array("{\(Self.schema), \"exports\": [{\"exportId\": \"a".utf8)
    try expectRefusal(
      start + [0xC3, 0x28] + Array("\"}]}".utf8),
      ["s.json:1:65: error: not UTF-8; save the file as UTF-8 [snapshot.encoding]"])
    try expectRefusal(
      [0xFF, 0xFE, 0x7B, 0x00],
      [
        "s.json:1:1: error: not UTF-8; the file looks like UTF-16; save it as UTF-8 [snapshot.encoding]"
      ])
  }

  @Test func anArchiveIsCalledSo() throws {
    try expectRefusal(
      [0x50, 0x4B, 0x03, 0x04, 0x14, 0x00],
      [
        "s.json:1:1: error: not a JSON object, but a ZIP archive; unpack it, and name what was in it [snapshot.syntax]"
      ])
  }

  @Test func aByteOrderMarkIsNoProblem() throws {
    let folder = try TemporaryFolder()
    try folder.write("s.json", [0xEF, 0xBB, 0xBF] + Array("{\(Self.schema), \"runs\": []}".utf8))
    let result = SnapshotReader.read("\(folder.path)/s.json")
    #expect(result.snapshot != nil && result.diagnostics.isEmpty)
  }

  @Test func aMissingFileIsNamed() throws {
    let folder = try TemporaryFolder()
    let result = SnapshotReader.read("\(folder.path)/none.json")
    #expect(result.snapshot == nil)
    #expect(result.diagnostics.map(\.code) == ["file.missing"])
  }

  @Test func brokenCompressionIsRefused() throws {
    let text = Array(
      "{\(Self.schema), \"runs\": [\(String(repeating: "{},", count: 2000)){}]}".utf8)
    for form in [gzip(text), zstandard(text)] {
      try expectRefusal(
        Array(form.dropLast(4)),
        [
          "s.json: error: the compressed data ends too early; collect or copy the file again [snapshot.truncated]"
        ])
      var broken = form
      for index in 8..<30 { broken[index] ^= 0x5A }
      let folder = try TemporaryFolder()
      try folder.write("s.json", broken)
      let result = SnapshotReader.read("\(folder.path)/s.json")
      #expect(result.snapshot == nil)
      #expect(
        ["snapshot.compression", "snapshot.truncated"].contains(result.diagnostics.first?.code))
    }
  }

  @Test func bombsAreRefused() throws {
    let folder = try TemporaryFolder()
    let text = Array("{\(Self.schema)\(String(repeating: " ", count: 40 << 20))}".utf8)
    try folder.write("bomb.json.gz", gzip(text))
    let result = SnapshotReader.read(
      "\(folder.path)/bomb.json.gz", limits: ReadLimits(expansion: 100))
    #expect(result.snapshot == nil)
    #expect(result.diagnostics.map(\.code) == ["snapshot.limit"])
    let long = SnapshotReader.read(
      "\(folder.path)/bomb.json.gz", limits: ReadLimits(documentBytes: 1 << 20))
    #expect(long.snapshot == nil)
    #expect(long.diagnostics.map(\.code) == ["snapshot.limit"])
  }

  private func expectRefusal(
    _ bytes: [UInt8], _ expected: [String], at place: Testing.SourceLocation = #_sourceLocation
  ) throws {
    let folder = try TemporaryFolder()
    try folder.write("s.json", bytes)
    let result = SnapshotReader.read("\(folder.path)/s.json")
    #expect(result.snapshot == nil, sourceLocation: place)
    let found = result.diagnostics.map { $0.description.replacing("\(folder.path)/", with: "") }
    #expect(found == expected, sourceLocation: place)
  }
}
