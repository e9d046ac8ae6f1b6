import FileSystem
import Foundation
import Glibc
import Model
import TestSupport
import Testing

@Suite struct FilesTests {
  @Test(arguments: [0, 1, 4095, 4096, 4097, 300_000])
  func readsWhatWasWritten(size: Int) throws {
    let folder = try TemporaryFolder()
    let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    try Files.write(bytes, to: "\(folder.path)/file")
    #expect(try Files.read("\(folder.path)/file") == bytes)
    #expect(folder.contents() == ["file"])
  }

  @Test func readsFilesThatHaveNoLength() throws {
    #expect(try Files.read("/proc/self/stat").isEmpty == false)
  }

  @Test(arguments: [
    ("missing", ENOENT, "cannot read 'missing': No such file or directory", "file.missing"),
    ("/", EISDIR, "cannot read '/': Is a directory", "file.failed"),
    ("/dev/null/x", ENOTDIR, "cannot read '/dev/null/x': Not a directory", "file.missing"),
  ])
  func saysWhatFailed(path: String, code: Int32, text: String, diagnostic: String) throws {
    let error = try #require(throws: FileError.self) { try Files.read(path) }
    #expect(error.code == code)
    #expect(error.description == text)
    #expect(error.diagnostic.code == diagnostic)
  }

  @Test func seesWhetherAFolderHoldsFiles() throws {
    let folder = try TemporaryFolder()
    try Files.makeFolder("\(folder.path)/a/b/c")
    #expect(!Files.holdsFiles(in: folder.path))
    #expect(!Files.holdsFiles(in: "\(folder.path)/nothing"))
    // A link is something, and isn't followed: here it would never end.
    #expect(symlink("..", "\(folder.path)/a/b/up") == 0)
    #expect(Files.holdsFiles(in: folder.path))
    Files.removeTree("\(folder.path)/a/b/up")
    try folder.write("a/b/c/.hidden", "")
    #expect(Files.holdsFiles(in: folder.path))
    // Whatever the system holds, the first file answers.
    #expect(Files.holdsFiles(in: "/"))
  }

  @Test(arguments: [(10, true), (9, false)])
  func theLimitIsTheLargestLength(limit: Int, isAccepted: Bool) throws {
    let folder = try TemporaryFolder()
    try folder.write("file", "0123456789")
    #expect(((try? Files.read("\(folder.path)/file", limit: limit)) != nil) == isAccepted)
  }

  @Test func theLimitHoldsForEndlessFiles() throws {
    let error = #expect(throws: FileError.self) {
      try Files.readNamed("/dev/zero", limit: 100_000)
    }
    #expect(error?.code == EFBIG)
  }

  /// A pipe without another end would be waited for, a device may never end.
  @Test(.timeLimit(.minutes(10))) func onlyFilesAreReadWhereAFileIsNeeded() throws {
    let folder = try TemporaryFolder()
    #expect(mkfifo("\(folder.path)/pipe", 0o600) == 0)
    #expect(symlink("pipe", "\(folder.path)/link") == 0)
    for path in ["\(folder.path)/pipe", "\(folder.path)/link", "/dev/zero"] {
      let error = #expect(throws: FileError.self) { try Files.read(path) }
      #expect(error?.code == FileError.noFile)
      #expect(error?.description == "cannot read '\(path)': Not a file")
    }
    try folder.write("file", "x")
    #expect(symlink("file", "\(folder.path)/other") == 0)
    #expect(try Files.read("\(folder.path)/other") == [0x78])
  }

  /// What the user names may be a pipe, such as `<(...)` of a shell.
  @Test(.timeLimit(.minutes(10))) func aNamedPipeIsReadToItsEnd() throws {
    let folder = try TemporaryFolder()
    let pipe = "\(folder.path)/pipe"
    #expect(mkfifo(pipe, 0o600) == 0)
    let writer = Thread { try? Data("from a pipe".utf8).write(to: URL(filePath: pipe)) }
    writer.start()
    #expect(try Files.readNamed(pipe) == Array("from a pipe".utf8))
  }

  @Test func aFullDiskIsSaidToBeFull() throws {
    let folder = try TemporaryFolder()
    // The part file is a link to a device on which every write fails for want of space.
    symlink("/dev/full", "\(folder.path)/file.\(getpid()).part")
    let error = #expect(throws: FileError.self) {
      try Files.write([1, 2, 3], to: "\(folder.path)/file")
    }
    #expect(error?.description == "cannot write '\(folder.path)/file': No space left on device")
    #expect(error?.diagnostic.code == "file.space")
    #expect(folder.contents() == [])
  }

  @Test func makesFoldersOnce() throws {
    let folder = try TemporaryFolder()
    try Files.makeFolder("\(folder.path)/a/b/c")
    try Files.makeFolder("\(folder.path)/a/b/c")
    #expect(folder.contents() == ["a/", "a/b/", "a/b/c/"])
    try folder.write("file", "")
    #expect(throws: FileError.self) { try Files.makeFolder("\(folder.path)/file") }
    #expect(throws: FileError.self) { try Files.makeFolder("\(folder.path)/file/a") }
  }

  @Test func removesTreesWithoutFollowingLinks() throws {
    let folder = try TemporaryFolder()
    try folder.write("kept/file", "kept")
    try folder.write("tree/a/b/file", "")
    symlink("\(folder.path)/kept", "\(folder.path)/tree/a/link")
    Files.removeTree("\(folder.path)/tree")
    Files.removeTree("\(folder.path)/tree")
    #expect(folder.contents() == ["kept/", "kept/file"])
  }
}
