import Model

/// Whether a consent came before something else, with a tolerance for clocks that differ.
private struct Order {
  var truth: Truth
  /// Whether only the tolerance makes the order right.
  var isTolerated: Bool

  init(_ consent: TimeSpan, before event: TimeSpan, _ tolerance: Int64) {
    truth = consent <= event.moved(by: tolerance)
    isTolerated = truth == .true && (consent <= event) != .true
  }
}

/// Whether every run of a connection started after the consent.
struct FirstTransfer {
  var truth = Truth.true
  var reason = ConsentBeforeTransfer.Reason.runStartUnknown
  var isTolerated = false
  /// Whether there are runs at all.
  var exist: Bool { first != nil }
  private var first: Run?
  /// How many runs surely started before the consent.
  var earlier = 0

  init(
    _ connection: Connection, _ consent: TimeSpan, _ tolerance: Int64,
    _ examination: inout Examination<ConsentBeforeTransfer>
  ) {
    let context = examination.context
    var first: (row: Int, start: TimeSpan)?
    var isNameless = true
    if let identifier = connection[.connectionId].known {
      isNameless = context.forEachTarget(of: identifier) { target in
        for run in context.runEntries(of: target) where run.mayHaveSent {
          let start = run.start(context)
          let order = Order(consent, before: start, tolerance)
          truth = truth && order.truth
          isTolerated = isTolerated || order.isTolerated
          if order.truth == .false { earlier += 1 }
          if start.earliest < first?.start.earliest ?? .max { first = (Int(run.row), start) }
        }
      }
    }
    if let first {
      let run = Run(context.snapshot, first.row)
      self.first = run
      examination.evidence(run, .runId)
      examination.evidence(run, .startUtc)
    }
    guard truth == .true else { return }
    let gap = Self.gap(connection, consent.moved(by: -tolerance), isNameless, &examination)
    if let gap { (truth, reason) = (.missing, gap) }
  }

  /// Why runs that started before a time may have been missed; those of what has no id always are.
  private static func gap(
    _ connection: Connection, _ time: TimeSpan, _ isNameless: Bool,
    _ examination: inout Examination<ConsentBeforeTransfer>
  ) -> ConsentBeforeTransfer.Reason? {
    let context = examination.context
    let coverage = context.coverage
    guard coverage.isPresent(.runs) else { return .runsMissing }
    guard coverage.isComplete(.runs) else { return .runsIncomplete }
    guard let created = connection[.createdUtc].known else { return .creationUnknown }
    guard let start = coverage.windowStart(of: .runs),
      (start <= examination.span(created)) == .true
    else { return .windowStartsLater }
    // What isn't known to use another connection may have used this one.
    let mayHaveRun = context.mayHaveRunUnseen(
      over: connection, from: examination.span(created).earliest, before: time.latest)
    let mayBeMore = context.unattributedItems(of: connection) == nil || isNameless
    return mayHaveRun || mayBeMore ? .usersUnknown : nil
  }
}

/// Whether every schedule of a connection was switched on after the consent.
struct FirstSchedule {
  var truth = Truth.true
  var isTolerated = false

  /// A schedule without a time is ignored with a note where there are runs and they decide.
  init(
    _ connection: Connection, _ consent: TimeSpan, _ tolerance: Int64, _ runs: FirstTransfer,
    _ examination: inout Examination<ConsentBeforeTransfer>
  ) {
    let context = examination.context
    guard let identifier = connection[.connectionId].known else { return }
    var schedules: [Schedule] = []
    var hasTargets = false
    context.forEachTarget(of: identifier) {
      hasTargets = true
      schedules += context.schedules(of: $0)
    }
    var hasUnknownStart = !context.coverage.isPresent(.schedules)
    if hasTargets {
      let nameless = context.namelessSchedules(over: connection)
      hasUnknownStart = hasUnknownStart || nameless.isStartUnknown
      if let start = nameless.start, Order(consent, before: start, tolerance).truth != .true {
        truth = truth && .missing
      }
    }
    for schedule in schedules {
      switch schedule[.enabledUtc] {
      case .value(let enabled):
        let order = Order(consent, before: examination.span(enabled), tolerance)
        truth = truth && order.truth
        isTolerated = isTolerated || order.isTolerated
        if order.truth != .true { examination.evidence(schedule, .enabledUtc) }
      case .null: break
      case .absent: hasUnknownStart = true
      case .unreadable: truth = truth && .missing
      }
    }
    guard hasUnknownStart else { return }
    if runs.truth == .missing || !runs.exist {
      truth = truth && .missing
    } else {
      examination.note(.schedulesIgnored)
    }
  }
}

/// Whether the connection existed, give or take the tolerance, when the consent was given.
struct CreationBeforeConsent {
  var truth = Truth.missing
  var isTolerated = false
  var isKnown = false

  init(
    _ connection: Connection, _ consent: TimeSpan, _ tolerance: Int64,
    _ examination: inout Examination<ConsentBeforeTransfer>
  ) {
    examination.evidence(connection, .createdUtc)
    guard let created = connection[.createdUtc].known else { return }
    isKnown = true
    let order = Order(examination.span(created), before: consent, tolerance)
    (truth, isTolerated) = (order.truth, order.isTolerated)
  }
}
