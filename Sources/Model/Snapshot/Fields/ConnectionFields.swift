// The typed names of the fields of `connections`; their meanings are in `SnapshotShape`.

extension FieldKey where Owner == Connection, Value == Identifier {
  /// Id of the connection.
  public static var connectionId: Self { Self(column: 0, "connectionId") }
  /// Service, by slug, alias or label of the catalogue.
  public static var type: Self { Self(column: 2, "type") }
  /// Display name.
  public static var displayName: Self { Self(column: 3, "displayName") }
  /// Description.
  public static var description: Self { Self(column: 4, "description") }
  /// Purpose of the sharing.
  public static var purpose: Self { Self(column: 5, "purpose") }
  /// Environment of the record, if stated.
  public static var instanceId: Self { Self(column: 6, "instanceId") }
  /// Who made it.
  public static var createdBy: Self { Self(column: 8, "createdBy") }
  /// Who changed it last.
  public static var updatedBy: Self { Self(column: 10, "updatedBy") }
  /// Who approved the sharing.
  public static var sharingApprovedBy: Self { Self(column: 15, "sharing.approvedBy") }
  /// Purpose of sharing beyond administrators.
  public static var sharingReason: Self { Self(column: 18, "sharing.reason") }
  /// Organization of the target.
  public static var targetTenantId: Self { Self(column: 20, "target.tenantId") }
  /// Region of the target.
  public static var targetRegion: Self { Self(column: 21, "target.region") }
  /// Host or URL of the target.
  public static var targetEndpoint: Self { Self(column: 22, "target.endpoint") }
  /// Who takes the data from the target.
  public static var targetFinalRecipient: Self { Self(column: 25, "target.finalRecipient") }
  /// Key vault with the secret.
  public static var credentialKeyVaultRef: Self { Self(column: 27, "credential.keyVaultRef") }
  /// Owner of the credential.
  public static var credentialOwnerPrincipalId: Self {
    Self(column: 29, "credential.ownerPrincipalId")
  }
  /// Registered export user.
  public static var credentialExportUserPrincipalId: Self {
    Self(column: 30, "credential.exportUserPrincipalId")
  }
  /// Accountable owner.
  public static var ownerPrincipalId: Self { Self(column: 34, "ownerPrincipalId") }
  /// Connection it is made through.
  public static var viaConnectionId: Self { Self(column: 35, "viaConnectionId") }
  /// Who asked for removal.
  public static var removalRequestedBy: Self { Self(column: 38, "removal.requestedBy") }
  /// Who reviewed its use.
  public static var usageReviewReviewedBy: Self { Self(column: 41, "usageReview.reviewedBy") }
}

extension FieldKey where Owner == Connection, Value == ConnectionPurpose {
  /// Export or enrichment.
  public static var purposeKind: Self { Self(column: 1, "purposeKind") }
}

extension FieldKey where Owner == Connection, Value == Int {
  /// Version of the record.
  public static var version: Self { Self(column: 7, "version") }
}

extension FieldKey where Owner == Connection, Value == Instant {
  /// When it was made.
  public static var createdUtc: Self { Self(column: 9, "createdUtc") }
  /// When it was changed last.
  public static var updatedUtc: Self { Self(column: 11, "updatedUtc") }
  /// When the sharing was approved.
  public static var sharingApprovedUtc: Self { Self(column: 16, "sharing.approvedUtc") }
  /// When the sharing is to be reviewed.
  public static var sharingReviewDueUtc: Self { Self(column: 17, "sharing.reviewDueUtc") }
  /// When the sharing was last narrowed.
  public static var sharingNarrowedUtc: Self { Self(column: 19, "sharing.narrowedUtc") }
  /// Last sign-in at the service.
  public static var credentialLastAuthenticatedUtc: Self {
    Self(column: 31, "credential.lastAuthenticatedUtc")
  }
  /// Last rotation of the secret.
  public static var credentialLastRotatedUtc: Self { Self(column: 32, "credential.lastRotatedUtc") }
  /// Expiry of the credential.
  public static var credentialExpiresUtc: Self { Self(column: 33, "credential.expiresUtc") }
  /// When removal was asked for.
  public static var removalRequestedUtc: Self { Self(column: 36, "removal.requestedUtc") }
  /// When removal is due.
  public static var removalDueUtc: Self { Self(column: 37, "removal.dueUtc") }
  /// When it was removed.
  public static var removedUtc: Self { Self(column: 39, "removedUtc") }
  /// When its use was last reviewed.
  public static var usageReviewReviewedUtc: Self { Self(column: 40, "usageReview.reviewedUtc") }
}

extension FieldKey where Owner == Connection, Value == Bool {
  /// Whether it was carried over from before connections existed.
  public static var migrated: Self { Self(column: 12, "migrated") }
  /// Whether soft delete is on at the target.
  public static var targetSoftDeleteEnabled: Self { Self(column: 24, "target.softDeleteEnabled") }
}

extension ListKey where Owner == Connection {
  /// Roles that may use the connection.
  public static var allowedRoles: Self { Self(column: 13, "allowedRoles") }
  /// Principals that may use it.
  public static var allowedPrincipals: Self { Self(column: 14, "allowedPrincipals") }
  /// Account ids at the destination.
  public static var targetAccountIds: Self { Self(column: 23, "target.accountIds") }
  /// Names (never values) of secrets in the vault.
  public static var credentialSecretNames: Self { Self(column: 28, "credential.secretNames") }
  /// History of changes.
  public static var changes: Self { Self(column: 42, "changes") }
}

extension FieldKey where Owner == Connection, Value == CredentialMethod {
  /// Way of signing in.
  public static var credentialMethod: Self { Self(column: 26, "credential.method") }
}

extension FieldKey where Owner == Connection, Value == Bool {
  /// Whether the final recipient is a team of one's own.
  public static var targetOwnRecipient: Self { Self(column: 43, "target.ownRecipient") }
}

extension FieldKey where Owner == Connection, Value == Identifier {
  /// When data at the target is deleted.
  public static var targetRetentionRule: Self { Self(column: 44, "target.retentionRule") }
  /// Deputy of the credential's owner.
  public static var credentialDeputyPrincipalId: Self {
    Self(column: 46, "credential.deputyPrincipalId")
  }
}

extension ListKey where Owner == Connection {
  /// Who may read the target.
  public static var targetReaders: Self { Self(column: 45, "target.readers") }
}
