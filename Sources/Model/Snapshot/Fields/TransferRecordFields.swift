// The typed names of the fields of `transferRecords`; their meanings are in `SnapshotShape`.

extension FieldKey where Owner == TransferRecord, Value == Identifier {
  /// Id of the record of processing.
  public static var transferRecordId: Self { Self(column: 0, "transferRecordId") }
  /// Connection.
  public static var connectionId: Self { Self(column: 1, "connectionId") }
  /// Recipient.
  public static var recipient: Self { Self(column: 2, "recipient") }
  /// Purpose.
  public static var purpose: Self { Self(column: 3, "purpose") }
  /// Lawful basis.
  public static var legalBasis: Self { Self(column: 7, "legalBasis") }
  /// Retention.
  public static var retention: Self { Self(column: 8, "retention") }
  /// Reason for a derogation.
  public static var mechanismReason: Self { Self(column: 9, "mechanismReason") }
  /// Reference of the transfer impact assessment.
  public static var impactAssessment: Self { Self(column: 10, "impactAssessment") }
}

extension ListKey where Owner == TransferRecord {
  /// Categories of data.
  public static var categories: Self { Self(column: 4, "categories") }
  /// Categories of persons.
  public static var subjects: Self { Self(column: 5, "subjects") }
}

extension FieldKey where Owner == TransferRecord, Value == TransferMechanism {
  /// Means of a transfer abroad.
  public static var transferMechanism: Self { Self(column: 6, "transferMechanism") }
}
