import Model

/// TRF-01: an agreement with the recipient is signed, in force, about the service and its purpose,
/// and reviewed in time.
struct RecipientAgreement: Rule {
  enum Clause: String, CaseIterable, Sendable {
    /// Data goes to somebody with whom an agreement is due.
    case due
    /// The register has an agreement about the service.
    case found
    /// It has a kind and a signature.
    case signed
    /// It is in force.
    case inForce
    /// It names the purpose.
    case scoped
    /// Its last review is recent enough.
    case reviewed
  }

  enum Reason: String, CaseIterable, Sendable, ServiceReason {
    case notDue = "not-due"
    case typeUnknown = "type-unknown"
    case typeAmbiguous = "type-ambiguous"
    case partyUnclear = "party-unclear"
    case registerMissing = "register-missing"
    case registerIncomplete = "register-incomplete"
    case agreementUnplaced = "agreement-unplaced"
    case noAgreement = "no-agreement"
    case notSigned = "not-signed"
    case notInForce = "not-in-force"
    case noPurpose = "no-purpose"
    case reviewOverdue = "review-overdue"
    case factsMissing = "facts-missing"
    case purposeUnclear = "purpose-unclear"
    case recipientUnknown = "recipient-unknown"
    case anotherPossible = "another-agreement-possible"
  }

  static let description = RuleDescription(
    "TRF-01", group: .transfers, severity: .high, subject: .connection,
    sections: [.connections, .agreements], clauses: clauseNames,
    controls: [
      ControlMapping(.gdpr, ["26", "28(1)", "28(3)", "24"]),
      ControlMapping(.iso27701, ["A.7.2.6", "A.7.2.7", "B.8.5.6"]),
      ControlMapping(.iso27001, ["A.5.19", "A.5.20", "A.5.21", "A.5.22"]),
      ControlMapping(.nistPrivacy, ["ID.DE-P3", "ID.DE-P5"]),
      ControlMapping(.nist80053, ["SA-9", "SA-4", "SR-3", "SR-6", "CA-3"]),
      ControlMapping(.soc2, ["P6.4", "CC9.2"]),
      ControlMapping(.ccpa, ["1798.100(d)", "1798.140(ag)", "11 CCR 7051-7053"]),
    ],
    parameters: [RuleParameter("reviewDays", 365, in: 0...3650, .days)])
  /// The connections.
  static let population = Population.rows([.connections])

  private let reviewDays: Int
  private var agreements = Agreements()

  /// The rule with the time between reviews of a run.
  init(_ description: RuleDescription) {
    reviewDays = Int(description.value("reviewDays"))
  }

  /// Reads the register once.
  mutating func prepare(for context: AuditContext, among rules: [RuleDescription]) {
    agreements = Agreements(context)
  }

  /// Of several agreements the best one counts.
  func judge(_ subject: SubjectRecord, _ examination: inout Examination<Self>) -> Verdict {
    let context = examination.context
    let connection = Connection(context.snapshot, subject.row)
    let match = context.service(of: connection)
    examination.evidence(connection, .type)
    guard let service = match.service else {
      return examination.unknown(Reason(match), ["type": connection.typeText])
    }
    lazy var title: KeyValuePairs<String, MessageValue> = ["service": .text(service.title)]
    let due = examination.clause(.due, service.isOutward)
    if due == .false { return examination.notApplicable(.notDue, title) }
    let now = examination.now()
    let best = agreements.about(service, connection, context)
      .map { AgreementCheck($0, connection, service, now, reviewDays, context) }
      .max { $0.rank < $1.rank }
    let found = examination.clause(.found, best?.named ?? context.isNone(in: .agreements))
    guard let best, found != .false else { return none(found, due, title, &examination) }
    return judge(best, found, connection, due, title, &examination)
  }

  private func judge(
    _ check: AgreementCheck, _ named: Truth, _ connection: Connection, _ due: Truth,
    _ title: KeyValuePairs<String, MessageValue>, _ examination: inout Examination<Self>
  ) -> Verdict {
    examination.show(check.agreement)
    examination.evidence(check.agreement, .signedUtc)
    examination.evidence(check.agreement, .purpose)
    examination.evidence(connection, .purpose)
    examination.evidence(check.agreement, .reviewedUtc)
    lazy var name: KeyValuePairs<String, MessageValue> = [
      "agreement": .code(check.agreement.text(.agreementId) ?? "")
    ]
    let signed = examination.clause(.signed, check.signed)
    let inForce = examination.clause(.inForce, check.inForce)
    let scoped = examination.clause(.scoped, check.scoped)
    let reviewed = examination.clause(.reviewed, check.reviewed)
    let fits = signed && inForce && scoped && reviewed
    if fits == .false, due == .missing { return examination.unknown(.partyUnclear, title) }
    if fits == .false, mayHoldAnother(examination.context) {
      return examination.unknown(.anotherPossible, name)
    }
    if signed == .false { return examination.fail(.notSigned, name) }
    if inForce == .false { return examination.fail(.notInForce, name) }
    if scoped == .false { return examination.fail(.noPurpose, name) }
    if reviewed == .false { return examination.fail(.reviewOverdue, name) }
    guard fits == .true else {
      let isPurposeOpen = check.namesPurpose && (signed && inForce && reviewed) == .true
      return examination.unknown(isPurposeOpen ? .purposeUnclear : .factsMissing, name)
    }
    if named == .missing { return examination.unknown(.recipientUnknown, name) }
    if check.agreement[.validToUtc].isNull { examination.note(.openEnded) }
    return examination.pass()
  }

  /// Whether the register may have another agreement about the same service.
  private func mayHoldAnother(_ context: AuditContext) -> Bool {
    agreements.haveUnplaced(context) || !context.coverage.isComplete(.agreements)
  }

  private func none(
    _ found: Truth, _ due: Truth, _ title: KeyValuePairs<String, MessageValue>,
    _ examination: inout Examination<Self>
  ) -> Verdict {
    if due == .missing { return examination.unknown(.partyUnclear, title) }
    if !examination.context.coverage.isPresent(.agreements) {
      return examination.unknown(.registerMissing, title)
    }
    if agreements.haveUnplaced(examination.context) {
      return examination.unknown(.agreementUnplaced, title)
    }
    return found == .missing
      ? examination.unknown(.registerIncomplete, title)
      : examination.fail(.noAgreement, title)
  }
}
