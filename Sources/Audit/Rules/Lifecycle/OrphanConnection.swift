import Model

/// LIF-03: every connection serves something active, or has run lately.
struct OrphanConnection: Rule {
  /// The parts of the predicate; all true means a fault.
  enum Clause: String, CaseIterable, Sendable {
    /// The connection is old enough to be judged.
    case mature
    /// It has no active export and no active enrichment.
    case nothingActive
    /// None of its exports and enrichments has run lately.
    case noRecentRun
  }

  enum Reason: String, CaseIterable, Sendable {
    case younger = "younger-than-idle-limit"
    case noDependants = "no-dependants"
    case onlyInactive = "only-inactive-dependants"
    case dependantsUnknown = "dependants-unknown"
    case stateUnknown = "state-unknown"
    case runsUnknown = "runs-unknown"
    case ageUnknown = "age-unknown"
  }

  static let description = RuleDescription(
    "LIF-03", group: .lifecycle, severity: .medium, subject: .connection,
    sections: [.connections, .exports, .enrichments, .runs], clauses: clauseNames,
    controls: [
      ControlMapping(.gdpr, ["5(1)(c),(f)", "25(2)", "32"]),
      ControlMapping(.iso27701, ["6.6.2.6", "A.7.4.5"]),
      ControlMapping(.iso27001, ["A.5.18", "A.5.9", "A.8.9"]),
      ControlMapping(.nistPrivacy, ["PR.AC-P1"]),
      ControlMapping(.nist80053, ["CM-8", "AC-2(3)", "IA-5"]),
      ControlMapping(.soc2, ["CC6.1", "CC6.2"]),
      ControlMapping(.ccpa, ["1798.100(c)"]),
    ],
    parameters: [RuleParameter("maxIdleDays", 90, in: 0...3650, .days), .logEnd])
  /// The connections.
  static let population = Population.rows([.connections])

  private let maxIdle: Int64
  private let maxIdleDays: Int

  /// The rule with the allowed time of a run.
  init(_ description: RuleDescription) {
    maxIdleDays = Int(description.value("maxIdleDays"))
    maxIdle = Int64(description.value("maxIdleDays") * Double(Instant.day))
  }

  /// An active dependant or a recent run passes whatever the age.
  func judge(_ subject: SubjectRecord, _ examination: inout Examination<Self>) -> Verdict {
    let context = examination.context
    let connection = Connection(context.snapshot, subject.row)
    examination.evidence(connection, .createdUtc)
    lazy var limit: KeyValuePairs<String, MessageValue> = ["limit": .days(maxIdleDays)]
    let oldest = examination.now()?.moved(by: -maxIdle)
    var mature = Truth.missing
    if let created = examination.happened(connection[.createdUtc]), let oldest {
      mature = created <= oldest
    }
    mature = examination.clause(.mature, mature)
    if mature == .false { return examination.notApplicable(.younger, limit) }
    let dependants = Dependants(connection, context)
    let recent = RecentRuns(connection, since: oldest, context)
    let nothingActive = examination.clause(.nothingActive, dependants.nothingActive)
    let noRecentRun = examination.clause(.noRecentRun, recent.none)
    examination.evidence(.dependants, .integer(dependants.count), at: connection.pointer)
    if let last = recent.last { examination.evidence(Run(context.snapshot, last), .startUtc) }
    switch mature && nothingActive && noRecentRun {
    case .true:
      examination.evidence(connection, .credentialMethod)
      return examination.fail(dependants.count == 0 ? .noDependants : .onlyInactive, limit)
    case .false: return examination.pass()
    case .missing:
      if nothingActive == .missing {
        return examination.unknown(
          dependants.hasUnknownState ? .stateUnknown : .dependantsUnknown, limit)
      }
      return examination.unknown(noRecentRun == .missing ? .runsUnknown : .ageUnknown, limit)
    }
  }
}

/// The exports and enrichments of a connection.
private struct Dependants {
  var nothingActive = Truth.true
  var count = 0
  var hasUnknownState = false

  init(_ connection: Connection, _ context: AuditContext) {
    let servesExports = connection.servesExports(context)
    if let identifier = connection[.connectionId].known {
      for export in context.exports(of: identifier)
      where !context.clock.hasCome(export[.removedUtc]) {
        add(export[.state])
      }
      for enrichment in context.enrichments(of: identifier)
      where !context.clock.hasCome(enrichment[.removedUtc]) { add(enrichment[.state]) }
    }
    // An active export of which nobody recorded the connection may use this one.
    let areExportsKnown =
      context.coverage.isComplete(.exports)
      && (servesExports == .false || !context.unattributedExports.mayBeActive)
    let areEnrichmentsKnown =
      servesExports == .true
      || (context.coverage.isComplete(.enrichments)
        && !context.unattributedEnrichments.mayBeActive)
    let isNamed = connection[.connectionId].known != nil
    if !isNamed || !areExportsKnown || !areEnrichmentsKnown {
      nothingActive = nothingActive && .missing
    }
  }

  private mutating func add(_ state: Field<ActivationState>) {
    count += 1
    if state.known == nil { hasUnknownState = true }
    nothingActive = nothingActive && (state.known.map { Truth($0 == .inactive) } ?? .missing)
  }
}

/// Whether the exports and enrichments of a connection have run since a time.
private struct RecentRuns {
  var none = Truth.true
  /// The row of the latest run.
  var last: Int?

  init(_ connection: Connection, since time: TimeSpan?, _ context: AuditContext) {
    var latest = TimeSpan.unbounded.earliest
    if let identifier = connection[.connectionId].known {
      context.forEachTarget(of: identifier) { target in
        for run in context.runEntries(of: target) where run.mayHaveSent {
          let start = run.start(context)
          // One that is dated after the collection was at a time that nobody knows.
          let isOld =
            context.clock.isAhead(start) ? .missing : time.map { !(start > $0) } ?? .missing
          none = none && (isOld || Self.hasOtherCopy(run, identifier, since: time, context))
          if start.earliest > latest { (latest, last) = (start.earliest, Int(run.row)) }
        }
      }
    }
    let servesExports = connection.servesExports(context)
    let others = max(
      servesExports == .false ? .min : context.unattributedExports.latestRun,
      servesExports == .true ? .min : context.unattributedEnrichments.latestRun)
    if time.map({ others > $0.earliest }) ?? false { none = none && .missing }
    let coverage = context.coverage
    let window = coverage.windowStart(of: .runs)
    let isCovered =
      !coverage.statesWindow(of: .runs)
      || (window.flatMap { start in time.map { (start <= $0) == .true } } ?? false)
    if !coverage.isComplete(.runs) || !isCovered { none = none && .missing }
  }

  /// Whether a record with the same id says that the run was no recent one of the connection.
  ///
  /// Which of them is right is never guessed, and a run that excuses needs them all.
  private static func hasOtherCopy(
    _ run: RunsByTarget.Entry, _ connection: Identifier, since time: TimeSpan?,
    _ context: AuditContext
  ) -> Truth {
    guard let key = Run(context.snapshot, Int(run.row))[.runId].known,
      let copies = context.index.duplicates.rows(of: key, in: .runs)
    else { return .false }
    return copies.reduce(.false) { found, row in
      let copy = Run(context.snapshot, Int(row))
      let target = copy[.targetId].known
      let link =
        target.flatMap { context.find(Export.self, $0)?[.connectionId].known }
        ?? target.flatMap { context.find(Enrichment.self, $0)?[.connectionId].known }
      guard link == connection, RunStatus.mayHaveSent(copy[.status].known) else { return .true }
      return found || (time.map { !(copy.start(context.clock) > $0) } ?? .missing)
    }
  }
}
