import FileSystem
import Model

/// The command line: from words to an exit status.
public enum Tool {
  /// The version, as `vouch --version` prints it and reports name it.
  public static let version = "0.1.0"

  /// Does what the words say.
  ///
  /// - Parameters:
  ///   - words: The words after the executable's name.
  ///   - environment: What the command may know of the world.
  /// - Returns: The exit status; everything else was printed. Results that can't be written count
  ///   as any output that can't.
  public static func main(_ words: [String], in environment: Environment) -> ExitStatus {
    let status = end(words, environment)
    guard let failure = environment.outputFailure() else { return status }
    DiagnosticPrinter(environment).print([failure.diagnostic])
    return .decisive([status, .usage])
  }

  /// Does what the words say, and prints what stands in the way.
  private static func end(_ words: [String], _ environment: Environment) -> ExitStatus {
    do {
      return try dispatch(words, environment)
    } catch {
      switch error {
      case .usage(let error):
        environment.diagnostics("vouch: error: \(error) [usage]\n")
        return .usage
      case .problems(let problems, let status):
        DiagnosticPrinter(environment).print(problems)
        return status
      }
    }
  }

  private static func dispatch(
    _ words: [String], _ environment: Environment
  ) throws(CommandFailure) -> ExitStatus {
    guard let name = words.first else {
      environment.diagnostics(Help.overview(CommandTable.commands))
      return .usage
    }
    let rest = Array(words.dropFirst())
    switch name {
    case "--help", "-h", "help":
      return try help(rest.first, environment)
    case "--version", "-V":
      environment.output("vouch \(version)\n")
      return .success
    default:
      break
    }
    let command = try command(name)
    if rest.prefix(while: { $0 != "--" }).contains(where: { $0 == "--help" || $0 == "-h" }) {
      environment.output(Help.page(command))
      return .success
    }
    let arguments: Arguments
    do {
      arguments = try ArgumentParser.parse(rest, for: command)
    } catch {
      throw .usage(error)
    }
    return try perform(arguments, environment)
  }

  private static func perform(
    _ arguments: Arguments, _ environment: Environment
  ) throws(CommandFailure) -> ExitStatus {
    let pseudo = PseudoContent(environment)
    defer { pseudo.remove() }
    let settings = Settings(arguments: arguments, environment: environment, pseudo: pseudo)
    switch arguments.command {
    case "run": return try RunCommand.perform(settings)
    case "audit": return try AuditCommand.perform(settings)
    case "merge": return try MergeCommand.perform(settings)
    case "diff": return try DiffCommand.perform(settings)
    case "verify": return try VerifyCommand.perform(settings)
    case "build": return try BuildCommand.perform(settings)
    case "check": return try CheckCommand.perform(settings)
    case "rules": return try RulesCommand.perform(settings)
    case "schema": return try SchemaCommand.perform(settings)
    case "status": return try StatusCommand.perform(settings)
    case "memory": return try MemoryCommand.perform(settings)
    case "localize": return try LocalizeCommand.perform(settings)
    case "query": return try QueryCommand.perform(settings)
    case "import": return try ImportCommand.perform(settings)
    case "init": return try InitializeCommand.perform(settings)
    default:
      throw .usage(UsageError("'\(arguments.command)' is in the table but not built"))
    }
  }

  private static func help(
    _ name: String?, _ environment: Environment
  ) throws(CommandFailure) -> ExitStatus {
    guard let name else {
      environment.output(Help.overview(CommandTable.commands))
      return .success
    }
    environment.output(Help.page(try command(name)))
    return .success
  }

  private static func command(_ name: String) throws(CommandFailure) -> CommandDescription {
    if let command = CommandTable.commands.first(where: { $0.name == name }) { return command }
    let near = Suggestion.didYouMean(name, among: CommandTable.commands.map(\.name))
    throw .usage(
      UsageError(
        "there is no command '\(name)'",
        suggestion: near ?? "'vouch --help' lists them"))
  }
}
