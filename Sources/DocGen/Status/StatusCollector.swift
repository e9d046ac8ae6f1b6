import Concurrency
public import FileSystem
public import Localization
public import Model

/// Finds how every page stands in every locale.
public struct StatusCollector: Sendable {
  let tree: ContentTree
  let locales: [LocaleTag]
  let jobs: Int

  /// Prepares the search; nothing is read yet.
  ///
  /// - Parameters:
  ///   - tree: The documentation.
  ///   - locales: The locales that rows are wanted of.
  ///   - jobs: How many pages are read at once.
  public init(tree: ContentTree, locales: [LocaleTag], jobs: Int) {
    (self.tree, self.locales, self.jobs) = (tree, locales, jobs)
  }

  /// A row for each page and locale, by path and then by locale.
  ///
  /// Pages are read one after the other; all of a locale's at once only if something of it is to be
  /// translated, to find out what is known already.
  ///
  /// - Returns: The rows.
  /// - Throws: If a page can't be read.
  public func rows() throws(FileError) -> [PageStatus] {
    let paths = Set(tree.paths(in: tree.source)).union(tree.translatedPaths).sorted().filter {
      $0.fileExtension.lowercased() == "md"
    }
    let memories = Dictionary(uniqueKeysWithValues: locales.map { ($0, LocaleMemory(tree, $0)) })
    return try paths.concurrentMap(width: jobs) { path throws(FileError) in
      var rows: [PageStatus] = []
      let original = tree.page(at: path, in: tree.source)
      for locale in locales {
        let memory = memories[locale]
        if let page = try tree.translation(of: path, in: locale) {
          rows.append(
            PageStatus(
              page, hasSource: tree.hasOriginal(of: path), memory: memory?.memory ?? TextMemory([]),
              history: tree.history(of: path, in: locale)))
        } else if let original {
          rows.append(
            PageStatus(
              missing: path.description, source: try Files.read(original.file), locale: locale,
              memory: memory?.memory ?? TextMemory([])))
        }
      }
      return rows
    }.flatMap { $0 }
  }
}
