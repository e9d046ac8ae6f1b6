public import CommonMark
public import Localization
public import Model

/// What rendering a page depends on besides its text.
public struct MarkdownOptions: Sendable {
  /// The path of the page, for diagnostics.
  public var path: String
  /// The number of lines before the body (the front matter), so that lines count from the file's
  /// start.
  public var lineOffset = 0
  /// The language of the page.
  public var locale: LocaleTag
  /// The language of the source text of bilingual units.
  public var sourceLocale = LocaleTag.source
  /// The words that the renderer adds.
  public var words = Words()
  /// Whether source texts of units are written; without, only the translation is.
  public var writesSources = true
  /// Whether units get ids, to be linked to; not where parts of several pages meet in one.
  public var identifiesUnits = true
  /// The units whose source changed since, by their ids, such as `75186-127`.
  public var changes: [String: PageDrift.Change] = [:]
  /// Whether the words of the page are collected, for search.
  public var collectsText = false
  /// What one page may cost.
  public var limits = MarkdownLimits.standard
  /// Says where links and images lead.
  ///
  /// The standard way leaves them as they are.
  public var resolve: @Sendable (LinkReference) -> ResolvedLink = { ResolvedLink($0.address) }

  /// Whether something is known by an id, so that `@id` in running text refers to it; `nil` where
  /// nothing is.
  public var isKnownUID: (@Sendable (String) -> Bool)?

  /// The title of a choice of readers by its id; `nil` where it isn't known.
  public var pivotTitle: @Sendable (String) -> String? = { _ in nil }

  /// The page in the source language, which is asked for where a translation lost something; `nil`
  /// where there is none.
  public var original: @Sendable () -> [UInt8]? = { nil }

  /// Words of the reader's language that rendering adds to a page.
  public struct Words: Hashable, Sendable {
    /// The language of the words, where it isn't that of the page; `nil` where it is.
    public var locale: LocaleTag?
    /// The titles of alerts.
    public var note = "Note"
    /// The title of a tip.
    public var tip = "Tip"
    /// The title of something important.
    public var important = "Important"
    /// The title of a warning.
    public var warning = "Warning"
    /// The title of a caution.
    public var caution = "Caution"
    /// The title of what administrators should know.
    public var administration = "Administration"
    /// The title of where something can be had.
    public var availability = "Availability"
    /// The title of what is needed before.
    public var prerequisites = "Prerequisites"
    /// The title of pages that say more.
    public var moreLikeThis = "More like this"
    /// The title of what went well.
    public var success = "Success"
    /// The title of what went wrong.
    public var error = "Error"
    /// The title of something to know.
    public var information = "Information"
    /// What stands before the readers that a part is for.
    public var appliesTo = "Applies to:"
    /// What a version and later ones are called; `{version}` stands for its name.
    public var versionsFrom = "{version} and later"
    /// What versions after one are called.
    public var versionsAfter = "versions after {version}"
    /// What a version and earlier ones are called.
    public var versionsUpTo = "{version} and earlier"
    /// What versions before one are called.
    public var versionsBefore = "versions before {version}"
    /// What the versions from one to another are called, `{first}` and `{last}` included.
    public var versionsBetween = "{first} to {last}"
    /// What the versions from one on before another are called.
    public var versionsFromBefore = "{first} and later, before {last}"
    /// What stands between the members of a list.
    public var listSeparator = ", "
    /// The title of the words that describe an image at length.
    public var imageDescription = "Description of the image"
    /// The title of the footnotes.
    public var footnotes = "Footnotes"
    /// What the link from a footnote back to the text says.
    public var backToText = "Back to the text"
    /// What stands before a source that changed since its translation was made.
    public var sourceChanged = "The original has changed since:"
    /// What stands beside a source that is gone.
    public var sourceRemoved = "This sentence is no longer in the original."

    /// Makes the English words, to be changed.
    public init() {}
  }

  /// Makes the standard options for a page.
  public init(path: String, locale: LocaleTag) {
    self.path = path
    self.locale = locale
  }
}
