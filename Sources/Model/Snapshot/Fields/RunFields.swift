// The typed names of the fields of `runs`; their meanings are in `SnapshotShape`.

extension FieldKey where Owner == Run, Value == Identifier {
  /// Id of the run.
  public static var runId: Self { Self(column: 0, "runId") }
  /// Id of what ran.
  public static var targetId: Self { Self(column: 2, "targetId") }
  /// Who started it.
  public static var submittedBy: Self { Self(column: 5, "submittedBy") }
  /// Message code.
  public static var messageCode: Self { Self(column: 12, "messageCode") }
  /// Error text.
  public static var error: Self { Self(column: 13, "error") }
  /// Environment of the record, if stated.
  public static var instanceId: Self { Self(column: 14, "instanceId") }
}

extension FieldKey where Owner == Run, Value == RunTarget {
  /// What ran.
  public static var targetKind: Self { Self(column: 1, "targetKind") }
}

extension FieldKey where Owner == Run, Value == RunStatus {
  /// How it ended.
  public static var status: Self { Self(column: 3, "status") }
}

extension FieldKey where Owner == Run, Value == SubmissionKind {
  /// What started it.
  public static var submissionKind: Self { Self(column: 4, "submissionKind") }
}

extension FieldKey where Owner == Run, Value == Instant {
  /// When it was queued.
  public static var submittedUtc: Self { Self(column: 6, "submittedUtc") }
  /// When it started.
  public static var startUtc: Self { Self(column: 7, "startUtc") }
  /// When it ended.
  public static var endUtc: Self { Self(column: 8, "endUtc") }
}

extension FieldKey where Owner == Run, Value == Int {
  /// Records sent.
  public static var recordCount: Self { Self(column: 9, "recordCount") }
}

extension FieldKey where Owner == Run, Value == CountSource {
  /// Whether the count was recorded.
  public static var recordCountSource: Self { Self(column: 10, "recordCountSource") }
}

extension ListKey where Owner == Run {
  /// Segments or tables sent.
  public static var items: Self { Self(column: 11, "items") }
}
