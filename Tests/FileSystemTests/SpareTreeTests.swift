import Foundation
import Glibc
import TestSupport
import Testing

@testable import FileSystem

/// Trees that are replaced by what the run before last left, brought up to date.
@Suite struct SpareTreeTests {
  let folder: TemporaryFolder
  var output: String { "\(folder.path)/public" }
  var spare: String { "\(folder.path)/cache/former" }

  init() throws {
    folder = try TemporaryFolder()
    try Files.makeFolder("\(folder.path)/cache")
  }

  @discardableResult
  private func build(
    _ files: [String: String], spare: String? = nil
  ) throws -> StagedTree.Summary {
    let tree = try StagedTree(replacing: output, spare: spare ?? self.spare)
    for (path, text) in files {
      try tree.write(try #require(RelativePath(path)), Array(text.utf8), from: path)
    }
    return try tree.commit()
  }

  /// The files below a folder and their text, without the marker; folders end with a slash.
  private func files(in name: String) -> [String: String] {
    var files: [String: String] = [:]
    for path in folder.contents() where path.hasPrefix("\(name)/") {
      let inner = String(path.dropFirst(name.count + 1))
      if !inner.isEmpty, !inner.hasSuffix("/") { files[inner] = folder.text(path) }
    }
    #expect(files.removeValue(forKey: StagedTree.markerName.description) != nil)
    return files
  }

  private func number(_ path: String) throws -> UInt64 {
    try #require(FileStamp(of: "\(folder.path)/\(path)")).number
  }

  static let first = ["same": "1", "changed": "2", "a/same": "3", "a/b/stale": "4", "x": "5"]
  static let second = ["same": "1", "changed": "two", "a/same": "3", "x/y": "6", "new/z": "7"]
  static let third = ["same": "1", "changed": "three", "a/same": "3", "a/b/stale": "4", "x": "5"]

  @Test func treesTakeTurns() throws {
    try build(Self.first)
    #expect(!Files.exists(spare))
    let same = try number("public/same")
    let inUse = try number("public/a/same")
    #expect(try build(Self.second) == StagedTree.Summary(written: 3, unchanged: 2, removed: 2))
    #expect(files(in: "public") == Self.second)
    #expect(files(in: "cache/former") == Self.first)
    let formerFolder = try #require(SystemCalls.status(spare)).st_ino
    #expect(try build(Self.third) == StagedTree.Summary(written: 3, unchanged: 2, removed: 2))
    #expect(files(in: "public") == Self.third)
    #expect(files(in: "cache/former") == Self.second)
    // The folder of the run before last is in use again, and so are the files.
    #expect(try #require(SystemCalls.status(output)).st_ino == formerFolder)
    #expect(try number("public/same") == same)
    #expect(try number("public/a/same") == inUse)
    #expect(folder.contents().filter { $0.contains("staging") } == [])
  }

  /// Few changed files lie under numbers until they are moved to their places, the rest in folders.
  @Test(arguments: [false, true])
  func manyFilesAreMovedToTheirPlaces(isSpareLost: Bool) throws {
    func files(_ word: String) -> [String: String] {
      var files: [String: String] = ["same": "same"]
      for number in 0..<250 { files["\(number % 7)/\(number % 3)/\(number)"] = word }
      return files
    }
    try build(files("first"))
    try build(files("second"))
    let tree = try StagedTree(replacing: output, spare: spare)
    for (path, text) in files("third") {
      try tree.write(try #require(RelativePath(path)), Array(text.utf8), from: path)
    }
    // The run that would have brought it up to date finds that another has it.
    let other = open(spare, O_RDONLY | O_DIRECTORY)
    if isSpareLost { #expect(flock(other, LOCK_EX | LOCK_NB) == 0) }
    #expect(try tree.commit() == StagedTree.Summary(written: 250, unchanged: 1))
    close(other)
    #expect(self.files(in: "public") == files("third"))
    #expect(folder.contents().filter { $0.contains("staged") || $0.contains("staging") } == [])
  }

  @Test func nothingChangesWhereNothingDiffers() throws {
    try build(Self.first)
    try build(Self.second)
    #expect(try build(Self.second) == StagedTree.Summary(written: 0, unchanged: 5, removed: 0))
    #expect(files(in: "cache/former") == Self.first)
  }

  /// What somebody does to the spare tree never gets into the output.
  @Test(arguments: [
    "echo bad > F/same.new && mv F/same.new F/same", "rm F/same", "rm F/a/same", "rm -r F/a",
    "echo bad > F/extra", "mkdir -p F/d/e && echo bad > F/d/e/f", "rm -r F/a && echo bad > F/a",
    "rm F/same && mkdir F/same && echo bad > F/same/x", "rm F/same && ln -s /etc/passwd F/same",
    "rm -r F/a && ln -s ../../public/a F/a", "rm -r F/a && ln -s /etc F/a",
    "rm F/changed && mkdir -p F/changed/deep && echo bad > F/changed/deep/x", "rm F/.vouch-output",
    "mkfifo F/pipe", "ln -s /etc F/link", "rm -r F", "rm -r F && ln -s /tmp F",
    "rm -r F && echo bad > F", "cp F/same F/copy && mv F/copy F/same",
  ])
  func nothingOfItIsBelieved(meddling: String) throws {
    try build(Self.first)
    try build(Self.second)
    let shell = Process()
    shell.executableURL = URL(filePath: "/bin/sh")
    shell.arguments = ["-c", meddling.replacing("F", with: spare)]
    try shell.run()
    shell.waitUntilExit()
    #expect(shell.terminationStatus == 0)
    let same = try number("public/same")
    try build(Self.third)
    #expect(files(in: "public") == Self.third)
    #expect(try number("public/same") == same)
    #expect(
      folder.contents().filter { $0.hasPrefix("public/") && $0.hasSuffix("/") }
        == ["public/", "public/a/", "public/a/b/"])
    #expect(folder.contents().filter { $0.contains("staging") } == [])
    try build(Self.second)
    #expect(files(in: "public") == Self.second)
  }

  @Test func aFolderThatIsNotOursStays() throws {
    try folder.write("cache/former/thesis.txt", "mine")
    for files in [Self.first, Self.second, Self.third] {
      try build(files)
      #expect(self.files(in: "public") == files)
    }
    #expect(folder.text("cache/former/thesis.txt") == "mine")
  }

  @Test func anotherRunsTreeIsLeftAlone() throws {
    try build(Self.first)
    try build(Self.second)
    let other = open(spare, O_RDONLY | O_DIRECTORY)
    #expect(flock(other, LOCK_EX | LOCK_NB) == 0)
    try build(Self.third)
    #expect(files(in: "public") == Self.third)
    #expect(files(in: "cache/former") == Self.first)
    close(other)
    try build(Self.second)
    #expect(files(in: "public") == Self.second)
    #expect(files(in: "cache/former") == Self.third)
  }

  @Test(arguments: ["public/inner", "public", "", "missing/former"])
  func placesThatCannotBeAreNotUsed(place: String) throws {
    for files in [Self.first, Self.second, Self.third] {
      try build(files, spare: "\(folder.path)/\(place)")
      #expect(self.files(in: "public") == files)
    }
    #expect(!folder.contents().contains { $0.contains("inner") || $0.contains("missing") })
  }

  /// Bytes are shared by both trees and never written to in place.
  @Test func theFormerTreeKeepsItsBytes() throws {
    try build(["a": "old"])
    try build(["a": "new"])
    try build(["a": "newer"])
    #expect(folder.text("cache/former/a") == "new")
    #expect(folder.text("public/a") == "newer")
  }
}
