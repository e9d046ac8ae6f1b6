import Model

/// What is wrong with several settings, told at once.
struct GatheredFaults {
  private var problems: [Diagnostic] = []
  private var statuses: [ExitStatus] = []
  private var usage: UsageError?

  /// The value of a setting; `nil`, and its problems are kept, if it has none.
  @discardableResult
  mutating func value<Value>(_ body: () throws(CommandFailure) -> Value) -> Value? {
    do {
      return try body()
    } catch {
      switch error {
      case .usage(let fault): usage = usage ?? fault
      case .problems(let found, let status):
        problems += found
        statuses.append(status)
      }
      return nil
    }
  }

  /// Ends the gathering.
  ///
  /// - Throws: All problems there were.
  func end() throws(CommandFailure) {
    guard problems.isEmpty else { throw .problems(problems, ExitStatus.decisive(statuses)) }
    if let usage { throw .usage(usage) }
  }
}
