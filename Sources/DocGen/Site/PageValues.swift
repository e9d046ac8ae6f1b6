import FileSystem
import Localization
import Model

/// What the template of a page is told about it.
struct PageValues {
  let site: SiteContext
  let locale: LocaleTag
  let path: RelativePath
  let page: ContentPage
  let state: PageState
  let words: InterfaceWords
  let navigation: (markup: [UInt8], tree: Navigation, number: Int?)

  /// The page in the output.
  private let here: RelativePath
  /// How the page reaches the top of the output.
  private let root: String
  /// The page below any locale's folder, as it stands in addresses.
  private let addressInLocale: String

  init(
    _ site: SiteContext, _ page: ContentPage, at path: RelativePath, in locale: LocaleTag,
    words: InterfaceWords, navigation: (markup: [UInt8], tree: Navigation, number: Int?)
  ) {
    self.site = site
    self.locale = locale
    self.path = path
    self.page = page
    self.words = words
    self.navigation = navigation
    state = site.tree.state(of: path, in: locale)
    here = site.tree.routes.page(path, in: locale)
    root = Routes.rootPrefix(of: here)
    addressInLocale =
      site.tree.routes.place(of: path).replacingExtension(with: "html").description.addressEncoded
  }

  /// How this page reaches the same page in another locale.
  private func address(in locale: LocaleTag) -> String {
    "\(root)\(locale.folder)/\(addressInLocale)"
  }

  /// The values for a page's body.
  func values(_ rendered: RenderedPage, _ standing: PageStanding?) -> TemplateValue {
    let crumbs = crumbs()
    let notices = PageNotices(self).all()
    let provenance = words.provenance(
      of: page, original: page.locale == site.tree.source ? nil : original)
    let headings = HeadingList(rendered.headings)
    let neighbours = navigation.number.map { navigation.tree.neighbours(of: $0) }
    var values: TemplateObject = [
      "root": .text(root),
      "page": .object(pageValues()),
      "navigation": .html(navigation.markup),
      "hasNavigation": true,
      "hasLanguages": .boolean(site.locales.count > 1),
      "languages": .list(languages()),
      "hasSections": .boolean(!site.request.sections.isEmpty),
      "sections": .list(sections()),
      "hasCrumbs": .boolean(isWay(crumbs)),
      "crumbs": .list(crumbs),
      "hasNotices": .boolean(!notices.isEmpty),
      "notices": .list(notices),
      "hasHeadings": .boolean(headings.isWorthwhile),
      "headings": .html(headings.markup),
      "hasProvenance": .boolean(!provenance.isEmpty),
      "provenance": .list(provenance),
      "previous": neighbour(neighbours?.previous),
      "next": neighbour(neighbours?.next),
      "content": .html(
        ApplicabilityLine(page.appliesTo, words).added(
          to: Self.hasTitle(headings, rendered.html) ? rendered.html : titled(rendered.html))),
    ]
    values["standing"] =
      standing.map { StandingValues(standing: $0, words: words).value } ?? .null
    values["search"] = site.request.hasSearch ? SearchIndex.values(of: locale, from: root) : .null
    values["structuredData"] = .html(structuredData())
    values["hasPager"] = .boolean(neighbours?.previous != nil || neighbours?.next != nil)
    values["reading"] = rendered.unitCount > 0 ? reading() : .null
    return .object(values)
  }

  private func pageValues() -> TemplateObject {
    let title = page.displayTitle
    let markdown = site.tree.routes.markdown(path, in: locale).name.addressEncoded
    return [
      "tag": .text(locale.tag),
      "direction": .text(locale.direction),
      "language": .text(words.endonym),
      "contentTag": .text(page.locale.tag),
      "contentDirection": .text(page.locale.direction),
      "title": .text(title),
      "windowTitle": .text(site.windowTitle(title, in: locale, suffix: page.titleSuffix)),
      "description": .text(page.description),
      "home": .text(home()),
      "markdown": .text(markdown),
      "status": .text(statusAddress),
      "isHidden": .boolean(state == .fallback || page.isUnlisted),
      "canonical": .text(canonical()),
      "alternates": .list(alternates()),
    ]
  }

  private func home() -> String {
    guard let first = site.firstPages[locale] else { return "#vouch-main" }
    return address(of: first)
  }

  /// How this page reaches another one of its locale.
  func address(of other: RelativePath) -> String {
    here.reference(to: site.tree.routes.page(other, in: locale)).addressEncoded
  }

  /// The same page in the source language.
  private var original: ContentPage? { site.tree.page(at: path, in: site.tree.source) }

  /// How this page reaches the same page in the source language.
  var sourceAddress: String { address(in: site.tree.source) }

  /// How this page reaches the status of translations.
  private var statusAddress: String? {
    guard site.hasStatus else { return nil }
    return here.reference(to: StatusPages.path(in: locale)).addressEncoded
  }

  /// The page itself; the source page where this one shows its text.
  private func canonical() -> String? {
    if state == .fallback {
      let source = site.tree.routes.page(path, in: site.tree.source)
      return site.absoluteAddress(of: source) ?? sourceAddress
    }
    return site.absoluteAddress(of: here)
  }

  /// The page in each language that really has it, and the source for everybody else.
  private func alternates() -> [TemplateValue] {
    guard site.isIndexed(path, in: locale) else { return [] }
    let locales = site.locales.filter { site.isIndexed(path, in: $0) }
    guard locales.count > 1 else { return [] }
    func entry(_ hreflang: String, _ locale: LocaleTag) -> TemplateValue {
      let href =
        site.absoluteAddress(of: site.tree.routes.page(path, in: locale)) ?? address(in: locale)
      return ["hreflang": .text(hreflang), "href": .text(href)]
    }
    var entries = locales.map { entry($0.tag, $0) }
    if locales.contains(site.tree.source) { entries.append(entry("x-default", site.tree.source)) }
    return entries
  }

  /// The language menu: the same page where a locale shows it, else the locale's first page.
  private func languages() -> [TemplateValue] {
    site.locales.map { other in
      let state = site.tree.state(of: path, in: other)
      var href = address(in: other)
      if state == .missing {
        let page =
          site.firstPages[other].map { site.tree.routes.page($0, in: other) } ?? Routes.home
        href = here.reference(to: page).addressEncoded
      }
      return [
        "href": .text(href),
        "tag": .text(other.tag),
        "direction": .text(other.direction),
        "name": .text(site.words[other]?.endonym ?? other.tag),
        "isCurrent": .boolean(other == locale),
        "isFallback": .boolean(!state.isOwnLanguage),
        "keepsPlace": .boolean(state != .missing),
        "isSource": .boolean(state == .fallback || other == site.tree.source),
      ]
    }
  }

  private func sections() -> [TemplateValue] {
    site.request.sections.compactMap { section in
      guard let path = RelativePath(section.path) else { return nil }
      let target = Routes.output(path, in: locale)
      return [
        "href": .text(here.reference(to: target).addressEncoded),
        "name": .text(words[section.nameKey]), "isCurrent": false,
      ]
    }
  }

  private func neighbour(_ number: Int?) -> TemplateValue {
    guard let number, case .page(let path) = navigation.tree.items[number].target else {
      return .null
    }
    let item = navigation.tree.items[number]
    return [
      "name": .text(item.name),
      "href": .text(address(of: path) + item.suffix),
    ]
  }

  private func reading() -> TemplateValue {
    let source = site.tree.source
    return [
      "tag": .text(source.tag), "direction": .text(source.direction),
      "name": .text(site.words[source]?.endonym ?? source.tag),
    ]
  }

  /// Whether a page has a heading of the first level, in raw HTML too.
  private static func hasTitle(_ headings: HeadingList, _ body: [UInt8]) -> Bool {
    headings.hasTitle || body.range(of: "<h1", in: 0..<body.count) != nil
  }

  /// A body that doesn't begin with a heading of its own gets the page's title.
  private func titled(_ body: [UInt8]) -> [UInt8] {
    var html = HTMLBytes(capacity: body.count + 200)
    html.raw("<h1>")
    html.text(page.displayTitle)
    html.raw("</h1>\n")
    html.markup(body)
    return html.bytes
  }
}
