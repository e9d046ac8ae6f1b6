import Model

/// SHR-03: everybody whom a connection, an export, a schedule or a run names exists, is enabled and
/// has a fitting role.
struct PrincipalsValid: PlainRule {
  enum Clause: String, CaseIterable, Sendable {
    /// Every named principal is listed, and is a user or a group of known members.
    case found
    /// Every one may sign in.
    case enabled
    /// Every one has a role.
    case hasRole
    /// Nobody who may only view is allowed to use the connection.
    case mayUse
    /// Marketing contributors appear only where business units are enabled.
    case inBusinessUnit
    /// Marketing contributors export only segments that they own.
    case ownsSegments
  }

  enum Reason: String, CaseIterable, Sendable {
    case namesNobody = "names-nobody"
    case creatorUnknown = "creator-unknown"
    case principalNotFound = "principal-not-found"
    case disabled
    case noRole = "no-role"
    case viewerOnly = "viewer-only"
    case marketingWithoutBusinessUnits = "marketing-without-business-units"
    case foreignSegment = "segment-of-another-owner"
    case principalsMissing = "principals-missing"
    case principalsIncomplete = "principals-incomplete"
    case nameNotResolved = "name-not-resolved"
    case kindUnknown = "kind-unknown"
    case groupMembersUnknown = "group-members-unknown"
    case ownersOfAppUnknown = "owners-of-app-unknown"
    case enabledNotKnown = "enabled-not-known"
    case roleUnknown = "role-unknown"
    case roleChangedLately = "role-changed-lately"
    case businessUnitsUnknown = "business-units-unknown"
    case segmentOwnerUnknown = "segment-owner-unknown"
    case allowedUnknown = "allowed-unknown"
  }

  static let description = RuleDescription(
    "SHR-03", group: .sharing, severity: .high, subject: .connection,
    sections: [
      .connections, .exports, .schedules, .runs, .principals, .roleAssignments, .environment,
      .segments,
    ], clauses: clauseNames,
    controls: [
      ControlMapping(.gdpr, ["32(4)", "5(1)(f)"]),
      ControlMapping(.iso27701, ["6.6.2.1", "6.6.2.6"]),
      ControlMapping(.iso27001, ["A.5.16", "A.5.18", "A.6.5"]),
      ControlMapping(.nistPrivacy, ["PR.AC-P1", "PR.AC-P4"]),
      ControlMapping(.nist80053, ["AC-2", "AC-2(3)", "PS-4"]),
      ControlMapping(.soc2, ["CC6.2", "CC6.3"]),
      ControlMapping(.ccpa, ["1798.100(c)"]),
    ])
  /// Whatever may name a principal.
  static let population = Population.rows([.connections, .exports, .schedules, .runs])

  /// Of several principals the worst decides.
  func judge(_ subject: SubjectRecord, _ examination: inout Examination<Self>) -> Verdict {
    guard subject.section == .runs else { return look(at: subject, &examination) }
    // Of a run nothing but its starter counts, and a few people start most runs.
    let starter = Run(examination.context.snapshot, subject.row)[.submittedBy]
    return examination.remembering(text: starter.known) {
      look(at: subject, &$0)
    }
  }

  private func look(
    at subject: SubjectRecord, _ examination: inout Examination<Self>
  ) -> Verdict {
    let context = examination.context
    var checks = PrincipalChecks(context)
    // Somebody made each of them; nobody need have started a run.
    let creator: Field<Identifier>
    switch subject.section {
    case .connections:
      let connection = Connection(context.snapshot, subject.row)
      creator = connection[.createdBy]
      addConnection(connection, &checks, context)
    case .exports:
      let export = Export(context.snapshot, subject.row)
      creator = export[.createdBy]
      checks.add(creator)
      checks.add(export[.updatedBy])
      checks.addItems(of: export)
    case .schedules:
      creator = Schedule(context.snapshot, subject.row)[.createdBy]
      checks.add(creator)
    default:
      creator = .null
      checks.add(Run(context.snapshot, subject.row)[.submittedBy])
    }
    guard checks.namesAnybody else {
      return creator.isAbsent
        ? examination.unknown(.creatorUnknown) : examination.notApplicable(.namesNobody)
    }
    var worst: Worst?
    weigh(.found, checks.found, &worst, &examination)
    weigh(.enabled, checks.enabled, &worst, &examination)
    weigh(.hasRole, checks.hasRole, &worst, &examination)
    weigh(.mayUse, checks.mayUse, &worst, &examination)
    weigh(.inBusinessUnit, checks.inBusinessUnit, &worst, &examination)
    weigh(.ownsSegments, checks.ownsSegments, &worst, &examination)
    guard let worst else { return examination.pass() }
    show(worst.part.name, &examination)
    lazy var who: KeyValuePairs<String, MessageValue> = [
      "principal": .code(worst.part.name.map(context.snapshot.text) ?? "")
    ]
    let usual = Self.usualReasons(worst.clause)
    return worst.truth == .false
      ? examination.fail(worst.part.truth == .false ? worst.part.reason ?? usual.0 : usual.0, who)
      : examination.unknown(
        worst.part.truth == .missing ? worst.part.reason ?? usual.1 : usual.1, who)
  }

  private struct Worst {
    var truth: Truth
    var clause: Clause
    var part: PrincipalChecks.Part
  }

  private func weigh(
    _ clause: Clause, _ part: PrincipalChecks.Part, _ worst: inout Worst?,
    _ examination: inout Examination<Self>
  ) {
    let truth = examination.clause(clause, part.truth)
    guard truth != .true else { return }
    if worst == nil || (worst?.truth == .missing && truth == .false) {
      worst = Worst(truth: truth, clause: clause, part: part)
    }
  }

  private func addConnection(
    _ connection: Connection, _ checks: inout PrincipalChecks, _ context: AuditContext
  ) {
    switch connection[.allowedPrincipals] {
    case .value(let names):
      for name in names.values(Identifier.self) { checks.add(name, isAllowed: true) }
    case .unreadable: checks.addUnknownList()
    case .absent, .null:
      // Connections of enrichments have no such list: they are open to every contributor.
      if connection.servesExports(context) != .false { checks.addUnknownList() }
    }
    checks.add(connection[.createdBy])
    checks.add(connection[.updatedBy])
    checks.add(connection[.credentialExportUserPrincipalId])
  }

  private func show(_ name: Identifier?, _ examination: inout Examination<Self>) {
    guard let name, let principal = examination.context.find(Principal.self, name) else { return }
    examination.evidence(principal, .principalType)
    examination.evidence(principal, .enabled)
    examination.evidence(principal, .lastSignInUtc)
  }

  private static func usualReasons(_ clause: Clause) -> (Reason, Reason) {
    switch clause {
    case .found: (.principalNotFound, .nameNotResolved)
    case .enabled: (.disabled, .enabledNotKnown)
    case .hasRole: (.noRole, .roleUnknown)
    case .mayUse: (.viewerOnly, .roleUnknown)
    case .inBusinessUnit: (.marketingWithoutBusinessUnits, .businessUnitsUnknown)
    case .ownsSegments: (.foreignSegment, .segmentOwnerUnknown)
    }
  }
}
