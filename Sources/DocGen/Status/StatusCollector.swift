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
    let memories = Dictionary(
      uniqueKeysWithValues: locales.map { ($0, LocaleMemory(tree, $0, width: jobs)) })
    // Whoever asks for the same memory waits, so those that are certain to be needed go first.
    locales.filter { locale in
      paths.contains { tree.contents[locale]?[$0] == nil && tree.contents[tree.source]?[$0] != nil }
    }.concurrentForEach(width: jobs) { _ = memories[$0]?.memory }
    return try paths.concurrentMap(width: jobs) { path throws(FileError) in
      var rows: [PageStatus] = []
      var texts: [[UInt8]]?
      let original = tree.page(at: path, in: tree.source)
      for (locale, page) in zip(locales, try tree.translations(of: path, in: locales)) {
        let memory = memories[locale]
        if let page {
          rows.append(
            PageStatus(
              page, hasSource: tree.hasOriginal(of: path) ? true : tree.hasOriginals ? false : nil,
              memory: memory?.memory ?? TextMemory([]),
              history: tree.history(of: path, in: locale),
              freshness: tree.freshness(of: path, in: locale)))
        } else if let original {
          let known =
            if let texts { texts } else { PageStatus.texts(of: try Files.read(original.file)) }
          texts = known
          rows.append(
            PageStatus(
              missing: path.description, texts: known, locale: locale,
              memory: memory?.memory ?? TextMemory([])))
        }
      }
      return rows
    }.flatMap { $0 }
  }
}
