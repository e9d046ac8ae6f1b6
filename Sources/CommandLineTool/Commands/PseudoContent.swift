import DocGen
import FileSystem
import Localization
import Model
import Synchronization

/// The pages of the chosen pseudo-locales, made from those of the source in a folder that lasts as
/// long as the command.
final class PseudoContent: Sendable {
  private let environment: Environment
  /// The folder, once it is needed.
  private let folder = Mutex<String?>(nil)

  /// Makes nothing yet.
  init(_ environment: Environment) { self.environment = environment }

  /// A layer for each pseudo-locale among the chosen ones, of the source's layers.
  func layers(
    of locales: [LocaleTag], from layers: [ContentLayer]
  ) throws(FileError) -> [ContentLayer] {
    let chosen = locales.filter { PseudoLocale($0) != nil }
    let language = ContentLayer.source(of: layers)
    guard !chosen.isEmpty else { return [] }
    let folder = try madeFolder()
    for source in layers where source.locale == language {
      for path in try FolderListing(of: source.folder).files {
        for locale in chosen { try make(path, of: source.folder, in: folder, locale) }
      }
    }
    return chosen.map { ContentLayer(locale: $0, folder: "\(folder)/\($0)") }
  }

  private func madeFolder() throws(FileError) -> String {
    try folder.withLock { made throws(FileError) in
      if let made { return made }
      let folder = try environment.makeTemporaryFolder("pseudo")
      made = folder
      return folder
    }
  }

  /// Makes a file, unless an earlier layer, whose files count, had it.
  private func make(
    _ path: RelativePath, of source: String, in folder: String, _ locale: LocaleTag
  ) throws(FileError) {
    let output = "\(folder)/\(locale)/\(path)"
    let name = path.description
    let isYAML = ["yml", "yaml"].contains(path.fileExtension.lowercased())
    guard path.fileExtension == "md" || isYAML, !Files.exists(output) else { return }
    let bytes = try Files.read(path, in: source)
    let page: [UInt8]
    if !isYAML {
      page = PseudoPage.page(of: bytes, path: name, locale: locale)
    } else if name.lowercased().hasSuffix("toc.yml") {
      page = PseudoPage.contents(of: bytes, path: name, locale: locale)
    } else if ContentTree.isLandingPage(bytes) {
      page = PseudoPage.landingPage(of: bytes, path: name, locale: locale)
    } else {
      return
    }
    try Files.makeFolder("\(folder)/\(locale)" + (path.folder.map { "/\($0)" } ?? ""))
    try Files.write(page, to: output)
  }

  /// Removes what was made.
  func remove() {
    folder.withLock { folder in
      if let made = folder { Files.removeTree(made) }
      folder = nil
    }
  }
}
