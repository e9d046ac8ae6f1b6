/// Key vaults, and the papers that other people keep: contracts, registers, deletions, exceptions.
extension SnapshotShape {
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
      .init("impactAssessment", .text, "Reference of the transfer impact assessment"),
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
      .init("mechanismReason", .text, "Reason for a derogation"),
      .init("impactAssessment", .text, "Reference of the transfer impact assessment"),
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
  static let agreeSurfaces = RecordShape(
    "agreeSurfaces",
    [
      .init("surfaceId", .key, "Id of what was linked or switched on"),
      .init("kind", word(RecordSubject.self), "What asks for an agreement of its own"),
      .init("displayName", .text, "Display name"),
      .init("linkedUtc", .instant, "When it was linked or switched on"),
    ])
}
