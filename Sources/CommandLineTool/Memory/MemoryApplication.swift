import DocGen
import FileSystem
import Localization
import Model

/// `vouch memory apply FILE`: what came back from translators goes into the pages.
struct MemoryApplication {
  let tree: ContentTree
  let file: ExchangeFile
  let path: String
  let locale: LocaleTag
  /// What the command line says of the translation, over what the file says, for the pages of which
  /// texts changed.
  var metadata: [String: String] = [:]

  /// What became of the pages.
  struct Summary {
    var changedPages = 0
    var unchangedPages = 0
    var changedTexts = 0
    var reviewedTexts = 0
    var diagnostics: [Diagnostic] = []
  }

  /// Writes the pages that changed.
  ///
  /// Nothing is written if anything is wrong with the file: a page is never half of one delivery.
  func perform() throws(FileError) -> Summary {
    var summary = Summary(diagnostics: file.diagnostics)
    var writes: [(file: String, bytes: [UInt8])] = []
    for translated in file.pages {
      let place = translated.texts.first?.location ?? SourceLocation(path: path)
      guard let relative = RelativePath(translated.path) else {
        summary.diagnostics.report(
          .error, "exchange.page", at: place, "'\(translated.path)' is no path below a locale")
        continue
      }
      guard let page = try tree.translations(of: relative).first(where: { $0.locale == locale })
      else {
        summary.diagnostics.report(
          .error, "exchange.page", at: place,
          "there is no page '\(translated.path)' in \(locale)",
          suggestion: "'vouch localize' prepares one")
        continue
      }
      let result = PageApplication.apply(
        translated, to: page, given: metadata, recordedHash: page.recordedHash, location: place)
      summary.diagnostics += result.diagnostics
      summary.changedTexts += result.changed
      summary.reviewedTexts += result.reviewed
      if result.bytes == page.bytes {
        summary.unchangedPages += 1
      } else {
        summary.changedPages += 1
        writes.append((page.file, result.bytes))
      }
    }
    guard !summary.diagnostics.contains(where: { $0.severity == .error }) else { return summary }
    for write in writes { try Files.write(write.bytes, to: write.file) }
    return summary
  }
}
