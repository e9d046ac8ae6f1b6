import Model

/// What is known of the schedules that don't tell what they start: each may start any export, or any
/// enrichment.
struct NamelessSchedules: Sendable {
  /// Those that may start one kind of item.
  struct Kind: Sendable {
    /// Whether there are any.
    private(set) var exist = false
    /// Whether one of them is not surely off.
    private(set) var mayBeOn = false
    /// Whether nobody recorded since when one of them is on.
    private(set) var isStartUnknown = false
    /// The time since when the first of the others may be on.
    private(set) var start: TimeSpan?

    fileprivate mutating func add(_ schedule: Schedule, _ clock: AuditClock) {
      exist = true
      mayBeOn = mayBeOn || schedule.isOn != .false
      let enabled = schedule[.enabledUtc]
      isStartUnknown = isStartUnknown || enabled.known == nil && !enabled.isNull
      guard let time = enabled.known.map(clock.span) else { return }
      if time.earliest < start?.earliest ?? .max { start = time }
    }

    /// These and others.
    fileprivate func and(_ other: Self) -> Self {
      var both = self
      both.exist = exist || other.exist
      both.mayBeOn = mayBeOn || other.mayBeOn
      both.isStartUnknown = isStartUnknown || other.isStartUnknown
      if let start = other.start, start.earliest < both.start?.earliest ?? .max {
        both.start = start
      }
      return both
    }
  }

  private var exports = Kind()
  private var enrichments = Kind()

  /// Looks at all schedules of a snapshot.
  init(_ snapshot: Snapshot, _ clock: AuditClock) {
    for schedule in snapshot.rows(Schedule.self) where schedule[.targetId].known == nil {
      let kind = schedule[.targetKind].known
      if kind ?? .export == .export { exports.add(schedule, clock) }
      if kind ?? .enrichment == .enrichment { enrichments.add(schedule, clock) }
    }
  }

  /// Those that may start what a section lists: exports or enrichments.
  subscript(section: Section) -> Kind { section == .enrichments ? enrichments : exports }
}

extension AuditContext {
  /// The schedules that may start what a connection serves.
  func namelessSchedules(over connection: Connection) -> NamelessSchedules.Kind {
    switch connection.servesExports(self) {
    case .true: namelessSchedules[.exports]
    case .false: namelessSchedules[.enrichments]
    case .missing: namelessSchedules[.exports].and(namelessSchedules[.enrichments])
    }
  }
}
