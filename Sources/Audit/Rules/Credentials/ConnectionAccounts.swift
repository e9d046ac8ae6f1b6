import Model

/// The accounts that a connection signs in with: its export user and the owner of its credential.
struct ConnectionAccounts {
  /// Whether the accounts that count are named and listed.
  private(set) var found = Truth.true
  /// Whether all of them may sign in.
  private(set) var enabled = Truth.true
  /// Whether each belongs to a service, or has a deputy who may sign in.
  private(set) var covered = Truth.true
  /// The name of the account that decides against the connection, or leaves it open.
  private(set) var spoiler = ""
  /// Whether the account that counts is named.
  private(set) var isNamed = false
  private let context: AuditContext

  /// Of types where the person who sets up must register, the export user has to be known; of the
  /// others, the owner of the credential.
  init(_ connection: Connection, _ service: Service?, _ context: AuditContext) {
    self.context = context
    let exportUser = connection[.credentialExportUserPrincipalId].known
    let owner = connection[.credentialOwnerPrincipalId].known
    let names = [exportUser, owner].compactMap { $0 }
    let demanded = service?.needsExportUser == true ? exportUser : exportUser ?? owner
    isNamed = demanded != nil
    if demanded == nil { found = .missing }
    for name in names { add(name, connection) }
  }

  private mutating func add(_ name: Identifier, _ connection: Connection) {
    guard let principal = context.find(Principal.self, name) else {
      if found == .true { spoiler = context.snapshot.text(name) }
      found = found && .missing
      return
    }
    let maySignIn = principal[.enabled].known.map(Truth.init) ?? .missing
    note(name, maySignIn)
    enabled = enabled && maySignIn
    let isCovered = isService(principal) || hasDeputy(connection, beside: name)
    note(name, isCovered)
    covered = covered && isCovered
  }

  /// Keeps the name of the account that decides so far.
  private mutating func note(_ name: Identifier, _ truth: Truth) {
    let isWorse = truth == .false && (enabled && covered) != .false
    if isWorse || (truth == .missing && (enabled && covered) == .true) {
      spoiler = context.snapshot.text(name)
    }
  }

  private func isService(_ principal: Principal) -> Truth {
    switch principal[.principalType].known {
    case .app?: .true
    case .user?: principal[.serviceAccount].known.map(Truth.init) ?? .missing
    case .group?, nil: .missing
    }
  }

  private func hasDeputy(_ connection: Connection, beside name: Identifier) -> Truth {
    guard let deputy = connection[.credentialDeputyPrincipalId].known else {
      return context.isStated(connection, .credentialDeputyPrincipalId)
    }
    if context.principalKey(deputy) == context.principalKey(name) { return .false }
    return context.find(Principal.self, deputy)?[.enabled].known.map(Truth.init) ?? .missing
  }
}
