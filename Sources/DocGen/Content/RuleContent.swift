public import FileSystem
public import Model

/// What the documentation says about a rule in one language, in the parts that a report quotes.
public struct RuleContent: Sendable {
  /// What a section of a rule's page is for.
  ///
  /// The value is the English id of its heading.
  public enum Role: String, Hashable, Sendable, CaseIterable {
    /// What must hold.
    case criterion
    /// Why that matters.
    case why = "why-it-matters"
    /// How it is checked.
    case procedure = "how-it-is-checked"
    /// What to do about a finding.
    case remedy = "what-to-do"
    /// What the criterion is taken from.
    case sources
  }

  /// A section without its heading.
  public struct Section: Hashable, Sendable {
    /// The heading in the language of the text.
    public var heading: String
    /// The text as safe markup; in a translation each sentence is a unit with its source.
    public var html: [UInt8]
    /// The text as Markdown, without spans.
    public var markdown: String
    /// The text in the source language as Markdown; the same text in a source page.
    public var sourceMarkdown: String
    /// Whether the source says something else now than when the text was translated.
    ///
    /// A page may be stale for the sake of another section.
    public var isStale = false
    /// Whether the text is in the source language because the translation has no such section.
    public var isFallback = false
  }

  /// The rule's id, such as `CON-01`.
  public let id: String
  /// The title of the front matter.
  public let title: String
  /// The title in the source language.
  public let sourceTitle: String
  /// The language of the text: the source's where there is no translation.
  public let locale: LocaleTag
  /// How the page stands in the language that was asked for.
  public let state: PageState
  /// The page, below the locale's folder.
  public let path: RelativePath
  /// The sections that the page has.
  public let sections: [Role: Section]
  /// The number of bilingual units in all sections.
  public let unitCount: Int
  /// What is wrong with the page.
  public let diagnostics: [Diagnostic]

  /// Whether the text is in the source language because there is no translation.
  public var isFallback: Bool { state == .fallback }
}
