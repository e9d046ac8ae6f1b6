import FileSystem
import Model

/// What the cache knows of one locale of a site.
struct CachedLocale: Sendable {
  /// A file of the output as it was left.
  struct File: Hashable, Sendable {
    var stamp: FileStamp
    /// SHA-256 of its bytes, if digests were wanted.
    var digest: String?

    /// The file at its place.
    func kept(at path: RelativePath) -> StagedTree.KeptFile {
      StagedTree.KeptFile(path: path, stamp: stamp, digest: digest)
    }
  }

  /// A page that was made.
  struct Page: Sendable {
    /// A digest of everything that the page was made of; empty where that can't be said.
    var key: String
    var html: File?
    var markdown: File?
    /// The anchors, links and problems of the page, as a range of the locale's records.
    var checks: Range<Int>
    /// The page's words, as a range of the locale's records.
    var terms: Range<Int>
    /// The length of the page's text in the search index.
    var textLength: Int
    /// The page's place in the order of the pages.
    var number = 0
  }

  /// A file that belongs to all pages together.
  struct SharedFile: Sendable {
    var path: RelativePath
    var file: File?

    /// The file at its place.
    var kept: StagedTree.KeptFile {
      (file ?? File(stamp: .none, digest: nil)).kept(at: path)
    }
  }

  /// The pages by their paths; their numbers are in the order of these.
  var pages: [RelativePath: Page] = [:]
  /// The problems of all pages, those of their links to each other too.
  var diagnostics: [Diagnostic] = []
  var search = CachedSearch()
  /// The digest of the records, by which their file is named, and how that was left.
  var records = ""
  var recordsStamp: FileStamp?
  /// Where the pages lie that this build made.
  var routes = Routes(nil)

  func write(to writer: inout RecordWriter) {
    writer.text(records)
    writer.stamp(recordsStamp ?? .none)
    writer.list(pages.sorted { $0.value.number < $1.value.number }) { writer, entry in
      writer.text(entry.key.description)
      writer.text(entry.value.key)
      writer.file(entry.value.html)
      writer.file(entry.value.markdown)
      writer.range(entry.value.checks)
      writer.range(entry.value.terms)
      writer.number(entry.value.textLength)
    }
    writer.list(diagnostics) { $0.diagnostic($1) }
    search.write(to: &writer)
  }

  init() {}

  init(_ reader: inout RecordReader) throws(BrokenRecord) {
    records = try reader.text()
    recordsStamp = try reader.stamp()
    let entries = try reader.list { reader throws(BrokenRecord) -> (RelativePath, Page) in
      (
        try reader.path(),
        Page(
          key: try reader.text(), html: try reader.file(), markdown: try reader.file(),
          checks: try reader.range(), terms: try reader.range(), textLength: try reader.number())
      )
    }
    pages = Dictionary(minimumCapacity: entries.count)
    for (number, (path, page)) in entries.enumerated() {
      pages[path] = page
      pages[path]?.number = number
    }
    diagnostics = try reader.list { reader throws(BrokenRecord) in try reader.diagnostic() }
    search = try CachedSearch(&reader)
  }
}

extension FileStamp {
  /// The stamp that no file has.
  static var none: FileStamp { FileStamp(number: 0, size: 0, modified: 0) }
}

extension RecordWriter {
  fileprivate mutating func file(_ file: CachedLocale.File?) {
    stamp(file?.stamp ?? .none)
    text(file?.digest ?? "")
  }

  mutating func sharedFile(_ shared: CachedLocale.SharedFile) {
    text(shared.path.description)
    file(shared.file)
  }

  fileprivate mutating func range(_ range: Range<Int>) {
    number(range.lowerBound)
    number(range.count)
  }
}

extension RecordReader {
  fileprivate mutating func file() throws(BrokenRecord) -> CachedLocale.File {
    let stamp = try stamp()
    let digest = try text()
    return CachedLocale.File(stamp: stamp, digest: digest.isEmpty ? nil : digest)
  }

  mutating func sharedFile() throws(BrokenRecord) -> CachedLocale.SharedFile {
    CachedLocale.SharedFile(path: try path(), file: try file())
  }

  fileprivate mutating func range() throws(BrokenRecord) -> Range<Int> {
    let (start, count) = (try number(), try number())
    guard start >= 0, count >= 0, !start.addingReportingOverflow(count).overflow else {
      throw BrokenRecord()
    }
    return start..<start + count
  }
}
