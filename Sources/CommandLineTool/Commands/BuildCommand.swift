import DocGen
import FileSystem
import Model

/// `vouch build [CONTENT]`: the documentation site.
enum BuildCommand {
  static func perform(_ settings: Settings) throws(CommandFailure) -> ExitStatus {
    let publication = try Publication(settings)
    let strict = try settings.flag("strict")
    let content = settings.arguments.operands.first
    let request = try publication.siteRequest(
      publication.layers([content.map(publication.absolute) ?? publication.builtIn.content]))
    let progress = Progress(settings)
    progress.step("publishing")
    let tree = try publication.openTree()
    let summary: SiteSummary
    do {
      summary = try SiteBuild(request).run(into: tree)
    } catch {
      progress.done()
      throw .problems(error.problems, .usage)
    }
    progress.done()
    publication.printer.print(summary.diagnostics)
    let written = try publication.commit(tree)
    if !settings.arguments.flag("quiet") {
      print(summary, written, publication)
    }
    return status(summary.diagnostics, strict: strict)
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
