import Model

/// A time during which an item, or its schedule, was switched off.
struct OffPeriod {
  /// When it was switched off, as far as known.
  var start: TimeSpan
  /// When it was switched on again; `nil`: it still is off.
  var end: TimeSpan?

  /// Whether a run started in the period; at the very moment of the switch nobody knows.
  func contains(_ run: TimeSpan) -> Truth {
    let isAfter: Truth = run.isSame(as: start) == .true ? .missing : run > start
    return isAfter && (end.map { run < $0 } ?? .true)
  }

  /// Whether it is not known when the item was switched off.
  var isStartUnknown: Bool { start.earliest <= TimeSpan.unbounded.earliest }
}

/// What an export and an enrichment have in common for the rule on runs while switched off.
struct SwitchedItem {
  var identifier: Identifier?
  var state: Field<ActivationState>
  /// Whether the item is detached; always false of enrichments, some of which need no connection.
  var isDetached: Truth
  /// When it was last switched off: detached or deactivated.
  var switchedOff: [Field<Instant>]
  var updated: Instant?
  var changes: ListRows?

  init(_ subject: SubjectRecord, _ context: AuditContext) {
    if subject.section == .enrichments {
      let enrichment = Enrichment(context.snapshot, subject.row)
      identifier = enrichment[.enrichmentId].known
      state = enrichment[.state]
      isDetached = .false
      switchedOff = [enrichment[.deactivatedUtc]]
      updated = enrichment[.updatedUtc].known
      changes = enrichment[.stateChanges].known
      return
    }
    let export = Export(context.snapshot, subject.row)
    identifier = export[.exportId].known
    state = export[.state]
    switch export[.connectionId] {
    case .value: isDetached = .false
    case .null: isDetached = context.coverage.isComplete(.exports) ? .true : .missing
    case .absent, .unreadable: isDetached = .missing
    }
    switchedOff = [export[.detachedUtc], export[.deactivatedUtc]]
    updated = export[.updatedUtc].known
    changes = export[.stateChanges].known
  }

  /// Whether the item is switched off at present.
  var isOff: Truth {
    isDetached == .true ? .true : state.known.map { Truth($0 == .inactive) } ?? .missing
  }

  private static let offStates: [HistoryState] = [.inactive, .detached, .deactivated, .removed]

  /// The times during which the item was switched off, as far as its history or its dates tell.
  func offPeriods(_ clock: AuditClock) -> [OffPeriod] {
    var periods = recordedPeriods(off: Self.offStates, on: [.active], clock)
    let isOpen = periods.last.map { $0.end == nil } ?? false
    let dates = switchedOff.compactMap { date in date.known.map(clock.span) }
    if isOff == .true {
      if !isOpen { periods.append(OffPeriod(start: lastSwitch(dates, clock))) }
    } else if periods.isEmpty, let start = dates.min(by: { $0.earliest < $1.earliest }) {
      // It was switched on again by its last change at the latest.
      periods.append(
        OffPeriod(
          start: start,
          end: TimeSpan(
            earliest: start.earliest,
            latest: updated.map(clock.span)?.latest ?? TimeSpan.unbounded.latest)))
    }
    return periods
  }

  private func lastSwitch(_ dates: [TimeSpan], _ clock: AuditClock) -> TimeSpan {
    if let first = dates.min(by: { $0.earliest < $1.earliest }) { return first }
    // Switching off is a change, so it was no later than the last one.
    let isUnreadable = switchedOff.contains { $0.isUnreadable }
    return TimeSpan(
      earliest: TimeSpan.unbounded.earliest,
      latest: isUnreadable
        ? TimeSpan.unbounded.latest
        : updated.map(clock.span)?.latest ?? TimeSpan.unbounded.latest)
  }

  /// The periods that the history of states records.
  func recordedPeriods(
    off: [HistoryState], on: [HistoryState], _ clock: AuditClock
  ) -> [OffPeriod] {
    guard let changes else { return [] }
    let sorted = (0..<changes.count).compactMap {
      position -> (TimeSpan, HistoryState?, HistoryState)? in
      guard let to = changes.field(position, "to", HistoryState.self).known else { return nil }
      let time = changes.field(position, "utc", Instant.self).known.map(clock.span)
      let from = changes.field(position, "from", HistoryState.self).known
      return (time ?? TimeSpan.unbounded, from, to)
    }.sorted { $0.0.earliest < $1.0.earliest }
    var periods: [OffPeriod] = []
    var start: TimeSpan?
    for (position, (time, from, to)) in sorted.enumerated() {
      if position == 0, on.contains(to), let from, off.contains(from) {
        start = TimeSpan(TimeSpan.unbounded.earliest)
      }
      if off.contains(to) {
        start = start ?? time
      } else if on.contains(to), let begin = start {
        periods.append(OffPeriod(start: begin, end: time))
        start = nil
      }
    }
    if let start { periods.append(OffPeriod(start: start)) }
    return periods
  }
}

extension AuditContext {
  /// Whether the snapshot tells nothing of the schedule of an item, although it may have one.
  func lacksSchedule(of item: SwitchedItem) -> Bool {
    guard !coverage.isComplete(.schedules), let identifier = item.identifier else { return false }
    let isRecorded =
      item.changes.map { changes in
        (0..<changes.count).contains { change in
          let state = changes.field(change, "to", HistoryState.self).known
          return state == .scheduleOn || state == .scheduleOff
        }
      } ?? false
    return !isRecorded && schedules(of: identifier).isEmpty
  }

  /// The times during which no schedule of an item was on.
  func scheduleOffPeriods(_ item: SwitchedItem) -> [OffPeriod] {
    let recorded = item.recordedPeriods(off: [.scheduleOff], on: [.scheduleOn], clock)
    guard recorded.isEmpty, let identifier = item.identifier else { return recorded }
    let schedules = Array(schedules(of: identifier))
    guard schedules.count == 1 || schedules.allSatisfy({ $0.isOn == .false }) else { return [] }
    return schedules.compactMap { schedule in
      let off = schedule[.disabledUtc].known.map(clock.span)
      let on = schedule[.enabledUtc].known.map(clock.span)
      switch schedule.isOn {
      case .false: return OffPeriod(start: off ?? TimeSpan.unbounded)
      case .missing:
        return OffPeriod(
          start: off ?? TimeSpan.unbounded, end: TimeSpan.unbounded)
      case .true:
        guard let off, let on, (off < on) == .true else { return nil }
        return OffPeriod(start: off, end: on)
      }
    }
  }
}
