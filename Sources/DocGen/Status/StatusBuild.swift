import FileSystem
import Localization
import Model

/// Makes the pages of the status of translations, unless the cache knows that nothing changed.
struct StatusBuild {
  let site: SiteContext
  let tree: StagedTree
  let cache: SiteCache?
  let fingerprint: SiteFingerprint?
  let width: Int

  private static let origin = "the status of translations"

  /// Makes the pages.
  ///
  /// - Throws: If a page can't be read or written, or if a template fails.
  func run() throws(SiteFailure) {
    let build = PartBuild(tree: tree, cache: cache)
    try build.run(
      "status", key: fingerprint?.statusKey(trend: site.request.statusTrend), origin: Self.origin
    ) { () throws(SiteFailure) in
      let locales = site.locales.filter { $0 != site.tree.source }
      let rows: [PageStatus]
      do throws(FileError) {
        rows = try StatusCollector(tree: site.tree, locales: locales, jobs: width).rows()
      } catch {
        throw SiteFailure([error.diagnostic])
      }
      return try StatusPages(site: site, rows: rows).files()
    }
  }
}
