import DocGen
import FileSystem
import Localization
import Model
import Synchronization

/// The pages of the chosen pseudo-locales, made from those of the source in a folder that lasts as
/// long as the command.
final class PseudoContent: Sendable {
  private let folder: String

  /// Names the folder; nothing is made before it is needed.
  init(_ environment: Environment) {
    let temporary = environment.variables["TMPDIR"] ?? "/tmp"
    let number = Self.numbers.wrappingAdd(1, ordering: .relaxed).newValue
    folder = "\(temporary)/vouch-pseudo-\(environment.processNumber)-\(number)"
  }

  private static let numbers = Atomic<Int>(0)

  /// A layer for each pseudo-locale among the chosen ones, of the source's layers.
  func layers(
    of locales: [LocaleTag], from layers: [ContentLayer]
  ) throws(FileError) -> [ContentLayer] {
    let chosen = locales.filter { PseudoLocale($0) != nil }
    let language = ContentLayer.source(of: layers)
    let sources = layers.filter { $0.locale == language }
    for source in chosen.isEmpty ? [] : sources {
      for path in try FolderListing(of: source.folder).files {
        for locale in chosen { try make(path, in: source.folder, locale) }
      }
    }
    return chosen.map { ContentLayer(locale: $0, folder: "\(folder)/\($0)") }
  }

  /// Makes a file, unless an earlier layer, whose files count, had it.
  private func make(
    _ path: RelativePath, in source: String, _ locale: LocaleTag
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
  func remove() { if Files.isFolder(folder) { Files.removeTree(folder) } }
}
