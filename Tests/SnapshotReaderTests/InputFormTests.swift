import CZLib
import CZstd
import Model
import SnapshotReader
import TestSupport
import Testing

/// One snapshot in all the forms that it may have on disk.
@Suite struct InputFormTests {
  private static let head = """
    "schema": "connections-snapshot/1",
    "environment": {"instanceId": "env-1", "region": "westeurope"},
    "collection": {"collectedUtc": "2026-10-01T06:00:00Z",
      "sources": [{"section": "exports", "complete": true, "recordCount": 2}]}
    """
  private static let exports = [
    #"{"exportId":"e-1","state":"active","items":[{"kind":"segment","name":"Ä"}],"fields":["a"]}"#,
    #"{"exportId":"e-2","state":"bogus","items":[],"contractLimit":-1,"fields":null}"#,
  ]
  private static let runs = (0..<300).map {
    #"{"runId":"r-\#($0)","targetId":"e-\#($0 % 3)","recordCount":\#($0),"items":["s\#($0 % 7)"]}"#
  }

  private static func document() -> String {
    """
    {\(head),
    "exports": [
    \(exports.joined(separator: ",\n"))
    ],
    "runs": [
    \(runs.joined(separator: ",\n"))
    ], "agreements": null, "consents": []}
    """
  }

  private static func writeFolder(_ folder: TemporaryFolder, _ suffix: String) throws {
    let files = [
      "manifest.json": "{\(head), \"agreements\": null, \"consents\": []}",
      "exports.ndjson": exports.joined(separator: "\n") + "\n",
      // No line feed at the end.
      "runs.ndjson": runs.joined(separator: "\n"),
    ]
    for (name, text) in files { try folder.write(name + suffix, encode(Array(text.utf8), suffix)) }
  }

  @Test(arguments: ["", ".gz", ".zst"])
  func allFormsGiveTheSameSnapshot(suffix: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("one.json\(suffix)", encode(Array(Self.document().utf8), suffix))
    let parts = try TemporaryFolder()
    try Self.writeFolder(parts, suffix)
    let one = SnapshotReader.read("\(folder.path)/one.json\(suffix)")
    let many = SnapshotReader.read(parts.path)
    let left = try #require(one.snapshot, "\(one.diagnostics)")
    let right = try #require(many.snapshot, "\(many.diagnostics)")
    #expect(SnapshotDump.lines(left) == SnapshotDump.lines(right))
    #expect(SnapshotDump.texts(left) == SnapshotDump.texts(right))
    #expect(one.diagnostics.map(\.code) == ["field.word", "field.malformed"])
    #expect(one.diagnostics.map(\.message) == many.diagnostics.map(\.message))
    #expect(many.diagnostics.map(\.location.line) == [2, 2])
    #expect(left.files.map(\.section) == [nil])
    #expect(right.files.map(\.section) == [nil, .exports, .runs])
    #expect(right.files[1].path == "\(parts.path)/exports.ndjson\(suffix)")
    #expect(right.pointer(.runs, 20)?.line == 21)
    #expect(right.pointer(.runs, 20)?.length == Self.runs[20].utf8.count)
  }
}

/// Bytes in the form that a suffix of a name stands for.
func encode(_ bytes: [UInt8], _ suffix: String) -> [UInt8] {
  switch suffix {
  case ".gz": gzip(bytes)
  case ".zst": zstandard(bytes)
  default: bytes
  }
}

/// Bytes in the gzip form.
func gzip(_ bytes: [UInt8]) -> [UInt8] {
  var stream = z_stream()
  deflateInit2_(
    &stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
    Int32(MemoryLayout<z_stream>.size))
  defer { deflateEnd(&stream) }
  var input = bytes
  return [UInt8](unsafeUninitializedCapacity: Int(deflateBound(&stream, UInt(bytes.count)))) {
    output, count in
    input.withUnsafeMutableBufferPointer { input in
      stream.next_in = input.baseAddress
      stream.avail_in = UInt32(input.count)
      stream.next_out = output.baseAddress
      stream.avail_out = UInt32(output.count)
      deflate(&stream, Z_FINISH)
    }
    count = Int(stream.total_out)
  }
}

/// Bytes in the Zstandard form.
func zstandard(_ bytes: [UInt8]) -> [UInt8] {
  [UInt8](unsafeUninitializedCapacity: ZSTD_compressBound(bytes.count)) { output, count in
    count = ZSTD_compress(output.baseAddress, output.count, bytes, bytes.count, 3)
  }
}
