import Concurrency
import FileSystem
import Localization
import Model
import Synchronization

/// The memory of a locale, made when somebody first asks: a set without anything to translate
/// needs none.
final class LocaleMemory: Sendable {
  private let tree: ContentTree
  private let locale: LocaleTag
  private let width: Int
  private let known = Mutex<TextMemory?>(nil)

  /// Prepares to read the pages of a locale, `width` at once.
  init(_ tree: ContentTree, _ locale: LocaleTag, width: Int) {
    (self.tree, self.locale, self.width) = (tree, locale, width)
  }

  /// What is known of the locale.
  var memory: TextMemory {
    known.withLock { known in
      if let known { return known }
      let paths = tree.translatedPaths.filter { $0.fileExtension.lowercased() == "md" }
      // Whoever else asks waits meanwhile, so all that may be used is free for it.
      let pages = paths.concurrentMap(width: width) { path -> TranslatedPage? in
        // A page that can't be read is reported by whoever asks for its status.
        let page = try? tree.translation(of: path, in: locale)
        return page?.alignment == .spans ? page : nil
      }
      let memory = TextMemory(pages.compactMap { $0 })
      known = memory
      return memory
    }
  }
}
