import Concurrency
import FileSystem
import Model

/// Makes the pages of one locale and what holds them together, as far as the cache doesn't have it.
struct LocaleBuild {
  let locale: LocaleTag
  let maker: PageMaker
  let tree: StagedTree
  let cache: SiteCache?
  let fingerprint: SiteFingerprint?
  let width: Int
  /// What the last build left.
  private let former: CachedLocale?

  init(
    _ locale: LocaleTag, maker: PageMaker, tree: StagedTree, cache: SiteCache?,
    fingerprint: SiteFingerprint?, width: Int
  ) {
    self.locale = locale
    self.maker = maker
    self.tree = tree
    self.cache = cache
    self.fingerprint = fingerprint
    self.width = width
    former = cache?.locale(locale)
  }

  /// What became of a page.
  struct Outcome: Sendable {
    fileprivate var path: RelativePath
    fileprivate var key: String
    /// `nil` if the page is as it was.
    fileprivate var report: PageReport?
    fileprivate var record: [UInt8] = []
  }

  /// What became of the locale.
  struct Result: Sendable {
    /// What is wrong with the pages and with their links to each other.
    var diagnostics: [Diagnostic]
    /// How many pages are as they were.
    var reused: Int
  }

  /// The pages, in their order.
  var paths: [RelativePath] { maker.site.tree.paths(in: locale) }

  /// Makes what belongs to all pages together, once they are made.
  ///
  /// - Parameter outcomes: What became of the pages, in their order.
  /// - Returns: What became of the locale.
  /// - Throws: What keeps a site from being made.
  func finish(_ outcomes: [Outcome]) throws(SiteFailure) -> Result {
    let reused = outcomes.count { $0.report == nil }
    let records = former.flatMap { cache?.records(of: $0) }
    if let former, let records, isUnchanged(outcomes, former, records) {
      return Result(diagnostics: try keep(outcomes, former), reused: reused)
    }
    let reports =
      reused == 0
      ? outcomes.compactMap(\.report)
      : try outcomes.concurrentMap(width: width) { outcome throws(SiteFailure) in
        try report(outcome, records)
      }
    let diagnostics =
      reports.flatMap(\.diagnostics)
      + AnchorCheck.diagnostics(reports, in: locale, of: maker.site.tree)
    var files: [RelativePath] = []
    if maker.site.request.hasSearch {
      for file in SearchIndex(locale: locale, pages: reports.compactMap(\.search)).files() {
        files.append(file.path)
        try wrappingTreeErrors { () throws(StagedTreeError) in
          _ = try tree.write(file.path, file.bytes, from: "the search index of \(locale)")
        }
      }
    }
    if cache != nil { remember(outcomes, reports, diagnostics, files) }
    return Result(diagnostics: diagnostics, reused: reused)
  }

  /// Keeps a page, or makes it.
  func page(_ path: RelativePath) throws(SiteFailure) -> Outcome {
    let known = former?.pages[path]
    let (html, markdown) = (Routes.page(path, in: locale), Routes.markdown(path, in: locale))
    let source = maker.site.tree.page(at: path, in: locale)?.file ?? path.description
    let key = fingerprint?.key(of: path, in: locale) ?? ""
    if let known, !key.isEmpty, known.key == key, let keptHTML = known.html,
      let keptMarkdown = known.markdown, keptHTML.isKept(at: html, in: tree),
      keptMarkdown.isKept(at: markdown, in: tree)
    {
      try wrappingTreeErrors { () throws(StagedTreeError) in
        try tree.keep(html, from: source, digest: keptHTML.digest)
        try tree.keep(markdown, from: source, digest: keptMarkdown.digest)
      }
      return Outcome(path: path, key: key)
    }
    let page = try maker.make(path, in: locale)
    try wrappingTreeErrors { () throws(StagedTreeError) in
      try tree.write(html, page.html, from: source)
      try tree.write(markdown, page.markdown, from: source)
    }
    return Outcome(
      path: path, key: page.includesPages ? "" : key, report: page.report,
      record: cache == nil ? [] : page.report.record)
  }

  /// Whether every page says what it said before, and the search index is still there.
  private func isUnchanged(
    _ outcomes: [Outcome], _ former: CachedLocale, _ records: [UInt8]
  ) -> Bool {
    outcomes.count == former.pages.count
      && outcomes.allSatisfy { outcome in
        guard let known = former.pages[outcome.path], known.record.upperBound <= records.count
        else {
          return false
        }
        return outcome.report == nil || records[known.record].elementsEqual(outcome.record)
      }
      && former.search.allSatisfy { $0.file?.isKept(at: $0.path, in: tree) ?? false }
  }

  private func keep(
    _ outcomes: [Outcome], _ former: CachedLocale
  ) throws(SiteFailure) -> [Diagnostic] {
    for file in former.search {
      try wrappingTreeErrors { () throws(StagedTreeError) in
        try tree.keep(
          file.path, from: "the search index of \(locale)", digest: file.file?.digest)
      }
    }
    var next = former
    for outcome in outcomes where outcome.report != nil {
      next.pages[outcome.path]?.key = outcome.key
      next.pages[outcome.path]?.html = nil
      next.pages[outcome.path]?.markdown = nil
    }
    cache?.keep(next, of: locale, records: nil)
    return former.diagnostics
  }

  /// A page's report: a new one, the cache's, or one made for want of it.
  private func report(
    _ outcome: Outcome, _ records: [UInt8]?
  ) throws(SiteFailure) -> PageReport {
    if let report = outcome.report { return report }
    if let known = former?.pages[outcome.path], let records,
      known.record.upperBound <= records.count,
      let report = try? PageReport(record: records[known.record], of: outcome.path, in: locale)
    {
      return report
    }
    return try maker.make(outcome.path, in: locale).report
  }

  private func remember(
    _ outcomes: [Outcome], _ reports: [PageReport], _ diagnostics: [Diagnostic],
    _ files: [RelativePath]
  ) {
    var next = CachedLocale()
    var bytes: [UInt8] = []
    for (outcome, report) in zip(outcomes, reports) {
      let start = bytes.count
      let known = outcome.report == nil ? former?.pages[outcome.path] : nil
      bytes += outcome.report == nil ? report.record : outcome.record
      next.pages[outcome.path] = CachedLocale.Page(
        key: outcome.key, html: known?.html, markdown: known?.markdown,
        record: start..<bytes.count)
    }
    next.diagnostics = diagnostics
    next.search = files.map { CachedLocale.SharedFile(path: $0) }
    cache?.keep(next, of: locale, records: bytes)
  }
}
