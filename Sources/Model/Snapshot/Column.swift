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
      appendPayload(payload)
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

  private mutating func appendPayload(_ payload: Int64) {
    if isWide {
      if wide.isEmpty {
        if payload == uniformPayload { return }
        wide.reserveCapacity(max(expectedCount, count + 1))
        wide.append(contentsOf: repeatElement(uniformPayload, count: count))
      }
      wide.append(payload)
    } else {
      if narrow.isEmpty {
        if payload == uniformPayload { return }
        narrow.reserveCapacity(max(expectedCount, count + 1))
        let uniform = Int32(truncatingIfNeeded: uniformPayload)
        narrow.append(contentsOf: repeatElement(uniform, count: count))
      }
      narrow.append(Int32(truncatingIfNeeded: payload))
    }
  }

  /// Adds the cells of another column of the same kind, changing payloads on the way.
  public mutating func append(
    contentsOf other: Column, _ transform: (CellMark, Int64) -> Int64
  ) {
    for row in 0..<other.count {
      let mark = other.mark(row)
      append(mark, transform(mark, other.payload(row)))
    }
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
