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

  /// What became of a page.
  private struct Outcome: Sendable {
    var path: RelativePath
    var key: String
    /// `nil` if the page is as it was.
    var report: PageReport?
    var record: [UInt8] = []
  }

  /// Makes the pages.
  ///
  /// - Returns: What is wrong with them and with their links to each other, and how many of them
  ///   are as they were.
  /// - Throws: What keeps a site from being made.
  func run() throws(SiteFailure) -> (diagnostics: [Diagnostic], reused: Int) {
    let former = cache?.locale(locale)
    let outcomes = try maker.site.tree.paths(in: locale).concurrentMap(width: width) {
      path throws(SiteFailure) in try self.page(path, known: former?.pages[path])
    }
    let reused = outcomes.count { $0.report == nil }
    let records = former.flatMap { cache?.records(of: $0) }
    if let former, let records, isUnchanged(outcomes, former, records) {
      return (try keep(outcomes, former), reused)
    }
    let reports = try outcomes.concurrentMap(width: width) { outcome throws(SiteFailure) in
      try self.report(outcome, former, records)
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
    if cache != nil { remember(outcomes, former, reports, diagnostics, files) }
    return (diagnostics, reused)
  }

  /// Keeps a page, or makes it.
  private func page(
    _ path: RelativePath, known: CachedLocale.Page?
  ) throws(SiteFailure) -> Outcome {
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
    _ outcome: Outcome, _ former: CachedLocale?, _ records: [UInt8]?
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
    _ outcomes: [Outcome], _ former: CachedLocale?, _ reports: [PageReport],
    _ diagnostics: [Diagnostic], _ files: [RelativePath]
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
