// The typed names of the fields of `exports`; their meanings are in `SnapshotShape`.

extension FieldKey where Owner == Export, Value == Identifier {
  /// Id of the export.
  public static var exportId: Self { Self(column: 0, "exportId") }
  /// Display name.
  public static var displayName: Self { Self(column: 1, "displayName") }
  /// Connection; null: detached.
  public static var connectionId: Self { Self(column: 2, "connectionId") }
  /// Environment of the record, if stated.
  public static var instanceId: Self { Self(column: 3, "instanceId") }
  /// Who detached it.
  public static var detachedBy: Self { Self(column: 7, "detachedBy") }
  /// Type of file written, such as csv.
  public static var fileType: Self { Self(column: 14, "fileType") }
  /// Who made it.
  public static var createdBy: Self { Self(column: 16, "createdBy") }
  /// Who changed it last.
  public static var updatedBy: Self { Self(column: 18, "updatedBy") }
  /// Accountable owner.
  public static var ownerPrincipalId: Self { Self(column: 20, "ownerPrincipalId") }
  /// Purpose.
  public static var purpose: Self { Self(column: 21, "purpose") }
  /// Lawful basis.
  public static var lawfulBasis: Self { Self(column: 22, "lawfulBasis") }
}

extension FieldKey where Owner == Export, Value == Int {
  /// Version of the record.
  public static var version: Self { Self(column: 4, "version") }
  /// Limit agreed with the provider, in profiles.
  public static var contractLimit: Self { Self(column: 23, "contractLimit") }
}

extension FieldKey where Owner == Export, Value == ActivationState {
  /// Active or inactive.
  public static var state: Self { Self(column: 5, "state") }
}

extension FieldKey where Owner == Export, Value == Instant {
  /// When its connection was detached.
  public static var detachedUtc: Self { Self(column: 6, "detachedUtc") }
  /// When it became inactive.
  public static var deactivatedUtc: Self { Self(column: 8, "deactivatedUtc") }
  /// When it was removed.
  public static var removedUtc: Self { Self(column: 9, "removedUtc") }
  /// When it was made.
  public static var createdUtc: Self { Self(column: 17, "createdUtc") }
  /// When it was changed last.
  public static var updatedUtc: Self { Self(column: 19, "updatedUtc") }
  /// When its purpose came to an end.
  public static var purposeEndedUtc: Self { Self(column: 24, "purposeEndedUtc") }
}

extension ListKey where Owner == Export {
  /// History of states.
  public static var stateChanges: Self { Self(column: 10, "stateChanges") }
  /// What is exported.
  public static var items: Self { Self(column: 11, "items") }
  /// Fields mapped to the destination.
  public static var mapping: Self { Self(column: 12, "mapping") }
  /// Fields that are sent.
  public static var fields: Self { Self(column: 13, "fields") }
  /// History of changes.
  public static var changes: Self { Self(column: 25, "changes") }
}

extension FieldKey where Owner == Export, Value == Targeting {
  /// LinkedIn: contact or company.
  public static var targeting: Self { Self(column: 15, "targeting") }
}

extension FieldKey where Owner == Export, Value == Identifier {
  /// Explicit basis for sending sensitive data.
  public static var explicitBasis: Self { Self(column: 27, "explicitBasis") }
}

extension ListKey where Owner == Export {
  /// Fields approved beyond the documented ones.
  public static var approvedFields: Self { Self(column: 26, "approvedFields") }
}
