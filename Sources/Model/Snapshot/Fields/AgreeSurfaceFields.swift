// The typed names of the fields of `agreeSurfaces`; their meanings are in `SnapshotShape`.

extension FieldKey where Owner == AgreeSurface, Value == Identifier {
  /// Id of what was linked or switched on.
  public static var surfaceId: Self { Self(column: 0, "surfaceId") }
  /// Display name.
  public static var displayName: Self { Self(column: 2, "displayName") }
}

extension FieldKey where Owner == AgreeSurface, Value == RecordSubject {
  /// What asks for an agreement of its own.
  public static var kind: Self { Self(column: 1, "kind") }
}

extension FieldKey where Owner == AgreeSurface, Value == Instant {
  /// When it was linked or switched on.
  public static var linkedUtc: Self { Self(column: 3, "linkedUtc") }
}
