import Concurrency
import Foundation
import Glibc
import Model
import TestSupport
import Testing

@testable import FileSystem

@Suite struct StagedTreeTests {
  let folder: TemporaryFolder
  var output: String { "\(folder.path)/public" }

  init() throws { folder = try TemporaryFolder() }

  /// Writes a tree of these files; the source of each is `from <path>`.
  @discardableResult
  func build(_ files: [String: String]) throws -> StagedTree.Summary {
    let tree = try StagedTree(replacing: output)
    for (path, text) in files.sorted(by: { $0.key < $1.key }) {
      try tree.write(try #require(RelativePath(path)), Array(text.utf8), from: "from \(path)")
    }
    return try tree.commit()
  }

  /// The files of the output and their text, without the marker.
  func result() -> [String: String] {
    var files: [String: String] = [:]
    for name in folder.contents() where name.hasPrefix("public/") && !name.hasSuffix("/") {
      files[String(name.dropFirst("public/".count))] = folder.text(name)
    }
    files[StagedTree.markerName.description] = nil
    return files
  }

  /// The file number, which a rewritten file doesn't keep.
  func number(_ name: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: "\(output)/\(name)")
    return try #require(attributes[.systemFileNumber] as? Int)
  }

  @Test func makesANewTreeWithItsParents() throws {
    let tree = try StagedTree(replacing: "\(folder.path)/x/y/public/")
    try tree.write(try #require(RelativePath("a/b.html")), [65], from: "b.md")
    #expect(try tree.commit() == StagedTree.Summary(written: 1, unchanged: 0, removed: 0))
    #expect(folder.text("x/y/public/a/b.html") == "A")
    #expect(folder.contents().filter { $0.contains("staging") } == [])
  }

  @Test func nothingIsWrittenIfNothingChanged() throws {
    let files = ["index.html": "1", "a/b.html": "2"]
    try build(files)
    let before = try number("index.html")
    let folderBefore = try number("")
    #expect(try build(files) == StagedTree.Summary(written: 0, unchanged: 2, removed: 0))
    #expect(try number("index.html") == before)
    #expect(try number("") == folderBefore)
  }

  @Test func changedFilesAreReplacedAndStaleOnesRemoved() throws {
    try build(["same": "1", "changed": "2", "stale/deep/file": "3", "folder/file": "4"])
    let (same, changed) = (try number("same"), try number("changed"))
    let summary = try build([
      "same": "1", "changed": "two", "new/file": "5", "folder": "now a file",
    ])
    #expect(summary == StagedTree.Summary(written: 3, unchanged: 1, removed: 2))
    #expect(
      result() == ["same": "1", "changed": "two", "new/file": "5", "folder": "now a file"])
    #expect(try number("same") == same)
    #expect(try number("changed") != changed)
    #expect(folder.contents().filter { $0.contains("stale") || $0.contains("staging") } == [])
  }

  /// As for a tree that is a mount point.
  @Test func filesAreMovedOneByOneIntoATreeThatCannotMove() throws {
    try build(["same": "1", "changed": "2", "stale/deep/file": "3", "folder/file": "4", "f": "5"])
    let before = try number("")
    symlink("/etc", "\(output)/link")
    let tree = try StagedTree(replacing: output, stagingInside: true)
    let files = ["same": "1", "changed": "two", "link/x": "5", "folder": "now a file", "f/g": "6"]
    for (path, text) in files {
      try tree.write(try #require(RelativePath(path)), Array(text.utf8), from: path)
    }
    #expect(try tree.commit() == StagedTree.Summary(written: 4, unchanged: 1, removed: 3))
    #expect(result() == files)
    #expect(try number("") == before)
    #expect(folder.contents().filter { $0.contains("stale") || $0.contains("staging") } == [])
  }

  @Test func removalAloneIsAChange() throws {
    try build(["a": "1", "b": "2"])
    #expect(try build(["a": "1"]) == StagedTree.Summary(written: 0, unchanged: 1, removed: 1))
    #expect(result() == ["a": "1"])
  }

  /// A reader that opened a file before the run goes on reading the old bytes.
  @Test func formerFilesAreNeverModifiedInPlace() throws {
    try build(["a": "old"])
    try Glibc.link("\(output)/a", "\(folder.path)/second-name") == 0 ? () : #require(Bool(false))
    try build(["a": "new"])
    #expect(folder.text("second-name") == "old")
    #expect(folder.text("public/a") == "new")
  }

  @Test func anAbandonedTreeLeavesTheFormerOne() throws {
    try build(["a": "old"])
    do {
      let tree = try StagedTree(replacing: output)
      try tree.write(try #require(RelativePath("a")), [1], from: "a")
    }
    #expect(result() == ["a": "old"])
    #expect(folder.contents().filter { $0.contains("staging") } == [])
  }

  @Test func twoSourcesForOnePathAreNamed() throws {
    let tree = try StagedTree(replacing: output)
    let path = try #require(RelativePath("a/index.html"))
    try tree.write(path, [1], from: "z.md")
    let error = #expect(throws: StagedTreeError.self) { try tree.write(path, [1], from: "b.md") }
    #expect(error == .twoSources(path: "a/index.html", first: "b.md", second: "z.md"))
    #expect(error?.description == "'a/index.html' would be written from 'b.md' and from 'z.md'")
    #expect(error?.diagnostic.code == "output.two-sources")
  }

  @Test(arguments: [("a", "a/b"), ("a/b", "a"), ("a/b/c", "a/b"), ("a", "a/b/c")])
  func aFileAndAFolderOfOneNameAreAConflict(first: String, second: String) throws {
    let tree = try StagedTree(replacing: output)
    try tree.write(try #require(RelativePath(first)), [1], from: "one")
    #expect(throws: StagedTreeError.self) {
      try tree.write(try #require(RelativePath(second)), [1], from: "two")
    }
  }

  @Test func foreignFoldersAreNotReplaced() throws {
    try folder.write("public/thesis.txt", "mine")
    #expect(throws: StagedTreeError.foreignFolder(output)) { try build(["a": "1"]) }
    #expect(folder.text("public/thesis.txt") == "mine")
  }

  @Test func anEmptyFolderIsReplacedAndKeepsItsMode() throws {
    try Files.makeFolder(output)
    chmod(output, 0o775)
    try build(["a": "1"])
    let mode = try FileManager.default.attributesOfItem(atPath: output)[.posixPermissions] as? Int
    #expect(mode == 0o775)
  }

  @Test func linksInTheTreeAreReplacedNotFollowed() throws {
    try build(["a": "1", "b/c": "2"])
    try folder.write("outside/c", "2")
    Files.removeTree("\(output)/b")
    symlink("\(folder.path)/outside", "\(output)/b")
    Files.removeTree("\(output)/a")
    symlink("\(folder.path)/outside/c", "\(output)/a")
    try build(["a": "1", "b/c": "two"])
    #expect(result() == ["a": "1", "b/c": "two"])
    #expect(folder.text("outside/c") == "2")
  }

  @Test func aLinkToTheTreeIsFollowed() throws {
    symlink("elsewhere", output)
    try Files.makeFolder("\(folder.path)/elsewhere")
    try build(["a": "1"])
    #expect(folder.text("elsewhere/a") == "1")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: output) == "elsewhere")
  }

  @Test func threadsMayWriteAtOnce() throws {
    let tree = try StagedTree(replacing: output)
    let paths = (0..<300).compactMap { RelativePath("folder\($0 % 7)/deep/page\($0).html") }
    try paths.concurrentForEach(width: 4) { path in
      try tree.write(path, Array(path.description.utf8), from: path.description)
    }
    #expect(try tree.commit().written == 300)
    #expect(result().count == 300)
    #expect(result().allSatisfy { $0.key == $0.value })
  }

  @Test func aFinishedTreeTakesNoMore() throws {
    let tree = try StagedTree(replacing: output)
    _ = try tree.commit()
    #expect(throws: StagedTreeError.closed(output)) {
      try tree.write(try #require(RelativePath("a")), [1], from: "a")
    }
    #expect(throws: StagedTreeError.self) { try tree.commit() }
  }

  @Test func aRefusalLeavesTheFormerTree() throws {
    try build(["a": "old"])
    let tooLong = Array(repeating: String(repeating: "x", count: 250), count: 16)
    let path = try #require(RelativePath(tooLong.joined(separator: "/")))
    let tree = try StagedTree(replacing: output)
    try tree.write(try #require(RelativePath("a")), [1], from: "a")
    let error = #expect(throws: StagedTreeError.self) { try tree.write(path, [1], from: "long") }
    guard case .file(let refusal) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(refusal.code == ENAMETOOLONG)
    #expect(result() == ["a": "old"])
  }

  /// Where nothing can be made beside the tree, the error calls it by its own name; that of the folder
  /// in which it was to be prepared differs from run to run.
  @Test func anErrorCallsTheTreeByItsName() throws {
    let error = #expect(throws: StagedTreeError.self) {
      let tree = try StagedTree(replacing: "/proc/public")
      try tree.write(try #require(RelativePath("a")), [1], from: "a")
    }
    let diagnostic = try #require(error).diagnostic
    #expect(diagnostic.location.path == "/proc/public")
    #expect(diagnostic.message.hasPrefix("cannot write '/proc/public': "))
  }
}
