import Concurrency
import FileSystem
import Localization
import Model

/// What all pages of a site share.
struct SiteContext: Sendable {
  let request: SiteRequest
  let tree: ContentTree
  /// The locales that are published, in the order of the language menu.
  let locales: [LocaleTag]
  let templates: TemplateSet
  let words: [LocaleTag: InterfaceWords]
  let navigations: [LocaleTag: LocaleNavigation]
  /// The way to the pages of each locale from the top of their server.
  let breadcrumbs: [LocaleTag: Lazy<Breadcrumbs>]
  /// The places on pages that the contents of each locale lead to.
  let anchors: [LocaleTag: [PageReport.AnchorReference]]
  /// Whether the contents are as they were in the last build.
  let hasFormerWays: Bool
  /// The first page of each locale, below its folder.
  let firstPages: [LocaleTag: RelativePath]
  /// The name of the site in each language.
  let titles: [LocaleTag: String]
  /// Whether there are pages of the status of translations.
  let hasStatus: Bool
  /// The values that are the same on every page of a locale.
  private let shared: [LocaleTag: TemplateValue]

  /// Reads templates and words; tables of contents as they are needed.
  ///
  /// - Parameters:
  ///   - request: What is asked for.
  ///   - tree: The content.
  ///   - assets: The styles and scripts.
  ///   - cache: What the last build left.
  ///   - shared: A digest of all that pages share, for the cache.
  ///   - diagnostics: Gets what is wrong with words and tables.
  /// - Throws: If templates or words can't be read.
  init(
    _ request: SiteRequest, _ tree: ContentTree, _ assets: PublicationAssets,
    cache: SiteCache?, shared: String?, _ diagnostics: inout [Diagnostic]
  ) throws(SiteFailure) {
    self.request = request
    self.tree = tree
    let wanted = request.locales.map(Set.init)
    locales = tree.locales.filter { wanted?.contains($0) ?? true }
    let width = request.width ?? availableProcessorCount()
    let (words, templates) = try concurrently(width: width) { () throws(SiteFailure) in
      try Self.words(of: tree.locales, for: request)
    } _: { () throws(SiteFailure) in
      try Self.templates(in: request.templateFolders)
    }
    self.templates = templates
    self.words = words.words
    diagnostics += words.diagnostics
    // A page of the set that is called so takes the place.
    let statusNames = ["md", "yml"].map {
      RelativePath(known: "localization/index.md").replacingExtension(with: $0)
    }
    hasStatus =
      request.hasStatus && locales.contains { $0 != tree.source }
      && !tree.locales.contains { locale in
        statusNames.contains { tree.page(at: $0, in: locale) != nil }
      }
    let locales = locales
    let former = cache?.ways.flatMap { $0.key == shared ? $0 : nil }
    let navigations = Dictionary(
      uniqueKeysWithValues: locales.map { locale in
        (locale, LocaleNavigation(locale, in: tree, listings: former?.locales[locale]?.listings))
      })
    let breadcrumbs = Dictionary(
      uniqueKeysWithValues: locales.map { locale in
        (locale, Lazy { Breadcrumbs(locale, in: tree) })
      })
    let ways =
      former
      ?? CachedWays(
        key: shared ?? "",
        locales: Dictionary(
          uniqueKeysWithValues: locales.concurrentMap(width: width) { locale in
            let navigation = navigations[locale]
            return (
              locale,
              CachedWays.Locale(
                diagnostics: (navigation?.diagnostics ?? [])
                  + (breadcrumbs[locale]?.value.diagnostics ?? []),
                firstPage: Self.firstPage(of: locale, in: tree, navigation),
                listings: navigation?.pagesOfOtherTables ?? [:],
                anchors: navigation?.anchors ?? [])
            )
          }))
    hasFormerWays = former != nil
    anchors = ways.locales.mapValues(\.anchors)
    if shared != nil { cache?.keep(ways) }
    diagnostics += locales.flatMap { ways.locales[$0]?.diagnostics ?? [] }
    firstPages = ways.locales.compactMapValues(\.firstPage)
    self.navigations = navigations
    self.breadcrumbs = breadcrumbs
    titles = Self.titles(of: locales, in: tree, firstPages, request.title)
    self.shared = Self.shared(by: locales, self.words, titles, assets)
  }

  private static func templates(in folders: [String]) throws(SiteFailure) -> TemplateSet {
    do throws(TemplateFailure) { return try TemplateSet(folders: folders) } catch {
      throw SiteFailure(error.diagnostics)
    }
  }

  /// The words of the interface in each language, and what is wrong with the catalogs of messages.
  static func words(
    of locales: [LocaleTag], for request: SiteRequest
  ) throws(SiteFailure) -> (words: [LocaleTag: InterfaceWords], diagnostics: [Diagnostic]) {
    let width = request.width ?? availableProcessorCount()
    let prefixes = ["site.", "format."] + request.sections.map(\.nameKey)
    let wanted = [.source] + locales.filter { $0 != .source }
    let files = try wanted.concurrentMap(width: width) { locale throws(SiteFailure) in
      guard let path = InterfaceCatalog.path(for: locale, in: request.messageFolder) else {
        return MessageFile?.none
      }
      do throws(FileError) {
        let bytes = try Files.read(path, limit: 16 << 20)
        return MessageFile(parsing: CatalogExcerpt.of(bytes, prefixes: prefixes), path: path)
      } catch {
        throw SiteFailure([error.diagnostic])
      }
    }
    guard case let source?? = files.first else { return ([:], []) }
    let translations = Dictionary(uniqueKeysWithValues: zip(wanted, files).dropFirst())
    // A region tells languages apart that are shown beside each other, no others.
    let shown = request.locales.map { wanted in locales.filter(wanted.contains) } ?? locales
    let endonyms = LanguageName.endonyms(of: shown)
    let words = locales.concurrentMap(width: width) { locale in
      let catalog = MessageCatalog(
        locale: locale, source: source, translation: translations[locale] ?? nil)
      return (
        InterfaceWords(catalog, endonym: endonyms[locale] ?? LanguageName.endonym(of: locale)),
        catalog.diagnostics
      )
    }
    return (
      Dictionary(uniqueKeysWithValues: zip(locales, words.map(\.0))), words.flatMap(\.1)
    )
  }

  /// The page at the top of the locale's folder, or the first one that its navigation names.
  private static func firstPage(
    of locale: LocaleTag, in tree: ContentTree, _ navigation: LocaleNavigation?
  ) -> RelativePath? {
    let top = ["index.md", "index.yml"].compactMap { RelativePath($0) }
      .first { tree.page(at: $0, in: locale) != nil }
    return top ?? navigation?.firstPage() ?? tree.paths(in: locale).first
  }

  /// What was asked for; else what the first page's `docfx.json` calls the site; else the title of
  /// each language's first page, or the source's where that page isn't translated.
  private static func titles(
    of locales: [LocaleTag], in tree: ContentTree, _ firstPages: [LocaleTag: RelativePath],
    _ title: String?
  ) -> [LocaleTag: String] {
    var titles: [LocaleTag: String] = [:]
    for locale in locales {
      let page = firstPages[locale].flatMap { tree.page(at: $0, in: locale) }
      let docsets = (tree.contents[locale] ?? tree.contents[tree.source])?.docsets
      let name = page.flatMap { docsets?.docset(of: $0.path)?.metadata("_apptitle", of: $0.path) }
      let named = name.flatMap { $0.isEmpty ? nil : $0 }
      titles[locale] = title ?? named ?? page?.displayTitle ?? locale.tag
    }
    return titles
  }

  /// One object for each locale, so that a name is looked for in two places only.
  private static func shared(
    by locales: [LocaleTag], _ words: [LocaleTag: InterfaceWords], _ titles: [LocaleTag: String],
    _ assets: PublicationAssets
  ) -> [LocaleTag: TemplateValue] {
    var shared: [LocaleTag: TemplateValue] = [:]
    for locale in locales {
      var values: TemplateObject = [
        "assets": assets.values, "policy": .text(SecurityPolicy.pages),
      ]
      if case .object(let own) = words[locale]?.values { values.merge(own) }
      values["site"] = ["title": .text(titles[locale])]
      shared[locale] = .object(values)
    }
    return shared
  }

  /// Whether search engines may list a page: one in its own language that doesn't keep out of them.
  func isIndexed(_ path: RelativePath, in locale: LocaleTag) -> Bool {
    tree.state(of: path, in: locale).isOwnLanguage
      && tree.page(at: path, in: locale)?.isUnlisted != true
  }

  /// What a browser's tab shows: the page, and the site or what a docset has in its place.
  func windowTitle(_ title: String, in locale: LocaleTag, suffix: String? = nil) -> String {
    guard let site = suffix ?? titles[locale], site != title else { return title }
    return "\(title) | \(site)"
  }

  /// The absolute address of an output path; `nil` without a base address.
  func absoluteAddress(of path: RelativePath) -> String? {
    guard let base = request.baseURL, !base.isEmpty else { return nil }
    let path = path.description.addressEncoded
    return base.hasSuffix("/") ? base + path : "\(base)/\(path)"
  }

  /// The folder on its server that the site is published in, such as `/docs/`; `nil` without a
  /// base address.
  var folderOnServer: String? {
    guard let base = request.baseURL, let scheme = base.firstRange(of: "://") else { return nil }
    let path = base[scheme.upperBound...].drop { $0 != "/" }
    if path.isEmpty { return "/" }
    return path.hasSuffix("/") ? String(path) : "\(path)/"
  }

  /// Renders a template with the values that all pages of a locale share and a page's own.
  ///
  /// - Returns: The page, and problems that didn't keep it from being rendered.
  func render(
    _ name: String, in locale: LocaleTag, _ values: TemplateValue
  ) throws(SiteFailure) -> (bytes: [UInt8], diagnostics: [Diagnostic]) {
    do throws(TemplateFailure) {
      return try templates.render(name, with: [shared[locale] ?? .null, values])
    } catch {
      throw SiteFailure(error.diagnostics)
    }
  }
}
