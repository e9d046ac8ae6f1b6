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

  /// When this build began by the clock of the file system; `nil` where that can't be said.
  private let start: Int64?

  /// What the last build left.
  private struct Former {
    var locales: [LocaleTag: CachedLocale] = [:]
    var status: CachedStatus?
  }

  private struct State {
    /// The stamps of all that this build reads, from before it was read.
    var inputs: StampDigest?
    /// `nil` until somebody asks.
    var former: Former?
    var next: [LocaleTag: CachedLocale] = [:]
    var nextStatus: CachedStatus?
    var records: [String: [UInt8]] = [:]
  }

  private static let magic = Array("vouch site cache 3\n".utf8)
  private static let limit = 1 << 30

  /// Reads what the last build left in a folder; nothing where it can't be read.
  public init(in folder: String) {
    self.folder = folder
    state = Mutex(State())
    let mark = "\(folder)/started"
    try? Files.makeFolder(folder)
    try? Files.write([], to: mark)
    start = FileStamp(of: mark)?.modified
  }

  /// What the last build gave, if nothing that it read or wrote changed since; the tree is then kept
  /// as it is.
  ///
  /// The caller asks before anything is read, and only if nothing decides the build besides what the
  /// request names.
  public func unchanged(_ request: SiteRequest, _ tree: StagedTree) -> SiteSummary? {
    let inputs = BuildRecord.inputs(of: request)
    state.withLock { $0.inputs = inputs }
    guard let bytes = try? Files.read("\(folder)/build", limit: Self.limit),
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
      let entries = try reader.list { reader throws(BrokenRecord) -> (LocaleTag, CachedLocale) in
        (try reader.locale(), try CachedLocale(&reader))
      }
      let status = try CachedStatus(&reader)
      return Former(
        locales: Dictionary(entries, uniquingKeysWith: { first, _ in first }), status: status)
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

  /// What the last build left of the status of translations.
  var status: CachedStatus? { former.status }

  /// Takes what this build made of it.
  func keep(_ status: CachedStatus) { state.withLock { $0.nextStatus = status } }

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
  /// - Parameters:
  ///   - tree: The tree, committed.
  ///   - summary: What the build gave.
  public func save(_ tree: StagedTree, _ summary: SiteSummary) {
    guard !summary.isUnchanged else { return }
    let (next, records, inputs, status) = state.withLock {
      ($0.next, $0.records, $0.inputs, $0.nextStatus)
    }
    // The record of the whole build is about this index; it goes first and comes last.
    Files.removeTree("\(folder)/build")
    let digests = tree.digests
    var writer = RecordWriter()
    writer.list(next.sorted { $0.key < $1.key }) { writer, entry in
      writer.text(entry.key.folder)
      entry.value.stamped(in: tree.path, locale: entry.key, digests).write(to: &writer)
    }
    let noStatus = CachedStatus(key: "", files: [])
    (status?.stamped(in: tree.path, digests) ?? noStatus).write(to: &writer)
    do throws(FileError) {
      try Files.makeFolder(folder)
      for (name, bytes) in records where !Files.exists("\(folder)/\(name)") {
        try Files.write(bytes, to: "\(folder)/\(name)")
      }
      try Files.write(
        SealedRecord.seal(writer.bytes, magic: Self.magic), to: "\(folder)/index")
      if let start, let inputs, inputs.isSettled(before: start), let outputs = tree.committedDigest
      {
        let record = BuildRecord(inputs: inputs.digest, outputs: outputs, summary: summary)
        try Files.write(record.bytes, to: "\(folder)/build")
      }
    } catch { return }
    let used = Set(next.values.map(\.records))
    for file in (try? FolderListing(of: folder))?.files ?? []
    where file.name.count == 64 && !used.contains(file.description) {
      Files.removeTree(file.path(in: folder))
    }
  }
}

extension CachedStatus {
  /// The pages with the stamps and digests of the files that were written.
  fileprivate func stamped(
    in output: String, _ digests: [RelativePath: String]
  ) -> CachedStatus {
    var copy = self
    for (number, shared) in files.enumerated() where shared.file == nil {
      copy.files[number].file = FileStamp(of: shared.path.path(in: output)).map {
        CachedLocale.File(stamp: $0, digest: digests[shared.path])
      }
    }
    return copy
  }
}

extension CachedLocale {
  /// The locale with the stamps and digests of the files that were written.
  fileprivate func stamped(
    in output: String, locale: LocaleTag, _ digests: [RelativePath: String]
  ) -> CachedLocale {
    var copy = self
    func file(_ path: RelativePath) -> File? {
      FileStamp(of: path.path(in: output)).map { File(stamp: $0, digest: digests[path]) }
    }
    for (path, page) in pages {
      if page.html == nil { copy.pages[path]?.html = file(Routes.page(path, in: locale)) }
      if page.markdown == nil {
        copy.pages[path]?.markdown = file(Routes.markdown(path, in: locale))
      }
    }
    for (number, shared) in search.enumerated() where shared.file == nil {
      copy.search[number].file = file(shared.path)
    }
    return copy
  }
}
