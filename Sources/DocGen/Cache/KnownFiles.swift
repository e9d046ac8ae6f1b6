import Digests
import FileSystem
import Model
import Synchronization

/// What the last build read of each file of the content, so that files that are as they were needn't
/// be opened: their digests, and what the front matter of pages says.
///
/// A file counts as it was while its stamp is the same. A file that had changed so shortly before a
/// build that a further change could hide behind the same time isn't kept.
public final class KnownFiles: Sendable {
  /// What is known of a file.
  private struct Entry: Sendable {
    var stamp: InputStamp
    /// A digest of what else decided what was read: the `docfx.json` of a page.
    var context: String
    /// What was read, as it is written.
    var record: ArraySlice<UInt8>
  }

  /// A page that is as it was, with what was wrong with its front matter.
  struct Page {
    var page: ContentPage
    var problems: [Diagnostic]
  }

  private static let magic = Array("vouch known files 2\n".utf8)
  private static let limit = 1 << 30

  private let path: String
  /// `nil` until somebody asks.
  private let read = Mutex<[String: Entry]?>(nil)
  private let next = Mutex<(entries: [String: Entry], hasNews: Bool)>(([:], false))

  /// Knows what the last build left in a file; nothing where it can't be read.
  init(in path: String) { self.path = path }

  private var former: [String: Entry] {
    read.withLock { known in
      if let known { return known }
      let entries = (try? Files.read(path, limit: Self.limit)).flatMap(Self.entries) ?? [:]
      known = entries
      return entries
    }
  }

  private static func entries(_ bytes: [UInt8]) -> [String: Entry]? {
    guard let body = SealedRecord.open(bytes, magic: magic) else { return nil }
    var reader = RecordReader(body)
    do throws(BrokenRecord) {
      let contexts = try reader.list { reader throws(BrokenRecord) in try reader.text() }
      let count = try reader.number()
      guard count >= 0, count <= body.count else { return nil }
      var entries = [String: Entry](minimumCapacity: count)
      for _ in 0..<count {
        let file = try reader.text()
        let stamp = try reader.inputStamp()
        let context = try reader.number()
        guard contexts.indices.contains(context) else { return nil }
        entries[file] = Entry(stamp: stamp, context: contexts[context], record: try reader.data())
      }
      return entries
    } catch {
      return nil
    }
  }

  /// A page whose file has the stamp that it had; `nil` if it has to be read.
  func page(
    at path: RelativePath, in locale: LocaleTag, file: String, isSource: Bool, docset: Docset?,
    stamp: InputStamp
  ) -> Page? {
    guard let entry = former[file], entry.stamp == stamp, entry.context == docset?.digest ?? ""
    else { return nil }
    var reader = RecordReader(entry.record)
    do throws(BrokenRecord) {
      let page = try ContentPage(&reader, locale: locale, path: path, file: file)
      let problems = try reader.list { reader throws(BrokenRecord) in try reader.diagnostic() }
      guard reader.isAtEnd, (page.sourceHash != nil) == isSource else { return nil }
      next.withLock { $0.entries[file] = entry }
      return Page(page: page, problems: problems)
    } catch {
      return nil
    }
  }

  /// Keeps a page that was read.
  ///
  /// - Parameters:
  ///   - page: The page.
  ///   - problems: What is wrong with its front matter.
  ///   - docset: What decided its metadata too.
  ///   - stamp: The file's stamp from before it was read.
  func keep(_ page: ContentPage, _ problems: [Diagnostic], docset: Docset?, stamp: InputStamp) {
    var writer = RecordWriter()
    page.write(to: &writer)
    writer.list(problems) { $0.diagnostic($1) }
    keep(writer.bytes, of: page.file, stamp: stamp, context: docset?.digest ?? "")
  }

  /// SHA-256 of a file's bytes, which are read only if its stamp changed; `nil` if they can't be.
  func digest(of file: String) -> String? {
    guard let stamp = InputStamp(of: file) else { return nil }
    if let digest = digest(of: file, stamp: stamp) { return digest }
    guard let bytes = try? Files.read(file, limit: Self.limit) else { return nil }
    return keep(bytes, of: file, stamp: stamp)
  }

  /// SHA-256 of the bytes of a file that has the stamp that it had; `nil` if it has to be read.
  func digest(of file: String, stamp: InputStamp) -> String? {
    guard let entry = former[file], entry.stamp == stamp, entry.record.count == 64 else {
      return nil
    }
    next.withLock { $0.entries[file] = entry }
    return String(decoding: entry.record, as: UTF8.self)
  }

  /// Keeps the digest of a file that was read.
  ///
  /// - Parameters:
  ///   - bytes: The file's bytes.
  ///   - file: The file.
  ///   - stamp: Its stamp from before it was read.
  /// - Returns: The digest.
  func keep(_ bytes: [UInt8], of file: String, stamp: InputStamp) -> String {
    let digest = Digests.sha256(bytes)
    keep(Array(digest.utf8), of: file, stamp: stamp, context: "")
    return digest
  }

  private func keep(_ record: [UInt8], of file: String, stamp: InputStamp, context: String) {
    let entry = Entry(stamp: stamp, context: context, record: record[...])
    next.withLock { next in
      next.entries[file] = entry
      next.hasNews = true
    }
  }

  /// Writes what is known for the next build.
  ///
  /// - Parameter start: When this build began, by the clock of the file system.
  /// - Throws: If the file can't be written.
  func save(before start: Int64) throws(FileError) {
    let (entries, hasNews) = next.withLock { $0 }
    guard hasNews || entries.count != former.count else { return }
    let settled = entries.filter { $0.value.stamp.isSettled(before: start) }
      .sorted { $0.key < $1.key }
    let contexts = Set(settled.map(\.value.context)).sorted()
    let numbers = Dictionary(uniqueKeysWithValues: contexts.enumerated().map { ($1, $0) })
    var writer = RecordWriter()
    writer.list(contexts) { $0.text($1) }
    writer.list(settled) { writer, entry in
      writer.text(entry.key)
      writer.stamp(entry.value.stamp)
      writer.number(numbers[entry.value.context] ?? 0)
      writer.data(entry.value.record)
    }
    try Files.write(SealedRecord.seal(writer.bytes, magic: Self.magic), to: path)
  }
}
