public import Model

/// The clock of an audit: nothing else tells a rule what time it is.
public struct AuditClock: Hashable, Sendable {
  /// The time that was asked for.
  public let asOf: Instant?
  /// When the snapshot was collected.
  public let collected: Instant?
  /// Whether UTC may be assumed for times of the snapshot that lack a zone.
  public let isZoneSettled: Bool

  /// The day whose facts of the catalogue apply to the snapshot; `nil`: the newest facts.
  ///
  /// A snapshot shows the time of its collection, not the time of the audit.
  public let snapshotDay: String?

  /// A clock from its parts.
  public init(asOf: Instant?, collected: Instant?, isZoneSettled: Bool) {
    self.asOf = asOf
    self.collected = collected
    self.isZoneSettled = isZoneSettled
    snapshotDay = (collected ?? asOf)?.date.description
  }

  /// The clock of a snapshot.
  public init(asOf: Instant?, _ snapshot: Snapshot) {
    let collection = snapshot.rows(CollectionRecord.self).first
    let zone = collection?.text(.timeZone)?.uppercased() ?? ""
    self.init(
      asOf: asOf, collected: collection?[.collectedUtc].known,
      isZoneSettled: ["UTC", "ETC/UTC", "GMT", "ETC/GMT", "Z", "ZULU"].contains(zone))
  }

  /// The time at which ages and expiries are judged: as asked for, else the time of collection.
  public var now: TimeSpan? { (asOf ?? collected).map(span) }

  /// Whether ages are judged at the time of collection, for want of an as-of time.
  public var isCollectionTime: Bool { asOf == nil }

  /// The time that the snapshot shows.
  var snapshotTime: Instant? { collected ?? asOf }

  /// Whether a recorded time has come, or may have: what is only planned has not happened.
  public func hasCome(_ time: Field<Instant>) -> Bool {
    guard let time = time.known else { return false }
    return now.map { (span(time) > $0) != .true } ?? true
  }

  /// How far the clocks of two systems may differ, in microseconds.
  static let tolerance = 300 * Instant.second

  /// A recorded event, if it can have happened by the time that the snapshot shows.
  ///
  /// One that surely lies after it proves nothing: a clock or the record is wrong.
  func happened(_ time: Field<Instant>) -> Instant? {
    guard let time = time.known else { return nil }
    guard let limit = snapshotTime.map(span)?.moved(by: Self.tolerance) else { return time }
    return (span(time) <= limit) == .false ? nil : time
  }

  /// Whether a recorded event surely lies after the time that the snapshot shows, which can't be true.
  func isAhead(_ time: Field<Instant>) -> Bool { time.known != nil && happened(time) == nil }

  /// Whether something that happened surely lies after the time that the snapshot shows.
  func isAhead(_ span: TimeSpan) -> Bool {
    guard let limit = snapshotTime.map(self.span)?.moved(by: Self.tolerance) else { return false }
    return (span <= limit) == .false
  }

  /// What a time may stand for.
  public func span(_ instant: Instant) -> TimeSpan {
    TimeSpan(instant, isZoneSettled: isZoneSettled)
  }
}
