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

extension FieldKey where Owner == EnvironmentRecord, Value == Instant {
  /// Last rotation of its first API key.
  public static var apiKeysPrimaryRotatedUtc: Self { Self(column: 12, "apiKeys.primaryRotatedUtc") }
  /// Last rotation of its second API key.
  public static var apiKeysSecondaryRotatedUtc: Self {
    Self(column: 13, "apiKeys.secondaryRotatedUtc")
  }
  /// When an administrator agreed that Copilot processes data in another geography.
  public static var copilotCrossGeoAgreedUtc: Self { Self(column: 16, "copilot.crossGeoAgreedUtc") }
}

extension FieldKey where Owner == EnvironmentRecord, Value == Identifier {
  /// Region of its own data lake.
  public static var storageRegion: Self { Self(column: 14, "storageRegion") }
}

extension FieldKey where Owner == EnvironmentRecord, Value == Bool {
  /// Whether Copilot may process data in another geography.
  public static var copilotCrossGeo: Self { Self(column: 15, "copilot.crossGeo") }
}

extension ListKey where Owner == EnvironmentRecord {
  /// Organizations of hosts.
  public static var knownHosts: Self { Self(column: 17, "knownHosts") }
}
