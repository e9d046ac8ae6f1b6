import Model

/// DQ-04: dates, counts and states of a record are possible.
struct PossibleValues: Rule {
  enum Clause: String, CaseIterable, Sendable {
    /// Every value can be read, in one way.
    case readable
    /// Dates follow the order of events.
    case ordered
    /// No event lies after the collection.
    case timely
    /// The connection isn't older than connections are.
    case creation
    /// The number that a run sent agrees with the size of its segments.
    case count
    /// An active export has a connection.
    case state
    /// The time zone of a schedule is known.
    case zone
  }

  enum Reason: String, CaseIterable, Sendable {
    case malformedDate = "malformed-date"
    case notACount = "not-a-count"
    case malformedValue = "malformed-value"
    case ambiguousDate = "ambiguous-date"
    case sentinel
    case updatedBeforeCreated = "updated-before-created"
    case startBeforeSubmission = "start-before-submission"
    case endBeforeStart = "end-before-start"
    case endBeforeSubmission = "end-before-submission"
    case sameDay = "same-day"
    case zoneMissing = "zone-missing"
    case afterCollection = "after-collection"
    case collectionTimeUnknown = "collection-time-unknown"
    case beforeTheProduct = "before-the-product"
    case beforeConnections = "before-connections"
    case countDiffers = "count-differs"
    case activeWithoutConnection = "active-without-connection"
    case unknownTimeZone = "unknown-time-zone"
    case timeZoneNotStated = "time-zone-not-stated"
  }

  static let description = RuleDescription(
    "DQ-04", group: .integrity, severity: .high, subject: .record, sections: Section.allCases,
    clauses: clauseNames, impossible: [.notApplicable],
    controls: [
      ControlMapping(.gdpr, ["5(1)(d)", "5(2)"]),
      ControlMapping(.iso27701, ["A.7.4.3"]),
      ControlMapping(.iso27001, ["A.8.17", "A.5.33", "A.5.28"]),
      ControlMapping(.nistPrivacy, ["CT.DM-P8", "PR.DS-P6"]),
      ControlMapping(.nist80053, ["AU-8", "SI-7", "SI-10"]),
      ControlMapping(.soc2, ["PI1.2", "CC7.2"]),
      ControlMapping(.ccpa, ["1798.130"]),
    ],
    parameters: [
      RuleParameter("skewSeconds", 300, in: 0...86_400, .seconds),
      RuleParameter("countTolerance", 0.05, in: 0...10, .share),
      RuleParameter("countWindowDays", 2, in: 0...365, .days),
    ])
  /// Every record.
  static let population = Population.records

  private let limits: ValueLimits
  private var flags: RowFlags?

  /// The rule with the tolerances of a run.
  init(_ description: RuleDescription) {
    limits = ValueLimits(
      skew: Int64(description.value("skewSeconds") * Double(Instant.second)),
      countTolerance: description.value("countTolerance"),
      countWindow: Int64(description.value("countWindowDays") * Double(Instant.day)))
  }

  /// Finds the records with a value that has to be looked at.
  mutating func prepare(for context: AuditContext, among rules: [RuleDescription]) {
    flags = SuspiciousValues.flags(context, limits)
  }

  /// The first impossible value decides; then the first that may be impossible.
  func judge(_ subject: SubjectRecord, _ examination: inout Examination<Self>) -> Verdict {
    let context = examination.context
    let count = RunCountCheck(subject, limits, context)
    if examination.mayTakeForPlain, flags?.contains(subject) == false {
      switch count.agrees {
      case .true: return examination.pass()
      case .false: return examination.fail(count.answer.reason)
      case .missing: break
      }
    }
    let values = RecordValues(
      subject, limits, context, isRecording: examination.isRecording)
    values.show(&examination)
    count.show(&examination)
    let answers: [(Clause, ValueAnswer)] = [
      (.readable, values.readable), (.ordered, values.ordered), (.timely, values.timely),
      (.creation, values.creation), (.count, count.answer), (.state, values.state),
      (.zone, values.zone),
    ]
    var failure: ValueAnswer?
    var doubt: ValueAnswer?
    for (clause, answer) in answers {
      switch examination.clause(clause, answer.truth) {
      case .false: failure = failure ?? answer
      case .missing: doubt = doubt ?? answer
      case .true: break
      }
    }
    if let failure {
      return examination.fail(failure.reason, ["value": .code(failure.value)])
    }
    if let doubt { return examination.unknown(doubt.reason, ["value": .code(doubt.value)]) }
    return examination.pass()
  }
}

/// How far values may lie apart.
struct ValueLimits: Sendable {
  /// How far clocks may differ, in microseconds.
  let skew: Int64
  /// By which share a run's number may differ from the size of its segments.
  let countTolerance: Double
  /// How far a segment's count may be from a run for both to be compared, in microseconds.
  let countWindow: Int64

  /// The day before which the product was not known: 2018-12-01.
  static let firstProductDay = day(2018, 12, 1)
  /// The day on which connections came: 2021-02-09.
  static let firstConnectionDay = day(2021, 2, 9)

  private static func day(_ year: Int, _ month: Int, _ day: Int) -> Int64 {
    CivilDate(year: year, month: month, day: day).map { Instant($0).microseconds } ?? 0
  }
}

/// What a part of a record says, with the value that decides.
struct ValueAnswer {
  /// Whether the part is possible.
  var truth = Truth.true
  /// Why not, or why that isn't known.
  var reason: PossibleValues.Reason
  /// The deciding value or field, as written.
  var value = ""

  /// A part that is possible so far.
  init(_ reason: PossibleValues.Reason) { self.reason = reason }

  /// Takes a further answer; the first of the strongest ones decides.
  mutating func add(
    _ truth: Truth, _ reason: PossibleValues.Reason, _ value: @autoclosure () -> String
  ) {
    let isDecisive =
      truth == .false ? self.truth != .false : truth == .missing && self.truth == .true
    if isDecisive {
      self.reason = reason
      self.value = value()
    }
    self.truth = self.truth && truth
  }
}
