import FileSystem
import Model

extension DoorPages {
  /// A page at the old address of each page that moved, which leads to the new one at once.
  ///
  /// It needs no server that redirects, and no script.
  func redirections() throws(SiteFailure) -> [(path: RelativePath, bytes: [UInt8])] {
    var files: [(path: RelativePath, bytes: [UInt8])] = []
    for locale in site.locales {
      var taken = Set(site.tree.paths(in: locale).map { site.tree.routes.page($0, in: locale) })
      for entry in site.tree.contents[locale]?.redirections.entries ?? [] {
        let here = site.tree.routes.page(entry.source, in: locale)
        guard ["md", "yml"].contains(entry.source.fileExtension.lowercased()),
          taken.insert(here).inserted,
          let target = address(of: entry.source, from: here, in: locale)
        else { continue }
        files.append((here, try page(leadingTo: target, in: locale)))
      }
    }
    return files
  }

  /// How the old page reaches the new one; `nil` where there is none, or none that is allowed.
  private func address(
    of path: RelativePath, from here: RelativePath, in locale: LocaleTag
  ) -> (href: String, canonical: String?, title: String)? {
    switch site.tree.redirectTarget(of: path, in: locale) {
    case .page(let new, let suffix):
      let target = site.tree.routes.page(new, in: locale)
      let fragment = suffix.firstIndex(of: "#").map { String(suffix[$0...]) } ?? ""
      return (
        here.reference(to: target).addressEncoded + fragment, site.absoluteAddress(of: target),
        site.tree.page(at: new, in: locale)?.displayTitle ?? new.name
      )
    case .address(let written):
      let resolver = LinkResolver(
        tree: site.tree, locale: locale, path: path,
        absoluteLinkBase: site.request.absoluteLinkBase)
      guard let href = resolver.link(to: written).address else { return nil }
      return (href, href.contains("://") ? href : nil, href)
    case .nowhere, nil: return nil
    }
  }

  private func page(
    leadingTo target: (href: String, canonical: String?, title: String), in locale: LocaleTag
  ) throws(SiteFailure) -> [UInt8] {
    let words = site.words[locale]
    let page: TemplateValue = [
      "tag": .text(locale.tag), "direction": .text(locale.direction),
      "language": .text(words?.endonym), "title": .text(target.title),
      "windowTitle": .text(site.windowTitle(target.title, in: locale)),
      "canonical": .text(target.canonical), "href": .text(target.href),
    ]
    return try site.render("site/moved", in: locale, ["page": page]).bytes
  }
}
