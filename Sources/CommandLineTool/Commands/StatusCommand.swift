import DocGen
import FileSystem
import Localization
import Model

/// `vouch status [CONTENT]`: how every page stands in every locale.
enum StatusCommand {
  static func perform(_ settings: Settings) throws(CommandFailure) -> ExitStatus {
    let publication = try Publication(settings)
    let (tree, record, diagnostics) = try publication.recorded(
      try publication.layers(of: settings.arguments.operands.first))
    let wanted = try settings.locales()
    let locales = tree.locales.filter { $0 != tree.source && (wanted?.contains($0) ?? true) }
    let history = try StatusTrendReader.trend(settings)
    let rows: [PageStatus]
    do throws(FileError) {
      rows = try StatusCollector(tree: tree, locales: locales, jobs: publication.jobs).rows()
    } catch {
      throw .problems([error.diagnostic], .usage)
    }
    publication.printer.print(diagnostics + history.warnings)
    let documents = StatusDocuments(
      rows: rows, locales: locales, source: tree.source, version: record?.version,
      trend: history.trend)
    switch settings.value("format") ?? "text" {
    case "json":
      settings.environment.output(String(decoding: documents.json(), as: UTF8.self))
    case "html": settings.environment.output(documents.html())
    default: settings.environment.output(documents.text())
    }
    return BuildCommand.status(diagnostics, strict: false)
  }
}
