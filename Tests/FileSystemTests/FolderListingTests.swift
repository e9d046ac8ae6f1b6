import FileSystem
import Foundation
import Glibc
import TestSupport
import Testing

@Suite struct FolderListingTests {
  @Test func listsInByteOrder() throws {
    let folder = try TemporaryFolder()
    for name in ["b", "a/z", "a-b", "a/é", "B", ".git/config", "a/.x"] {
      try folder.write(name, "")
    }
    let listing = try FolderListing(of: folder.path)
    #expect(listing.files.map(\.description) == ["B", "a-b", "a/z", "a/é", "b"])
    #expect(listing.omissions == [])
    let all = try FolderListing(of: folder.path, includesHidden: true)
    #expect(all.files.count == 7)
  }

  /// A folder that a command wrote holds no content of the folder around it.
  @Test func outputsBelowAreLeftOut() throws {
    let folder = try TemporaryFolder()
    for name in [".vouch-output", "a", "site/.vouch-output", "site/en-us/a", "other/a"] {
      try folder.write(name, "")
    }
    let listing = try FolderListing(of: folder.path)
    #expect(listing.files.map(\.description) == ["a", "other/a"])
    #expect(try FolderListing(of: folder.path, includesHidden: true).files.count == 5)
  }

  /// What lies in a folder goes on with a slash, which comes behind some characters of names.
  @Test func foldersAndFilesAreMixedInByteOrder() throws {
    let folder = try TemporaryFolder()
    let names = [
      "a/b", "a/b.c", "a b", "a-b/c", "a-b.c", "a.b", "a0", "a0-/x", "aa/a/a", "aa/a-a/a", "é",
    ]
    for name in names { try folder.write(name, "") }
    let listing = try FolderListing(of: folder.path)
    #expect(listing.files == names.compactMap { RelativePath($0) }.sorted())
  }

  @Test func linksNeverLeaveTheFolder() throws {
    let folder = try TemporaryFolder()
    try folder.write("root/file", "")
    try folder.write("outside/secret", "")
    try folder.write("root-beside", "")
    let links = [
      "inside": "file", "secret": "../outside/secret", "folder": "../outside", "circle": ".",
      "nowhere": "missing", "beside": "../root-beside",
    ]
    for (name, target) in links { symlink(target, "\(folder.path)/root/\(name)") }
    let listing = try FolderListing(of: "\(folder.path)/root")
    #expect(listing.files.map(\.description) == ["file", "inside"])
    #expect(
      listing.omissions.map(\.path) == ["beside", "circle", "folder", "nowhere", "secret"])
    #expect(Set(listing.omissions.map(\.reason)) == [.link])
  }

  @Test func depthIsLimited() throws {
    let folder = try TemporaryFolder()
    try folder.write("1/2/3/file", "")
    try folder.write("1/2/file", "")
    let listing = try FolderListing(of: folder.path, maximumDepth: 3)
    #expect(listing.files.map(\.description) == ["1/2/file"])
    #expect(listing.omissions.map { "\($0.path): \($0.reason)" } == ["1/2/3: tooDeep"])
  }

  @Test func unusableNamesAndPipesAreOmitted() throws {
    let folder = try TemporaryFolder()
    let name = [UInt8(ascii: "a"), 0xFF]
    let path = Array("\(folder.path)/".utf8) + name + [0]
    path.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { bytes in
        _ = bytes.baseAddress.map { close(open($0, O_CREAT | O_WRONLY, 0o644)) }
      }
    }
    mkfifo("\(folder.path)/pipe", 0o644)
    let listing = try FolderListing(of: folder.path)
    #expect(listing.files == [])
    #expect(listing.omissions.map(\.reason) == [.name, .special])
  }

  @Test func aMissingFolderIsAnError() throws {
    let error = try #require(throws: FileError.self) { try FolderListing(of: "/missing/folder") }
    #expect(error.description == "cannot list '/missing/folder': No such file or directory")
  }
}
