import Digests
import FileSystem
import Localization
import Model

/// Digests of all that pages are made of.
///
/// A page depends on its own bytes, on how it stands in its language, and on what all pages share:
/// the tool, the options, templates, messages, the titles and places of all pages, and every file
/// that is no page. Titles and places count as values; of a page's bytes only the page itself
/// depends, so that a changed page costs one page.
struct SiteFingerprint: Sendable {
  private let content: ContentTree
  /// A digest of what all pages share.
  let shared: String

  /// The tool, and the options that decide what a build gives.
  static func options(of request: SiteRequest) -> [String] {
    [
      request.toolIdentity, "\(request.source)", request.title ?? "-", request.baseURL ?? "-",
      "\(request.publishesFallbacks) \(request.keepsIncludes) \(request.hasSearch)",
      "\(request.hasStatus)",
      request.absoluteLinkBase ?? "-", (request.locales ?? []).map(\.folder).joined(separator: " "),
    ] + request.sections.flatMap { [$0.nameKey, $0.path] }
  }

  init(_ request: SiteRequest, _ content: ContentTree, _ known: KnownFiles) {
    self.content = content
    var parts = Parts()
    for option in Self.options(of: request) { parts.add(option) }
    for folder in request.templateFolders { parts.add(folder: folder) }
    for locale in content.locales {
      if let file = InterfaceCatalog.path(for: locale, in: request.messageFolder) {
        parts.add(file: file)
      }
    }
    for locale in content.locales {
      parts.add("\(locale)")
      guard let own = content.contents[locale] else { continue }
      for digest in own.docsets.digests { parts.add(digest) }
      for repository in own.publication.repositories {
        parts.add("\(repository.folder)", repository.address)
      }
      for folder in own.docsets.listed { parts.add(folder?.description ?? "") }
      for file in own.redirectionFiles.sorted() {
        parts.add(file, known.digest(of: file) ?? "none")
      }
      for (path, stored) in own.files.sorted(by: { $0.key < $1.key }) {
        if let page = own[path] {
          parts.add(page.file, page.displayTitle, page.uid ?? "", page.isUnlisted ? "-" : "")
        } else if let entry = own.redirections[path],
          entry.location.path == stored.file
        {
          parts.add(entry.location.path, entry.target)
        } else {
          let file = stored.file
          // Of pictures pages know only that they are there.
          parts.add(file, ContentRole.isMedia(path) ? "" : known.digest(of: file) ?? "none")
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
    addStanding(of: page, original, to: &parts)
    return parts.digest
  }

  /// The digest of all that a locale's guide and contents for programs are made of, beside what all
  /// pages share.
  func guideKey(of locale: LocaleTag) -> String {
    var parts = Parts()
    parts.add(shared, "\(locale)")
    for path in content.paths(in: locale) {
      parts.add(
        content.state(of: path, in: locale).rawValue,
        content.page(at: path, in: locale)?.description ?? "")
    }
    return parts.digest
  }

  /// The digest of all that the site map is made of, beside what all pages share.
  func mapKey() -> String {
    var parts = Parts()
    parts.add(shared)
    for locale in content.locales {
      for page in content.contents[locale]?.pages ?? [] {
        parts.add(
          content.state(of: page.path, in: locale).rawValue, page.date ?? "",
          page.provenance.handoffDate ?? "")
      }
    }
    return parts.digest
  }

  /// The digest of all that the status of translations is made of.
  func statusKey(trend: StatusTrend) -> String {
    var parts = Parts()
    parts.add(shared)
    for locale in content.locales {
      parts.add("\(locale)")
      for page in content.contents[locale]?.pages ?? [] {
        parts.add(page.path.description, page.digest)
        if let moved = content.movedOriginal(of: page.path) { parts.add(Digests.sha256(moved)) }
        if let history = content.history(of: page.path, in: locale) { parts.add("\(history)") }
      }
    }
    parts.add(content.sourceVersion?.commit ?? "")
    for text in Self.texts(of: trend) { parts.add(text) }
    return parts.digest
  }

  /// All that a trend says.
  static func texts(of trend: StatusTrend) -> [String] {
    trend.points.flatMap { point in
      [point.name, point.date.map { "\($0)" } ?? ""]
        + point.locales.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
    }
  }

  /// What a translation's badge and marks are made of, besides the page itself.
  private func addStanding(of page: ContentPage, _ original: ContentPage?, to parts: inout Parts) {
    guard page.locale != content.source else { return }
    // The original of a translation that is current is the one that the translation's hash names.
    if let original, ContentTree.freshness(of: page, from: original) != .current {
      parts.add(original.digest)
    }
    if let moved = content.movedOriginal(of: page.path) { parts.add(Digests.sha256(moved)) }
    if let history = content.history(of: page.path, in: page.locale) { parts.add("\(history)") }
  }

  /// Texts that are told apart by their lengths.
  private struct Parts {
    private var bytes: [UInt8] = []

    mutating func add(_ texts: String...) {
      for text in texts {
        var count = text.utf8.count
        repeat {
          bytes.append(UInt8(count & 255))
          count >>= 8
        } while count > 0
        bytes.append(255)
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
