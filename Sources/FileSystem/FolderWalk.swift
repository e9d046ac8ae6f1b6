import CPlatform
import Glibc

/// The state of one listing.
struct FolderWalk {
  let root: String
  let maximumDepth: Int
  let includesHidden: Bool
  var files: [RelativePath] = []
  var omissions: [FolderListing.Omission] = []

  /// Lists one open folder, which it closes; false if it cannot be read.
  mutating func enter(_ descriptor: Int32, prefix: String, depth: Int) -> Bool {
    guard let stream = unsafe fdopendir(descriptor) else {
      if descriptor >= 0 { close(descriptor) }
      return false
    }
    defer { unsafe closedir(stream) }
    while let entry = unsafe readdir(stream) {
      let bytes = unsafe platform_entry_name(entry)
      guard let bytes = unsafe bytes else { continue }
      let name = unsafe String(validatingCString: bytes)
      let shown = unsafe prefix + (name ?? String(cString: bytes))
      if shown.hasSuffix("/.") || shown.hasSuffix("/..") || shown == "." || shown == ".." {
        continue
      }
      if !includesHidden, unsafe bytes[0] == CChar(46) { continue }
      guard name != nil, let path = RelativePath(shown) else {
        omit(shown, .name)
        continue
      }
      unsafe add(path, kind: Int32(entry.pointee.d_type), in: descriptor, name: bytes, depth: depth)
    }
    return true
  }

  private mutating func add(
    _ path: RelativePath, kind: Int32, in folder: Int32, name: UnsafePointer<CChar>, depth: Int
  ) {
    var kind = kind
    if kind == Int32(DT_UNKNOWN) {
      var status = stat()
      if unsafe fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 {
        kind = Int32(status.st_mode & S_IFMT) >> 12
      }
    }
    switch kind {
    case Int32(DT_REG): files.append(path)
    case Int32(DT_LNK):
      if leadsToFileInside(path) { files.append(path) } else { omit(path.description, .link) }
    case Int32(DT_DIR):
      if depth >= maximumDepth {
        omit(path.description, .tooDeep)
        return
      }
      let next = unsafe openat(folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      if next < 0 || !enter(next, prefix: "\(path)/", depth: depth + 1) {
        omit(path.description, .unreadable)
      }
    default: omit(path.description, .special)
    }
  }

  /// Whether a link ends at a regular file below the root.
  private func leadsToFileInside(_ path: RelativePath) -> Bool {
    guard let end = try? Files.canonicalPath(path.path(in: root)),
      end.hasPrefix(root == "/" ? "/" : "\(root)/")
    else { return false }
    return SystemCalls.status(end)?.isRegularFile == true
  }

  private mutating func omit(_ path: String, _ reason: FolderListing.Reason) {
    omissions.append(FolderListing.Omission(path: path, reason: reason))
  }
}
