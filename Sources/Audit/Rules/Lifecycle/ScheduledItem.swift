import Concurrency
import Model

/// What an export and an enrichment have in common for the rule on runs that succeed.
struct ScheduledItem {
  /// The section of the item.
  let section: Section
  var identifier: Identifier?
  /// Whether it is switched on.
  var isActive: Truth
  /// When it was made, if that was before the collection.
  var created: Instant?
  /// Whether a schedule starts it.
  var isScheduled: Truth
  /// The longest time between two scheduled starts in microseconds, if the recurrence tells it.
  var interval: Int64?
  /// Whether every recurrence can be read.
  var isIntervalKnown = true
  /// Whether it fills a list of Google Ads.
  var isGoogleAds = false

  init(_ subject: SubjectRecord, _ context: AuditContext) {
    section = subject.section
    let state: Field<ActivationState>
    let removed: Field<Instant>
    if subject.section == .enrichments {
      let enrichment = Enrichment(context.snapshot, subject.row)
      identifier = enrichment[.enrichmentId].known
      (state, removed) = (enrichment[.state], enrichment[.removedUtc])
      created = context.clock.happened(enrichment[.createdUtc])
    } else {
      let export = Export(context.snapshot, subject.row)
      identifier = export[.exportId].known
      (state, removed) = (export[.state], export[.removedUtc])
      created = context.clock.happened(export[.createdUtc])
      if let service = ExportDestination(export, context).service {
        isGoogleAds = service.slug == "google-ads"
      }
    }
    isActive =
      context.clock.hasCome(removed)
      ? .false : state.known.map { Truth($0 == .active) } ?? .missing
    isScheduled = context.coverage.isComplete(.schedules) ? .false : .missing
    guard let identifier else {
      isScheduled = .missing
      return
    }
    if context.namelessSchedules[subject.section].mayBeOn { isScheduled = .missing }
    let schedules = context.schedules(of: identifier)
    isScheduled = schedules.reduce(isScheduled) { $0 || $1.isOn }
    (interval, isIntervalKnown) = Self.interval(schedules)
  }

  /// The longest pause of all recurrences together, and whether all of them can be read.
  private static func interval(_ schedules: RecordRows<Schedule>) -> (Int64?, isKnown: Bool) {
    var recurrences: [Recurrence] = []
    for schedule in schedules where schedule.isOn == .true && schedule[.mode].known != .system {
      switch schedule[.cron] {
      case .absent, .null: break
      case .unreadable: return (nil, false)
      case .value(let expressions):
        for field in expressions.values(Identifier.self) {
          guard let recurrence = field.known.flatMap({ Recurrence(cron: schedule.text($0)) })
          else { return (nil, false) }
          recurrences.append(recurrence)
        }
      }
    }
    return (Recurrence.longestPause(recurrences).map { Int64($0) * Instant.minute }, true)
  }
}

/// The runs of an item, as far as they tell whether it succeeds.
struct SuccessHistory {
  private let runs: FixedSlice<RunsByTarget.Entry>
  private unowned(unsafe) let context: AuditContext
  /// The latest run that succeeded.
  private var lastSuccess: (row: Int, start: TimeSpan)?
  /// Whether a run has a status that nobody can read.
  private(set) var hasUnknownStatus = false
  /// Since when the item exists, as far as known.
  private var start: TimeSpan?
  private let wasMade: TimeSpan?
  /// The runs that don't tell what ran and may be of the item, if there are any.
  private let nameless: NamelessRuns.Kind?

  init(_ item: ScheduledItem, _ context: AuditContext) {
    self.context = context
    let clock = context.clock
    runs = item.identifier.map { context.runEntries(of: $0) } ?? FixedSlice()
    wasMade = item.created.map(clock.span)
    nameless = context.namelessRuns.exist ? context.namelessRuns[item.section] : nil
    var first: TimeSpan?
    for run in runs {
      let start = run.start(context)
      // Nobody knows when a run was that is dated after the collection.
      let isAhead = clock.isAhead(start)
      if run.status == nil || isAhead { hasUnknownStatus = true }
      if !isAhead, lastSuccess.map({ $0.start.latest < start.latest }) ?? true, hasSucceeded(run) {
        lastSuccess = (Int(run.row), start)
      }
      if first.map({ start.earliest < $0.earliest }) ?? true { first = start }
    }
    start = wasMade ?? first
  }

  /// Whether a run succeeded, as all records with its id say that are of the same item.
  ///
  /// Which of several records is right is never guessed, and a run that excuses needs them all; when
  /// it was, the earliest of them tells.
  private func hasSucceeded(_ run: RunsByTarget.Entry) -> Bool {
    guard run.status == .successful else { return false }
    guard context.index.duplicates.exist(in: .runs) else { return true }
    let own = Run(context.snapshot, Int(run.row))
    guard let key = own[.runId].known,
      let copies = context.index.duplicates.rows(of: key, in: .runs)
    else { return true }
    let start = own.start(context.clock).latest
    return copies.allSatisfy { row in
      let copy = Run(context.snapshot, Int(row))
      return copy[.status].known == .successful && copy[.targetId].known == own[.targetId].known
        && copy.start(context.clock).latest >= start
    }
  }

  /// Whether the item has not succeeded for longer than a time.
  ///
  /// The snapshot tells of runs up to its collection; what is too old only since then may have
  /// succeeded in between.
  func isOlder(than limit: Int64) -> Truth {
    let clock = context.clock
    guard let now = clock.now else { return .missing }
    let seen = clock.collected.map(clock.span) ?? now
    let since = lastSuccess?.start ?? start
    guard let since else { return .missing }
    let isOldNow = since.moved(by: limit) < now
    if isOldNow == .false, lastSuccess != nil || wasMade != nil { return .false }
    guard !hasUnknownStatus, isLogged(since: seen.moved(by: -limit)),
      !mayHaveSucceeded(from: seen.earliest - limit)
    else { return .missing }
    return (since.moved(by: limit) < seen) == .true ? .true : .missing
  }

  /// Whether a run that doesn't tell what ran may be a success of the item, at a time or later.
  private func mayHaveSucceeded(from time: Int64) -> Bool {
    nameless?.mayHaveSucceeded(from: max(time, wasMade?.earliest ?? .min)) ?? false
  }

  /// Whether a run is known to have succeeded.
  var hasSucceeded: Bool { lastSuccess != nil }

  /// Whether the item never ran and is younger than a time; only a log of its whole life tells.
  func isYounger(than limit: Int64) -> Bool {
    guard runs.isEmpty, let wasMade, let now = context.clock.now else { return false }
    let mayHaveRun = nameless?.all.value.mayLie(from: wasMade.earliest, before: .max) ?? false
    return (wasMade.moved(by: limit) < now) == .false && isLogged(since: wasMade) && !mayHaveRun
  }

  private func isLogged(since time: TimeSpan) -> Bool {
    let coverage = context.coverage
    guard coverage.isComplete(.runs) else { return false }
    guard coverage.statesWindow(of: .runs) else { return true }
    return coverage.windowStart(of: .runs).map { ($0 <= time) == .true } ?? false
  }

  /// Whether the last runs failed, so many of them one after the other.
  ///
  /// Skipped runs are no failures: exports with a recurrence of their own are skipped by every
  /// system refresh.
  func hasFailed(times: Int) -> Truth {
    let since = lastSuccess?.start.latest ?? .min
    var certain = 0
    // Those that don't tell what ran may be of the item, one that succeeded among them.
    var possible = nameless?.failureCount(from: max(since, wasMade?.earliest ?? .min)) ?? 0
    var isCertain = !mayHaveSucceeded(from: since)
    // Those before the last success don't matter.
    let later = runs.filter { $0.start(context).latest >= since }
    for run in later.sorted(by: { $0.start(context).latest > $1.start(context).latest }) {
      switch run.status {
      case let status? where status.isFailure:
        possible += 1
        if isCertain { certain += 1 }
      case nil:
        possible += 1
        isCertain = false
      case .successful? where hasSucceeded(run):
        return Self.answer(certain, possible, times, context)
      case _?: break
      }
    }
    return Self.answer(certain, possible, times, context)
  }

  private static func answer(
    _ certain: Int, _ possible: Int, _ times: Int, _ context: AuditContext
  ) -> Truth {
    guard context.coverage.isComplete(.runs) else { return .missing }
    if certain >= times { return .true }
    return possible >= times ? .missing : .false
  }

  /// Shows the last success and the last runs.
  func show(_ examination: inout Examination<ItemsSucceed>) {
    guard examination.isRecording else { return }
    if let row = lastSuccess?.row {
      let lastSuccess = Run(context.snapshot, row)
      examination.evidence(
        .lastSuccess, lastSuccess[.startUtc].known.map { .instant($0) }, at: lastSuccess.pointer)
    }
    let latest = runs.sorted { $0.start(context).latest > $1.start(context).latest }.prefix(3)
    for run in latest.map({ Run(context.snapshot, Int($0.row)) }) {
      examination.evidence(run, .runId)
      examination.evidence(run, .status)
      examination.evidence(run, .startUtc)
      if run[.error].known != nil { examination.evidence(run, .error) }
    }
  }
}
