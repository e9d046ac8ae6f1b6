import Glibc

/// The folder in which a tree is prepared: beside the tree, or inside it where that can't be.
///
/// A lock tells a folder in use from one that a killed run left.
struct StagingFolder: ~Copyable {
  /// The name of a staging folder inside the tree.
  static let innerName = ".vouch-staging"

  let path: String
  /// The tree, by which errors call the files.
  private let tree: String
  /// Whether it lies inside the tree, so that files are moved one by one.
  let isInside: Bool
  private let lock: Int32
  private var folders: Set<RelativePath> = []
  /// Files that lie at the top, under numbers.
  private var numbered: [RelativePath: String] = [:]
  private let numberedLimit: Int

  /// Makes a staging folder for the tree `folder`, inside it if that is asked for or needed.
  ///
  /// The first `numberedLimit` files lie at the top instead of in folders like those of the tree.
  /// Where a few files are moved on one by one, that spares making folders and removing them, for
  /// which some systems wait milliseconds each; many in one folder would be in each other's way.
  init(for folder: String, inside: Bool, numberedLimit: Int) throws(FileError) {
    self.numberedLimit = numberedLimit
    let (parent, name) = Self.split(folder)
    try Files.makeFolder(parent)
    let beside = "\(parent)/\(Self.prefix(of: name))\(getpid())-\(Self.nextNumber())"
    if !inside, !Self.isMountPoint(folder, below: parent), SystemCalls.makeFolder(beside) {
      (path, isInside) = (beside, false)
    } else {
      // Where there is no folder to stage in, the refusal beside it is the reason.
      let within = "\(folder)/\(Self.innerName)"
      guard Files.isFolder(folder), SystemCalls.makeFolder(within) else {
        throw FileError("write", folder)
      }
      (path, isInside) = (within, true)
    }
    tree = folder
    lock = SystemCalls.openFolder(path)
    flock(lock, LOCK_EX | LOCK_NB)
  }

  deinit { if lock >= 0 { close(lock) } }

  /// Takes a place for a file, with the folders it needs.
  mutating func take(_ file: RelativePath) throws(FileError) -> String {
    guard numbered.count < numberedLimit else {
      try makeFolders(for: file)
      return file.path(in: path)
    }
    let place = "\(path)/.vouch-staged-\(numbered.count)"
    numbered[file] = place
    return place
  }

  /// Where a file lies.
  func place(of file: RelativePath) -> String { numbered[file] ?? file.path(in: path) }

  /// Moves numbered files to folders like those of the tree.
  mutating func arrange() throws(FileError) {
    for (file, place) in numbered {
      try makeFolders(for: file)
      guard SystemCalls.move(place, to: file.path(in: path)) else {
        throw FileError("write", file.path(in: tree))
      }
    }
    numbered = [:]
  }

  /// Makes the folders above a file, each once.
  mutating func makeFolders(for file: RelativePath) throws(FileError) {
    var missing: [RelativePath] = []
    var folder = file.folder
    while let current = folder, !folders.contains(current) {
      missing.append(current)
      folder = current.folder
    }
    for folder in missing.reversed() {
      guard SystemCalls.makeFolder(folder.path(in: path)) || errno == EEXIST else {
        throw FileError("make folder", folder.path(in: tree))
      }
      folders.insert(folder)
    }
  }

  /// Removes the folder and what is in it.
  func remove() { Files.removeTree(path) }

  /// Ends the name of the former tree while a new one is moved to its place in two steps.
  static let asideSuffix = "-former"

  /// Removes what killed runs left beside and inside the tree `folder`.
  ///
  /// Runs still at work keep theirs. A tree that had been moved aside comes back if nothing took its place.
  static func removeLeftovers(of folder: String) {
    let (parent, name) = split(folder)
    var candidates = Files.names(in: parent).filter { $0.hasPrefix(prefix(of: name)) }.sorted()
      .map { "\(parent)/\($0)" }
    if !Files.exists(folder),
      let former = candidates.lastIndex(where: { $0.hasSuffix(asideSuffix) }),
      SystemCalls.move(candidates[former], to: folder)
    {
      candidates.remove(at: former)
    }
    candidates.append("\(folder)/\(innerName)")
    for candidate in candidates {
      let lock = SystemCalls.openFolder(candidate)
      guard lock >= 0 else { continue }
      if flock(lock, LOCK_EX | LOCK_NB) == 0 { Files.removeTree(candidate) }
      close(lock)
    }
  }

  /// The folder above a path, and the path's last part.
  static func split(_ path: String) -> (parent: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return (".", path) }
    let parent = String(path[..<slash])
    return (parent.isEmpty ? "/" : parent, String(path[path.index(after: slash)...]))
  }

  private static func prefix(of name: String) -> String { ".\(name).vouch-staging-" }

  private static func isMountPoint(_ folder: String, below parent: String) -> Bool {
    guard let inner = SystemCalls.status(folder), let outer = SystemCalls.status(parent) else {
      return false
    }
    return inner.st_dev != outer.st_dev
  }

  /// A number that no other staging folder of this process has.
  private static func nextNumber() -> Int { counter.next() }
  private static let counter = StagingCounter()
}
