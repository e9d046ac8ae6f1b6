/// The cells of one field over all rows of a table.
///
/// Marks and payloads that are the same in every row, as those of a field that a source never
/// fills, take no room.
public struct Column: Sendable {
  /// How many cells there are.
  public private(set) var count = 0
  /// Whether payloads need 64 bits: microseconds, counts, bits of a `Double`, rows of lists.
  public let isWide: Bool

  // While these lists are empty, every row has the uniform mark or payload.
  private var marks: [UInt8] = []
  private var narrow: [Int32] = []
  private var wide: [Int64] = []
  private var uniformMark: UInt8 = 0
  private var uniformPayload: Int64 = 0
  private var expectedCount = 0

  /// An empty column for values of a kind.
  public init(_ kind: FieldShape.Kind) { isWide = kind.isWide }

  /// Makes room for `count` cells in all.
  public mutating func reserve(_ count: Int) {
    expectedCount = count
    if !marks.isEmpty { marks.reserveCapacity(count) }
    if !narrow.isEmpty { narrow.reserveCapacity(count) }
    if !wide.isEmpty { wide.reserveCapacity(count) }
  }

  /// Adds a cell.
  ///
  /// The payload is: of a text, its place in the pool; of a word, its place in the vocabulary; of a
  /// flag, 0 or 1; of a list, its first row in the child table and, in the upper half, the number
  /// of rows; of a cell that can't be read, the text as written, by its place in the pool.
  public mutating func append(_ mark: CellMark, _ payload: Int64) {
    if count == 0 {
      uniformMark = mark.bits
      uniformPayload = payload
    } else {
      appendMark(mark.bits)
      appendPayloads([payload])
    }
    count += 1
  }

  private mutating func appendMark(_ bits: UInt8) {
    if marks.isEmpty {
      if bits == uniformMark { return }
      marks.reserveCapacity(max(expectedCount, count + 1))
      marks.append(contentsOf: repeatElement(uniformMark, count: count))
    }
    marks.append(bits)
  }

  /// Cells that lie at even distances in lists of marks and payloads.
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
    var payloads: [Int64] = []
    payloads.reserveCapacity(cells.count)
    var index = cells.first
    for _ in 0..<cells.count {
      payloads.append(
        Self.moved(cells.payloads[index], CellMark(bits: cells.marks[index]), move, texts))
      index += cells.stride
    }
    appendPayloads(payloads)
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

  private mutating func appendPayloads(_ payloads: [Int64]) {
    guard let first = payloads.first else { return }
    if count == 0 { uniformPayload = first }
    if isWide {
      if wide.isEmpty {
        if payloads.allSatisfy({ $0 == uniformPayload }) { return }
        wide.reserveCapacity(max(expectedCount, count + payloads.count))
        wide.append(contentsOf: repeatElement(uniformPayload, count: count))
      }
      wide.append(contentsOf: payloads)
    } else {
      if narrow.isEmpty {
        if payloads.allSatisfy({ $0 == uniformPayload }) { return }
        narrow.reserveCapacity(max(expectedCount, count + payloads.count))
        let uniform = Int32(truncatingIfNeeded: uniformPayload)
        narrow.append(contentsOf: repeatElement(uniform, count: count))
      }
      narrow.append(contentsOf: payloads.map { Int32(truncatingIfNeeded: $0) })
    }
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
  public func payload(_ row: Int) -> Int64 {
    if isWide { return wide.isEmpty ? uniformPayload : wide[row] }
    return narrow.isEmpty ? uniformPayload : Int64(narrow[row])
  }
}
