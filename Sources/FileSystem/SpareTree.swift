import Concurrency
import Glibc

/// The tree that an earlier run replaced, kept so that the next one has to change only what differs
/// instead of giving every file a second name again.
///
/// Nothing in it is believed: a file counts as that of the tree only if it is the same file under
/// another name. Whatever else lies there is replaced. A run that is killed leaves it as it may be,
/// and the tree itself untouched.
struct SpareTree: ~Copyable {
  let path: String
  /// Held while the tree is brought up to date, so that two runs don't do so at once.
  private let lock: OpenFile

  /// Takes the spare tree at a path; `nil` if there is none that can take the place of `folder`, or
  /// another run has it.
  init?(at path: String, for folder: String) {
    guard let replaced = SystemCalls.status(folder, followingLinks: false), replaced.isFolder,
      let lock = Self.lock(path),
      // Another run may have put it into use between the two calls.
      let locked = try? lock.status(),
      let named = SystemCalls.status(path, followingLinks: false),
      locked.isSameFile(as: named), named.st_dev == replaced.st_dev
    else { return nil }
    self.path = path
    self.lock = lock
  }

  /// The place of a spare tree without links in it; `nil` where none may be: in the tree that it is
  /// for, or around it.
  static func place(_ path: String, for folder: String) -> String? {
    let (parent, name) = StagingFolder.split(path)
    guard !name.isEmpty, let parent = try? Files.canonicalPath(parent) else { return nil }
    let place = parent == "/" ? "/\(name)" : "\(parent)/\(name)"
    let isApart =
      place != folder && !place.hasPrefix("\(folder)/") && !folder.hasPrefix("\(place)/")
    return isApart ? place : nil
  }

  /// Moves a tree that was replaced to the place of the spare one; false if that isn't possible.
  static func keep(_ tree: String, at place: String) -> Bool {
    if Files.exists(place) {
      guard let former = lock(place) else { return false }
      Files.removeTree(former.path)
    }
    return SystemCalls.move(tree, to: place)
  }

  /// Locks a tree; `nil` if another run has it, or if this tool didn't write it.
  private static func lock(_ place: String) -> OpenFile? {
    let marker = StagedTree.markerName.path(in: place)
    guard SystemCalls.status(marker, followingLinks: false)?.isRegularFile == true,
      let folder = try? OpenFile(
        place, flags: O_RDONLY | O_DIRECTORY | O_NOFOLLOW, operation: "lock"),
      flock(folder.descriptor, LOCK_EX | LOCK_NB) == 0
    else { return nil }
    return folder
  }

  /// Gives it the files of another tree, and no others.
  ///
  /// - Parameters:
  ///   - kept: The files, by their folders.
  ///   - others: Files that will be moved to it, by their folders.
  ///   - tree: Where the files lie.
  ///   - width: How many folders are in work at once.
  /// - Throws: If a file can't be linked; what lies here is then unfinished.
  func match(
    _ kept: [RelativePath?: [RelativePath]], and others: [RelativePath?: [RelativePath]],
    of tree: String, width: Int
  ) throws(FileError) {
    var folders: Set<RelativePath> = []
    for case var folder? in Set(kept.keys).union(others.keys) {
      while folders.insert(folder).inserted, let above = folder.folder { folder = above }
    }
    let inner = Dictionary(grouping: folders, by: \.folder)
    for folder in folders.sorted() { try makeFolder(folder) }
    let path = path
    try ([nil] + folders.map(Optional.some)).concurrentForEach(width: width) {
      folder throws(FileError) in
      let files = kept[folder] ?? []
      let names = Set((files + (others[folder] ?? []) + (inner[folder] ?? [])).map(\.name))
      let place = folder?.path(in: path) ?? path
      for name in Files.names(in: place) where !names.contains(name) {
        Files.removeTree("\(place)/\(name)")
      }
      guard !files.isEmpty else { return }
      try FolderLinks(from: tree, to: path, in: folder).match(files)
    }
  }

  /// Moves files of a staging folder to their places.
  ///
  /// - Throws: If one can't be moved.
  func take(
    _ files: [RelativePath], from staging: borrowing StagingFolder
  ) throws(FileError) {
    for file in files {
      let (source, place) = (staging.place(of: file), file.path(in: path))
      if SystemCalls.move(source, to: place) { continue }
      // A folder lies where the file belongs.
      Files.removeTree(place)
      guard SystemCalls.move(source, to: place) else { throw FileError("write", place) }
    }
  }

  private func makeFolder(_ folder: RelativePath) throws(FileError) {
    let place = folder.path(in: path)
    if SystemCalls.makeFolder(place) { return }
    if SystemCalls.status(place, followingLinks: false)?.isFolder == true { return }
    SystemCalls.removeFile(place)
    guard SystemCalls.makeFolder(place) else { throw FileError("make folder", place) }
  }
}

extension stat {
  /// Whether both describe one file.
  func isSameFile(as other: stat) -> Bool { st_ino == other.st_ino && st_dev == other.st_dev }
}
