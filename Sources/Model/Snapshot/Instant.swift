/// A time of the snapshot.
public struct Instant: Hashable, Sendable, Comparable {
  /// Microseconds since 1970-01-01T00:00:00Z; of a whole day, its first.
  public var microseconds: Int64
  /// Whether only the day is known: comparisons within that day decide nothing.
  public var isDayOnly: Bool
  /// Whether the zone was not written and UTC was assumed; the collection's zone may differ.
  public var isZoneAssumed: Bool

  /// A time from its parts.
  @inlinable
  public init(microseconds: Int64, isDayOnly: Bool = false, isZoneAssumed: Bool = false) {
    self.microseconds = microseconds
    self.isDayOnly = isDayOnly
    self.isZoneAssumed = isZoneAssumed
  }

  /// Microseconds in a day.
  public static let day: Int64 = 86_400_000_000
  /// Microseconds in a minute.
  public static let minute: Int64 = 60_000_000
  /// Microseconds in a second.
  public static let second: Int64 = 1_000_000

  /// The last microsecond that the value may stand for.
  @inlinable public var latest: Int64 {
    isDayOnly ? microseconds + Self.day - 1 : microseconds
  }

  /// Orders times by their first microsecond.
  @inlinable public static func < (left: Self, right: Self) -> Bool {
    left.microseconds < right.microseconds
  }
}
