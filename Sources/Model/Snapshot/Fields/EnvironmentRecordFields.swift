// The typed names of the fields of `environment`; their meanings are in `SnapshotShape`.

extension FieldKey where Owner == EnvironmentRecord, Value == Identifier {
  /// Id of the environment.
  public static var instanceId: Self { Self(column: 0, "instanceId") }
  /// Display name.
  public static var name: Self { Self(column: 1, "name") }
  /// Id of the organization.
  public static var tenantId: Self { Self(column: 2, "tenantId") }
  /// Region of the environment's data.
  public static var region: Self { Self(column: 3, "region") }
  /// Owner of the environment.
  public static var ownerPrincipalId: Self { Self(column: 8, "ownerPrincipalId") }
  /// The environment it was copied from.
  public static var copiedFromInstanceId: Self { Self(column: 10, "copiedFromInstanceId") }
}

extension FieldKey where Owner == EnvironmentRecord, Value == InstanceType {
  /// Type of the environment.
  public static var instanceType: Self { Self(column: 4, "instanceType") }
}

extension FieldKey where Owner == EnvironmentRecord, Value == Audience {
  /// B2C: persons; B2B: business accounts.
  public static var audience: Self { Self(column: 5, "audience") }
}

extension FieldKey where Owner == EnvironmentRecord, Value == Bool {
  /// Whether data is separated by business unit.
  public static var businessUnitsEnabled: Self { Self(column: 6, "businessUnitsEnabled") }
}

extension FieldKey where Owner == EnvironmentRecord, Value == DataStorage {
  /// Where the data is kept.
  public static var dataStorage: Self { Self(column: 7, "dataStorage") }
}

extension FieldKey where Owner == EnvironmentRecord, Value == Instant {
  /// When it was made.
  public static var createdUtc: Self { Self(column: 9, "createdUtc") }
  /// When it was copied.
  public static var copiedUtc: Self { Self(column: 11, "copiedUtc") }
}
