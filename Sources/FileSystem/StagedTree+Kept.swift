import Concurrency

extension StagedTree {
  /// A file that an earlier run left.
  public struct KeptFile: Hashable, Sendable {
    /// Where it is.
    public var path: RelativePath
    /// How it was left.
    public var stamp: FileStamp
    /// SHA-256 of its bytes; `nil` if it isn't known.
    public var digest: String?

    /// A file from its parts.
    public init(path: RelativePath, stamp: FileStamp, digest: String?) {
      (self.path, self.stamp, self.digest) = (path, stamp, digest)
    }
  }

  /// Whether the former tree has a file as it was left, and its digest is known where digests are
  /// wanted.
  public func isUnchanged(_ file: KeptFile) -> Bool {
    (file.digest != nil || !recordsDigests) && formerStamp(of: file.path) == file.stamp
  }

  /// Keeps files of the former tree without reading them, if all are as they were left.
  ///
  /// The caller knows that they hold what would be written.
  ///
  /// - Parameters:
  ///   - files: The files.
  ///   - source: What they were made from, for the error if another source wants the same path.
  /// - Returns: Whether they are kept; otherwise nothing happened.
  /// - Throws: If another source wants a path.
  public func keep(
    _ files: [KeptFile], from source: String
  ) throws(StagedTreeError) -> Bool {
    guard files.allSatisfy(isUnchanged) else { return false }
    try take(files, from: source)
    return true
  }

  /// The stamp of the former tree's file at a path; `nil` if there is none.
  func formerStamp(of path: RelativePath) -> FileStamp? {
    guard former.contains(path) else { return nil }
    return knownStamp(of: path) ?? FileStamp(of: path.path(in: folder))
  }

  /// The stamps of the tree's files as they are after it was committed.
  ///
  /// Files that were kept are those of the former tree, and have their stamps.
  public var committedStamps: [RelativePath: FileStamp] {
    var known = knownStamps
    for path in changedFiles { known[path] = nil }
    let paths = claimedFiles.filter { [known] in known[$0] == nil }.sorted()
    let stamps = paths.concurrentMap { FileStamp(of: $0.path(in: folder)) }
    return known.merging(
      zip(paths, stamps).lazy.compactMap { path, stamp in stamp.map { (path, $0) } }
    ) { $1 }
  }

  /// Where the tree is, for what has to look at it after it was committed.
  public var path: String { folder }
}
