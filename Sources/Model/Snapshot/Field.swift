/// What a snapshot says about one field of one record.
///
/// The three ways of having no value are kept apart, since absent evidence is never a pass:
/// nobody looked, somebody looked and there is none, and there is something that can't be read.
public enum Field<Value: Sendable>: Sendable {
  /// The key is not there: nobody looked.
  case absent
  /// The key is there with `null`: somebody looked, and there is none.
  case null
  /// The value.
  case value(Value)
  /// Something is there that can't be taken as a value: a wrong type, an impossible or ambiguous
  /// date, a word outside the vocabulary. The identifier names the text as it was written.
  case unreadable(Identifier)

  /// The value, if there is one.
  @inlinable public var known: Value? {
    if case .value(let value) = self { return value }
    return nil
  }

  /// Whether the key is not there.
  @inlinable public var isAbsent: Bool {
    if case .absent = self { return true }
    return false
  }

  /// Whether the key is there with `null`.
  @inlinable public var isNull: Bool {
    if case .null = self { return true }
    return false
  }

  /// Whether there is something that can't be taken as a value.
  @inlinable public var isUnreadable: Bool {
    if case .unreadable = self { return true }
    return false
  }

  /// The same state with another value.
  @inlinable public func map<Other>(_ transform: (Value) -> Other) -> Field<Other> {
    switch self {
    case .absent: .absent
    case .null: .null
    case .value(let value): .value(transform(value))
    case .unreadable(let text): .unreadable(text)
    }
  }
}

extension Field: Equatable where Value: Equatable {}

/// How a cell of a column is filled: the low bits of its mark.
public enum CellState: UInt8, Sendable {
  /// The key is not there.
  case absent
  /// `null`.
  case null
  /// A readable value.
  case value
  /// A wrong type, an impossible date (30 February), letters in a number, a negative count.
  case malformed
  /// A word outside the field's vocabulary.
  case unrecognized
  /// A date that can be read in more than one way (03/04/26).
  case ambiguous
  /// A date that stands for "none" (year 1601, 1970-01-01, 9999): treated as missing.
  case sentinel
}

/// The state of a cell and, for times, how exact it is, in one byte.
public struct CellMark: Hashable, Sendable {
  /// The packed byte.
  public let bits: UInt8

  /// The mark with these bits.
  @inlinable public init(bits: UInt8) { self.bits = bits }

  /// A mark without remarks on exactness.
  @inlinable public init(_ state: CellState) { bits = state.rawValue }

  /// A readable time: of a whole day only, or with an assumed zone.
  @inlinable public init(timeOfDayOnly day: Bool, zoneAssumed: Bool) {
    bits = CellState.value.rawValue | (day ? 0x10 : 0) | (zoneAssumed ? 0x20 : 0)
  }

  /// How the cell is filled.
  @inlinable public var state: CellState { CellState(rawValue: bits & 0x0F) ?? .malformed }

  /// Whether only the day is known of a time.
  @inlinable public var isDayOnly: Bool { bits & 0x10 != 0 }

  /// Whether a time was written without its zone.
  @inlinable public var isZoneAssumed: Bool { bits & 0x20 != 0 }
}
