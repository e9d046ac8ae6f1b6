import FileSystem
import Model
import Synchronization

/// The markup of navigations, kept while pages of the same folder are made.
final class NavigationCache: Sendable {
  private struct Key: Hashable {
    var locale: LocaleTag
    var folder: RelativePath?
    var scope: Int
    var view: NavigationView
  }

  /// How much markup is kept, in bytes.
  private static let sizeLimit = 4 << 20

  private let site: SiteContext
  private let state = Mutex<(kept: [Key: NavigationMarkup], size: Int)>(([:], 0))

  init(_ site: SiteContext) { self.site = site }

  /// The navigation of a page, marked, with the tree and the page's entry in it.
  func markup(
    for path: RelativePath, in locale: LocaleTag
  ) -> (markup: [UInt8], tree: Navigation, number: Int?) {
    guard let (scope, navigation) = site.navigations[locale]?.navigation(for: path) else {
      return ([], Navigation(), nil)
    }
    let number = navigation[path]
    let view = NavigationView(of: number, in: navigation)
    let folder = site.tree.routes.place(of: path).folder
    let key = Key(locale: locale, folder: folder, scope: scope, view: view)
    let kept = state.withLock { $0.kept[key] }
    let markup = kept ?? make(navigation, view, for: path, in: locale)
    if kept == nil {
      state.withLock { state in
        if state.size > Self.sizeLimit { state = ([:], 0) }
        state.kept[key] = markup
        state.size += markup.size
      }
    }
    return (markup.marking(number, in: navigation), navigation, number)
  }

  private func make(
    _ navigation: Navigation, _ view: NavigationView, for path: RelativePath, in locale: LocaleTag
  ) -> NavigationMarkup {
    let here = site.tree.routes.page(path, in: locale)
    let source = site.tree.source
    return NavigationMarkup(
      navigation, view: view,
      address: { number in
        var target = navigation.items[number].target
        if target == .none {
          guard let first = navigation.firstPage(in: number) else { return nil }
          target = .page(first)
        }
        switch target {
        case .none: return nil
        case .outside(let address):
          return NavigationMarkup.Link(address: address, isOutside: true)
        case .page(let page):
          let isFallback = self.site.tree.state(of: page, in: locale) == .fallback
          let address =
            here.reference(to: self.site.tree.routes.page(page, in: locale))
            .addressEncoded + navigation.items[number].suffix
          return NavigationMarkup.Link(
            address: address, language: isFallback ? source.language : nil)
        }
      }, more: { count in self.site.words[locale]?.count("site.navigation.more", count) ?? "" })
  }
}
