import Model

/// Exports or enrichments of which nobody recorded the connection: they may use any of them.
struct UnattributedItems: Sendable {
  /// Whether there is one that was not removed.
  var exist = false
  /// Whether one of them is not surely switched off.
  var mayBeActive = false
  /// When the last of their runs may have started; the beginning of time if there is none.
  var latestRun = TimeSpan.unbounded.earliest

  /// The exports of unknown connection.
  static func exports(
    _ snapshot: Snapshot, _ index: SnapshotIndex, _ runs: RunsByTarget, _ clock: AuditClock
  ) -> Self {
    var items = Self()
    for export in snapshot.rows(Export.self) where !export[.connectionId].isRecorded {
      let isOff = export[.state].known == .inactive || export[.removedUtc].known != nil
      items.exist = items.exist || export[.removedUtc].known == nil
      items.add(export[.exportId].known, isOff, snapshot, index, runs, clock)
    }
    return items
  }

  /// The enrichments of unknown connection.
  static func enrichments(
    _ snapshot: Snapshot, _ index: SnapshotIndex, _ runs: RunsByTarget, _ clock: AuditClock
  ) -> Self {
    var items = Self()
    for enrichment in snapshot.rows(Enrichment.self) where !enrichment[.connectionId].isRecorded {
      let isOff = enrichment[.state].known == .inactive || enrichment[.removedUtc].known != nil
      items.exist = items.exist || enrichment[.removedUtc].known == nil
      items.add(enrichment[.enrichmentId].known, isOff, snapshot, index, runs, clock)
    }
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
}

extension Field {
  /// Whether somebody looked, and what was found can be read.
  fileprivate var isRecorded: Bool { !isAbsent && !isUnreadable }
}
