import Concurrency
import FileSystem
import Model

/// The navigations of a locale: a table of contents is for the pages that it lists, and for others of
/// its folder and below.
///
/// A table is read when a page that it is for is made, so that a changed page doesn't cost all of
/// them.
struct LocaleNavigation: Sendable {
  private let tables: ContentsTables
  private let listings: Lazy<[RelativePath: Int]>
  /// The navigation of the pages that no table is for; `nil` where there are none.
  private let rest: Lazy<Navigation?>

  /// Prepares the tables of contents of a locale, and the source language's for folders where it has
  /// none.
  ///
  /// - Parameters:
  ///   - locale: The reader's language.
  ///   - tree: The documentation.
  ///   - listings: What ``listings`` was when the tables were the same, so that they needn't be read.
  init(_ locale: LocaleTag, in tree: ContentTree, listings: [RelativePath: Int]? = nil) {
    let tables = ContentsTables(locale, in: tree)
    let known = Lazy { listings ?? tables.listings() }
    self.tables = tables
    self.listings = known
    rest = Lazy {
      let usable = tables.indices.filter { tables[$0].navigation != nil }
      if let last = usable.last, tables.folder(of: last) == nil { return nil }
      let listed = known.value
      let outside = tree.paths(in: locale).filter { path in
        listed[path] == nil && tables.nearest(to: path.folder) == nil
      }
      guard usable.isEmpty || !outside.isEmpty || usable.count > 1 else { return nil }
      return Navigation.folders(of: outside) { path in
        tree.page(at: path, in: locale)?.displayTitle ?? path.name
      }
    }
  }

  /// What is wrong with the tables; all of them are read.
  var diagnostics: [Diagnostic] { tables.indices.flatMap { tables[$0].problems } }

  /// The places on pages that entries lead to; all tables are read.
  var anchors: [PageReport.AnchorReference] { tables.indices.flatMap { tables[$0].anchors } }

  /// The pages that have the navigation of another table than the nearest one's, by the numbers of
  /// these; all tables are read.
  var pagesOfOtherTables: [RelativePath: Int] { listings.value }

  /// All navigations, the deepest folder's first; all tables are read.
  var all: [Navigation] {
    tables.indices.compactMap { tables[$0].navigation } + (rest.value.map { [$0] } ?? [])
  }

  /// The navigation for a page, with its number: that of the table that lists it, else that of the
  /// nearest folder that has one.
  func navigation(for path: RelativePath) -> (number: Int, navigation: Navigation)? {
    let listed = listings.value[path].flatMap { tables.indices.contains($0) ? $0 : nil }
    if let number = listed ?? tables.nearest(to: path.folder),
      let navigation = tables[number].navigation
    {
      return (number, navigation)
    }
    if let rest = rest.value { return (tables.indices.count, rest) }
    for number in tables.indices.reversed() {
      if let navigation = tables[number].navigation { return (number, navigation) }
    }
    return nil
  }

  /// The page that a reader of the locale begins with.
  func firstPage() -> RelativePath? {
    let all = [rest.value] + tables.fromTop.map { tables[$0].navigation }
    for case let navigation? in all where !navigation.items.isEmpty {
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
