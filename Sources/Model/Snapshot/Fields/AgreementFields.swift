// The typed names of the fields of `agreements`; their meanings are in `SnapshotShape`.

extension FieldKey where Owner == Agreement, Value == Identifier {
  /// Id of the agreement.
  public static var agreementId: Self { Self(column: 0, "agreementId") }
  /// Recipient.
  public static var recipient: Self { Self(column: 1, "recipient") }
  /// Service that it covers.
  public static var service: Self { Self(column: 2, "service") }
  /// Purpose that it covers.
  public static var purpose: Self { Self(column: 3, "purpose") }
  /// Region of processing that it fixes.
  public static var region: Self { Self(column: 10, "region") }
  /// Reference of the transfer impact assessment.
  public static var impactAssessment: Self { Self(column: 11, "impactAssessment") }
}

extension FieldKey where Owner == Agreement, Value == AgreementKind {
  /// Kind of agreement.
  public static var kind: Self { Self(column: 4, "kind") }
}

extension FieldKey where Owner == Agreement, Value == Instant {
  /// When it was signed.
  public static var signedUtc: Self { Self(column: 5, "signedUtc") }
  /// First instant of validity.
  public static var validFromUtc: Self { Self(column: 6, "validFromUtc") }
  /// First instant after validity; null: open-ended.
  public static var validToUtc: Self { Self(column: 7, "validToUtc") }
  /// Last compliance review.
  public static var reviewedUtc: Self { Self(column: 8, "reviewedUtc") }
}

extension FieldKey where Owner == Agreement, Value == TransferMechanism {
  /// Means of a transfer abroad.
  public static var transferMechanism: Self { Self(column: 9, "transferMechanism") }
}
