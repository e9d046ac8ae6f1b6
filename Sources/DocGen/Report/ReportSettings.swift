public import Model

/// How a report was asked for, as far as it decides what is in it: with the inputs, enough to make it
/// again.
public struct ReportSettings: Hashable, Sendable {
  /// The snapshot's name as the report has it.
  public var snapshot: String
  /// The languages.
  public var locales: [LocaleTag]
  /// The forms.
  public var formats: Set<ReportFormat>
  /// Whether the documentation is published beside it.
  public var hasSite: Bool
  /// Whether that documentation can be searched.
  public var hasSearch = false
  /// SHA-256 of the words: pages of rules and message catalogs.
  public var content: String
  /// SHA-256 of the templates and assets.
  public var templates: String

  /// Settings from their parts.
  public init(
    snapshot: String, locales: [LocaleTag], formats: Set<ReportFormat>, hasSite: Bool,
    content: String, templates: String
  ) {
    self.snapshot = snapshot
    self.locales = locales
    self.formats = formats
    self.hasSite = hasSite
    self.content = content
    self.templates = templates
  }
}
