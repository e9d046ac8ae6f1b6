public import Concurrency
import Digests
import Glibc
import Synchronization

/// A folder of output that is replaced as a whole, or not at all.
///
/// Files are compared with the former tree as they come. If none differs and none is left over,
/// nothing is written. Otherwise the differing ones are written to a folder beside the tree; the
/// commit adds hard links to those that didn't change, exchanges the two folders in one step and
/// removes the old one, or keeps it for the next run, which then changes in it only what differs. A
/// reader sees the old tree or the new one; a killed run leaves the old one,
/// and the next run removes what it left beside. No file of the former tree is ever written to: its
/// bytes may be shared by both trees.
///
/// ```swift
/// let tree = try StagedTree(replacing: "public")
/// try pages.concurrentForEach { page in
///   try tree.write(page.path, page.render(), from: page.source)
/// }
/// let summary = try tree.commit()
/// ```
///
/// Where folders can't be exchanged the old one is moved aside first; where the tree is a mount
/// point, or its parent folder can't be written, the files are staged inside it and moved to their
/// places one by one. Nothing is flushed to the disk file by file.
public final class StagedTree: Sendable {
  /// How many files a commit wrote, left alone and removed.
  public struct Summary: Hashable, Sendable {
    /// Files that are new or differ.
    public var written: Int
    /// Files that are as they were.
    public var unchanged: Int
    /// Files of the former tree that this one doesn't have.
    public var removed: Int

    /// Makes a summary from its counts.
    public init(written: Int = 0, unchanged: Int = 0, removed: Int = 0) {
      self.written = written
      self.unchanged = unchanged
      self.removed = removed
    }
  }

  /// How many changed files are moved to the spare tree from one folder.
  private static let numberedLimit = 100

  /// The name of the file that marks a tree as replaceable.
  public static let markerName = RelativePath(unchecked: ".vouch-output")
  private static let marker = Array(
    "Written by vouch: the next run replaces everything in this folder.\n".utf8)

  /// The tree, without links in its path.
  let folder: String
  /// What the former tree holds.
  let former: Set<RelativePath>
  /// The same in order.
  let formerFiles: [RelativePath]
  let formerOmissions: [FolderListing.Omission]
  private let stagingInside: Bool
  /// Whether the digest of each file is computed as it comes.
  public let recordsDigests: Bool
  private let width: Int
  /// Where the former tree is kept for the next run; `nil` if it is removed.
  private let spare: String?
  private let state: Mutex<State>

  private struct State: ~Copyable {
    var claims = OutputClaims()
    var changed: Set<RelativePath> = []
    var staging: StagingFolder?
    var isOpen = true
    var keepsAll = false
    var digests: [RelativePath: String] = [:]
    /// Stamps of the former tree's files, once somebody asked for all of them.
    var stamps: [RelativePath: FileStamp] = [:]
  }

  /// Prepares to replace `folder`, which need not exist, and cleans up after killed runs.
  ///
  /// - Parameters:
  ///   - folder: The output folder; a symbolic link is followed.
  ///   - recordsDigests: Whether ``digests`` are wanted.
  ///   - width: How many files are linked or removed at once when the tree is put in place.
  ///   - spare: Where the former tree is kept, so that the next run has to link only what differs; it
  ///     should lie in the same file system. Without it the former tree is removed.
  /// - Throws: If it holds files but no marker of an earlier run, or can't be read.
  public convenience init(
    replacing folder: String, recordsDigests: Bool = false,
    width: Int = availableProcessorCount(), spare: String? = nil
  ) throws(StagedTreeError) {
    try self.init(
      replacing: folder, stagingInside: false, recordsDigests: recordsDigests, width: width,
      spare: spare)
  }

  /// Stages inside the tree where `stagingInside` asks for it, as for a mount point.
  init(
    replacing folder: String, stagingInside: Bool, recordsDigests: Bool = false,
    width: Int = availableProcessorCount(), spare: String? = nil
  ) throws(StagedTreeError) {
    let trimmed = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    let path = try wrappingFileErrors { () throws(FileError) in
      Files.exists(trimmed) ? try Files.canonicalPath(trimmed) : trimmed
    }
    self.folder = path
    StagingFolder.removeLeftovers(of: path)
    var listing = FolderListing()
    if Files.exists(path) {
      guard Files.isFolder(path) else { throw .notAFolder(folder) }
      // What isn't ours isn't listed: it may be the folder of the whole system.
      if !Files.exists(Self.markerName.path(in: path)), Files.holdsFiles(in: path) {
        throw .foreignFolder(folder)
      }
      listing = try wrappingFileErrors { () throws(FileError) in
        try FolderListing(of: path, includesHidden: true)
      }
      listing.discard(within: StagingFolder.innerName)
    }
    former = Set(listing.files)
    formerFiles = listing.files
    formerOmissions = listing.omissions
    state = Mutex(State())
    self.stagingInside = stagingInside
    self.recordsDigests = recordsDigests
    self.width = width
    self.spare = spare.flatMap { SpareTree.place($0, for: path) }
    guard listing.files.isEmpty && listing.omissions.isEmpty || former.contains(Self.markerName)
    else { throw .foreignFolder(folder) }
  }

  deinit {
    state.withLock { $0.staging?.remove() }
  }

  /// Puts a file into the tree; may be called from several threads at once.
  ///
  /// - Parameters:
  ///   - path: Where the file will be.
  ///   - bytes: What it will hold.
  ///   - source: What it was made from, for the error if another source wants the same path.
  /// - Returns: Whether it differs from the former tree's file.
  /// - Throws: ``StagedTreeError``; the tree can then only be abandoned.
  @discardableResult
  public func write(
    _ path: RelativePath, _ bytes: [UInt8], from source: String
  ) throws(StagedTreeError) -> Bool {
    try claim(path, from: source)
    if recordsDigests { record(Digests.sha256(bytes), of: path) }
    if holds(path, bytes) { return false }
    let staged = try stage(path)
    try wrappingFileErrors { () throws(FileError) in try staged.writeAll(bytes) }
    return true
  }

  /// Leaves the former tree as it is; nothing may be written then.
  public func keepAll() {
    state.withLock { state in
      state.keepsAll = true
      state.isOpen = false
    }
  }

  /// SHA-256 of each file that was put into the tree so far, if digests are wanted.
  public var digests: [RelativePath: String] { state.withLock { $0.digests } }

  /// The files that were put into the tree.
  var claimedFiles: Dictionary<RelativePath, String>.Keys { state.withLock { $0.claims.files } }

  /// Those of them that differ from the former tree's.
  var changedFiles: Set<RelativePath> { state.withLock { $0.changed } }

  /// Notes the stamps of the former tree's files.
  func know(_ stamps: [RelativePath: FileStamp]) { state.withLock { $0.stamps = stamps } }

  /// The stamp of a file of the former tree, if it was noted.
  func knownStamp(of path: RelativePath) -> FileStamp? { state.withLock { $0.stamps[path] } }

  /// The stamps of the former tree's files that were noted.
  var knownStamps: [RelativePath: FileStamp] { state.withLock { $0.stamps } }

  /// Takes files of the former tree for a source, and notes what is known of them.
  func take(_ files: [KeptFile], from source: String) throws(StagedTreeError) {
    try state.withLock { state throws(StagedTreeError) in
      guard state.isOpen else { throw .closed(folder) }
      for file in files {
        try state.claims.add(file.path, source: source)
        state.stamps[file.path] = file.stamp
        if recordsDigests { state.digests[file.path] = file.digest }
      }
    }
  }

  /// Notes the digest of a file.
  func record(_ digest: String, of path: RelativePath) {
    state.withLock { $0.digests[path] = digest }
  }

  /// Takes a path for a source.
  func claim(_ path: RelativePath, from source: String) throws(StagedTreeError) {
    try state.withLock { state throws(StagedTreeError) in
      guard state.isOpen else { throw .closed(folder) }
      try state.claims.add(path, source: source)
    }
  }

  /// Begins a file that differs from the former tree's.
  func stage(_ path: RelativePath) throws(StagedTreeError) -> OpenFile {
    let staged = try state.withLock { state throws(StagedTreeError) in
      state.changed.insert(path)
      return try stagedPath(for: path, &state)
    }
    return try wrappingFileErrors { () throws(FileError) in
      try OpenFile(
        staged, flags: O_WRONLY | O_CREAT | O_EXCL, operation: "write",
        described: path.path(in: folder))
    }
  }

  /// Opens the former tree's file at a path; `nil` if there is none or it can't be read.
  func openFormer(_ path: RelativePath) -> OpenFile? {
    guard former.contains(path) else { return nil }
    return try? OpenFile.regular(path.path(in: folder), flags: O_NOFOLLOW)
  }

  /// Puts the tree in the place of the former one.
  ///
  /// - Returns: What was written, left alone and removed; the marker isn't counted.
  /// - Throws: ``StagedTreeError``; the former tree is then as it was, unless it is a mount point.
  public func commit() throws(StagedTreeError) -> Summary {
    if state.withLock({ $0.keepsAll }) {
      return Summary(unchanged: former.count - (former.contains(Self.markerName) ? 1 : 0))
    }
    let isNew = try write(Self.markerName, Self.marker, from: "the output tree itself")
    return try state.withLock { state throws(StagedTreeError) in
      state.isOpen = false
      let claimed = state.claims.files
      let stale = former.subtracting(claimed)
      let summary = Summary(
        written: state.changed.count - (isNew ? 1 : 0),
        unchanged: claimed.count - state.changed.count - (isNew ? 0 : 1), removed: stale.count)
      if state.changed.isEmpty, stale.isEmpty, formerOmissions.isEmpty { return summary }
      if state.staging == nil { state.staging = try makeStagingFolder() }
      guard let staging = state.staging.take() else { return summary }
      var replacement = TreeReplacement(
        folder: folder, staging: staging, changed: state.changed.sorted(),
        kept: claimed.filter { !state.changed.contains($0) }, stale: stale.sorted(),
        staleLinks: formerOmissions.map(\.path), width: width, spare: spare)
      try wrappingFileErrors { () throws(FileError) in try replacement.perform() }
      return summary
    }
  }

  /// Whether the former tree has a file with exactly these bytes; false if it can't be read.
  private func holds(_ path: RelativePath, _ bytes: [UInt8]) -> Bool {
    guard let file = openFormer(path), let status = try? file.status(),
      Int(status.st_size) == bytes.count
    else { return false }
    return (try? file.readAll(limit: bytes.count)) == bytes
  }

  /// Where a changed file is written, after making the folders it needs.
  private func stagedPath(
    for path: RelativePath, _ state: inout State
  ) throws(StagedTreeError) -> String {
    if state.staging == nil { state.staging = try makeStagingFolder() }
    return try wrappingFileErrors { () throws(FileError) in
      try state.staging?.take(path) ?? path.path(in: folder)
    }
  }

  private func makeStagingFolder() throws(StagedTreeError) -> StagingFolder {
    try wrappingFileErrors { () throws(FileError) in
      try StagingFolder(
        for: folder, inside: stagingInside,
        numberedLimit: spare.map(Files.exists) ?? false ? Self.numberedLimit : 0)
    }
  }
}

extension FolderListing {
  /// Forgets what lies in one folder of the root.
  mutating func discard(within folder: String) {
    files.removeAll { $0.components.first.map(String.init) == folder }
    omissions.removeAll { $0.path == folder || $0.path.hasPrefix("\(folder)/") }
  }
}
