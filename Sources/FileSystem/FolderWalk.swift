import CPlatform
import Glibc

/// The state of one listing.
struct FolderWalk {
  let root: String
  let maximumDepth: Int
  let includesHidden: Bool
  /// How names that begin with a dot end that are said to be left out; `nil` for none.
  let hiddenEnding: String?
  /// The files so far, in byte order of their paths.
  var files: [RelativePath] = []
  var omissions: [FolderListing.Omission] = []

  private static let outputMarker = StagedTree.markerName.description

  /// Something in a folder.
  private struct Entry {
    var path: RelativePath
    var kind: Int32

    /// Whether all that it holds comes before all that the other holds, in byte order of the paths.
    func isBefore(_ other: Entry) -> Bool {
      // Only what lies in a folder goes on behind its name.
      let (isFolder, isOtherFolder) = (kind == Int32(DT_DIR), other.kind == Int32(DT_DIR))
      guard isFolder || isOtherFolder else { return path < other.path }
      return (isFolder ? "\(path)/" : "\(path)").utf8.lexicographicallyPrecedes(
        (isOtherFolder ? "\(other.path)/" : "\(other.path)").utf8)
    }
  }

  /// Lists one open folder, which it closes; false if it cannot be read.
  mutating func enter(_ descriptor: Int32, prefix: String, depth: Int) -> Bool {
    guard let stream = unsafe fdopendir(descriptor) else {
      if descriptor >= 0 { close(descriptor) }
      return false
    }
    defer { unsafe closedir(stream) }
    var entries: [Entry] = []
    var isOutput = false
    while let entry = unsafe readdir(stream) {
      let bytes = unsafe platform_entry_name(entry)
      guard let bytes = unsafe bytes, unsafe strcmp(bytes, ".") != 0,
        unsafe strcmp(bytes, "..") != 0
      else { continue }
      if !includesHidden, unsafe bytes[0] == CChar(46) {
        // What an earlier command wrote below a folder isn't part of what lies in it.
        isOutput = unsafe isOutput || (depth > 1 && strcmp(bytes, Self.outputMarker) == 0)
        // Other systems keep what they note about a file beside it, as `._page.md`.
        if let hiddenEnding, unsafe bytes[1] != CChar(95) {
          let name = unsafe String(cString: bytes)
          if name.hasSuffix(hiddenEnding) { omit(prefix + name, .hidden) }
        }
        continue
      }
      guard let name = unsafe String(validatingCString: bytes),
        let path = RelativePath(prefix + name)
      else {
        unsafe omit(prefix + String(cString: bytes), .name)
        continue
      }
      var kind = unsafe Int32(entry.pointee.d_type)
      if kind == Int32(DT_UNKNOWN) {
        var status = stat()
        if unsafe fstatat(descriptor, bytes, &status, AT_SYMLINK_NOFOLLOW) == 0 {
          kind = Int32(status.st_mode & S_IFMT) >> 12
        }
      }
      entries.append(Entry(path: path, kind: kind))
    }
    if isOutput { return true }
    entries.sort { $0.isBefore($1) }
    for entry in entries { add(entry, in: descriptor, depth: depth) }
    return true
  }

  private mutating func add(_ entry: Entry, in folder: Int32, depth: Int) {
    let path = entry.path
    switch entry.kind {
    case Int32(DT_REG): files.append(path)
    case Int32(DT_LNK):
      if Files.isRegularFile(path, below: root) {
        files.append(path)
      } else {
        omit(path.description, .link)
      }
    case Int32(DT_DIR):
      if depth >= maximumDepth {
        omit(path.description, .tooDeep)
        return
      }
      let next = unsafe openat(
        folder, path.name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      if next < 0 || !enter(next, prefix: "\(path)/", depth: depth + 1) {
        omit(path.description, .unreadable)
      }
    default: omit(path.description, .special)
    }
  }

  private mutating func omit(_ path: String, _ reason: FolderListing.Reason) {
    omissions.append(FolderListing.Omission(path: path, reason: reason))
  }
}
