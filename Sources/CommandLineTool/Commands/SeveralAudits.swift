import FileSystem
import Model

/// `vouch audit SNAPSHOT SNAPSHOT...`: an audit of each environment, and one report on all.
///
/// Each audit writes its own report into a folder of its own, and these are merged: several
/// snapshots take no more memory than the largest of them.
enum SeveralAudits {
  static func perform(_ settings: Settings) throws(CommandFailure) -> ExitStatus {
    let publication = try Publication(settings)
    let environment = settings.environment
    let temporary = environment.variables["TMPDIR"] ?? "/tmp"
    let folder = environment.absolute("\(temporary)/vouch-parts-\(environment.processNumber)")
    Files.removeTree(folder)
    defer { Files.removeTree(folder) }
    var parts: [String] = []
    var problems: [Diagnostic] = []
    var statuses: [ExitStatus] = []
    for (position, snapshot) in settings.arguments.operands.enumerated() {
      var arguments = settings.arguments
      arguments.operands = [snapshot]
      arguments.values["output"] = ["\(folder)/\(position)"]
      let single = Settings(
        arguments: arguments, environment: environment, configuration: settings.configuration,
        pseudo: settings.pseudo)
      do {
        try AuditCommand.write(single)
        parts.append("\(folder)/\(position)")
      } catch {
        // All that is wrong is told, not only what is wrong with the first.
        guard case .problems(let found, let status) = error else { throw error }
        problems += found
        statuses.append(status)
      }
    }
    guard problems.isEmpty else {
      var seen: Set<Diagnostic> = []
      throw .problems(
        problems.filter { seen.insert($0).inserted }, ExitStatus.decisive(statuses))
    }
    return try Merge(parts, publication, checksFiles: false).write()
  }
}
