/// How templates are rendered.
public struct TemplateOptions: Hashable, Sendable {
  /// What `{{name}}` does with text.
  public enum Escaping: Hashable, Sendable {
    /// Makes it text in HTML.
    case html
    /// Makes it text in a line of Markdown.
    case markdown
    /// Leaves it as it is: for plain text.
    case none
  }

  /// What `{{name}}` does with text.
  public var escaping: Escaping
  /// Whether `{{{name}}}` shows ordinary text as it is.
  ///
  /// The Mustache specification wants that; the default is false, because text may come from a
  /// snapshot. Text is then escaped there too, with a diagnostic, and only `TemplateValue.html` is
  /// shown as it is.
  public var allowsRawText: Bool
  /// Whether a variable or dynamic partial that nothing stands for is a diagnostic.
  public var reportsMissing: Bool
  /// How deep partials, parents and blocks may nest, themselves included.
  public var maximumDepth: Int

  /// Makes options; the defaults are those for pages.
  public init(
    escaping: Escaping = .html, allowsRawText: Bool = false, reportsMissing: Bool = true,
    maximumDepth: Int = 100
  ) {
    self.escaping = escaping
    self.allowsRawText = allowsRawText
    self.reportsMissing = reportsMissing
    self.maximumDepth = maximumDepth
  }
}
