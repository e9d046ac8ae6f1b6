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
}
