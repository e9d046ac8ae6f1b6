import Model

/// What an export and an enrichment have in common for the rule on runs while switched off.
struct SwitchedItem {
  /// The section of the item.
  var section: Section
  var identifier: Identifier?
  var state: Field<ActivationState>
  /// Whether it is detached; always false of enrichments, some of which need no connection.
  var isDetached: Truth
  /// When it was switched off: detached, deactivated or removed.
  var switchedOff: [Instant]
  /// Whether it was also switched off at a time that can't be read, or can't be true.
  var isDateUnclear: Bool
  /// Whether it was removed; missing at a time that can't be read.
  var isRemoved: Truth
  /// When it was made, if that was before the collection.
  var created: Instant?
  var updated: Instant?
  var changes: ListRows?

  init(_ subject: SubjectRecord, _ context: AuditContext) {
    let removed: Field<Instant>
    let off: [Field<Instant>]
    section = subject.section
    if subject.section == .enrichments {
      let enrichment = Enrichment(context.snapshot, subject.row)
      identifier = enrichment[.enrichmentId].known
      state = enrichment[.state]
      isDetached = .false
      off = [enrichment[.deactivatedUtc]]
      removed = enrichment[.removedUtc]
      created = context.clock.happened(enrichment[.createdUtc])
      updated = enrichment[.updatedUtc].known
      changes = enrichment[.stateChanges].known
    } else {
      let export = Export(context.snapshot, subject.row)
      identifier = export[.exportId].known
      state = export[.state]
      switch export[.connectionId] {
      case .value: isDetached = .false
      case .null: isDetached = context.coverage.isComplete(.exports) ? .true : .missing
      case .absent, .unreadable: isDetached = .missing
      }
      off = [export[.detachedUtc], export[.deactivatedUtc]]
      removed = export[.removedUtc]
      created = context.clock.happened(export[.createdUtc])
      updated = export[.updatedUtc].known
      changes = export[.stateChanges].known
    }
    let clock = context.clock
    isRemoved = removed.isUnreadable ? .missing : Truth(clock.hasCome(removed))
    switchedOff = off.compactMap(clock.happened)
    // A removal after the collection is one that was planned.
    if isRemoved == .true, let time = removed.known { switchedOff.append(time) }
    isDateUnclear =
      isRemoved == .missing || off.contains { $0.isUnreadable || clock.isAhead($0) }
  }

  /// Whether the item is switched off at present.
  var isOff: Truth {
    if isDetached == .true { return .true }
    return isRemoved || (state.known.map { Truth($0 == .inactive) } ?? .missing)
  }

  /// The times during which the item was switched off, as far as its history or its dates tell.
  func offPeriods(_ clock: AuditClock) -> [OffPeriod] {
    var recorded = RecordedPeriods(
      changes, off: [.inactive, .detached, .deactivated, .removed], on: [.active], clock)
    let updated = updated.map(clock.span)
    // A date from before the last switching on is history.
    let dates = switchedOff.map(clock.span).filter { !recorded.isPast($0) }
    if isOff == .true {
      if recorded.lastOff == nil {
        recorded.periods.append(OffPeriod(start: start(dates, recorded.lastOn, updated)))
      }
      return recorded.periods
    }
    let isOpen = recorded.lastOff != nil
    if isOff == .false { recorded.close(updated: updated) }
    if isOff == .false || !isOpen, let first = dates.min(by: { $0.earliest < $1.earliest }) {
      recorded.periods.append(
        OffPeriod(start: first, end: OffPeriod.end(after: first, updated: updated)))
    }
    if isOff == .false, isDateUnclear {
      let start = start(dates, recorded.lastOn, updated)
      recorded.periods.append(
        OffPeriod(start: start, end: OffPeriod.end(after: start, updated: updated)))
    }
    return recorded.periods
  }

  /// When an item was switched off whose history doesn't tell.
  private func start(_ dates: [TimeSpan], _ lastOn: TimeSpan?, _ updated: TimeSpan?) -> TimeSpan {
    if !isDateUnclear, let first = dates.map(\.earliest).min(), let last = dates.map(\.latest).max()
    {
      // Between two dates it may have been on.
      return TimeSpan(earliest: first, latest: last)
    }
    let earliest = lastOn?.earliest ?? TimeSpan.unbounded.earliest
    // Switching off is a change, so it was no later than the last one.
    let latest = isDateUnclear ? nil : updated?.latest
    return TimeSpan(
      earliest: earliest, latest: max(earliest, latest ?? TimeSpan.unbounded.latest))
  }
}
