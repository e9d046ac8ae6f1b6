import Concurrency
import FileSystem
import Model

/// The navigations of a locale: each table of contents is for the pages of its folder and below.
///
/// A table is read when a page that it is for is made, so that a changed page doesn't cost all of
/// them.
struct LocaleNavigation: Sendable {
  /// What a table of contents gives.
  private struct Table: Sendable {
    /// `nil` for breadcrumbs and for tables without entries.
    var navigation: Navigation?
    var problems: [Diagnostic]
  }

  /// A table and the folder it is for; `nil` is the top.
  private struct Scope: Sendable {
    var folder: RelativePath?
    var table: Lazy<Table>
  }

  /// The deepest folder first, so that the nearest table is found first.
  private let scopes: [Scope]
  /// The order in which the tables are named.
  private let tables: [Lazy<Table>]
  /// The navigation of the pages that no table is for; `nil` where there are none.
  private let rest: Lazy<Navigation?>

  /// Prepares the tables of contents of a locale; the source language's where it has none.
  init(_ locale: LocaleTag, in tree: ContentTree) {
    var paths = tree.contents[locale]?.tablesOfContents ?? []
    if paths.isEmpty { paths = tree.contents[tree.source]?.tablesOfContents ?? [] }
    let scopes = paths.map { path in
      Scope(
        folder: path.folder,
        table: Lazy {
          var problems: [Diagnostic] = []
          let navigation = NavigationBuilder.navigation(
            from: path, in: tree, for: locale, &problems)
          return Table(navigation: navigation, problems: problems)
        })
    }
    tables = scopes.map(\.table)
    let ordered = scopes.sorted {
      ($0.folder?.components.count ?? 0) > ($1.folder?.components.count ?? 0)
    }
    self.scopes = ordered
    rest = Lazy {
      let usable = ordered.filter { $0.table.value.navigation != nil }
      if let last = usable.last, last.folder == nil { return nil }
      let outside = tree.paths(in: locale).filter { path in
        !usable.contains { $0.folder.map(path.isBelow) ?? true }
      }
      guard usable.isEmpty || !outside.isEmpty || usable.count > 1 else { return nil }
      return Navigation.folders(of: outside) { path in
        tree.page(at: path, in: locale)?.displayTitle ?? path.name
      }
    }
  }

  /// What is wrong with the tables; all of them are read.
  var diagnostics: [Diagnostic] { tables.flatMap(\.value.problems) }

  /// All navigations, the deepest folder's first; all tables are read.
  var all: [Navigation] {
    scopes.compactMap(\.table.value.navigation) + (rest.value.map { [$0] } ?? [])
  }

  /// The navigation for a page, that of the nearest folder that has one, with its number.
  func navigation(for path: RelativePath) -> (number: Int, navigation: Navigation)? {
    for (number, scope) in scopes.enumerated() where scope.folder.map(path.isBelow) ?? true {
      if let navigation = scope.table.value.navigation { return (number, navigation) }
    }
    if let rest = rest.value { return (scopes.count, rest) }
    return scopes.indices.last { scopes[$0].table.value.navigation != nil }
      .flatMap { number in scopes[number].table.value.navigation.map { (number, $0) } }
  }

  /// The page that a reader of the locale begins with.
  func firstPage() -> RelativePath? {
    for navigation in all.reversed() where !navigation.items.isEmpty {
      for number in navigation.children(of: nil) {
        if let page = navigation.firstPage(in: number) { return page }
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
