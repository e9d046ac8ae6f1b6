/// The one table that describes the snapshot format `connections-snapshot/1`.
///
/// Field names follow the Web API of the platform; the further fields are those that the rules need
/// and the first sketch of the format lacked. Sections are listed in the order of ``Section``.
public enum SnapshotShape {
  /// The value of the document's `schema` key.
  public static let schema = "connections-snapshot/1"

  /// The record of each section, at the position of the section's raw value.
  public static let shapes: [RecordShape] = [
    environment, collection, principals, roleAssignments, connections, consents, exports,
    enrichments, segments, tables, schedules, runs, keyVaults, agreements, transferRecords,
    deletions, contractLimits, exceptions, agreeSurfaces,
  ]

  static func word<Word: VocabularyWord>(_: Word.Type) -> FieldShape.Kind {
    .word(Word.vocabulary)
  }

  static let environment = RecordShape(
    "environment",
    [
      .init("instanceId", .key, "Id of the environment"),
      .init("name", .text, "Display name"),
      .init("tenantId", .identifier, "Id of the organization"),
      .init("region", .text, "Region of the environment's data"),
      .init("instanceType", word(InstanceType.self), "Type of the environment"),
      .init("audience", word(Audience.self), "B2C: persons; B2B: business accounts"),
      .init("businessUnitsEnabled", .flag, "Whether data is separated by business unit"),
      .init("dataStorage", word(DataStorage.self), "Where the data is kept"),
      .init("ownerPrincipalId", .reference([.principals]), "Owner of the environment"),
      .init("createdUtc", .instant, "When it was made"),
      .init("copiedFromInstanceId", .identifier, "The environment it was copied from"),
      .init("copiedUtc", .instant, "When it was copied"),
      .init("apiKeys.primaryRotatedUtc", .instant, "Last rotation of its first API key"),
      .init("apiKeys.secondaryRotatedUtc", .instant, "Last rotation of its second API key"),
      .init("storageRegion", .text, "Region of its own data lake"),
      .init("copilot.crossGeo", .flag, "Whether Copilot may process data in another geography"),
      .init("copilot.crossGeoAgreedUtc", .instant, "When an administrator agreed to that"),
      .records(
        "knownHosts", "Organizations of hosts",
        [
          .init("host", .text, "Host name"),
          .init("tenantId", .identifier, "Id of the organization"),
        ]),
    ])

  static let collection = RecordShape(
    "collection",
    [
      .init("collectedUtc", .instant, "When the snapshot was collected"),
      .init("collectedBy", .text, "Who collected it"),
      .init("tool", .text, "The collecting tool"),
      .init("toolVersion", .text, "Version of the collecting tool"),
      .init("timeZone", .text, "Zone of times without one, such as UTC"),
      .records(
        "sources", "Where each section comes from",
        [
          .init("section", .text, "Section of the snapshot"),
          .init("kind", word(SourceKind.self), "Kind of source"),
          .init("uri", .text, "Where the source was"),
          .init("sha256", .text, "SHA-256 of the source, 64 hexadecimal digits"),
          .init("recordCount", .count, "Records in the source"),
          .init("complete", .flag, "Whether the section holds everything that exists"),
          .init("windowStartUtc", .instant, "Start of the logged period"),
          .init("windowEndUtc", .instant, "End of the logged period"),
        ]),
    ])

  static let principals = RecordShape(
    "principals",
    [
      .init("principalId", .key, "Object id of a user, group or application"),
      .init("principalType", word(PrincipalType.self), "Kind of principal"),
      .init("upn", .text, "User principal name"),
      .init("displayName", .text, "Display name"),
      .init("enabled", .flag, "Whether sign-in is allowed"),
      .init("lastSignInUtc", .instant, "Last sign-in"),
      .list("groupMembers", .reference([.principals]), "Members of a group"),
      .init("serviceAccount", .flag, "Whether the account belongs to a service, not to a person"),
    ])

  static let roleAssignments = RecordShape(
    "roleAssignments",
    [
      .init("principalId", .reference([.principals]), "Who has the roles"),
      .init("principalType", word(PrincipalType.self), "Kind of principal"),
      .list("roles", word(Role.self), "Roles"),
      .init("validFromUtc", .instant, "First instant of validity"),
      .init("validToUtc", .instant, "First instant after validity; null: still valid"),
      .init("reviewedUtc", .instant, "When somebody last reviewed whether it is needed"),
    ])

  static let connections = RecordShape(
    "connections",
    [
      .init("connectionId", .key, "Id of the connection"),
      .init("purposeKind", word(ConnectionPurpose.self), "Export or enrichment"),
      .init("type", .service, "Service, by slug, alias or label of the catalogue"),
      .init("displayName", .text, "Display name"),
      .init("description", .text, "Description"),
      .init("purpose", .text, "Purpose of the sharing"),
      .init("instanceId", .identifier, "Environment of the record, if stated"),
      .init("version", .count, "Version of the record"),
      .init("createdBy", .reference([.principals]), "Who made it"),
      .init("createdUtc", .instant, "When it was made"),
      .init("updatedBy", .reference([.principals]), "Who changed it last"),
      .init("updatedUtc", .instant, "When it was changed last"),
      .init("migrated", .flag, "Whether it was carried over from before connections existed"),
      .list("allowedRoles", word(Role.self), "Roles that may use the connection"),
      .list("allowedPrincipals", .reference([.principals]), "Principals that may use it"),
      .init("sharing.approvedBy", .reference([.principals]), "Who approved the sharing"),
      .init("sharing.approvedUtc", .instant, "When the sharing was approved"),
      .init("sharing.reviewDueUtc", .instant, "When the sharing is to be reviewed"),
      .init("sharing.reason", .text, "Purpose of sharing beyond administrators"),
      .init("sharing.narrowedUtc", .instant, "When the sharing was last narrowed"),
      .init("target.tenantId", .identifier, "Organization of the target"),
      .init("target.region", .text, "Region of the target"),
      .init("target.endpoint", .text, "Host or URL of the target"),
      .map("target.accountIds", "Account ids at the destination"),
      .init("target.softDeleteEnabled", .flag, "Whether soft delete is on at the target"),
      .init("target.finalRecipient", .text, "Who takes the data from the target"),
      .init("credential.method", word(CredentialMethod.self), "Way of signing in"),
      .init("credential.keyVaultRef", .reference([.keyVaults]), "Key vault with the secret"),
      .list("credential.secretNames", .text, "Names (never values) of secrets in the vault"),
      .init("credential.ownerPrincipalId", .reference([.principals]), "Owner of the credential"),
      .init(
        "credential.exportUserPrincipalId", .reference([.principals]), "Registered export user"),
      .init("credential.lastAuthenticatedUtc", .instant, "Last sign-in at the service"),
      .init("credential.lastRotatedUtc", .instant, "Last rotation of the secret"),
      .init("credential.expiresUtc", .instant, "Expiry of the credential"),
      .init("ownerPrincipalId", .reference([.principals]), "Accountable owner"),
      .init("viaConnectionId", .reference([.connections]), "Connection it is made through"),
      .init("removal.requestedUtc", .instant, "When removal was asked for"),
      .init("removal.dueUtc", .instant, "When removal is due"),
      .init("removal.requestedBy", .reference([.principals]), "Who asked for removal"),
      .init("removedUtc", .instant, "When it was removed"),
      .init("usageReview.reviewedUtc", .instant, "When its use was last reviewed"),
      .init("usageReview.reviewedBy", .reference([.principals]), "Who reviewed its use"),
      changes,
      .init("target.ownRecipient", .flag, "Whether the final recipient is a team of one's own"),
      .init("target.retentionRule", .text, "When data at the target is deleted"),
      .list("target.readers", .text, "Who may read the target"),
      .init("credential.deputyPrincipalId", .reference([.principals]), "Deputy of its owner"),
    ])

  static let consents = RecordShape(
    "consents",
    [
      .init("consentId", .key, "Id of the record"),
      .init("subjectType", word(RecordSubject.self), "What was agreed to"),
      .init(
        "subjectId", .reference([.connections, .enrichments, .exports, .keyVaults]),
        "Id of what was agreed to"),
      .init("service", .service, "Service named in the agreement"),
      .init("instanceId", .identifier, "Environment of the agreement"),
      .init("state", word(ConsentState.self), "State of the agreement"),
      .init("textVersion", .text, "Version of the privacy text"),
      .init("acceptedBy", .reference([.principals]), "Administrator who agreed"),
      .init("acceptedUtc", .instant, "When it was agreed"),
      .init("decidedUtc", .instant, "When the row's state was decided"),
      .init("withdrawnUtc", .instant, "When it was withdrawn"),
      .init("withdrawnBy", .reference([.principals]), "Who withdrew it"),
      .init("evidence", .text, "Ticket or document that proves it"),
      .init("capacity", word(ConsentCapacity.self), "As whom the person agreed"),
    ])

  static let changes = FieldShape.records(
    "changes", "History of changes",
    [
      .init("kind", word(ChangeKind.self), "What was changed"),
      .init("utc", .instant, "When"),
      .init("by", .reference([.principals]), "By whom"),
    ])
}
