import Model

/// SHR-05: enrichment connections, which every contributor may use, have an owner and a review of
/// their use, and nobody claims that they are for administrators alone.
struct EnrichmentUseAccounted: PlainRule {
  enum Clause: String, CaseIterable, Sendable {
    /// The connection serves enrichments.
    case servesEnrichments
    /// The snapshot doesn't claim that administrators alone may use it.
    case noAdministratorsOnlyClaim
    /// The connection has an owner.
    case owned
    /// Somebody has reviewed its use.
    case useReviewed
  }

  enum Reason: String, CaseIterable, Sendable {
    case exportConnection = "export-connection"
    case purposeUnknown = "purpose-unknown"
    case noOwner = "no-owner"
    case noUseReview = "no-use-review"
    case claimedForAdministrators = "claimed-for-administrators"
    case ownerUnknown = "owner-unknown"
    case useReviewUnknown = "use-review-unknown"
  }

  static let description = RuleDescription(
    "SHR-05", group: .sharing, severity: .medium, subject: .connection,
    sections: [.connections, .principals, .roleAssignments], clauses: clauseNames,
    controls: [
      ControlMapping(.gdpr, ["25(2)", "32"]),
      ControlMapping(.iso27701, ["6.6.2.1"]),
      ControlMapping(.iso27001, ["A.5.15", "A.5.18"]),
      ControlMapping(.nistPrivacy, ["PR.AC-P4"]),
      ControlMapping(.nist80053, ["AC-6"]),
      ControlMapping(.soc2, ["CC6.3"]),
      ControlMapping(.ccpa, ["1798.100(c)"]),
    ])
  /// The connections.
  static let population = Population.rows([.connections])

  /// A claim of restricted use is no fault: the documents contradict each other about it.
  func judge(_ subject: SubjectRecord, _ examination: inout Examination<Self>) -> Verdict {
    let context = examination.context
    let connection = Connection(context.snapshot, subject.row)
    let serves = examination.clause(.servesEnrichments, !connection.servesExports(context))
    if serves == .false { return examination.notApplicable(.exportConnection) }
    show(connection, &examination)
    let isUnclaimed = examination.clause(
      .noAdministratorsOnlyClaim, connection.isUnclaimedForAdministrators)
    let owned = examination.clause(.owned, context.isStated(connection, .ownerPrincipalId))
    let reviewed = examination.clause(
      .useReviewed,
      context.clock.isAhead(connection[.usageReviewReviewedUtc])
        ? .missing : context.isStated(connection, .usageReviewReviewedUtc))
    guard serves == .true else { return examination.unknown(.purposeUnknown) }
    if owned == .false { return examination.fail(.noOwner) }
    if reviewed == .false { return examination.fail(.noUseReview) }
    if isUnclaimed != .true {
      examination.note(.accessDocumentsConflict)
      return examination.unknown(.claimedForAdministrators)
    }
    if owned == .missing { return examination.unknown(.ownerUnknown) }
    if reviewed == .missing { return examination.unknown(.useReviewUnknown) }
    return examination.pass()
  }

  private func show(_ connection: Connection, _ examination: inout Examination<Self>) {
    examination.evidence(connection, .type)
    examination.evidence(connection, .allowedRoles, of: Role.self)
    examination.evidence(connection, .ownerPrincipalId)
    examination.evidence(connection, .usageReviewReviewedUtc)
    examination.evidence(connection, .usageReviewReviewedBy)
    guard examination.isRecording else { return }
    let contributors = examination.context.standings.count {
      $0.roles.holds(.contributor) == .true && $0.isEnabled != .false
    }
    examination.evidence(.contributors, .integer(contributors))
  }
}

extension Connection {
  /// Whether nobody says that administrators alone may use the connection.
  fileprivate var isUnclaimedForAdministrators: Truth {
    guard case .value(let roles) = self[.allowedRoles] else {
      return self[.allowedRoles].isUnreadable ? .missing : .true
    }
    return roles.values(Role.self).reduce(.false) { isOpen, role in
      role.known.map { isOpen || Truth($0 != .admin) } ?? (isOpen || .missing)
    }
  }
}
