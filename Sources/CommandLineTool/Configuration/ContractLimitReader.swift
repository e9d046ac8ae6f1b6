import Model
import YAML

/// Reads the limits by contract of `vouch.yaml`.
struct ContractLimitReader {
  private static let fields = ["destination", "connection", "maximum", "scope", "source"]
  private static let example =
    "write {destination: klaviyo, maximum: 200000, source: Contract 2026-4}"
  private static let scopes = LimitScope.allCases.filter { $0 != .unstated }.map(\.rawValue)

  /// What is wrong with the list.
  private(set) var problems: [Diagnostic] = []
  /// Where each limit is written, by its name.
  private(set) var places: [String: SourceLocation] = [:]

  /// The limits of a list; what is wrong with it is in ``problems``.
  mutating func read(_ list: YAMLNode) -> [AgreedLimit] {
    guard let nodes = list.sequence else {
      if !list.isNull { report("shape", list, "'contract-limits' needs a list", Self.example) }
      return []
    }
    var limits: [AgreedLimit] = []
    var first: [String: SourceLocation] = [:]
    for node in nodes {
      guard let limit = limit(node) else { continue }
      let name = limit.name.lowercased()
      if let other = first[name] {
        report(
          "twice", node, "the same has a limit at \(other.path):\(other.line) too",
          "keep one of them, the stricter if both are in force")
      } else {
        first[name] = node.location
      }
      places[limit.name] = (node["destination"] ?? node["connection"] ?? node).location
      limits.append(limit)
    }
    return limits
  }

  private mutating func limit(_ node: YAMLNode) -> AgreedLimit? {
    guard let entries = node.mapping else {
      report("shape", node, "a limit by contract needs fields", Self.example)
      return nil
    }
    for entry in entries where !Self.fields.contains(entry.key) {
      problems.report(
        .error, "configuration.unknown", at: entry.location,
        "unknown field '\(entry.key)' of a limit by contract",
        suggestion: Suggestion.didYouMean(entry.key, among: Self.fields)
          ?? "known are \(Self.fields.joined(separator: ", "))")
    }
    let target = target(node)
    let maximum = maximum(node)
    let source = text("source", node)
    if source == nil {
      report(
        "missing", node["source"] ?? node, "'source' must name the contract",
        "write the contract and the place in it, such as source: Contract 2026-4, section 3")
    }
    let scope = scope(node)
    guard let target, let maximum, let source else { return nil }
    return AgreedLimit(
      target, maximum: maximum, scope: scope, source: source,
      origin: AuditPlan.place(node.location))
  }

  private mutating func target(_ node: YAMLNode) -> AgreedLimit.Target? {
    switch (text("destination", node), text("connection", node)) {
    case (let destination?, nil): return .destination(destination)
    case (nil, let connection?): return .connection(connection)
    default:
      report(
        "shape", node, "a limit by contract is about either a 'destination' or a 'connection'",
        Self.example)
      return nil
    }
  }

  private mutating func maximum(_ node: YAMLNode) -> Int? {
    if let number = node["maximum"]?.integer, (0...AgreedLimit.largest).contains(number) {
      return number
    }
    report(
      "number", node["maximum"] ?? node,
      "'maximum' needs a whole number from 0 to \(AgreedLimit.largest)")
    return nil
  }

  private mutating func scope(_ node: YAMLNode) -> LimitScope? {
    guard let written = node["scope"] else { return nil }
    let word = written.string ?? ""
    if let scope = LimitScope(rawValue: word), scope != .unstated { return scope }
    report(
      "scope", written, "'\(word)' is no scope of a limit",
      Suggestion.didYouMean(word, among: Self.scopes)
        ?? "scopes are \(Self.scopes.joined(separator: ", "))")
    return nil
  }

  /// The text of a field; an empty one is none.
  private func text(_ name: String, _ node: YAMLNode) -> String? {
    guard let field = node[name], !field.isNull, let text = field.string,
      text.contains(where: { !$0.isWhitespace })
    else { return nil }
    return text
  }

  private mutating func report(
    _ code: String, _ node: YAMLNode, _ message: String, _ suggestion: String? = nil
  ) {
    problems.report(
      .error, "configuration.\(code)", at: node.location, message, suggestion: suggestion)
  }
}
