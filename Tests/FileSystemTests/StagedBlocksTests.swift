import Foundation
import TestSupport
import Testing

@testable import FileSystem

@Suite struct StagedBlocksTests {
  let folder: TemporaryFolder
  var output: String { "\(folder.path)/public" }

  init() throws { folder = try TemporaryFolder() }

  private func build(_ blocks: [String]) throws -> (isNew: Bool, summary: StagedTree.Summary) {
    let tree = try StagedTree(replacing: output)
    let path = try #require(RelativePath("report/long.txt"))
    let isNew = try tree.write(path, from: "a test") { write throws(StagedTreeError) in
      for block in blocks { try write(Array(block.utf8)) }
    }
    return (isNew, try tree.commit())
  }

  private var text: String? { folder.text("public/report/long.txt") }

  @Test func writesANewFile() throws {
    #expect(try build(["ab", "", "c"]).isNew)
    #expect(text == "abc")
  }

  @Test func anEmptyFileIsAFile() throws {
    #expect(try build([]).isNew)
    #expect(text == "")
    #expect(try !build([]).isNew)
  }

  @Test func leavesAnEqualFileAlone() throws {
    _ = try build(["abc", "def"])
    let (isNew, summary) = try build(["a", "bcde", "f"])
    #expect(!isNew)
    #expect(summary == StagedTree.Summary(unchanged: 1))
  }

  @Test(arguments: [
    ["abc", "dXf"], ["Xbc", "def"], ["abc", "def", "g"], ["abc"], ["abc", "de"], [],
  ])
  func rewritesADifferentFile(blocks: [String]) throws {
    _ = try build(["abc", "def"])
    let (isNew, summary) = try build(blocks)
    #expect(isNew)
    #expect(text == blocks.joined())
    #expect(summary == StagedTree.Summary(written: 1))
  }

  @Test func copiesWhatWasEqualInBlocks() throws {
    let long = String(repeating: "0123456789abcdef", count: 200_000)
    _ = try build([long, "a"])
    #expect(try build([long, "b"]).isNew)
    #expect(text == long + "b")
  }

  @Test func twoSourcesOfOnePathAreAnError() throws {
    let tree = try StagedTree(replacing: output)
    let path = try #require(RelativePath("a"))
    try tree.write(path, [1], from: "one")
    #expect(throws: StagedTreeError.twoSources(path: "a", first: "one", second: "two")) {
      try tree.write(path, from: "two") { write throws(StagedTreeError) in try write([1]) }
    }
  }
}
