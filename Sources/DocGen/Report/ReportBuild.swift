import Concurrency
public import FileSystem
import Localization
public import Model

/// Renders the compliance report in all its forms and languages.
public enum ReportBuild {
  /// Writes the report into a tree of output; the caller commits it.
  ///
  /// - Returns: Problems of templates that didn't keep pages from being made.
  /// - Throws: What keeps a report from being made: unreadable catalogs, templates, a full disk.
  public static func run(
    _ request: ReportRequest, into tree: StagedTree
  ) throws(SiteFailure) -> [Diagnostic] {
    try MachineForms.write(request, into: tree)
    guard !request.formats.isDisjoint(with: [.html, .markdown]) else { return [] }
    let data = ReportData(request.run, limit: request.limit)
    var problems: Set<Diagnostic> = []
    for locale in request.locales {
      let report = try ReportPages(request, data, locale)
      @Sendable func write(_ path: RelativePath, _ bytes: [UInt8]) throws(SiteFailure) {
        try wrappingTreeErrors { () throws(StagedTreeError) in
          _ = try tree.write(path, bytes, from: "the report")
        }
      }
      // The index takes longer than any page, so it comes first.
      let tasks: [ReportPage?] = [nil] + report.all()
      let found = try tasks.concurrentMap(width: request.width) {
        page throws(SiteFailure) -> [Diagnostic] in
        guard let page else {
          try report.writeSearch(write)
          return []
        }
        let rendered = try page.render(request.templates)
        try write(page.path, rendered.bytes)
        return rendered.diagnostics
      }
      problems.formUnion(found.joined())
    }
    return problems.sorted()
  }
}
