public import Model
import SnapshotReader

/// The options of an earlier run, as its manifest records them: enough to make it again.
public struct RecordedOptions: Hashable, Sendable {
  /// The snapshot's name as the report has it.
  public var snapshot = ""
  /// The exceptions file as the report names it, if there was one.
  public var exceptions: String?
  /// The output of the run that it was compared with, as the report names it.
  public var baseline: String?
  /// The values of options that have one, by their names.
  public var values: [String: String] = [:]
  /// The parameters that were set, with the place where each was set.
  public var parameters: [Parameter] = []
  /// The limits by contract that were set.
  public var agreedLimits: [AgreedLimit] = []
  /// Whether the documentation was published beside it.
  public var hasSite = false

  /// The names of the formats that were written.
  public var formats: [String] {
    (values["format"] ?? "").split(separator: ",").map(String.init)
  }

  /// A rule's parameter.
  public struct Parameter: Hashable, Sendable {
    /// The rule.
    public let rule: String
    /// The name.
    public let name: String
    /// The value.
    public let value: Double
    /// Where it was set.
    public let origin: SourceLocation
  }

  /// Reads the options of a manifest.
  ///
  /// - Parameters:
  ///   - bytes: The manifest, which ``RunReader`` or the caller checked for its schema.
  ///   - path: What it is called in places.
  /// - Returns: The options, or why there are none.
  public static func read(
    _ bytes: [UInt8], path: String
  ) -> (options: RecordedOptions?, problems: [Diagnostic]) {
    let file = RecordedFile(path: path, bytes: bytes)
    var problems: [Diagnostic] = []
    guard let root = file.document(nil, &problems) else { return (nil, problems) }
    guard root["schema"]?.text == ManifestReader.schema, let snapshot = root["snapshot"]?.text,
      let options = root["options"]
    else {
      return (
        nil,
        [file.problem("schema", at: root.offset, "the manifest doesn't say how it was made")]
      )
    }
    var recorded = RecordedOptions()
    recorded.snapshot = snapshot
    recorded.exceptions = root["exceptions"]?["path"]?.text
    recorded.baseline = root["baseline"]?["path"]?.text
    recorded.hasSite = options["site"]?.flag ?? false
    if recorded.hasSite, options["search"]?.flag == false { recorded.values["no-search"] = "true" }
    for (option, key) in [("locale", "locales"), ("format", "formats")] {
      recorded.values[option] = (options[key]?.entries ?? []).compactMap(\.text)
        .joined(separator: ",")
    }
    recorded.values["as-of"] = root["asOf"]?.text
    recorded.values["fail-on"] = root["failOn"]?.text
    recorded.values["max-unknown"] = root["maxUnknown"]?.integer.map(String.init)
    let rules = root["rules"]?.entries ?? []
    recorded.values["rules"] = rules.compactMap { $0["id"]?.text }.joined(separator: ",")
    recorded.values["evidence"] = options["evidence"]?.text
    recorded.values["sample"] = options["sample"]?.integer.map(String.init)
    recorded.values["seed"] = options["seed"]?.text
    for rule in rules + [root["deadlines"]].compactMap({ $0 }) {
      guard let id = rule["id"]?.text else { continue }
      for origin in rule["origins"]?.members ?? [] {
        guard case .number(let written)? = rule["parameters"]?[origin.key]?.content,
          let value = Double(written), let place = origin.value.text
        else { continue }
        recorded.parameters.append(
          Parameter(rule: id, name: origin.key, value: value, origin: location(place)))
      }
    }
    let limited = rules.first { $0["contractLimits"] != nil }
    recorded.agreedLimits = (limited?["contractLimits"]?.entries ?? []).compactMap(
      AgreedLimit.init(recorded:))
    return (recorded, [])
  }

  /// A place as reports write it: a file, and the line if it is known.
  private static func location(_ text: String) -> SourceLocation {
    guard let colon = text.lastIndex(of: ":"), let line = Int(text[text.index(after: colon)...])
    else { return SourceLocation(path: text) }
    return SourceLocation(path: String(text[..<colon]), line: line)
  }
}
