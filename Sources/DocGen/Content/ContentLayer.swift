public import FileSystem
import Localization
public import Model

/// A folder that holds the content of one locale.
///
/// Several layers may give content for one locale: of two files with the same relative path the
/// one in the earlier layer counts, so that a user's page replaces a built-in one.
public struct ContentLayer: Hashable, Sendable {
  /// The language of the folder's pages.
  public var locale: LocaleTag
  /// The folder, as it is to be named in diagnostics.
  public var folder: String
  /// The folder above, with a folder for each locale, where that was given: its `docfx.json` counts
  /// for all of them.
  public var root: String?

  /// Makes a layer from its parts.
  public init(locale: LocaleTag, folder: String, root: String? = nil) {
    self.locale = locale
    self.folder = folder
    self.root = root
  }

  /// The `docfx.json` above the locale's folder; `nil` where there is none.
  var configurationAbove: String? {
    root.map { $0.appendingPathPart("docfx.json") }.flatMap { Files.exists($0) ? $0 : nil }
  }

  /// The layers of a folder that has a subfolder for each locale, in the order of their names.
  ///
  /// Subfolders whose names aren't those of languages, such as `messages` and `img`, are no layers;
  /// repositories of translations are often called `docs.fr-fr`, which counts.
  ///
  /// - Parameter folder: The folder above the locales.
  /// - Returns: A layer for each subfolder, or link to a folder, with such a name.
  /// - Throws: If the folder can't be listed.
  public static func layers(in folder: String) throws(FileError) -> [ContentLayer] {
    // At a depth of one, folders are what lies too deep; a locale may also be a link to a folder.
    let names = try FolderListing(of: folder, maximumDepth: 1).omissions.map(\.path)
    return names.sorted().compactMap { name in
      let path = folder.appendingPathPart(name)
      guard let locale = Self.locale(ofFolder: name), Files.isFolder(path) else { return nil }
      return ContentLayer(locale: locale, folder: path, root: folder)
    }
  }

  /// The language that the name of a folder says: `de-de`, or `docs.de-de`; `nil` if it says none.
  public static func locale(ofFolder name: String) -> LocaleTag? {
    if let locale = LocaleTag(name) { return LanguageName.isKnown(locale) ? locale : nil }
    guard let dot = name.lastIndex(of: "."), !name.hasPrefix("_") else { return nil }
    let ending = name[name.index(after: dot)...]
    return ending.contains("-") ? LocaleTag(String(ending)) : nil
  }

  /// The language that the others are translated from: `en-us`; where no layer has that, and one
  /// locale alone is English, such as `en`, it is that.
  public static func source(of layers: [ContentLayer]) -> LocaleTag {
    let english = Set(layers.map(\.locale).filter { $0.language == LocaleTag.source.language })
    return english.count == 1 ? english.first ?? .source : .source
  }

  /// The layers, and last the copies of the source that translations keep in `_repo.en-us`, where no
  /// layer has the source language.
  public static func withSourceCopies(_ layers: [ContentLayer]) -> [ContentLayer] {
    if layers.contains(where: { $0.locale == .source }) { return layers }
    let copies = layers.map { $0.folder.appendingPathPart("_repo.\(LocaleTag.source)") }
    return layers + copies.filter(Files.isFolder).map { ContentLayer(locale: .source, folder: $0) }
  }
}

extension String {
  /// A folder's path with a name behind it.
  func appendingPathPart(_ name: String) -> String {
    isEmpty || hasSuffix("/") ? self + name : "\(self)/\(name)"
  }
}
