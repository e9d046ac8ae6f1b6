/// Which source claims which path of an output tree.
struct OutputClaims {
  private var sources: [RelativePath: String] = [:]
  /// A source of some file below each folder.
  private var folders: [RelativePath: String] = [:]

  /// The paths claimed so far.
  var files: Dictionary<RelativePath, String>.Keys { sources.keys }

  /// Claims a path, unless another source has it or the two can't both exist.
  mutating func add(_ path: RelativePath, source: String) throws(StagedTreeError) {
    if let other = sources.updateValue(source, forKey: path) ?? folders[path] {
      throw conflict(path, source, other)
    }
    var folder = path.folder
    while let current = folder, folders[current] == nil {
      if let other = sources[current] { throw conflict(current, source, other) }
      folders[current] = source
      folder = current.folder
    }
  }

  /// Names the sources in an order that doesn't depend on which thread came first.
  private func conflict(_ path: RelativePath, _ one: String, _ other: String) -> StagedTreeError {
    .twoSources(path: path.description, first: min(one, other), second: max(one, other))
  }
}
