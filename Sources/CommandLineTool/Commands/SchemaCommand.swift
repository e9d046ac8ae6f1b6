import Audit
import DocGen
import Model

/// `vouch schema [NAME]`: prints a published schema.
enum SchemaCommand {
  private static let names = ["page", "publication", "snapshot", "status"]

  static func perform(_ settings: Settings) throws(CommandFailure) -> ExitStatus {
    let name = settings.arguments.operands.first ?? "snapshot"
    guard names.contains(name) else {
      throw .usage(
        UsageError(
          "there is no schema '\(name)'",
          suggestion: Suggestion.didYouMean(name, among: names)
            ?? "known are \(names.joined(separator: ", "))"))
    }
    switch name {
    case "page":
      settings.environment.output(String(decoding: PageModel.schema(), as: UTF8.self))
    case "publication":
      settings.environment.output(String(decoding: PublishManifest.schema(), as: UTF8.self))
    case "status": settings.environment.output(StatusSchema.json)
    default: settings.environment.output(SnapshotSchema.json(readBy: RuleRegistry.rulesByField))
    }
    return .success
  }
}
