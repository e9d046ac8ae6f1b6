import FileSystem

/// `breadcrumb_path` of a `docfx.json`: where the breadcrumbs of its pages are, which gives away where
/// the pages lie on their server.
struct BreadcrumbPath {
  /// What the addresses of the pages begin with: `/azure` of `/azure/bread/toc.json`.
  let address: String?
  /// The breadcrumbs: `~/_breadcrumb/toc.yml` names them, from the folder of the `docfx.json`.
  let file: RelativePath?
  /// The name of the folder that has them.
  let folderName: String?

  /// Reads a path.
  ///
  /// - Parameters:
  ///   - written: The path as written.
  ///   - folder: The folder of the `docfx.json` below the locale's.
  init(_ written: String, below folder: RelativePath?) {
    var parts = written.split(separator: "/")
    let isOnServer = written.hasPrefix("/")
    guard let name = parts.popLast()?.lowercased() else {
      (address, file, folderName) = (nil, nil, nil)
      return
    }
    if !isOnServer, name == "toc.yml" || name == "toc.json" {
      if parts.first == "~" { parts.removeFirst() }
      let place = (parts + ["toc.yml"]).joined(separator: "/")
      let below = RelativePath(place)
      file = below.flatMap { below in folder.map { $0.appending(below) } ?? below }
      (address, folderName) = (nil, nil)
      return
    }
    file = nil
    guard isOnServer, name == "toc.json", let last = parts.popLast()?.lowercased(),
      last.contains("bread")
    else {
      (address, folderName) = (nil, nil)
      return
    }
    address = parts.map { "/\($0)" }.joined()
    folderName = last
  }
}
