import Concurrency
import DocGen
import FileSystem
import Model

/// `vouch build [CONTENT]`: the documentation site.
enum BuildCommand {
  static func perform(_ settings: Settings) throws(CommandFailure) -> ExitStatus {
    let publication = try Publication(settings)
    try publication.keepReport()
    let strict = try settings.flag("strict")
    var request = try publication.siteRequest(
      publication.withSource(publication.layers(of: settings.arguments.operands.first)))
    request.toolIdentity = publication.toolIdentity
    let cache = try publication.cache()
    let sourceVersion = SourceRepository.version(settings)
    request.sourceVersion = sourceVersion ?? ""
    let history = try StatusTrendReader.trend(settings)
    request.statusTrend = history.trend
    let progress = Progress(settings)
    progress.step("publishing")
    let (tree, _) = try concurrently(width: publication.jobs) { () throws(CommandFailure) in
      try publication.openTree(recordsDigests: true, cache: cache)
    } _: { [request] () throws(CommandFailure) in
      if sourceVersion != nil { cache?.lookAtInputs(of: request) }
    }
    let summary: SiteSummary
    if let former = cache?.unchanged(tree) {
      summary = former
    } else {
      summary = try publish(request, publication, tree, cache)
    }
    progress.done()
    let warnings = history.warnings + publication.templateWarnings()
    publication.printer.print(warnings)
    // What is only worth knowing is for 'vouch check'.
    publication.printer.print(summary.diagnostics.filter { $0.severity > .note })
    let written = try publication.commit(tree)
    cache?.save(tree, summary)
    if !settings.arguments.flag("quiet") {
      print(summary, written, publication)
    }
    if try settings.flag("verify-incremental") {
      let (content, _, _) = try publication.recorded(request.layers)
      try IncrementalCheck(request, publication, content).perform(on: tree.path)
    }
    return status(summary.diagnostics + warnings, strict: strict)
  }

  private static func publish(
    _ request: SiteRequest, _ publication: Publication, _ tree: StagedTree, _ cache: SiteCache?
  ) throws(CommandFailure) -> SiteSummary {
    let (content, _, problems) = try publication.recorded(
      request.layers, known: cache?.knownFiles)
    do {
      var summary = try SiteBuild(request).run(into: tree, content: content, cache: cache)
      try PublishManifest.write(into: tree)
      summary.diagnostics += problems
      return summary
    } catch {
      throw CommandFailure(publishing: error, otherwise: "build.failed")
    }
  }

  /// 1 for errors, or for warnings that are taken as errors.
  static func status(_ problems: [Diagnostic], strict: Bool) -> ExitStatus {
    problems.contains { $0.severity == .error || (strict && $0.severity == .warning) }
      ? .findings : .success
  }

  private static func print(
    _ summary: SiteSummary, _ written: StagedTree.Summary, _ publication: Publication
  ) {
    let locales = summary.pages.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
    let warnings = summary.diagnostics.filter { $0.severity == .warning }.count
    let errors = summary.diagnostics.filter { $0.severity == .error }.count
    publication.settings.environment.output(
      """
      \(counted(summary.pageCount, "page")) (\(locales.joined(separator: ", "))), \
      \(counted(errors, "error")), \(counted(warnings, "warning"))
      \(written.line(publication.output))

      """)
  }
}
