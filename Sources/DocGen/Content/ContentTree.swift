public import Concurrency
public import FileSystem
public import Localization
public import Model

/// The pages of every locale, and how each stands in each language.
public struct ContentTree: Sendable {
  /// The language that the others are translated from.
  public let source: LocaleTag
  /// The locales: the source first, then the others in the order of their names.
  public let locales: [LocaleTag]
  /// What was noticed while reading: broken front matter, skipped links.
  public let diagnostics: [Diagnostic]
  var contents: [LocaleTag: LocaleContent]
  /// Where pages and resources go.
  let routes: Routes
  /// Pages of rules that the documentation doesn't have, by rule and language.
  private(set) var rulePages: [String: [LocaleTag: RulePage]] = [:]
  private let publishesFallbacks: Bool
  /// The states of the pages that exist; the others follow from the source language.
  private var states: [LocaleTag: [RelativePath: PageState]]
  private var record: SourceRecord?

  /// Reads the front matter of every page.
  ///
  /// - Parameters:
  ///   - layers: The folders; of two files with the same path in a locale the earlier layer's counts.
  ///   - source: The language that the others are translated from; `nil` stands for
  ///     ``ContentLayer/source(of:)``.
  ///   - publishesFallbacks: Whether a page without a translation is shown in the source language.
  ///   - known: What the last build read; pages that are as they were aren't opened.
  ///   - width: How many locales, and how many pages of each, are read at once.
  /// - Throws: If a folder or a page can't be read, or if there is no page at all.
  public init(
    layers: [ContentLayer], source: LocaleTag? = nil, publishesFallbacks: Bool = true,
    known: KnownFiles? = nil, width: Int = availableProcessorCount()
  ) throws(ContentError) {
    var diagnostics: [Diagnostic] = []
    var contents: [LocaleTag: LocaleContent] = [:]
    let source = source ?? ContentLayer.source(of: layers)
    let byLocale = Dictionary(grouping: layers, by: \.locale)
    let others = byLocale.keys.filter { $0 != source }.sorted()
    let locales = byLocale[source] == nil ? others : [source] + others
    @Sendable func read(
      _ locale: LocaleTag, after original: LocaleContent?
    ) throws(ContentError) -> (content: LocaleContent, problems: [Diagnostic]) {
      var problems: [Diagnostic] = []
      let content = try LocaleContent(
        locale, layers: byLocale[locale, default: []], isSource: locale == source,
        source: original, known: known, width: width, diagnostics: &problems)
      return (content, problems)
    }
    if byLocale[source] != nil {
      let original = try read(source, after: nil)
      contents[source] = original.content
      diagnostics += original.problems
    }
    let original = contents[source]
    // What a locale does alone, such as listing folders, goes on beside the others' pages.
    let translations = try others.concurrentMap(width: width) { locale throws(ContentError) in
      try read(locale, after: original)
    }
    for translation in translations {
      contents[translation.content.locale] = translation.content
      diagnostics += translation.problems
    }
    guard contents.values.contains(where: { !$0.pages.isEmpty }) else {
      let place = SourceLocation(path: layers.first?.folder ?? "")
      throw ContentError(problems: [
        Diagnostic(
          .error, "content.empty", at: place, "no page to publish",
          suggestion: "give a folder with a subfolder for each language, such as 'en-us'")
      ])
    }
    self.source = source
    self.locales = locales
    self.diagnostics =
      diagnostics + Self.repositoryNotes(layers, contents, source: source)
      + Self.countryWarnings(layers, contents)
    self.contents = contents
    self.publishesFallbacks = publishesFallbacks
    let ordered = locales.compactMap { contents[$0] }
    routes = Routes(ordered.first { !$0.docsets.isEmpty }?.docsets) {
      Set(ordered.flatMap { $0.pages.map(\.path) + $0.resources })
    }
    states = contents.mapValues { content in
      Dictionary(
        uniqueKeysWithValues: content.pages.map { page in
          (page.path, Self.state(of: page, source: source, originals: contents[source]))
        })
    }
    includeInTitles()
  }

  /// The same documentation with what is said about further rules, by rule and language.
  public func adding(rulePages: [String: [LocaleTag: RulePage]]) -> ContentTree {
    var tree = self
    tree.rulePages.merge(rulePages) { $1 }
    return tree
  }

  /// The same documentation with what a repository of the source says about it.
  public func adding(_ record: SourceRecord) -> ContentTree {
    var tree = self
    tree.record = record
    for (locale, content) in contents where locale != source {
      for page in content.pages {
        tree.states[locale]?[page.path] = Self.state(
          of: page, source: source, originals: contents[source],
          history: record.histories[locale]?[page.path])
      }
    }
    return tree
  }

  /// How a translation stands in the history of the source; `nil` if no history was asked.
  public func history(of path: RelativePath, in locale: LocaleTag) -> SourceHistory? {
    record?.histories[locale]?[path]
  }

  /// The version of the source that a repository has; `nil` if none was asked.
  public var sourceVersion: SourceRecord.Version? { record?.version }

  /// The source page of a translation, as it is now: where it moved, it isn't in the source's folder.
  func movedOriginal(of path: RelativePath) -> [UInt8]? { record?.movedOriginals[path] }

  /// How a path stands in a locale.
  ///
  /// - Complexity: Constant; the page isn't read again.
  public func state(of path: RelativePath, in locale: LocaleTag) -> PageState {
    if let state = states[locale]?[path] { return state }
    return publishesFallbacks && contents[source]?[path] != nil ? .fallback : .missing
  }

  private static func state(
    of page: ContentPage, source: LocaleTag, originals: LocaleContent?,
    history: SourceHistory? = nil
  ) -> PageState {
    if page.locale == source { return .source }
    if let originals, !originals.pages.isEmpty {
      guard let original = originals[page.path] else { return .orphan }
      let dates = [page.date, original.date].compactMap { $0.flatMap(CivilDate.init(frontMatter:)) }
      let hasLaterDate = dates.count == 2 && dates[0] > dates[1]
      let freshness = freshness(of: page, from: original)
      switch PageDrift.state(freshness, history, hasLaterDate: hasLaterDate) {
      case .changed, .gone: return .stale
      case .ahead: return .ahead
      case .current, .unknown: break
      }
    }
    return page.provenance.isMachineTranslated == true ? .machineTranslated : .translated
  }

  /// Compares recorded hashes; the source file is read again only for the rare longer ones.
  static func freshness(
    of page: ContentPage, from original: ContentPage
  ) -> SourceFreshness {
    guard let recorded = page.provenance.sourceHash else { return .unknown }
    if recorded.utf8.count == 40 { return recorded == original.sourceHash ? .current : .stale }
    guard let bytes = try? Files.read(original.file, limit: ContentPage.sizeLimit) else {
      return .unknown
    }
    return SourceFreshness(recordedHash: recorded, source: bytes)
  }

  /// The page that a reader of `locale` gets at a path: the translation, or the source page.
  public func page(at path: RelativePath, in locale: LocaleTag) -> ContentPage? {
    contents[locale]?[path] ?? (publishesFallbacks ? contents[source]?[path] : nil)
  }

  /// Every path of a locale's site in order: its own pages and those shown in the source language.
  public func paths(in locale: LocaleTag) -> [RelativePath] {
    let own = contents[locale]?.pages.map(\.path) ?? []
    guard publishesFallbacks, locale != source, let original = contents[source] else { return own }
    let absent = original.pages.map(\.path).filter { contents[locale]?[$0] == nil }
    return absent.isEmpty ? own : (own + absent).sorted()
  }

  /// Files of a locale that a build would write to one place, which it refuses.
  func placeProblems(in locale: LocaleTag) -> [Diagnostic] {
    func file(_ path: RelativePath) -> String {
      page(at: path, in: locale)?.file ?? contents[locale]?.file(at: path) ?? path.description
    }
    let pages = routes.rivals(among: paths(in: locale)).map {
      ($0, routes.page($0.first, in: locale))
    }
    let resources = routes.rivals(among: contents[locale]?.resources ?? []).map {
      ($0, routes.file($0.first, in: locale))
    }
    return (pages + resources).map { rivals, place in
      StagedTreeError.twoSources(
        path: place.description, first: file(rivals.first), second: file(rivals.other)
      ).diagnostic
    }
  }
}
