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
    var sections: [RuleContent.Role: RuleContent.Section] = [:]
    var diagnostics = expanded.diagnostics
    var unitCount = 0
    for part in SectionSplitter.sections(of: Array(expanded.bytes[bodyStart...])) {
      guard let role = part.role, sections[role] == nil else { continue }
      options.lineOffset = firstLine + part.firstLine
      let rendered = MarkdownRenderer.render(part.text, options)
      diagnostics += rendered.diagnostics.compactMap(places.located)
      unitCount += rendered.unitCount
      sections[role] = RuleContent.Section(
        heading: part.heading, html: rendered.html,
        markdown: String(decoding: Units.plainTarget(of: part.text), as: UTF8.self),
        sourceMarkdown: String(decoding: Units.plainSource(of: part.text), as: UTF8.self))
    }
    return RuleContent(
      id: id, title: page.displayTitle,
      sourceTitle: contents[source]?[path]?.displayTitle ?? page.displayTitle, locale: page.locale,
      state: state(of: path, in: locale), path: path, sections: sections, unitCount: unitCount,
      diagnostics: diagnostics)
  }
}
