/// Git, asked about a repository that it only reads.
///
/// Nobody's configuration, hooks, pagers or helpers take part, nothing is fetched, and nothing asks
/// for a password. The user names the repository, so that it may belong to somebody else.
struct Git {
  /// The folder of the repository, or one in it; absolute.
  let folder: String
  private let tool: ExternalTool

  init(folder: String, environment: Environment) {
    self.folder = folder
    var tool = ExternalTool(name: "git", environment: environment)
    tool.variables = [
      "PATH": environment.variables["PATH"] ?? "/usr/bin:/bin", "LC_ALL": "C", "TZ": "UTC",
      "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_TERMINAL_PROMPT": "0",
      "GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1", "GIT_ALLOW_PROTOCOL": "none",
    ]
    self.tool = tool
  }

  private static let options = [
    "-c", "core.hooksPath=/dev/null", "-c", "core.fsmonitor=false", "-c", "safe.directory=*",
    "--no-pager", "--no-replace-objects", "--literal-pathspecs",
  ]

  /// Why Git didn't answer.
  struct Refusal: Error {
    /// What it said, on one line.
    let message: String
  }

  /// Calls Git.
  ///
  /// - Returns: What it printed.
  /// - Throws: If there is no Git, or if it ends with anything but 0.
  func ask(_ words: [String], input: [UInt8] = []) throws(Refusal) -> [UInt8] {
    guard let ending = tool.call(Self.options + ["-C", folder] + words, input: input) else {
      throw Refusal(message: "there is no program 'git' in PATH")
    }
    guard ending.status == 0 else {
      let said = ending.diagnostics.split(separator: "\n").first.map(String.init) ?? ""
      throw Refusal(message: said.hasPrefix("fatal: ") ? String(said.dropFirst(7)) : said)
    }
    return ending.output
  }

  /// What Git printed, as lines.
  func lines(_ words: [String], input: [UInt8] = []) throws(Refusal) -> [String] {
    try ask(words, input: input).split(separator: 10).map { String(decoding: $0, as: UTF8.self) }
  }
}
