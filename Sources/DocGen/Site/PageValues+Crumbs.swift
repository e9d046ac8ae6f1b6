import Concurrency
import FileSystem
import Model

extension PageValues {
  /// The way to this page: from the top of the server where breadcrumbs give it, else from the
  /// locale's first page; then the entries of the contents that stand above it.
  func crumbs() -> [TemplateValue] {
    let breadcrumbs = site.breadcrumbs[locale]?.value
    let way = breadcrumbs?.way(to: path) ?? []
    var crumbs = way.map { crumb($0.name, $0.target, in: $0.locale) }
    var named = Set(way.map(\.target))
    if way.isEmpty, let first = site.firstPages[locale], first != path {
      crumbs.append([
        "name": .text(words["site.home"]), "href": .text(address(of: first)), "isInterface": true,
        "tag": .null, "direction": .null,
      ])
    }
    guard let number = navigation.number, breadcrumbs?.areExtended(at: path) ?? true else {
      return crumbs
    }
    for ancestor in navigation.tree.ancestors(of: number) {
      let item = navigation.tree.items[ancestor]
      guard item.target == .none || named.insert(item.target).inserted else { continue }
      crumbs.append(crumb(item.name, item.target, item.suffix, in: locale))
    }
    return crumbs
  }

  /// Whether the way says more than where the set begins.
  func isWay(_ crumbs: [TemplateValue]) -> Bool {
    crumbs.count > 1 || site.breadcrumbs[locale]?.value.way(to: path).isEmpty == false
  }

  private func crumb(
    _ name: String, _ target: Navigation.Target, _ suffix: String = "",
    in language: LocaleTag
  ) -> TemplateValue {
    let href: String? =
      switch target {
      case .page(let page) where page == path: suffix.isEmpty ? nil : suffix
      case .page(let page): address(of: page) + suffix
      case .outside(let address): address
      case .none: nil
      }
    return [
      "name": .text(name), "href": .text(href), "isInterface": false,
      "tag": language == locale ? .null : .text(language.tag),
      "direction": language == locale ? .null : .text(language.direction),
    ]
  }
}
