import FileSystem
import Model

extension PageReport {
  /// What is checked of the page, for the cache; the page's place in the site isn't part of it.
  var checks: [UInt8] {
    var writer = RecordWriter()
    writer.list(anchors) { $0.text($1) }
    writer.list(references) { writer, reference in
      writer.text(reference.path.description)
      writer.text(reference.anchor)
      writer.location(reference.location)
    }
    writer.list(diagnostics) { $0.diagnostic($1) }
    return writer.bytes
  }

  /// Reads a report from the cache; what there is to find on the page isn't part of it.
  init(checks: ArraySlice<UInt8>, of path: RelativePath) throws(BrokenRecord) {
    var reader = RecordReader(checks)
    self.path = path
    anchors = try reader.list { reader throws(BrokenRecord) in try reader.text() }
    references = try reader.list { reader throws(BrokenRecord) in
      AnchorReference(
        path: try reader.path(), anchor: try reader.text(), location: try reader.location())
    }
    diagnostics = try reader.list { reader throws(BrokenRecord) in try reader.diagnostic() }
    guard reader.isAtEnd else { throw BrokenRecord() }
  }
}
