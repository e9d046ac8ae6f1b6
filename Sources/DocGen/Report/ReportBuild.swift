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
    try wrappingTreeErrors { () throws(StagedTreeError) in
      try writeMachineForms(request, into: tree)
    }
    guard !request.formats.isDisjoint(with: [.html, .markdown]) else { return [] }
    let data = ReportData(request.run, limit: request.limit)
    var problems: Set<Diagnostic> = []
    for locale in request.locales {
      let pages = try ReportPages(request, data, locale).all()
      let found = try pages.concurrentMap(width: request.width) { page throws(SiteFailure) in
        let rendered = try page.render(request.templates)
        try wrappingTreeErrors { () throws(StagedTreeError) in
          _ = try tree.write(page.path, rendered.bytes, from: "the report")
        }
        return rendered.diagnostics
      }
      problems.formUnion(found.joined())
    }
    return problems.sorted()
  }

  private static func writeMachineForms(
    _ request: ReportRequest, into tree: StagedTree
  ) throws(StagedTreeError) {
    let folder = RelativePath(known: "report")
    func write(_ name: StaticString, _ bytes: [UInt8]) throws(StagedTreeError) {
      try tree.write(folder.appending(RelativePath(known: name)), bytes, from: "the report")
    }
    if request.formats.contains(.json) {
      try write("summary.json", SummaryDocument.render(request.run))
      try write("manifest.json", ManifestDocument.render(request.run))
    }
    if request.formats.contains(.ndjson) {
      var bytes: [UInt8] = []
      FindingsDocument.render(request.run.result) { bytes += $0 }
      try write("findings.ndjson", bytes)
    }
  }
}
