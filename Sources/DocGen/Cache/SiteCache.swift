import Concurrency
import Digests
public import FileSystem
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

  /// What the last build read of the files of the content.
  public let knownFiles: KnownFiles

  /// When this build began by the clock of the file system; `nil` where that can't be said.
  private let start: Int64?

  /// What the last build left.
  private struct Former {
    var locales: [LocaleTag: CachedLocale] = [:]
    var parts: [String: CachedPart] = [:]
    var ways: CachedWays?
  }

  private struct State {
    /// The stamps of all that this build reads, from before it was read.
    var inputs: StampDigest?
    /// `nil` until somebody asks.
    var former: Former?
    var next: [LocaleTag: CachedLocale] = [:]
    var nextParts: [String: CachedPart] = [:]
    var nextWays: CachedWays?
  }

  private static let magic = Array("vouch site cache 5\n".utf8)
  private static let limit = 1 << 30

  /// Whether a folder may be taken for a cache: it is one, is empty, or isn't there.
  public static func mayBe(in folder: String) -> Bool {
    !Files.holdsFiles(in: folder) || Files.exists("\(folder)/\(startedName)")
  }

  private static let startedName = "started"

  /// Reads what the last build left in a folder; nothing where it can't be read.
  public init(in folder: String) {
    self.folder = folder
    state = Mutex(State())
    let mark = "\(folder)/\(Self.startedName)"
    try? Files.makeFolder(folder)
    try? Files.write([], to: mark)
    start = FileStamp(of: mark)?.modified
    knownFiles = KnownFiles(in: "\(folder)/files")
  }

  /// Where the output tree of the build before the last one is kept; see
  /// ``FileSystem/StagedTree/init(replacing:recordsDigests:spare:)``.
  public var spareTree: String { "\(folder)/former" }

  /// Looks at the stamps of all that a build reads; the caller does so before anything is read, and
  /// only if nothing decides the build besides what the request names.
  public func lookAtInputs(of request: SiteRequest) {
    let inputs = BuildRecord.inputs(of: request)
    state.withLock { $0.inputs = inputs }
  }

  /// What the last build gave, if nothing that it read or wrote changed since; the tree is then kept
  /// as it is.
  ///
  /// `nil` unless somebody looked at the inputs.
  public func unchanged(_ tree: StagedTree) -> SiteSummary? {
    guard let inputs = state.withLock({ $0.inputs }),
      let bytes = try? Files.read("\(folder)/build", limit: Self.limit),
      let record = BuildRecord(bytes), record.inputs == inputs.digest,
      let outputs = tree.formerDigest, record.outputs == outputs
    else { return nil }
    tree.keepAll()
    return record.summary
  }

  private static func read(_ file: String) -> Former? {
    guard let bytes = try? Files.read(file, limit: limit),
      let body = SealedRecord.open(bytes, magic: magic)
    else { return nil }
    var reader = RecordReader(body)
    do throws(BrokenRecord) {
      let entries = try reader.list {
        reader throws(BrokenRecord) -> (LocaleTag, ArraySlice<UInt8>) in
        (try reader.locale(), try reader.data())
      }
      let parts = try reader.list { reader throws(BrokenRecord) in
        (try reader.text(), try CachedPart(&reader))
      }
      let ways = try CachedWays(&reader)
      let locales = try entries.concurrentMap {
        locale, block throws(BrokenRecord) -> (LocaleTag, CachedLocale) in
        var reader = RecordReader(block)
        return (locale, try CachedLocale(&reader))
      }
      return Former(
        locales: Dictionary(locales, uniquingKeysWith: { first, _ in first }),
        parts: Dictionary(parts, uniquingKeysWith: { first, _ in first }), ways: ways)
    } catch {
      return nil
    }
  }

  /// What the last build left of a locale.
  func locale(_ locale: LocaleTag) -> CachedLocale? {
    former.locales[locale]
  }

  private var former: Former {
    state.withLock { state in
      let former = state.former ?? Self.read("\(folder)/index") ?? Former()
      state.former = former
      return former
    }
  }

  /// What the last build left of some files that are made together.
  func part(named name: String) -> CachedPart? { former.parts[name] }

  /// Takes what this build made of them.
  func keep(_ part: CachedPart, named name: String) {
    state.withLock { $0.nextParts[name] = part }
  }

  /// What the last build left of the tables of contents.
  var ways: CachedWays? { former.ways }

  /// Takes what this build found of them.
  func keep(_ ways: CachedWays) { state.withLock { $0.nextWays = ways } }

  /// The records of a locale's pages; `nil` if they can't be read or were changed.
  func records(of locale: CachedLocale) -> [UInt8]? {
    guard locale.records.count == 64, locale.records.utf8.allSatisfy(Self.isDigit),
      let stamp = locale.recordsStamp
    else { return nil }
    let file = "\(folder)/\(locale.records)"
    guard FileStamp(of: file) == stamp else { return nil }
    return try? Files.read(file, limit: Self.limit)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (97...102).contains(byte)
  }

  /// Takes what this build made of a locale; `records` is `nil` where they are as they were.
  func keep(_ cached: CachedLocale, of locale: LocaleTag, records: [UInt8]?) {
    var cached = cached
    if let records {
      // Nothing knows of the file before the index is written.
      cached.records = Digests.sha256(records)
      let file = "\(folder)/\(cached.records)"
      try? Files.write(records, to: file)
      cached.recordsStamp = FileStamp(of: file)
    }
    state.withLock { $0.next[locale] = cached }
  }

  /// Writes the cache, once the tree is where it belongs.
  ///
  /// Failing is no failure of the build: the next one makes everything.
  ///
  /// - Parameters:
  ///   - tree: The tree, committed.
  ///   - summary: What the build gave.
  public func save(_ tree: StagedTree, _ summary: SiteSummary) {
    guard !summary.isUnchanged else { return }
    let (next, inputs, parts, ways) = state.withLock {
      ($0.next, $0.inputs, $0.nextParts, $0.nextWays)
    }
    // The record of the whole build is about this index; it goes first and comes last.
    Files.removeTree("\(folder)/build")
    let (stamps, digests) = (tree.committedStamps, tree.digests)
    @Sendable func file(_ path: RelativePath) -> CachedLocale.File? {
      stamps[path].map { CachedLocale.File(stamp: $0, digest: digests[path]) }
    }
    let locales = next.sorted { $0.key < $1.key }
    let blocks = locales.concurrentMap { locale, cached in
      var writer = RecordWriter()
      cached.stamped(locale, file).write(to: &writer)
      return writer.bytes
    }
    var writer = RecordWriter()
    writer.list(Array(zip(locales, blocks))) { writer, entry in
      writer.text(entry.0.key.folder)
      writer.data(entry.1)
    }
    writer.list(parts.sorted { $0.key < $1.key }) { writer, entry in
      writer.text(entry.key)
      entry.value.stamped(file).write(to: &writer)
    }
    (ways ?? CachedWays(key: "", locales: [:])).write(to: &writer)
    let index = writer.bytes
    do throws(FileError) {
      try Files.makeFolder(folder)
      let (_, outputs) = try concurrently(width: 2) { () throws(FileError) in
        try Files.write(SealedRecord.seal(index, magic: Self.magic), to: "\(folder)/index")
        if let start { try knownFiles.save(before: start) }
      } _: { () throws(FileError) in
        inputs == nil ? "" : tree.committedDigest(stamps)
      }
      if let start, let inputs, inputs.isSettled(before: start) {
        let record = BuildRecord(inputs: inputs.digest, outputs: outputs, summary: summary)
        try Files.write(record.bytes, to: "\(folder)/build")
      }
    } catch { return }
    let used = Set(next.values.map(\.records))
    for file in (try? FolderListing(of: folder, maximumDepth: 1))?.files ?? []
    where file.name.count == 64 && !used.contains(file.description) {
      Files.removeTree(file.path(in: folder))
    }
  }
}

extension CachedLocale {
  /// The locale with the stamps and digests of the files that were written.
  fileprivate func stamped(
    _ locale: LocaleTag, _ file: (RelativePath) -> File?
  ) -> CachedLocale {
    var copy = self
    for (path, page) in pages {
      if page.html == nil { copy.pages[path]?.html = file(routes.page(path, in: locale)) }
      if page.markdown == nil {
        copy.pages[path]?.markdown = file(routes.markdown(path, in: locale))
      }
    }
    copy.search = search.stamped(file)
    return copy
  }
}
