import FileSystem
import Localization
import Model

/// `sitemap.xml` and `robots.txt`.
struct SiteMap {
  private let site: SiteContext

  /// The most addresses that one file may hold.
  private static let limit = 50_000

  init(_ site: SiteContext) { self.site = site }

  /// The files; none without a base address, since a site map holds absolute addresses alone.
  func files() -> [(path: RelativePath, bytes: [UInt8])] {
    let name = RelativePath(known: "sitemap.xml")
    guard let address = site.absoluteAddress(of: name) else {
      return [(RelativePath(known: "robots.txt"), Array("User-agent: *\nAllow: /\n".utf8))]
    }
    let entries = entries()
    var files = [
      (
        RelativePath(known: "robots.txt"),
        Array("User-agent: *\nAllow: /\nSitemap: \(address)\n".utf8)
      )
    ]
    if entries.count <= Self.limit {
      files.append((name, Self.document("urlset", entries)))
      return files
    }
    var parts: [[UInt8]] = []
    for (number, start) in stride(from: 0, to: entries.count, by: Self.limit).enumerated() {
      guard let part = RelativePath("sitemap-\(number + 1).xml") else { continue }
      let end = min(entries.count, start + Self.limit)
      files.append((part, Self.document("urlset", Array(entries[start..<end]))))
      var entry = HTMLBytes(capacity: 200)
      entry.raw("<sitemap><loc>")
      entry.text(site.absoluteAddress(of: part) ?? "")
      entry.raw("</loc></sitemap>\n")
      parts.append(entry.bytes)
    }
    files.append((name, Self.document("sitemapindex", parts)))
    return files
  }

  /// An entry for each page in its own language, with its alternates.
  private func entries() -> [[UInt8]] {
    site.locales.flatMap { locale in
      site.tree.paths(in: locale).compactMap { path -> [UInt8]? in
        guard site.isIndexed(path, in: locale) else { return nil }
        var entry = HTMLBytes(capacity: 800)
        entry.raw("<url><loc>")
        entry.text(site.absoluteAddress(of: site.tree.routes.page(path, in: locale)) ?? "")
        entry.raw("</loc>")
        if let page = site.tree.page(at: path, in: locale), let date = Self.lastChange(of: page) {
          entry.raw("<lastmod>")
          entry.text(date.description)
          entry.raw("</lastmod>")
        }
        let alternates = site.locales.filter { site.isIndexed(path, in: $0) }
        for other in alternates.count > 1 ? alternates : [] {
          entry.raw("<xhtml:link rel=\"alternate\" hreflang=\"")
          entry.text(other.tag)
          entry.raw("\" href=\"")
          entry.text(site.absoluteAddress(of: site.tree.routes.page(path, in: other)) ?? "")
          entry.raw("\"/>")
        }
        entry.raw("</url>\n")
        return entry.bytes
      }
    }
  }

  /// The day of a page's last change, as the page itself says: no clock and no file is asked.
  private static func lastChange(of page: ContentPage) -> CivilDate? {
    [page.date, page.provenance.handoffDate].compactMap { $0.flatMap(CivilDate.init(frontMatter:)) }
      .max()
  }

  private static func document(_ root: StaticString, _ entries: [[UInt8]]) -> [UInt8] {
    var document = HTMLBytes(capacity: entries.reduce(300) { $0 + $1.count })
    document.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<")
    document.raw(root)
    document.raw(" xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"")
    document.raw(" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n")
    for entry in entries { document.markup(entry) }
    document.raw("</")
    document.raw(root)
    document.raw(">\n")
    return document.bytes
  }
}
