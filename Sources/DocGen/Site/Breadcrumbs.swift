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
  }

  /// A crumb of a table, with the number of the one above it.
  private struct Entry: Sendable {
    var crumb: Crumb
    var parent: Int?
    var depth: Int
  }

  /// The entries for the pages of a docset.
  private struct Way: Sendable {
    var docset: Docset
    /// The file that gives it.
    var file: RelativePath
    /// Whether metadata name the file; otherwise its place alone tells that it has breadcrumbs.
    var isNamed: Bool
    /// Where the docset lies on its server, without a slash at its end.
    var address: String
    var entries: [Entry] = []
    /// The entry of each place; of several the deepest, then the first.
    var byPlace: [Substring: Int] = [:]

    /// Adds an entry with those below it.
    mutating func add(
      _ entry: TableOfContents.Entry, _ resolver: LinkResolver, named locale: LocaleTag,
      below parent: Int? = nil, depth: Int = 0
    ) {
      guard depth < 16 else { return }
      let place = entry.table ?? entry.reference
      let target: Navigation.Target =
        switch (entry.reference ?? place).map({ resolver.link(to: $0).destination }) {
        case .page(let path, _, _): .page(path)
        case .outside(let address): .outside(address)
        default: .none
        }
      let number = entries.count
      entries.append(
        Entry(
          crumb: Crumb(name: entry.name, target: target, locale: locale), parent: parent,
          depth: depth))
      if var lower = place?.lowercased()[...] {
        while lower.hasSuffix("/") { lower.removeLast() }
        if byPlace[lower].map({ entries[$0].depth < depth }) ?? true { byPlace[lower] = number }
      }
      for child in entry.children {
        add(child, resolver, named: locale, below: number, depth: depth + 1)
      }
    }
  }

  private var ways: [Way] = []
  private let routes: Routes
  private let docsets: DocsetList?
  /// What is wrong with them.
  private(set) var diagnostics: [Diagnostic] = []

  /// Reads the breadcrumbs of a locale; the source language's where it has none.
  init(_ locale: LocaleTag, in tree: ContentTree) {
    routes = tree.routes
    docsets = (tree.contents[locale] ?? tree.contents[tree.source])?.docsets
    for owner in locale == tree.source ? [locale] : [locale, tree.source] {
      guard let content = tree.contents[owner] else { continue }
      for path in content.files.keys.filter(Self.isTable).sorted() {
        guard let docset = content.docsets.docset(of: path), let file = content.file(at: path),
          !ways.contains(where: { $0.file == path })
        else { continue }
        let isNamed = docset.namesBreadcrumbs(in: path)
        guard isNamed || docset.mayHaveBreadcrumbs(in: path),
          let address = docset.address(ofBreadcrumbs: path)
        else { continue }
        var way = Way(docset: docset, file: path, isNamed: isNamed, address: address.lowercased())
        do throws(FileError) {
          let bytes = try TextEncoding.text(
            of: file, limit: ContentPage.sizeLimit, &diagnostics)
          let table = TableOfContents(bytes, path: file, diagnostics: &diagnostics)
          let resolver = LinkResolver(
            tree: tree, locale: locale, path: path, absoluteLinkBase: SiteRequest.publicationServer)
          for entry in table.entries { way.add(entry, resolver, named: owner) }
          if !way.entries.isEmpty { ways.append(way) }
        } catch {
          diagnostics.append(error.diagnostic)
        }
      }
    }
  }

  /// The way that counts for a page: that of the file which its metadata name; where no such file is
  /// there, the first that its place tells.
  private func way(of path: RelativePath) -> Way? {
    guard !ways.isEmpty else { return nil }
    let docsets = docsets?.all(of: path) ?? []
    for docset in docsets {
      guard let file = docset.breadcrumbFile(of: path),
        let named = ways.first(where: { $0.file == file })
      else { continue }
      return named
    }
    for docset in docsets {
      let other = ways.first { !$0.isNamed && $0.docset.folder == docset.folder }
      if let other { return other }
    }
    return nil
  }

  /// Whether a file is a table of contents in YAML by its name.
  static func isTable(_ path: RelativePath) -> Bool {
    let name = "toc.yml".utf8
    return path.description.utf8.count > name.count
      && zip(path.description.utf8.suffix(name.count), name).allSatisfy { $0 | 0x20 == $1 | 0x20 }
  }

  /// The places above a page, the top of the server first; nothing where none are known.
  ///
  /// The entry that counts may stand anywhere: it is that of the longest place that the page lies
  /// below, whether or not those above it are such places.
  func way(to path: RelativePath) -> [Crumb] {
    guard let way = way(of: path) else { return [] }
    let place = routes.place(of: path)
    let below =
      way.docset.folder.map { place.isBelow($0) ? "\(place)".dropFirst("\($0)".count + 1) : nil }
      ?? "\(place)"[...]
    var address = "\(way.address)/\(below ?? "\(place)"[...])".lowercased()[...]
    while let slash = address.utf8.lastIndex(of: UInt8(ascii: "/")) {
      address = address[..<slash]
      guard var number = way.byPlace[address] else { continue }
      var crumbs = [way.entries[number].crumb]
      while let parent = way.entries[number].parent {
        crumbs.append(way.entries[parent].crumb)
        number = parent
      }
      return crumbs.reversed()
    }
    return []
  }

  /// Whether the entries of the contents above a page follow.
  func areExtended(at path: RelativePath) -> Bool {
    way(of: path)?.docset.extendsBreadcrumbs ?? true
  }
}
