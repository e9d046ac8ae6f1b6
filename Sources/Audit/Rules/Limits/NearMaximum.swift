import Model

/// LIM-02: an export keeps clear of the maximum of its destination.
struct NearMaximum: Rule {
  /// The parts of the predicate; true is the fault.
  enum Clause: String, CaseIterable, Sendable, DestinationClause {
    /// The export has a connection.
    case attached
    /// A contract or the documents state a maximum that binds.
    case limited
    /// The number of profiles is already above it, which LIM-01 judges.
    case exceeded
    /// The number is close to the maximum.
    case near
    /// At its present growth it will pass the maximum soon.
    case growing
  }

  enum Reason: String, CaseIterable, Sendable, DestinationReason {
    case detached
    case connectionUnknown = "connection-unknown"
    case connectionMissing = "connection-missing"
    case typeUnknown = "type-unknown"
    case typeAmbiguous = "type-ambiguous"
    case noLimit = "no-limit"
    case contractUnclear = "contract-unclear"
    case overLimit = "over-limit"
    case nearLimit = "near-limit"
    case growingPastLimit = "growing-past-limit"
    case segmentsMayOverlap = "segments-may-overlap"
    case countMissing = "count-missing"
    case accountsNotPersons = "accounts-not-persons"
    case accountUnknown = "account-unknown"
    case growthUnclear = "growth-unclear"
  }

  static let description = RuleDescription(
    "LIM-02", group: .limits, severity: .low, subject: .export,
    sections: [.exports, .connections, .segments], clauses: clauseNames,
    controls: [
      ControlMapping(.gdpr, ["32(1)(b)"]),
      ControlMapping(.iso27701, ["A.7.4.1"]),
      ControlMapping(.iso27001, ["A.8.6"]),
      ControlMapping(.nistPrivacy, ["PR.DS-P4"]),
      ControlMapping(.nist80053, ["CP-2", "SI-4"]),
      ControlMapping(.soc2, ["A1.1"]),
      ControlMapping(.ccpa, ["1798.100(c)"]),
    ],
    parameters: [
      RuleParameter("warnAt", 0.9, in: 0.01...1, .share),
      RuleParameter("horizonDays", 30, in: 1...3650, .days),
    ],
    agreedLimits: [])
  /// The exports.
  static let population = Population.rows([.exports])

  private let warnAt: Double
  private let horizonDays: Int
  private let agreed: AgreedLimits
  private var totals = TotalsByChoice()
  /// The totals at the end of the horizon.
  private var grownTotals = TotalsByChoice()
  private var trends: SegmentTrends?

  /// The rule with the thresholds of a run.
  init(_ description: RuleDescription) {
    warnAt = description.value("warnAt")
    horizonDays = Int(description.value("horizonDays"))
    agreed = AgreedLimits(description.agreedLimits ?? [])
  }

  /// Adds up the exports to each account.
  mutating func prepare(for context: AuditContext, among rules: [RuleDescription]) {
    totals = context.accountTotals.totals(context, agreed)
    let trends = SegmentTrends(context, days: horizonDays)
    grownTotals = trends.isEmpty ? totals : TotalsByChoice(context, agreed, after: trends)
    self.trends = trends
  }

  /// The ratio first, then the growth; the largest segment fails, the sum passes.
  func judge(_ subject: SubjectRecord, _ examination: inout Examination<Self>) -> Verdict {
    let context = examination.context
    let export = Export(context.snapshot, subject.row)
    let (connection, service): (Connection, Service)
    switch examination.destination(of: export) {
    case .verdict(let verdict): return verdict
    case .known(let of, let known): (connection, service) = (of, known)
    }
    let question = SizeQuestion(export, connection, service, totals, agreed, context)
    let isUnclear = question.unclearContract != nil
    let isLimited = isUnclear || question.limit.map { !$0.isRecommendation } ?? false
    let limited = examination.clause(.limited, isLimited)
    if limited == .false {
      return examination.notApplicable(.noLimit, ["service": .text(service.title)])
    }
    question.show(&examination)
    let isAbove = question.limit.map { question.size.lower > $0.maximum } ?? false
    let exceeded = examination.clause(
      .exceeded, isUnclear ? question.exceeds : Truth(isAbove))
    if isUnclear, exceeded == .missing {
      return examination.unknown(.contractUnclear, ["service": .text(service.title)])
    }
    guard limited == .true, let limit = question.limit else {
      return examination.unknown(.countMissing)
    }
    let maximum = MessageValue.integer(limit.maximum)
    if exceeded == .true { return examination.notApplicable(.overLimit, ["maximum": maximum]) }
    // Counts at the threshold itself are near.
    let threshold = Int((Double(limit.maximum) * warnAt).rounded(.up))
    let near = examination.clause(.near, question.size.exceeds(threshold - 1))
    let growth = SizeGrowth(
      question, export, (connection, service), grownTotals,
      trends ?? SegmentTrends(days: horizonDays), context)
    growth.show(&examination)
    let growing = examination.clause(.growing, growth.passes(limit.maximum))
    if near == .true {
      return examination.fail(
        .nearLimit,
        [
          "share": .share(atMost: Double(question.size.lower) / Double(max(limit.maximum, 1))),
          "maximum": maximum,
        ])
    }
    if growing == .true {
      return examination.fail(
        .growingPastLimit,
        [
          "projected": .integer(growth.projected.lower), "maximum": maximum,
          "days": .days(horizonDays),
        ])
    }
    if near == .missing {
      return examination.unknown(Self.reason(question, threshold - 1), ["maximum": maximum])
    }
    if growing == .missing { return examination.unknown(.growthUnclear, ["maximum": maximum]) }
    return examination.pass()
  }

  private static func reason(_ question: SizeQuestion, _ limit: Int) -> Reason {
    switch question.doubt(above: limit) {
    case .overlap?: .segmentsMayOverlap
    case .accounts?: .accountsNotPersons
    case .otherExports?: .accountUnknown
    case .countMissing?, nil: .countMissing
    }
  }
}
