import Glibc

/// Gives files of one folder second names in another, without finding the folders anew for each.
struct FolderLinks: ~Copyable {
  private let source: OpenFile
  private let target: OpenFile
  private let sourcePath: String
  private let targetPath: String

  /// Opens the same folder of two trees; `nil` is their top.
  init(from old: String, to new: String, in folder: RelativePath?) throws(FileError) {
    sourcePath = folder?.path(in: old) ?? old
    targetPath = folder?.path(in: new) ?? new
    let source = try OpenFile(sourcePath, flags: O_RDONLY | O_DIRECTORY, operation: "link")
    let target = try OpenFile(targetPath, flags: O_RDONLY | O_DIRECTORY, operation: "link")
    self.source = source
    self.target = target
  }

  /// Gives the files second names, or copies them where the file system has no hard links.
  func link(_ paths: [RelativePath]) throws(FileError) {
    for path in paths {
      let name = path.name
      if unsafe linkat(source.descriptor, name, target.descriptor, name, 0) == 0 { continue }
      try Files.link("\(sourcePath)/\(name)", to: "\(targetPath)/\(name)")
    }
  }

  /// Gives the files second names unless they have them already, and takes those names from others.
  func match(_ paths: [RelativePath]) throws(FileError) {
    for path in paths {
      let name = path.name
      var (file, present) = (stat(), stat())
      if unsafe fstatat(target.descriptor, name, &present, AT_SYMLINK_NOFOLLOW) == 0 {
        if unsafe fstatat(source.descriptor, name, &file, AT_SYMLINK_NOFOLLOW) == 0,
          file.isSameFile(as: present)
        {
          continue
        }
        Files.removeTree("\(targetPath)/\(name)")
      }
      try link([path])
    }
  }

  /// Removes files of one folder of a tree; what can't be removed stays.
  static func remove(_ paths: [RelativePath], from tree: String, in folder: RelativePath?) {
    let descriptor = SystemCalls.openFolder(folder?.path(in: tree) ?? tree)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    for path in paths { unsafe unlinkat(descriptor, path.name, 0) }
  }
}
