import Model

/// SHR-01: it is on record who may use each export connection.
struct SharingKnown: PlainRule {
  enum Clause: String, CaseIterable, Sendable {
    /// The connection serves exports.
    case servesExports
    /// The roles that may use it are on record.
    case rolesRecorded
    /// All of them are roles that the platform knows.
    case rolesKnown
  }

  enum Reason: String, CaseIterable, Sendable {
    case noSharingSwitch = "no-sharing-switch"
    case purposeUnknown = "purpose-unknown"
    case rolesAbsent = "roles-absent"
    case rolesNull = "roles-null"
    case rolesUnreadable = "roles-unreadable"
    case roleOutsideVocabulary = "role-outside-vocabulary"
  }

  static let description = RuleDescription(
    "SHR-01", group: .sharing, severity: .medium, subject: .connection, sections: [.connections],
    clauses: clauseNames,
    controls: [
      ControlMapping(.gdpr, ["25(2)", "32(1)(b)"]),
      ControlMapping(.iso27701, ["6.6.2.1", "A.7.4.2"]),
      ControlMapping(.iso27001, ["A.5.15", "A.8.3"]),
      ControlMapping(.nistPrivacy, ["PR.AC-P4"]),
      ControlMapping(.nist80053, ["AC-3", "AC-6"]),
      ControlMapping(.soc2, ["CC6.1", "CC6.3"]),
      ControlMapping(.ccpa, ["1798.100(c)"]),
    ])
  /// The connections.
  static let population = Population.rows([.connections])

  /// The default of the platform is never assumed.
  func judge(_ subject: SubjectRecord, _ examination: inout Examination<Self>) -> Verdict {
    let context = examination.context
    let connection = Connection(context.snapshot, subject.row)
    switch examination.clause(.servesExports, connection.servesExports(context)) {
    case .false: return examination.notApplicable(.noSharingSwitch)
    case .missing: return examination.unknown(.purposeUnknown)
    case .true: break
    }
    examination.evidence(connection, .allowedRoles, of: Role.self)
    examination.evidence(connection, .allowedPrincipals, of: Identifier.self)
    let roles = connection[.allowedRoles]
    let words = roles.known?.values(Role.self) ?? []
    let recorded: Truth = roles.known == nil ? .missing : .true
    guard examination.clause(.rolesRecorded, recorded) == .true else {
      return examination.unknown(
        roles.isAbsent ? .rolesAbsent : roles.isNull ? .rolesNull : .rolesUnreadable)
    }
    let strange = words.lazy.compactMap { word in
      if case .unreadable(let text) = word { text } else { nil }
    }.first
    // A null in the list stands for a role that nobody named.
    let unnamed = words.contains { $0.isNull }
    let known = Truth(strange == nil) && (unnamed ? .missing : .true)
    switch examination.clause(.rolesKnown, known) {
    case .true: break
    case .missing: return examination.unknown(.rolesUnreadable)
    case .false:
      let word = strange.map(context.snapshot.text) ?? ""
      return examination.fail(.roleOutsideVocabulary, ["role": .code(word)])
    }
    if words.isEmpty { examination.note(.administratorsOnly) }
    return examination.pass()
  }
}
