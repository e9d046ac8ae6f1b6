// The typed names of the fields of `deletions`; their meanings are in `SnapshotShape`.

extension FieldKey where Owner == Deletion, Value == Identifier {
  /// Id of the record.
  public static var deletionId: Self { Self(column: 0, "deletionId") }
  /// Id of what was removed.
  public static var subjectId: Self { Self(column: 2, "subjectId") }
  /// By whom.
  public static var deletedBy: Self { Self(column: 4, "deletedBy") }
  /// Proof of erasure.
  public static var certificate: Self { Self(column: 6, "certificate") }
  /// Decision on what is kept.
  public static var retention: Self { Self(column: 7, "retention") }
}

extension FieldKey where Owner == Deletion, Value == RecordSubject {
  /// What was removed.
  public static var subjectType: Self { Self(column: 1, "subjectType") }
}

extension FieldKey where Owner == Deletion, Value == Instant {
  /// When.
  public static var deletedUtc: Self { Self(column: 3, "deletedUtc") }
  /// When the recipient was told.
  public static var recipientInformedUtc: Self { Self(column: 5, "recipientInformedUtc") }
}
