import Glibc
public import Model

/// Why a tree could not be written.
///
/// The former tree is then as it was.
public enum StagedTreeError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The operating system refused something: the disk is full, a folder is read-only.
  case file(FileError)
  /// Two sources want the same path, or one wants a file where the other needs a folder.
  case twoSources(path: String, first: String, second: String)
  /// The folder holds files and wasn't written by this tool, so it isn't replaced.
  case foreignFolder(String)
  /// What is to be the folder is a file.
  case notAFolder(String)
  /// The tree was used after it had been committed or abandoned.
  case closed(String)

  /// One English sentence without a full stop.
  public var description: String {
    switch self {
    case .file(let error): error.description
    case .twoSources(let path, let first, let second):
      "'\(path)' would be written from '\(first)' and from '\(second)'"
    case .foreignFolder(let folder):
      "'\(folder)' holds files that vouch didn't write, so it won't be replaced; "
        + "give an empty or a new folder"
    case .notAFolder(let path): "'\(path)' is a file; name a folder for what is written"
    case .closed(let folder): "the output tree '\(folder)' is already finished"
    }
  }

  /// The error as a problem with its place.
  public var diagnostic: Diagnostic {
    switch self {
    case .file(let error): error.diagnostic
    case .twoSources(let path, _, _): problem("output.two-sources", path)
    case .foreignFolder(let folder): problem("output.foreign-folder", folder)
    case .notAFolder(let path): problem("output.not-a-folder", path)
    case .closed(let folder): problem("output.closed", folder)
    }
  }

  private func problem(_ code: String, _ path: String) -> Diagnostic {
    Diagnostic(.error, code, at: SourceLocation(path: path), description)
  }
}

/// Runs `body`, wrapping a refusal by the system.
func wrappingFileErrors<Result: ~Copyable>(
  _ body: () throws(FileError) -> Result
) throws(StagedTreeError) -> Result {
  do throws(FileError) { return try body() } catch { throw .file(error) }
}
