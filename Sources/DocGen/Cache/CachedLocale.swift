import FileSystem
import Model

/// What the cache knows of the pages of the status of translations.
struct CachedStatus: Sendable {
  /// A digest of everything that they were made of.
  var key: String
  var files: [CachedLocale.SharedFile]

  init(key: String, files: [CachedLocale.SharedFile]) { (self.key, self.files) = (key, files) }

  init(_ reader: inout RecordReader) throws(BrokenRecord) {
    key = try reader.text()
    files = try reader.list { reader throws(BrokenRecord) in
      CachedLocale.SharedFile(path: try reader.path(), file: try reader.file())
    }
  }

  func write(to writer: inout RecordWriter) {
    writer.text(key)
    writer.list(files) { writer, file in
      writer.text(file.path.description)
      writer.file(file.file)
    }
  }
}

/// What the cache knows of one locale of a site.
struct CachedLocale: Sendable {
  /// A file of the output as it was left.
  struct File: Hashable, Sendable {
    var stamp: FileStamp
    /// SHA-256 of its bytes, if digests were wanted.
    var digest: String?

    /// Whether the former tree still has the file, so that it can be kept unread.
    func isKept(at path: RelativePath, in tree: StagedTree) -> Bool {
      tree.formerStamp(of: path) == stamp && (digest != nil || !tree.recordsDigests)
    }
  }

  /// A page that was made.
  struct Page: Sendable {
    /// A digest of everything that the page was made of; empty where that can't be said.
    var key: String
    var html: File?
    var markdown: File?
    /// The page's report, as a range of the locale's records.
    var record: Range<Int>
  }

  /// A file that belongs to all pages together.
  struct SharedFile: Sendable {
    var path: RelativePath
    var file: File?
  }

  var pages: [RelativePath: Page] = [:]
  /// The problems of all pages, those of their links to each other too.
  var diagnostics: [Diagnostic] = []
  /// The files of the search index.
  var search: [SharedFile] = []
  /// The digest of the records, by which their file is named.
  var records = ""

  func write(to writer: inout RecordWriter) {
    writer.text(records)
    writer.list(pages.sorted { $0.key < $1.key }) { writer, entry in
      writer.text(entry.key.description)
      writer.text(entry.value.key)
      writer.file(entry.value.html)
      writer.file(entry.value.markdown)
      writer.number(entry.value.record.lowerBound)
      writer.number(entry.value.record.count)
    }
    writer.list(diagnostics) { $0.diagnostic($1) }
    writer.list(search) { writer, file in
      writer.text(file.path.description)
      writer.file(file.file)
    }
  }

  init() {}

  init(_ reader: inout RecordReader) throws(BrokenRecord) {
    records = try reader.text()
    let entries = try reader.list { reader throws(BrokenRecord) -> (RelativePath, Page) in
      let path = try reader.path()
      let key = try reader.text()
      let (html, markdown) = (try reader.file(), try reader.file())
      let (start, count) = (try reader.number(), try reader.number())
      guard start >= 0, count >= 0, start.addingReportingOverflow(count).overflow == false else {
        throw BrokenRecord()
      }
      return (path, Page(key: key, html: html, markdown: markdown, record: start..<start + count))
    }
    pages = Dictionary(entries, uniquingKeysWith: { first, _ in first })
    diagnostics = try reader.list { reader throws(BrokenRecord) in try reader.diagnostic() }
    search = try reader.list { reader throws(BrokenRecord) in
      SharedFile(path: try reader.path(), file: try reader.file())
    }
  }
}

extension RecordWriter {
  fileprivate mutating func file(_ file: CachedLocale.File?) {
    // A file without a stamp has the one that no file has.
    stamp(file?.stamp ?? FileStamp(number: 0, size: 0, modified: 0))
    text(file?.digest ?? "")
  }
}

extension RecordReader {
  fileprivate mutating func file() throws(BrokenRecord) -> CachedLocale.File {
    let stamp = try stamp()
    let digest = try text()
    return CachedLocale.File(stamp: stamp, digest: digest.isEmpty ? nil : digest)
  }
}
