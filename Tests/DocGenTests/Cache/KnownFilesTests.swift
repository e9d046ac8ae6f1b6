import Digests
import FileSystem
import Localization
import Model
import TestSupport
import Testing

@testable import DocGen

/// What is known of files lasts while their stamps do, and only of files that have settled.
@Suite struct KnownFilesTests {
  private let long: Int64 = 10_000_000_000

  private func known(
    _ folder: TemporaryFolder, _ name: String, after delay: Int64
  ) throws -> KnownFiles {
    let file = "\(folder.path)/\(name)"
    let stamp = try #require(InputStamp(of: file))
    let files = KnownFiles(in: "\(folder.path)/known")
    #expect(files.digest(of: file) == Digests.sha256(try Files.read(file)))
    try files.save(before: stamp.changed + delay)
    return KnownFiles(in: "\(folder.path)/known")
  }

  @Test func aFileThatIsAsItWasIsNotRead() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.txt", "one")
    let file = "\(folder.path)/a.txt"
    let known = try known(folder, "a.txt", after: long)
    let stamp = try #require(InputStamp(of: file))
    #expect(known.digest(of: file, stamp: stamp) == Digests.sha256("one"))
    try folder.write("a.txt", "two")
    let changed = try #require(InputStamp(of: file))
    #expect(changed != stamp)
    #expect(known.digest(of: file, stamp: changed) == nil)
    #expect(known.digest(of: file) == Digests.sha256("two"))
  }

  @Test func aFileThatJustChangedIsNotKept() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.txt", "one")
    let file = "\(folder.path)/a.txt"
    let known = try known(folder, "a.txt", after: 1)
    #expect(known.digest(of: file, stamp: try #require(InputStamp(of: file))) == nil)
  }

  @Test(arguments: [
    "---\ntitle: T\ndescription: D\nuid: u\nrobots: noindex\nms.date: 01/02/2026\n---\n# H\n",
    "---\ntitle: T\nms.translationtype: MT\nms.openlocfilehash: AB\nms.sourcegitcommit: c\n---\n",
    "---\nvouch.rule: CON-01\nms.translationtype: HT\nms.lasthandoff: 01/02/2026\n---\n# H\n",
    "---\ntitle: [\n---\n", "# Only a heading\n", "",
  ])
  func aPageIsKeptWhole(text: String) throws {
    let folder = try TemporaryFolder()
    let path = RelativePath(known: "p.md")
    let file = "\(folder.path)/p.md"
    try folder.write("p.md", text)
    let stamp = try #require(InputStamp(of: file))
    var problems: [Diagnostic] = []
    let page = ContentPage(
      locale: .source, path: path, file: file, bytes: Array(text.utf8), docset: nil,
      sourceHash: "hash", diagnostics: &problems)
    let files = KnownFiles(in: "\(folder.path)/known")
    files.keep(page, problems, docset: nil, stamp: stamp)
    try files.save(before: stamp.changed + long)
    let known = KnownFiles(in: "\(folder.path)/known")
    func read(isSource: Bool = true, size: Int64 = 0) -> KnownFiles.Page? {
      var other = stamp
      other.size += size
      return known.page(
        at: path, in: .source, file: file, isSource: isSource, docset: nil, stamp: other)
    }
    let found = try #require(read())
    #expect("\(found.page)" == "\(page)")
    #expect(found.problems == problems)
    // A translation has no hash of its own, and another length is another file.
    #expect(read(isSource: false) == nil)
    #expect(read(size: 1) == nil)
  }

  @Test func brokenBytesAreAsIfTheyWereNotThere() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.txt", "one")
    _ = try known(folder, "a.txt", after: long)
    var bytes = try Files.read("\(folder.path)/known")
    bytes[bytes.count / 2] ^= 1
    try Files.write(bytes, to: "\(folder.path)/known")
    let file = "\(folder.path)/a.txt"
    let known = KnownFiles(in: "\(folder.path)/known")
    #expect(known.digest(of: file, stamp: try #require(InputStamp(of: file))) == nil)
  }
}
