/// The history of source files, as far as pages that were made from earlier versions ask for it.
public struct SourceLog: Sendable {
  private let graph: CommitGraph
  private let changes: FileChanges
  private let present: Set<String>

  /// A history from what Git prints; `nil` if it isn't what it should be.
  ///
  /// - Parameters:
  ///   - graph: The commits.
  ///   - comparisons: What `git diff-tree --stdin -r -z --raw -M --root --always --no-abbrev` prints
  ///     of ``CommitGraph/comparisons``.
  ///   - present: The paths of all files of the version at hand.
  public init?(graph: CommitGraph, comparisons: [UInt8], present: Set<String>) {
    guard let changes = FileChanges(comparisons, of: graph.edges) else { return nil }
    (self.graph, self.changes, self.present) = (graph, changes, present)
  }

  /// How a page stands that was made from the file `path` at the version `commit`.
  ///
  /// - Parameters:
  ///   - path: The file, from the top of the repository.
  ///   - commit: The whole id of the recorded version.
  ///   - redirection: Where a file that is gone is redirected to.
  /// - Returns: The history; *unknown* if the repository doesn't have the version.
  ///
  /// Complexity: linear in the commits between both versions.
  public func history(
    of path: String, since commit: String, redirection: (String) -> String? = { _ in nil }
  ) -> SourceHistory {
    guard let recorded = graph.number(of: commit) else {
      return SourceHistory(unknown: .missingCommit)
    }
    guard let now = presentPath(of: path, since: commit, redirection) else {
      return SourceHistory(.gone)
    }
    let head = graph.ids[graph.head]
    let behind = commits(from: graph.head, changing: now, without: commit)
    // The recorded version had the file under the page's path.
    let ahead = commits(from: recorded, changing: path, without: head)
    let relation: SourceHistory.Relation =
      switch (behind.isEmpty, ahead.isEmpty) {
      case (true, true): .upToDate
      case (false, true): .behind
      case (true, false): .ahead
      case (false, false): .diverged
      }
    return SourceHistory(
      relation, lag: lag(behind), commitsAhead: ahead.count, movedTo: now == path ? nil : now)
  }

  private func lag(_ commits: Set<CommitGraph.Number>) -> SourceHistory.Lag {
    let steps = Set(commits.map { graph.publication[$0] })
    let first = steps.map { graph.dates[$0] }.min() ?? graph.dates[graph.head]
    return SourceHistory.Lag(
      commits: commits.count, publications: steps.count,
      days: max(0, graph.dates[graph.head] - first) / 86_400)
  }

  /// Where a file is in the version at hand: renamings are followed, then redirections.
  private func presentPath(
    of path: String, since commit: String, _ redirection: (String) -> String?
  ) -> String? {
    if present.contains(path) { return path }
    let head = graph.ids[graph.head]
    var current = path
    for renaming in changes.renamings.reversed()
    where changes.path(renaming.from) == current && graph.reaches(head, renaming.commit)
      && !graph.reaches(commit, renaming.commit)
    {
      current = changes.path(renaming.to)
    }
    if present.contains(current) { return current }
    for candidate in [current, path] {
      if let target = redirection(candidate), present.contains(target) { return target }
    }
    return nil
  }

  /// The commits that changed a file on the way from `start` to what `version` has already.
  ///
  /// Git's way of simplifying: a merge that has the file as one of its parents has it follows that
  /// parent alone; what others did to the file had no effect.
  private func commits(
    from start: CommitGraph.Number, changing path: String, without version: String
  ) -> Set<CommitGraph.Number> {
    guard let number = changes.number(of: path) else { return [] }
    var found: Set<CommitGraph.Number> = []
    var seen: Set<Place> = []
    var stack = [Place(commit: start, path: number)]
    while let place = stack.popLast() {
      if graph.reaches(version, place.commit) || !seen.insert(place).inserted { continue }
      let step = step(from: place, without: version)
      if step.isChange { found.insert(place.commit) }
      stack += step.next
    }
    return found
  }

  private struct Place: Hashable {
    var commit: CommitGraph.Number
    var path: Int
  }

  private func step(
    from place: Place, without version: String
  ) -> (isChange: Bool, next: [Place]) {
    let parents = graph.parents[place.commit]
    guard !parents.isEmpty else {
      return (changes.change(of: place.path, in: place.commit, against: 0) != nil, [])
    }
    var next: [Place] = []
    var hasRelevantParent = false
    var isRelevantChange = false
    for (index, parent) in parents.enumerated() {
      let isKnown = graph.isKnown(parent, to: version, at: place.commit)
      let change = changes.change(of: place.path, in: place.commit, against: index)
      if !isKnown {
        guard change != nil else {
          return (false, [Place(commit: parent, path: place.path)])
        }
        isRelevantChange = true
      }
      hasRelevantParent = hasRelevantParent || !isKnown
      switch change {
      case nil, .changed?, .removed?: next.append(Place(commit: parent, path: place.path))
      case .renamed(let old)?: next.append(Place(commit: parent, path: old))
      case .added?: break
      }
    }
    let isOtherChange = parents.indices.contains {
      changes.change(of: place.path, in: place.commit, against: $0) != nil
    }
    return (hasRelevantParent ? isRelevantChange : isOtherChange, next)
  }
}
