import FileSystem
import Localization
import Model
import Synchronization
import YAML

/// What changed in the sources of included files since they were translated.
///
/// Each file is compared once, however many pages include it.
final class IncludedChanges: Sendable {
  private struct Key: Hashable {
    var locale: LocaleTag
    var path: RelativePath
  }

  private let tree: ContentTree
  private let known = Mutex<[Key: [String: PageDrift.Change]]>([:])

  init(_ tree: ContentTree) { self.tree = tree }

  /// The changed sentences of an included file by the ids of their units.
  ///
  /// - Throws: If the source file can't be read.
  func changes(
    of part: IncludedTranslation
  ) throws(FileError) -> [String: PageDrift.Change] {
    let key = Key(locale: part.locale, path: part.path)
    if let changes = known.withLock({ $0[key] }) { return changes }
    let changes = try compare(part)
    known.withLock { $0[key] = changes }
    return changes
  }

  private func compare(
    _ part: IncludedTranslation
  ) throws(FileError) -> [String: PageDrift.Change] {
    let path = part.path.description
    let recorded = FrontMatter.parse(part.bytes, path: path).string("ms.openlocfilehash")
    guard let file = tree.contents[tree.source]?.file(at: part.path),
      let hash = recorded?.lowercased()
    else { return [:] }
    let original = try Files.read(file, limit: ContentPage.sizeLimit)
    let freshness = SourceFreshness(recordedHash: hash, source: original)
    if freshness == .current { return [:] }
    let translated = TranslatedPage(
      locale: part.locale, path: path, bytes: part.bytes, original: original)
    return PageDrift(
      translated, recordedHash: hash, hasSource: true, history: nil, freshness: freshness
    ).changesByID(in: part.bytes)
  }
}
