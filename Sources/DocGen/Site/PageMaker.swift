import FileSystem
import Localization
import Model

/// Makes the two files of a page: HTML and Markdown.
struct PageMaker: Sendable {
  let site: SiteContext
  private let navigation: NavigationCache
  private let rendering: PageRendering

  init(_ site: SiteContext) {
    self.site = site
    rendering = PageRendering(
      site.tree, absoluteLinkBase: site.request.absoluteLinkBase,
      collectsText: site.request.hasSearch)
    navigation = NavigationCache(site)
  }

  /// A page ready to be written, and what the rest of the site has to know of it.
  struct Result {
    var html: [UInt8]
    var markdown: [UInt8]
    var report: PageReport
    /// Whether other pages are part of it, so that it changes with them.
    var includesPages: Bool
  }

  /// Makes a page.
  ///
  /// - Throws: If it can't be read, or if a template fails.
  func make(_ path: RelativePath, in locale: LocaleTag) throws(SiteFailure) -> Result {
    guard let page = site.tree.page(at: path, in: locale), let words = site.words[locale] else {
      throw SiteFailure([])
    }
    let wordsOfPage = site.words[page.locale] ?? words
    var result: PageRendering.Result
    do throws(FileError) {
      result = try rendering.render(
        page, at: path, in: locale, words: wordsOfPage.markdownWords,
        training: wordsOfPage.yamlPageWords)
    } catch {
      throw SiteFailure([error.diagnostic])
    }
    let routes = site.tree.routes
    let navigation = navigation.markup(for: path, in: locale)
    let values = PageValues(
      site, page, at: path, in: locale, words: words, navigation: navigation
    ).values(result.rendered, result.standing)
    let html = try site.render("site/page", in: locale, values)
    let kept = site.request.keepsIncludes ? result.source : result.expanded
    let units = site.request.keepsIncludes ? nil : result.units
    result.report.diagnostics += html.diagnostics
    if site.request.hasSearch {
      result.report.search = SearchPage(
        result.rendered, of: page, at: routes.place(of: path), for: locale,
        keywords: navigation.number.map { navigation.tree.items[$0].keywords } ?? [])
    }
    let plain = page.locale == site.tree.source ? kept : Units.plainTarget(of: kept, units)
    let relocation = LinkRelocation(from: path, to: routes.place(of: path), routes: routes)
    return Result(
      html: html.bytes, markdown: relocation.apply(to: plain),
      report: result.report, includesPages: result.includesPages)
  }
}
