import Model

/// CON-01: every connection that needs a transfer consent has a complete record of one.
struct TransferConsentRecorded: PlainRule {
  enum Clause: String, CaseIterable, Sendable {
    /// The type of the connection had an agree step when it was made.
    case needed
    /// An accepted consent names who agreed and when.
    case recorded
  }

  enum Reason: String, CaseIterable, Sendable {
    case noStep = "no-consent-step"
    case typeUnknown = "type-unknown"
    case typeAmbiguous = "type-ambiguous"
    case stepCameLater = "step-did-not-exist"
    case creationUnknown = "creation-unknown"
    case underlyingUnknown = "underlying-connection-unknown"
    case consentsMissing = "consents-missing"
    case consentsIncomplete = "consents-incomplete"
    case stateUnknown = "state-unknown"
    case recordUnreadable = "record-unreadable"
    case recordIncomplete = "incomplete"
    case noRecord = "no-record"
    case notAccepted = "not-accepted"
    case recordedForUnknownType = "recorded-for-unknown-type"
  }

  static let description = RuleDescription(
    "CON-01", group: .consent, severity: .critical, subject: .connection,
    sections: [.connections, .consents], clauses: clauseNames,
    controls: [
      ControlMapping(.gdpr, ["5(2)", "24(1)", "28(3)(a)", "30"]),
      ControlMapping(.iso27701, ["A.7.2.8", "A.7.5.3", "A.7.5.4"]),
      ControlMapping(.iso27001, ["A.5.14", "A.5.31", "A.5.34"]),
      ControlMapping(.nistPrivacy, ["CT.PO-P1", "CM.AW-P4"]),
      ControlMapping(.nist80053, ["PT-2", "AC-21", "CA-3"]),
      ControlMapping(.soc2, ["P6.1", "P6.2", "CC2.3"]),
      ControlMapping(.ccpa, ["1798.100(d)", "1798.130(a)(5)"]),
    ])
  /// The connections.
  static let population = Population.rows([.connections])

  /// A complete consent passes whatever the type; without one the type decides.
  func judge(_ subject: SubjectRecord, _ examination: inout Examination<Self>) -> Verdict {
    let context = examination.context
    let connection = Connection(context.snapshot, subject.row)
    examination.evidence(connection, .type)
    examination.evidence(connection, .createdUtc)
    let need = ConsentNeed(connection, context)
    let needed = examination.clause(.needed, need.truth)
    if needed == .false { return examination.notApplicable(.noStep, ["type": connection.typeText]) }
    let record = ConsentRecord(connection, need, &examination)
    switch examination.clause(.recorded, record.truth) {
    case .true:
      if needed == .true { return examination.pass() }
      return examination.pass(.recordedForUnknownType, ["type": connection.typeText])
    case .missing where needed == .true:
      return examination.unknown(record.reason, ["type": connection.typeText])
    case .false where needed == .true:
      return examination.fail(
        record.reason, ["count": .integer(context.snapshot.count(.consents))])
    default:
      return examination.unknown(
        need.reason,
        [
          "type": connection.typeText,
          "since": .text(need.service?.consentStepDocumentedSince ?? ""),
        ])
    }
  }
}

/// Whether a connection needs a transfer consent, by the facts that held when it was made.
struct ConsentNeed {
  var truth: Truth
  var reason = TransferConsentRecorded.Reason.typeUnknown
  var service: Service?
  /// Whether the consent of another connection, which this one is made through, counts.
  var isInherited = false

  /// The first day on which the documents know connections.
  private static let firstConnections = "2021-02-09"

  init(_ connection: Connection, _ context: AuditContext) {
    truth = .missing
    guard let name = connection[.type].known else { return }
    switch context.service(name, connection.family) {
    case .unrecognized: return
    case .ambiguous:
      reason = .typeAmbiguous
      return
    case .known(let service): self.service = service
    }
    guard let service, service.consentStep.contains(where: { $0.value != .no }) else {
      truth = .false
      return
    }
    isInherited = service.consentStep.contains { $0.value == .inherits }
    let since = service.consentStepDocumentedSince ?? ""
    guard let created = connection[.createdUtc].known?.date.description else {
      // Even the oldest connection is younger than some steps, unless it was carried over.
      let isOlder = connection[.migrated].known ?? false
      truth = since <= Self.firstConnections && !isOlder ? .true : .missing
      reason = .creationUnknown
      return
    }
    guard created >= since else {
      reason = .stepCameLater
      return
    }
    truth = Truth(service.consentStep.on(created)?.value != .no)
  }
}

/// Whether the consents of a connection hold a complete, accepted one.
struct ConsentRecord {
  var truth: Truth
  var reason: TransferConsentRecorded.Reason

  init(
    _ connection: Connection, _ need: ConsentNeed,
    _ examination: inout Examination<TransferConsentRecorded>
  ) {
    let context = examination.context
    (truth, reason) = (.missing, .consentsMissing)
    examination.evidence(
      .recordsRead, .integer(context.snapshot.count(.consents)), at: connection.pointer)
    guard context.coverage.isPresent(.consents) else { return }
    var identifier = connection[.connectionId].known
    if need.isInherited {
      examination.evidence(connection, .viaConnectionId)
      identifier = connection[.viaConnectionId].known
    }
    guard let identifier else {
      reason = need.isInherited ? .underlyingUnknown : .consentsMissing
      return
    }
    (truth, reason) =
      context.coverage.isComplete(.consents) ? (.false, .noRecord) : (.missing, .consentsIncomplete)
    for consent in context.consents(of: identifier)
    where consent.isAboutConnection != .false {
      switch Self.completeness(of: consent, context.clock) {
      case .true:
        (truth, reason) = (.true, .noRecord)
      case .missing where truth != .true:
        (truth, reason) = (
          .missing,
          consent.isAcceptedForConnection == .true ? .recordUnreadable : .stateUnknown
        )
      case .false where truth == .false:
        let isAccepted = consent.isAcceptedForConnection == .true
        reason = isAccepted || reason == .recordIncomplete ? .recordIncomplete : .notAccepted
      default: break
      }
      examination.evidence(consent, .state)
      examination.evidence(consent, .acceptedBy)
      examination.evidence(consent, .acceptedUtc)
      examination.evidence(consent, .evidence)
    }
    if truth == .false, context.index.hasUnplacedConsents {
      (truth, reason) = (.missing, .stateUnknown)
    }
  }

  private static func completeness(of consent: Consent, _ clock: AuditClock) -> Truth {
    // A value that can't be read, or can't be true, may stand for a right one; one that is not there
    // is not recorded.
    let person: Truth =
      consent[.acceptedBy].isUnreadable ? .missing : Truth(consent.hasName(.acceptedBy))
    let isUnclear = consent[.acceptedUtc].isUnreadable || consent.isAhead(of: clock)
    let time: Truth = isUnclear ? .missing : Truth(consent[.acceptedUtc].known != nil)
    return consent.isAcceptedForConnection && person && time
  }
}
