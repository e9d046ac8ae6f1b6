import Audit
import Model

/// `vouch schema [NAME]`: prints a published schema.
enum SchemaCommand {
  private static let names = ["snapshot"]

  static func perform(_ settings: Settings) throws(CommandFailure) -> ExitStatus {
    let name = settings.arguments.operands.first ?? "snapshot"
    guard names.contains(name) else {
      throw .usage(
        UsageError(
          "there is no schema '\(name)'",
          suggestion: Suggestion.nearest(to: name, among: names).map { "did you mean '\($0)'?" }
            ?? "known is \(names.joined(separator: ", "))"))
    }
    settings.environment.output(SnapshotSchema.json(readBy: RuleRegistry.rulesByField))
    return .success
  }
}
