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
  /// `findings.csv`: every outcome, for spreadsheets.
  case csv
  /// `report.sarif`, with every outcome, and `report.github.sarif` for GitHub code scanning.
  case sarif
  /// `assessment-results.json`: OSCAL 1.1.3.
  case oscal
  /// `junit.xml`: for continuous integration.
  case junit
}

/// What a report is made of, and how.
public struct ReportRequest: Sendable {
  /// What was found, and what follows from it.
  public var run: ReportRun
  /// The languages, in the order of the language menu.
  public var locales: [LocaleTag]
  /// The forms.
  public var formats: Set<ReportFormat>
  /// The documentation, with the pages of the rules.
  public var content: ContentTree
  /// The folder of the message catalogs.
  public var messageFolder: String
  /// The style sheets and scripts, whose paths pages name.
  public var assets: PublicationAssets
  /// The templates.
  public var templates: TemplateSet
  /// Whether the documentation site is published beside the report.
  public var hasSite: Bool
  /// Whether that site can be searched, so that the pages of the report have the box too.
  public var hasSearch = false
  /// Whether the report itself can be searched.
  var isSearched: Bool { formats.contains(.html) && (hasSearch || !hasSite) }
  /// The name shown at the head of each page.
  public var title: String
  /// How many subjects of a rule are listed, and how many records of a kind get pages; at least 1.
  public var limit = 20_000
  /// How many pages are made at once; at least 1.
  public var width: Int

  /// A request from its parts.
  public init(
    run: ReportRun, locales: [LocaleTag], formats: Set<ReportFormat>, content: ContentTree,
    messageFolder: String, assets: PublicationAssets, templates: TemplateSet, hasSite: Bool,
    title: String, width: Int
  ) {
    self.run = run
    self.locales = locales
    self.formats = formats
    self.content = content
    self.messageFolder = messageFolder
    self.assets = assets
    self.templates = templates
    self.hasSite = hasSite
    self.title = title
    self.width = width
  }
}
