// The typed names of the fields of `consents`; their meanings are in `SnapshotShape`.

extension FieldKey where Owner == Consent, Value == Identifier {
  /// Id of the record.
  public static var consentId: Self { Self(column: 0, "consentId") }
  /// Id of what was agreed to.
  public static var subjectId: Self { Self(column: 2, "subjectId") }
  /// Service named in the agreement.
  public static var service: Self { Self(column: 3, "service") }
  /// Environment of the agreement.
  public static var instanceId: Self { Self(column: 4, "instanceId") }
  /// Version of the privacy text.
  public static var textVersion: Self { Self(column: 6, "textVersion") }
  /// Administrator who agreed.
  public static var acceptedBy: Self { Self(column: 7, "acceptedBy") }
  /// Who withdrew it.
  public static var withdrawnBy: Self { Self(column: 11, "withdrawnBy") }
  /// Ticket or document that proves it.
  public static var evidence: Self { Self(column: 12, "evidence") }
}

extension FieldKey where Owner == Consent, Value == RecordSubject {
  /// What was agreed to.
  public static var subjectType: Self { Self(column: 1, "subjectType") }
}

extension FieldKey where Owner == Consent, Value == ConsentState {
  /// State of the agreement.
  public static var state: Self { Self(column: 5, "state") }
}

extension FieldKey where Owner == Consent, Value == Instant {
  /// When it was agreed.
  public static var acceptedUtc: Self { Self(column: 8, "acceptedUtc") }
  /// When the row's state was decided.
  public static var decidedUtc: Self { Self(column: 9, "decidedUtc") }
  /// When it was withdrawn.
  public static var withdrawnUtc: Self { Self(column: 10, "withdrawnUtc") }
}

extension FieldKey where Owner == Consent, Value == ConsentCapacity {
  /// As whom the person agreed.
  public static var capacity: Self { Self(column: 13, "capacity") }
}
