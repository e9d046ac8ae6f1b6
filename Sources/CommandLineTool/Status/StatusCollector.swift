import Concurrency
import DocGen
import FileSystem
import Localization
import Model

/// Finds how every page stands in every locale.
struct StatusCollector {
  let tree: ContentTree
  let locales: [LocaleTag]
  let jobs: Int

  /// A row for each page and locale, by path and then by locale.
  func rows() throws(FileError) -> [PageStatus] {
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
          rows.append(PageStatus(page, hasSource: original != nil, memory: memory))
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
