// The typed names of the fields of `exceptions`; their meanings are in `SnapshotShape`.

extension FieldKey where Owner == RecordedException, Value == Identifier {
  /// Id of the exception.
  public static var exceptionId: Self { Self(column: 0, "exceptionId") }
  /// Rule.
  public static var ruleId: Self { Self(column: 1, "ruleId") }
  /// Subject.
  public static var subjectId: Self { Self(column: 2, "subjectId") }
  /// Approver.
  public static var approvedBy: Self { Self(column: 3, "approvedBy") }
  /// Reason.
  public static var reason: Self { Self(column: 6, "reason") }
}

extension FieldKey where Owner == RecordedException, Value == Instant {
  /// When it was approved.
  public static var approvedUtc: Self { Self(column: 4, "approvedUtc") }
  /// Expiry.
  public static var expiresUtc: Self { Self(column: 5, "expiresUtc") }
}
