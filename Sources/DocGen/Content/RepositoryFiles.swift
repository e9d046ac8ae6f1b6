import FileSystem
import Localization
import Model

/// Files that are written as pages but speak of the repository: `README.md`, and the `metadata.md` of
/// Adobe's sets.
///
/// They are pages where the set itself says so: a table of contents leads to them, or `docfx.json`
/// names them without a wildcard.
struct RepositoryFiles {
  private let files: [RelativePath: LayerFile]
  private let docsets: DocsetList
  /// The tables of contents at the top and in the folders there.
  private let topTables: [RelativePath]
  /// What those files are for that have another role than their place says.
  private(set) var roles: [RelativePath: ContentRole] = [:]

  /// Decides about the files of a locale.
  ///
  /// - Parameters:
  ///   - files: The files of the locale.
  ///   - docsets: The docsets of the locale; in a set that has some they decide below the top.
  ///   - originals: What the source's files are for.
  init(
    among files: [RelativePath: LayerFile], _ docsets: DocsetList,
    originals: [RelativePath: ContentRole]
  ) {
    self.files = files
    self.docsets = docsets
    let paths = files.keys.filter(Self.isOfRepository)
    topTables =
      paths.isEmpty
      ? []
      : files.keys.filter { $0.components.count < 3 && ContentRole(of: $0) == .tableOfContents }
    for path in paths {
      let role = ContentRole(of: path)
      // Translations often have no table of their own.
      if docsets.isEmpty, role == .page, originals[path] == .include {
        roles[path] = .include
        continue
      }
      guard role == .page || path.folder == nil, let tables = tables(for: path) else { continue }
      let isPage =
        originals[path] == .page || docsets.namesAlone(path)
        || docsets.allows(path) && tables.contains { leads($0, to: path) }
      if isPage != (role == .page) { roles[path] = isPage ? .page : .include }
    }
  }

  private static func isOfRepository(_ path: RelativePath) -> Bool {
    ["readme.md", "metadata.md"].contains(path.name.lowercased())
  }

  /// The tables that may lead to a file; `nil` where it is a page as any other.
  private func tables(for path: RelativePath) -> [RelativePath]? {
    if path.folder == nil {
      let isMetadata = path.name.utf8.count != "readme.md".utf8.count
      let isAdobe = docsets.isEmpty && topTables.contains { $0.fileExtension.lowercased() == "md" }
      return isMetadata && !isAdobe ? nil : topTables
    }
    // Below the top only sets as Adobe's have them: a folder of pages with a table in Markdown.
    guard docsets.isEmpty, let folder = path.folder else { return nil }
    let names = ["TOC.md", "toc.md"].compactMap { RelativePath($0).map(folder.appending) }
    let tables = names.filter { files[$0] != nil }
    return tables.isEmpty ? nil : tables
  }

  /// Whether an entry of a table leads to a file.
  private func leads(_ table: RelativePath, to path: RelativePath) -> Bool {
    guard let bytes = try? files[table]?.read(limit: ContentPage.sizeLimit) else { return false }
    let text = TextEncoding.repaired(bytes)
    // Most tables don't have the name, and needn't be parsed.
    let name = Array(path.name.lowercased().utf8)
    guard text.map({ $0 | 0x20 }).contains(sequence: name) else { return false }
    var problems: [Diagnostic] = []
    let contents = TableOfContents(text, path: table.description, diagnostics: &problems)
    func leads(_ entries: [TableOfContents.Entry]) -> Bool {
      entries.contains { entry in
        let reference = entry.reference?.prefix { !"?#".contains($0) }
        let target = reference.flatMap { table.resolving(String($0).addressDecoded) }
        return target?.description.lowercased() == path.description.lowercased()
          || leads(entry.children)
      }
    }
    return leads(contents.entries)
  }
}
