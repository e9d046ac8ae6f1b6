import Model
import Testing

/// CRD-01, CRD-02 and CRD-05 field by field.
@Suite struct CredentialBoundTests {
  private static let stored = RuleTable(
    "CRD-01", on: "c-1",
    #"""
    {"keyVaults": [{"keyVaultId": "kv-1"}],
     "connections": [{"connectionId": "c-1", "purposeKind": "export", "type": "klaviyo",
        "credential": {"method": "apiKey", "keyVaultRef": null}}]}
    """#)
  private static let type = "connections.0.type"
  private static let reference = "connections.0.credential.keyVaultRef"
  private static let method = "connections.0.credential.method"

  /// The twelve types that support a vault, and some that don't.
  static let types: [TableRow] =
    [
      "active-campaign", "autopilot", "dotdigital", "google-ads", "klaviyo", "liveramp", "marketo",
      "omnisend", "salesforce", "sendgrid", "sendinblue", "sftp",
    ].map { stored.row("stored for \($0)", .fail("secret-not-in-vault"), [type: .text($0)]) }
    + [
      "braze", "hubspot", "mailchimp", "facebook", "linkedin-ads", "azure-blob-storage", "criteo",
    ].map { stored.row("\($0) has no vault", .none("not-supported"), [type: .text($0)]) }

  static let vaultUsed: [TableRow] = [
    stored.row("a vault", .pass, [reference: "kv-1"]),
    stored.row("absent", .unknown("vault-not-recorded"), [reference: .absent]),
    stored.row("an empty name", .unknown("vault-not-recorded"), [reference: ""]),
    stored.row("a blank name is none", .fail("secret-not-in-vault"), [reference: "  "]),
    stored.row(
      "nobody called the list complete", .unknown("vault-not-recorded"),
      incomplete: [
        "connections"
      ]),
    stored.row("no vault is linked", .fail("no-vault-linked", .low), ["keyVaults": .json("[]")]),
    stored.row(
      "perhaps one is linked", .fail("secret-not-in-vault"),
      [
        "keyVaults": .json("[]")
      ], incomplete: ["keyVaults"]),
    stored.row("nobody looked for vaults", .fail("secret-not-in-vault"), ["keyVaults": .absent]),
    stored.row(
      "a sign-in", .fail("sign-in-without-vault", .low),
      [
        type: "google-ads", method: "oauth",
      ]),
    stored.row("no secret", .none("no-secret"), [type: "sftp", method: "none"]),
    stored.row("a method that nobody knows", .unknown("method-unknown"), [method: "magic"]),
    stored.row("no method", .unknown("method-unknown"), [method: nil]),
    stored.row("no type", .unknown("type-unknown"), [type: .absent]),
    stored.row(
      "an enrichment", .none("not-supported"),
      [
        "connections.0.purposeKind": "enrichment", type: "sftp",
      ]),
  ]

  private static let vault = RuleTable(
    "CRD-02", on: "c-1",
    #"""
    {"environment": {"region": "northeurope"},
     "keyVaults": [{"keyVaultId": "kv-1", "region": "northeurope", "firewallEnabled": false,
        "grantedPermissions": ["get", "list"], "secrets": [{"name": "s-1", "enabled": true}]}],
     "connections": [{"connectionId": "c-1", "purposeKind": "export", "type": "klaviyo",
        "credential": {"method": "apiKey", "keyVaultRef": "kv-1", "secretNames": ["s-1"]}}]}
    """#)
  private static let names = "connections.0.credential.secretNames"
  private static let granted = "keyVaults.0.grantedPermissions"

  static let vaultFits: [TableRow] = [
    vault.row("fits", .pass),
    vault.row(
      "the id in capitals", .pass, [reference: .capitalGUID, "keyVaults.0.keyVaultId": .guid]),
    vault.row(
      "the region with a space and capitals", .pass, ["keyVaults.0.region": "North Europe"]),
    vault.row(
      "the neighbouring region", .fail("other-region"),
      [
        "keyVaults.0.region": "westeurope"
      ], clauses: ["sameRegion": .false, "firewallOff": .true]),
    vault.row(
      "the region of the environment is absent", .unknown("facts-missing"),
      [
        "environment.region": .absent
      ]),
    vault.row(
      "the region of the vault is empty", .unknown("facts-missing"),
      [
        "keyVaults.0.region": ""
      ]),
    vault.row("the firewall is on", .fail("firewall-on"), ["keyVaults.0.firewallEnabled": true]),
    vault.row(
      "the firewall is absent", .unknown("facts-missing"),
      [
        "keyVaults.0.firewallEnabled": .absent
      ]),
    vault.row(
      "the firewall is a word", .unknown("facts-missing"),
      [
        "keyVaults.0.firewallEnabled": "off"
      ]),
    vault.row(
      "roles for permissions", .pass,
      [
        granted: .json(#"["Key Vault Reader", "Key Vault Secrets User"]"#)
      ]),
    vault.row("no get", .fail("permission-missing"), [granted: .json(#"["list"]"#)]),
    vault.row("no list", .fail("permission-missing"), [granted: .json(#"["get"]"#)]),
    vault.row("nothing granted", .fail("permission-missing"), [granted: .json("[]")]),
    vault.row(
      "one more", .fail("too-many-permissions", .medium),
      [
        granted: .json(#"["get", "list", "delete"]"#)
      ]),
    vault.row(
      "one more, and the firewall on", .fail("firewall-on"),
      [
        granted: .json(#"["get", "list", "delete"]"#), "keyVaults.0.firewallEnabled": true,
      ]),
    vault.row("permissions absent", .unknown("facts-missing"), [granted: .absent]),
    vault.row(
      "a second secret that isn't there", .fail("secret-not-found"),
      [
        names: .json(#"["s-1", "s-2"]"#)
      ]),
    vault.row(
      "a secret switched off", .fail("secret-disabled"),
      [
        "keyVaults.0.secrets.0.enabled": false
      ]),
    vault.row(
      "perhaps switched off", .unknown("facts-missing"),
      [
        "keyVaults.0.secrets.0.enabled": .absent
      ]),
    vault.row(
      "another vault's record", .unknown("vault-not-described"),
      [
        "keyVaults.0.keyVaultId": "kv-2"
      ]),
    vault.row("no vault", .none("no-vault"), [reference: nil]),
    vault.row("perhaps a vault", .unknown("vault-not-recorded"), [reference: .absent]),
    vault.row("a type without support", .fail("not-supported"), [type: "braze"]),
    vault.row("a type that nobody knows", .unknown("type-unknown"), [type: "acme"]),
  ]

  private static let account = RuleTable(
    "CRD-05", on: "c-1",
    #"""
    {"principals": [
        {"principalId": "ann", "principalType": "user", "enabled": true, "serviceAccount": false},
        {"principalId": "bob", "principalType": "user", "enabled": true, "serviceAccount": false}],
     "exports": [{"exportId": "e-1", "connectionId": "c-1"}],
     "connections": [{"connectionId": "c-1", "purposeKind": "export", "type": "klaviyo",
        "createdBy": "ann", "credential": {"method": "apiKey", "exportUserPrincipalId": "ann",
          "deputyPrincipalId": "bob"}}]}
    """#)
  private static let user = "connections.0.credential.exportUserPrincipalId"
  private static let deputy = "connections.0.credential.deputyPrincipalId"
  private static let owner = "connections.0.credential.ownerPrincipalId"

  static let identities: [TableRow] = [
    account.row("a person with a deputy", .pass),
    account.row(
      "the id in capitals", .pass, [user: .capitalGUID, "principals.0.principalId": .guid]),
    account.row("no deputy", .fail("no-deputy"), [deputy: nil], clauses: ["covered": .false]),
    account.row("nobody looked for a deputy", .unknown("deputy-unknown"), [deputy: .absent]),
    account.row("one's own deputy", .fail("no-deputy"), [deputy: "ann"]),
    account.row(
      "one's own deputy in capitals", .fail("no-deputy"),
      [user: .guid, deputy: .capitalGUID, "principals.0.principalId": .guid]),
    account.row("the deputy left", .fail("no-deputy"), ["principals.1.enabled": false]),
    account.row(
      "the deputy may have left", .unknown("deputy-unknown"),
      [
        "principals.1.enabled": .absent
      ]),
    account.row("the person left", .fail("account-disabled"), ["principals.0.enabled": false]),
    account.row(
      "the person may have left", .unknown("enabled-unknown"),
      [
        "principals.0.enabled": nil
      ]),
    account.row(
      "a service account needs no deputy", .pass,
      [
        "principals.0.serviceAccount": true, deputy: nil,
      ]),
    account.row(
      "a service account that was switched off", .fail("account-disabled"),
      [
        "principals.0.serviceAccount": true, "principals.0.enabled": false,
      ]),
    account.row("an app", .pass, ["principals.0.principalType": "app", deputy: nil]),
    account.row("who made it is no proof", .unknown("account-unknown"), [user: .absent]),
    account.row("nobody listed the account", .unknown("account-not-listed"), [user: "eve"]),
    account.row(
      "the owner left, whoever the user is", .fail("account-disabled"),
      [
        owner: "bob", "principals.1.enabled": false, deputy: .absent,
      ]),
    account.row("no principals", .unknown("account-not-listed"), ["principals": .absent]),
  ]

  @Test(arguments: types + vaultUsed + vaultFits + identities)
  func judges(_ row: TableRow) throws { try row.check() }
}
