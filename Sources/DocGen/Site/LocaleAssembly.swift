import Concurrency
import FileSystem
import Model

/// Makes what belongs to all pages of a locale together: the checks of their links to each other and
/// the search index.
///
/// Of pages that are as they were, the cache is asked, and only for what can have changed.
struct LocaleAssembly {
  private let build: LocaleBuild
  private var outcomes: [LocaleBuild.Outcome]
  /// What the last build left, with the records of its pages; `nil` if there are none.
  private var former: CachedLocale?
  private var records: [UInt8] = []
  /// Whether there are the pages that there were.
  private let hasSamePages: Bool

  /// Prepares for the pages of a locale, in their order.
  init(_ build: LocaleBuild, former: CachedLocale?, _ outcomes: [LocaleBuild.Outcome]) {
    self.build = build
    self.outcomes = outcomes
    self.former = former
    hasSamePages =
      former.map { former in
        former.pages.count == outcomes.count
          && outcomes.allSatisfy { former.pages[$0.path] != nil }
      } ?? false
  }

  private var hasSearch: Bool { build.maker.site.request.hasSearch }
  private var origin: String { "the search index of \(build.locale)" }

  /// Makes it.
  ///
  /// - Returns: What is wrong with the pages and with their links to each other.
  /// - Throws: What keeps a site from being made.
  mutating func finish() throws(SiteFailure) -> [Diagnostic] {
    if let former, hasSamePages, outcomes.allSatisfy(\.isReused), try keepSearch(former) {
      build.cache?.keep(former, of: build.locale, records: nil)
      return former.diagnostics
    }
    if let former, outcomes.contains(where: \.isReused) {
      records = build.cache?.records(of: former) ?? []
      try makeMissing(former)
    }
    let areChecked =
      build.maker.site.hasFormerWays && hasSamePages && outcomes.allSatisfy(hasFormerChecks)
    let diagnostics = try areChecked ? former?.diagnostics ?? [] : check()
    let search = try hasSearch ? writeSearch() : CachedSearch()
    if build.cache != nil { remember(diagnostics, search, areChecked: areChecked) }
    return diagnostics
  }

  /// Keeps the search index as a whole, if it is as it was left.
  private func keepSearch(_ former: CachedLocale) throws(SiteFailure) -> Bool {
    try wrappingTreeErrors { () throws(StagedTreeError) in
      try build.tree.keep(former.search.files.map(\.kept), from: origin)
    }
  }

  /// What the cache has of a page.
  private func known(_ outcome: LocaleBuild.Outcome) -> CachedLocale.Page? {
    guard let page = former?.pages[outcome.path], page.checks.upperBound <= records.count,
      page.terms.upperBound <= records.count
    else { return nil }
    return page
  }

  private func formerTexts(_ former: CachedLocale) -> FormerTexts {
    let pages = former.pages.values.sorted { $0.number < $1.number }
    return FormerTexts(
      search: former.search, lengths: pages.map(\.textLength), tree: build.tree)
  }

  /// Makes pages of which the cache doesn't have what is needed, although they are as they were.
  private mutating func makeMissing(_ former: CachedLocale) throws(SiteFailure) {
    let texts = formerTexts(former)
    let areRead = outcomes.map { outcome in
      guard outcome.isReused else { return true }
      guard let page = known(outcome) else { return false }
      return !hasSearch || texts.isKept(page: page.number)
    }
    guard areRead.contains(false) else { return }
    try make(outcomes.indices.filter { !areRead[$0] })
  }

  private mutating func make(_ numbers: [Int]) throws(SiteFailure) {
    let (build, outcomes) = (build, outcomes)
    let reports = try numbers.concurrentMap(width: build.width) { number throws(SiteFailure) in
      try build.maker.make(outcomes[number].path, in: build.locale).report
    }
    for (number, report) in zip(numbers, reports) {
      self.outcomes[number].report = report
      self.outcomes[number].checks = report.checks
    }
  }

  private func hasFormerChecks(_ outcome: LocaleBuild.Outcome) -> Bool {
    guard let page = known(outcome) else { return false }
    return outcome.report == nil || records[page.checks].elementsEqual(outcome.checks)
  }

  /// The problems of all pages, those of their links to each other too.
  private func check() throws(SiteFailure) -> [Diagnostic] {
    let reports = try outcomes.concurrentMap(width: build.width) { outcome throws(SiteFailure) in
      if let report = outcome.report { return report }
      if let page = known(outcome),
        let report = try? PageReport(checks: records[page.checks], of: outcome.path)
      {
        return report
      }
      return try build.maker.make(outcome.path, in: build.locale).report
    }
    return reports.flatMap(\.diagnostics)
      + AnchorCheck.diagnostics(
        reports, contents: build.maker.site.anchors[build.locale] ?? [], in: build.locale,
        of: build.maker.site.tree)
  }

  private mutating func writeSearch() throws(SiteFailure) -> CachedSearch {
    do throws(SearchFailure) { return try writeSearch(after: former) } catch {
      if case .site(let failure) = error { throw failure }
    }
    // Somebody took texts of the last build away.
    try make(outcomes.indices.filter { outcomes[$0].report == nil })
    do throws(SearchFailure) { return try writeSearch(after: nil) } catch {
      if case .site(let failure) = error { throw failure }
      throw SiteFailure([
        Diagnostic(
          .error, "search.unreadable",
          at: SourceLocation(path: SearchIndex.entry(of: build.locale).description),
          "the search index of the last build changed while it was read",
          suggestion: "build again")
      ])
    }
  }

  private enum SearchFailure: Error {
    case site(SiteFailure)
    case unreadable
  }

  private func writeSearch(
    after former: CachedLocale?
  ) throws(SearchFailure) -> CachedSearch {
    let terms = former?.search.terms ?? []
    let hasSameTerms =
      former != nil && hasSamePages && outcomes.allSatisfy(hasFormerTerms)
      && terms.allSatisfy { build.tree.isUnchanged($0.file.kept) }
    let index = SearchIndex(
      locale: build.locale, pages: outcomes.compactMap(searchPage),
      former: former.map(formerTexts), formerTerms: hasSameTerms ? terms : nil,
      width: build.width)
    let (tree, origin) = (build.tree, origin)
    @Sendable func wrapping(_ body: () throws(StagedTreeError) -> Void) throws(SearchFailure) {
      do throws(StagedTreeError) { try body() } catch {
        throw .site(SiteFailure([error.diagnostic]))
      }
    }
    return try index.write(unreadable: SearchFailure.unreadable) {
      path, bytes throws(SearchFailure) in
      try wrapping { () throws(StagedTreeError) in _ = try tree.write(path, bytes, from: origin) }
    } keep: { file throws(SearchFailure) in
      var isKept = false
      try wrapping { () throws(StagedTreeError) in
        isKept = try tree.keep([file.kept], from: origin)
      }
      if !isKept { throw .unreadable }
    }
  }

  private func searchPage(_ outcome: LocaleBuild.Outcome) -> SearchIndex.Page? {
    if let report = outcome.report {
      return report.search.map(SearchIndex.Page.init)
    }
    return known(outcome).map {
      SearchIndex.Page(
        terms: records[$0.terms], textLength: $0.textLength, formerNumber: $0.number)
    }
  }

  /// Whether a page has the words that it had.
  private func hasFormerTerms(_ outcome: LocaleBuild.Outcome) -> Bool {
    guard let page = known(outcome) else { return false }
    guard let report = outcome.report else { return true }
    return records[page.terms].elementsEqual(report.search?.terms ?? [])
  }

  private func remember(
    _ diagnostics: [Diagnostic], _ search: CachedSearch, areChecked: Bool
  ) {
    var next = CachedLocale()
    next.routes = build.maker.site.tree.routes
    let hasSameRecords = areChecked && outcomes.allSatisfy(hasFormerTerms)
    var bytes: [UInt8] = []
    for (number, outcome) in outcomes.enumerated() {
      let former = known(outcome)
      var page = CachedLocale.Page(
        key: outcome.key, checks: 0..<0, terms: 0..<0,
        textLength: outcome.report?.search?.entry.count ?? former?.textLength ?? 0,
        number: number)
      if outcome.isReused { (page.html, page.markdown) = (former?.html, former?.markdown) }
      if hasSameRecords, let former {
        (page.checks, page.terms) = (former.checks, former.terms)
      } else {
        let start = bytes.count
        if let report = outcome.report {
          bytes += outcome.checks
          page.checks = start..<bytes.count
          bytes += report.search?.terms ?? []
        } else if let former {
          bytes += records[former.checks]
          page.checks = start..<bytes.count
          bytes += records[former.terms]
        }
        page.terms = page.checks.upperBound..<bytes.count
      }
      next.pages[outcome.path] = page
    }
    next.diagnostics = diagnostics
    next.search = search
    if hasSameRecords, let former {
      (next.records, next.recordsStamp) = (former.records, former.recordsStamp)
    }
    build.cache?.keep(next, of: build.locale, records: hasSameRecords ? nil : bytes)
  }
}
