import Foundation
import TestSupport
import Testing

/// The same input gives the same bytes, whoever runs it, where and when.
@Suite struct DeterminismTests {
  /// A project with the example's snapshot, in a folder of its own.
  private func makeProject() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let example = SharedMaterial.projectFolder.appending(path: "examples/contoso/snapshot.json")
    try folder.write("project/snapshot.json", Array(try Data(contentsOf: example)))
    try folder.write(
      "project/vouch.yaml",
      "snapshot: snapshot.json\nas-of: 2026-10-01T00:00:00Z\nlocale: [en-us, ar-sa]\n"
        + "rules: [CON-01, SHR-03, LIM-05]\n")
    return folder
  }

  @Test func aRunDependsOnItsInputAlone() throws {
    let (near, far) = (try makeProject(), try makeProject())
    let first = try BuiltTool(
      folder: near.path, variables: ["TZ": "Asia/Almaty", "LANG": "ar_SA.UTF-8", "LC_ALL": ""]
    ).call(["run", "-c", "project/vouch.yaml", "-o", "out", "--jobs", "1"])
    #expect(first.status == 1, "\(first.diagnostics)")
    let tree = try Tree("\(near.path)/out")
    #expect(tree.files.count > 200)

    // The same input elsewhere, onto that output: nothing is written, not even a time changes.
    let before = try times("\(near.path)/out")
    let second = try BuiltTool(
      folder: "\(far.path)/project",
      variables: ["TZ": "America/St_Johns", "LANG": "C", "HOME": "/", "COLUMNS": "20"]
    ).call(["run", "-o", "\(near.path)/out", "--jobs", "2"])
    #expect(second.status == 1, "\(second.diagnostics)")
    #expect(
      second.output.contains(": 0 files changed, \(tree.files.count - 1) unchanged, 0 removed"),
      "\(second.output)")
    #expect(try times("\(near.path)/out") == before)
    #expect(try Tree("\(near.path)/out").differences(from: tree) == [])
  }

  /// When each file and folder was changed, and which it is.
  private func times(_ folder: String) throws -> [String: [String]] {
    var times: [String: [String]] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder) + ["."] {
      let attributes = try FileManager.default.attributesOfItem(atPath: "\(folder)/\(path)")
      times[path] = [
        "\((attributes[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0)",
        "\(attributes[.systemFileNumber] ?? 0)",
      ]
    }
    return times
  }
}
