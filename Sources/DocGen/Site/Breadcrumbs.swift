import FileSystem
import Model

/// The way from the top of a server to a set of pages, as `breadcrumb/toc.yml` gives it.
///
/// Its entries name places on the server that the pages are published on: an entry stands above a
/// page whose address lies below its `tocHref`.
struct Breadcrumbs: Sendable {
  /// A place above a page.
  struct Crumb: Sendable {
    var name: String
    var target: Navigation.Target
    /// The language of the name.
    var locale: LocaleTag
    fileprivate var place: String
    fileprivate var children: [Crumb] = []
  }

  /// The entries for the pages of a docset.
  private struct Way: Sendable {
    var docset: Docset
    /// Where the docset lies on its server, without a slash at its end.
    var address: String
    var crumbs: [Crumb]
  }

  private var ways: [Way] = []
  /// What is wrong with them.
  private(set) var diagnostics: [Diagnostic] = []

  /// Reads the breadcrumbs of a locale; the source language's where it has none.
  init(_ locale: LocaleTag, in tree: ContentTree) {
    for owner in locale == tree.source ? [locale] : [locale, tree.source] where ways.isEmpty {
      guard let content = tree.contents[owner] else { continue }
      for path in content.folders.keys.filter(Self.isBreadcrumbs).sorted() {
        guard let docset = content.docsets.docset(of: path), let address = docset.address,
          let file = content.file(at: path)
        else { continue }
        do throws(FileError) {
          let bytes = try Files.read(file, limit: ContentPage.sizeLimit)
          let table = TableOfContents(bytes, path: file, diagnostics: &diagnostics)
          let resolver = LinkResolver(
            tree: tree, locale: locale, path: path, absoluteLinkBase: SiteRequest.publicationServer)
          let crumbs = table.entries.compactMap { Self.crumb($0, resolver, named: owner, depth: 0) }
          if !crumbs.isEmpty {
            ways.append(Way(docset: docset, address: address.lowercased(), crumbs: crumbs))
          }
        } catch {
          diagnostics.append(error.diagnostic)
        }
      }
    }
  }

  private static func isBreadcrumbs(_ path: RelativePath) -> Bool {
    path.name.utf8.count == 7 && path.name.lowercased() == "toc.yml"
      && path.folder?.name.lowercased() == "breadcrumb"
  }

  private static func crumb(
    _ entry: TableOfContents.Entry, _ resolver: LinkResolver, named locale: LocaleTag, depth: Int
  ) -> Crumb? {
    guard depth < 16, let place = entry.table ?? entry.reference else { return nil }
    let target: Navigation.Target =
      switch resolver.link(to: entry.reference ?? place).destination {
      case .page(let path, _, _): .page(path)
      case .outside(let address): .outside(address)
      default: .none
      }
    var lower = place.lowercased()
    while lower.hasSuffix("/") { lower.removeLast() }
    return Crumb(
      name: entry.name, target: target, locale: locale, place: lower,
      children: entry.children.compactMap {
        crumb($0, resolver, named: locale, depth: depth + 1)
      })
  }

  /// The places above a page, the top of the server first; nothing where none are known.
  func way(to path: RelativePath) -> [Crumb] {
    guard let way = ways.first(where: { $0.docset.holds(path) }) else { return [] }
    let below = way.docset.folder.map { "\(path)".dropFirst("\($0)".count + 1) } ?? "\(path)"[...]
    let address = "\(way.address)/\(below)".lowercased()
    var crumbs: [Crumb] = []
    var level = way.crumbs
    while let next = level.filter({ address.hasPrefix("\($0.place)/") })
      .max(by: { $0.place.utf8.count < $1.place.utf8.count })
    {
      crumbs.append(next)
      level = next.children
    }
    return crumbs
  }

  /// Whether the entries of the contents above a page follow.
  func areExtended(at path: RelativePath) -> Bool {
    ways.first { $0.docset.holds(path) }?.docset.extendsBreadcrumbs ?? true
  }
}
