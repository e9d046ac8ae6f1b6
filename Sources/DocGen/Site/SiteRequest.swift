public import Localization
public import Model

/// What a site is made of, and how.
public struct SiteRequest: Sendable {
  /// The folders of content; of two files with the same path in a locale the earlier layer's
  /// counts.
  public var layers: [ContentLayer]
  /// The language that the others are translated from.
  public var source: LocaleTag
  /// The locales to publish, all that the layers hold where it is `nil`.
  ///
  /// The source is read in any case, since other locales fall back to it.
  public var locales: [LocaleTag]?
  /// Folders of templates; a file of a later folder takes the place of an earlier one's.
  public var templateFolders: [String]
  /// The folder of the message catalogs.
  public var messageFolder: String
  /// The name of the site; `nil` takes the title of the source's first page.
  public var title: String?
  /// Where the site will be published, such as `https://docs.example.com/`; without it there are
  /// no canonical addresses, no alternates and no site map, since those must be absolute.
  public var baseURL: String?
  /// Whether a page without a translation is published in the source language.
  public var publishesFallbacks = true
  /// Whether the Markdown pages keep `[!INCLUDE]` as it is written.
  public var keepsIncludes = false
  /// Whether pages can be searched.
  public var hasSearch = true
  /// Whether each locale gets a page that says how every page stands in every language.
  public var hasStatus = true
  /// How translations stood earlier, for that page.
  public var statusTrend = StatusTrend()
  /// The server that addresses like `/azure/storage` are meant for; `nil` leaves them as they are.
  public var absoluteLinkBase: String? = SiteRequest.publicationServer
  /// Other parts of the publication that the header links to, such as the report.
  public var sections: [Section] = []
  /// What tells this version of the tool from others, for the cache.
  public var toolIdentity = ""
  /// What tells the state of the source's repository from others, for the cache; empty without one.
  public var sourceVersion = ""
  /// How many pages are made at once: at least 1; `nil` uses every processor.
  public var width: Int?

  /// Where pages of this kind are published, and hence what their absolute addresses mean.
  public static let publicationServer = "https://learn.microsoft.com"

  /// A part of the publication beside the documentation.
  public struct Section: Hashable, Sendable {
    /// The key of its name in the message catalog, such as `report.title`.
    public var nameKey: String
    /// Its first page below the locale's folder, such as `report/index.html`.
    public var path: String

    /// Makes a part from its name and its first page.
    public init(nameKey: String, path: String) {
      self.nameKey = nameKey
      self.path = path
    }
  }

  /// A request with the usual settings; the language that the others are translated from is that of
  /// ``ContentLayer/source(of:)``.
  public init(layers: [ContentLayer], templateFolders: [String], messageFolder: String) {
    self.layers = layers
    source = ContentLayer.source(of: layers)
    self.templateFolders = templateFolders
    self.messageFolder = messageFolder
  }
}

/// What a build did.
public struct SiteSummary: Sendable {
  /// How many pages were written for each locale, those in the source language's stead included.
  public var pages: [LocaleTag: Int] = [:]
  /// How many of them are as they were in the last build, and weren't made again.
  public var reusedPages = 0
  /// How many pages of each locale are in each state.
  public var states: [LocaleTag: [PageState: Int]] = [:]
  /// What is wrong with the content, in the order of files and lines.
  public var diagnostics: [Diagnostic] = []
  /// Whether nothing at all changed since the last build, so that nothing was looked into.
  public var isUnchanged = false

  /// The number of pages in all locales.
  public var pageCount: Int { pages.values.reduce(0, +) }
}

/// Why no site was made.
///
/// The former one is as it was.
public struct SiteFailure: Error, Sendable {
  /// The problems, at least one of them an error.
  public var problems: [Diagnostic]

  /// Makes a failure of its problems.
  public init(_ problems: [Diagnostic]) { self.problems = problems }
}
