import FileSystem
import Model

/// The pages that only lead on: the choice of a language, the first page of a locale that has none
/// of its own, and the answer to a wrong address.
struct DoorPages {
  let site: SiteContext

  /// The files, each with what it is made of.
  func files() throws(SiteFailure) -> [(path: RelativePath, bytes: [UInt8])] {
    let source = site.locales.first ?? site.tree.source
    var files = [
      (
        Routes.home,
        try page(
          at: Routes.home, in: source, title: "site.languages.title", lead: "site.languages.lead",
          choices: languages(from: Routes.home))
      )
    ]
    let notFound = RelativePath(known: "404.html")
    files.append(
      (
        notFound,
        try page(
          at: notFound, in: source, title: "site.not-found.title", lead: "site.not-found.body",
          choices: languages(from: notFound, isAnywhere: true), isHidden: true)
      ))
    for locale in site.locales {
      let home = RelativePath(locale).appending(Routes.home)
      let hasOwn = site.tree.paths(in: locale).contains {
        site.tree.routes.page($0, in: locale) == home
      }
      if hasOwn { continue }
      files.append(
        (home, try page(at: home, in: locale, choices: chapters(of: locale, from: home))))
    }
    return files
  }

  /// The first page in each language.
  ///
  /// A server shows the page for wrong addresses at any address: `isAnywhere` then makes links
  /// begin at the top of the server, as far as it is known where the site is published.
  private func languages(from here: RelativePath, isAnywhere: Bool = false) -> [TemplateValue] {
    site.locales.compactMap { locale in
      guard let first = site.firstPages[locale] else { return nil }
      let target = site.tree.routes.page(first, in: locale)
      let absolute =
        isAnywhere ? site.folderOnServer.map { $0 + target.description.addressEncoded } : nil
      let count = site.tree.paths(in: locale).count
      return [
        "href": .text(absolute ?? here.reference(to: target).addressEncoded),
        "tag": .text(locale.tag), "direction": .text(locale.direction),
        "name": .text(site.words[locale]?.endonym ?? locale.tag),
        "count": .text(site.words[locale]?.count("site.languages.pages", count)),
      ]
    }
  }

  /// The entries of the first level of a locale's navigations.
  private func chapters(of locale: LocaleTag, from here: RelativePath) -> [TemplateValue] {
    guard let navigations = site.navigations[locale] else { return [] }
    return navigations.all.flatMap { navigation -> [TemplateValue] in
      navigation.children(of: nil).compactMap { number in
        guard let first = navigation.firstPage(in: number) else { return nil }
        return [
          "href": .text(
            here.reference(to: site.tree.routes.page(first, in: locale)).addressEncoded),
          "tag": .text(locale.tag), "direction": .text(locale.direction),
          "name": .text(navigation.items[number].name), "count": .null,
        ]
      }
    }
  }

  private func page(
    at path: RelativePath, in locale: LocaleTag, title: String? = nil, lead: String? = nil,
    choices: [TemplateValue], isHidden: Bool = false
  ) throws(SiteFailure) -> [UInt8] {
    let words = site.words[locale]
    let heading = title.flatMap { words?[$0] } ?? site.titles[locale] ?? locale.tag
    // A hidden page is the one that is shown at any address.
    let top = (isHidden ? site.folderOnServer : nil) ?? Routes.rootPrefix(of: path)
    let page: TemplateValue = [
      "tag": .text(locale.tag), "direction": .text(locale.direction),
      "language": .text(words?.endonym), "title": .text(heading),
      "windowTitle": .text(site.windowTitle(heading, in: locale)),
      "lead": .text(lead.flatMap { words?[$0] }),
      "home": .text(top + Routes.home.description), "isHidden": .boolean(isHidden),
      "description": .null, "canonical": .null, "markdown": .null, "alternates": [],
      "status": .null,
    ]
    let values: TemplateValue = [
      "root": .text(top), "page": page, "choices": .list(choices),
      "hasNavigation": false, "hasLanguages": false, "hasSections": false, "search": .null,
    ]
    return try site.render("site/languages", in: locale, values).bytes
  }
}
