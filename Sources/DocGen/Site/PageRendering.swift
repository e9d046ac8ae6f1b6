import FileSystem
import Localization
import Model

/// Renders the pages of a tree, with what they include in place and their links resolved.
struct PageRendering: Sendable {
  let tree: ContentTree
  let absoluteLinkBase: String?
  /// Whether the words of the pages are kept, for search.
  let collectsText: Bool
  private let links = LinkCache()
  private let included: IncludedChanges
  private let knowsUIDs: Bool

  init(_ tree: ContentTree, absoluteLinkBase: String?, collectsText: Bool = false) {
    self.tree = tree
    included = IncludedChanges(tree)
    self.absoluteLinkBase = absoluteLinkBase
    self.collectsText = collectsText
    knowsUIDs = tree.contents.values.contains { !$0.uids.isEmpty }
  }

  /// A page that was rendered.
  struct Result {
    /// The page as it was read.
    var source: [UInt8]
    /// The page with what it includes in place.
    var expanded: [UInt8]
    /// The units of that.
    var units: UnitScan
    var rendered: RenderedPage
    var report: PageReport
    /// Whether other pages are part of it.
    var includesPages: Bool
    /// How a translation stands; `nil` of other pages.
    var standing: PageStanding?
  }

  /// Renders a page for the readers of a locale.
  ///
  /// - Throws: If it can't be read.
  func render(
    _ page: ContentPage, at path: RelativePath, in locale: LocaleTag,
    words: MarkdownOptions.Words, training: YAMLPageWords
  ) throws(FileError) -> Result {
    let (source, yaml, landing) = try read(page, training)
    var expanded = IncludeExpander.expand(source, of: page, for: locale, in: tree)
    if let landing {
      expanded.origins = expanded.origins.through(landing.origins, of: page.file)
    }
    let bodyStart = FrontMatterBounds(expanded.bytes).bodyStart
    let resolver = LinkResolver(
      tree: tree, locale: locale, path: path, absoluteLinkBase: absoluteLinkBase, known: links)
    var options = MarkdownOptions(path: page.file, locale: page.locale)
    options.lineOffset = expanded.bytes[..<bodyStart].lineEndCount
    options.sourceLocale = tree.source
    options.words = words
    options.collectsText = collectsText
    let standing = page.locale == locale ? try standing(of: page, expanded.repaired ?? source) : nil
    options.changes = standing?.changes ?? [:]
    if page.locale == locale {
      for part in expanded.translations {
        options.changes.merge(try included.changes(of: part)) { own, _ in own }
      }
    }
    options.resolve = { resolver.resolve($0) }
    if knowsUIDs {
      let tree = tree
      options.isKnownUID = { uid in
        tree.contents[locale]?.uids[uid] != nil || tree.contents[tree.source]?.uids[uid] != nil
      }
    }
    let pivots = [page.locale, tree.source].compactMap { tree.contents[$0]?.zonePivots }
      .filter { !$0.isEmpty }
    if !pivots.isEmpty, expanded.bytes.range(of: "pivot", in: 0..<expanded.bytes.count) != nil {
      let groups = ZonePivots.groups(of: expanded.bytes)
      options.pivotTitle = { id in pivots.lazy.compactMap { $0.title(of: id, in: groups) }.first }
    }
    if page.locale != tree.source {
      let tree = tree
      options.original = { try? tree.original(of: page.path) }
    }
    let units = Units.scan(expanded.bytes)
    let rendered = MarkdownRenderer.render(
      Array(expanded.bytes[bodyStart...]), options, units: units.ofBody(from: bodyStart))
    let places = PlaceFinder(expanded, madeFrom: yaml, of: page.file)
    var report = PageReport(rendered, of: path, resolver, places)
    // A page shown in several locales has its problems reported once, where it is at home.
    if page.locale == locale {
      report.diagnostics =
        (landing?.diagnostics ?? [])
        + expanded.diagnostics.map { places.located($0, from: landing?.origins) }
        + rendered.diagnostics.compactMap(places.located)
    }
    return Result(
      source: source, expanded: expanded.bytes, units: units, rendered: rendered, report: report,
      includesPages: expanded.includesPages, standing: standing)
  }

  private func standing(
    of page: ContentPage, _ bytes: [UInt8]
  ) throws(FileError) -> PageStanding? {
    guard page.locale != tree.source, !page.isLandingPage else { return nil }
    var original = tree.movedOriginal(of: page.path)
    if let present = tree.contents[tree.source]?[page.path] {
      // Most translations are current, which the hash tells that was made when the source was read.
      if let hash = present.sourceHash, hash == page.provenance.sourceHash {
        return PageStanding(current: page, in: tree)
      }
      original = try Files.read(present.file, limit: ContentPage.sizeLimit)
    }
    return PageStanding(page, bytes, original: original, in: tree)
  }

  /// The text of a page; of one in YAML, as Markdown, with the file and what was made of it.
  private func read(
    _ page: ContentPage, _ words: YAMLPageWords
  ) throws(FileError) -> (text: [UInt8], yaml: [UInt8]?, landing: YAMLPage?) {
    let bytes = TextEncoding.repaired(try Files.read(page.file, limit: ContentPage.sizeLimit))
    guard page.isLandingPage else { return (bytes, nil, nil) }
    let original =
      page.locale == tree.source ? nil : tree.contents[tree.source]?.file(at: page.path)
    let landing = YAMLPage(
      bytes, path: page.file, title: page.displayTitle, words: words,
      original: { original.flatMap { try? Files.read($0, limit: ContentPage.sizeLimit) } })
    return (landing.markdown, bytes, landing)
  }
}
