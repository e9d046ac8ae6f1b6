import Model

/// Which credentials reach more than one account at a destination.
///
/// Two connections have one credential if they have the same type and the same owner of the
/// credential, or the same secrets in one vault. Two sets of account ids that differ in a shared key
/// are different accounts.
struct CredentialReach: Sendable {
  private struct Credential: Hashable {
    var type: Identifier?
    var holder: Identifier?
    var secrets: [Identifier]
  }

  private var severalAccounts: Set<Credential> = []

  init(_ snapshot: Snapshot) {
    var accounts: [Credential: [Identifier: Identifier]] = [:]
    for connection in snapshot.rows(Connection.self) {
      let own = Self.accountIds(connection)
      guard !own.isEmpty else { continue }
      for credential in Self.credentials(of: connection) {
        for (key, value) in own {
          let known = accounts[credential, default: [:]][key, default: value]
          if known == value {
            accounts[credential, default: [:]][key] = value
          } else {
            severalAccounts.insert(credential)
          }
        }
      }
    }
  }

  /// Whether the credential of a connection is that of another connection to another account.
  func reachesSeveralAccounts(_ connection: Connection) -> Bool {
    Self.credentials(of: connection).contains { severalAccounts.contains($0) }
  }

  private static func credentials(of connection: Connection) -> [Credential] {
    let type = connection[.type].known
    var credentials: [Credential] = []
    if let owner = connection[.credentialOwnerPrincipalId].known {
      credentials.append(Credential(type: type, holder: owner, secrets: []))
    }
    let names = connection[.credentialSecretNames].known?.values(Identifier.self)
    let secrets = (names ?? []).compactMap(\.known)
    if let vault = connection[.credentialKeyVaultRef].known, !secrets.isEmpty {
      credentials.append(
        Credential(type: type, holder: vault, secrets: secrets.sorted { $0.index < $1.index }))
    }
    return credentials
  }

  private static func accountIds(_ connection: Connection) -> [Identifier: Identifier] {
    guard let rows = connection[.targetAccountIds].known else { return [:] }
    var ids: [Identifier: Identifier] = [:]
    for position in 0..<rows.count {
      if let key = rows.field(position, "key", Identifier.self).known,
        let value = rows.field(position, "value", Identifier.self).known
      {
        ids[key] = value
      }
    }
    return ids
  }
}
