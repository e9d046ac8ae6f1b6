import Model

/// A time during which an item, or its schedule, was switched off.
struct OffPeriod {
  /// When it was switched off, as far as known.
  var start: TimeSpan
  /// When it was switched on again; `nil`: it still is off.
  var end: TimeSpan?
  /// Whether it was surely off; a change that can't be read leaves that open.
  var isCertain = true

  /// Whether a run started in the period; at the very moment of the switch nobody knows.
  func contains(_ run: TimeSpan) -> Truth {
    let isAfter: Truth = run.isSame(as: start) == .true ? .missing : run > start
    let isWithin = isAfter && (end.map { run < $0 } ?? .true)
    return isCertain ? isWithin : isWithin && .missing
  }

  /// Whether it is not known when the item was switched off.
  var isStartUnknown: Bool {
    start.earliest <= TimeSpan.unbounded.earliest || start.latest >= TimeSpan.unbounded.latest
  }

  /// Whether it was off from the beginning.
  var isFromBeginning: Bool { isCertain && start.latest <= TimeSpan.unbounded.earliest }

  /// A time at which something off was switched on again: after its last known switch and by its
  /// last change at the latest, if that came later.
  static func end(after last: TimeSpan, updated: TimeSpan?) -> TimeSpan {
    let isLater = updated.map { $0.latest >= last.earliest } ?? false
    return TimeSpan(
      earliest: last.earliest,
      latest: isLater ? updated?.latest ?? last.latest : TimeSpan.unbounded.latest)
  }
}

/// The periods that a history of states records.
struct RecordedPeriods {
  /// The periods; at most one certain one has no end.
  var periods: [OffPeriod] = []
  /// When the history last has it switched on.
  var lastOn: TimeSpan?
  /// When the history last has it switched off, if it still is.
  var lastOff: TimeSpan?

  /// What the history says of some states that are off and others that are on.
  init(_ changes: ListRows?, off: [HistoryState], on: [HistoryState], _ clock: AuditClock) {
    guard let changes, !changes.isEmpty else { return }
    var dated: [(time: TimeSpan, from: HistoryState?, to: HistoryState?)] = []
    for position in 0..<changes.count {
      let to = changes.field(position, "to", HistoryState.self).known
      if let to, !off.contains(to), !on.contains(to) { continue }
      let from = changes.field(position, "from", HistoryState.self).known
      if let time = changes.field(position, "utc", Instant.self).known {
        dated.append((clock.span(time), from, to))
      } else if to.map(off.contains) ?? true || from.map(off.contains) ?? false {
        let ever = TimeSpan(TimeSpan.unbounded.earliest)
        periods.append(OffPeriod(start: ever, isCertain: false))
      }
    }
    dated.sort { $0.time.earliest < $1.time.earliest }
    var start: TimeSpan?
    if let from = dated.first?.from, off.contains(from) {
      start = TimeSpan(TimeSpan.unbounded.earliest)
      lastOff = start
    }
    for (position, (time, _, to)) in dated.enumerated() {
      if let to, off.contains(to) {
        start = start ?? time
        lastOff = time
        continue
      }
      if let begin = start { periods.append(OffPeriod(start: begin, end: time)) }
      (start, lastOff) = (nil, nil)
      if to == nil {
        // Until the next change nobody knows what it became.
        let next = position + 1 < dated.count ? dated[position + 1].time : nil
        periods.append(OffPeriod(start: time, end: next, isCertain: false))
      } else {
        lastOn = time
      }
    }
    if let start { periods.append(OffPeriod(start: start)) }
  }

  /// Ends what the history has still off, for it has been switched on since.
  mutating func close(updated: TimeSpan?) {
    guard let last = lastOff,
      let open = periods.lastIndex(where: { $0.end == nil && $0.isCertain })
    else { return }
    periods[open].end = OffPeriod.end(after: last, updated: updated)
  }

  /// Whether the history has it switched on again after a time.
  func isPast(_ time: TimeSpan) -> Bool { lastOn.map { (time <= $0) == .true } ?? false }
}
