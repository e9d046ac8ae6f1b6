/// A type whose values columns can hold.
public protocol CellValue: Sendable {
  /// The value of a cell that was read without a fault; `nil` if the payload is none.
  static func decode(_ payload: Int64, _ mark: CellMark) -> Self?
}

extension Identifier: CellValue {
  /// The text at the payload's position of the pool.
  @inlinable public static func decode(_ payload: Int64, _ mark: CellMark) -> Identifier? {
    Identifier(index: Int32(truncatingIfNeeded: payload))
  }
}

extension Instant: CellValue {
  /// The payload as microseconds, with the mark's remarks on exactness.
  @inlinable public static func decode(_ payload: Int64, _ mark: CellMark) -> Instant? {
    Instant(
      microseconds: payload, isDayOnly: mark.isDayOnly, isZoneAssumed: mark.isZoneAssumed)
  }
}

extension Int: CellValue {
  /// The payload as a count.
  @inlinable public static func decode(_ payload: Int64, _ mark: CellMark) -> Int? { Int(payload) }
}

extension Double: CellValue {
  /// The payload as the bits of a number.
  @inlinable public static func decode(_ payload: Int64, _ mark: CellMark) -> Double? {
    Double(bitPattern: UInt64(bitPattern: payload))
  }
}

extension Bool: CellValue {
  /// The payload as 0 or 1.
  @inlinable public static func decode(_ payload: Int64, _ mark: CellMark) -> Bool? { payload != 0 }
}

extension VocabularyWord {
  /// The payload as a position in the vocabulary.
  @inlinable public static func decode(_ payload: Int64, _ mark: CellMark) -> Self? {
    let cases = allCases
    guard payload >= 0, payload < cases.count else { return nil }
    return cases[cases.index(cases.startIndex, offsetBy: Int(payload))]
  }
}
