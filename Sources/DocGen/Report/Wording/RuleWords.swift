import FileSystem
import Localization
import Model

/// The words of a rule in one language and form, from its page in the documentation.
struct RuleWords: Sendable {
  /// The parts of a rule's page, in the order in which a report shows them.
  enum Part: String, CaseIterable, Sendable {
    case criterion, why, procedure, remedy, sources

    fileprivate var role: RuleContent.Role {
      switch self {
      case .criterion: .criterion
      case .why: .why
      case .procedure: .procedure
      case .remedy: .remedy
      case .sources: .sources
      }
    }
  }

  /// The id, in lower case as in paths.
  private let name: String
  /// What the documentation says; `nil` if nothing is written about the rule.
  private let content: RuleContent?
  private let hasSite: Bool

  /// Reads the page of a rule.
  ///
  /// - Parameters:
  ///   - rule: The rule's id.
  ///   - locale: The reader's language.
  ///   - content: The documentation.
  ///   - hasSite: Whether the site is published beside the report: links then lead there, otherwise
  ///     they are plain text.
  /// - Throws: If the page can't be read.
  init(
    _ rule: String, _ locale: LocaleTag, _ content: ContentTree, hasSite: Bool
  ) throws(FileError) {
    name = rule.lowercased()
    self.hasSite = hasSite
    let links = RuleLinks(hasSite: hasSite)
    self.content = try content.ruleContent(rule, in: locale, resolve: { links.resolve($0) })
  }

  /// The title of the page; without one, the rule's id.
  var title: String { content?.title ?? name.uppercased() }
  /// The language of the words as HTML names it.
  var tag: String { locale.tag }
  /// The direction of the words.
  var direction: String { locale.direction }

  private var locale: LocaleTag { content?.locale ?? .source }

  /// A part as templates quote it; `nil` if the page doesn't have it.
  func quote(_ part: Part, _ wording: Wording, toReport: String) -> TemplateValue? {
    guard let content, let section = content.sections[part.role] else { return nil }
    let isFallback = content.isFallback || section.isFallback
    let language = section.isFallback ? LocaleTag.source : locale
    let hasSource = language != .source && wording.form == .html
    let note =
      isFallback ? "report.quote.fallback" : section.isStale ? "report.quote.stale" : nil
    let markdown = markdown(section.markdown, of: content)
    let id = "\(LocaleTag.source)/report/rules/\(name).html#section-\(part)"
    return [
      "html": .html(wording.form == .html ? section.html : Array(markdown.utf8)),
      "quoted": .html(Array(Self.quoted(markdown).utf8)), "tag": .text(language.tag),
      "direction": .text(language.direction), "isFallback": .boolean(isFallback),
      "isStale": .boolean(section.isStale),
      // Words without units, such as those of a custom rule, have no English beside them.
      "hasUnits": .boolean(section.html.contains(sequence: Array("unit-source".utf8))),
      "note": note.map { .text(wording.language.text($0)) } ?? .null,
      "href": hasSource ? .text("\(toReport)../../\(id)") : .null,
    ]
  }

  /// A part as Markdown whose links are plain text where there is no site; `nil` if the page says
  /// nothing there.
  func markdown(_ part: Part) -> String? {
    guard let content, let section = content.sections[part.role] else { return nil }
    let text = markdown(section.markdown, of: content)
    let start = text.drop { $0.isWhitespace }
    let trimmed = String(start.reversed().drop { $0.isWhitespace }.reversed())
    return trimmed.isEmpty ? nil : trimmed
  }

  /// A part as text without markup, such as a search reads it; `nil` if the page says nothing there.
  func plainText(_ part: Part) -> String? {
    guard let markdown = markdown(part) else { return nil }
    var options = MarkdownOptions(path: name, locale: locale)
    options.collectsText = true
    let text = MarkdownRenderer.render(Array(markdown.utf8), options).text
    return String(decoding: text, as: UTF8.self).trimmingBlanks()
  }

  /// Where the page of the rule says what to do, if it does.
  var remedyAnchor: String? { content?.sections[.remedy] == nil ? nil : "section-remedy" }

  /// The text of a section with links that hold in the report's folder.
  private func markdown(_ text: String, of content: RuleContent) -> String {
    guard hasSite else {
      return text.replacing(/\[([^\]]*)\]\((?!https?:)[^)\s]*\)/) { String($0.output.1) }
    }
    let move = LinkRelocation(
      from: content.path, to: RelativePath(known: "report/rules/rule.md"))
    return String(decoding: move.apply(to: Array(text.utf8)), as: UTF8.self)
  }

  /// Markdown as a block quotation.
  private static func quoted(_ markdown: String) -> String {
    markdown.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? ">" : "> \($0)" }.joined(separator: "\n")
  }
}

/// Where the links of a rule's page lead when a page of the report quotes it.
///
/// All pages that quote lie one folder below the report's: `rules/`, `findings/`.
struct RuleLinks: Sendable {
  let hasSite: Bool

  /// Pages of the site where there is one; other rules are in the report itself.
  func resolve(_ link: LinkReference) -> ResolvedLink {
    let address = link.address
    guard !address.contains("://"), !address.hasPrefix("#"), !address.hasPrefix("/") else {
      return ResolvedLink(address)
    }
    guard hasSite else { return ResolvedLink(nil) }
    let page = address.replacing(".md", with: ".html")
    return ResolvedLink(page.hasPrefix("../") ? "../\(page)" : "../../rules/\(page)")
  }
}
