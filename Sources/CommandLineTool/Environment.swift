public import FileSystem
public import Model

/// What a command may know of the world; tests make their own.
///
/// Nothing below the command line asks the system for the time, the folder, the processors or the
/// user's locale: they come from here.
public struct Environment: Sendable {
  /// The folder that relative paths start from; absolute.
  public var workingFolder: String
  /// The wall clock, read once.
  public var now: Instant
  /// How many processors may be used; 1 or more.
  public var processorCount: Int
  /// The variables, such as `VOUCH_LOCALE` and `NO_COLOR`.
  public var variables: [String: String]
  /// The path of the running executable, from which the built-in files are found.
  public var executable: String
  /// Whether diagnostics go to a terminal.
  public var isTerminal: Bool
  /// A number that no other running process has, for the names of temporary folders.
  public var processNumber: Int
  /// Takes results.
  public var output: @Sendable (String) -> Void
  /// Why not all results could be written; `nil` if they were.
  public var outputFailure: @Sendable () -> FileError? = { nil }
  /// Takes diagnostics and progress.
  public var diagnostics: @Sendable (String) -> Void

  /// An environment from its parts.
  public init(
    workingFolder: String, now: Instant, processorCount: Int, variables: [String: String],
    executable: String, isTerminal: Bool, processNumber: Int,
    output: @escaping @Sendable (String) -> Void,
    diagnostics: @escaping @Sendable (String) -> Void
  ) {
    self.workingFolder = workingFolder
    self.now = now
    self.processorCount = max(1, processorCount)
    self.variables = variables
    self.executable = executable
    self.isTerminal = isTerminal
    self.processNumber = processNumber
    self.output = output
    self.diagnostics = diagnostics
  }

  /// Makes a folder for what lasts as long as the command, which no other user can have prepared.
  ///
  /// - Parameter purpose: The middle of its name.
  /// - Returns: Its absolute path.
  /// - Throws: What the system says.
  func makeTemporaryFolder(_ purpose: String) throws(FileError) -> String {
    let given = variables["TMPDIR"] ?? ""
    return try Files.makePrivateFolder(
      "\(absolute(given.isEmpty ? "/tmp" : given))/vouch-\(purpose)")
  }

  /// A path as the system needs it: absolute, relative ones starting from the working folder.
  func absolute(_ path: String) -> String {
    path.hasPrefix("/") ? path : "\(workingFolder)/\(path)"
  }
}
