import DocGen
import FileSystem
import Localization
import Model

/// `vouch memory export`: translations for other tools.
struct MemoryExport {
  let tree: ContentTree
  let format: String
  let locales: [LocaleTag]

  /// A file for each locale, or one for all in TMX, with the end of its name.
  func files() throws(FileError) -> [(name: String, bytes: [UInt8])] {
    var byLocale: [LocaleTag: [MemoryPage]] = [:]
    for path in tree.translatedPaths {
      for page in try tree.translations(of: path) where locales.contains(page.locale) {
        byLocale[page.locale, default: []].append(MemoryPage(page))
      }
    }
    if format == "tmx" {
      let pages = locales.flatMap { byLocale[$0] ?? [] }
      return [
        (
          "memory.tmx",
          TMXWriter.write(pages, source: tree.source, toolVersion: Tool.version)
        )
      ]
    }
    return locales.map { locale in
      let pages = byLocale[locale] ?? []
      switch format {
      case "po": return ("\(locale).po", POWriter.write(pages, source: tree.source, locale: locale))
      case "xliff1.2":
        return (
          "\(locale).xlf", XLIFF12Writer.write(pages, source: tree.source, locale: locale)
        )
      default:
        return (
          "\(locale).xlf", XLIFF21Writer.write(pages, source: tree.source, locale: locale)
        )
      }
    }
  }
}
