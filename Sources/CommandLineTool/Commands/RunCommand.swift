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
    let strict = try settings.flag("strict")
    let plan = try AuditPlan(settings, jobs: publication.jobs)
    let progress = Progress(settings)
    let audit = try AuditRun(plan, publication, progress)
    warnIfOld(audit, plan, publication)

    progress.step("publishing")
    var request = try publication.siteRequest(
      publication.layers(publication.contentFolders.reversed()))
    request.sections = [.init(nameKey: "report.title", path: "report/index.html")]
    request.toolIdentity = publication.toolIdentity
    let cache = try publication.cache()
    let history = try StatusTrendReader.trend(settings)
    request.statusTrend = history.trend
    let tree = try publication.openTree(recordsDigests: true)
    let (content, _, problems) = try publication.recorded(request.layers)
    var site: SiteSummary
    do {
      let assets = try PublicationAssets(templateFolders: publication.templateFolders)
      site = try SiteBuild(request).run(
        into: tree, content: content, assets: assets, cache: cache)
      try audit.writeReport(
        publication, into: tree, content: content, hasSite: true, assets: assets)
      try assets.write(into: tree)
      try PublishManifest.write(into: tree)
      try Seal(settings).close(tree)
    } catch {
      throw CommandFailure(publishing: error, otherwise: "run.failed")
    }
    progress.done()
    site.diagnostics += problems + history.warnings
    publication.printer.print(site.diagnostics)
    let summary = try publication.commit(tree)
    cache?.save(tree, site)
    audit.printResult(publication, summary)
    if try settings.flag("verify-incremental") {
      try IncrementalCheck(request, publication, content, isPart: true).perform(on: tree.path)
    }
    return ExitStatus.decisive([
      audit.status, BuildCommand.status(site.diagnostics, strict: strict),
    ])
  }

  /// A nightly run on a snapshot that nobody renews should not go unnoticed.
  private static func warnIfOld(
    _ audit: AuditRun, _ plan: AuditPlan, _ publication: Publication
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
        .warning, "snapshot.old", at: SourceLocation(path: plan.path),
        "the snapshot was collected \(days) days ago, more than the \(Int(allowed)) allowed",
        suggestion: "collect a new one")
    ])
  }
}
