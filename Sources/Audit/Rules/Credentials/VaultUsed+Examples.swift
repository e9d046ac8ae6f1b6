import Model

extension VaultUsed {
  static let reads = [
    "collection.sources", "collection.sources.complete", "collection.sources.section",
    "connections.connectionId", "connections.credential.keyVaultRef",
    "connections.credential.method", "connections.purposeKind", "connections.type",
  ]

  private static func document(
    _ type: String, _ credential: String, more: String = #","keyVaults":[{"keyVaultId":"kv-1"}]"#
  ) -> String {
    #""connections":[{"connectionId":"c-1","purposeKind":"export","type":"\#(type)","#
      + #""credential":{\#(credential)}}]\#(more)"#
  }

  private static let key = #""method":"apiKey","keyVaultRef":null"#

  static let examples = [
    onConnection(
      .pass, "the key lies in the vault",
      document("klaviyo", #""method":"apiKey","keyVaultRef":"kv-1""#)),
    onConnection(
      .pass, "the vault is named, the method isn't", document("klaviyo", #""keyVaultRef":"kv-1""#)),
    onConnection(.fail, "the key is stored", .secretNotInVault, document("klaviyo", key)),
    onConnection(
      .fail, "a sign-in without the vault", .signInWithoutVault, severity: .low,
      document("google-ads", #""method":"oauth","keyVaultRef":null"#)),
    onConnection(
      .fail, "no vault is linked", .noVaultLinked, severity: .low,
      document("klaviyo", key, more: #","keyVaults":[]"#)),
    onConnection(
      .fail, "nobody looked whether a vault is linked", .secretNotInVault,
      complete: [.connections], document("klaviyo", key, more: "")),
    onConnection(
      .unknown, "nobody looked for a vault", .vaultNotRecorded,
      document("klaviyo", #""method":"apiKey""#)),
    onConnection(
      .unknown, "null proves nothing where the section isn't called complete", .vaultNotRecorded,
      complete: [.keyVaults], document("klaviyo", key)),
    onConnection(
      .unknown, "nobody looked how the connection signs in", .methodUnknown,
      document("klaviyo", #""keyVaultRef":null"#)),
    onConnection(
      .unknown, "a type that the catalogue doesn't know", .typeUnknown, document("acme", key)),
    onConnection(
      .unknown, "a name that several services share", .typeAmbiguous, document("ftp", key)),
    onConnection(
      .notApplicable, "the type doesn't support a vault", .notSupported, document("braze", key)),
    onConnection(
      .notApplicable, "an enrichment connection, whatever its type", .notSupported,
      #""connections":[{"connectionId":"c-1","purposeKind":"enrichment","type":"sftp","#
        + #""credential":{\#(key)}}]"#),
    onConnection(
      .notApplicable, "nothing is secret", .noSecret,
      document("sftp", #""method":"none","keyVaultRef":null"#)),
    RuleExample(
      .unknown, "the list of connections isn't called complete",
      LimitExamples.PopulationExample.incomplete, on: "connections", document("klaviyo", key)),
  ]
}
