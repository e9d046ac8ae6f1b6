public import Model

/// The instants that a time of the snapshot may stand for, both ends included.
///
/// A date without a time stands for its whole day; a time without a zone, where no zone may be
/// assumed, for all that the zones of the earth allow.
public struct TimeSpan: Hashable, Sendable {
  /// The first possible microsecond since 1970-01-01T00:00:00Z.
  public var earliest: Int64
  /// The last possible microsecond.
  public var latest: Int64

  /// A span from its ends.
  public init(earliest: Int64, latest: Int64) {
    self.earliest = earliest
    self.latest = latest
  }

  /// One exact instant.
  public init(_ microseconds: Int64) { self.init(earliest: microseconds, latest: microseconds) }

  /// What a time may stand for; a settled zone means that UTC may be assumed where none is written.
  public init(_ instant: Instant, isZoneSettled: Bool) {
    self.init(earliest: instant.microseconds, latest: instant.latest)
    guard instant.isZoneAssumed, !instant.isDayOnly, !isZoneSettled else { return }
    // Local time is between 12 hours behind UTC and 14 hours ahead of it.
    earliest = earliest.addingReportingOverflow(-14 * 60 * Instant.minute).partialValue
    latest = latest.addingReportingOverflow(12 * 60 * Instant.minute).partialValue
  }

  /// The span moved by a number of microseconds.
  public func moved(by microseconds: Int64) -> TimeSpan {
    TimeSpan(earliest: earliest + microseconds, latest: latest + microseconds)
  }

  /// Whether the one instant is before the other.
  public static func < (left: TimeSpan, right: TimeSpan) -> Truth {
    if left.latest < right.earliest { return .true }
    return left.earliest >= right.latest ? .false : .missing
  }

  /// Whether the one instant is not after the other.
  public static func <= (left: TimeSpan, right: TimeSpan) -> Truth { !(right < left) }

  /// Whether the one instant is after the other.
  public static func > (left: TimeSpan, right: TimeSpan) -> Truth { right < left }

  /// Whether the one instant is not before the other.
  public static func >= (left: TimeSpan, right: TimeSpan) -> Truth { !(left < right) }

  /// Whether both are the same instant.
  public func isSame(as other: TimeSpan) -> Truth { (self <= other) && (other <= self) }
}
