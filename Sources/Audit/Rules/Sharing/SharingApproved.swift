import Model

/// SHR-02: sharing beyond administrators is approved, has a purpose and is reviewed in time.
struct SharingApproved: PlainRule {
  enum Clause: String, CaseIterable, Sendable {
    /// Others than administrators may use the connection.
    case shared
    /// Somebody approved that, at a recorded time.
    case approved
    /// The purpose of the sharing is on record.
    case purposeStated
    /// A review is planned.
    case reviewPlanned
    /// The review is not overdue.
    case reviewInTime
  }

  enum Reason: String, CaseIterable, Sendable {
    case noSharingSwitch = "no-sharing-switch"
    case notShared = "not-shared"
    case sharingUnknown = "sharing-unknown"
    case notApproved = "not-approved"
    case noPurpose = "no-purpose"
    case noReviewDate = "no-review-date"
    case reviewOverdue = "review-overdue"
    case approvalNotEvidenced = "approval-not-evidenced"
    case reviewDateUnclear = "review-date-unclear"
  }

  static let description = RuleDescription(
    "SHR-02", group: .sharing, severity: .high, subject: .connection,
    sections: [.connections, .principals, .roleAssignments, .exports], clauses: clauseNames,
    controls: [
      ControlMapping(.gdpr, ["5(1)(f)", "25(2)", "32(4)"]),
      ControlMapping(.iso27701, ["6.6.2.2", "6.6.2.5"]),
      ControlMapping(.iso27001, ["A.5.15", "A.5.18", "A.8.3"]),
      ControlMapping(.nistPrivacy, ["PR.AC-P4", "GV.PO-P3"]),
      ControlMapping(.nist80053, ["AC-2", "AC-5", "AC-6", "AC-6(7)"]),
      ControlMapping(.soc2, ["CC6.2", "CC6.3", "CC5.2"]),
      ControlMapping(.ccpa, ["1798.100(c)"]),
    ])
  /// The connections.
  static let population = Population.rows([.connections])

  /// Null counts as missing approval only where the section is called complete.
  func judge(_ subject: SubjectRecord, _ examination: inout Examination<Self>) -> Verdict {
    let context = examination.context
    let connection = Connection(context.snapshot, subject.row)
    if connection.servesExports(context) == .false {
      return examination.notApplicable(.noSharingSwitch)
    }
    examination.evidence(connection, .allowedRoles, of: Role.self)
    examination.evidence(connection, .allowedPrincipals, of: Identifier.self)
    switch examination.clause(.shared, connection.isSharedBeyondAdministrators(context)) {
    case .false: return examination.notApplicable(.notShared)
    case .missing: return examination.unknown(.sharingUnknown)
    case .true: break
    }
    SharingReach(connection, context).show(&examination)
    let approved = examination.clause(
      .approved, context.isStated(connection, .sharingApprovedBy) && connection.isApproved(context))
    let purpose = examination.clause(
      .purposeStated, context.isStated(connection, .sharingReason))
    let planned = examination.clause(
      .reviewPlanned, context.isStated(connection, .sharingReviewDueUtc))
    var inTime = Truth.missing
    if let due = connection[.sharingReviewDueUtc].known, let now = examination.now() {
      inTime = now <= examination.span(due)
    }
    inTime = examination.clause(.reviewInTime, inTime)
    let severity: FindingSeverity? = context.isGraveToShare(connection) ? .critical : nil
    if approved == .false { return examination.fail(.notApproved, severity: severity) }
    if purpose == .false { return examination.fail(.noPurpose, severity: severity) }
    if planned == .false { return examination.fail(.noReviewDate, severity: severity) }
    if planned == .true, inTime == .false {
      return examination.fail(.reviewOverdue, severity: severity)
    }
    if (approved && purpose && planned) == .missing {
      return examination.unknown(.approvalNotEvidenced, severity: severity)
    }
    if inTime == .missing { return examination.unknown(.reviewDateUnclear, severity: severity) }
    return examination.pass()
  }
}

extension Connection {
  /// Whether the sharing was approved at some time; one to come proves nothing.
  fileprivate func isApproved(_ context: AuditContext) -> Truth {
    context.clock.isAhead(self[.sharingApprovedUtc])
      ? .missing : context.isStated(self, .sharingApprovedUtc)
  }

  /// Whether the roles or principals that may use the connection include others than
  /// administrators.
  fileprivate func isSharedBeyondAdministrators(_ context: AuditContext) -> Truth {
    let byRole = isShared(with: .contributor) || isShared(with: .marketingContributor)
    guard case .value(let principals) = self[.allowedPrincipals] else { return byRole || .missing }
    return principals.values(Identifier.self).reduce(byRole) { shared, field in
      guard let name = field.known else { return shared || .missing }
      return shared || !context.standing(name).isAdministrator
    }
  }
}

extension AuditContext {
  /// Whether sharing weighs more than usual: the service advertises, or the credential reaches more
  /// than one account.
  fileprivate func isGraveToShare(_ connection: Connection) -> Bool {
    let service = connection[.type].known.flatMap { self.service($0, connection.family).service }
    return service?.category == "advertising" || credentials.reachesSeveralAccounts(connection)
  }
}
