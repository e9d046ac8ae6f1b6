/// How a translated page stands in the history of its source.
public struct SourceHistory: Hashable, Sendable {
  /// Where the recorded version stands, as far as the source file is concerned.
  public enum Relation: String, Hashable, Sendable, CaseIterable {
    /// No commit since changed the file.
    case upToDate = "up-to-date"
    /// Commits that the page hasn't seen changed the file.
    case behind
    /// The recorded version comes after the one at hand.
    case ahead
    /// Both versions changed the file since they parted.
    case diverged
    /// The file was removed, and nothing took its place.
    case gone
    /// The history doesn't say.
    case unknown
  }

  /// Why a history doesn't say anything.
  public enum Obstacle: String, Hashable, Sendable, CaseIterable {
    /// There is no repository that could be read.
    case repository = "no-repository"
    /// The repository holds a part of its history only.
    case shallow
    /// The page doesn't say which version it was made from.
    case unrecorded = "not-recorded"
    /// The repository doesn't have the recorded version.
    case missingCommit = "commit-missing"
  }

  /// What a page hasn't seen of its source.
  public struct Lag: Hashable, Sendable {
    /// The commits that changed the file since, as `git rev-list --count recorded..HEAD -- path`
    /// counts them; names before renamings count.
    public var commits: Int
    /// The steps of the main line (first parents) that brought these commits.
    public var publications: Int
    /// The whole days between the first of these steps and the version at hand, by their commit
    /// dates.
    public var days: Int

    /// A lag from its parts.
    public init(commits: Int, publications: Int, days: Int) {
      (self.commits, self.publications, self.days) = (commits, publications, days)
    }
  }

  /// Where the recorded version stands.
  public var relation: Relation
  /// What the page hasn't seen; `nil` if that isn't known.
  public var lag: Lag?
  /// The commits of the recorded version that changed the file and aren't in the one at hand.
  public var commitsAhead = 0
  /// Where the source file is now if it moved, from the top of the repository.
  public var movedTo: String?
  /// Why the history doesn't say anything.
  public var obstacle: Obstacle?

  /// A history from what is known.
  public init(_ relation: Relation, lag: Lag? = nil, commitsAhead: Int = 0, movedTo: String? = nil)
  {
    self.relation = relation
    self.lag = lag
    self.commitsAhead = commitsAhead
    self.movedTo = movedTo
  }

  /// A history that doesn't say anything.
  public init(unknown obstacle: Obstacle) {
    relation = .unknown
    self.obstacle = obstacle
  }

  /// Whether the recorded version has something that the version at hand lacks.
  public var isAhead: Bool { relation == .ahead || relation == .diverged }
}
