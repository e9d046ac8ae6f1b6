import Audit
import CustomRules
import FileSystem
import Model
import SQLite

/// `vouch query SNAPSHOT SQL`: a question to a snapshot.
enum QueryCommand {
  static func perform(_ settings: Settings) throws(CommandFailure) -> ExitStatus {
    let operands = settings.arguments.operands
    guard operands.count == 2 else {
      throw .usage(
        UsageError(
          "a snapshot and one query are needed",
          suggestion: "write vouch query snapshot.json 'select name from segments'"))
    }
    if !Files.exists(settings.environment.absolute(operands[0])),
      Files.exists(settings.environment.absolute(operands[1]))
    {
      throw .usage(
        UsageError(
          "the snapshot comes first",
          suggestion: "write vouch query \(operands[1]) '\(operands[0])'"))
    }
    let publication = try Publication(settings)
    let limit = try settings.count("limit") ?? 1_000
    let steps = try settings.count("steps", atLeast: 1)
    let plan = try AuditPlan(settings, jobs: publication.jobs)
    let (snapshot, _) = try plan.read(DiagnosticPrinter(settings.environment, isQuiet: true))
    let context = AuditContext(
      snapshot, catalogue: try publication.catalogue(), asOf: plan.configuration.asOf,
      threads: publication.jobs)
    let query: Query
    do {
      query = try Query(operands[1], of: context, limit: limit, steps: steps)
    } catch {
      throw .problem(
        error.reason == .steps ? "query.budget" : "query.sql", at: location(error, operands[1]),
        error.message, suggestion: suggestion(error), .usage)
    }
    if settings.arguments.value("format") == "json",
      let name = QueryFormat.repeatedColumn(query)
    {
      throw .problem(
        "query.columns", at: SourceLocation(path: "query"),
        "two columns are called '\(name)', and an object holds only one of them",
        suggestion: "give each a name of its own with AS", .usage)
    }
    let output: String
    switch settings.arguments.value("format") {
    case "json": output = QueryFormat.json(query)
    case "csv": output = QueryFormat.csv(query)
    default: output = QueryFormat.table(query)
    }
    settings.environment.output(output)
    if query.hasMore {
      publication.printer.print([
        Diagnostic(
          .warning, "query.limit", at: SourceLocation(path: "query"),
          "there are more than \(limit) rows", suggestion: "--limit allows more")
      ])
    }
    return .success
  }

  private static func suggestion(_ error: SQLiteError) -> String? {
    switch error.reason {
    case .forbidden: "a query is one SELECT; docs/custom-rules.md lists what it may use"
    case .steps: SQLiteError.adviceOnSteps + "; --steps allows more"
    case .statement, .running: error.suggestion
    }
  }

  private static func location(_ error: SQLiteError, _ sql: String) -> SourceLocation {
    guard let offset = error.offset else { return SourceLocation(path: "query") }
    let before = sql.utf8.prefix(offset)
    let line = before.count { $0 == 0x0A } + 1
    let start = before.lastIndex(of: 0x0A).map { before.distance(from: $0, to: before.endIndex) }
    return SourceLocation(path: "query", line: line, column: start ?? offset + 1)
  }
}
