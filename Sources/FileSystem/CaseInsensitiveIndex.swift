/// Finds files whose path is written in another case than on disk, as authors on Windows do.
public struct CaseInsensitiveIndex: Sendable {
  private let paths: Set<RelativePath>
  private let byFolded: [String: [RelativePath]]

  /// What a look-up found.
  public enum Match: Hashable, Sendable {
    /// The path is on disk as written.
    case exact(RelativePath)
    /// One path differs from what was written in case alone.
    case differsInCase(RelativePath)
    /// Several paths differ in case alone, in byte order.
    case ambiguous([RelativePath])
    /// Nothing is there.
    case missing
  }

  /// Indexes paths, in time and space linear in their number.
  public init(_ paths: some Sequence<RelativePath>) {
    self.paths = Set(paths)
    byFolded = Dictionary(grouping: self.paths) { $0.description.lowercased() }
  }

  /// Looks up one path.
  public func match(_ path: RelativePath) -> Match {
    if paths.contains(path) { return .exact(path) }
    guard let found = byFolded[path.description.lowercased()], let first = found.first else {
      return .missing
    }
    return found.count == 1 ? .differsInCase(first) : .ambiguous(found.sorted())
  }
}
