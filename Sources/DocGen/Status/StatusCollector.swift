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
  /// - Throws: If a page can't be read.
  public func rows() throws(FileError) -> [PageStatus] {
    let translated = tree.translatedPaths.filter { $0.fileExtension.lowercased() == "md" }
    let pages = try translated.concurrentMap(width: jobs) { path throws(FileError) in
      try tree.translations(of: path)
    }
    var memories: [LocaleTag: TextMemory] = [:]
    for locale in locales {
      memories[locale] = TextMemory(
        pages.flatMap { $0 }.filter { $0.locale == locale && $0.alignment == .spans })
    }
    let known = Dictionary(uniqueKeysWithValues: zip(translated, pages))
    let paths = Set(tree.paths(in: tree.source)).union(translated).sorted().filter {
      $0.fileExtension.lowercased() == "md"
    }
    let memoryOf = memories
    return try paths.concurrentMap(width: jobs) { path throws(FileError) in
      var rows: [PageStatus] = []
      let original = tree.page(at: path, in: tree.source)
      for locale in locales {
        let memory = memoryOf[locale] ?? TextMemory([])
        if let page = known[path]?.first(where: { $0.locale == locale }) {
          rows.append(
            PageStatus(
              page, hasSource: tree.hasOriginal(of: path), memory: memory,
              history: tree.history(of: path, in: locale)))
        } else if let original {
          rows.append(
            PageStatus(
              missing: path.description, source: try Files.read(original.file), locale: locale,
              memory: memory))
        }
      }
      return rows
    }.flatMap { $0 }
  }
}
