import Model

extension VaultFits {
  static let reads = [
    "collection.sources", "collection.sources.complete", "collection.sources.section",
    "connections.connectionId", "connections.credential.keyVaultRef",
    "connections.credential.secretNames", "connections.purposeKind", "connections.type",
    "environment.region", "keyVaults.firewallEnabled", "keyVaults.grantedPermissions",
    "keyVaults.keyVaultId", "keyVaults.lastAccessError", "keyVaults.region", "keyVaults.secrets",
    "keyVaults.secrets.enabled", "keyVaults.secrets.name",
  ]

  private static let readAndList = #"["secrets/get","secrets/list"]"#

  private static func vault(
    region: String = #""northeurope""#, firewall: String = "false", granted: String = readAndList,
    secrets: String = #"[{"name":"s-1","enabled":true}]"#, error: String = "null"
  ) -> String {
    #"{"keyVaultId":"kv-1","region":\#(region),"firewallEnabled":\#(firewall),"#
      + #""grantedPermissions":\#(granted),"secrets":\#(secrets),"lastAccessError":\#(error)}"#
  }

  private static func document(
    _ vault: String = Self.vault(), type: String = "klaviyo", secrets: String = #"["s-1"]"#,
    reference: String = #""kv-1""#, purpose: String = "export"
  ) -> String {
    #""environment":{"region":"North Europe"},"connections":[{"connectionId":"c-1","#
      + #""purposeKind":"\#(purpose)","type":"\#(type)","credential":{"#
      + #""keyVaultRef":\#(reference),"secretNames":\#(secrets)}}],"keyVaults":[\#(vault)]"#
  }

  static let examples =
    faults + [
      onConnection(.pass, "one region under two spellings", document()),
      onConnection(
        .pass, "roles in place of permissions",
        document(vault(granted: #"["Key Vault Reader","Key Vault Secrets User"]"#))),
      onConnection(.notApplicable, "no vault is used", .noVault, document(reference: "null")),
      onConnection(
        .unknown, "nobody looked for a vault", .vaultNotRecorded, complete: [.keyVaults],
        document(reference: "null")),
      onConnection(
        .unknown, "the vault is not described", .vaultNotDescribed,
        document(reference: #""kv-2""#)),
      onConnection(
        .unknown, "which secrets are used is not known", .factsMissing, document(secrets: "[]")),
      onConnection(
        .unknown, "a secret with a broken name", .factsMissing, document(secrets: #"["s-1",7]"#)),
      onConnection(
        .unknown, "the secrets of the vault are not known", .factsMissing,
        document(vault(secrets: "null"))),
      onConnection(
        .unknown, "the list of secrets may lack one", .factsMissing, complete: [.connections],
        document(vault(secrets: "[]"))),
      onConnection(
        .unknown, "whether the secret is enabled is not known", .factsMissing,
        document(vault(secrets: #"[{"name":"s-1"}]"#))),
      onConnection(
        .unknown, "the secret is listed as disabled and as enabled", .factsMissing,
        document(
          vault(secrets: #"[{"name":"s-1","enabled":false},{"name":"s-1","enabled":true}]"#))),
      onConnection(
        .unknown, "the last access to the vault failed", .factsMissing,
        document(vault(error: #""403 Forbidden""#))),
      onConnection(
        .unknown, "nobody can read whether it failed", .factsMissing, document(vault(error: "7"))),
      onConnection(
        .pass, "a blank is no error", document(vault(error: #"" ""#))),
      onConnection(
        .fail, "it failed, and the secret is disabled", .secretDisabled,
        document(
          vault(secrets: #"[{"name":"s-1","enabled":false}]"#, error: #""403 Forbidden""#))),
      onConnection(
        .unknown, "the firewall is not known", .factsMissing, document(vault(firewall: "null"))),
      onConnection(
        .unknown, "the region is not known", .factsMissing, document(vault(region: "null"))),
      onConnection(
        .unknown, "a region that the catalogue doesn't have", .factsMissing,
        document(vault(region: #""elsewhere""#))),
      onConnection(
        .unknown, "the name of an area is no region", .factsMissing,
        document(vault(region: #""eu""#))),
      onConnection(
        .unknown, "what is granted is not known", .factsMissing, document(vault(granted: "null"))),
      onConnection(
        .unknown, "a permission with a broken name", .factsMissing,
        document(vault(granted: #"["get","list",7]"#))),
      onConnection(
        .unknown, "a type that the catalogue doesn't know", .typeUnknown,
        document(type: "acme")),
      RuleExample(
        .unknown, "the list of connections isn't called complete",
        LimitExamples.PopulationExample.incomplete, on: "connections", document()),
    ]

  private static let faults = [
    onConnection(
      .fail, "the type doesn't support a vault", .notSupported, document(type: "braze")),
    onConnection(
      .fail, "a vault for an enrichment", .notSupported,
      document(type: "sftp", purpose: "enrichment")),
    onConnection(
      .fail, "a secret that the vault doesn't hold", .secretNotFound,
      document(secrets: #"["s-1","s-2"]"#)),
    onConnection(
      .fail, "a secret that is not enabled", .secretDisabled,
      document(vault(secrets: #"[{"name":"s-1","enabled":false}]"#))),
    onConnection(.fail, "the firewall is on", .firewallOn, document(vault(firewall: "true"))),
    onConnection(
      .fail, "another region of the same area", .otherRegion,
      document(vault(region: #""westeurope""#))),
    onConnection(
      .fail, "secrets may be listed, but not read", .permissionMissing,
      document(vault(granted: #"["secrets/list","Key Vault Reader"]"#))),
    onConnection(
      .fail, "secrets may be written too", .tooManyPermissions, severity: .medium,
      document(vault(granted: #"["secrets/get","secrets/list","secrets/set"]"#))),
  ]
}
