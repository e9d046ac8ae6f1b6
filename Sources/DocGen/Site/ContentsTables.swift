import Concurrency
import FileSystem
import Model

/// The tables of contents of a locale, the deepest folder's first; each is read when it is asked for.
struct ContentsTables: Sendable {
  /// A table and the folder it is for; `nil` is the top.
  private struct Scope: Sendable {
    var folder: RelativePath?
    /// How early its docset is listed for publication.
    var rank: Int
    /// Whether it is the locale's own.
    var isOwn: Bool
    var table: Lazy<ContentsTable>
  }

  private let scopes: [Scope]
  /// The tables of each folder, whose name may be written in another case in another language.
  private let byFolder: [String: [Int]]

  /// Prepares the tables of a locale, and the source language's for folders where it has none.
  init(_ locale: LocaleTag, in tree: ContentTree) {
    let own = tree.contents[locale]?.tablesOfContents ?? []
    var paths = own.map { (path: $0, isOwn: true) }
    if locale != tree.source, let others = tree.contents[tree.source]?.tablesOfContents {
      let folders = Set(own.map { Self.key($0.folder) })
      paths += others.filter { !folders.contains(Self.key($0.folder)) }.map { ($0, false) }
    }
    let docsets = (tree.contents[locale] ?? tree.contents[tree.source])?.docsets
    scopes = paths.map { (depth: $0.path.folder.depth, table: $0) }
      .sorted { ($1.depth, $0.table.path) < ($0.depth, $1.table.path) }
      .map { entry in
        let (path, isOwn) = entry.table
        return Scope(
          folder: path.folder, rank: docsets?.rank(of: path) ?? 0, isOwn: isOwn,
          table: Lazy { NavigationBuilder.table(from: path, in: tree, for: locale) })
      }
    byFolder = Dictionary(grouping: scopes.indices) { [scopes] in Self.key(scopes[$0].folder) }
  }

  private static func key(_ folder: RelativePath?) -> String {
    folder?.description.lowercased() ?? ""
  }

  /// The numbers of the tables.
  var indices: Range<Int> { scopes.indices }

  /// The numbers of the tables from the top down; of a depth that of the docset which is listed first
  /// comes first, then that of the first folder.
  var fromTop: [Int] {
    func key(_ number: Int) -> (Int, Int, Int) {
      (scopes[number].folder.depth, scopes[number].rank, number)
    }
    return indices.sorted { key($0) < key($1) }
  }

  /// A table.
  subscript(number: Int) -> ContentsTable { scopes[number].table.value }

  /// The folder that a table is for; `nil` is the top.
  func folder(of number: Int) -> RelativePath? { scopes[number].folder }

  /// The table with a navigation of a folder, or of the nearest one above it; only these are read.
  func nearest(to folder: RelativePath?) -> Int? {
    var folder = folder
    while true {
      let numbers = byFolder[Self.key(folder)] ?? []
      let exact = numbers.filter { scopes[$0].folder == folder }
      if let number = (exact.isEmpty ? numbers : exact).first(where: { self[$0].navigation != nil })
      {
        return number
      }
      guard let inner = folder else { return nil }
      folder = inner.folder
    }
  }

  /// The pages that the nearest table doesn't list but another one does, with the number of that:
  /// of several it is the one with the smallest `order`, then the nearest.
  ///
  /// The locale's own tables of folders above go before the source language's that are nearer.
  ///
  /// - Complexity: Linear in the number of entries of all tables, all of which are read.
  func listings() -> [RelativePath: Int] {
    let tables = indices.map { self[$0] }
    var nearestTables: [RelativePath?: Int?] = [:]
    var best: [RelativePath: Rank] = [:]
    for (number, scope) in scopes.enumerated() {
      for item in tables[number].navigation?.items ?? [] {
        guard case .page(let path) = item.target else { continue }
        let folder = path.folder
        let nearest = nearestTables[folder] ?? self.nearest(to: folder)
        nearestTables[folder] = .some(nearest)
        guard number != nearest else { continue }
        let way = Self.way(from: folder, to: scope.folder)
        let takesBack =
          nearest.map { !scopes[$0].isOwn && scope.isOwn && way.down == 0 } ?? false
        if !takesBack, let nearest, tables[nearest].navigation?[path] != nil { continue }
        let rank = Rank(
          isOther: !takesBack, order: tables[number].order, down: way.down, up: way.up,
          number: number)
        if best[path].map({ rank < $0 }) ?? true { best[path] = rank }
      }
    }
    return best.mapValues(\.number)
  }

  /// How well a table suits a page; the smallest does best.
  private struct Rank: Comparable {
    var isOther: Bool
    var order: Int
    /// The folders from the nearest common one down to the table, and up from the page.
    var down: Int
    var up: Int
    var number: Int

    private var parts: (Int, Int, Int, Int, Int) { (isOther ? 1 : 0, order, down, up, number) }

    static func < (left: Rank, right: Rank) -> Bool { left.parts < right.parts }
  }

  /// How many folders lead up from one, and then down to another.
  private static func way(
    from folder: RelativePath?, to other: RelativePath?
  ) -> (up: Int, down: Int) {
    let (start, end) = (folder?.components ?? [], other?.components ?? [])
    let common = zip(start, end).prefix { $0 == $1 }.count
    return (start.count - common, end.count - common)
  }
}

extension RelativePath? {
  /// How many folders lie above what is in the folder.
  fileprivate var depth: Int { self?.components.count ?? 0 }
}
