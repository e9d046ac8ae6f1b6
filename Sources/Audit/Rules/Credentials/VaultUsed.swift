import Model

/// CRD-01: a stored secret lies in a key vault where the type of the connection supports that.
struct VaultUsed: PlainRule {
  enum Clause: String, CaseIterable, Sendable {
    /// The type can take its secret from a vault.
    case supported
    /// The secret lies in a vault.
    case inVault
    /// The way of signing in needs a secret.
    case needsSecret
    /// A vault is linked to the environment.
    case linked
  }

  enum Reason: String, CaseIterable, Sendable, ServiceReason {
    case notSupported = "not-supported"
    case typeUnknown = "type-unknown"
    case typeAmbiguous = "type-ambiguous"
    case noSecret = "no-secret"
    case vaultNotRecorded = "vault-not-recorded"
    case methodUnknown = "method-unknown"
    case noVaultLinked = "no-vault-linked"
    case signInWithoutVault = "sign-in-without-vault"
    case secretNotInVault = "secret-not-in-vault"
  }

  static let description = RuleDescription(
    "CRD-01", group: .credentials, severity: .medium, subject: .connection,
    sections: [.connections, .keyVaults], clauses: clauseNames,
    controls: [
      ControlMapping(.gdpr, ["32(1)(a)"]),
      ControlMapping(.iso27701, ["6.7.1", "6.6.4"]),
      ControlMapping(.iso27001, ["A.5.17", "A.8.24"]),
      ControlMapping(.nistPrivacy, ["PR.AC-P1", "PR.DS-P1"]),
      ControlMapping(.nist80053, ["IA-5", "SC-12", "SC-28"]),
      ControlMapping(.soc2, ["CC6.1"]),
      ControlMapping(.ccpa, ["1798.100(e)"]),
    ])
  /// The connections.
  static let population = Population.rows([.connections])

  /// A vault passes whatever the method; without one, the method decides how much that weighs.
  func judge(_ subject: SubjectRecord, _ examination: inout Examination<Self>) -> Verdict {
    let context = examination.context
    let connection = Connection(context.snapshot, subject.row)
    let match = context.service(of: connection)
    examination.evidence(connection, .type)
    examination.evidence(connection, .credentialMethod)
    examination.evidence(connection, .credentialKeyVaultRef)
    switch examination.clause(.supported, context.supportsVault(connection)) {
    case .false: return examination.notApplicable(.notSupported)
    case .missing:
      return examination.unknown(Reason(match), ["type": connection.typeText])
    case .true: break
    }
    let inVault = examination.clause(
      .inVault, context.isStated(connection, .credentialKeyVaultRef))
    if inVault == .true { return examination.pass() }
    let method = connection[.credentialMethod].known
    let needsSecret = examination.clause(
      .needsSecret, method.map { Truth($0.needsSecret) } ?? .missing)
    if needsSecret == .false { return examination.notApplicable(.noSecret) }
    if inVault == .missing { return examination.unknown(.vaultNotRecorded) }
    if needsSecret == .missing { return examination.unknown(.methodUnknown) }
    let linked =
      context.snapshot.count(.keyVaults) > 0 ? Truth.true : context.isNone(in: .keyVaults)
    if examination.clause(.linked, linked) == .false {
      return examination.fail(.noVaultLinked, severity: .low)
    }
    if method == .oauth { return examination.fail(.signInWithoutVault, severity: .low) }
    return examination.fail(.secretNotInVault)
  }
}

extension AuditContext {
  /// Whether a connection can take its secret from a key vault; no enrichment connection can.
  func supportsVault(_ connection: Connection) -> Truth {
    if connection.family == .enrichment { return .false }
    return service(of: connection).service.map { Truth($0.supportsKeyVault) } ?? .missing
  }
}

extension CredentialMethod {
  /// Whether the platform has to keep something secret for the method.
  var needsSecret: Bool {
    switch self {
    case .managedIdentity, .none: false
    case .oauth, .apiKey, .password, .sshKey, .accountKey, .servicePrincipal: true
    case .sharedAccessSignature, .token: true
    }
  }
}
