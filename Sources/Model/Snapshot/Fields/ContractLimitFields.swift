// The typed names of the fields of `contractLimits`; their meanings are in `SnapshotShape`.

extension FieldKey where Owner == ContractLimit, Value == Identifier {
  /// Id of the limit.
  public static var contractLimitId: Self { Self(column: 0, "contractLimitId") }
  /// Connection it applies to.
  public static var connectionId: Self { Self(column: 1, "connectionId") }
  /// Account it applies to.
  public static var accountId: Self { Self(column: 2, "accountId") }
  /// Contract that states it.
  public static var evidence: Self { Self(column: 7, "evidence") }
}

extension FieldKey where Owner == ContractLimit, Value == Int {
  /// Limit in profiles.
  public static var limit: Self { Self(column: 3, "limit") }
}

extension FieldKey where Owner == ContractLimit, Value == LimitScope {
  /// What the limit counts.
  public static var scope: Self { Self(column: 4, "scope") }
}

extension FieldKey where Owner == ContractLimit, Value == Instant {
  /// First instant of validity.
  public static var validFromUtc: Self { Self(column: 5, "validFromUtc") }
  /// First instant after validity.
  public static var validToUtc: Self { Self(column: 6, "validToUtc") }
}
