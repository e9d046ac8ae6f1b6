import FileSystem
import Model

/// What the cache knows of the contents tables of all locales, which then needn't all be read: what
/// is wrong with them, and which page is first.
struct CachedWays: Sendable {
  /// A digest of all that pages share.
  var key: String
  var diagnostics: [Diagnostic]
  var firstPages: [LocaleTag: RelativePath]

  init(key: String, diagnostics: [Diagnostic], firstPages: [LocaleTag: RelativePath]) {
    self.key = key
    self.diagnostics = diagnostics
    self.firstPages = firstPages
  }

  init(_ reader: inout RecordReader) throws(BrokenRecord) {
    key = try reader.text()
    diagnostics = try reader.list { reader throws(BrokenRecord) in try reader.diagnostic() }
    let pages = try reader.list { reader throws(BrokenRecord) in
      (try reader.locale(), try reader.path())
    }
    firstPages = Dictionary(pages, uniquingKeysWith: { first, _ in first })
  }

  func write(to writer: inout RecordWriter) {
    writer.text(key)
    writer.list(diagnostics) { $0.diagnostic($1) }
    writer.list(firstPages.sorted { $0.key < $1.key }) { writer, entry in
      writer.text(entry.key.folder)
      writer.text(entry.value.description)
    }
  }
}
