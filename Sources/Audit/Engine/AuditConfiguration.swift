public import Concurrency
public import Model

/// What an audit is asked to do.
public struct AuditConfiguration: Sendable {
  /// The time at which ages and expiries are judged; `nil`: the time of collection.
  public var asOf: Instant?
  /// The rules that run.
  public var selection: RuleSelection
  /// Values of parameters that are not the defaults, by rule id and name.
  public var parameters: [String: [String: Double]]
  /// Where those values were set, such as `vouch.yaml:25`, by rule id and name.
  public var parameterOrigins: [String: [String: String]] = [:]
  /// The limits by contract that take the place of documented ones.
  public var agreedLimits: [AgreedLimit] = []
  /// How many threads judge, at least 1.
  public var threads: Int

  /// A configuration; without arguments, all rules with their defaults on all processors.
  public init(
    asOf: Instant? = nil, selection: RuleSelection = .all,
    parameters: [String: [String: Double]] = [:], threads: Int = availableProcessorCount()
  ) {
    self.asOf = asOf
    self.selection = selection
    self.parameters = parameters
    self.threads = threads
  }

  /// The chosen rules with the values of this run, in the order of the catalogue of rules.
  var configuredRules: [ConfiguredRule] {
    RuleRegistry.all.filter { selection.contains($0.description) }
      .map {
        ConfiguredRule(
          $0, parameters[$0.description.id] ?? [:], parameterOrigins[$0.description.id] ?? [:],
          agreedLimits)
      }
  }

  /// What is wrong with the parameter values: unknown rules or names, values out of range.
  public var problems: [ConfigurationProblem] {
    parameters.sorted { $0.key < $1.key }.flatMap { id, values -> [ConfigurationProblem] in
      guard let rule = RuleRegistry.rule(id) else {
        return [ConfigurationProblem.unknownRule(id, takesPatterns: false)]
      }
      return values.sorted { $0.key < $1.key }.compactMap {
        ConfigurationProblem.of(value: $0.value, for: $0.key, of: rule.description)
      }
    }
  }
}

/// A rule with the values of a run.
struct ConfiguredRule: Sendable {
  let description: RuleDescription
  let rule: any Rule

  init(
    _ type: any Rule.Type, _ values: [String: Double], _ origins: [String: String],
    _ agreedLimits: [AgreedLimit]
  ) {
    var description = type.description
    if description.agreedLimits != nil { description.agreedLimits = agreedLimits }
    for position in description.parameters.indices {
      let name = description.parameters[position].name
      if let value = values[name] {
        description.parameters[position].value = value
        description.parameters[position].origin = origins[name]
      }
    }
    description.digest = type.versionDigest
    self.description = description
    rule = type.init(description)
  }
}

/// Something in a configuration that names nothing or makes no sense.
public struct ConfigurationProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong, in English, without a full stop at the end.
  public let message: String
  /// What was probably meant.
  public let suggestion: String?

  /// The message with its suggestion.
  public var description: String {
    message + (suggestion.map { "; did you mean \($0)?" } ?? "")
  }

  /// The problem of a name that is none; where patterns may stand, `LIF` was meant as `LIF-*`.
  static func unknownRule(
    _ name: String, among rules: [RuleDescription] = RuleRegistry.descriptions,
    takesPatterns: Bool
  ) -> Self {
    let groups = RuleGroup.allCases.filter { group in rules.contains { $0.group == group } }
    let names = rules.map(\.id) + groups.map(\.rawValue)
    let series = name.uppercased() + (name.hasSuffix("-") ? "" : "-")
    let isSeries = takesPatterns && rules.contains { $0.id.hasPrefix(series) }
    return Self(
      message: "'\(name)' is no rule, pattern or group of rules",
      suggestion: isSeries ? "\(series)*" : Suggestion.nearest(to: name, among: names))
  }

  static func of(value: Double, for name: String, of rule: RuleDescription) -> Self? {
    guard let parameter = rule.parameters.first(where: { $0.name == name }) else {
      let known = rule.parameters.map(\.name)
      let suggestion = Suggestion.nearest(to: name, among: known)
      let others = known.isEmpty ? ", nor any other" : "; it has \(known.joined(separator: ", "))"
      return Self(
        message: "\(rule.id) has no parameter '\(name)'" + (suggestion == nil ? others : ""),
        suggestion: suggestion)
    }
    guard !parameter.range.contains(value) else {
      guard parameter.unit.isWhole, value.rounded() != value else { return nil }
      return Self(
        message: "\(rule.id) \(name) must be a whole number, not \(plain(value))", suggestion: nil)
    }
    return Self(
      message: "\(rule.id) \(name) must be from \(plain(parameter.range.lowerBound)) "
        + "to \(plain(parameter.range.upperBound)) \(parameter.unit.rawValue), not \(plain(value))",
      suggestion: nil)
  }

  /// A number as people write it: 30, not 30.0.
  private static func plain(_ value: Double) -> String {
    Int(exactly: value).map(String.init) ?? "\(value)"
  }
}
