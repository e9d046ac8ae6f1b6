// The typed names of the fields of `keyVaults`; their meanings are in `SnapshotShape`.

extension FieldKey where Owner == KeyVault, Value == Identifier {
  /// Id of the key vault.
  public static var keyVaultId: Self { Self(column: 0, "keyVaultId") }
  /// Region.
  public static var region: Self { Self(column: 1, "region") }
  /// Last error of access.
  public static var lastAccessError: Self { Self(column: 5, "lastAccessError") }
}

extension FieldKey where Owner == KeyVault, Value == Bool {
  /// Whether its firewall is on.
  public static var firewallEnabled: Self { Self(column: 2, "firewallEnabled") }
}

extension ListKey where Owner == KeyVault {
  /// Permissions of the platform's service principal.
  public static var grantedPermissions: Self { Self(column: 3, "grantedPermissions") }
  /// Secrets by name, never by value.
  public static var secrets: Self { Self(column: 4, "secrets") }
}
