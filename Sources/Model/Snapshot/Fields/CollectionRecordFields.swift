// The typed names of the fields of `collection`; their meanings are in `SnapshotShape`.

extension FieldKey where Owner == CollectionRecord, Value == Instant {
  /// When the snapshot was collected.
  public static var collectedUtc: Self { Self(column: 0, "collectedUtc") }
}

extension FieldKey where Owner == CollectionRecord, Value == Identifier {
  /// Who collected it.
  public static var collectedBy: Self { Self(column: 1, "collectedBy") }
  /// The collecting tool.
  public static var tool: Self { Self(column: 2, "tool") }
  /// Version of the collecting tool.
  public static var toolVersion: Self { Self(column: 3, "toolVersion") }
  /// Zone of times without one, such as UTC.
  public static var timeZone: Self { Self(column: 4, "timeZone") }
}

extension ListKey where Owner == CollectionRecord {
  /// Where each section comes from.
  public static var sources: Self { Self(column: 5, "sources") }
}
