import FileSystem
import Model
import YAML

/// What `vouch.yaml` says: the same names as the long options, and the values of rule parameters.
struct Configuration: Sendable {
  /// The file.
  let path: String
  /// The folder that paths in the file start from.
  let folder: String
  /// The value or values of each setting, as written.
  var settings: [String: [String]] = [:]
  /// The place of each setting.
  var places: [String: SourceLocation] = [:]
  /// The values of rule parameters, by rule and name.
  var parameters: [RuleParameterSetting] = []
  /// The limits by contract that take the place of documented ones.
  var agreedLimits: [AgreedLimit] = []
  /// Where each of them is written, by its name.
  var limitPlaces: [String: SourceLocation] = [:]

  /// The value of a rule's parameter, with its place.
  struct RuleParameterSetting: Sendable {
    let rule: String
    let name: String
    let value: Double
    let location: SourceLocation
  }

  /// The names of settings that are more than a value or a list.
  static let structured = ["parameters", "contract-limits"]

  /// The names a file may use besides ``structured`` ones; lists may have one value or several.
  static let names = [
    "snapshot", "content", "output", "locale", "as-of", "exceptions", "baseline", "rules",
    "fail-on", "max-unknown", "evidence", "sample", "seed", "format", "refuse-on-secret",
    "custom-rules", "base-url", "keep-includes", "no-search", "no-status", "cache", "no-cache",
    "sign", "source-repo", "history", "templates", "strict",
  ]

  /// Reads a configuration file.
  ///
  /// - Throws: Every problem of the file at once, with exit status 2.
  static func read(_ path: String, in environment: Environment) throws(CommandFailure) -> Self {
    let bytes: [UInt8]
    do {
      bytes = try Files.readNamed(environment.absolute(path), limit: 1 << 20)
    } catch {
      throw .problem(
        "configuration.unreadable", at: SourceLocation(path: path), error.reason,
        suggestion: error.isMissing
          ? "'vouch init DIR' makes a project, and --config names another file" : nil, .usage)
    }
    let document: YAMLDocument
    do {
      document = try YAMLDocument(parsing: bytes, path: path)
    } catch {
      throw .problems([error.diagnostic], .usage)
    }
    var configuration = Configuration(path: path, folder: Self.folder(of: path))
    // A setting that stands twice is a mistake: which of the two counts must not be guessed.
    var problems = document.diagnostics.map {
      Diagnostic(.error, $0.code, at: $0.location, $0.message, suggestion: "keep one of them")
    }
    if let root = document.root, !root.isNull {
      guard let entries = root.mapping else {
        throw .problem(
          "configuration.shape", at: root.location, "expected 'name: value' lines", .usage)
      }
      for entry in entries { configuration.take(entry, &problems) }
    }
    if !problems.isEmpty { throw .problems(problems, .usage) }
    return configuration
  }

  private mutating func take(_ entry: YAMLEntry, _ problems: inout [Diagnostic]) {
    if entry.key == "parameters" {
      takeParameters(entry.value, &problems)
    } else if entry.key == "contract-limits" {
      var reader = ContractLimitReader()
      agreedLimits = reader.read(entry.value)
      limitPlaces = reader.places
      problems += reader.problems
    } else if !Self.names.contains(entry.key) {
      let known = Self.names + Self.structured
      problems.report(
        .error, "configuration.unknown", at: entry.location, "unknown setting '\(entry.key)'",
        suggestion: Suggestion.didYouMean(entry.key, among: known)
          ?? "known are \(known.sorted().joined(separator: ", "))")
    } else if entry.value.isNull {
      // As if the line weren't there.
    } else if let values = Self.values(entry.value) {
      if values.count > 1, !CommandTable.isList(entry.key) {
        problems.report(
          .error, "configuration.shape", at: entry.value.location,
          "'\(entry.key)' takes one value, not \(values.count)", suggestion: "keep one of them")
      }
      settings[entry.key] = values
    } else {
      problems.report(
        .error, "configuration.shape", at: entry.value.location,
        "'\(entry.key)' needs a value or a list of values")
    }
    places[entry.key] = entry.value.location
  }

  /// A value or the values of a list; `nil` where one has nothing in it, or is no text.
  private static func values(_ node: YAMLNode) -> [String]? {
    let nodes = node.sequence ?? [node]
    let texts = nodes.compactMap { $0.isNull ? nil : $0.string }.filter { !$0.isBlank }
    return texts.count == nodes.count ? texts : nil
  }

  private mutating func takeParameters(_ node: YAMLNode, _ problems: inout [Diagnostic]) {
    for rule in node.mapping ?? [] {
      for parameter in rule.value.mapping ?? [] {
        guard let value = parameter.value.string.flatMap(Double.init), value.isFinite else {
          problems.report(
            .error, "configuration.number", at: parameter.value.location,
            "\(rule.key).\(parameter.key) needs a number")
          continue
        }
        parameters.append(
          RuleParameterSetting(
            rule: rule.key, name: parameter.key, value: value, location: parameter.location))
      }
      if rule.value.mapping == nil {
        problems.report(
          .error, "configuration.shape", at: rule.value.location,
          "'\(rule.key)' needs its parameters", suggestion: "write {maxIdleDays: 45}")
      }
    }
    if node.mapping == nil, !node.isNull {
      problems.report(
        .error, "configuration.shape", at: node.location, "'parameters' needs rules",
        suggestion: "write LIF-01: {maxIdleDays: 45}")
    }
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
