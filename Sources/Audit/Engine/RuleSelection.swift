public import Model

/// Which rules run: ids (`CON-01`), patterns (`CON-*`) and groups (`consent`), joined by commas.
public struct RuleSelection: Hashable, Sendable {
  private let ids: Set<String>?

  /// All rules.
  public static let all = RuleSelection(ids: nil)

  private init(ids: Set<String>?) { self.ids = ids }

  /// The rules that a text names, without regard to ASCII case.
  ///
  /// `further` are rules besides the shipped ones.
  ///
  /// - Throws: The first name that means no rule, with what was probably meant.
  public init(
    _ text: String, further: [RuleDescription] = []
  ) throws(ConfigurationProblem) {
    let rules = RuleRegistry.descriptions + further
    var ids: Set<String> = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let name = part.filter { $0 != " " }
      let matches = rules.filter { Self.matches($0, name.uppercased()) }
      guard !matches.isEmpty else {
        throw ConfigurationProblem.unknownRule(name, among: rules, takesPatterns: true)
      }
      ids.formUnion(matches.map(\.id))
    }
    self.init(ids: ids)
  }

  /// Whether every rule that was named is among some.
  func isWithin(_ rules: Set<String>) -> Bool { ids?.isSubset(of: rules) ?? false }

  /// Whether a rule runs.
  public func contains(_ rule: RuleDescription) -> Bool { ids?.contains(rule.id) ?? true }

  private static func matches(_ rule: RuleDescription, _ name: String) -> Bool {
    if name.hasSuffix("*") { return rule.id.hasPrefix(name.dropLast()) }
    return rule.id == name || rule.group.rawValue.uppercased() == name
  }
}
