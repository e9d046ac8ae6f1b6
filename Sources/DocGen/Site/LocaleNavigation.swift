import FileSystem
import Model

/// The navigations of a locale: each table of contents is for the pages of its folder and below.
struct LocaleNavigation: Sendable {
  /// A navigation and the folder it is for; `nil` is the top.
  private struct Scope: Sendable {
    var folder: RelativePath?
    var navigation: Navigation
  }

  private var scopes: [Scope] = []

  /// Reads the tables of contents of a locale; the source language's where it has none.
  init(_ locale: LocaleTag, in tree: ContentTree, _ diagnostics: inout [Diagnostic]) {
    var tables = tree.contents[locale]?.tablesOfContents ?? []
    if tables.isEmpty { tables = tree.contents[tree.source]?.tablesOfContents ?? [] }
    for table in tables {
      if let navigation = NavigationBuilder.navigation(
        from: table, in: tree, for: locale, &diagnostics)
      {
        scopes.append(Scope(folder: table.folder, navigation: navigation))
      }
    }
    // The deepest folder first, so that the nearest table is found first.
    scopes.sort { ($0.folder?.components.count ?? 0) > ($1.folder?.components.count ?? 0) }
    if scopes.last?.folder != nil || scopes.isEmpty {
      let outside = tree.paths(in: locale).filter { path in
        !scopes.contains { $0.folder.map(path.isBelow) ?? true }
      }
      if scopes.isEmpty || !outside.isEmpty || scopes.count > 1 {
        let navigation = Navigation.folders(of: outside) { path in
          tree.page(at: path, in: locale)?.displayTitle ?? path.name
        }
        scopes.append(Scope(folder: nil, navigation: navigation))
      }
    }
  }

  /// The number of navigations.
  var count: Int { scopes.count }

  /// A navigation by its number.
  subscript(number: Int) -> Navigation { scopes[number].navigation }

  /// The number of the navigation for a page: that of the nearest folder that has one.
  func number(for path: RelativePath) -> Int? {
    scopes.firstIndex { scope in scope.folder.map(path.isBelow) ?? true } ?? scopes.indices.last
  }

  /// The page that a reader of the locale begins with.
  func firstPage() -> RelativePath? {
    for scope in scopes.reversed() where !scope.navigation.items.isEmpty {
      for number in scope.navigation.children(of: nil) {
        if let page = scope.navigation.firstPage(in: number) { return page }
      }
    }
    return nil
  }
}

extension RelativePath {
  /// Whether the path lies in a folder or below it.
  func isBelow(_ folder: RelativePath) -> Bool {
    description.utf8.count > folder.description.utf8.count + 1
      && description.utf8.starts(with: folder.description.utf8)
      && description.utf8.dropFirst(folder.description.utf8.count).first == UInt8(ascii: "/")
  }
}
