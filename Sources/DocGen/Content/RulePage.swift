import FileSystem
import Model

/// What is said about a rule that has no page in the documentation, such as one of the user's own.
public struct RulePage: Sendable {
  /// The title.
  public let title: String
  /// The parts as Markdown.
  public let sections: [RuleContent.Role: String]
  /// The file that it comes from.
  public let path: String

  /// A page from its parts.
  public init(title: String, sections: [RuleContent.Role: String], path: String) {
    self.title = title
    self.sections = sections
    self.path = path
  }
}

extension RulePage {
  /// The page as the report quotes it.
  func content(
    _ id: String, sourceTitle: String, _ locale: LocaleTag, _ state: PageState,
    words: MarkdownOptions.Words,
    resolve: @escaping @Sendable (LinkReference) -> ResolvedLink
  ) -> RuleContent? {
    guard let relative = RelativePath("rules/\(id.lowercased()).md") else { return nil }
    var options = MarkdownOptions(path: path, locale: locale)
    options.words = words
    options.identifiesUnits = false
    options.resolve = resolve
    var diagnostics: [Diagnostic] = []
    var unitCount = 0
    let sections = sections.mapValues { markdown in
      let rendered = MarkdownRenderer.render(Array(markdown.utf8), options)
      diagnostics += rendered.diagnostics
      unitCount += rendered.unitCount
      return RuleContent.Section(
        heading: "", html: rendered.html, markdown: markdown, sourceMarkdown: markdown)
    }
    return RuleContent(
      id: id, title: title, sourceTitle: sourceTitle, locale: locale, state: state,
      path: relative, sections: sections, unitCount: unitCount, diagnostics: diagnostics)
  }
}
