import Model

/// LIM-06: runs end within the time that the documents name for the destination.
struct RunDuration: Rule {
  /// The parts of the predicate; true is the fault, but for the guards.
  enum Clause: String, CaseIterable, Sendable, DestinationClause {
    /// The export has a connection.
    case attached
    /// The documents name a time for the destination.
    case documented
    /// The export has run.
    case ran
    /// A run took longer than the time allowed.
    case tooLong
    /// A run that should have ended is still going on.
    case hanging
  }

  enum Reason: String, CaseIterable, Sendable, DestinationReason {
    case detached
    case connectionUnknown = "connection-unknown"
    case connectionMissing = "connection-missing"
    case typeUnknown = "type-unknown"
    case typeAmbiguous = "type-ambiguous"
    case noDocumentedTime = "no-documented-time"
    case runsUnknown = "runs-unknown"
    case neverRan = "never-ran"
    case tooLong = "too-long"
    case hanging
    case endMissing = "end-missing"
    case startMissing = "start-missing"
    case durationUnclear = "duration-unclear"
    case namelessRun = "nameless-run"
    case logIncomplete = "log-incomplete"
  }

  static let description = RuleDescription(
    "LIM-06", group: .limits, severity: .medium, subject: .export,
    sections: [.exports, .connections, .runs, .schedules], clauses: clauseNames,
    controls: [
      ControlMapping(.gdpr, ["32(1)(b)"]),
      ControlMapping(.iso27701, ["6.9.1"]),
      ControlMapping(.iso27001, ["A.8.6", "A.8.16"]),
      ControlMapping(.nistPrivacy, ["PR.DS-P4"]),
      ControlMapping(.nist80053, ["SI-4", "CP-10"]),
      ControlMapping(.soc2, ["A1.1", "PI1.3"]),
      ControlMapping(.ccpa, ["1798.100(c)"]),
    ],
    parameters: [
      RuleParameter("factor", 2, in: 1...100, .factor),
      RuleParameter("fewHoursMinutes", 240, in: 1...10_080, .minutes),
      RuleParameter("minSpacingMinutes", 30, in: 0...1440, .minutes),
    ])
  /// The exports.
  static let population = Population.rows([.exports])

  private let allowance: TimeAllowance
  private let spacing: Int
  /// The runs that may be of any export and may have taken longer than a time, by that time.
  private var nameless: [Int64: StrayRuns] = [:]

  /// The rule with the times of a run.
  init(_ description: RuleDescription) {
    allowance = TimeAllowance(
      factor: description.value("factor"), fewHours: description.value("fewHoursMinutes"))
    spacing = Int(description.value("minSpacingMinutes"))
  }

  /// Looks for long runs that don't tell what ran, once for each of the few documented times.
  mutating func prepare(for context: AuditContext, among rules: [RuleDescription]) {
    guard context.namelessRuns.exist else { return }
    for most in Set(context.catalogue.services.compactMap(allowance.least)) {
      nameless[most] = .nameless(longerThan: most, context)
    }
  }

  /// Every run is measured; one that took too long decides.
  func judge(_ subject: SubjectRecord, _ examination: inout Examination<Self>) -> Verdict {
    let context = examination.context
    let export = Export(context.snapshot, subject.row)
    let (connection, service): (Connection, Service)
    switch examination.destination(of: export) {
    case .verdict(let verdict): return verdict
    case .known(let of, let known): (connection, service) = (of, known)
    }
    let title = MessageValue.text(service.title)
    let measure = RunMeasure(export, service, allowance, context)
    guard examination.clause(.documented, measure.hasLimit) == .true else {
      return examination.notApplicable(.noDocumentedTime, ["service": title])
    }
    let least = allowance.least(of: service)
    let mayHaveOther =
      least.flatMap { nameless[$0] }?.mayBe(of: export, context.clock) ?? false
    let limit = MessageValue.minutes(
      measure.limit > 0 ? measure.limit : Int((least ?? 0) / Instant.minute))
    // Runs name the export; one without an id may have any of them.
    let isNamed = export[.exportId].known != nil
    let none = isNamed && !mayHaveOther ? context.isNone(in: .runs) : .missing
    switch examination.clause(.ran, measure.runCount > 0 ? .true : none) {
    case .false: return examination.notApplicable(.neverRan)
    case .missing:
      return mayHaveOther
        ? examination.unknown(.namelessRun, ["limit": limit]) : examination.unknown(.runsUnknown)
    case .true: break
    }
    measure.show(&examination)
    let isAllKnown = context.coverage.isComplete(.runs) && !mayHaveOther
    let tooLong = examination.clause(.tooLong, measure.tooLong || (isAllKnown ? .false : .missing))
    let hanging = examination.clause(.hanging, measure.hanging)
    if tooLong == .true {
      return examination.fail(
        .tooLong, ["service": title, "minutes": .integer(measure.minutes), "limit": limit])
    }
    if hanging == .true { return examination.fail(.hanging, ["service": title, "limit": limit]) }
    if tooLong == .missing || hanging == .missing {
      let isOpen = (measure.tooLong || measure.hanging) == .missing
      let gap = mayHaveOther ? Reason.namelessRun : .logIncomplete
      return examination.unknown(
        isOpen || isAllKnown ? measure.doubt : gap, ["service": title, "limit": limit])
    }
    if let other = examination.isRecording
      ? ScheduleSpacing.nearest(to: export, on: connection, within: spacing, context) : nil
    {
      examination.note(
        .startsTooClose,
        ["export": .text(other.name), "minutes": .minutes(other.minutes)])
    }
    return examination.pass()
  }
}

/// How long a run may take.
struct TimeAllowance: Sendable {
  /// By how much a run may exceed the documented time.
  let factor: Double
  /// What the documents' "a few hours" is taken for, in minutes.
  let fewHours: Double

  /// The longest allowed run in minutes; `nil` if the documents name no time.
  func minutes(of limits: Service.Limits) -> Double? {
    if let minutes = limits.durationMinutes { return Double(minutes) * factor }
    return limits.isFewHours ? fewHours : nil
  }

  /// The shortest time in microseconds that runs to a service were ever allowed; `nil` if the
  /// documents never named one.
  func least(of service: Service) -> Int64? {
    service.limits.compactMap { minutes(of: $0.value) }.min().map {
      Int64($0 * Double(Instant.minute))
    }
  }
}
