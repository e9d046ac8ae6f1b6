import FileSystem
import Localization
import Model

/// Makes the two files of a page: HTML and Markdown.
struct PageMaker: Sendable {
  let site: SiteContext
  private let navigation: NavigationCache
  private let links = LinkCache()

  init(_ site: SiteContext) {
    self.site = site
    navigation = NavigationCache(site)
  }

  /// A page ready to be written, and what the rest of the site has to know of it.
  struct Result {
    var html: [UInt8]
    var markdown: [UInt8]
    var report: PageReport
  }

  /// Makes a page.
  ///
  /// - Throws: If it can't be read, or if a template fails.
  func make(_ path: RelativePath, in locale: LocaleTag) throws(SiteFailure) -> Result {
    guard let page = site.tree.page(at: path, in: locale), let words = site.words[locale] else {
      throw SiteFailure([])
    }
    let source = try read(page)
    let expanded = IncludeExpander.expand(source, of: page, for: locale, in: site.tree)
    let bodyStart = FrontMatterBounds(expanded.bytes).bodyStart
    let resolver = LinkResolver(
      tree: site.tree, locale: locale, path: path, absoluteLinkBase: site.request.absoluteLinkBase,
      known: links)
    var options = MarkdownOptions(path: page.file, locale: page.locale)
    options.lineOffset = expanded.bytes[..<bodyStart].count { $0 == 10 }
    options.sourceLocale = site.tree.source
    options.words = (site.words[page.locale] ?? words).markdownWords
    options.resolve = { resolver.resolve($0) }
    let rendered = MarkdownRenderer.render(Array(expanded.bytes[bodyStart...]), options)
    let values = PageValues(
      site, page, at: path, in: locale, words: words,
      navigation: navigation.markup(for: path, in: locale)
    ).values(rendered)
    let html = try site.render("site/page", in: locale, values)
    let kept = site.request.keepsIncludes ? source : expanded.bytes
    let places = PlaceFinder(expanded)
    var report = PageReport(rendered, of: path, in: locale, resolver, places)
    // A page shown in several locales has its problems reported once, where it is at home.
    if page.locale == locale {
      report.diagnostics = expanded.diagnostics + rendered.diagnostics.compactMap(places.located)
    }
    report.diagnostics += html.diagnostics
    return Result(
      html: html.bytes,
      markdown: page.locale == site.tree.source ? kept : Units.plainTarget(of: kept),
      report: report)
  }

  private func read(_ page: ContentPage) throws(SiteFailure) -> [UInt8] {
    do throws(FileError) {
      let bytes = TextEncoding.repaired(
        try Files.read(page.file, limit: ContentPage.sizeLimit))
      return page.isLandingPage ? LandingPage(bytes, path: page.file).markdown : bytes
    } catch {
      throw SiteFailure([error.diagnostic])
    }
  }
}
