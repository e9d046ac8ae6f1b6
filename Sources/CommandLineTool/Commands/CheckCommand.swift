import DocGen
import Model

/// `vouch check [CONTENT]`: what is wrong with content; nothing is published.
enum CheckCommand {
  static func perform(_ settings: Settings) throws(CommandFailure) -> ExitStatus {
    let publication = try Publication(settings)
    let content = settings.arguments.operands.first
    let request = try publication.siteRequest(publication.layers(of: content))
    let (tree, record, repositoryProblems) = try publication.recorded(request.layers)
    let isLimited = try settings.flag("translations")
    var result = try TranslationFindings(
      publication: publication, tree: tree,
      content: content.map(publication.absolute) ?? publication.builtIn.content,
      readsAsShown: !isLimited
    ).result(of: request.locales)
    if let record {
      result.findings += LagFindings(record: record, tree: tree).all(in: request.locales)
    }
    do throws(SiteFailure) {
      let folder = settings.environment.workingFolder
      result.findings = result.findings.map { $0.relative(to: folder) }
      result.suppressed = result.suppressed.map { $0.relative(to: folder) }
      if !isLimited {
        result.findings += try SiteCheck(request).run(content: tree).map {
          CheckFinding($0.relative(to: folder))
        }
        result.findings += repositoryProblems.map { CheckFinding($0) }
      }
    } catch {
      throw .problems(error.problems, .usage)
    }
    result.sort()
    let problems = result.findings.map(\.diagnostic)
    switch settings.value("format") ?? "text" {
    case "json": output(CheckDocuments.json(result), settings)
    case "sarif": output(CheckDocuments.sarif(result), settings)
    case "junit": output(CheckDocuments.junit(result), settings)
    default:
      publication.printer.print(problems)
      if settings.arguments.flag("quiet") { break }
      var counts = Diagnostic.Severity.allCases.reversed().map { severity in
        counted(problems.filter { $0.severity == severity }.count, "\(severity)")
      }
      if !result.suppressed.isEmpty { counts.append("\(result.suppressed.count) suppressed") }
      settings.environment.output(counts.joined(separator: ", ") + "\n")
    }
    return BuildCommand.status(problems, strict: try settings.flag("strict"))
  }

  private static func output(_ bytes: [UInt8], _ settings: Settings) {
    settings.environment.output(String(decoding: bytes, as: UTF8.self))
  }
}
