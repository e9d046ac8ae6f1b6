import FileSystem
import Model

/// Finds the templates, the content and the example that Vouch ships with.
///
/// They lie in `<prefix>/share/vouch` of an installation (`<prefix>/bin/vouch`), or in the checkout
/// whose `.build` folder holds the executable.
struct BuiltInFiles: Sendable {
  /// The folder that holds `templates`, `content` and `examples`.
  let folder: String

  /// The templates of site and report, and their assets.
  var templates: String { "\(folder)/templates" }
  /// The documentation, the rule pages, the catalogs and the catalogue of destinations.
  var content: String { "\(folder)/content" }
  /// The example that `vouch init` copies.
  var example: String { "\(folder)/examples/contoso" }

  /// Looks for the files; `VOUCH_SHARE` names the folder directly.
  static func find(in environment: Environment) throws(CommandFailure) -> BuiltInFiles {
    if let given = environment.variables["VOUCH_SHARE"], !given.isEmpty {
      return BuiltInFiles(folder: environment.absolute(given))
    }
    let executable =
      (try? Files.canonicalPath(environment.executable)) ?? environment.executable
    var folder = executable[...]
    while let slash = folder.lastIndex(of: "/") {
      folder = folder[..<slash]
      for candidate in ["\(folder)/share/vouch", String(folder)]
      where Files.isFolder("\(candidate)/templates/site")
        && Files.isFolder("\(candidate)/content/messages")
      {
        return BuiltInFiles(folder: candidate)
      }
    }
    throw .problem(
      "installation.incomplete", at: SourceLocation(path: executable),
      "the templates and the content that belong to it were not found",
      suggestion: "install share/vouch beside bin, or set VOUCH_SHARE to its folder", .usage)
  }
}
