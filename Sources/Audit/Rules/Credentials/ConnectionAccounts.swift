import Model

/// The accounts that a connection signs in with: its export user and the owner of its credential.
struct ConnectionAccounts {
  /// Whether the accounts that count are named and listed.
  private(set) var found = Truth.true
  /// Whether all of them may sign in.
  private(set) var enabled = Truth.true
  /// Whether the one that counts belongs to a service, or has a deputy who may sign in.
  private(set) var covered = Truth.true
  /// The name of the account that decides against the connection, or leaves it open.
  private(set) var spoiler = ""
  /// Whether the account that counts is named.
  private(set) var isNamed = false
  private let context: AuditContext

  /// The export user counts where the type demands one, else the owner of the credential.
  ///
  /// Whoever else is named has to be able to sign in.
  init(_ connection: Connection, _ service: Service?, _ context: AuditContext) {
    self.context = context
    let exportUser = connection[.credentialExportUserPrincipalId]
    let owner = connection[.credentialOwnerPrincipalId]
    let isUserDemanded = service?.needsExportUser == true
    let demanded = isUserDemanded ? exportUser : owner
    isNamed = demanded.known != nil
    if demanded.known == nil { found = .missing }
    add(exportUser, counts: isUserDemanded, connection)
    add(owner, counts: !isUserDemanded, connection)
  }

  private mutating func add(
    _ field: Field<Identifier>, counts: Bool, _ connection: Connection
  ) {
    guard !field.isAbsent, !field.isNull else { return }
    guard let name = field.known, let principal = context.find(Principal.self, name) else {
      if found == .true { spoiler = field.known.map(context.snapshot.text) ?? "" }
      found = found && .missing
      return
    }
    let maySignIn = principal[.enabled].known.map(Truth.init) ?? .missing
    note(name, maySignIn)
    enabled = enabled && maySignIn
    guard counts else { return }
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
    guard let principal = context.find(Principal.self, deputy) else { return .missing }
    let maySignIn = principal[.enabled].known.map(Truth.init) ?? .missing
    guard principal[.principalType].known == .group else { return maySignIn }
    // A group isn't signed in with; its members are.
    return principal[.enabled].known == false
      ? .false : hasMember(principal, beside: name)
  }

  /// Whether a group has a member besides an account who may sign in.
  private func hasMember(_ group: Principal, beside name: Identifier) -> Truth {
    guard let members = group[.groupMembers].known?.values(Identifier.self) else {
      return .missing
    }
    let key = context.principalKey(name)
    return members.reduce(.false) { found, member in
      guard !member.isNull else { return found }
      guard let member = member.known else { return found || .missing }
      if context.principalKey(member) == key { return found }
      // Groups are expanded by one level.
      guard let principal = context.find(Principal.self, member), !context.isGroup(member) else {
        return found || .missing
      }
      return found || (principal[.enabled].known.map(Truth.init) ?? .missing)
    }
  }
}
