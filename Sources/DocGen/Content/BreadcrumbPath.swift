import FileSystem

/// `breadcrumb_path` of a `docfx.json`: where the breadcrumbs of its pages are, which gives away where
/// the pages lie on their server.
struct BreadcrumbPath {
  /// A table of contents of the set.
  struct Table {
    /// The file below the locale's folder.
    var path: RelativePath
    /// The folder that it is published in, below that of the docset; `nil` is that itself.
    var folder: RelativePath?
  }

  /// What the addresses of the pages begin with: `/azure` of `/azure/bread/toc.json`.
  private(set) var address: String?
  /// The file with the breadcrumbs; `nil` until it is found, and where there is none.
  private(set) var file: RelativePath?
  /// The pages that it is for; `nil` is all.
  let pages: GlobPattern?
  /// The folder on the server, `/azure/bread`, in small letters; `nil` where the path names a file.
  private let serverFolder: String?

  /// Reads a path.
  ///
  /// - Parameters:
  ///   - written: The path as written; a query such as `?view=` doesn't count.
  ///   - pages: The pages that it is for; `nil` is all.
  ///   - folder: The folder of the `docfx.json` below the locale's.
  init(_ written: String, of pages: GlobPattern? = nil, below folder: RelativePath?) {
    self.pages = pages
    let plain = written.prefix { $0 != "?" && $0 != "#" }
    var parts = plain.split(separator: "/")
    let isOnServer = plain.hasPrefix("/")
    let name = parts.popLast()?.lowercased()
    if !isOnServer, name == "toc.yml" || name == "toc.json" {
      if parts.first == "~" { parts.removeFirst() }
      let below = RelativePath((parts + ["toc.yml"]).joined(separator: "/"))
      file = below.flatMap { below in folder.map { $0.appending(below) } ?? below }
    }
    guard isOnServer, name == "toc.json", let last = parts.last?.lowercased(),
      last.contains("bread")
    else {
      serverFolder = nil
      return
    }
    serverFolder = parts.map { "/\($0)" }.joined().lowercased()
    address = parts.dropLast().map { "/\($0)" }.joined()
  }

  /// The name of the folder that has the breadcrumbs, in small letters.
  var folderName: String? { serverFolder?.split(separator: "/").last.map(String.init) }

  /// Finds the file with the breadcrumbs of a path on the server.
  ///
  /// Of those in a folder of that name it is the one that is published in the most folders at the end of
  /// the path. The rest of the path is what addresses of pages begin with.
  mutating func find(among tables: [Table]) {
    guard let serverFolder, let folderName, let longest = address.map({ "\($0)/\(folderName)" })
    else { return }
    let fitting = tables.compactMap { table -> (path: RelativePath, folder: String)? in
      guard let folder = table.folder.map({ "/\($0)".lowercased() }),
        table.path.folder?.name.lowercased() == folderName, serverFolder.hasSuffix(folder)
      else { return nil }
      return (table.path, folder)
    }
    // The first of equals, so that the order of the files decides nothing else.
    guard
      let best = fitting.max(by: {
        ($0.folder.utf8.count, $1.path) < ($1.folder.utf8.count, $0.path)
      })
    else { return }
    file = best.path
    address = String(longest.dropLast(best.folder.count))
  }
}
