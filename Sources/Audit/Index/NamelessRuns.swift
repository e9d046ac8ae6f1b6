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
    /// When those that may have failed started at the latest, in order, in microseconds.
    let failures: Lazy<[Int64]>
    /// When those that may have succeeded started at the latest, in order, in microseconds.
    let successes: Lazy<[Int64]>

    init(
      _ kind: RunTarget, _ snapshot: Snapshot, _ runs: RunsByTarget, _ clock: AuditClock
    ) {
      func starts(_ isMeant: @escaping @Sendable (RunStatus?) -> Bool) -> Lazy<[Int64]> {
        Lazy {
          runs.nameless(kind, snapshot).filter { isMeant($0[.status].known) }
            .map { $0.start(clock).latest }.sorted()
        }
      }
      all = Lazy { .nameless(kind, snapshot, runs, clock) }
      scheduled = Lazy { .namelessScheduled(kind, snapshot, runs, clock) }
      failures = starts { $0?.isFailure ?? true }
      successes = starts { $0 == .successful || $0 == nil }
    }

    /// How many of them may have failed at a time or later.
    func failureCount(from time: Int64) -> Int {
      var (low, high) = (0, failures.value.count)
      while low < high {
        let middle = (low + high) / 2
        if failures.value[middle] < time { low = middle + 1 } else { high = middle }
      }
      return failures.value.count - low
    }

    /// Whether one of them may have succeeded at a time or later.
    func mayHaveSucceeded(from time: Int64) -> Bool {
      successes.value.last.map { $0 >= time } ?? false
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

extension RunStatus {
  /// Whether a run ended in vain.
  var isFailure: Bool {
    switch self {
    case .failed, .timedOut, .failedPermanently: true
    default: false
    }
  }
}
