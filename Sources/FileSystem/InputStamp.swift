import Glibc

/// What tells a file that is read from a changed one without opening it: its number, its length,
/// and when its bytes and its entry last changed.
///
/// The last of these can't be set back by a program, so that a file whose time was put back shows.
/// Links to it change it too, so that files of the output have a ``FileStamp`` instead.
public struct InputStamp: Hashable, Sendable {
  /// The file's number in its file system.
  public var number: UInt64
  /// The length in bytes.
  public var size: Int64
  /// When its bytes were last written to, in nanoseconds.
  public var modified: Int64
  /// When its entry last changed, in nanoseconds.
  public var changed: Int64

  /// The steps of time that file systems tell apart, in nanoseconds, with room to spare: of those
  /// that count finely, and of those that count seconds.
  private static let (fineStep, coarseStep): (Int64, Int64) = (20_000_000, 2_000_000_000)

  /// Makes a stamp from its parts.
  public init(number: UInt64, size: Int64, modified: Int64, changed: Int64) {
    self.number = number
    self.size = size
    self.modified = modified
    self.changed = changed
  }

  /// The stamp of a file, through a link too; `nil` if there is none.
  public init?(of path: String) {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return nil }
    self.init(
      number: UInt64(status.st_ino), size: Int64(status.st_size),
      modified: status.st_mtim.nanoseconds, changed: status.st_ctim.nanoseconds)
  }

  /// Whether the file had its last change before a time of the file system, by more than the step in
  /// which that counts: a change after that time then shows.
  public func isSettled(before time: Int64) -> Bool {
    Self.isSettled(modified, before: time) && Self.isSettled(changed, before: time)
  }

  private static func isSettled(_ change: Int64, before time: Int64) -> Bool {
    change < time - (change % 1_000_000_000 == 0 ? coarseStep : fineStep)
  }
}

extension timespec {
  /// The time in nanoseconds.
  var nanoseconds: Int64 { Int64(tv_sec) * 1_000_000_000 + Int64(tv_nsec) }
}
