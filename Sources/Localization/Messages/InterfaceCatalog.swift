import FileSystem
import Foundation
public import Model

/// Finds the words that a site says itself in a language.
///
/// Sites are published in more languages than reports speak: the folder `site` beside the catalogs
/// of the five languages has those with the words of sites alone.
public enum InterfaceCatalog {
  /// The folder of the catalogs that have the words of sites alone.
  static let folderName = "site"

  /// The catalog of a language: its own, or one of the same language in the same script, such as
  /// that of Spain for Mexico.
  ///
  /// - Parameters:
  ///   - locale: The language.
  ///   - folder: The folder of the catalogs.
  /// - Returns: The path; `nil` where the words are English.
  public static func path(for locale: LocaleTag, in folder: String) -> String? {
    if locale == .source { return "\(folder)/\(locale).po" }
    guard locale.language != LocaleTag.source.language, PseudoLocale(locale) == nil else {
      return nil
    }
    let own = ["\(folder)/\(locale).po", "\(folder)/\(folderName)/\(locale).po"]
    if let path = own.first(where: { Files.exists($0) }) { return path }
    let wanted = Speech(locale)
    let related = catalogs(in: folder).filter { wanted.isUnderstood(in: Speech($0.locale)) }
    let nearest =
      related.first { Speech($0.locale).region == wanted.region }
      ?? related.first { Speech($0.locale).region == wanted.usualRegion } ?? related.first
    return nearest?.path
  }

  /// All catalogs, in byte order of their languages.
  private static func catalogs(in folder: String) -> [(locale: LocaleTag, path: String)] {
    let files = (try? FolderListing(of: folder, maximumDepth: 2))?.files ?? []
    return files.compactMap { file in
      let path = file.path(in: folder)
      guard file.name.hasSuffix(".po"), file.folder.map({ $0.name == folderName }) ?? true,
        let locale = LocaleTag(String(file.name.dropLast(3))), locale != .source
      else { return nil }
      return (locale, path)
    }.sorted { $0.locale < $1.locale }
  }

  /// What tells whether readers of one locale understand the words of another.
  private struct Speech {
    var language: String
    var script: String
    var region: String
    /// The region that the language alone stands for.
    var usualRegion: String

    init(_ locale: LocaleTag) {
      let parts = Self.parts(locale.tag)
      (language, script, region) = (parts[0], parts[1], parts[2])
      usualRegion = Self.parts("\(language)-\(script)")[2]
    }

    /// Language, script and region, the likely ones where the tag doesn't say.
    private static func parts(_ tag: String) -> [String] {
      let parts = Locale.Language(identifier: tag).maximalIdentifier.split(separator: "-")
      let names = parts.map(String.init) + ["", "", ""]
      // Norwegian stands for its first written form.
      return [names[0] == "no" ? "nb" : names[0], names[1], names[2]]
    }

    func isUnderstood(in other: Speech) -> Bool {
      language == other.language && script == other.script
    }
  }
}
