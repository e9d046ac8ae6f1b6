import Concurrency
public import FileSystem
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
    let reports = try request.locales.concurrentMap(width: request.width) {
      locale throws(SiteFailure) in try ReportPages(request, data, locale)
    }
    @Sendable func write(_ path: RelativePath, _ bytes: [UInt8]) throws(SiteFailure) {
      try wrappingTreeErrors { () throws(StagedTreeError) in
        _ = try tree.write(path, bytes, from: "the report")
      }
    }
    // An index takes longer than any page, so it comes before those of its language.
    let tasks = reports.flatMap { report -> [(report: ReportPages, page: ReportPage?)] in
      [(report, nil)] + report.all().map { (report, $0) }
    }
    let found = try tasks.concurrentMap(width: request.width) {
      task throws(SiteFailure) -> [Diagnostic] in
      guard let page = task.page else {
        try task.report.writeSearch(write)
        return []
      }
      let rendered = try page.render(request.templates)
      try write(page.path, rendered.bytes)
      return rendered.diagnostics
    }
    return Set(found.joined()).sorted()
  }
}
