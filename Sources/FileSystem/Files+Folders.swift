import CPlatform
import Glibc

extension Files {
  /// Whether a folder holds anything but folders, however deep.
  ///
  /// It stops at the first such thing, so that even the folder of the whole system is soon answered.
  ///
  /// - Parameter folder: The folder; links in it are not followed.
  /// - Returns: Whether there is something; `false` too if the folder can't be read.
  public static func holdsFiles(in folder: String) -> Bool {
    guard let stream = unsafe opendir(folder) else { return false }
    defer { unsafe closedir(stream) }
    var folders: [String] = []
    while let entry = unsafe readdir(stream) {
      guard let bytes = unsafe platform_entry_name(entry) else { continue }
      let name = unsafe String(cString: bytes)
      if name == "." || name == ".." { continue }
      let path = "\(folder)/\(name)"
      var kind = unsafe Int32(entry.pointee.d_type)
      if kind == Int32(DT_UNKNOWN) {
        var status = stat()
        if unsafe lstat(path, &status) == 0 { kind = Int32(status.st_mode & S_IFMT) >> 12 }
      }
      guard kind == Int32(DT_DIR) else { return true }
      folders.append(path)
    }
    return folders.contains(where: holdsFiles)
  }
}
