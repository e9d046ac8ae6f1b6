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
  var switchedOff: [Field<Instant>]
  /// Whether it was removed.
  var isRemoved: Bool
  /// When it was made, if that was before the collection.
  var created: Instant?
  var updated: Instant?
  var changes: ListRows?

  init(_ subject: SubjectRecord, _ context: AuditContext) {
    let removed: Field<Instant>
    section = subject.section
    if subject.section == .enrichments {
      let enrichment = Enrichment(context.snapshot, subject.row)
      identifier = enrichment[.enrichmentId].known
      state = enrichment[.state]
      isDetached = .false
      switchedOff = [enrichment[.deactivatedUtc]]
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
      switchedOff = [export[.detachedUtc], export[.deactivatedUtc]]
      removed = export[.removedUtc]
      created = context.clock.happened(export[.createdUtc])
      updated = export[.updatedUtc].known
      changes = export[.stateChanges].known
    }
    isRemoved = context.clock.hasCome(removed)
    if isRemoved { switchedOff.append(removed) }
  }

  /// Whether the item is switched off at present.
  var isOff: Truth {
    isRemoved || isDetached == .true
      ? .true : state.known.map { Truth($0 == .inactive) } ?? .missing
  }

  /// The times during which the item was switched off, as far as its history or its dates tell.
  func offPeriods(_ clock: AuditClock) -> [OffPeriod] {
    var recorded = RecordedPeriods(
      changes, off: [.inactive, .detached, .deactivated, .removed], on: [.active], clock)
    let updated = updated.map(clock.span)
    // A date from before the last switching on is history.
    let dates = switchedOff.compactMap { $0.known.map(clock.span) }.filter { !recorded.isPast($0) }
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
    return recorded.periods
  }

  /// When an item was switched off that is off now and whose history doesn't tell.
  private func start(_ dates: [TimeSpan], _ lastOn: TimeSpan?, _ updated: TimeSpan?) -> TimeSpan {
    if let first = dates.map(\.earliest).min(), let last = dates.map(\.latest).max() {
      // Between two dates it may have been on.
      return TimeSpan(earliest: first, latest: last)
    }
    let earliest = lastOn?.earliest ?? TimeSpan.unbounded.earliest
    let isUnreadable = switchedOff.contains { $0.isUnreadable }
    // Switching off is a change, so it was no later than the last one.
    let latest = isUnreadable ? nil : updated?.latest
    return TimeSpan(
      earliest: earliest, latest: max(earliest, latest ?? TimeSpan.unbounded.latest))
  }
}
