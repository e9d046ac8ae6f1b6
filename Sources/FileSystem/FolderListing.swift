import CPlatform
import Glibc

/// The files below a folder, in byte order of their paths.
public struct FolderListing: Hashable, Sendable {
  /// The regular files.
  public var files: [RelativePath] = []
  /// What was left out, in byte order.
  public var omissions: [Omission] = []

  /// Something in the folder that isn't listed.
  public struct Omission: Hashable, Sendable {
    /// Where it is, below the folder; bytes that aren't UTF-8 are replaced.
    public var path: String
    /// Why it was left out.
    public var reason: Reason
  }

  /// Why something was left out.
  public enum Reason: String, Hashable, Sendable {
    /// A symbolic link that leads out of the folder, to nowhere or to a folder.
    case link = "symbolic link"
    /// A folder deeper than the limit.
    case tooDeep = "too deep"
    /// A folder that couldn't be opened.
    case unreadable
    /// A name that isn't UTF-8, or a path longer than the system accepts.
    case name = "unusable name"
    /// A pipe, socket or device.
    case special = "not a file"
    /// A file whose name begins with a dot, where such names were asked for.
    case hidden = "the name begins with a dot"
  }

  /// Makes an empty listing.
  public init() {}

  /// Lists a folder.
  ///
  /// Folders behind symbolic links are not entered, so that no listing leaves the folder or runs in
  /// a circle; links to files are listed only if the file is below the folder.
  ///
  /// - Parameters:
  ///   - folder: The folder, itself possibly behind a link.
  ///   - maximumDepth: How many folders deep a file may lie: 1 is the folder alone.
  ///   - includesHidden: Whether names that begin with a dot count.
  ///   - hiddenEnding: How such names end that are said to be left out, as `.md`; `nil` for none.
  /// - Throws: What the system says of `folder` itself; what happens below is an omission.
  public init(
    of folder: String, maximumDepth: Int = 64, includesHidden: Bool = false,
    hiddenEnding: String? = nil
  ) throws(FileError) {
    let root = try OpenFile(
      folder, flags: O_RDONLY | O_DIRECTORY, operation: "list", described: folder)
    var walk = FolderWalk(
      root: try Files.canonicalPath(folder), maximumDepth: maximumDepth,
      includesHidden: includesHidden, hiddenEnding: hiddenEnding)
    guard walk.enter(dup(root.descriptor), prefix: "", depth: 1) else {
      throw FileError("list", folder)
    }
    files = walk.files
    omissions = walk.omissions.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }
}

extension Files {
  /// The absolute path without links, `.` and `..`; the file must exist.
  ///
  /// - Parameter path: Any path.
  /// - Returns: The path that the system finally opens.
  /// - Throws: What the system says.
  public static func canonicalPath(_ path: String) throws(FileError) -> String {
    guard let resolved = unsafe realpath(path, nil) else { throw FileError("find", path) }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }

  /// Whether a regular file is below a folder, and no symbolic link on the way leads out of it.
  ///
  /// - Parameters:
  ///   - path: The file, relative to `folder`.
  ///   - folder: The folder, itself possibly behind a link.
  /// - Returns: `false` where nothing is there, too.
  public static func isRegularFile(_ path: RelativePath, below folder: String) -> Bool {
    let file = path.path(in: folder)
    guard isRegularFile(file), let file = try? canonicalPath(file),
      let folder = try? canonicalPath(folder)
    else { return false }
    return file.hasPrefix(folder == "/" ? folder : "\(folder)/")
  }
}
