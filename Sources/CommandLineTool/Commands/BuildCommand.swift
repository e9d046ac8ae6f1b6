import DocGen
import FileSystem
import Model

/// `vouch build [CONTENT]`: the documentation site.
enum BuildCommand {
  static func perform(_ settings: Settings) throws(CommandFailure) -> ExitStatus {
    let publication = try Publication(settings)
    let strict = try settings.flag("strict")
    var request = try publication.siteRequest(
      publication.layers(of: settings.arguments.operands.first))
    request.toolIdentity = identity(settings.environment)
    let cache = try settings.flag("no-cache") ? nil : SiteCache(in: cacheFolder(publication))
    let progress = Progress(settings)
    progress.step("publishing")
    let (content, _, problems) = try publication.recorded(request.layers)
    let tree = try publication.openTree()
    var summary: SiteSummary
    do {
      summary = try SiteBuild(request).run(into: tree, content: content, cache: cache)
    } catch {
      progress.done()
      throw .problems(error.problems, .usage)
    }
    progress.done()
    summary.diagnostics += problems
    // What is only worth knowing is for 'vouch check'.
    publication.printer.print(summary.diagnostics.filter { $0.severity > .note })
    let written = try publication.commit(tree)
    cache?.save(output: tree.path)
    if !settings.arguments.flag("quiet") {
      print(summary, written, publication)
    }
    if try settings.flag("verify-incremental") {
      try IncrementalCheck(request, publication, content).perform(on: tree.path)
    }
    return status(summary.diagnostics, strict: strict)
  }

  /// The folder of the cache: what was asked for, or one beside the output for each output.
  private static func cacheFolder(_ publication: Publication) -> String {
    if let folder = publication.settings.path("cache") { return publication.absolute(folder) }
    var output = publication.absolute(publication.output)
    while output.count > 1, output.hasSuffix("/") { output.removeLast() }
    let name = output.split(separator: "/").last.map(String.init) ?? "site"
    return "\(output.dropLast(name.count)).vouch-cache/\(name)"
  }

  /// What tells one build of the tool from another.
  private static func identity(_ environment: Environment) -> String {
    let stamp = FileStamp(of: environment.executable)
    return stamp.map { "\($0.number) \($0.size) \($0.modified)" } ?? environment.executable
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
      Wrote \(publication.output): \(counted(written.written, "file")) changed, \(written.unchanged) \
      unchanged, \(written.removed) removed

      """)
  }
}
