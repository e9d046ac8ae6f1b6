/// One collected state of a customer data platform's data-sharing connections, in memory.
///
/// Sections are columns, not arrays of structures; rows are seen through typed views such as
/// ``Export``. A snapshot never changes after it was read.
public final class Snapshot: Sendable {
  /// An input file of the snapshot.
  public struct InputFile: Hashable, Sendable {
    /// The path as the user gave it; of a folder's section, `folder/section.ndjson`.
    public let path: String
    /// SHA-256 of the file's bytes as stored, in hexadecimal.
    public let sha256: String
    /// Size as stored, in bytes.
    public let byteCount: Int
    /// The section that the file holds; `nil` for a document with several.
    public let section: Section?

    /// A file from its parts.
    public init(path: String, sha256: String, byteCount: Int, section: Section? = nil) {
      self.path = path
      self.sha256 = sha256
      self.byteCount = byteCount
      self.section = section
    }
  }

  /// How a section stands in the snapshot.
  public enum SectionState: Sendable {
    /// The key or file is not there: nobody looked.
    case absent
    /// `null`: somebody looked, and there is nothing to list.
    case null
    /// A list (perhaps empty) or, of a single section, an object.
    case present
  }

  /// The files, in the order in which records name them.
  public let files: [InputFile]
  /// All texts.
  public let texts: TextPool
  /// A table a section, at the position of the section's raw value.
  public let tables: [Table]
  /// How each section stands, at the position of the section's raw value.
  public let states: [SectionState]
  /// Values under keys that the format doesn't know, in the order of the input.
  public let unknownValues: [UnknownValue]
  /// Where records find the snapshot and its cells; good as long as somebody keeps the snapshot.
  public let reference: SnapshotReference

  /// A snapshot from what a reader made.
  public init(
    files: [InputFile], texts: TextPool, tables: [Table], states: [SectionState],
    unknownValues: [UnknownValue] = []
  ) {
    self.files = files
    self.texts = texts
    self.tables = tables
    self.states = states
    self.unknownValues = unknownValues
    let cells = UnsafeMutablePointer<SnapshotCells>.allocate(capacity: 1)
    reference = SnapshotReference(cells)
    cells.initialize(to: SnapshotCells(tables, owner: self))
  }

  deinit { reference.deallocate() }

  /// The records of a section.
  public func table(_ section: Section) -> Table { tables[section.rawValue] }

  /// How a section stands.
  public func state(_ section: Section) -> SectionState { states[section.rawValue] }

  /// The number of records of a section.
  public func count(_ section: Section) -> Int { tables[section.rawValue].count }

  /// The environment, if the snapshot describes it.
  public var environment: EnvironmentRecord? { rows(EnvironmentRecord.self).first }

  /// The sections that the collection claims to hold everything that exists, and never denies.
  public var completeSections: Set<Section> {
    guard let sources = rows(CollectionRecord.self).first?[.sources].known else { return [] }
    var complete: Set<Section> = []
    var incomplete: Set<Section> = []
    for offset in 0..<sources.count {
      guard let name = sources.field(offset, "section", Identifier.self).known,
        let section = Section(name: text(name))
      else { continue }
      switch sources.field(offset, "complete", Bool.self).known {
      case true?: complete.insert(section)
      case false?: incomplete.insert(section)
      case nil: break
      }
    }
    return complete.subtracting(incomplete).filter { state($0) != .absent }
  }

  /// The text of an identifier.
  public func text(_ identifier: Identifier) -> String { texts.text(identifier) }

  /// Whether nothing of a text can be seen.
  public func isBlank(_ text: Identifier) -> Bool {
    // Most texts begin with something that is plainly no space.
    let isPlain = texts.withBytes(text) { bytes in
      bytes.first.map { $0 > 0x20 && $0 < 0x7F } ?? false
    }
    return !isPlain && self.text(text).isBlank
  }

  /// The records of one kind, as views.
  public func rows<Row: Record>(_: Row.Type) -> some RandomAccessCollection<Row> {
    (0..<count(Row.section)).lazy.map { Row(self, $0) }
  }

  /// Where a record stands.
  public func pointer(_ section: Section, _ row: Int) -> RecordPointer? {
    let places = tables[section.rawValue].places
    guard row >= 0, row < places.count else { return nil }
    let place = places[row]
    return RecordPointer(
      path: files[Int(place.file)].path, line: Int(place.line),
      jsonPointer: section.isSingle ? "/\(section.name)" : "/\(section.name)/\(row)",
      offset: Int(place.offset), length: Int(place.length))
  }
}

/// Where a piece of evidence stands.
public struct RecordPointer: Hashable, Sendable {
  /// The file.
  public let path: String
  /// The line of the record's first byte, counted from 1.
  public let line: Int
  /// The record in the document, as RFC 6901 writes it; rows of NDJSON count from 0.
  public let jsonPointer: String
  /// Offset of the record's first byte in the (uncompressed) file.
  public let offset: Int
  /// Length of the record in bytes.
  public let length: Int

  /// A pointer from its parts.
  public init(path: String, line: Int, jsonPointer: String, offset: Int, length: Int) {
    self.path = path
    self.line = line
    self.jsonPointer = jsonPointer
    self.offset = offset
    self.length = length
  }
}
