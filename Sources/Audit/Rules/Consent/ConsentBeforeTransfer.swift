import Model

/// CON-03: the transfer consent is older than the first run and the first schedule, and not older
/// than the connection.
struct ConsentBeforeTransfer: Rule {
  enum Clause: String, CaseIterable, Sendable {
    /// There is an accepted consent.
    case accepted
    /// No run started before it.
    case beforeRuns
    /// No schedule was switched on before it.
    case beforeSchedules
    /// It is not older than the connection.
    case afterCreation
  }

  enum Reason: String, CaseIterable, Sendable, ConsentReason {
    case noAcceptedConsent = "no-accepted-consent"
    case consentsMissing = "consents-missing"
    case consentsIncomplete = "consents-incomplete"
    case stateUnknown = "state-unknown"
    case underlyingUnknown = "underlying-connection-unknown"
    case timeUnknown = "time-unknown"
    case afterFirstTransfer = "after-first-transfer"
    case afterSchedule = "after-schedule"
    case beforeCreation = "before-creation"
    case earlierConsentPossible = "earlier-consent-possible"
    case sameDay = "same-day"
    case runStartUnknown = "run-start-unknown"
    case runsMissing = "runs-missing"
    case runsIncomplete = "runs-incomplete"
    case windowStartsLater = "window-starts-later"
    case usersUnknown = "users-unknown"
    case scheduleStartUnknown = "schedule-start-unknown"
    case creationUnknown = "creation-unknown"
  }

  static let description = RuleDescription(
    "CON-03", group: .consent, severity: .high, subject: .connection,
    sections: [.connections, .consents, .exports, .enrichments, .runs, .schedules],
    clauses: clauseNames,
    controls: [
      ControlMapping(.gdpr, ["5(1)(a)", "6(1)", "28(3)(a)"]),
      ControlMapping(.iso27701, ["A.7.2.3", "A.7.2.4", "A.7.5.3"]),
      ControlMapping(.iso27001, ["A.5.14", "A.8.15"]),
      ControlMapping(.nistPrivacy, ["CT.PO-P1", "CM.AW-P4"]),
      ControlMapping(.nist80053, ["PT-2", "AU-3", "AU-10"]),
      ControlMapping(.soc2, ["P6.1", "P3.2"]),
      ControlMapping(.ccpa, ["1798.100(c)"]),
    ],
    parameters: [
      RuleParameter("skewToleranceSeconds", 300, in: 0...86_400, .seconds), .logEnd,
    ])
  /// The connections.
  static let population = Population.rows([.connections])

  private let tolerance: Int64

  /// The rule with the tolerance of a run.
  init(_ description: RuleDescription) {
    tolerance = Int64(description.value("skewToleranceSeconds")) * Instant.second
  }

  /// The first accepted consent is compared with everything that may have used the connection.
  func judge(_ subject: SubjectRecord, _ examination: inout Examination<Self>) -> Verdict {
    let connection = Connection(examination.context.snapshot, subject.row)
    let accepted = AcceptedConsents(connection, examination.context)
    switch examination.clause(.accepted, accepted.exist) {
    case .false: return examination.notApplicable(.noAcceptedConsent)
    case .missing: return examination.unknown(Reason(accepted.gap))
    case .true: break
    }
    guard let first = accepted.first, let agreed = first[.acceptedUtc].known else {
      return examination.unknown(.timeUnknown)
    }
    examination.evidence(first, .acceptedUtc)
    let consent = examination.span(agreed)
    var runs = FirstTransfer(connection, consent, tolerance, &examination)
    let schedules = FirstSchedule(connection, consent, tolerance, runs, &examination)
    let creation = CreationBeforeConsent(connection, consent, tolerance, &examination)
    // A consent that nobody listed or dated may have come before all of them.
    let worst: Truth = accepted.mayHoldEarlier ? .missing : .false
    let beforeRuns = examination.clause(.beforeRuns, runs.truth || worst)
    let beforeSchedules = examination.clause(.beforeSchedules, schedules.truth || worst)
    let afterCreation = examination.clause(.afterCreation, creation.truth)
    if beforeRuns == .false {
      return examination.fail(.afterFirstTransfer, ["count": .integer(runs.earlier)])
    }
    if beforeSchedules == .false { return examination.fail(.afterSchedule) }
    if afterCreation == .false { return examination.fail(.beforeCreation) }
    if beforeRuns == .missing && runs.truth == .false
      || beforeSchedules == .missing && schedules.truth == .false
    {
      return examination.unknown(.earlierConsentPossible)
    }
    if beforeRuns == .missing {
      if runs.reason == .runStartUnknown, agreed.isDayOnly { runs.reason = .sameDay }
      return examination.unknown(runs.reason)
    }
    if beforeSchedules == .missing { return examination.unknown(.scheduleStartUnknown) }
    if afterCreation == .missing {
      return examination.unknown(creation.isKnown ? .sameDay : .creationUnknown)
    }
    if runs.isTolerated || schedules.isTolerated || creation.isTolerated {
      examination.note(.withinTolerance, ["tolerance": .seconds(Int(tolerance / Instant.second))])
    }
    return examination.pass()
  }
}

extension AcceptedConsents {
  /// Whether another accepted consent may be earlier than the first known one.
  var mayHoldEarlier: Bool {
    gap != nil || consents.contains { $0[.acceptedUtc].known == nil }
  }

  /// The accepted consent with the earliest known time.
  var first: Consent? {
    consents.filter { $0[.acceptedUtc].known != nil }
      .min {
        ($0[.acceptedUtc].known?.microseconds ?? 0) < ($1[.acceptedUtc].known?.microseconds ?? 0)
      }
  }
}
