/// The cells of one field over all rows of a table.
///
/// Marks and payloads that are the same in every row, as those of a field that a source never
/// fills, take no room; other payloads take 1, 4 or 8 bytes, as the largest needs.
public struct Column: Sendable {
  @usableFromInline var storage = ColumnStorage()

  /// An empty column.
  public init() {}

  /// A column in which every field of `absentCount` records is absent.
  public init(absentCount: Int) { storage.appendAbsent(absentCount) }

  /// How many cells there are.
  @inlinable public var count: Int { storage.cells.count }

  /// Where the cells lie; valid as long as the column is, and until cells are added.
  @inlinable public var cells: CellMemory { storage.cells }

  /// Makes room for `count` cells in all.
  public mutating func reserve(_ count: Int) { own().expectedCount = count }

  /// Cells that lie at even distances in lists of marks and payloads.
  ///
  /// The payload is: of a text, its place in the pool; of a word, its place in the vocabulary; of a
  /// flag, 0 or 1; of a time, microseconds; of a number, the bits of a `Double`; of a list, its
  /// first row in the child table and, in the upper half, the number of rows; of a cell that can't
  /// be read, the text as written, by its place in the pool.
  public struct Cells {
    private let marks: UnsafeBufferPointer<UInt8>
    private let payloads: UnsafeBufferPointer<Int64>
    private let first: Int
    private let stride: Int
    let count: Int

    /// The cells at `first`, `first` + `stride` and so on, `count` in all.
    public init(
      marks: UnsafeBufferPointer<UInt8>, payloads: UnsafeBufferPointer<Int64>, first: Int,
      stride: Int, count: Int
    ) {
      precondition(marks.count == payloads.count)
      precondition(count == 0 || first + (count - 1) * stride < marks.count)
      self.marks = marks
      self.payloads = payloads
      self.first = first
      self.stride = stride
      self.count = count
    }

    func mark(_ position: Int) -> UInt8 { marks[first + position * stride] }

    func payload(_ position: Int) -> Int64 { payloads[first + position * stride] }
  }

  /// How payloads change when cells move to another snapshot.
  public enum Move {
    /// Readable cells stay as they are.
    case none
    /// Readable cells name texts.
    case texts
    /// Readable cells name rows, which count from a later row.
    case rows(from: Int64)
  }

  /// Adds cells from elsewhere.
  ///
  /// `texts` holds the identifiers here, at the positions of the identifiers there; cells that
  /// can't be read name texts in every column.
  public mutating func append(_ cells: Cells, _ move: Move, texts: [Int32]) {
    own().append(cells) {
      Self.moved(cells.payload($0), CellMark(bits: cells.mark($0)), move, texts)
    }
  }

  /// The storage, copied before a change if another column has it too.
  private mutating func own() -> ColumnStorage {
    if !isKnownUniquelyReferenced(&storage) { storage = ColumnStorage(copying: storage) }
    return storage
  }

  private static func moved(
    _ payload: Int64, _ mark: CellMark, _ move: Move, _ texts: [Int32]
  ) -> Int64 {
    if mark.bits <= CellState.null.rawValue { return payload }
    if mark.bits & 0x0F == CellState.value.rawValue {
      switch move {
      case .none: return payload
      case .texts: return Int64(texts[Int(payload)])
      case .rows(let first): return payload + first
      }
    }
    return Int64(texts[Int(payload)])
  }

  /// The mark of a row's cell.
  @inlinable public func mark(_ row: Int) -> CellMark { storage.cells.mark(row) }

  /// The raw cell of a row.
  @inlinable public func payload(_ row: Int) -> Int64 { storage.cells.payload(row) }

  /// What the snapshot says about a row's cell.
  @inlinable public func field<Value: CellValue>(_ row: Int) -> Field<Value> {
    storage.cells.field(row)
  }
}
