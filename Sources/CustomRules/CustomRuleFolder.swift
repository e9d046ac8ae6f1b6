import FileSystem
public import Model

/// The rules of a folder.
public enum CustomRuleFolder {
  /// What reading gave.
  public struct Loaded: Sendable {
    /// The rules in the order of their ids; empty if anything is wrong.
    public let rules: [CustomRule]
    /// What is wrong.
    public let diagnostics: [Diagnostic]
  }

  /// Reads the files `*.sql` of a folder.
  ///
  /// - Parameters:
  ///   - folder: The folder as the system needs it.
  ///   - name: The folder as messages call it.
  /// - Returns: The rules, or everything that is wrong with them.
  public static func load(_ folder: String, name: String) -> Loaded {
    var rules: [CustomRule] = []
    var problems: [Diagnostic] = []
    do {
      for file in try FolderListing(of: folder, maximumDepth: 1).files
      where file.fileExtension == "sql" {
        let bytes = try Files.read(file, in: folder, limit: 1 << 20)
        var reader = CustomRuleReader(path: "\(name)/\(file)")
        if let rule = reader.read(bytes) { rules.append(rule) }
        problems += reader.problems
      }
    } catch {
      problems.append(error.diagnostic)
    }
    var paths: [String: String] = [:]
    for rule in rules {
      let id = rule.description.id
      if let other = paths[id] {
        problems.report(
          .error, "rule.duplicate", at: SourceLocation(path: rule.path, line: 1),
          "'\(id)' is the id of \(other) too")
      }
      paths[id] = rule.path
    }
    if rules.isEmpty, problems.isEmpty {
      problems.report(
        .error, "rule.none", at: SourceLocation(path: name), "the folder has no file '*.sql'")
    }
    let isSound = !problems.contains { $0.severity == .error }
    return Loaded(
      rules: isSound ? rules.sorted { $0.description.id < $1.description.id } : [],
      diagnostics: problems)
  }
}
