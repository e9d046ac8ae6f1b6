import Model

/// LIM-01: an export sends no more profiles than its destination takes.
struct DestinationMaximum: Rule {
  enum Clause: String, CaseIterable, Sendable, DestinationClause {
    /// The export has a connection.
    case attached
    /// A contract or the documents state a maximum.
    case limited
    /// The number of profiles is above it.
    case exceeded
  }

  enum Reason: String, CaseIterable, Sendable, DestinationReason {
    case detached
    case connectionUnknown = "connection-unknown"
    case connectionMissing = "connection-missing"
    case typeUnknown = "type-unknown"
    case typeAmbiguous = "type-ambiguous"
    case noLimit = "no-limit"
    case contractUnclear = "contract-unclear"
    case itemsUnknown = "items-unknown"
    case overLimit = "over-limit"
    case segmentsMayOverlap = "segments-may-overlap"
    case countMissing = "count-missing"
    case accountsNotPersons = "accounts-not-persons"
    case accountUnknown = "account-unknown"
  }

  static let description = RuleDescription(
    "LIM-01", group: .limits, severity: .high, subject: .export,
    sections: [.exports, .connections, .segments], clauses: clauseNames,
    controls: [
      ControlMapping(.gdpr, ["5(1)(c)", "32(1)(b)"]),
      ControlMapping(.iso27701, ["A.7.4.1", "A.7.4.2"]),
      ControlMapping(.iso27001, ["A.8.6", "A.5.14"]),
      ControlMapping(.nistPrivacy, ["PR.DS-P4", "CT.DM-P2"]),
      ControlMapping(.nist80053, ["SI-4", "SC-5", "CM-6"]),
      ControlMapping(.soc2, ["A1.1", "PI1.2"]),
      ControlMapping(.ccpa, ["1798.100(c)"]),
    ],
    agreedLimits: [])
  /// The exports.
  static let population = Population.rows([.exports])

  private let agreed: AgreedLimits
  private var totals = TotalsByChoice()

  /// The rule with the limits by contract of a run.
  init(_ description: RuleDescription) {
    agreed = AgreedLimits(description.agreedLimits ?? [])
  }

  /// Adds up the exports to each account.
  mutating func prepare(for context: AuditContext, among rules: [RuleDescription]) {
    totals = context.accountTotals.totals(context, agreed)
  }

  /// The scope of the limit decides what is counted; bounds decide where the number isn't exact.
  func judge(_ subject: SubjectRecord, _ examination: inout Examination<Self>) -> Verdict {
    let context = examination.context
    let export = Export(context.snapshot, subject.row)
    let (connection, service): (Connection, Service)
    switch examination.destination(of: export) {
    case .verdict(let verdict): return verdict
    case .known(let of, let known): (connection, service) = (of, known)
    }
    let question = SizeQuestion(export, connection, service, totals, agreed, context)
    let limited = examination.clause(.limited, question.isLimited)
    if limited == .false {
      return examination.notApplicable(.noLimit, ["service": .text(service.title)])
    }
    question.show(&examination)
    let exceeded = examination.clause(.exceeded, question.exceeds)
    if question.unclearContract != nil, exceeded == .missing {
      return examination.unknown(.contractUnclear, ["service": .text(service.title)])
    }
    guard limited == .true, let limit = question.limit else {
      return examination.unknown(.countMissing)
    }
    lazy var arguments: KeyValuePairs<String, MessageValue> = [
      "service": .text(service.title), "maximum": .integer(limit.maximum),
      "least": .integer(question.size.lower), "most": .integer(question.size.upper ?? 0),
    ]
    switch exceeded {
    case .true:
      guard !limit.isRecommendation else {
        examination.note(.recommendationExceeded, ["maximum": .integer(limit.maximum)])
        return examination.pass()
      }
      return examination.fail(.overLimit, arguments)
    case .false: return examination.pass()
    case .missing:
      // Whatever the number is, going beyond a recommendation is no failure.
      guard !limit.isRecommendation else { return examination.pass() }
      return examination.unknown(Self.reason(question, limit.maximum), arguments)
    }
  }

  private static func reason(_ question: SizeQuestion, _ limit: Int) -> Reason {
    if question.items == nil, question.recorded == nil { return .itemsUnknown }
    switch question.doubt(above: limit) {
    case .overlap?: return .segmentsMayOverlap
    case .accounts?: return .accountsNotPersons
    case .otherExports?: return .accountUnknown
    case .countMissing?, nil: return .countMissing
    }
  }
}

extension Export {
  /// The type of the export's connection as the snapshot writes it.
  func typeText(_ context: AuditContext) -> MessageValue {
    context.connection(of: self)?.typeText ?? .message(Message("value.not-stated"))
  }
}
