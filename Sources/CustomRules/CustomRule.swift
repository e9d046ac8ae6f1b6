import Audit
public import Model

/// A rule of the user's own: a query with a header that describes it.
public struct CustomRule: Sendable {
  /// What is fixed about the rule.
  public let description: RuleDescription
  /// The words in each language; English is always there.
  public let words: [LocaleTag: Words]
  /// The query, without the header.
  public let query: String
  /// How many steps of SQLite's machine it may take; `nil`: as many as
  /// ``CustomRuleJudge/stepLimit(_:)`` says.
  public let steps: Int?
  /// The file as messages call it.
  public let path: String
  /// SHA-256 of the file, in hexadecimal.
  public let sha256: String
  /// Inputs with the outcome that the rule must give.
  public let fixtures: [Fixture]
  /// The whole file: places of errors count from its beginning.
  let text: String

  /// What a reader sees of the rule in one language; Markdown, but for the title.
  public struct Words: Hashable, Sendable {
    /// The title.
    public var title = ""
    /// What must hold.
    public var criterion: String?
    /// Why that matters.
    public var why: String?
    /// What to do about a finding.
    public var remedy: String?
  }

  /// An input and the outcome that the rule must give on it.
  public struct Fixture: Sendable {
    /// What it shows.
    public let name: String
    /// The subject's id.
    public let subject: String
    /// The outcome.
    public let outcome: Outcome
    /// The clock of the audit; `nil`: the time of collection.
    public let asOf: Instant?
    /// The snapshot, as a JSON document.
    public let document: String
    /// Where it stands.
    public let location: SourceLocation
  }

  /// The section that supplies the subjects.
  var section: Section { description.sections[0] }

  /// The sections whose records can be subjects, by the word of the header.
  static let subjects: [(kind: SubjectKind, section: Section)] = Section.allCases.compactMap {
    section in SubjectKind(section).map { ($0, section) }
  }
}
