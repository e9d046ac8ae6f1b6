import CPlatform
import Concurrency
import Glibc

/// The last step of a staged tree: putting it in the place of the former one.
struct TreeReplacement: ~Copyable {
  let folder: String
  var staging: StagingFolder
  /// Files that lie in the staging folder.
  let changed: [RelativePath]
  /// Files of the former tree that stay.
  let kept: [RelativePath]
  /// Files of the former tree that go.
  let stale: [RelativePath]
  /// Links and other oddities in the former tree, which go too.
  let staleLinks: [String]
  /// How many files are linked or removed at once.
  let width: Int
  /// Where the former tree is kept for the next run; `nil` if it is removed.
  let spare: String?

  /// Replaces the tree; on failure removes the staging folder.
  mutating func perform() throws(FileError) {
    do throws(FileError) {
      if staging.isInside { try moveFiles() } else { try exchange() }
    } catch {
      staging.remove()
      throw error
    }
  }

  /// Completes the staged tree with links and puts it in place.
  private mutating func exchange() throws(FileError) {
    if try exchangeSpare() { return }
    try staging.arrange()
    let (old, new) = (folder, staging.path)
    // Threads in the same folder would wait for each other.
    let byFolder = Dictionary(grouping: kept, by: \.folder)
    for paths in byFolder.values { try staging.makeFolders(for: paths[0]) }
    try Array(byFolder).concurrentForEach(width: width) { entry throws(FileError) in
      try FolderLinks(from: old, to: new, in: entry.key).link(entry.value)
    }
    if !Files.isFolder(folder) {
      guard SystemCalls.move(staging.path, to: folder) else { throw FileError("write", folder) }
      return
    }
    try exchange(with: new)
    // What lies there now is the former tree.
    if let spare, SpareTree.keep(new, at: spare) { return }
    let former = Array(Dictionary(grouping: kept + stale, by: \.folder))
    former.concurrentForEach(width: width) { entry in
      FolderLinks.remove(entry.value, from: new, in: entry.key)
    }
    staging.remove()
  }

  /// Brings the tree that the last run kept up to date and puts it in place; false if there is none
  /// that can be used.
  private mutating func exchangeSpare() throws(FileError) -> Bool {
    guard let spare, let tree = SpareTree(at: spare, for: folder) else { return false }
    let others = Dictionary(grouping: changed, by: \.folder)
    do throws(FileError) {
      try tree.match(
        Dictionary(grouping: kept, by: \.folder), and: others, of: folder, width: width)
    } catch {
      // Nothing of the staged tree is in it yet.
      return false
    }
    try tree.take(changed, from: staging)
    try exchange(with: spare)
    staging.remove()
    return true
  }

  /// Puts a complete tree in the place of the former one, which then lies where that was.
  private func exchange(with new: String) throws(FileError) {
    SystemCalls.copyMode(from: folder, to: new)
    let refusal = SystemCalls.exchange(new, with: folder)
    if refusal == 0 { return }
    // For file systems without an exchange: for a moment there is no tree.
    guard [EINVAL, ENOSYS, EOPNOTSUPP].contains(refusal) else {
      throw FileError("write", folder, code: refusal)
    }
    let aside = staging.path + StagingFolder.asideSuffix
    guard SystemCalls.move(folder, to: aside) else { throw FileError("write", folder) }
    guard SystemCalls.move(new, to: folder) else {
      let error = FileError("write", folder)
      _ = SystemCalls.move(aside, to: folder)
      throw error
    }
    if !SystemCalls.move(aside, to: new) { Files.removeTree(aside) }
  }

  /// Moves each changed file to its place and removes the stale ones last.
  private mutating func moveFiles() throws(FileError) {
    for link in staleLinks { SystemCalls.removeFile("\(folder)/\(link)") }
    for path in changed {
      try clearWay(for: path)
      let place = path.path(in: folder)
      if let above = path.folder { try Files.makeFolder(above.path(in: folder)) }
      if SystemCalls.move(staging.place(of: path), to: place) { continue }
      // A folder of the former tree, emptied of its stale files, is where a file belongs.
      Files.removeTree(place)
      guard SystemCalls.move(staging.place(of: path), to: place) else {
        throw FileError("write", place)
      }
    }
    let written = Set(changed)
    for path in stale where !written.contains(path) {
      SystemCalls.removeFile(path.path(in: folder))
      var above = path.folder
      while let current = above, SystemCalls.removeFolder(current.path(in: folder)) {
        above = current.folder
      }
    }
    staging.remove()
  }

  /// Removes a stale file that stands where a changed one needs a folder.
  private func clearWay(for path: RelativePath) throws(FileError) {
    var above = path.folder
    while let current = above {
      let place = current.path(in: folder)
      if let status = SystemCalls.status(place, followingLinks: false), !status.isFolder {
        SystemCalls.removeFile(place)
      }
      above = current.folder
    }
  }
}
