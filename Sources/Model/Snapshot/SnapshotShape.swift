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
    deletions, contractLimits, exceptions,
  ]

  private static func word<Word: VocabularyWord>(_: Word.Type) -> FieldShape.Kind {
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
    ])

  static let roleAssignments = RecordShape(
    "roleAssignments",
    [
      .init("principalId", .reference([.principals]), "Who has the roles"),
      .init("principalType", word(PrincipalType.self), "Kind of principal"),
      .list("roles", word(Role.self), "Roles"),
      .init("validFromUtc", .instant, "First instant of validity"),
      .init("validToUtc", .instant, "First instant after validity; null: still valid"),
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
    ])

  private static let stateChanges = FieldShape.records(
    "stateChanges", "History of states",
    [
      .init("from", word(HistoryState.self), "State before"),
      .init("to", word(HistoryState.self), "State after"),
      .init("utc", .instant, "When"),
      .init("by", .reference([.principals]), "By whom"),
    ])

  private static let mapping = FieldShape.records(
    "mapping", "Fields mapped to the destination",
    [
      .init("target", .text, "Field at the destination"),
      .init("source", .text, "Table and field of the platform"),
    ])

  static let exports = RecordShape(
    "exports",
    [
      .init("exportId", .key, "Id of the export"),
      .init("displayName", .text, "Display name"),
      .init("connectionId", .reference([.connections]), "Connection; null: detached"),
      .init("instanceId", .identifier, "Environment of the record, if stated"),
      .init("version", .count, "Version of the record"),
      .init("state", word(ActivationState.self), "Active or inactive"),
      .init("detachedUtc", .instant, "When its connection was detached"),
      .init("detachedBy", .reference([.principals]), "Who detached it"),
      .init("deactivatedUtc", .instant, "When it became inactive"),
      .init("removedUtc", .instant, "When it was removed"),
      stateChanges,
      .records(
        "items", "What is exported",
        [
          .init("kind", word(ItemKind.self), "Segment or table"),
          .init("name", .reference([.segments, .tables]), "Name of the segment or table"),
        ]),
      mapping,
      .list("fields", .text, "Fields that are sent"),
      .init("fileType", .text, "Type of file written, such as csv"),
      .init("targeting", word(Targeting.self), "LinkedIn: contact or company"),
      .init("createdBy", .reference([.principals]), "Who made it"),
      .init("createdUtc", .instant, "When it was made"),
      .init("updatedBy", .reference([.principals]), "Who changed it last"),
      .init("updatedUtc", .instant, "When it was changed last"),
      .init("ownerPrincipalId", .reference([.principals]), "Accountable owner"),
      .init("purpose", .text, "Purpose"),
      .init("lawfulBasis", .text, "Lawful basis"),
      .init("contractLimit", .count, "Limit agreed with the provider, in profiles"),
    ])

  static let enrichments = RecordShape(
    "enrichments",
    [
      .init("enrichmentId", .key, "Id of the enrichment"),
      .init("type", .service, "Service, by slug, alias or label of the catalogue"),
      .init("displayName", .text, "Display name"),
      .init("connectionId", .reference([.connections]), "Connection, where one is needed"),
      .init("instanceId", .identifier, "Environment of the record, if stated"),
      .init("version", .count, "Version of the record"),
      .init("state", word(ActivationState.self), "Active or inactive"),
      .init("deactivatedUtc", .instant, "When it was deactivated"),
      .init("removedUtc", .instant, "When it was removed"),
      stateChanges,
      .init("dataSet.kind", word(ItemKind.self), "Customer table or segment"),
      .init("dataSet.name", .text, "Name of the table or segment"),
      mapping,
      .init("outputTable", .text, "Table with the results"),
      .init("enrichedCount", .count, "Enriched profiles"),
      .init("lastRefreshedUtc", .instant, "Last refresh"),
      .init("createdBy", .reference([.principals]), "Who made it"),
      .init("createdUtc", .instant, "When it was made"),
      .init("updatedBy", .reference([.principals]), "Who changed it last"),
      .init("updatedUtc", .instant, "When it was changed last"),
      .init("ownerPrincipalId", .reference([.principals]), "Accountable owner"),
      .init("purpose", .text, "Purpose"),
    ])

  static let segments = RecordShape(
    "segments",
    [
      .init("name", .key, "Name of the segment"),
      .init("displayName", .text, "Display name"),
      .init("kind", word(SegmentKind.self), "How the segment is made"),
      .init("state", word(SegmentState.self), "State"),
      .init("members", .count, "Members at the last count"),
      .init("countedUtc", .instant, "When the members were counted"),
      .init("base", word(SegmentBase.self), "What the members are"),
      .init("consentRule.mode", .text, "Include or exclude"),
      .init("consentRule.purpose", .text, "Purpose of the consent rule"),
      .init("consentRule.value", .text, "Value of the consent rule"),
      .init("defaultConsentOverridden", .flag, "Whether default consent rules are switched off"),
      .init("ownerPrincipalId", .reference([.principals]), "Owner of the segment"),
      .records(
        "history", "Earlier counts",
        [
          .init("utc", .instant, "When"),
          .init("members", .count, "Members"),
        ]),
    ])

  static let tables = RecordShape(
    "tables",
    [
      .init("name", .key, "Name of the table"),
      .init("source", .text, "Where the table comes from; cdm: a Common Data Model folder"),
      .init("rowCount", .count, "Rows"),
      .records(
        "fields", "Fields of the table",
        [
          .init("name", .text, "Name"),
          .init("fillRate", .number, "Share of rows with a value, 0 to 1"),
          .init("classification", .text, "Class of data"),
        ]),
    ])

  static let schedules = RecordShape(
    "schedules",
    [
      .init("scheduleId", .key, "Id of the schedule, if it has one"),
      .init("targetKind", word(RunTarget.self), "What is scheduled"),
      .init("targetId", .reference([.exports, .enrichments]), "Id of what is scheduled"),
      .init("mode", word(ScheduleMode.self), "With the system refresh, own recurrence, or off"),
      .init("isActive", .flag, "Whether the schedule is on"),
      .init("enabledUtc", .instant, "When it was switched on"),
      .init("disabledUtc", .instant, "When it was switched off"),
      .init("timezoneId", .text, "Time zone of the recurrence"),
      .list("cron", .text, "Recurrences as cron expressions of five fields"),
      .init("createdBy", .reference([.principals]), "Who made it"),
    ])

  static let runs = RecordShape(
    "runs",
    [
      .init("runId", .key, "Id of the run"),
      .init("targetKind", word(RunTarget.self), "What ran"),
      .init("targetId", .reference([.exports, .enrichments]), "Id of what ran"),
      .init("status", word(RunStatus.self), "How it ended"),
      .init("submissionKind", word(SubmissionKind.self), "What started it"),
      .init("submittedBy", .reference([.principals]), "Who started it"),
      .init("submittedUtc", .instant, "When it was queued"),
      .init("startUtc", .instant, "When it started"),
      .init("endUtc", .instant, "When it ended"),
      .init("recordCount", .count, "Records sent"),
      .init("recordCountSource", word(CountSource.self), "Whether the count was recorded"),
      .list("items", .text, "Segments or tables sent"),
      .init("messageCode", .text, "Message code"),
      .init("error", .text, "Error text"),
      .init("instanceId", .identifier, "Environment of the record, if stated"),
    ])

  static let keyVaults = RecordShape(
    "keyVaults",
    [
      .init("keyVaultId", .key, "Id of the key vault"),
      .init("region", .text, "Region"),
      .init("firewallEnabled", .flag, "Whether its firewall is on"),
      .list("grantedPermissions", .text, "Permissions of the platform's service principal"),
      .records(
        "secrets", "Secrets by name, never by value",
        [
          .init("name", .text, "Name"),
          .init("enabled", .flag, "Whether it is enabled"),
        ]),
      .init("lastAccessError", .text, "Last error of access"),
    ])

  static let agreements = RecordShape(
    "agreements",
    [
      .init("agreementId", .key, "Id of the agreement"),
      .init("recipient", .text, "Recipient"),
      .init("service", .service, "Service that it covers"),
      .init("purpose", .text, "Purpose that it covers"),
      .init("kind", word(AgreementKind.self), "Kind of agreement"),
      .init("signedUtc", .instant, "When it was signed"),
      .init("validFromUtc", .instant, "First instant of validity"),
      .init("validToUtc", .instant, "First instant after validity; null: open-ended"),
      .init("reviewedUtc", .instant, "Last compliance review"),
      .init("transferMechanism", word(TransferMechanism.self), "Means of a transfer abroad"),
      .init("region", .text, "Region of processing that it fixes"),
    ])

  static let transferRecords = RecordShape(
    "transferRecords",
    [
      .init("transferRecordId", .key, "Id of the record of processing"),
      .init("connectionId", .reference([.connections]), "Connection"),
      .init("recipient", .text, "Recipient"),
      .init("purpose", .text, "Purpose"),
      .list("categories", .text, "Categories of data"),
      .list("subjects", .text, "Categories of persons"),
      .init("transferMechanism", word(TransferMechanism.self), "Means of a transfer abroad"),
      .init("legalBasis", .text, "Lawful basis"),
      .init("retention", .text, "Retention"),
    ])

  static let deletions = RecordShape(
    "deletions",
    [
      .init("deletionId", .key, "Id of the record"),
      .init("subjectType", word(RecordSubject.self), "What was removed"),
      .init("subjectId", .identifier, "Id of what was removed"),
      .init("deletedUtc", .instant, "When"),
      .init("deletedBy", .reference([.principals]), "By whom"),
      .init("recipientInformedUtc", .instant, "When the recipient was told"),
      .init("certificate", .text, "Proof of erasure"),
      .init("retention", .text, "Decision on what is kept"),
    ])

  static let contractLimits = RecordShape(
    "contractLimits",
    [
      .init("contractLimitId", .key, "Id of the limit"),
      .init("connectionId", .reference([.connections]), "Connection it applies to"),
      .init("accountId", .text, "Account it applies to"),
      .init("limit", .count, "Limit in profiles"),
      .init("scope", word(LimitScope.self), "What the limit counts"),
      .init("validFromUtc", .instant, "First instant of validity"),
      .init("validToUtc", .instant, "First instant after validity"),
      .init("evidence", .text, "Contract that states it"),
    ])

  static let exceptions = RecordShape(
    "exceptions",
    [
      .init("exceptionId", .key, "Id of the exception"),
      .init("ruleId", .text, "Rule"),
      .init("subjectId", .identifier, "Subject"),
      .init("approvedBy", .text, "Approver"),
      .init("approvedUtc", .instant, "When it was approved"),
      .init("expiresUtc", .instant, "Expiry"),
      .init("reason", .text, "Reason"),
    ])
}
