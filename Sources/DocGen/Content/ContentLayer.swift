public import FileSystem
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

  /// Makes a layer from its parts.
  public init(locale: LocaleTag, folder: String) {
    self.locale = locale
    self.folder = folder
  }

  /// The layers of a folder that has a subfolder for each locale, in the order of their names.
  ///
  /// Subfolders whose names aren't language tags, such as `messages`, are no layers.
  ///
  /// - Parameter folder: The folder above the locales.
  /// - Throws: If the folder can't be listed.
  public static func layers(in folder: String) throws(FileError) -> [ContentLayer] {
    let listing = try FolderListing(of: folder)
    let unreadable = listing.omissions.filter { $0.reason == .unreadable }.map(\.path)
    let names = listing.files.compactMap { $0.components.count > 1 ? $0.components.first : nil }
      .map(String.init)
    return Set(names + unreadable).sorted().compactMap { name in
      LocaleTag(name).map { ContentLayer(locale: $0, folder: folder.appendingPathPart(name)) }
    }
  }
}

extension String {
  /// A folder's path with a name behind it.
  func appendingPathPart(_ name: String) -> String {
    isEmpty || hasSuffix("/") ? self + name : "\(self)/\(name)"
  }
}
