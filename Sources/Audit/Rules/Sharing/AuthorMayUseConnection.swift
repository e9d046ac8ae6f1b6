import Model

/// SHR-04: an active export belongs to somebody who may still use its connection, or an
/// administrator has adopted it.
struct AuthorMayUseConnection: PlainRule {
  enum Clause: String, CaseIterable, Sendable {
    /// The export is active.
    case active
    /// Its authors since the last change by an administrator are administrators.
    case byAdministrator
    /// Those of them who aren't may still use the connection.
    case mayUse
  }

  enum Reason: String, CaseIterable, Sendable {
    case inactive
    case stateUnknown = "state-unknown"
    case noConnection = "no-connection"
    case connectionUnknown = "connection-unknown"
    case authorIsAdministrator = "author-is-administrator"
    case adopted
    case authorUnknown = "author-unknown"
    case authorRoleUnknown = "author-role-unknown"
    case accessUnknown = "access-unknown"
    case authorLostAccess = "author-lost-access"
  }

  static let description = RuleDescription(
    "SHR-04", group: .sharing, severity: .medium, subject: .export,
    sections: [.exports, .connections, .principals, .roleAssignments, .runs],
    clauses: clauseNames,
    controls: [
      ControlMapping(.gdpr, ["5(1)(f)", "32(4)"]),
      ControlMapping(.iso27701, ["6.6.2.5"]),
      ControlMapping(.iso27001, ["A.5.18", "A.8.3"]),
      ControlMapping(.nistPrivacy, ["PR.AC-P4"]),
      ControlMapping(.nist80053, ["AC-2", "AC-6(7)"]),
      ControlMapping(.soc2, ["CC6.3"]),
      ControlMapping(.ccpa, ["1798.100(c)"]),
    ])
  /// The exports.
  static let population = Population.rows([.exports])

  /// A change by an administrator adopts the export; any other change adds an author.
  func judge(_ subject: SubjectRecord, _ examination: inout Examination<Self>) -> Verdict {
    let context = examination.context
    let export = Export(context.snapshot, subject.row)
    let active: Truth =
      context.clock.hasCome(export[.removedUtc])
      ? .false : export[.state].known.map { Truth($0 == .active) } ?? .missing
    let isActive = examination.clause(.active, active)
    if isActive == .false { return examination.notApplicable(.inactive) }
    if export[.connectionId].isNull, context.coverage.isComplete(.exports) {
      return examination.notApplicable(.noConnection)
    }
    examination.evidence(export, .createdBy)
    examination.evidence(export, .updatedBy)
    let authors = ExportAuthors(export, context)
    let byAdministrator = examination.clause(.byAdministrator, authors.areAdministrators)
    if byAdministrator == .true {
      return authors.isAdopted
        ? examination.pass(.adopted) : examination.notApplicable(.authorIsAdministrator)
    }
    if isActive == .missing { return examination.unknown(.stateUnknown) }
    guard let connection = context.connection(of: export) else {
      return examination.unknown(.connectionUnknown)
    }
    let access = ConnectionAccess(connection, context)
    let mayUse = examination.clause(.mayUse, authors.mayUse(access))
    show(export, connection, &examination)
    let who = authors.first { access.allows($0) != .true } ?? authors.first { _ in true }
    lazy var name: KeyValuePairs<String, MessageValue> = [
      "principal": .code(who.map(context.snapshot.text) ?? "")
    ]
    switch mayUse {
    case .true: return examination.pass()
    case .false where byAdministrator == .false: return examination.fail(.authorLostAccess, name)
    default:
      if authors.areUnknown { return examination.unknown(.authorUnknown) }
      return examination.unknown(
        authors.haveUnknownRoles ? .authorRoleUnknown : .accessUnknown, name)
    }
  }

  private func show(
    _ export: Export, _ connection: Connection, _ examination: inout Examination<Self>
  ) {
    examination.evidence(connection, .allowedRoles, of: Role.self)
    examination.evidence(connection, .allowedPrincipals, of: Identifier.self)
    examination.evidence(connection, .sharingNarrowedUtc)
    guard let narrowed = connection[.sharingNarrowedUtc].known else {
      examination.note(.presentStateOnly)
      return
    }
    guard examination.isRecording, let identifier = export[.exportId].known else { return }
    let context = examination.context
    let since = examination.span(narrowed)
    let count = context.runEntries(of: identifier).count { ($0.start(context) > since) == .true }
    examination.evidence(.runsSince, .integer(count), at: connection.pointer)
  }
}
