import Foundation
import TestSupport
import Testing

@testable import CommandLineTool

/// Each kind of file of an output, changed in each way: which files are named, and as what.
@Suite struct VerifyBoundTests {
  private static let files = [
    "report/summary.json", "report/manifest.json", "report/findings.ndjson", "report/findings.csv",
    "report/report.sarif", "report/report.github.sarif", "report/assessment-results.json",
    "report/junit.xml", "en-us/report/index.html", "en-us/report/report.md",
  ]

  /// What is done to a file.
  enum Change: String, CaseIterable, Sendable {
    case byteChanged, byteAdded, byteRemoved, emptied, removed, madeFolder, madeLink, copied,
      renamed
  }

  private func output() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(
      "snapshot.json",
      """
      {"schema": "connections-snapshot/1", "environment": {"instanceId": "i-1"},
       "collection": {"collectedUtc": "2026-09-30T06:00:00Z", "timeZone": "UTC",
         "sources": [{"section": "exports", "complete": true}]},
       "exports": [{"exportId": "e-1", "connectionId": null, "detachedUtc": "2025-01-01T00:00:00Z"}]}
      """)
    let ending = InProcess.call(
      [
        "audit", "snapshot.json", "-o", "out", "--rules", "LIF-01", "--fail-on", "never", "-l",
        "en-us",
      ],
      in: folder)
    try #require(ending.status == .success, "\(ending.diagnostics)")
    return folder
  }

  private func change(_ file: String, _ change: Change) throws {
    let files = FileManager.default
    var data = try Data(contentsOf: URL(filePath: file))
    switch change {
    case .byteChanged: data[data.count / 2] ^= 1
    case .byteAdded: data.append(0x0A)
    case .byteRemoved: data.removeLast()
    case .emptied: data = Data()
    case .removed: return try files.removeItem(atPath: file)
    case .madeFolder:
      try files.removeItem(atPath: file)
      return try files.createDirectory(atPath: file, withIntermediateDirectories: false)
    case .madeLink:
      try files.moveItem(atPath: file, toPath: "\(file).moved")
      return try files.createSymbolicLink(atPath: file, withDestinationPath: "\(file).moved")
    case .copied: return try files.copyItem(atPath: file, toPath: "\(file).copy")
    case .renamed: return try files.moveItem(atPath: file, toPath: "\(file).copy")
    }
    // Anew, so that no other tree shares the bytes.
    try files.removeItem(atPath: file)
    try data.write(to: URL(filePath: file))
  }

  @Test(arguments: Change.allCases) func isNamed(change: Change) throws {
    let folder = try output()
    let clean = InProcess.call(["verify", "out"], in: folder)
    #expect(clean.status == .success && clean.diagnostics == "")
    for file in Self.files {
      let expected: [String]
      switch change {
      case .byteChanged, .byteAdded, .byteRemoved, .emptied:
        expected = ["out/\(file) verify.changed"]
      case .removed, .madeFolder: expected = ["out/\(file) verify.missing"]
      case .madeLink: expected = ["out/\(file) verify.added", "out/\(file).moved verify.added"]
      case .copied: expected = ["out/\(file).copy verify.added"]
      case .renamed: expected = ["out/\(file) verify.missing", "out/\(file).copy verify.added"]
      }
      let copy = try TemporaryFolder()
      try FileManager.default.copyItem(atPath: "\(folder.path)/out", toPath: "\(copy.path)/out")
      try self.change("\(copy.path)/out/\(file)", change)
      let ending = InProcess.call(["verify", "out"], in: copy)
      #expect(ending.status == .invalidInput)
      let found = zip(ending.diagnostics.split(separator: "\n"), ending.codes).map { line, code in
        "\(line.prefix { $0 != ":" }) \(code)"
      }
      #expect(found == expected, "\(ending.diagnostics)")
      #expect(ending.output.hasPrefix("Files: \(expected.count) problem"))
      // The folder of the report is looked at in the same way.
      if file.hasPrefix("report/") {
        let inner = InProcess.call(["verify", "out/report"], in: copy)
        #expect(inner.status == .invalidInput && inner.codes.sorted() == ending.codes.sorted())
      }
    }
  }

  /// The list itself: lines that are none, that leave the folder, that name a file twice.
  @Test(arguments: [
    ("", ["verify.list"]), ("\n", ["verify.list"]), ("x\n", ["verify.list"]),
    (String(repeating: "a", count: 63) + "  summary.json\n", ["verify.list"]),
    (String(repeating: "g", count: 64) + "  summary.json\n", ["verify.list"]),
    (String(repeating: "A", count: 64) + "  summary.json\n", ["verify.list"]),
    (String(repeating: "a", count: 64) + " summary.json\n", ["verify.list"]),
    (String(repeating: "a", count: 64) + "  /etc/passwd\n", ["verify.list"]),
    (String(repeating: "a", count: 64) + "  ../../x\n", ["verify.list"]),
  ])
  func aListThatIsNone(list: String, codes: [String]) throws {
    let folder = try output()
    let file = "\(folder.path)/out/report/SHA256SUMS"
    try FileManager.default.removeItem(atPath: file)
    try folder.write("out/report/SHA256SUMS", list)
    let ending = InProcess.call(["verify", "out"], in: folder)
    #expect(ending.status == .invalidInput, "\(ending.diagnostics)")
    #expect(!ending.codes.isEmpty)
  }
}
