import DocGen
import FileSystem
import TestSupport

/// Builds a site as the command does: with a cache in the folder or without, and nothing where nothing
/// has changed.
///
/// `formerManifest` is the list of what was published before; `nil` stands for that of the output.
@discardableResult
func buildSite(
  _ request: SiteRequest, in folder: TemporaryFolder, to output: String, cached: Bool,
  formerManifest: [UInt8]? = nil
) throws -> SiteSummary {
  let cache = cached ? SiteCache(in: "\(folder.path)/cache") : nil
  let tree = try StagedTree(
    replacing: "\(folder.path)/\(output)", recordsDigests: true, spare: cache?.spareTree)
  var summary: SiteSummary
  cache?.lookAtInputs(of: request)
  if let former = cache?.unchanged(tree) {
    summary = former
  } else {
    summary = try SiteBuild(request).run(into: tree, cache: cache)
    try PublishManifest.write(into: tree, comparedWith: formerManifest)
  }
  _ = try tree.commit()
  cache?.save(tree, summary)
  return summary
}
