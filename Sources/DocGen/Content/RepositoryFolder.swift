import FileSystem
import Localization
import Model

/// The folder of a repository that holds a locale's folder somewhere below it.
///
/// Nothing is read there; that files are there is said where they are missed.
struct RepositoryFolder {
  /// How many folders above the locale's are looked at.
  private static let height = 3

  let path: String
  /// The list of redirections, or the configuration of the publication, that lies in it.
  let configuration: String?

  /// Looks for the nearest folder above that is a repository's; `nil` where none is near, or the
  /// locale's folder is one itself.
  init?(above folder: String) {
    guard folder.hasPrefix("/") else { return nil }
    var parts = folder.split(separator: "/")
    let names = [PublishConfiguration.name, ".openpublishing.redirection.json"]
    for _ in 0...Self.height where !parts.isEmpty {
      let path = "/" + parts.joined(separator: "/")
      let file = names.lazy.map { path.appendingPathPart($0) }.first(where: Files.exists)
      if file != nil || Files.exists(path.appendingPathPart(".git")) {
        if parts.count == folder.split(separator: "/").count { return nil }
        (self.path, configuration) = (path, file)
        return
      }
      parts.removeLast()
    }
    return nil
  }
}

extension ContentTree {
  /// What is said of repositories that a set needs but that aren't given.
  ///
  /// - Parameters:
  ///   - layers: The folders that are given.
  ///   - contents: What they hold.
  ///   - source: The language that the others are translated from.
  /// - Returns: At most one note for each layer, and one for each locale whose source isn't beside it.
  static func repositoryNotes(
    _ layers: [ContentLayer], _ contents: [LocaleTag: LocaleContent], source: LocaleTag
  ) -> [Diagnostic] {
    var notes: [Diagnostic] = []
    func note(_ place: SourceLocation, _ message: String, _ suggestion: String) {
      notes.report(.note, "content.repository", at: place, message, suggestion: suggestion)
    }
    // A layer below a folder of all locales isn't given by itself.
    for layer in layers where layer.root == nil && !layer.folder.contains("/_repo.") {
      guard let file = RepositoryFolder(above: layer.folder)?.configuration else { continue }
      note(
        SourceLocation(path: file),
        "this isn't read: it lies above the folder that is given for '\(layer.locale)'",
        "give the repository's folder, where redirections and included files are")
    }
    guard contents[source] == nil else { return notes }
    var named: Set<String> = []
    for (locale, content) in contents.sorted(by: { $0.key < $1.key }) {
      let siblings = layers.lazy.filter { $0.locale == locale }.compactMap(\.original)
      if let sibling = siblings.first {
        guard named.insert(sibling).inserted else { continue }
        note(
          SourceLocation(path: sibling),
          "this isn't read, since its name isn't that of a language; '\(locale)' beside it seems to "
            + "be its translation", "add it with '--locale \(source)=DIR'")
      } else if let original = content.publication.original {
        note(
          original.place,
          "'\(locale)' is a translation of \(original.name), which isn't here; what only that has, "
            + "such as images and included files, is missing",
          "add it with '--locale \(source)=DIR'")
      }
    }
    return notes
  }
}

extension ContentTree {
  /// What is said of folders beside those of the languages that are called by a country, such as `jp`
  /// beside `en`, and so aren't read.
  ///
  /// - Parameters:
  ///   - layers: The folders that are given.
  ///   - contents: What they hold.
  /// - Returns: A warning for each folder that has a page of another language's, by its path.
  static func countryWarnings(
    _ layers: [ContentLayer], _ contents: [LocaleTag: LocaleContent]
  ) -> [Diagnostic] {
    var warnings: [Diagnostic] = []
    for root in Set(layers.compactMap(\.root)).sorted() {
      let names = (try? FolderListing(of: root, maximumDepth: 1).omissions.map(\.path)) ?? []
      for name in names.sorted() {
        guard let locale = LanguageName.tag(ofCountry: name) else { continue }
        let folder = root.appendingPathPart(name)
        let isTranslation = contents.values.contains { content in
          content.pages.prefix(mostCompared).contains {
            Files.exists(folder.appendingPathPart($0.path.description))
          }
        }
        guard isTranslation, Files.isFolder(folder) else { continue }
        warnings.report(
          .warning, "content.folder", at: SourceLocation(path: folder),
          "this isn't read: it has pages as the folders of the languages beside it have, but its name "
            + "is that of a country",
          suggestion: "call it '\(locale.folder)', or add it with '--locale \(locale.folder)=DIR'")
      }
    }
    return warnings
  }

  /// How many pages of a language are looked for elsewhere.
  private static let mostCompared = 200
}

extension ContentLayer {
  /// The folder beside that is called as this one is without its language: `docs` of `docs.de-de`, and
  /// of `docs-pr.de-de`.
  fileprivate var original: String? {
    guard let root, let name = folder.split(separator: "/").last, let dot = name.lastIndex(of: "."),
      LocaleTag(String(name)) == nil
    else { return nil }
    let stem = String(name[..<dot])
    let isPrivate = stem.hasSuffix("-pr")
    return [stem, isPrivate ? String(stem.dropLast(3)) : "\(stem)-pr"]
      .map { root.appendingPathPart($0) }.first(where: Files.isFolder)
  }
}
