import FileSystem
import Model

extension PageReport {
  /// What is checked of the page, for the cache; the page's place in the site isn't part of it.
  var checks: [UInt8] {
    var writer = RecordWriter()
    writer.list(anchors) { $0.text($1) }
    writer.list(references) { $0.anchorReference($1) }
    writer.list(diagnostics) { $0.diagnostic($1) }
    return writer.bytes
  }

  /// Reads a report from the cache; what there is to find on the page isn't part of it.
  init(checks: ArraySlice<UInt8>, of path: RelativePath) throws(BrokenRecord) {
    var reader = RecordReader(checks)
    self.path = path
    anchors = try reader.list { reader throws(BrokenRecord) in try reader.text() }
    references = try reader.list { reader throws(BrokenRecord) in try reader.anchorReference() }
    diagnostics = try reader.list { reader throws(BrokenRecord) in try reader.diagnostic() }
    guard reader.isAtEnd else { throw BrokenRecord() }
  }
}

extension RecordWriter {
  mutating func anchorReference(_ reference: PageReport.AnchorReference) {
    text(reference.path.description)
    text(reference.anchor)
    location(reference.location)
  }
}

extension RecordReader {
  mutating func anchorReference() throws(BrokenRecord) -> PageReport.AnchorReference {
    PageReport.AnchorReference(
      path: try path(), anchor: try text(), location: try location())
  }
}
