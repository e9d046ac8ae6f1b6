/// Where the cells of a column lie.
///
/// Reading a cell copies no list and counts no reference: rules read hundreds of millions of them.
/// The memory belongs to the column, which has to outlive this value.
@frozen public struct CellMemory: @unchecked Sendable {
  /// A mark a row; `nil`: every row has the uniform mark.
  @usableFromInline var marks: UnsafeMutablePointer<UInt8>?
  /// A payload a row; `nil`: every row has the uniform payload.
  @usableFromInline var payloads: UnsafeMutableRawPointer?
  /// Bytes a payload: 0, 1, 4 or 8.
  @usableFromInline var width: UInt8 = 0
  @usableFromInline var uniformMark: UInt8 = 0
  @usableFromInline var uniformPayload: Int64 = 0
  /// How many rows there are.
  @usableFromInline var count = 0

  @usableFromInline init() {}

  /// The mark of a row's cell; of a column without rows, that of an absent key.
  @inlinable public func mark(_ row: Int) -> CellMark {
    guard let marks = marks else { return CellMark(bits: uniformMark) }
    precondition(row >= 0 && row < count, "no such row")
    return CellMark(bits: marks[row])
  }

  /// The raw cell of a row.
  @inlinable public func payload(_ row: Int) -> Int64 {
    guard let payloads = payloads else { return uniformPayload }
    precondition(row >= 0 && row < count, "no such row")
    switch width {
    case 1: return Int64(payloads.load(fromByteOffset: row, as: UInt8.self))
    case 4: return Int64(payloads.load(fromByteOffset: row &* 4, as: Int32.self))
    default: return payloads.load(fromByteOffset: row &* 8, as: Int64.self)
    }
  }

  /// What the snapshot says about a row's cell.
  @inlinable public func field<Value: CellValue>(_ row: Int) -> Field<Value> {
    let mark = mark(row)
    switch mark.state {
    case .absent, .sentinel: return .absent
    case .null: return .null
    case .value:
      guard let value = Value.decode(payload(row), mark) else { return .absent }
      return .value(value)
    case .malformed, .unrecognized, .ambiguous:
      return .unreadable(Identifier(index: Int32(truncatingIfNeeded: payload(row))))
    }
  }
}
