import Concurrency
import Model

/// When something ran of which the snapshot doesn't tell what it used, or what it was.
///
/// A detached export used a connection while it ran: any that existed. A run that doesn't say what
/// ran may be one of any export or enrichment.
struct StrayRuns: Sendable {
  /// When the runs may have started at the earliest, in order.
  private let starts: FixedList<Int64>
  /// When the last of those runs and of all before it may have started, in the same order.
  private let latestStarts: FixedList<Int64>
  /// When the last of those runs and of all before it may have ended, in the same order.
  private let ends: FixedList<Int64>

  /// Those of some runs that may have sent something.
  private init(_ runs: some Sequence<Run>, _ clock: AuditClock) {
    let spans = runs.lazy.filter(\.mayHaveSent)
      .map { (start: $0.start(clock), end: $0.latestSending(clock)) }
      .sorted { $0.start.earliest < $1.start.earliest }
    starts = FixedList(spans.map(\.start.earliest))
    latestStarts = FixedList(Self.runningMaximum(spans.map(\.start.latest)))
    ends = FixedList(Self.runningMaximum(spans.map(\.end)))
  }

  /// Those of some items, and those that may be of any of their kind.
  private init(
    of targets: some Sequence<Identifier?>, _ kind: RunTarget, _ snapshot: Snapshot,
    _ index: SnapshotIndex, _ runs: RunsByTarget, _ clock: AuditClock
  ) {
    let rows = targets.compactMap(\.self).flatMap { runs.rows(of: index.number($0)) }
    self.init(rows.map { Run(snapshot, Int($0)) } + runs.nameless(kind, snapshot), clock)
  }

  private static func runningMaximum(_ times: [Int64]) -> [Int64] {
    var latest = Int64.min
    return times.map { time in
      latest = max(latest, time)
      return latest
    }
  }

  /// The runs of exports without a connection, detached ones and those of which nobody recorded it,
  /// and those that may be of any export.
  static func exports(
    _ snapshot: Snapshot, _ index: SnapshotIndex, _ runs: RunsByTarget, _ clock: AuditClock
  ) -> Self {
    let strays = snapshot.rows(Export.self).lazy.filter { $0[.connectionId].known == nil }
    return Self(of: strays.map { $0[.exportId].known }, .export, snapshot, index, runs, clock)
  }

  /// The runs of enrichments of which nobody recorded the connection, for some need none, and those
  /// that may be of any enrichment.
  static func enrichments(
    _ snapshot: Snapshot, _ index: SnapshotIndex, _ runs: RunsByTarget, _ clock: AuditClock
  ) -> Self {
    let strays = snapshot.rows(Enrichment.self).lazy.filter { !$0[.connectionId].isRecorded }
    return Self(
      of: strays.map { $0[.enrichmentId].known }, .enrichment, snapshot, index, runs, clock)
  }

  /// The runs that may be of any export, or of any enrichment.
  static func nameless(
    _ kind: RunTarget, _ snapshot: Snapshot, _ runs: RunsByTarget, _ clock: AuditClock
  ) -> Self {
    Self(runs.nameless(kind, snapshot), clock)
  }

  /// Those of the runs that may be of any export, or of any enrichment, that a schedule may have
  /// started.
  static func namelessScheduled(
    _ kind: RunTarget, _ snapshot: Snapshot, _ runs: RunsByTarget, _ clock: AuditClock
  ) -> Self {
    Self(runs.nameless(kind, snapshot).filter { $0[.submissionKind].known != .onDemand }, clock)
  }

  /// Those of the runs that may be of any export that may have taken longer than a time, in
  /// microseconds.
  static func nameless(longerThan most: Int64, _ context: AuditContext) -> Self {
    Self(
      context.runsByTarget.nameless(.export, context.snapshot)
        .filter { $0.longestDuration(context.clock) > most }, context.clock)
  }

  /// Whether one may be of an export: it may have started after that was made, and before it was
  /// removed.
  func mayBe(of export: Export, _ clock: AuditClock) -> Bool {
    let created = clock.happened(export[.createdUtc]).map(clock.span)
    let removed = export[.removedUtc].known.map(clock.span)
    return mayLie(from: created?.earliest ?? .min, before: removed?.latest ?? .max)
  }

  /// Whether one may have started at or after a time and before another one, in microseconds.
  func mayLie(from start: Int64, before end: Int64) -> Bool {
    guard start < end else { return false }
    let count = count(before: end)
    return count > 0 && latestStarts[count - 1] >= start
  }

  /// Whether one that started before a time, in microseconds, may have sent something after it.
  func mayLast(past time: Int64) -> Bool {
    let count = count(before: time)
    return count > 0 && ends[count - 1] > time
  }

  /// How many may have started before a time.
  private func count(before time: Int64) -> Int {
    var (low, high) = (0, starts.count)
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] < time { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension RunsByTarget {
  /// The runs that don't tell what ran and may be of an export, or of an enrichment.
  func nameless(_ kind: RunTarget, _ snapshot: Snapshot) -> some Sequence<Run> {
    nameless.lazy.map { Run(snapshot, Int($0)) }
      .filter { (run: Run) in (run[.targetKind].known ?? kind) == kind }
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
