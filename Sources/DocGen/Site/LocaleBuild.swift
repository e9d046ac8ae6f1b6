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
    var path: RelativePath
    var key: String
    /// Whether the page is as it was.
    var isReused = false
    /// `nil` of a page that is as it was, until somebody needs more of it than the cache has.
    var report: PageReport?
    /// What is checked of the page, as the cache has it.
    var checks: [UInt8] = []
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
    var assembly = LocaleAssembly(self, former: former, outcomes)
    return Result(
      diagnostics: try assembly.finish(), reused: outcomes.count { $0.isReused })
  }

  /// Keeps a page, or makes it.
  func page(_ path: RelativePath) throws(SiteFailure) -> Outcome {
    let known = former?.pages[path]
    let routes = maker.site.tree.routes
    let (html, markdown) = (routes.page(path, in: locale), routes.markdown(path, in: locale))
    let source = maker.site.tree.page(at: path, in: locale)?.file ?? path.description
    let key = fingerprint?.key(of: path, in: locale) ?? ""
    if let known, !key.isEmpty, known.key == key, let keptHTML = known.html,
      let keptMarkdown = known.markdown,
      try wrappingTreeErrors({ () throws(StagedTreeError) in
        try tree.keep(
          [keptHTML.kept(at: html), keptMarkdown.kept(at: markdown)], from: source)
      })
    {
      return Outcome(path: path, key: key, isReused: true)
    }
    let page = try maker.make(path, in: locale)
    try wrappingTreeErrors { () throws(StagedTreeError) in
      try tree.write(html, page.html, from: source)
      try tree.write(markdown, page.markdown, from: source)
    }
    return Outcome(
      path: path, key: page.includesPages ? "" : key, report: page.report,
      checks: cache == nil ? [] : page.report.checks)
  }
}
