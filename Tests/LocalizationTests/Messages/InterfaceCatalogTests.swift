import Foundation
import Localization
import Model
import TestSupport
import Testing

/// The words of sites in languages that reports don't speak, and which of them a locale gets.
@Suite struct InterfaceCatalogTests {
  private static let folder = ShippedCatalogTests.folder
  private static let locales: [LocaleTag] = names("\(folder)/site")

  private static func names(_ folder: String) -> [LocaleTag] {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return files.filter { $0.hasSuffix(".po") }.sorted().compactMap {
      LocaleTag(String($0.dropLast(3)))
    }
  }

  private func file(_ path: String) throws -> MessageFile {
    let bytes = try Data(contentsOf: URL(filePath: path))
    return MessageFile(parsing: Array(bytes), path: path)
  }

  @Test func thereAreSome() { #expect(Self.locales.count >= 20) }

  @Test(arguments: [
    ("en-us", "en-us.po"), ("fr-fr", "fr-fr.po"), ("de-de", "site/de-de.po"),
    // Another region of the language, and none.
    ("fr-ca", "fr-fr.po"), ("ar-ae", "ar-sa.po"), ("nl", "nl-nl.po"), ("de-at", "site/de-de.po"),
    ("es-mx", "site/es-es.po"), ("es-419", "site/es-es.po"), ("ja", "site/ja-jp.po"),
    // The region decides where there are two, then the usual region.
    ("pt-pt", "site/pt-pt.po"), ("pt", "site/pt-br.po"), ("pt-ao", "site/pt-br.po"),
    // Readers of one script can't be given the other.
    ("zh", "site/zh-cn.po"), ("zh-sg", "site/zh-cn.po"), ("zh-hans-cn", "site/zh-cn.po"),
    ("zh-hk", "site/zh-tw.po"), ("zh-hant", "site/zh-tw.po"), ("kk-latn", nil),
    // Old names of languages.
    ("iw-il", "site/he-il.po"), ("no", "site/nb-no.po"), ("no-no", "site/nb-no.po"),
    // English words are English, and nothing is made up.
    ("en-gb", nil), ("qps-ploc", nil), ("bg-bg", nil), ("nn-no", nil), ("xx", nil),
  ])
  func findsThem(locale: String, expected: String?) throws {
    let tag = try #require(LocaleTag(locale))
    let path = InterfaceCatalog.path(for: tag, in: Self.folder)
    #expect(path == expected.map { "\(Self.folder)/\($0)" })
  }

  @Test func aFolderThatIsNotThereHasNone() throws {
    let tag = try #require(LocaleTag("de-de"))
    #expect(InterfaceCatalog.path(for: tag, in: "\(Self.folder)/nowhere") == nil)
  }

  /// All words of sites, no others, each translated with as many forms as the language has.
  @Test(arguments: locales)
  func theyAreComplete(locale: LocaleTag) throws {
    let source = try file("\(Self.folder)/en-us.po")
    let wanted = source.entries.filter {
      $0.key.hasPrefix("site.") || $0.key.hasPrefix("format.")
    }
    let translation = try file("\(Self.folder)/site/\(locale).po")
    #expect(translation.diagnostics.map(\.description) == [])
    #expect(translation.entries.map(\.key) == wanted.map(\.key))
    let catalog = MessageCatalog(locale: locale, source: source, translation: translation)
    #expect(catalog.diagnostics.map(\.description) == [])
    let untranslated = Set(catalog.untranslated)
    #expect(wanted.filter { untranslated.contains($0.key) }.map(\.key) == [])
  }

  /// Words that are the same as the English ones are names of units, or words that the language has
  /// too.
  @Test(arguments: locales)
  func theyAreNotEnglish(locale: LocaleTag) throws {
    let entries = try file("\(Self.folder)/site/\(locale).po").entries
    let same = entries.filter { entry in
      entry.key.hasPrefix("site.") && entry.translations.contains(entry.source)
        && entry.source.contains { $0.isLetter && $0.isASCII } && !entry.source.contains("{")
    }
    #expect(same.count <= 6, "\(same.map(\.key))")
  }

  /// No blank stands where a reader would see none, and every sentence ends as the English one.
  @Test(arguments: locales)
  func theirSignsAreInOrder(locale: LocaleTag) throws {
    let ends: [Character: Set<Character>] = [".": [".", "。", "．"], ":": [":", "："]]
    for entry in try file("\(Self.folder)/site/\(locale).po").entries {
      for text in entry.translations {
        let isTrimmed = text.trimmingCharacters(in: .whitespaces) == text
        #expect(!text.contains("  ") && isTrimmed, "\(text)")
        guard let last = entry.source.last, let allowed = ends[last] else { continue }
        #expect(text.last.map(allowed.contains) == true, "\(entry.key): \(text)")
      }
    }
  }
}
