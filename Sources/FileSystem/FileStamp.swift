import Digests
import Glibc

/// What tells a file from a changed one without reading it: its number, length and time of change.
public struct FileStamp: Hashable, Sendable {
  /// The file's number in its file system.
  public var number: UInt64
  /// The length in bytes.
  public var size: Int64
  /// When it was last written to, in nanoseconds.
  public var modified: Int64

  /// Makes a stamp from its parts.
  public init(number: UInt64, size: Int64, modified: Int64) {
    self.number = number
    self.size = size
    self.modified = modified
  }

  /// The stamp of a file; `nil` if there is none, or something that is no file.
  ///
  /// A symbolic link isn't followed.
  public init?(of path: String) {
    var status = stat()
    guard unsafe lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    self.init(
      number: UInt64(status.st_ino), size: Int64(status.st_size),
      modified: Int64(status.st_mtim.tv_sec) * 1_000_000_000 + Int64(status.st_mtim.tv_nsec))
  }
}

extension StagedTree {
  /// The stamp of the former tree's file at a path; `nil` if there is none.
  public func formerStamp(of path: RelativePath) -> FileStamp? {
    guard former.contains(path) else { return nil }
    return knownStamp(of: path) ?? FileStamp(of: path.path(in: folder))
  }

  /// Keeps the former tree's file at a path, without reading it.
  ///
  /// The caller knows that it holds what would be written.
  ///
  /// - Parameters:
  ///   - path: Where the file is.
  ///   - source: What it was made from, for the error if another source wants the same path.
  ///   - digest: SHA-256 of its bytes where digests are wanted and it is known; otherwise it is read.
  /// - Throws: If another source wants the path, or the former tree has no such file.
  public func keep(
    _ path: RelativePath, from source: String, digest: String? = nil
  ) throws(StagedTreeError) {
    guard former.contains(path) else { throw .file(FileError("keep", "\(path)", code: ENOENT)) }
    try claim(path, from: source)
    guard recordsDigests else { return }
    if let digest { return record(digest, of: path) }
    let bytes = try wrappingFileErrors { () throws(FileError) in
      try Files.read(path.path(in: folder))
    }
    record(Digests.sha256(bytes), of: path)
  }

  /// Where the tree is, for what has to look at it after it was committed.
  public var path: String { folder }
}
