/// The cells of one field over all rows of a table.
public struct Column: Sendable {
  /// The state of each cell, as the bits of a ``CellMark``.
  public private(set) var marks: [UInt8] = []
  /// Cells of 32 bits.
  ///
  /// Texts by their place in the pool, words by their place in the vocabulary, flags as 0 and 1. Of
  /// a cell that can't be read: the text as written, by its place in the pool.
  public private(set) var narrow: [Int32] = []
  /// Cells of 64 bits: microseconds, counts, bits of a `Double`; of a list, its first row in the
  /// child table and, in the upper half, the number of rows.
  public private(set) var wide: [Int64] = []
  /// Whether the column uses the wide cells.
  public let isWide: Bool

  /// An empty column for values of a kind.
  public init(_ kind: FieldShape.Kind) { isWide = kind.isWide }

  /// Makes room.
  public mutating func reserve(_ count: Int) {
    marks.reserveCapacity(count)
    if isWide { wide.reserveCapacity(count) } else { narrow.reserveCapacity(count) }
  }

  /// Adds a cell.
  @inlinable
  public mutating func append(_ mark: CellMark, _ payload: Int64) {
    appendCell(mark.bits, payload)
  }

  @usableFromInline
  mutating func appendCell(_ bits: UInt8, _ payload: Int64) {
    marks.append(bits)
    if isWide { wide.append(payload) } else { narrow.append(Int32(truncatingIfNeeded: payload)) }
  }

  /// Replaces the cell of a row.
  public mutating func set(_ row: Int, _ mark: CellMark, _ payload: Int64) {
    marks[row] = mark.bits
    if isWide { wide[row] = payload } else { narrow[row] = Int32(truncatingIfNeeded: payload) }
  }

  /// The mark of a row's cell.
  public func mark(_ row: Int) -> CellMark { CellMark(bits: marks[row]) }

  /// The raw cell of a row.
  public func payload(_ row: Int) -> Int64 { isWide ? wide[row] : Int64(narrow[row]) }
}

/// The records of a section, or the rows of a list inside records, as columns.
public struct Table: Sendable {
  /// What a row looks like.
  public let shape: RecordShape
  /// How many rows there are.
  public var count = 0
  /// A column a field, in the order of the shape.
  public var columns: [Column]
  /// The rows below each list or map field; `nil` for the other fields.
  public var children: [Table?]
  /// Where each record stands; empty for the rows of lists inside records.
  public var places: [RecordPlace] = []

  /// An empty table.
  public init(_ shape: RecordShape) {
    self.shape = shape
    columns = shape.fields.map { Column($0.kind) }
    children = shape.fields.map { $0.kind.child.map(Table.init) }
  }
}

/// Where a record stands in its input file.
public struct RecordPlace: Hashable, Sendable {
  /// Offset of the record's first byte in the (uncompressed) file.
  public var offset: Int64
  /// Length of the record in bytes.
  public var length: Int32
  /// Line of the record's first byte, counted from 1.
  public var line: Int32
  /// Position of the file in the snapshot's list of files.
  public var file: Int16

  /// A place from its parts.
  public init(file: Int16, line: Int32, offset: Int64, length: Int32) {
    self.file = file
    self.line = line
    self.offset = offset
    self.length = length
  }
}
