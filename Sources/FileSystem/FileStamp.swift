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
      modified: status.st_mtim.nanoseconds)
  }
}
