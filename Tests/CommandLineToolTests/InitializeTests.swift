import Foundation
import TestSupport
import Testing

/// What `vouch init` writes.
@Suite struct InitializeTests {
  /// The README of the example tells of every file, so none may be left out.
  @Test func theProjectIsTheWholeExample() throws {
    let folder = try TemporaryFolder()
    let ending = try BuiltTool(folder: folder.path).call(["init", "project"])
    #expect(ending.status == 0, "\(ending.diagnostics)")
    let example = SharedMaterial.projectFolder.appending(path: "examples/contoso").path
    #expect(try Tree("\(folder.path)/project").differences(from: Tree(example)) == [])
    #expect(folder.contents().contains("project/EXPECTED.csv"))
  }
}
