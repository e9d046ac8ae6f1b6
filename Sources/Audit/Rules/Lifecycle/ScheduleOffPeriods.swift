import Model

/// The times during which no schedule of an item was on.
struct ScheduleOffPeriods {
  /// Those that the history of the item records.
  var recorded: [OffPeriod] = []
  /// One of each schedule: it was off schedule where all of them hold.
  var together: [OffPeriod] = []
  /// Whether a schedule that doesn't tell what it starts may be one more of them.
  var mayHaveMore = false

  /// Whether there are none.
  var isEmpty: Bool { recorded.isEmpty && together.isEmpty }

  init(_ item: SwitchedItem, _ context: AuditContext) {
    var history = RecordedPeriods(
      item.changes, off: [.scheduleOff], on: [.scheduleOn], context.clock)
    var isOn = Truth.false
    var isEachOff = true
    if let identifier = item.identifier {
      for schedule in context.schedules(of: identifier) {
        isOn = isOn || schedule.isOn
        let period = Self.period(schedule, history, context.clock)
        if let period, isEachOff { together.append(period) } else { isEachOff = false }
      }
    }
    if !isEachOff { together = [] }
    mayHaveMore = !together.isEmpty && context.namelessSchedules[item.section].exist
    if mayHaveMore {
      // Nobody knows when it was on.
      let start = TimeSpan.unbounded
      together.append(OffPeriod(start: start, end: OffPeriod.end(after: start, updated: nil)))
    }
    if isOn == .true { history.close(updated: nil) }
    recorded = history.periods
  }

  /// When one schedule was off, if it ever was.
  private static func period(
    _ schedule: Schedule, _ history: RecordedPeriods, _ clock: AuditClock
  ) -> OffPeriod? {
    let disabled = schedule[.disabledUtc]
    let off = clock.happened(disabled).map(clock.span).flatMap { history.isPast($0) ? nil : $0 }
    let earliest = history.lastOn?.earliest ?? TimeSpan.unbounded.earliest
    let start = off ?? TimeSpan(earliest: earliest, latest: TimeSpan.unbounded.latest)
    switch schedule.isOn {
    case .false: return OffPeriod(start: start)
    case .missing:
      return OffPeriod(start: start, end: OffPeriod.end(after: start, updated: nil))
    case .true:
      // It was off for a while at a time that can't be read, or can't be true.
      guard off != nil || disabled.isUnreadable || clock.isAhead(disabled) else { return nil }
      let enabled = clock.happened(schedule[.enabledUtc]).map(clock.span)
      if let off, let enabled, (off < enabled) == .true {
        return OffPeriod(start: off, end: enabled)
      }
      return OffPeriod(start: start, end: OffPeriod.end(after: start, updated: nil))
    }
  }
}

extension AuditContext {
  /// Whether the snapshot tells nothing of the schedule of an item, although it may have one.
  func lacksSchedule(of item: SwitchedItem) -> Bool {
    guard !coverage.isComplete(.schedules) || namelessSchedules[item.section].exist,
      let identifier = item.identifier
    else { return false }
    let isRecorded =
      item.changes.map { changes in
        (0..<changes.count).contains { change in
          let state = changes.field(change, "to", HistoryState.self).known
          return state == .scheduleOn || state == .scheduleOff
        }
      } ?? false
    return !isRecorded && schedules(of: identifier).isEmpty
  }
}
