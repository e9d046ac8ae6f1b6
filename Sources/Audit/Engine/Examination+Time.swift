public import Model

extension Examination {
  /// What a time of the snapshot may stand for; notes an assumed zone.
  public mutating func span(_ instant: Instant) -> TimeSpan {
    if instant.isZoneAssumed, !instant.isDayOnly, context.clock.isZoneSettled {
      note(.zoneAssumed)
    }
    return context.clock.span(instant)
  }

  /// When a recorded event happened; `nil` if that is not known, or surely after the collection.
  mutating func happened(_ time: Field<Instant>) -> TimeSpan? {
    guard let instant = context.clock.happened(time) else { return nil }
    return span(instant)
  }

  /// The time at which ages are judged; notes if that is the time of collection.
  ///
  /// `nil` if there is neither an as-of time nor a readable time of collection.
  public mutating func now() -> TimeSpan? {
    if context.clock.isCollectionTime { note(.judgedAtCollection) }
    return context.clock.now
  }
}

extension TimeSpan {
  /// The whole days from the latest possible instant of this span to the earliest of another:
  /// the days that have passed at least.
  public func days(to later: TimeSpan) -> Int {
    Int(max(0, later.earliest - latest) / Instant.day)
  }
}
