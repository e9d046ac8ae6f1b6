import Concurrency
import Model

/// When exports and enrichments ran that name no connection today.
///
/// A detached export used one while it ran, and the snapshot doesn't tell which: any that existed.
struct StrayRuns: Sendable {
  /// When runs whose start is exact began, in order.
  private let starts: FixedList<Int64>
  /// When the last of those runs and of all before it may have ended, in the same order.
  private let ends: FixedList<Int64>
  /// All that the other runs may span.
  private let vague: TimeSpan?

  /// The runs of some exports or enrichments.
  private init(
    of targets: some Sequence<Identifier?>, _ snapshot: Snapshot, _ index: SnapshotIndex,
    _ runs: RunsByTarget, _ clock: AuditClock
  ) {
    var exact: [(start: Int64, end: Int64)] = []
    var vague: TimeSpan?
    for target in targets {
      guard let target else { continue }
      for run in runs[index.number(target)] where run.mayHaveSent {
        let start = run.start(snapshot, clock)
        if start.earliest == start.latest {
          exact.append((start.earliest, Run(snapshot, Int(run.row)).latestSending(clock)))
        } else {
          vague = TimeSpan(
            earliest: min(vague?.earliest ?? .max, start.earliest),
            latest: max(vague?.latest ?? .min, start.latest))
        }
      }
    }
    exact.sort { $0.start < $1.start }
    starts = FixedList(exact.map(\.start))
    var latest = Int64.min
    ends = FixedList(
      exact.map { run in
        latest = max(latest, run.end)
        return latest
      })
    self.vague = vague
  }

  /// The runs of exports without a connection: detached ones, and those of which nobody recorded it.
  static func exports(
    _ snapshot: Snapshot, _ index: SnapshotIndex, _ runs: RunsByTarget, _ clock: AuditClock
  ) -> Self {
    let strays = snapshot.rows(Export.self).lazy.filter { $0[.connectionId].known == nil }
    return Self(of: strays.map { $0[.exportId].known }, snapshot, index, runs, clock)
  }

  /// The runs of enrichments of which nobody recorded the connection; some need none.
  static func enrichments(
    _ snapshot: Snapshot, _ index: SnapshotIndex, _ runs: RunsByTarget, _ clock: AuditClock
  ) -> Self {
    let strays = snapshot.rows(Enrichment.self).lazy.filter { !$0[.connectionId].isRecorded }
    return Self(of: strays.map { $0[.enrichmentId].known }, snapshot, index, runs, clock)
  }

  /// Whether one may have started at or after a time and before another one, in microseconds.
  func mayLie(from start: Int64, before end: Int64) -> Bool {
    guard start < end else { return false }
    if let vague, vague.earliest < end, vague.latest >= start { return true }
    let first = firstStart(from: start)
    return first < starts.count && starts[first] < end
  }

  /// Whether one that started before a time, in microseconds, may have sent something after it.
  func mayLast(past time: Int64) -> Bool {
    let first = firstStart(from: time)
    return first > 0 && ends[first - 1] > time
  }

  /// The place of the first start at or after a time.
  private func firstStart(from time: Int64) -> Int {
    var (low, high) = (0, starts.count)
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] < time { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension AuditContext {
  /// Whether something that names no connection today may have run over this one, at or after a time
  /// and before another one, in microseconds.
  func mayHaveRunUnseen(over connection: Connection, from start: Int64, before end: Int64) -> Bool {
    let serves = connection.servesExports(self)
    return serves != .false && strayExportRuns.value.mayLie(from: start, before: end)
      || serves != .true && strayEnrichmentRuns.value.mayLie(from: start, before: end)
  }
  /// Whether something that names no connection today may have been sending over this one at a time,
  /// in microseconds.
  func mayHaveRunUnseen(over connection: Connection, across time: Int64) -> Bool {
    let serves = connection.servesExports(self)
    return serves != .false && strayExportRuns.value.mayLast(past: time)
      || serves != .true && strayEnrichmentRuns.value.mayLast(past: time)
  }
}
