import Model

/// Exports or enrichments of which nobody recorded the connection: they may use any of them.
struct UnattributedItems: Sendable {
  /// Whether there is one that was not removed.
  var exist = false
  /// Whether one of them is not surely switched off.
  var mayBeActive = false
  /// When the last of their runs, and of those that don't tell what ran, may have started; the
  /// beginning of time if there is none.
  var latestRun = TimeSpan.unbounded.earliest

  /// Whether any of them ran, or something that may be any export or enrichment.
  var ran: Bool { latestRun > TimeSpan.unbounded.earliest }

  /// The same together with others.
  func and(_ other: Self) -> Self {
    Self(
      exist: exist || other.exist, mayBeActive: mayBeActive || other.mayBeActive,
      latestRun: max(latestRun, other.latestRun))
  }

  /// The exports of unknown connection.
  static func exports(
    _ snapshot: Snapshot, _ index: SnapshotIndex, _ runs: RunsByTarget, _ clock: AuditClock
  ) -> Self {
    var items = Self()
    for export in snapshot.rows(Export.self) where !export[.connectionId].isRecorded {
      let isRemoved = clock.hasCome(export[.removedUtc])
      let isOff = export[.state].known == .inactive || isRemoved
      items.exist = items.exist || !isRemoved
      items.add(export[.exportId].known, isOff, snapshot, index, runs, clock)
    }
    items.addNameless(.export, snapshot, runs, clock)
    return items
  }

  /// The enrichments of unknown connection.
  static func enrichments(
    _ snapshot: Snapshot, _ index: SnapshotIndex, _ runs: RunsByTarget, _ clock: AuditClock
  ) -> Self {
    var items = Self()
    for enrichment in snapshot.rows(Enrichment.self) where !enrichment[.connectionId].isRecorded {
      let isRemoved = clock.hasCome(enrichment[.removedUtc])
      let isOff = enrichment[.state].known == .inactive || isRemoved
      items.exist = items.exist || !isRemoved
      items.add(enrichment[.enrichmentId].known, isOff, snapshot, index, runs, clock)
    }
    items.addNameless(.enrichment, snapshot, runs, clock)
    return items
  }

  private mutating func add(
    _ identifier: Identifier?, _ isOff: Bool, _ snapshot: Snapshot, _ index: SnapshotIndex,
    _ runs: RunsByTarget, _ clock: AuditClock
  ) {
    mayBeActive = mayBeActive || !isOff
    guard let identifier else { return }
    for run in runs[index.number(identifier)] where run.mayHaveSent {
      latestRun = max(latestRun, run.start(snapshot, clock).latest)
    }
  }

  private mutating func addNameless(
    _ kind: RunTarget, _ snapshot: Snapshot, _ runs: RunsByTarget, _ clock: AuditClock
  ) {
    for run in runs.nameless(kind, snapshot) where run.mayHaveSent {
      latestRun = max(latestRun, run.start(clock).latest)
    }
  }
}

extension AuditContext {
  /// The exports and enrichments that may use a connection although nobody recorded it.
  ///
  /// `nil` if the snapshot may lack some of them, or the connection has no id for them to name.
  func unattributedItems(of connection: Connection) -> UnattributedItems? {
    guard connection[.connectionId].known != nil else { return nil }
    let serves = connection.servesExports(self)
    var items = UnattributedItems()
    if serves != .false {
      guard coverage.isComplete(.exports) else { return nil }
      items = items.and(unattributedExports)
    }
    if serves != .true {
      guard coverage.isComplete(.enrichments) else { return nil }
      items = items.and(unattributedEnrichments)
    }
    return items
  }
}

extension Field {
  /// Whether somebody looked, and what was found can be read.
  var isRecorded: Bool { !isAbsent && !isUnreadable }
}
