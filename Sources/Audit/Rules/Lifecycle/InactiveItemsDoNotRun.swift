import Concurrency
import Model

/// LIF-02: nothing runs while it is detached, deactivated or off schedule, and an active export has
/// a connection.
struct InactiveItemsDoNotRun: PlainRule {
  enum Clause: String, CaseIterable, Sendable {
    /// The state agrees with the connection: no active export without one.
    case stateAgrees
    /// No run started while the item was detached or deactivated.
    case nothingRanWhileOff
    /// No scheduled run started while the schedule was off.
    case nothingRanOffSchedule
  }

  enum Reason: String, CaseIterable, Sendable {
    case activeWithoutConnection = "active-without-connection"
    case runWhileOff = "run-while-off"
    case scheduledWhileOff = "scheduled-while-off"
    case stateUnknown = "state-unknown"
    case runAtChange = "run-at-change"
    case timeOfChangeUnknown = "time-of-change-unknown"
    case switchTimeUnknown = "switch-time-unknown"
    case schedulesUnknown = "schedules-unknown"
    case runsUnknown = "runs-unknown"
  }

  static let description = RuleDescription(
    "LIF-02", group: .lifecycle, severity: .high, subject: .export,
    sections: [.exports, .enrichments, .runs, .schedules], clauses: clauseNames,
    impossible: [.notApplicable],
    controls: [
      ControlMapping(.gdpr, ["5(1)(d),(f)", "5(2)"]),
      ControlMapping(.iso27701, ["A.7.2.8", "A.7.5.3"]),
      ControlMapping(.iso27001, ["A.8.15", "A.8.16"]),
      ControlMapping(.nistPrivacy, ["CM.AW-P4"]),
      ControlMapping(.nist80053, ["AU-6", "SI-4", "AC-4"]),
      ControlMapping(.soc2, ["CC7.2", "PI1.3"]),
      ControlMapping(.ccpa, ["1798.100(c)"]),
    ],
    parameters: [.logEnd])
  /// The exports and the enrichments.
  static let population = Population.rows([.exports, .enrichments])

  /// A run before the item was switched off is no fault, nor is a manual run off schedule.
  func judge(_ subject: SubjectRecord, _ examination: inout Examination<Self>) -> Verdict {
    let context = examination.context
    let item = SwitchedItem(subject, context)
    show(subject, &examination)
    let stateAgrees = examination.clause(.stateAgrees, Self.agrees(item))
    let runs = RunsWhileOff(item, context)
    let whileOff = examination.clause(.nothingRanWhileOff, runs.whileOff.truth)
    let offSchedule = examination.clause(.nothingRanOffSchedule, runs.offSchedule.truth)
    for row in [runs.whileOff.run, runs.offSchedule.run].compactMap(\.self) {
      let run = Run(context.snapshot, row)
      examination.evidence(run, .runId)
      examination.evidence(run, .startUtc)
      examination.evidence(run, .submissionKind)
    }
    if stateAgrees == .false { return examination.fail(.activeWithoutConnection) }
    if whileOff == .false {
      return examination.fail(.runWhileOff, ["count": .integer(runs.whileOff.count)])
    }
    if offSchedule == .false {
      return examination.fail(.scheduledWhileOff, ["count": .integer(runs.offSchedule.count)])
    }
    if stateAgrees == .missing { return examination.unknown(.stateUnknown) }
    if whileOff == .missing {
      return examination.unknown(runs.whileOff.reason ?? .timeOfChangeUnknown)
    }
    if offSchedule == .missing {
      return examination.unknown(runs.offSchedule.reason ?? .switchTimeUnknown)
    }
    return examination.pass()
  }

  private static func agrees(_ item: SwitchedItem) -> Truth {
    let isActive = item.state.known.map { Truth($0 == .active) } ?? .missing
    return !(isActive && item.isDetached)
  }

  private func show(_ subject: SubjectRecord, _ examination: inout Examination<Self>) {
    let snapshot = examination.context.snapshot
    if subject.section == .exports {
      let export = Export(snapshot, subject.row)
      examination.evidence(export, .state)
      examination.evidence(export, .connectionId)
      examination.evidence(export, .detachedUtc)
      examination.evidence(export, .deactivatedUtc)
    } else {
      let enrichment = Enrichment(snapshot, subject.row)
      examination.evidence(enrichment, .state)
      examination.evidence(enrichment, .deactivatedUtc)
    }
  }
}

/// The runs of an item during the times when it or its schedule was off.
struct RunsWhileOff {
  /// One kind of fault over all runs.
  struct Part {
    var truth = Truth.true
    var reason: InactiveItemsDoNotRun.Reason?
    /// The row of the run that decides.
    var run: Int?
    var count = 0

    mutating func add(_ isFault: Truth, _ row: Int, doubt: InactiveItemsDoNotRun.Reason) {
      guard isFault != .false else { return }
      if isFault == .true { count += 1 }
      guard truth == .true || (truth == .missing && isFault == .true) else { return }
      (truth, reason, run) = (!isFault, isFault == .true ? nil : doubt, row)
    }

    /// Adds runs that may be of any item: one in a time when it was off may be its own.
    ///
    /// Of each list of periods, the time counts that all of them share; none before the item was
    /// made.
    mutating func add(
      _ nameless: Lazy<StrayRuns>, since created: Int64, _ isUnknown: Bool,
      _ periods: [[OffPeriod]]
    ) {
      guard truth == .true else { return }
      let mayBeOwn =
        isUnknown && nameless.value.mayLie(from: created, before: .max)
        || periods.contains { shared in
          guard let start = shared.map(\.start.earliest).max() else { return false }
          let end = shared.compactMap(\.end?.latest).min() ?? .max
          return nameless.value.mayLie(from: max(start, created), before: end)
        }
      if mayBeOwn { (truth, reason) = (.missing, .runsUnknown) }
    }
  }

  var whileOff = Part()
  var offSchedule = Part()

  init(_ item: SwitchedItem, _ context: AuditContext) {
    guard let identifier = item.identifier else {
      (whileOff.truth, whileOff.reason) = (.missing, .runsUnknown)
      return
    }
    let periods = item.offPeriods(context.clock)
    let schedule = ScheduleOffPeriods(item, context)
    let isStateUnknown = item.isOff == .missing
    let isScheduleUnknown = context.lacksSchedule(of: item)
    // Comparing each run with each of very many changes would take too long.
    guard periods.count + schedule.recorded.count + schedule.together.count <= 200 else {
      (whileOff.truth, whileOff.reason) = (.missing, .timeOfChangeUnknown)
      return
    }
    guard !periods.isEmpty || !schedule.isEmpty || isStateUnknown || isScheduleUnknown
    else { return }
    for run in context.runEntries(of: identifier) where run.mayHaveSent {
      let start = run.start(context)
      for period in periods {
        whileOff.add(
          period.contains(start), Int(run.row),
          doubt: period.isStartUnknown ? .timeOfChangeUnknown : .runAtChange)
      }
      if isStateUnknown { whileOff.add(.missing, Int(run.row), doubt: .stateUnknown) }
      if isScheduleUnknown {
        offSchedule.add(run.isScheduled && .missing, Int(run.row), doubt: .schedulesUnknown)
      }
      for period in schedule.recorded {
        add(run, period.contains(start), isStartUnknown: period.isStartUnknown)
      }
      if !schedule.together.isEmpty {
        add(
          run, schedule.together.reduce(.true) { $0 && $1.contains(start) },
          isStartUnknown: schedule.together.contains(where: \.isStartUnknown),
          doubt: schedule.mayHaveMore ? .schedulesUnknown : nil)
      }
    }
    if context.namelessRuns.exist {
      let nameless = context.namelessRuns[item.section]
      let created = item.created.map { context.clock.span($0).earliest } ?? .min
      whileOff.add(nameless.all, since: created, isStateUnknown, periods.map { [$0] })
      offSchedule.add(
        nameless.scheduled, since: created, isScheduleUnknown,
        schedule.recorded.map { [$0] } + [schedule.together])
    }
    Self.addCoverage(of: periods, isUnknown: isStateUnknown, to: &whileOff, item, context)
    Self.addCoverage(
      of: schedule.recorded + schedule.together, isUnknown: isScheduleUnknown, to: &offSchedule,
      item, context)
  }

  private mutating func add(
    _ run: RunsByTarget.Entry, _ isOffSchedule: Truth, isStartUnknown: Bool,
    doubt: InactiveItemsDoNotRun.Reason? = nil
  ) {
    offSchedule.add(
      run.isScheduled && isOffSchedule, Int(run.row),
      doubt: doubt ?? (isStartUnknown ? .switchTimeUnknown : .runAtChange))
  }

  /// Without a complete log of the time in question, seeing no run proves nothing.
  private static func addCoverage(
    of periods: [OffPeriod], isUnknown: Bool, to part: inout Part, _ item: SwitchedItem,
    _ context: AuditContext
  ) {
    guard part.truth == .true, !periods.isEmpty || isUnknown else { return }
    let coverage = context.coverage
    let start = coverage.windowStart(of: .runs)
    let created = item.created.map(context.clock.span)
    let isCovered =
      !coverage.statesWindow(of: .runs)
      || periods.allSatisfy { period in
        // What was off from the beginning was so since it was made.
        let since = period.isFromBeginning ? created ?? period.start : period.start
        if period.isStartUnknown, !period.isFromBeginning { return true }
        return start.map { ($0 <= since) == .true } ?? false
      }
    if !coverage.isComplete(.runs) || !isCovered {
      (part.truth, part.reason) = (.missing, .runsUnknown)
    }
  }
}
