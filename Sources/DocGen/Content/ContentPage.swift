public import FileSystem
public import Model
import YAML

/// A page of a content folder: where it is, and what its front matter says.
///
/// Its text is read again when it is rendered, so that memory doesn't grow with the text of a site.
public struct ContentPage: Sendable {
  /// The language of the page's text.
  public let locale: LocaleTag
  /// The path below the locale's folder, the same in every locale.
  public let path: RelativePath
  /// The file, as it is to be opened and named in diagnostics.
  public let file: String
  /// The title of the front matter; `nil` if it has none.
  public let title: String?
  /// The description of the front matter; `nil` if it has none.
  public let description: String?
  /// `ms.date` as written: month, day and year.
  public let date: String?
  /// What the page says of its translation.
  public let provenance: Provenance
  /// `vouch.rule`: the rule that the page explains.
  public let ruleID: String?
  /// The hash that a current translation of this file records; `nil` in translations.
  let sourceHash: String?
  let isLandingPage: Bool

  /// The largest page that is read, in bytes.
  static let sizeLimit = 16 << 20

  /// Reads a page's front matter.
  init(
    locale: LocaleTag, path: RelativePath, file: String, bytes: [UInt8], isLandingPage: Bool,
    sourceHash: String?, diagnostics: inout [Diagnostic]
  ) {
    let metadata: PageMetadata
    if isLandingPage {
      metadata = PageMetadata(landingPage: bytes, path: file, &diagnostics)
    } else {
      let frontMatter = FrontMatter.parse(bytes, path: file)
      diagnostics += frontMatter.diagnostics
      metadata = PageMetadata(frontMatter.entries)
    }
    self.locale = locale
    self.path = path
    self.file = file
    self.isLandingPage = isLandingPage
    self.sourceHash = sourceHash
    title = metadata["title"]
    description = metadata["description"]
    date = metadata["ms.date"]
    ruleID = metadata["vouch.rule"]
    var provenance = Provenance()
    provenance.isMachineTranslated = metadata["ms.translationtype"].map { $0.uppercased() != "HT" }
    provenance.sourceHash = metadata["ms.openlocfilehash"]?.lowercased()
    provenance.sourceCommit = metadata["ms.sourcegitcommit"]
    provenance.handoffDate = metadata["ms.lasthandoff"]
    self.provenance = provenance
  }

  /// The title, or what stands in for it: the path's last part without its extension.
  public var displayTitle: String {
    if let title, !title.isEmpty { return title }
    return path.name.split(separator: ".").first.map(String.init) ?? path.name
  }
}

/// The scalars of a page's metadata, by key.
private struct PageMetadata {
  private var values: [String: String] = [:]

  init(_ entries: [YAMLEntry]) {
    for entry in entries {
      if let text = entry.value.string, !entry.value.isNull {
        values[entry.key.lowercased()] = text.trimmingBlanks()
      }
    }
  }

  /// A landing page has its metadata in a mapping, and its own title beside it.
  init(landingPage bytes: [UInt8], path: String, _ diagnostics: inout [Diagnostic]) {
    do throws(YAMLError) {
      let document = try YAMLDocument(parsing: bytes, path: path)
      diagnostics += document.diagnostics
      let root = document.root?.mapping ?? []
      let metadata = root.first { $0.key == "metadata" }?.value.mapping ?? []
      self.init(metadata + root.filter { $0.key == "title" })
    } catch {
      diagnostics.append(error.diagnostic)
      self.init([])
    }
  }

  subscript(key: String) -> String? { values[key].flatMap { $0.isEmpty ? nil : $0 } }
}

extension String {
  /// The text without blanks and line ends around it.
  func trimmingBlanks() -> String {
    func isBlank(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }
    let bytes = utf8
    guard let first = bytes.firstIndex(where: { !isBlank($0) }),
      let last = bytes.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(self[first...last])
  }
}
