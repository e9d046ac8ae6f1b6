import DocGen
import FileSystem
import Model

/// Why a command could not do its work.
enum CommandFailure: Error {
  /// The call is wrong.
  case usage(UsageError)
  /// Something named in the diagnostics stands in the way.
  case problems([Diagnostic], ExitStatus)

  /// One problem that stands in the way.
  static func problem(
    _ code: String, at location: SourceLocation, _ message: String, suggestion: String? = nil,
    _ status: ExitStatus
  ) -> CommandFailure {
    .problems([Diagnostic(.error, code, at: location, message, suggestion: suggestion)], status)
  }

  /// What went wrong while an output was made: a failure of the site, of a template or of the tree,
  /// or else something that nobody foresaw, which is told by `code`.
  init(publishing error: any Error, otherwise code: String) {
    self =
      switch error {
      case let failure as CommandFailure: failure
      case let failure as SiteFailure: .problems(failure.problems, .usage)
      case let failure as TemplateFailure: .problems(failure.diagnostics, .usage)
      case let error as StagedTreeError: .problems([error.diagnostic], .usage)
      case let error as FileError: .problems([error.diagnostic], .usage)
      default: .problem(code, at: SourceLocation(path: ""), "\(error)", .internalError)
      }
  }
}
