import FileSystem
import Model

extension PageReport {
  /// The report for the cache; the page's place in the site isn't part of it.
  var record: [UInt8] {
    var writer = RecordWriter()
    writer.list(anchors) { $0.text($1) }
    writer.list(references) { writer, reference in
      writer.text(reference.path.description)
      writer.text(reference.anchor)
      writer.location(reference.location)
    }
    writer.list(diagnostics) { $0.diagnostic($1) }
    writer.number(search == nil ? 0 : 1)
    if let search {
      writer.data(search.entry)
      writer.data(search.terms)
    }
    return writer.bytes
  }

  /// Reads a report from the cache.
  init(
    record: ArraySlice<UInt8>, of path: RelativePath, in locale: LocaleTag
  ) throws(BrokenRecord) {
    var reader = RecordReader(record)
    self.path = path
    self.locale = locale
    anchors = try reader.list { reader throws(BrokenRecord) in try reader.text() }
    references = try reader.list { reader throws(BrokenRecord) in
      AnchorReference(
        path: try reader.path(), anchor: try reader.text(), location: try reader.location())
    }
    diagnostics = try reader.list { reader throws(BrokenRecord) in try reader.diagnostic() }
    if try reader.number() == 1 {
      search = SearchPage(entry: Array(try reader.data()), terms: Array(try reader.data()))
    }
    guard reader.isAtEnd else { throw BrokenRecord() }
  }
}
