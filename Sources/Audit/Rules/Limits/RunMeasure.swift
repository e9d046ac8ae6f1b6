import Model

/// The runs of an export beside the time that they may take.
struct RunMeasure {
  /// How many runs the snapshot has.
  var runCount = 0
  /// Whether the documents named a time when any of them ran or, without a run, name one now.
  var hasLimit = false
  /// Whether a run took too long.
  var tooLong = Truth.false
  /// Whether a run goes on that should have ended.
  var hanging = Truth.false
  /// Why the runs leave it open.
  var doubt = RunDuration.Reason.durationUnclear
  /// The allowed time of the deciding run, in minutes.
  var limit = 0
  /// The length of the deciding run, in minutes.
  var minutes = 0
  private var decisive: Run?
  private var isNewest = false

  init(_ export: Export, _ service: Service, _ allowance: TimeAllowance, _ context: AuditContext) {
    let allowed = service.limits.map { limits in
      allowance.minutes(of: limits.value).map { Int64($0 * Double(Instant.minute)) }
    }
    let runs = export[.exportId].known.map(context.runs)
    runCount = runs?.count ?? 0
    // Of most services no time was ever documented.
    if let runs, allowed.contains(where: { $0 != nil }) {
      runs.fetchAhead(.startUtc)
      runs.fetchAhead(.endUtc)
      for run in runs { measure(run, service, allowed, context) }
    }
    if runCount == 0 {
      let facts = DatedFacts.position(of: service, at: nil, context)
      hasLimit = facts.map { allowed[$0.position] != nil } ?? false
    }
  }

  private mutating func measure(
    _ run: Run, _ service: Service, _ allowed: [Int64?], _ context: AuditContext
  ) {
    let start = run[.startUtc].known
    let end = run[.endUtc].known
    let facts = DatedFacts.position(
      of: service, at: start ?? run[.submittedUtc].known ?? end, context)
    guard let facts, let most = allowed[facts.position] else { return }
    hasLimit = true
    // What was skipped or never started took no time, whatever times stand beside it.
    guard run.mayHaveSent else { return }
    guard let start = start.map(context.clock.span) else {
      // Measured from the queue, or not at all; one that waits still may have begun at any time.
      guard !run.mayLackTimes, end != nil || run.longestDuration(context.clock) > most else {
        return
      }
      decide(run, \.tooLong, .missing, most, .startMissing, facts.isNewest)
      return
    }
    guard let end = end.map(context.clock.span) else {
      measureOpen(run, start, most, facts.isNewest, context)
      return
    }
    let length = TimeSpan(
      earliest: end.earliest - start.latest, latest: end.latest - start.earliest)
    // An end before its start says nothing of the duration (DQ-04 tells).
    let exceeds = length.latest < 0 ? Truth.missing : length > TimeSpan(most)
    if exceeds == .true, decisive == nil || tooLong != .true {
      minutes = Int(length.earliest / Instant.minute)
    }
    decide(run, \.tooLong, exceeds, most, .durationUnclear, facts.isNewest)
  }

  /// A run without an end is judged by how long it had been going on at the time of collection.
  private mutating func measureOpen(
    _ run: Run, _ start: TimeSpan, _ most: Int64, _ isNewest: Bool, _ context: AuditContext
  ) {
    guard !run.mayLackTimes else { return }
    guard let now = (context.clock.collected ?? context.clock.asOf).map(context.clock.span) else {
      decide(run, \.hanging, .missing, most, .endMissing, isNewest)
      return
    }
    let isOverdue = now > start.moved(by: most)
    guard isOverdue != .false else { return }
    let isHanging: Truth = run[.status].known == .running ? isOverdue : .missing
    decide(run, \.hanging, isHanging, most, .endMissing, isNewest)
  }

  private mutating func decide(
    _ run: Run, _ answer: WritableKeyPath<Self, Truth>, _ truth: Truth, _ most: Int64,
    _ reason: RunDuration.Reason, _ isNewest: Bool
  ) {
    guard truth != .false else { return }
    let isFirst = tooLong == .false && hanging == .false
    if isFirst || (truth == .true && tooLong != .true && hanging != .true) {
      decisive = run
      limit = Int(most / Instant.minute)
      doubt = reason
      self.isNewest = isNewest
    }
    self[keyPath: answer] = self[keyPath: answer] || truth
  }

  func show<Examined: Rule>(_ examination: inout Examination<Examined>) {
    examination.evidence(.runCount, .integer(runCount))
    guard let decisive else { return }
    examination.evidence(decisive, .status)
    examination.evidence(decisive, .submittedUtc)
    examination.evidence(decisive, .startUtc)
    examination.evidence(decisive, .endUtc)
    examination.evidence(decisive, .recordCount)
    examination.evidence(.timeAllowed, .minutes(limit))
    if isNewest { examination.note(.newestFacts) }
  }
}
