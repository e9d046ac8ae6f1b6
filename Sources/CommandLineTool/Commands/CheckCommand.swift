import DocGen
import FileSystem
import Model

/// `vouch check [CONTENT]`: what is wrong with content; nothing is published.
enum CheckCommand {
  static func perform(_ settings: Settings) throws(CommandFailure) -> ExitStatus {
    let publication = try Publication(settings)
    let content = settings.arguments.operands.first
    let request = try publication.siteRequest(
      publication.layers([content.map(publication.absolute) ?? publication.builtIn.content]))
    let problems: [Diagnostic]
    do {
      // Pages are rendered as for publication, into a tree that is given up at the end.
      let folder = settings.environment.variables["TMPDIR"] ?? "/tmp"
      let tree = try StagedTree(
        replacing: "\(folder)/vouch-check-\(settings.environment.processNumber)")
      problems = try SiteBuild(request).run(into: tree).diagnostics
    } catch let failure as SiteFailure {
      throw .problems(failure.problems, .usage)
    } catch let error as StagedTreeError {
      throw .problems([error.diagnostic], .usage)
    } catch {
      throw .problem("check.failed", at: SourceLocation(path: ""), "\(error)", .internalError)
    }
    publication.printer.print(problems)
    let counts = Diagnostic.Severity.allCases.reversed().map { severity in
      counted(problems.filter { $0.severity == severity }.count, "\(severity)")
    }
    settings.environment.output(counts.joined(separator: ", ") + "\n")
    return BuildCommand.status(problems, strict: try settings.flag("strict"))
  }
}
