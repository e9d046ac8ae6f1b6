import Glibc

/// Reading and writing of single files, with system calls and without Foundation.
public enum Files {
  /// The longest file that ``read(_:limit:)`` accepts where nothing else is said: 1 GiB.
  public static let defaultLimit = 1 << 30

  /// Reads a whole file, and nothing but a file: a pipe that somebody put into a folder would never
  /// end.
  ///
  /// - Parameters:
  ///   - path: The file; symbolic links are followed.
  ///   - limit: The largest length accepted, in bytes.
  /// - Returns: Its bytes.
  /// - Throws: `EFBIG` if it is longer than `limit`, `EISDIR` for a folder, ``FileError/noFile`` for a
  ///   pipe, socket or device, or what the system says.
  public static func read(_ path: String, limit: Int = defaultLimit) throws(FileError) -> [UInt8] {
    try OpenFile.regular(path).readAll(limit: limit)
  }

  /// Reads a whole file, or a pipe or device to its end, such as standard input: what the user names.
  ///
  /// - Parameters:
  ///   - path: The file; symbolic links are followed.
  ///   - limit: The largest length accepted, in bytes.
  /// - Returns: Its bytes.
  /// - Throws: `EFBIG` if it is longer than `limit`, `EISDIR` for a folder, or what the system says.
  public static func readNamed(
    _ path: String, limit: Int = defaultLimit
  ) throws(FileError) -> [UInt8] {
    try OpenFile(path, flags: O_RDONLY, operation: "read").readAll(limit: limit)
  }

  /// Reads a file below a folder.
  ///
  /// - Parameters:
  ///   - path: The file, relative to `folder`.
  ///   - folder: The folder.
  ///   - limit: The largest length accepted, in bytes.
  /// - Returns: Its bytes.
  /// - Throws: As ``read(_:limit:)`` does.
  public static func read(
    _ path: RelativePath, in folder: String, limit: Int = defaultLimit
  ) throws(FileError) -> [UInt8] {
    try read(path.path(in: folder), limit: limit)
  }

  /// Writes a file beside its place and moves it there, so that a reader sees the old file or the
  /// new one, never a part.
  ///
  /// The folder must exist.
  ///
  /// - Parameters:
  ///   - bytes: What the file will hold.
  ///   - path: The file, which may exist.
  /// - Throws: What the system says; the old file is then as it was.
  public static func write(_ bytes: [UInt8], to path: String) throws(FileError) {
    let part = "\(path).\(getpid()).part"
    do throws(FileError) {
      try OpenFile(
        part, flags: O_WRONLY | O_CREAT | O_TRUNC, operation: "write", described: path
      ).writeAll(bytes)
      guard SystemCalls.move(part, to: path) else { throw FileError("write", path) }
    } catch {
      SystemCalls.removeFile(part)
      throw error
    }
  }

  /// Makes a folder and the folders above it; existing ones stay as they are.
  ///
  /// - Parameter path: The folder.
  /// - Throws: What the system says, `EEXIST` where a file is in the way.
  public static func makeFolder(_ path: String) throws(FileError) {
    if SystemCalls.makeFolder(path) || isFolder(path) { return }
    guard errno == ENOENT, let slash = path.lastIndex(of: "/"), slash > path.startIndex else {
      throw FileError("make folder", path)
    }
    try makeFolder(String(path[..<slash]))
    guard SystemCalls.makeFolder(path) || isFolder(path) else {
      throw FileError("make folder", path)
    }
  }

  /// Makes a folder that nobody else may look into, under a name that nobody can know before.
  ///
  /// - Parameter prefix: The path that its own begins with; the folder above must exist.
  /// - Returns: Its path.
  /// - Throws: What the system says.
  public static func makePrivateFolder(_ prefix: String) throws(FileError) -> String {
    guard let path = SystemCalls.makePrivateFolder(prefix) else {
      throw FileError("make folder", prefix)
    }
    return path
  }

  /// Whether `path` is a folder, or a symbolic link to one.
  ///
  /// Leaves the last error of the system as it was.
  public static func isFolder(_ path: String) -> Bool {
    let before = errno
    defer { errno = before }
    return SystemCalls.status(path)?.isFolder == true
  }

  /// Whether `path` is a regular file, or a symbolic link to one.
  public static func isRegularFile(_ path: String) -> Bool {
    SystemCalls.status(path)?.isRegularFile == true
  }

  /// Whether the name is taken, be it by a symbolic link to nowhere.
  public static func isInUse(_ path: String) -> Bool {
    SystemCalls.status(path, followingLinks: false) != nil
  }

  /// Whether anything is at `path`; a symbolic link to nowhere isn't.
  public static func exists(_ path: String) -> Bool { SystemCalls.status(path) != nil }
}
