import Model

/// CON-02: whoever agreed to the transfer was an administrator at that moment.
struct ConsentGivenByAdministrator: PlainRule {
  enum Clause: String, CaseIterable, Sendable {
    /// There is an accepted consent.
    case accepted
    /// Whoever agreed is a user, not a group or an application.
    case person
    /// That person was an administrator or the owner when agreeing.
    case entitled
  }

  enum Reason: String, CaseIterable, Sendable, ConsentReason {
    case noAcceptedConsent = "no-accepted-consent"
    case consentsMissing = "consents-missing"
    case consentsIncomplete = "consents-incomplete"
    case stateUnknown = "state-unknown"
    case underlyingUnknown = "underlying-connection-unknown"
    case timeUnknown = "time-unknown"
    case acceptorNotStated = "acceptor-not-stated"
    case acceptorNotFound = "principal-not-found"
    case acceptorKindUnknown = "acceptor-kind-unknown"
    case notAUser = "acceptor-not-a-user"
    case notAdministrator = "not-administrator-then"
    case roleThenUnknown = "role-then-unknown"
    case roleNow = "role-now"
    case ownerNow = "owner-now"
  }

  static let description = RuleDescription(
    "CON-02", group: .consent, severity: .high, subject: .connection,
    sections: [.connections, .consents, .principals, .roleAssignments, .environment],
    clauses: clauseNames,
    controls: [
      ControlMapping(.gdpr, ["24", "29", "32(4)"]),
      ControlMapping(.iso27701, ["A.7.2.8", "6.3.1.1"]),
      ControlMapping(.iso27001, ["A.5.2", "A.5.15", "A.5.18", "A.8.2"]),
      ControlMapping(.nistPrivacy, ["GV.PO-P3", "PR.AC-P4"]),
      ControlMapping(.nist80053, ["AC-2", "AC-3", "AC-6", "AU-10"]),
      ControlMapping(.soc2, ["CC1.3", "CC6.2", "CC6.3"]),
      ControlMapping(.ccpa, ["1798.100(c)"]),
    ])
  /// The connections.
  static let population = Population.rows([.connections])

  /// The consent in force counts: the latest accepted one, since repeating it is the remedy.
  func judge(_ subject: SubjectRecord, _ examination: inout Examination<Self>) -> Verdict {
    let connection = Connection(examination.context.snapshot, subject.row)
    let accepted = AcceptedConsents(connection, examination.context)
    switch examination.clause(.accepted, accepted.exist) {
    case .false: return examination.notApplicable(.noAcceptedConsent)
    case .missing:
      return examination.unknown(Reason(accepted.gap))
    case .true: break
    }
    let latest = accepted.latest(examination.context.clock)
    let findings = latest.map { Acceptor($0, examination.context) }
    for consent in latest {
      examination.evidence(consent, .acceptedBy)
      examination.evidence(consent, .acceptedUtc)
    }
    let acceptor = findings.max { $0.weight < $1.weight }
    let person = examination.clause(.person, acceptor?.isUser ?? .missing)
    let entitled = examination.clause(.entitled, acceptor?.isEntitled ?? .missing)
    lazy var who: KeyValuePairs<String, MessageValue> = ["principal": .code(acceptor?.name ?? "")]
    if person == .false { return examination.fail(.notAUser, who) }
    if entitled == .false { return examination.fail(.notAdministrator, who) }
    if entitled == .missing { return examination.unknown(acceptor?.doubt ?? .roleThenUnknown, who) }
    if person == .missing { return examination.unknown(.acceptorKindUnknown, who) }
    return examination.pass(acceptor?.inference, who)
  }
}

extension AcceptedConsents {
  /// The accepted consents that are not surely older than another one.
  func latest(_ clock: AuditClock) -> [Consent] {
    let times = consents.map { $0[.acceptedUtc].known.map(clock.span) }
    let newest = times.compactMap { $0?.earliest }.max()
    return consents.indices.filter { position in
      guard let time = times[position], let newest else { return true }
      return time.latest >= newest
    }.map { consents[$0] }
  }
}

/// Who agreed, and what that person was at that moment.
struct Acceptor {
  var name: String?
  var isUser = Truth.missing
  var isEntitled = Truth.missing
  /// Why it is not known whether the person was entitled.
  var doubt = ConsentGivenByAdministrator.Reason.acceptorNotStated
  /// What a positive answer was inferred from, where it does not stand in the snapshot.
  var inference: ConsentGivenByAdministrator.Reason?

  init(_ consent: Consent, _ context: AuditContext) {
    guard let identifier = consent[.acceptedBy].known else { return }
    name = context.snapshot.text(identifier)
    guard let principal = context.find(Principal.self, identifier) else {
      doubt = .acceptorNotFound
      return
    }
    isUser = context.standings[principal.row].isUser
    doubt = consent[.acceptedUtc].known == nil ? .timeUnknown : .roleThenUnknown
    guard let key = principal[.principalId].known,
      let time = consent[.acceptedUtc].known.map(context.clock.span)
    else { return }
    let history = RoleHistory(key, at: time, context.roleBook)
    let owner = context.environment?[.ownerPrincipalId].known
    let isOwner = owner.map { context.principalKey($0) == key } ?? false
    switch history.wasAdministrator {
    case .true: isEntitled = .true
    case _ where history.isUnclear: isEntitled = .missing
    case .false where history.wasSomethingElse: isEntitled = .false
    default:
      if history.isAdministratorWithoutDates {
        (isEntitled, inference) = (.true, .roleNow)
      } else if isOwner {
        (isEntitled, inference) = (.true, .ownerNow)
      } else {
        isEntitled = history.wasAdministrator
      }
    }
  }

  /// How grave the answer is: of several consents the gravest counts.
  var weight: Int {
    switch isUser && isEntitled {
    case .false: 2
    case .missing: 1
    case .true: 0
    }
  }
}

/// Which roles a principal had at one time.
struct RoleHistory {
  /// Whether the principal was an administrator; false only where the history is complete.
  var wasAdministrator = Truth.false
  /// Whether an assignment without administrator rights was surely in force.
  var wasSomethingElse = false
  /// Whether an assignment without dates makes the principal an administrator today.
  var isAdministratorWithoutDates = false
  /// Whether an assignment that may have been in force has roles or dates that can't be read: what holds
  /// today is no substitute for it.
  var isUnclear = false

  init(_ key: Identifier, at time: TimeSpan, _ book: RoleBook) {
    var isEmpty = true
    var isDated = true
    book.forEachAssignment(of: key) { assignment, isOfGroup in
      isEmpty = false
      // Groups are listed with their members of today.
      let isInForce =
        isOfGroup && assignment.isInForce(at: time, book.clock) == .true
        ? .missing : assignment.isInForce(at: time, book.clock)
      let isAdministrator = assignment.gives(.admin)
      let isUndated = isOfGroup || !assignment.isDated
      if isUndated, isInForce == .missing, isAdministrator == .true {
        isAdministratorWithoutDates = true
      }
      if isUndated, isInForce == .missing { isDated = false }
      let isTorn = assignment[.validFromUtc].isUnreadable || assignment[.validToUtc].isUnreadable
      if isInForce != .false, isTorn || isAdministrator == .missing { isUnclear = true }
      if isInForce == .true, isAdministrator == .false { wasSomethingElse = true }
      wasAdministrator = wasAdministrator || (isInForce && isAdministrator)
    }
    if wasSomethingElse, wasAdministrator == .missing, isAdministratorWithoutDates {
      wasAdministrator = .false
    }
    let isKnown = book.coverage.isComplete(.roleAssignments) && !isEmpty && isDated
    if wasAdministrator == .false, !wasSomethingElse, !isKnown { wasAdministrator = .missing }
  }
}
