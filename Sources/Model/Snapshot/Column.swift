/// The cells of one field over all rows of a table.
///
/// Marks and payloads that are the same in every row, as those of a field that a source never
/// fills, take no room; other payloads take 1, 4 or 8 bytes, as the largest needs.
public struct Column: Sendable {
  /// How many cells there are.
  public private(set) var count = 0

  /// While this list is empty, every row has the uniform mark.
  private var marks: [UInt8] = []
  private var uniformMark: UInt8 = 0
  private var payloads = Payloads()
  private var expectedCount = 0

  /// An empty column.
  public init() {}

  /// A column in which every field of `absentCount` records is absent.
  public init(absentCount: Int) {
    count = absentCount
    payloads.appendZeros(absentCount)
  }

  /// Makes room for `count` cells in all.
  public mutating func reserve(_ count: Int) {
    expectedCount = count
    if !marks.isEmpty { marks.reserveCapacity(count) }
    payloads.expectedCount = count
  }

  /// Cells that lie at even distances in lists of marks and payloads.
  ///
  /// The payload is: of a text, its place in the pool; of a word, its place in the vocabulary; of a
  /// flag, 0 or 1; of a time, microseconds; of a number, the bits of a `Double`; of a list, its
  /// first row in the child table and, in the upper half, the number of rows; of a cell that can't
  /// be read, the text as written, by its place in the pool.
  public struct Cells {
    let marks: UnsafeBufferPointer<UInt8>
    let payloads: UnsafeBufferPointer<Int64>
    let first: Int
    let stride: Int
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
    appendMarks(cells)
    var added: [Int64] = []
    added.reserveCapacity(cells.count)
    var index = cells.first
    for _ in 0..<cells.count {
      added.append(
        Self.moved(cells.payloads[index], CellMark(bits: cells.marks[index]), move, texts))
      index += cells.stride
    }
    payloads.append(added)
    count += cells.count
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

  private mutating func appendMarks(_ cells: Cells) {
    guard cells.count > 0 else { return }
    if count == 0 { uniformMark = cells.marks[cells.first] }
    let end = cells.first + cells.count * cells.stride
    let indices = Swift.stride(from: cells.first, to: end, by: cells.stride)
    if marks.isEmpty {
      if indices.allSatisfy({ cells.marks[$0] == uniformMark }) { return }
      marks.reserveCapacity(max(expectedCount, count + cells.count))
      marks.append(contentsOf: repeatElement(uniformMark, count: count))
    }
    marks.append(contentsOf: indices.map { cells.marks[$0] })
  }

  /// The mark of a row's cell.
  public func mark(_ row: Int) -> CellMark {
    CellMark(bits: marks.isEmpty ? uniformMark : marks[row])
  }

  /// The raw cell of a row.
  public func payload(_ row: Int) -> Int64 { payloads[row] }
}
