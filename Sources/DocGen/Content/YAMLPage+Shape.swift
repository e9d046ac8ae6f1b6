import Model
import YAML

/// What a page in YAML says in a way that nobody reads.
extension YAMLPage {
  /// The entries of a list; what stands in its place, with a problem.
  mutating func entries(of node: YAMLNode?) -> [YAMLNode] {
    guard let node, !node.isNull else { return [] }
    if let list = node.sequence { return list.filter { !$0.isNull } }
    report(
      Diagnostic(.warning, "page.shape", at: node.location, "a list was expected here"))
    return [node]
  }

  /// Reports what was to be a mapping.
  mutating func reportShape(of node: YAMLNode) {
    report(
      Diagnostic(
        .warning, "page.shape", at: node.location,
        "pairs of the form 'key: value' were expected here"))
  }

  /// Reports lists and mappings that no page of a kind has.
  mutating func reportKeys(of root: YAMLNode, _ kind: YAMLKind.Page?) {
    if root.isNull { return }
    guard let entries = root.mapping else { return reportShape(of: root) }
    guard let kind, let known = Self.keys[kind] else { return }
    for entry in entries where entry.value.string == nil && entry.key.lowercased() != "metadata" {
      guard !known.contains(where: { $0.lowercased() == entry.key.lowercased() }) else { continue }
      report(
        Diagnostic(
          .warning, "page.key", at: entry.location,
          "no page of this kind shows '\(entry.key)'",
          suggestion: Suggestion.didYouMean(entry.key, among: known)))
    }
  }

  private static let directories = [
    "highlightedContent", "conceptualContent", "productDirectory", "tools", "community",
    "additionalContent",
  ]
  /// The keys with lists and mappings, by the kind of the page.
  private static let keys: [YAMLKind.Page: [String]] = [
    .landing: ["landingContent"] + directories, .hub: ["landingContent"] + directories,
    .faq: ["sections", "additionalContent"],
  ]
}
