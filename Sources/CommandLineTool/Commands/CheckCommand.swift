import DocGen
import Model

/// `vouch check [CONTENT]`: what is wrong with content; nothing is published.
enum CheckCommand {
  static func perform(_ settings: Settings) throws(CommandFailure) -> ExitStatus {
    let publication = try Publication(settings)
    let content = settings.arguments.operands.first
    let request = try publication.siteRequest(
      publication.layers([content.map(publication.absolute) ?? publication.builtIn.content]))
    let problems: [Diagnostic]
    do throws(SiteFailure) {
      problems = try SiteCheck(request).run()
    } catch {
      throw .problems(error.problems, .usage)
    }
    publication.printer.print(problems)
    let counts = Diagnostic.Severity.allCases.reversed().map { severity in
      counted(problems.filter { $0.severity == severity }.count, "\(severity)")
    }
    settings.environment.output(counts.joined(separator: ", ") + "\n")
    return BuildCommand.status(problems, strict: try settings.flag("strict"))
  }
}
