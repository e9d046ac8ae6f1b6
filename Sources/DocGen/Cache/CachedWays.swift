import FileSystem
import Model

/// What the cache knows of the contents tables of all locales, which then needn't all be read.
struct CachedWays: Sendable {
  /// What is known of one locale.
  struct Locale: Sendable {
    /// What is wrong with its tables.
    var diagnostics: [Diagnostic]
    /// Which page is first.
    var firstPage: RelativePath?
    /// The pages that aren't those of the nearest table, by the numbers of theirs.
    var listings: [RelativePath: Int]
    /// The places on pages that entries lead to.
    var anchors: [PageReport.AnchorReference]
  }

  /// A digest of all that pages share.
  var key: String
  var locales: [LocaleTag: Locale]

  init(key: String, locales: [LocaleTag: Locale]) { (self.key, self.locales) = (key, locales) }

  init(_ reader: inout RecordReader) throws(BrokenRecord) {
    key = try reader.text()
    let entries = try reader.list { reader throws(BrokenRecord) in
      (try reader.locale(), try Locale(&reader))
    }
    locales = Dictionary(entries, uniquingKeysWith: { first, _ in first })
  }

  func write(to writer: inout RecordWriter) {
    writer.text(key)
    writer.list(locales.sorted { $0.key < $1.key }) { writer, entry in
      writer.text(entry.key.folder)
      entry.value.write(to: &writer)
    }
  }
}

extension CachedWays.Locale {
  fileprivate init(_ reader: inout RecordReader) throws(BrokenRecord) {
    diagnostics = try reader.list { reader throws(BrokenRecord) in try reader.diagnostic() }
    let first = try reader.text()
    firstPage = RelativePath(first)
    let pages = try reader.list { reader throws(BrokenRecord) in
      (try reader.path(), try reader.number())
    }
    listings = Dictionary(pages, uniquingKeysWith: { first, _ in first })
    anchors = try reader.list { reader throws(BrokenRecord) in try reader.anchorReference() }
  }

  fileprivate func write(to writer: inout RecordWriter) {
    writer.list(diagnostics) { $0.diagnostic($1) }
    writer.text(firstPage?.description ?? "")
    writer.list(listings.sorted { $0.key < $1.key }) { writer, entry in
      writer.text(entry.key.description)
      writer.number(entry.value)
    }
    writer.list(anchors) { $0.anchorReference($1) }
  }
}
