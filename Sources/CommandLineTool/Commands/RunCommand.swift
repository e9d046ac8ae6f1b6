import Audit
import DocGen
import FileSystem
import Model

/// `vouch run`: the audit, its report and the site, in one batch and one output folder.
enum RunCommand {
  static func perform(_ typed: Settings) throws(CommandFailure) -> ExitStatus {
    var settings = typed
    settings.configuration = try Configuration.read(
      settings.value("config") ?? "vouch.yaml", in: settings.environment)
    let publication = try Publication(settings)
    _ = try settings.flag("strict")
    let progress = Progress(settings)
    let singles = settings.ofEachSnapshot
    guard singles.count == 1 else {
      return try SeveralAudits.withParts(
        of: singles, visit: { warnIfOld($0, $1.path("snapshot") ?? "", publication) }
      ) { parts throws(CommandFailure) in
        let merge = try Merge(parts, publication, areEarlier: false)
        let site = try publish(publication, progress) {
          tree, content, assets throws(CommandFailure) in
          try merge.writeReport(into: tree, content: content, hasSite: true, assets: assets)
        }
        merge.printResult(site.summary)
        return try site.end(with: merge.status)
      }
    }
    let plan = try AuditPlan(settings, jobs: publication.jobs)
    let audit = try AuditRun(plan, publication, progress)
    publication.printer.print(audit.result.exceptionProblems)
    warnIfOld(audit, plan.path, publication)
    let site = try publish(publication, progress) {
      tree, content, assets throws(CommandFailure) in
      try audit.writeReport(
        publication, into: tree, content: content, hasSite: true, assets: assets)
    }
    audit.printResult(publication, site.summary)
    return try site.end(with: audit.status)
  }

  /// A site that was published with its report.
  private struct Published {
    let publication: Publication
    let request: SiteRequest
    let content: ContentTree
    let diagnostics: [Diagnostic]
    let path: String
    let summary: StagedTree.Summary

    /// Checks what is to be checked of the output, and tells how the run ends.
    func end(with status: ExitStatus) throws(CommandFailure) -> ExitStatus {
      let settings = publication.settings
      if try settings.flag("verify-incremental") {
        try IncrementalCheck(request, publication, content, isPart: true).perform(on: path)
      }
      return ExitStatus.decisive([
        status, BuildCommand.status(diagnostics, strict: try settings.flag("strict")),
      ])
    }
  }

  /// Publishes the site with a report that `writeReport` writes into the same tree.
  private static func publish(
    _ publication: Publication, _ progress: Progress,
    _ writeReport: (StagedTree, ContentTree, PublicationAssets) throws(CommandFailure) -> Void
  ) throws(CommandFailure) -> Published {
    let settings = publication.settings
    progress.step("publishing")
    var request = try publication.siteRequest(
      publication.layers(publication.contentFolders.reversed()))
    request.sections = [.init(nameKey: "report.title", path: "report/index.html")]
    request.toolIdentity = publication.toolIdentity
    let cache = try publication.cache()
    let history = try StatusTrendReader.trend(settings)
    request.statusTrend = history.trend
    let tree = try publication.openTree(recordsDigests: true, cache: cache)
    let (content, _, problems) = try publication.recorded(
      request.layers, known: cache?.knownFiles)
    var site: SiteSummary
    do {
      let assets = try PublicationAssets(templateFolders: publication.templateFolders)
      site = try SiteBuild(request).run(
        into: tree, content: content, assets: assets, cache: cache)
      try writeReport(tree, content, assets)
      try assets.write(into: tree)
      try PublishManifest.write(into: tree)
      try Seal(settings).close(tree)
    } catch {
      throw CommandFailure(publishing: error, otherwise: "run.failed")
    }
    progress.done()
    site.diagnostics += problems + history.warnings + publication.templateWarnings()
    publication.printer.print(site.diagnostics)
    let summary = try publication.commit(tree)
    cache?.save(tree, site)
    return Published(
      publication: publication, request: request, content: content,
      diagnostics: site.diagnostics, path: tree.path, summary: summary)
  }

  /// A nightly run on a snapshot that nobody renews should not go unnoticed.
  private static func warnIfOld(
    _ audit: AuditRun, _ path: String, _ publication: Publication
  ) {
    let snapshot = audit.result.snapshot
    guard let collected = snapshot.rows(CollectionRecord.self).first?[.collectedUtc].known,
      let allowed = audit.result.rules.first(where: { $0.rule.id == "DQ-05" })?
        .rule.value("maxAgeDays")
    else { return }
    let age = publication.settings.environment.now.microseconds - collected.microseconds
    let days = Int(age / Instant.day)
    guard days > Int(allowed) else { return }
    publication.printer.print([
      Diagnostic(
        .warning, "snapshot.old", at: SourceLocation(path: path),
        "the snapshot was collected \(days) days ago, more than the \(Int(allowed)) allowed",
        suggestion: "collect a new one")
    ])
  }
}
