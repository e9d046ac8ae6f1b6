import Concurrency
import FileSystem
import Localization
import Model

/// A page for each locale of the site that says how every page stands in every language.
struct StatusPages {
  let site: SiteContext
  let rows: [PageStatus]

  /// The languages that are compared with the source.
  var locales: [LocaleTag] { site.locales.filter { $0 != site.tree.source } }

  /// Where the page of a locale lies.
  static func path(in locale: LocaleTag) -> RelativePath {
    RelativePath(locale).appending(RelativePath(known: "localization/index.html"))
  }

  /// The files, each with its bytes.
  ///
  /// - Throws: If a template fails.
  func files() throws(SiteFailure) -> [(path: RelativePath, bytes: [UInt8])] {
    try site.locales.compactMap { locale in site.words[locale].map { (locale, $0) } }.concurrentMap(
      width: site.request.width ?? availableProcessorCount()
    ) { locale, words throws(SiteFailure) in
      let path = Self.path(in: locale)
      let values = values(for: locale, at: path, words)
      return (path, try site.render("site/status", in: locale, values).bytes)
    }
  }

  private func values(
    for locale: LocaleTag, at here: RelativePath, _ words: InterfaceWords
  ) -> TemplateValue {
    let title = words["site.status.title"]
    let source = site.words[site.tree.source]?.endonym ?? site.tree.source.tag
    let top = Routes.rootPrefix(of: here)
    let home = site.firstPages[locale].map { site.tree.routes.page($0, in: locale) } ?? Routes.home
    let page: TemplateValue = [
      "tag": .text(locale.tag), "direction": .text(locale.direction),
      "language": .text(words.endonym), "title": .text(title),
      "windowTitle": .text(site.windowTitle(title, in: locale)),
      "lead": .text(words.text("site.status.lead", ["source": .text(source)])),
      "home": .text(here.reference(to: home).addressEncoded), "isHidden": true,
      "description": .null, "canonical": .null, "markdown": .null, "alternates": [],
      "status": .null,
    ]
    let version = site.tree.sourceVersion
    return [
      "root": .text(top), "page": page, "hasNavigation": false, "search": .null,
      "hasLanguages": .boolean(site.locales.count > 1),
      "languages": .list(site.locales.map { language($0, from: here, current: locale) }),
      "hasSections": .boolean(!site.request.sections.isEmpty),
      "sections": .list(sections(of: locale, from: here, words)),
      "version": version.map { ["date": .text(words.date($0.date)), "commit": .text($0.commit)] }
        ?? .null,
      "totals": .list(locales.map { total(of: $0, for: locale, words) }),
      "pages": .list(pages(for: locale, from: here, words)),
      "columns": .list(locales.map { name(of: $0) }),
      "trend": StatusTrendValues(pages: self, locale: locale, words: words).value,
    ]
  }

  /// A language with its own name.
  func name(of locale: LocaleTag) -> TemplateValue {
    [
      "tag": .text(locale.tag), "direction": .text(locale.direction),
      "name": .text(site.words[locale]?.endonym ?? locale.tag),
    ]
  }

  private func language(
    _ locale: LocaleTag, from here: RelativePath, current: LocaleTag
  ) -> TemplateValue {
    [
      "href": .text(here.reference(to: Self.path(in: locale)).addressEncoded),
      "tag": .text(locale.tag), "direction": .text(locale.direction),
      "name": .text(site.words[locale]?.endonym ?? locale.tag),
      "isCurrent": .boolean(locale == current), "isFallback": false, "keepsPlace": true,
      "isSource": .boolean(locale == site.tree.source),
    ]
  }

  private func sections(
    of locale: LocaleTag, from here: RelativePath, _ words: InterfaceWords
  ) -> [TemplateValue] {
    site.request.sections.compactMap { section in
      RelativePath(section.path).map { path in
        [
          "href": .text(here.reference(to: Routes.output(path, in: locale)).addressEncoded),
          "name": .text(words[section.nameKey]), "isCurrent": false,
        ]
      }
    }
  }

  private func total(
    of locale: LocaleTag, for reader: LocaleTag, _ words: InterfaceWords
  ) -> TemplateValue {
    let total = StatusTotal(of: locale, in: rows)
    func share(_ count: Int) -> TemplateValue {
      let share = total.units == 0 ? 0 : count * 1000 / total.units
      return ["words": .text(words.percent(share)), "value": .text("\(share)")]
    }
    func number(_ count: Int) -> TemplateValue {
      ["words": .text(words.number(count)), "value": .text("\(count)")]
    }
    return [
      "tag": .text(locale.tag), "direction": .text(locale.direction),
      "name": .text(site.words[locale]?.endonym ?? locale.tag),
      "isCurrent": .boolean(locale == reader), "pages": number(total.pages),
      "units": number(total.units), "current": share(total.current),
      "drifted": share(total.drifted), "missing": share(total.missing),
      "unchecked": share(total.unchecked), "machine": share(total.machineUnits),
      "exact": number(total.words.exact), "fuzzy90": number(total.words.fuzzy90),
      "fuzzy75": number(total.words.fuzzy75), "new": number(total.words.new),
    ]
  }

  /// A row a page: its title in the reader's language, and how it stands in each.
  private func pages(
    for reader: LocaleTag, from here: RelativePath, _ words: InterfaceWords
  ) -> [TemplateValue] {
    Dictionary(grouping: rows, by: \.path).sorted { $0.key < $1.key }.compactMap { entry in
      guard let path = RelativePath(entry.key) else { return nil }
      let page = site.tree.page(at: path, in: reader)
      let shown = page?.locale ?? reader
      return [
        "path": .text(entry.key), "title": .text(page?.displayTitle ?? entry.key),
        "tag": .text(shown.tag), "direction": .text(shown.direction),
        "href": page == nil
          ? .null
          : .text(here.reference(to: site.tree.routes.page(path, in: reader)).addressEncoded),
        "cells": .list(
          locales.map { locale in
            cell(entry.value.first { $0.locale == locale }, path, locale, here, words)
          }),
      ]
    }
  }

  private func cell(
    _ row: PageStatus?, _ path: RelativePath, _ locale: LocaleTag, _ here: RelativePath,
    _ words: InterfaceWords
  ) -> TemplateValue {
    guard let row else {
      return ["state": "none", "name": .null, "href": .null, "detail": .null, "value": "-1"]
    }
    // A table of contents is no page.
    let hasPage = row.state != .missing && site.tree.page(at: path, in: locale) != nil
    let target = here.reference(to: site.tree.routes.page(path, in: locale)).addressEncoded
    let share = row.units == 0 ? 1000 : row.currentUnits * 1000 / row.units
    return [
      "state": .text(row.state.rawValue), "name": .text(words["site.status.state.\(row.state)"]),
      "href": hasPage ? .text(target) : .null,
      "isMachine": .boolean(row.isMachineTranslated == true),
      "detail": .text(
        words.text(
          "site.status.part",
          ["count": .text(words.number(row.currentUnits)), "total": .text(words.number(row.units))])
      ),
      "behind": .text(row.history.flatMap { StandingValues.behind($0, words) }),
      "value": .text("\(share)"),
    ]
  }
}
