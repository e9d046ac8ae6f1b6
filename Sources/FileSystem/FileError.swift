import CPlatform
import Glibc
public import Model

/// A refusal by the operating system: what was tried, on which path, and why it failed.
public struct FileError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What was tried, as it reads after "cannot": `read`, `write`, `make folder`.
  public var operation: String
  /// The path as the caller gave it.
  public var path: String
  /// The error number of the system, such as `ENOENT`, or ``noFile``.
  public var code: Int32

  /// Makes an error from its parts; without `code` it takes the calling thread's last one.
  public init(_ operation: String, _ path: String, code: Int32? = nil) {
    self.operation = operation
    self.path = path
    self.code = code ?? errno
  }

  /// The code for a pipe, socket or device where a file is needed; the system has none.
  public static let noFile: Int32 = -1

  /// The reason in English, whatever the locale is, such as `No space left on device`.
  public var reason: String {
    code == Self.noFile ? "Not a file" : unsafe String(cString: platform_error_text(code))
  }

  /// `cannot read 'a.md': No such file or directory`.
  public var description: String { "cannot \(operation) '\(path)': \(reason)" }

  /// Whether the path doesn't exist.
  public var isMissing: Bool { code == ENOENT || code == ENOTDIR }

  /// The error as a problem with its place.
  public var diagnostic: Diagnostic {
    Diagnostic(.error, "file.\(codeWord)", at: SourceLocation(path: path), description)
  }

  private var codeWord: String {
    switch code {
    case ENOENT, ENOTDIR: "missing"
    case EACCES, EPERM, EROFS: "refused"
    case ENOSPC, EDQUOT, EFBIG: "space"
    default: "failed"
    }
  }
}
