import Model

/// CRD-05: no connection stops when one person leaves.
struct ServiceIdentity: PlainRule {
  enum Clause: String, CaseIterable, Sendable {
    /// Something signs in.
    case signsIn
    /// It does so as somebody with an account, not as a service of its own.
    case usesAccount
    /// The strongest documented way of signing in is used.
    case strongest
    /// The accounts are listed in the snapshot.
    case found
    /// They may sign in.
    case enabled
    /// Each belongs to a service, or has a deputy.
    case covered
  }

  enum Reason: String, CaseIterable, Sendable {
    case nothingSignsIn = "nothing-signs-in"
    case accountDisabled = "account-disabled"
    case noDeputy = "no-deputy"
    case weakMethod = "weak-method"
    case typeUnknown = "type-unknown"
    case accountUnknown = "account-unknown"
    case accountNotListed = "account-not-listed"
    case enabledUnknown = "enabled-unknown"
    case deputyUnknown = "deputy-unknown"
    case methodUnknown = "method-unknown"
  }

  static let description = RuleDescription(
    "CRD-05", group: .credentials, severity: .medium, subject: .connection,
    sections: [.connections, .principals, .exports], clauses: clauseNames,
    controls: [
      ControlMapping(.gdpr, ["32(1)(b)", "32(1)(d)"]),
      ControlMapping(.iso27701, ["6.6.2.1"]),
      ControlMapping(.iso27001, ["A.5.16", "A.5.18", "A.6.5"]),
      ControlMapping(.nistPrivacy, ["PR.AC-P1", "PR.AC-P6"]),
      ControlMapping(.nist80053, ["AC-2", "AC-2(3)", "IA-5"]),
      ControlMapping(.soc2, ["CC6.2", "CC6.3", "A1.2"]),
      ControlMapping(.ccpa, ["1798.100(e)"]),
    ])
  /// The connections.
  static let population = Population.rows([.connections])

  /// Whoever made the connection is no proof of whose account it uses.
  func judge(_ subject: SubjectRecord, _ examination: inout Examination<Self>) -> Verdict {
    let context = examination.context
    let connection = Connection(context.snapshot, subject.row)
    let method = connection[.credentialMethod].known
    show(connection, &examination)
    guard examination.clause(.signsIn, method.map { Truth($0 != .none) } ?? .missing) != .false
    else { return examination.notApplicable(.nothingSignsIn) }
    let isService = method.map { Truth($0 == .servicePrincipal || $0 == .managedIdentity) }
    guard examination.clause(.usesAccount, !(isService ?? .missing)) != .false else {
      return examination.pass()
    }
    let service = context.service(of: connection).service
    let strongest = examination.clause(.strongest, isStrongest(method, service))
    let accounts = ConnectionAccounts(connection, service, context)
    let found = examination.clause(.found, accounts.found)
    let enabled = examination.clause(.enabled, accounts.enabled)
    let covered = examination.clause(.covered, accounts.covered)
    lazy var who: KeyValuePairs<String, MessageValue> = ["principal": .code(accounts.spoiler)]
    if enabled == .false { return examination.fail(.accountDisabled, who) }
    if covered == .false, service != nil { return examination.fail(.noDeputy, who) }
    if strongest == .false {
      return examination.fail(
        .weakMethod,
        [
          "method": .code(method?.rawValue ?? ""),
          "better": .code(service?.further.preferredCredential?.rawValue ?? ""),
        ], severity: .low)
    }
    if service == nil {
      return examination.unknown(.typeUnknown, ["type": connection.typeText])
    }
    if found != .true {
      return accounts.isNamed
        ? examination.unknown(.accountNotListed, who) : examination.unknown(.accountUnknown)
    }
    if enabled == .missing { return examination.unknown(.enabledUnknown, who) }
    if covered == .missing { return examination.unknown(.deputyUnknown, who) }
    return strongest == .missing ? examination.unknown(.methodUnknown) : examination.pass()
  }

  /// A password where the documents offer a key, an account key where they offer a service principal.
  private func isStrongest(_ method: CredentialMethod?, _ service: Service?) -> Truth {
    guard let preferred = service?.further.preferredCredential else { return .true }
    guard let method else {
      return preferred == .sshKey || preferred == .servicePrincipal ? .missing : .true
    }
    switch (preferred, method) {
    case (.sshKey, .password): return .false
    case (.servicePrincipal, .accountKey), (.servicePrincipal, .sharedAccessSignature):
      return .false
    default: return .true
    }
  }

  private func show(_ connection: Connection, _ examination: inout Examination<Self>) {
    examination.evidence(connection, .type)
    examination.evidence(connection, .credentialMethod)
    examination.evidence(connection, .credentialExportUserPrincipalId)
    examination.evidence(connection, .credentialOwnerPrincipalId)
    examination.evidence(connection, .credentialDeputyPrincipalId)
    guard examination.isRecording, let identifier = connection[.connectionId].known else { return }
    let count = examination.context.exports(of: identifier).count
    examination.evidence(.exportsReached, .integer(count))
  }
}
