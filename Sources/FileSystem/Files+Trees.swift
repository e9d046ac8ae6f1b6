import CPlatform
import Glibc

extension Files {
  /// The names in a folder, without `.` and `..`; none if it can't be read.
  static func names(in folder: String) -> [String] {
    guard let stream = unsafe opendir(folder) else { return [] }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      guard let bytes = unsafe platform_entry_name(entry) else { continue }
      if let name = unsafe String(validatingCString: bytes), name != ".", name != ".." {
        names.append(name)
      }
    }
    return names
  }

  /// Removes a file or a folder with everything in it, never following links.
  ///
  /// What can't be removed stays.
  ///
  /// - Parameter path: What to remove; it need not exist.
  public static func removeTree(_ path: String) {
    if SystemCalls.removeFile(path) || errno == ENOENT { return }
    removeContents(SystemCalls.openFolder(path))
    SystemCalls.removeFolder(path)
  }

  /// Empties an open folder and closes it.
  private static func removeContents(_ descriptor: Int32) {
    guard descriptor >= 0, let stream = unsafe fdopendir(descriptor) else { return }
    defer { unsafe closedir(stream) }
    while let entry = unsafe readdir(stream) {
      guard let name = unsafe platform_entry_name(entry) else { continue }
      if unsafe strcmp(name, ".") == 0 || strcmp(name, "..") == 0 { continue }
      if unsafe Int32(entry.pointee.d_type) != Int32(DT_DIR),
        unsafe unlinkat(descriptor, name, 0) == 0
      {
        continue
      }
      unsafe removeContents(
        openat(descriptor, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC))
      unsafe unlinkat(descriptor, name, AT_REMOVEDIR)
    }
  }

  /// Gives a file a second name, or copies it where the file system has no hard links.
  static func link(_ path: String, to other: String) throws(FileError) {
    if SystemCalls.link(path, to: other) { return }
    guard [EPERM, EMLINK, EOPNOTSUPP, ENOSYS].contains(errno) else {
      throw FileError("link", path)
    }
    let bytes = try OpenFile.regular(path, flags: O_NOFOLLOW)
      .readAll(limit: defaultLimit)
    try OpenFile(other, flags: O_WRONLY | O_CREAT | O_EXCL, operation: "write").writeAll(bytes)
  }
}
