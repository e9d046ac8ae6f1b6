public import FileSystem
import Localization
public import Model

extension ContentTree {
  /// The ids of the rules that some locale has a page for, in byte order.
  public var ruleIDs: [String] {
    Set(contents.values.flatMap { $0.pages.compactMap(\.ruleID) }).sorted()
  }

  /// The page of a rule, below a locale's folder; `nil` if nothing is written about it.
  public func rulePath(_ id: String, in locale: LocaleTag) -> RelativePath? {
    for locale in [locale, source] {
      if let page = contents[locale]?.pages.first(where: { $0.ruleID == id }) { return page.path }
    }
    return nil
  }

  /// What is said about a rule to a reader of `locale`; `nil` if nothing is.
  ///
  /// Reads and renders the page each time; keep the result.
  ///
  /// - Parameters:
  ///   - id: The rule's id, such as `CON-01`.
  ///   - locale: The reader's language.
  ///   - words: The words that rendering adds.
  ///   - resolve: Where the links of the page lead; the standard way leaves them as they are.
  /// - Returns: The sections of the rule's page.
  /// - Throws: If the page can't be read.
  public func ruleContent(
    _ id: String, in locale: LocaleTag, words: MarkdownOptions.Words = MarkdownOptions.Words(),
    resolve: @escaping @Sendable (LinkReference) -> ResolvedLink = { ResolvedLink($0.address) }
  ) throws(FileError) -> RuleContent? {
    if let pages = rulePages[id] {
      let original = pages[source]
      guard let page = pages[locale] ?? original else { return nil }
      let isOwn = pages[locale] != nil
      return page.content(
        id, sourceTitle: original?.title ?? page.title, isOwn ? locale : source,
        locale == source ? .source : isOwn ? .translated : .fallback, words: words,
        resolve: resolve)
    }
    guard let path = rulePath(id, in: locale), let page = page(at: path, in: locale) else {
      return nil
    }
    var parts = try sections(of: page, in: locale, words, resolve)
    let state = state(of: path, in: locale)
    if page.locale != source, let original = contents[source]?[path],
      state == .stale || parts.sections.count < RuleContent.Role.allCases.count
    {
      let current = try sections(of: original, in: source, words, resolve)
      parts.compare(with: current, isStale: state == .stale)
    }
    return RuleContent(
      id: id, title: page.displayTitle,
      sourceTitle: contents[source]?[path]?.displayTitle ?? page.displayTitle, locale: page.locale,
      state: state, path: path, sections: parts.sections, unitCount: parts.unitCount,
      diagnostics: parts.diagnostics)
  }

  /// The sections of a page and what is wrong with them.
  private struct RuleParts {
    var sections: [RuleContent.Role: RuleContent.Section] = [:]
    var unitCount = 0
    var diagnostics: [Diagnostic]

    /// Notes which sections say something else than the source now, and takes those from it that
    /// the translation doesn't have.
    mutating func compare(with current: RuleParts, isStale: Bool) {
      for (role, section) in current.sections where sections[role] == nil {
        sections[role] = section
        sections[role]?.isFallback = true
      }
      guard isStale else { return }
      for (role, section) in sections where !section.isFallback {
        let now = current.sections[role]?.markdown
        sections[role]?.isStale = now.map(Self.words) != Self.words(section.sourceMarkdown)
      }
    }

    private static func words(_ text: String) -> [Substring] {
      text.split(whereSeparator: \.isWhitespace)
    }
  }

  private func sections(
    of page: ContentPage, in locale: LocaleTag, _ words: MarkdownOptions.Words,
    _ resolve: @escaping @Sendable (LinkReference) -> ResolvedLink
  ) throws(FileError) -> RuleParts {
    let bytes = TextEncoding.repaired(try Files.read(page.file, limit: ContentPage.sizeLimit))
    let expanded = IncludeExpander.expand(bytes, of: page, for: locale, in: self)
    let bodyStart = FrontMatterBounds(expanded.bytes).bodyStart
    var options = MarkdownOptions(path: page.file, locale: page.locale)
    options.sourceLocale = source
    options.words = words
    // A page of the report quotes many rules.
    options.identifiesUnits = false
    options.resolve = resolve
    let places = PlaceFinder(expanded)
    let firstLine = expanded.bytes[..<bodyStart].count { $0 == 10 }
    var parts = RuleParts(diagnostics: expanded.diagnostics)
    for part in SectionSplitter.sections(of: Array(expanded.bytes[bodyStart...])) {
      guard let role = part.role, parts.sections[role] == nil else { continue }
      options.lineOffset = firstLine + part.firstLine
      let rendered = MarkdownRenderer.render(part.text, options)
      parts.diagnostics += rendered.diagnostics.compactMap(places.located)
      parts.unitCount += rendered.unitCount
      parts.sections[role] = RuleContent.Section(
        heading: part.heading, html: rendered.html,
        markdown: String(decoding: Units.plainTarget(of: part.text), as: UTF8.self),
        sourceMarkdown: String(decoding: Units.plainSource(of: part.text), as: UTF8.self))
    }
    return parts
  }
}
