import Foundation
import TestSupport
import Testing

/// What can't be written to standard output is a failure, as for any other output.
@Suite struct OutputFailureTests {
  private static let snapshot = """
    {"schema": "connections-snapshot/1", "collection": {"collectedUtc": "2026-09-30T06:00:00Z"},
     "exports": [{"exportId": "e-1", "connectionId": null, "detachedUtc": "2025-01-01T00:00:00Z"}]}
    """

  /// A file that takes no more than 512 bytes stands for a full disk.
  @Test(arguments: [
    ["schema", "snapshot"], ["rules"], ["rules", "--format", "json"],
    ["help", "audit"], ["import", "snapshot.json", "-o", "-"],
    [
      "query", "snapshot.json", "--format", "csv",
      "with recursive n(i) as (select 1 union all select i + 1 from n where i < 500) select i from n",
    ],
  ])
  func aFullDiskIsSaid(words: [String]) throws {
    let folder = try TemporaryFolder()
    let padding = String(repeating: "x", count: 600)
    try folder.write("snapshot.json", Self.snapshot.replacing("e-1", with: "e-1\(padding)"))
    let ending = try BuiltTool(folder: folder.path, preparation: "ulimit -f 1; exec > full")
      .call(words)
    #expect(!ending.isSignal)
    #expect(ending.status == 2, "\(ending.diagnostics)")
    #expect(
      ending.diagnostics.hasSuffix(
        "standard output: error: cannot write 'standard output': File too large [file.space]\n"),
      "\(ending.diagnostics)")
  }

  /// An unknown ends the command with 4; that nobody can read of it weighs more.
  @Test func findingsWeighLessThanTheirLoss() throws {
    let folder = try TemporaryFolder()
    try folder.write("snapshot.json", Self.snapshot)
    let call = ["audit", "snapshot.json", "--rules", "LIF-01", "--format", "json", "-o", "out"]
    let tool = BuiltTool(folder: folder.path, preparation: "exec >&-")
    #expect(try tool.call(call + ["--fail-on", "low"]).status == 2)
    #expect(try tool.call(call + ["--fail-on", "low", "--quiet"]).status == 4)
  }

  /// `vouch schema | head` ends quietly.
  @Test func aReaderThatGoesAwayIsNoFailure() throws {
    let folder = try TemporaryFolder()
    let (process, output, diagnostics) = try BuiltTool(folder: folder.path).start(["schema"])
    try output.close()
    process.waitUntilExit()
    #expect(process.terminationReason == .uncaughtSignal)
    #expect(process.terminationStatus == SIGPIPE)
    #expect(try String(contentsOf: diagnostics, encoding: .utf8) == "")
  }
}
