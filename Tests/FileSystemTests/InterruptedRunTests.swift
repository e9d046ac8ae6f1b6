import FileSystem
import Foundation
import Glibc
import Model
import TestSupport
import Testing

/// Runs that end in the middle; each does so in a process of its own.
@Suite struct InterruptedRunTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    let tree = try StagedTree(replacing: "\(folder.path)/public")
    try tree.write(try #require(RelativePath("a")), Array("old".utf8), from: "a")
    _ = try tree.commit()
  }

  @Test func aKilledRunLeavesTheFormerTreeAndTheNextOneCleansUp() async throws {
    let path = folder.path
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
      let tree = try StagedTree(replacing: "\(path)/public")
      try tree.write(try #require(RelativePath("a")), Array("half".utf8), from: "a")
      kill(getpid(), SIGKILL)
    }
    #expect(folder.text("public/a") == "old")
    #expect(folder.contents().contains { $0.contains("vouch-staging") })
    _ = try StagedTree(replacing: "\(path)/public")
    #expect(folder.contents() == ["public/", "public/.vouch-output", "public/a"])
  }

  @Test func aFullDiskIsAClearErrorAndLeavesTheFormerTree() async throws {
    let path = folder.path
    await #expect(processExitsWith: .success) { [path = path as String] in
      signal(SIGXFSZ, SIG_IGN)
      var limit = rlimit(rlim_cur: 10_000, rlim_max: 10_000)
      #expect(setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit) == 0)
      let tree = try StagedTree(replacing: "\(path)/public")
      let error = #expect(throws: StagedTreeError.self) {
        try tree.write(
          try #require(RelativePath("a")), [UInt8](repeating: 65, count: 20_000), from: "a")
      }
      #expect(error?.description == "cannot write '\(path)/public/a': File too large")
      #expect(error?.diagnostic.code == "file.space")
    }
    #expect(folder.text("public/a") == "old")
    #expect(folder.contents() == ["public/", "public/.vouch-output", "public/a"])
  }

  @Test func aRunAtWorkKeepsItsStagingFolder() throws {
    let first = try StagedTree(replacing: "\(folder.path)/public")
    try first.write(try #require(RelativePath("a")), Array("first".utf8), from: "a")
    _ = try StagedTree(replacing: "\(folder.path)/public")
    _ = try first.commit()
    #expect(folder.text("public/a") == "first")
  }

  @Test func aTreeMovedAsideComesBack() throws {
    rename("\(folder.path)/public", "\(folder.path)/.public.vouch-staging-1-1-former")
    _ = try StagedTree(replacing: "\(folder.path)/public")
    #expect(folder.contents() == ["public/", "public/.vouch-output", "public/a"])
  }
}
