import Localization
public import Model

/// A form of the report.
public enum ReportFormat: String, Sendable, CaseIterable {
  /// Pages for a browser, in each language.
  case html
  /// The same as Markdown, in each language.
  case markdown
  /// `summary.json` and `manifest.json`.
  case json
  /// `findings.ndjson`: every outcome.
  case ndjson
}

/// What a report is made of, and how.
public struct ReportRequest: Sendable {
  /// What was found, and what follows from it.
  public var run: ReportRun
  /// The languages, in the order of the language menu.
  public var locales: [LocaleTag]
  /// The forms.
  public var formats: Set<ReportFormat>
  /// Folders of content with a folder a locale; a later one's files take the place of an earlier's.
  public var contentFolders: [String]
  /// The folder of the message catalogs.
  public var messageFolder: String
  /// The style sheets and scripts, whose paths pages name.
  public var assets: PublicationAssets
  /// The templates.
  public var templates: TemplateSet
  /// Whether the documentation site is published beside the report.
  public var hasSite: Bool
  /// The name shown at the head of each page.
  public var title: String
  /// How many subjects of a rule are listed, and how many records of a kind get pages; at least 1.
  public var limit = 20_000
  /// How many pages are made at once; at least 1.
  public var width: Int

  /// A request from its parts.
  public init(
    run: ReportRun, locales: [LocaleTag], formats: Set<ReportFormat>, contentFolders: [String],
    messageFolder: String, assets: PublicationAssets, templates: TemplateSet, hasSite: Bool,
    title: String, width: Int
  ) {
    self.run = run
    self.locales = locales
    self.formats = formats
    self.contentFolders = contentFolders
    self.messageFolder = messageFolder
    self.assets = assets
    self.templates = templates
    self.hasSite = hasSite
    self.title = title
    self.width = width
  }
}
