/// One line of progress on a terminal, nothing anywhere else.
struct Progress: Sendable {
  private let environment: Environment
  private let isShown: Bool

  init(_ settings: Settings) {
    environment = settings.environment
    isShown = environment.isTerminal && !settings.arguments.flag("quiet")
  }

  /// Says what is being done now.
  func step(_ text: String) {
    if isShown { environment.diagnostics("\r\u{1B}[K\(text) ...") }
  }

  /// Takes the line away.
  func done() {
    if isShown { environment.diagnostics("\r\u{1B}[K") }
  }
}
