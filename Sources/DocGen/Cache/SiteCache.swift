import Digests
import FileSystem
import Model
import Synchronization

/// What is left of the last build of a site, so that the next one makes only what changed.
///
/// A folder with an index and, for each locale, the records of its pages, named by their digest.
/// Nothing in it is believed: an index or record that isn't what its digest says is as if it weren't
/// there, and an output file counts only while its number, length and time are those it was left
/// with. Pages are known by a digest of all that they are made of.
public final class SiteCache: Sendable {
  private let folder: String
  private let state: Mutex<State>

  private struct State {
    var former: [LocaleTag: CachedLocale] = [:]
    var next: [LocaleTag: CachedLocale] = [:]
    var records: [String: [UInt8]] = [:]
  }

  private static let magic = Array("vouch site cache 1\n".utf8)
  private static let limit = 1 << 30

  /// Reads what the last build left in a folder; nothing where it can't be read.
  public init(in folder: String) {
    self.folder = folder
    state = Mutex(State(former: Self.read("\(folder)/index") ?? [:]))
  }

  private static func read(_ file: String) -> [LocaleTag: CachedLocale]? {
    guard let bytes = try? Files.read(file, limit: limit), bytes.starts(with: magic),
      bytes.count > magic.count + 64
    else { return nil }
    let body = Array(bytes[magic.count..<bytes.count - 64])
    guard Digests.sha256(body).utf8.elementsEqual(bytes.suffix(64)) else { return nil }
    var reader = RecordReader(body[...])
    do throws(BrokenRecord) {
      let entries = try reader.list { reader throws(BrokenRecord) -> (LocaleTag, CachedLocale) in
        guard let locale = LocaleTag(try reader.text()) else { throw BrokenRecord() }
        return (locale, try CachedLocale(&reader))
      }
      return Dictionary(entries, uniquingKeysWith: { first, _ in first })
    } catch {
      return nil
    }
  }

  /// What the last build left of a locale.
  func locale(_ locale: LocaleTag) -> CachedLocale? { state.withLock { $0.former[locale] } }

  /// The records of a locale's pages; `nil` if they can't be read or were changed.
  func records(of locale: CachedLocale) -> [UInt8]? {
    guard locale.records.count == 64, locale.records.allSatisfy(\.isHexDigit),
      let bytes = try? Files.read("\(folder)/\(locale.records)", limit: Self.limit),
      Digests.sha256(bytes) == locale.records
    else { return nil }
    return bytes
  }

  /// Takes what this build made of a locale; `records` is `nil` where they are as they were.
  func keep(_ cached: CachedLocale, of locale: LocaleTag, records: [UInt8]?) {
    var cached = cached
    if let records { cached.records = Digests.sha256(records) }
    state.withLock { state in
      state.next[locale] = cached
      if let records { state.records[cached.records] = records }
    }
  }

  /// Writes the cache, once the tree is where it belongs.
  ///
  /// Failing is no failure of the build: the next one makes everything.
  ///
  /// - Parameter output: The folder of the tree.
  public func save(output: String) {
    let (next, records) = state.withLock { ($0.next, $0.records) }
    var writer = RecordWriter()
    writer.list(next.sorted { $0.key < $1.key }) { writer, entry in
      writer.text(entry.key.folder)
      entry.value.stamped(in: output, locale: entry.key).write(to: &writer)
    }
    let body = writer.bytes
    do throws(FileError) {
      try Files.makeFolder(folder)
      for (name, bytes) in records where !Files.exists("\(folder)/\(name)") {
        try Files.write(bytes, to: "\(folder)/\(name)")
      }
      try Files.write(
        Self.magic + body + Array(Digests.sha256(body).utf8), to: "\(folder)/index")
    } catch { return }
    let used = Set(next.values.map(\.records))
    for file in (try? FolderListing(of: folder))?.files ?? []
    where file.name.count == 64 && !used.contains(file.description) {
      Files.removeTree(file.path(in: folder))
    }
  }
}

extension CachedLocale {
  /// The locale with the stamps of the files that were written.
  fileprivate func stamped(in output: String, locale: LocaleTag) -> CachedLocale {
    var copy = self
    for (path, page) in pages {
      if page.html == nil {
        copy.pages[path]?.html = FileStamp(of: Routes.page(path, in: locale).path(in: output))
      }
      if page.markdown == nil {
        copy.pages[path]?.markdown = FileStamp(
          of: Routes.markdown(path, in: locale).path(in: output))
      }
    }
    for (number, file) in search.enumerated() where file.stamp == nil {
      copy.search[number].stamp = FileStamp(of: file.path.path(in: output))
    }
    return copy
  }
}
