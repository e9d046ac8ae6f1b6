import Model

/// What the snapshot says of the vault that a connection names.
struct VaultCheck {
  /// The vault, if the snapshot describes it.
  let vault: KeyVault?
  /// Whether every named secret is there and enabled.
  private(set) var secrets = Truth.missing
  /// The first secret that is not there or not enabled, if one isn't.
  private(set) var secret = ""
  /// Whether that secret is there, but not enabled.
  private(set) var isDisabled = false
  /// Whether the firewall is off.
  private(set) var firewallOff = Truth.missing
  /// Whether the vault lies in the region of the environment.
  private(set) var sameRegion = Truth.missing
  /// Whether secrets may be read and listed.
  private(set) var readable = Truth.missing
  /// Whether nothing else is granted.
  private(set) var nothingMore = Truth.missing
  /// The first permission that isn't needed.
  private(set) var permission = ""
  private unowned(unsafe) let context: AuditContext

  init(_ connection: Connection, _ context: AuditContext) {
    self.context = context
    vault = connection[.credentialKeyVaultRef].known.flatMap { context.find(KeyVault.self, $0) }
    guard let vault else { return }
    firewallOff = vault[.firewallEnabled].known.map { Truth(!$0) } ?? .missing
    sameRegion = context.isInRegionOfEnvironment(vault[.region].known)
    checkPermissions(vault)
    checkSecrets(connection, vault)
  }

  private mutating func checkPermissions(_ vault: KeyVault) {
    guard let granted = vault[.grantedPermissions].known?.values(Identifier.self) else { return }
    var (canGet, canList) = (false, false)
    readable = .true
    nothingMore = .true
    for field in granted {
      guard let name = field.known.map(context.snapshot.text) else {
        readable = readable && .missing
        nothingMore = nothingMore && .missing
        continue
      }
      switch Regions.fold(name) {
      case "secretsget", "get": canGet = true
      case "secretslist", "list": canList = true
      case "keyvaultsecretsuser": (canGet, canList) = (true, true)
      case "keyvaultreader", "keysget", "keyslist", "certificatesget", "certificateslist": break
      default:
        if nothingMore != .false { permission = name }
        nothingMore = .false
      }
    }
    if !(canGet && canList), readable == .true { readable = .false }
  }

  private mutating func checkSecrets(_ connection: Connection, _ vault: KeyVault) {
    guard let names = connection[.credentialSecretNames].known?.values(Identifier.self),
      !names.isEmpty
    else { return }
    var states: [String: Truth] = [:]
    if let rows = vault[.secrets].known {
      for offset in 0..<rows.count {
        guard let name = rows.field(offset, "name", Identifier.self).known else { continue }
        let isEnabled = rows.field(offset, "enabled", Bool.self).known.map(Truth.init) ?? .missing
        // Of a secret that is listed as enabled and as disabled nobody knows which it is.
        let other = states.updateValue(isEnabled, forKey: vault.text(name)) ?? isEnabled
        if other != isEnabled { states[vault.text(name)] = .missing }
      }
    }
    let isListed: Truth = vault[.secrets].known == nil ? .missing : context.isNone(in: .keyVaults)
    secrets = .true
    for field in names {
      guard let name = field.known.map(connection.text) else {
        secrets = secrets && .missing
        continue
      }
      let state = states[name] ?? isListed
      if state == .false, secrets != .false {
        secret = name
        isDisabled = states[name] != nil
      }
      secrets = secrets && state
    }
    // Whether a vault that refused the last access holds them still, nobody knows.
    let error = vault[.lastAccessError]
    let isRefused = error.known.map { !context.snapshot.isBlank($0) } ?? error.isUnreadable
    if isRefused { secrets = secrets && .missing }
  }

  func show<Examined: Rule>(_ examination: inout Examination<Examined>, _ connection: Connection) {
    guard let vault else { return }
    examination.evidence(connection, .credentialSecretNames, of: Identifier.self)
    examination.evidence(vault, .region)
    examination.evidence(vault, .firewallEnabled)
    examination.evidence(vault, .grantedPermissions, of: Identifier.self)
    examination.evidence(vault, .lastAccessError)
    if let environment = context.environment { examination.evidence(environment, .region) }
  }
}

extension AuditContext {
  /// The environment, if the snapshot describes it.
  var environment: EnvironmentRecord? { snapshot.environment }

  /// Whether a region is that of the environment; missing if either isn't known.
  func isInRegionOfEnvironment(_ region: Identifier?) -> Truth {
    guard let region, let own = environment?[.region].known else { return .missing }
    return catalogue.regions.isSameRegion(snapshot.text(region), snapshot.text(own))
  }
}
