import Digests
public import FileSystem
import Localization
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
  public internal(set) var title: String?
  /// The description of the front matter; `nil` if it has none.
  public internal(set) var description: String?
  /// Both as they are written, where they include files.
  var written: (title: String?, description: String?)?
  /// `ms.date` as written: month, day and year.
  public let date: String?
  /// What the page says of its translation.
  public let provenance: Provenance
  /// `vouch.rule`: the rule that the page explains.
  public let ruleID: String?
  /// A digest of the file's bytes.
  let digest: String
  /// The hash that a current translation of this file records; `nil` in translations.
  let sourceHash: String?
  /// `titleSuffix`: what stands behind the title in the window's title.
  public let titleSuffix: String?
  /// `robots: noindex`: whether search engines are to leave the page out.
  public let isUnlisted: Bool
  /// `redirect_url`: where readers of the page are sent, which is published as a page that moved.
  let redirect: String?
  /// `appliesto`: the products or versions that the page is about.
  let appliesTo: [String]
  /// `uid`: the id that other pages may refer to the page by.
  let uid: String?
  let isLandingPage: Bool

  /// The largest page that is read, in bytes.
  static let sizeLimit = 16 << 20

  /// Reads a page's front matter.
  ///
  /// - Parameters:
  ///   - locale: The language that it is in.
  ///   - path: Its path below the locale's folder.
  ///   - file: The file.
  ///   - bytes: The file as it is, of which digests are made.
  ///   - text: What readers get of it, if that isn't the same.
  ///   - docset: What gives it metadata that it doesn't have itself.
  ///   - sourceHash: What translations call it by.
  ///   - diagnostics: Gets the problems of the front matter.
  init(
    locale: LocaleTag, path: RelativePath, file: String, bytes: [UInt8], text: [UInt8]? = nil,
    docset: Docset?, sourceHash: String?, diagnostics: inout [Diagnostic]
  ) {
    let text = text ?? bytes
    let isLandingPage = path.fileExtension.lowercased() != "md"
    let metadata: PageMetadata
    if isLandingPage {
      metadata = PageMetadata(landingPage: text, path: file, &diagnostics)
    } else {
      let frontMatter = FrontMatter.parse(text, path: file)
      diagnostics += frontMatter.diagnostics
      metadata = PageMetadata(frontMatter.entries, former: AzureMarkdown.metadata(of: text))
    }
    self.locale = locale
    self.path = path
    self.file = file
    self.isLandingPage = isLandingPage
    self.sourceHash = sourceHash
    digest = Digests.sha256(bytes)
    title =
      metadata["title"].map(NameText.plain)
      ?? (isLandingPage ? nil : Self.firstHeading(of: text))
    func value(_ key: String) -> String? {
      metadata[key] ?? docset?.metadata(key, of: path).flatMap { $0.isEmpty ? nil : $0 }
    }
    description = (value("description") ?? metadata["meta.description"]).map(NameText.plain)
    date = value("ms.date")
    titleSuffix = value("titlesuffix")
    isUnlisted = value("robots")?.lowercased().contains("noindex") ?? false
    appliesTo = (value("appliesto") ?? "").split(separator: "\n")
      .map(Self.readableName).filter { !$0.isEmpty }
    redirect = metadata["redirect_url"]
    uid = metadata["uid"]
    ruleID = metadata["vouch.rule"]
    var provenance = Provenance()
    provenance.isMachineTranslated = metadata["ms.translationtype"].map { $0.uppercased() != "HT" }
    provenance.sourceHash = metadata["ms.openlocfilehash"]?.lowercased()
    provenance.sourceCommit = metadata["ms.sourcegitcommit"]
    provenance.handoffDate = metadata["ms.lasthandoff"]
    self.provenance = provenance
  }

  /// The words of the heading of the first level that a page without a title begins with.
  private static func firstHeading(of page: [UInt8]) -> String? {
    for line in page[FrontMatterBounds(page).bodyStart...].split(separator: 10).prefix(20)
    where line.starts(with: "# ".utf8) {
      let heading = DirectiveMarks.withoutTerms(Units.plainTarget(of: Array(line.dropFirst(2))))
      let plain = plainTitle(AttributeList.removed(fromEndOf: heading))
      let words = String(decoding: plain, as: UTF8.self).trimmingBlanks()
      return words.isEmpty ? nil : words
    }
    return nil
  }

  /// The words of a heading without markup, but for inclusions, whose words come later.
  private static func plainTitle(_ heading: [UInt8]) -> [UInt8] {
    guard heading.containsIncludeMark else { return HeadingAnchor.plainText(heading) }
    let text = Array(heading.drop { $0.isBlank })
    let directives = IncludeDirective.find(in: text)
    // In code it is an example, and has to stay in code.
    if directives.isEmpty { return text }
    var words: [UInt8] = []
    var position = 0
    for range in directives.map(\.range) {
      words += HeadingAnchor.plainText(Array(text[position..<range.lowerBound])) + text[range]
      position = range.upperBound
    }
    return words + HeadingAnchor.plainText(Array(text[position...]))
  }

  /// A name that may be written with a link around it.
  private static func readableName(_ written: Substring) -> String {
    let plain = HeadingAnchor.plainText(Array(NameText.plain(String(written)).utf8))
    return String(decoding: plain, as: UTF8.self).trimmingBlanks()
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

  /// The metadata of front matter, and what pages had before there was any.
  init(_ entries: [YAMLEntry], former: [String: String] = [:]) {
    values = former
    for entry in entries {
      let key = entry.key.lowercased()
      if let text = entry.value.metadata(key) { values[key] = text.trimmingBlanks() }
    }
  }

  /// A page in YAML has its metadata in a mapping, and its own title and id beside it.
  init(landingPage bytes: [UInt8], path: String, _ diagnostics: inout [Diagnostic]) {
    do throws(YAMLError) {
      let document = try YAMLDocument(parsing: bytes, path: path)
      diagnostics += document.diagnostics
      let root = document.root
      let own = ["title", "uid"].compactMap { key in
        (root?.value(key) ?? (key == "title" ? root?.value("name") : nil)).map {
          YAMLEntry(key: key, at: $0.location, value: $0)
        }
      }
      self.init((root?.value("metadata")?.mapping ?? []) + own)
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

extension YAMLNode {
  /// The text that a key of metadata has: a scalar, or the lines of `appliesto`, the one list that
  /// readers see; `nil` of anything else.
  func metadata(_ key: String) -> String? {
    if isNull { return nil }
    return string ?? (key == "appliesto" && sequence != nil ? strings.joined(separator: "\n") : nil)
  }
}
