import Model

/// CON-06: a connection whose consent was withdrawn, declined or has expired sends nothing more.
struct WithdrawnConsentStopsTransfer: Rule {
  enum Clause: String, CaseIterable, Sendable {
    /// The last decision ended the consent.
    case ended
    /// No export or enrichment of the connection is active.
    case nothingActive
    /// No schedule of the connection is on.
    case nothingScheduled
    /// No run started while there was no consent.
    case nothingRan
  }

  enum Reason: String, CaseIterable, Sendable {
    case noConsentState = "no-consent-state"
    case consentsMissing = "consents-missing"
    case consentsIncomplete = "consents-incomplete"
    case stateUnknown = "state-unknown"
    case orderUnknown = "order-unknown"
    case underlyingUnknown = "underlying-connection-unknown"
    case stillActive = "still-active"
    case stillScheduled = "still-scheduled"
    case runAfterWithdrawal = "run-after-withdrawal"
    case activityUnknown = "activity-unknown"
    case schedulesUnknown = "schedules-unknown"
    case runAtWithdrawal = "run-at-withdrawal"
    case runAcrossWithdrawal = "run-across-withdrawal"
    case runsUnknown = "runs-unknown"
  }

  static let description = RuleDescription(
    "CON-06", group: .consent, severity: .critical, subject: .connection,
    sections: [.connections, .consents, .exports, .enrichments, .runs, .schedules],
    clauses: clauseNames,
    controls: [
      ControlMapping(.gdpr, ["7(3)", "17(1)(b)", "18", "21(3)", "33"]),
      ControlMapping(.iso27701, ["A.7.3.4", "A.7.3.7"]),
      ControlMapping(.iso27001, ["A.5.14", "A.5.26", "A.8.12"]),
      ControlMapping(.nistPrivacy, ["CM.AW-P5", "CT.DM-P4"]),
      ControlMapping(.nist80053, ["AC-4", "IR-6", "PT-4"]),
      ControlMapping(.soc2, ["P2.1", "P6.3", "CC7.4"]),
      ControlMapping(.ccpa, ["1798.105", "1798.120", "1798.135"]),
    ],
    parameters: [RuleParameter("graceMinutes", 0, in: 0...10_080, .minutes), .logEnd])
  /// The connections.
  static let population = Population.rows([.connections])

  private let grace: Int64

  /// The rule with the period of grace of a run.
  init(_ description: RuleDescription) {
    grace = Int64(description.value("graceMinutes") * Double(Instant.minute))
  }

  /// An accepted last decision passes, unless something ran between an end and a renewal.
  func judge(_ subject: SubjectRecord, _ examination: inout Examination<Self>) -> Verdict {
    let context = examination.context
    let connection = Connection(context.snapshot, subject.row)
    guard context.coverage.isPresent(.consents) else {
      return examination.unknown(.consentsMissing)
    }
    guard let holder = connection.consentHolder(context) else {
      return examination.unknown(.underlyingUnknown)
    }
    let events = ConsentEvents(context.consents(of: holder), context)
    if events.hasUnclearRow { return examination.unknown(.stateUnknown) }
    if events.areTooMany { return examination.unknown(.orderUnknown) }
    if events.events.isEmpty {
      return context.coverage.isComplete(.consents)
        ? examination.notApplicable(.noConsentState) : examination.unknown(.consentsIncomplete)
    }
    for event in events.events where event.state != .accepted {
      examination.evidence(event.consent, .state)
      examination.evidence(event.consent, .withdrawnUtc)
      examination.evidence(event.consent, .withdrawnBy)
      examination.evidence(event.consent, .decidedUtc)
    }
    // A row that is not listed may renew the consent.
    guard context.coverage.isComplete(.consents) else {
      return examination.unknown(.consentsIncomplete)
    }
    let activity = RemainingActivity(connection, context)
    var runs = RunsWithoutConsent(connection, events, grace, &examination)
    let ended = examination.clause(.ended, events.isEnded)
    let nothingActive = examination.clause(.nothingActive, activity.nothingActive)
    let nothingScheduled = examination.clause(.nothingScheduled, activity.nothingScheduled)
    let nothingRan = examination.clause(.nothingRan, runs.truth)
    if nothingRan == .false {
      return examination.fail(.runAfterWithdrawal, ["count": .integer(runs.count)])
    }
    if ended == .true {
      if nothingActive == .false { return examination.fail(.stillActive) }
      if nothingScheduled == .false { return examination.fail(.stillScheduled) }
    }
    if ended == .missing, (nothingActive && nothingScheduled) != .true {
      return examination.unknown(.orderUnknown)
    }
    if ended == .true, nothingActive == .missing { return examination.unknown(.activityUnknown) }
    if ended == .true, nothingScheduled == .missing {
      return examination.unknown(.schedulesUnknown)
    }
    if nothingRan == .missing {
      if runs.truth != .missing { runs.reason = .runsUnknown }
      return examination.unknown(runs.reason)
    }
    return examination.pass()
  }
}
