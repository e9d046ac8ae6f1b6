public import FileSystem
public import Localization
public import Model

/// What a repository of the source says about translations.
public struct SourceRecord: Hashable, Sendable {
  /// A version of the source.
  public struct Version: Hashable, Sendable {
    /// The id of the commit.
    public var commit: String
    /// The day of the commit, in UTC.
    public var date: CivilDate

    /// A version from its parts.
    public init(commit: String, date: CivilDate) { (self.commit, self.date) = (commit, date) }
  }

  /// How each translation stands, by language and path.
  public var histories: [LocaleTag: [RelativePath: SourceHistory]] = [:]
  /// The source files that moved, as they are now, by the paths of their translations.
  public var movedOriginals: [RelativePath: [UInt8]] = [:]
  /// The version at hand; `nil` if the repository couldn't be read.
  public var version: Version?

  /// A record without anything.
  public init() {}
}
