import Concurrency
import Model

/// The runs that don't tell what ran: each may be one of any export, or of any enrichment.
struct NamelessRuns: Sendable {
  /// The runs that may be of one kind of item.
  struct Kind: Sendable {
    /// All of them.
    let all: Lazy<StrayRuns>
    /// Those that a schedule may have started.
    let scheduled: Lazy<StrayRuns>

    init(
      _ kind: RunTarget, _ snapshot: Snapshot, _ runs: RunsByTarget, _ clock: AuditClock
    ) {
      all = Lazy { .nameless(kind, snapshot, runs, clock) }
      scheduled = Lazy { .namelessScheduled(kind, snapshot, runs, clock) }
    }
  }

  /// Whether there are any; they may all be of other kinds, or have sent nothing.
  let exist: Bool
  private let exports: Kind
  private let enrichments: Kind

  init(_ snapshot: Snapshot, _ runs: RunsByTarget, _ clock: AuditClock) {
    exist = !runs.nameless.isEmpty
    exports = Kind(.export, snapshot, runs, clock)
    enrichments = Kind(.enrichment, snapshot, runs, clock)
  }

  /// Those that may be of the items of a section: exports or enrichments.
  subscript(_ section: Section) -> Kind { section == .enrichments ? enrichments : exports }
}
