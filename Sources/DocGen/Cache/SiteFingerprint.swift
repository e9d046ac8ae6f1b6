import Digests
import FileSystem
import Model

/// Digests of all that pages are made of.
///
/// A page depends on its own bytes, on how it stands in its language, and on what all pages share:
/// the tool, the options, templates, messages, the titles and places of all pages, and every file
/// that is no page. Titles and places count as values; of a page's bytes only the page itself
/// depends, so that a changed page costs one page.
struct SiteFingerprint: Sendable {
  private let content: ContentTree
  private let shared: String

  /// The tool, and the options that decide what a build gives.
  static func options(of request: SiteRequest) -> [String] {
    [
      request.toolIdentity, "\(request.source)", request.title ?? "-", request.baseURL ?? "-",
      "\(request.publishesFallbacks) \(request.keepsIncludes) \(request.hasSearch)",
      request.absoluteLinkBase ?? "-", (request.locales ?? []).map(\.folder).joined(separator: " "),
    ] + request.sections.flatMap { [$0.nameKey, $0.path] }
  }

  init(_ request: SiteRequest, _ content: ContentTree) {
    self.content = content
    var parts = Parts()
    for option in Self.options(of: request) { parts.add(option) }
    for folder in request.templateFolders { parts.add(folder: folder) }
    for locale in content.locales {
      parts.add(file: request.messageFolder.appendingPathPart("\(locale).po"))
    }
    for locale in content.locales {
      parts.add("\(locale)")
      guard let own = content.contents[locale] else { continue }
      for file in own.redirectionFiles.sorted() { parts.add(file: file) }
      for (path, folder) in own.folders.sorted(by: { $0.key < $1.key }) {
        if let page = own[path] {
          parts.add(page.file, page.displayTitle, page.uid ?? "")
        } else {
          parts.add(file: path.path(in: folder))
        }
      }
    }
    shared = parts.digest
  }

  /// The digest of all that a page is made of; `nil` if there is no such page.
  func key(of path: RelativePath, in locale: LocaleTag) -> String? {
    guard let page = content.page(at: path, in: locale) else { return nil }
    let original = content.page(at: path, in: content.source)
    var parts = Parts()
    parts.add(shared, "\(locale)", path.description)
    parts.add(page.file, page.digest, content.state(of: path, in: locale).rawValue)
    parts.add(original?.date ?? "", original?.displayTitle ?? "")
    return parts.digest
  }

  /// Texts that are told apart by their lengths.
  private struct Parts {
    private var bytes: [UInt8] = []

    mutating func add(_ texts: String...) {
      for text in texts {
        bytes += String(text.utf8.count).utf8
        bytes.append(UInt8(ascii: ":"))
        bytes += text.utf8
      }
    }

    mutating func add(file: String) {
      guard let stamp = FileStamp(of: file) else { return add(file, "none") }
      add(file, "\(stamp.number) \(stamp.size) \(stamp.modified)")
    }

    mutating func add(folder: String) {
      for path in (try? FolderListing(of: folder))?.files ?? [] { add(file: path.path(in: folder)) }
    }

    var digest: String { Digests.sha256(bytes) }
  }
}
