import CPlatform
import Glibc

/// System calls on paths, with the outcome as a Boolean; the reason of a refusal is in `errno`.
enum SystemCalls {
  /// Moves a file or folder, replacing a file.
  static func move(_ path: String, to other: String) -> Bool { unsafe rename(path, other) == 0 }

  /// Removes a name that isn't a folder.
  @discardableResult
  static func removeFile(_ path: String) -> Bool { unsafe unlink(path) == 0 }

  /// Makes one folder.
  static func makeFolder(_ path: String) -> Bool { unsafe mkdir(path, 0o755) == 0 }

  /// Makes a folder for the user alone, its name a prefix with random letters; `nil` on refusal.
  static func makePrivateFolder(_ prefix: String) -> String? {
    // The call writes the random letters in the place of six of these, into memory of its own.
    guard let path = unsafe strdup("\(prefix)-" + String(repeating: "X", count: 6)) else {
      return nil
    }
    defer { unsafe free(path) }
    return unsafe mkdtemp(path) == nil ? nil : unsafe String(cString: path)
  }

  /// Removes one empty folder.
  @discardableResult
  static func removeFolder(_ path: String) -> Bool { unsafe rmdir(path) == 0 }

  /// Opens a folder, not through a link; negative on refusal.
  static func openFolder(_ path: String) -> Int32 {
    unsafe open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
  }

  /// Gives a file a second name.
  static func link(_ path: String, to other: String) -> Bool {
    unsafe Glibc.link(path, other) == 0
  }

  /// The state of what is at a path, following links or not; `nil` on refusal.
  static func status(_ path: String, followingLinks: Bool = true) -> stat? {
    var status = stat()
    let result = unsafe followingLinks ? stat(path, &status) : lstat(path, &status)
    return result == 0 ? status : nil
  }

  /// Gives a folder the permissions of another, as far as allowed.
  static func copyMode(from path: String, to other: String) {
    if let status = status(path) { _ = unsafe chmod(other, status.st_mode & 0o7777) }
  }

  /// Puts each of two paths in the place of the other; 0 or the error number.
  static func exchange(_ path: String, with other: String) -> Int32 {
    unsafe platform_exchange(path, other)
  }
}

extension stat {
  var isFolder: Bool { st_mode & S_IFMT == S_IFDIR }
  var isRegularFile: Bool { st_mode & S_IFMT == S_IFREG }
}
