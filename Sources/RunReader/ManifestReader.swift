import Model
import SnapshotReader

/// Reads `manifest.json`.
struct ManifestReader {
  static let schema = "vouch-manifest/1"

  private let file: RecordedFile
  private(set) var problems: [Diagnostic] = []

  init(_ file: RecordedFile) { self.file = file }

  mutating func read() -> RunFacts? {
    guard let root = file.document(nil, &problems) else { return nil }
    guard root["schema"]?.text == Self.schema else {
      problems.append(
        file.problem(
          "schema", at: root["schema"]?.offset ?? root.offset,
          "this is no manifest that can be compared with",
          "its schema must be \(Self.schema)"))
      return nil
    }
    let facts = RunFacts(
      toolVersion: text(root["tool"]?["version"], "tool.version", in: root),
      environment: root["environment"]?["instanceId"]?.text,
      collected: root["collectedUtc"]?.text, asOf: root["asOf"]?.text,
      inputs: list("inputs", root).map { text($0["sha256"], "inputs.sha256", in: $0) },
      sections: pairs("sections", "name", root) { reader, node in
        RunFacts.SectionFacts(
          state: reader.text(node["state"], "sections.state", in: node),
          isComplete: node["complete"]?.flag ?? false,
          count: reader.number(node["records"], "sections.records", in: node),
          sha256: reader.text(node["sha256"], "sections.sha256", in: node))
      },
      catalogue: text(root["catalogue"]?["sha256"], "catalogue.sha256", in: root),
      exceptions: root["exceptions"]?["sha256"]?.text,
      rules: pairs("rules", "id", root) { reader, node in
        RunFacts.RuleFacts(
          sha256: reader.text(node["sha256"], "rules.sha256", in: node),
          sections: (node["sections"]?.entries ?? []).compactMap(\.text),
          parameters: reader.parameters(node), agreedLimits: reader.agreedLimits(node))
      })
    return problems.isEmpty ? facts : nil
  }

  private mutating func text(_ node: JSONNode?, _ name: String, in parent: JSONNode) -> String {
    if let text = node?.text { return text }
    missing(node ?? parent, name, "a text")
    return ""
  }

  private mutating func number(_ node: JSONNode?, _ name: String, in parent: JSONNode) -> Int {
    if let number = node?.integer { return number }
    missing(node ?? parent, name, "a whole number")
    return 0
  }

  private mutating func list(_ name: String, _ root: JSONNode) -> [JSONNode] {
    if let entries = root[name]?.entries { return entries }
    missing(root[name] ?? root, name, "a list")
    return []
  }

  private mutating func pairs<Value>(
    _ name: String, _ key: String, _ root: JSONNode,
    _ value: (inout ManifestReader, JSONNode) -> Value
  ) -> [String: Value] {
    var pairs: [String: Value] = [:]
    for node in list(name, root) {
      pairs[text(node[key], "\(name).\(key)", in: node)] = value(&self, node)
    }
    return pairs
  }

  private mutating func parameters(_ node: JSONNode) -> [String: Double] {
    var parameters: [String: Double] = [:]
    for member in node["parameters"]?.members ?? [] {
      guard let value = member.value.number else {
        missing(member.value, "rules.parameters.\(member.key)", "a number")
        continue
      }
      parameters[member.key] = value
    }
    return parameters
  }

  private mutating func agreedLimits(_ node: JSONNode) -> [String: String] {
    var limits: [String: String] = [:]
    for entry in node["contractLimits"]?.entries ?? [] {
      guard let limit = AgreedLimit(recorded: entry) else {
        missing(entry, "rules.contractLimits", "a list of limits by contract")
        continue
      }
      limits[limit.name] = limit.stated
    }
    return limits
  }

  private mutating func missing(_ node: JSONNode, _ name: String, _ kind: String) {
    problems.append(
      file.problem(
        "shape", at: node.offset, "'\(name)' is not \(kind)",
        "make the earlier report again with this version"))
  }
}

extension AgreedLimit {
  /// A limit as a manifest records it; `nil` if something is missing.
  init?(recorded node: JSONNode) {
    let target: Target
    if let destination = node["destination"]?.text {
      target = .destination(destination)
    } else if let connection = node["connection"]?.text {
      target = .connection(connection)
    } else {
      return nil
    }
    guard let maximum = node["maximum"]?.integer, (0...Self.largest).contains(maximum),
      let source = node["source"]?.text
    else { return nil }
    self.init(
      target, maximum: maximum, scope: node["scope"]?.text.flatMap(LimitScope.init(rawValue:)),
      source: source, origin: node["origin"]?.text ?? "")
  }
}

extension JSONNode {
  /// A number; `nil` of anything else.
  fileprivate var number: Double? {
    guard case .number(let written) = content, let number = Double(written) else { return nil }
    return number.isFinite ? number : nil
  }
}
