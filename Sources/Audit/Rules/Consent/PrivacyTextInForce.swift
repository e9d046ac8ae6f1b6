import Model

/// CON-04: whoever agreed had read the privacy text in force, or has agreed again since.
struct PrivacyTextInForce: PlainRule {
  enum Clause: String, CaseIterable, Sendable {
    /// There is an accepted consent.
    case accepted
    /// One of them refers to the text in force.
    case currentText
    /// The connection is still used.
    case inUse
  }

  enum Reason: String, CaseIterable, Sendable, ConsentReason {
    case noAcceptedConsent = "no-accepted-consent"
    case consentsMissing = "consents-missing"
    case consentsIncomplete = "consents-incomplete"
    case stateUnknown = "state-unknown"
    case underlyingUnknown = "underlying-connection-unknown"
    case olderText = "older-text"
    case olderTextUnused = "older-text-unused"
    case textUnknown = "text-unknown"
    case timeUnknown = "time-unknown"
    case dayOfChange = "day-of-change"
    case clockUnknown = "clock-unknown"
    case useUnknown = "use-unknown"
  }

  static let description = RuleDescription(
    "CON-04", group: .consent, severity: .medium, subject: .connection,
    sections: [.connections, .consents, .exports, .enrichments], clauses: clauseNames,
    controls: [
      ControlMapping(.gdpr, ["7(1)", "13(3)", "24(1)"]),
      ControlMapping(.iso27701, ["A.7.2.3", "A.7.3.4"]),
      ControlMapping(.iso27001, ["A.5.31", "A.5.36"]),
      ControlMapping(.nistPrivacy, ["CM.AW-P1", "GV.MT-P1"]),
      ControlMapping(.nist80053, ["PT-4", "PT-5", "CM-3"]),
      ControlMapping(.soc2, ["P1.1", "P2.1", "P3.2"]),
      ControlMapping(.ccpa, ["1798.100(a)"]),
    ])
  /// The connections.
  static let population = Population.rows([.connections])

  /// One consent to the present text suffices, whatever else was agreed before.
  func judge(_ subject: SubjectRecord, _ examination: inout Examination<Self>) -> Verdict {
    let context = examination.context
    let connection = Connection(context.snapshot, subject.row)
    let accepted = AcceptedConsents(connection, context)
    switch examination.clause(.accepted, accepted.exist) {
    case .false: return examination.notApplicable(.noAcceptedConsent)
    case .missing: return examination.unknown(Reason(accepted.gap))
    case .true: break
    }
    let texts = AgreedTexts(accepted, &examination)
    let current = examination.clause(.currentText, texts.isCurrent)
    if current == .true { return examination.pass() }
    let activity = RemainingActivity(connection, context)
    let used = examination.clause(
      .inUse, !(activity.nothingActive && activity.nothingScheduled))
    if current == .missing {
      return examination.unknown(texts.reason ?? Reason(accepted.gap))
    }
    lazy var text: KeyValuePairs<String, MessageValue> = [
      "text": .code(texts.newest?.rawValue ?? "")
    ]
    switch used {
    case .true: return examination.fail(.olderText, text)
    case .false: return examination.pass(.olderTextUnused, text)
    case .missing: return examination.unknown(.useUnknown, text)
    }
  }
}

/// The texts that the accepted consents of a connection refer to.
private struct AgreedTexts {
  /// Whether one of them is the text in force.
  var isCurrent = Truth.false
  /// Why that is not known; `nil`: there may be further consents.
  var reason: PrivacyTextInForce.Reason?
  /// The newest text that was surely agreed to.
  var newest: PrivacyTextEra?

  init(_ accepted: AcceptedConsents, _ examination: inout Examination<PrivacyTextInForce>) {
    for consent in accepted.consents {
      examination.evidence(consent, .textVersion)
      examination.evidence(consent, .acceptedUtc)
    }
    guard let now = examination.now(), case .era(let present) = PrivacyTextEra.dating(now) else {
      (isCurrent, reason) = (.missing, .clockUnknown)
      return
    }
    for consent in accepted.consents {
      switch Self.era(of: consent, &examination) {
      case .success(let era):
        newest = max(newest ?? era, era)
        isCurrent = isCurrent || Truth(era >= present)
      case .failure(let doubt):
        if isCurrent == .false { reason = doubt.reason }
        isCurrent = isCurrent || .missing
      }
    }
    if accepted.gap != nil { isCurrent = isCurrent || .missing }
    if let newest {
      examination.evidence(.textAgreed, newest.words)
      examination.evidence(.textPresent, present.words)
      let later = PrivacyTextEra.allCases.filter { newest < $0 && $0 <= present }
      if !later.isEmpty { examination.evidence(.textChanges, .list(later.map(\.words))) }
    }
  }

  private struct Doubt: Error { let reason: PrivacyTextInForce.Reason }

  /// The text of a consent: as named, else as its date tells.
  private static func era(
    of consent: Consent, _ examination: inout Examination<PrivacyTextInForce>
  ) -> Result<PrivacyTextEra, Doubt> {
    switch consent[.textVersion] {
    case .value(let version):
      return PrivacyTextEra(name: consent.text(version)).map { .success($0) }
        ?? .failure(Doubt(reason: .textUnknown))
    case .unreadable: return .failure(Doubt(reason: .textUnknown))
    case .absent, .null: break
    }
    guard let time = consent[.acceptedUtc].known else {
      return .failure(Doubt(reason: .timeUnknown))
    }
    switch PrivacyTextEra.dating(examination.span(time)) {
    case .era(let era):
      examination.note(.textFromDate)
      return .success(era)
    case .boundary: return .failure(Doubt(reason: .dayOfChange))
    }
  }
}
