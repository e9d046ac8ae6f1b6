import FileSystem
import Model

/// Finds the templates that tags name, once for all renderings.
struct TemplateLinker {
  private let templates: [String: [TemplateNode]]
  /// A problem for each tag that names no template.
  private(set) var diagnostics: [Diagnostic] = []

  init(_ templates: [String: [TemplateNode]]) { self.templates = templates }

  /// The templates with whole names in their tags.
  mutating func link() -> [String: [TemplateNode]] {
    var linked: [String: [TemplateNode]] = [:]
    for (name, nodes) in templates { linked[name] = link(nodes, of: name) }
    return linked
  }

  private mutating func link(_ nodes: [TemplateNode], of name: String) -> [TemplateNode] {
    nodes.map { node in
      switch node {
      case .text, .lineStart, .variable: node
      case .section(let section, let isInverted, let content):
        .section(section, isInverted: isInverted, link(content, of: name))
      case .block(let block, let location): .block(link(block, of: name), location)
      case .partial(let reference, let indentation, let location):
        .partial(
          link(reference, of: name, at: location), indentation: indentation, location)
      case .parent(let reference, let indentation, let overrides, let location):
        .parent(
          link(reference, of: name, at: location), indentation: indentation,
          overrides: overrides.mapValues { link($0, of: name) }, location)
      }
    }
  }

  private mutating func link(_ block: TemplateBlock, of name: String) -> TemplateBlock {
    var block = block
    block.content = link(block.content, of: name)
    return block
  }

  private mutating func link(
    _ reference: PartialReference, of name: String, at location: SourceLocation
  ) -> PartialReference {
    guard case .named(let partial) = reference else { return reference }
    if let found = Self.name(of: partial, in: name, among: templates) { return .linked(found) }
    diagnostics.report(
      .error, "template.unknown", at: location, "there is no template '\(partial)'",
      suggestion: Suggestion.didYouMean(partial, among: templates.keys.sorted()))
    return reference
  }

  /// The whole name of the template that `partial` means in the template `name`: beside that, or
  /// else from the root.
  static func name(
    of partial: String, in name: String, among templates: [String: [TemplateNode]]
  ) -> String? {
    if let beside = RelativePath(name)?.resolving(partial)?.description,
      templates[beside] != nil
    {
      return beside
    }
    return templates[partial] == nil ? nil : partial
  }
}

extension TemplateSet {
  /// The template that a tag in the template `template` names.
  func find(
    _ reference: PartialReference, _ name: String, from template: String
  ) -> (name: String, nodes: [TemplateNode])? {
    switch reference {
    case .linked: return templates[name].map { (name, $0) }
    case .named: return nil
    case .dynamic:
      guard let whole = TemplateLinker.name(of: name, in: template, among: templates) else {
        return nil
      }
      return templates[whole].map { (whole, $0) }
    }
  }
}
