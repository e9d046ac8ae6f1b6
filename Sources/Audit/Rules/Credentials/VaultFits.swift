import Model

/// CRD-02: the key vault of a connection can be reached, grants no more than needed, and holds the
/// named secrets.
struct VaultFits: PlainRule {
  enum Clause: String, CaseIterable, Sendable {
    /// The connection names a vault.
    case named
    /// The type of the connection can use one.
    case supported
    /// The snapshot describes the vault.
    case described
    /// Every named secret is in the vault and enabled.
    case secrets
    /// The firewall of the vault is off.
    case firewallOff
    /// The vault lies in the region of the environment.
    case sameRegion
    /// The platform may read and list secrets.
    case readable
    /// The platform may do nothing else.
    case nothingMore
  }

  enum Reason: String, CaseIterable, Sendable {
    case noVault = "no-vault"
    case vaultNotRecorded = "vault-not-recorded"
    case notSupported = "not-supported"
    case vaultNotDescribed = "vault-not-described"
    case secretNotFound = "secret-not-found"
    case secretDisabled = "secret-disabled"
    case firewallOn = "firewall-on"
    case otherRegion = "other-region"
    case permissionMissing = "permission-missing"
    case tooManyPermissions = "too-many-permissions"
    case factsMissing = "facts-missing"
    case typeUnknown = "type-unknown"
  }

  static let description = RuleDescription(
    "CRD-02", group: .credentials, severity: .high, subject: .connection,
    sections: [.connections, .keyVaults, .environment], clauses: clauseNames,
    controls: [
      ControlMapping(.gdpr, ["32(1)(b)", "32(1)(d)"]),
      ControlMapping(.iso27701, ["6.7.1"]),
      ControlMapping(.iso27001, ["A.8.24", "A.5.17", "A.8.13"]),
      ControlMapping(.nistPrivacy, ["PR.AC-P4"]),
      ControlMapping(.nist80053, ["SC-12", "IA-5", "AC-6", "CP-9"]),
      ControlMapping(.soc2, ["CC6.1", "CC6.3", "A1.2"]),
      ControlMapping(.ccpa, ["1798.100(e)"]),
    ])
  /// The connections.
  static let population = Population.rows([.connections])

  /// Whatever breaks the link comes before what grants too much, and both before what isn't known.
  func judge(_ subject: SubjectRecord, _ examination: inout Examination<Self>) -> Verdict {
    let context = examination.context
    let connection = Connection(context.snapshot, subject.row)
    examination.evidence(connection, .type)
    examination.evidence(connection, .credentialKeyVaultRef)
    switch examination.clause(.named, context.isStated(connection, .credentialKeyVaultRef)) {
    case .false: return examination.notApplicable(.noVault)
    case .missing: return examination.unknown(.vaultNotRecorded)
    case .true: break
    }
    let supported = examination.clause(.supported, context.supportsVault(connection))
    if supported == .false {
      return examination.fail(.notSupported, ["type": connection.typeText])
    }
    let check = VaultCheck(connection, context)
    guard examination.clause(.described, check.vault != nil) == .true else {
      return examination.unknown(.vaultNotDescribed)
    }
    check.show(&examination, connection)
    let secrets = examination.clause(.secrets, check.secrets)
    let firewallOff = examination.clause(.firewallOff, check.firewallOff)
    let sameRegion = examination.clause(.sameRegion, check.sameRegion)
    let readable = examination.clause(.readable, check.readable)
    let nothingMore = examination.clause(.nothingMore, check.nothingMore)
    if secrets == .false {
      lazy var secret: KeyValuePairs<String, MessageValue> = ["secret": .code(check.secret)]
      return check.isDisabled
        ? examination.fail(.secretDisabled, secret) : examination.fail(.secretNotFound, secret)
    }
    if firewallOff == .false { return examination.fail(.firewallOn) }
    if sameRegion == .false { return examination.fail(.otherRegion) }
    if readable == .false { return examination.fail(.permissionMissing) }
    if nothingMore == .false {
      return examination.fail(
        .tooManyPermissions, ["permission": .code(check.permission)], severity: .medium)
    }
    guard (secrets && firewallOff && sameRegion && readable && nothingMore) == .true else {
      return examination.unknown(.factsMissing)
    }
    if supported == .missing {
      return examination.unknown(.typeUnknown, ["type": connection.typeText])
    }
    return examination.pass()
  }
}
