import CustomRules
import FileSystem
import Model

/// Where the user's own rules come from.
enum CustomRuleSettings {
  /// Reads the rules of `--custom-rules`; without it, those of a folder `rules` beside the
  /// configuration, if there is one.
  ///
  /// - Throws: Everything that is wrong with them, with exit status 2.
  static func load(_ settings: Settings) throws(CommandFailure) -> [CustomRule] {
    let environment = settings.environment
    let folder: String
    let name: String
    if let path = settings.path("custom-rules") {
      folder = path
      name = settings.value("custom-rules") ?? path
      guard Files.isFolder(environment.absolute(folder)) else {
        throw .problem(
          "rule.folder",
          at: settings.values("custom-rules")?.origin.location
            ?? SourceLocation(path: folder), "'\(folder)' is no folder", .usage)
      }
    } else if let configuration = settings.configuration,
      Files.isFolder(environment.absolute("\(configuration.folder)/rules"))
    {
      folder = configuration.folder == "." ? "rules" : "\(configuration.folder)/rules"
      name = "rules"
    } else {
      return []
    }
    let loaded = CustomRuleFolder.load(
      environment.absolute(folder), name: name.hasSuffix("/") ? String(name.dropLast()) : name)
    guard !loaded.diagnostics.contains(where: { $0.severity == .error }) else {
      throw .problems(loaded.diagnostics, .usage)
    }
    return loaded.rules
  }
}
