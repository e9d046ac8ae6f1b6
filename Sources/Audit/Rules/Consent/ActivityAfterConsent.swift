import Model

/// Whether exports, enrichments and schedules of a connection are still on.
struct RemainingActivity {
  var nothingActive: Truth
  var nothingScheduled = Truth.true

  init(_ connection: Connection, _ context: AuditContext) {
    let others = context.unattributedItems(of: connection)
    nothingActive = others?.mayBeActive == false ? .true : .missing
    guard let identifier = connection[.connectionId].known else { return }
    for export in context.exports(of: identifier) {
      nothingActive =
        nothingActive && Self.isOff(export[.state], export[.removedUtc], context.clock)
    }
    for enrichment in context.enrichments(of: identifier) {
      nothingActive =
        nothingActive
        && Self.isOff(
          enrichment[.state], enrichment[.removedUtc], context.clock)
    }
    var hasTargets = false
    let isNameless = context.forEachTarget(of: identifier) { target in
      hasTargets = true
      for schedule in context.schedules(of: target) {
        nothingScheduled = nothingScheduled && !schedule.isOn
      }
    }
    let isListed = context.coverage.isComplete(.schedules)
    let mayBeNameless = isNameless || context.namelessSchedules(over: connection).mayBeOn
    if hasTargets, !isListed || mayBeNameless { nothingScheduled = nothingScheduled && .missing }
  }

  private static func isOff(
    _ state: Field<ActivationState>, _ removed: Field<Instant>, _ clock: AuditClock
  ) -> Truth {
    if clock.hasCome(removed) { return .true }
    return state.known.map { Truth($0 == .inactive) } ?? .missing
  }
}

extension Schedule {
  /// Whether the schedule starts runs.
  var isOn: Truth {
    if self[.mode].known == .off { return .false }
    return self[.isActive].known.map(Truth.init) ?? .missing
  }
}

/// The runs of a connection during the times without consent.
struct RunsWithoutConsent {
  var truth = Truth.true
  var reason = WithdrawnConsentStopsTransfer.Reason.runsUnknown
  /// How many runs surely started without consent.
  var count = 0

  init(
    _ connection: Connection, _ events: ConsentEvents, _ grace: Int64,
    _ examination: inout Examination<WithdrawnConsentStopsTransfer>
  ) {
    let context = examination.context
    let gaps = events.gaps
    guard !gaps.isEmpty || events.hasUndatedEnd else { return }
    guard let identifier = connection[.connectionId].known else {
      truth = .missing
      return
    }
    var evidence: [Run] = []
    var hasTargets = false
    let isNameless = context.forEachTarget(of: identifier) { target in
      hasTargets = true
      for run in context.runs(of: target) where run.mayHaveSent {
        // Any run may have come after an end of which nobody knows when it was.
        if events.hasUndatedEnd { truth = truth && .missing }
        for gap in gaps where judge(run, gap, grace, context.clock) { evidence.append(run) }
      }
    }
    for run in evidence.prefix(20) {
      examination.evidence(run, .runId)
      examination.evidence(run, .startUtc)
      examination.evidence(run, .recordCount)
    }
    guard truth == .true else { return }
    let isSeen = !hasTargets || Self.isCovered(gaps, context.coverage)
    let mayBeMore = context.unattributedItems(of: connection) == nil || isNameless
    if !isSeen || mayBeMore || Self.mayHaveRunUnseen(connection, events, gaps, grace, context) {
      (truth, reason) = (.missing, .runsUnknown)
    }
  }

  /// Judges a run; the answer is whether it is worth showing.
  private mutating func judge(
    _ run: Run, _ gap: ConsentEvents.Gap, _ grace: Int64, _ clock: AuditClock
  ) -> Bool {
    guard let time = gap.end.time else { return false }
    let start = run.start(clock)
    let end = time.moved(by: grace)
    let isBeforeRenewal = gap.renewal.map { start < $0 } ?? .true
    if ((start > end) && isBeforeRenewal) == .true {
      if let possible = gap.earliestPossibleRenewal, possible <= start.latest {
        note(.runsUnknown)
        return true
      }
      truth = .false
      count += 1
      return true
    }
    guard isBeforeRenewal != .false else { return false }
    if (start >= end) != .false {
      note(.runAtWithdrawal)
      return true
    }
    guard run.mayHaveLasted(until: end, clock) else { return false }
    note(.runAcrossWithdrawal)
    return true
  }

  private mutating func note(_ reason: WithdrawnConsentStopsTransfer.Reason) {
    truth = truth && .missing
    self.reason = reason
  }

  /// Whether what isn't known to use another connection may have run without consent.
  private static func mayHaveRunUnseen(
    _ connection: Connection, _ events: ConsentEvents, _ gaps: [ConsentEvents.Gap],
    _ grace: Int64, _ context: AuditContext
  ) -> Bool {
    if events.hasUndatedEnd,
      context.mayHaveRunUnseen(over: connection, from: .min, before: .max)
    {
      return true
    }
    return gaps.contains { gap in
      guard let end = gap.end.time?.moved(by: grace) else { return false }
      return context.mayHaveRunUnseen(
        over: connection, from: end.earliest, before: gap.renewal?.latest ?? .max)
        || context.mayHaveRunUnseen(over: connection, across: end.earliest)
    }
  }

  private static func isCovered(_ gaps: [ConsentEvents.Gap], _ coverage: Coverage) -> Bool {
    guard coverage.isComplete(.runs) else { return false }
    guard coverage.statesWindow(of: .runs) else { return true }
    guard let start = coverage.windowStart(of: .runs) else { return false }
    return gaps.allSatisfy { gap in gap.end.time.map { (start <= $0) == .true } ?? true }
  }
}

extension Run {
  /// Whether a run that started before a time may have sent something after it.
  func mayHaveLasted(until time: TimeSpan, _ clock: AuditClock) -> Bool {
    latestSending(clock) > time.earliest
  }

  /// When the run may last have sent something, in microseconds.
  func latestSending(_ clock: AuditClock) -> Int64 {
    // A run of which it was recorded that it sent nothing did no harm.
    if self[.recordCount].known == 0, self[.recordCountSource].known == .recorded { return .min }
    return self[.endUtc].known.map(clock.span)?.latest ?? .max
  }
}
