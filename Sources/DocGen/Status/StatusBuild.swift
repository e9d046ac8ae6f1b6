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
    let key = fingerprint?.statusKey(trend: site.request.statusTrend) ?? ""
    let paths = site.locales.map(StatusPages.path)
    if let former = cache?.status, !key.isEmpty, former.key == key,
      former.files.map(\.path) == paths,
      former.files.allSatisfy({ $0.file?.isKept(at: $0.path, in: tree) ?? false })
    {
      for shared in former.files {
        try wrappingTreeErrors { () throws(StagedTreeError) in
          try tree.keep(shared.path, from: Self.origin, digest: shared.file?.digest)
        }
      }
      cache?.keep(former)
      return
    }
    let locales = site.locales.filter { $0 != site.tree.source }
    let rows: [PageStatus]
    do throws(FileError) {
      rows = try StatusCollector(tree: site.tree, locales: locales, jobs: width).rows()
    } catch {
      throw SiteFailure([error.diagnostic])
    }
    for file in try StatusPages(site: site, rows: rows).files() {
      try wrappingTreeErrors { () throws(StagedTreeError) in
        _ = try tree.write(file.path, file.bytes, from: Self.origin)
      }
    }
    cache?.keep(CachedStatus(key: key, files: paths.map { .init(path: $0) }))
  }
}
