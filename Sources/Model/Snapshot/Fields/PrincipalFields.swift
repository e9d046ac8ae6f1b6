// The typed names of the fields of `principals`; their meanings are in `SnapshotShape`.

extension FieldKey where Owner == Principal, Value == Identifier {
  /// Object id of a user, group or application.
  public static var principalId: Self { Self(column: 0, "principalId") }
  /// User principal name.
  public static var upn: Self { Self(column: 2, "upn") }
  /// Display name.
  public static var displayName: Self { Self(column: 3, "displayName") }
}

extension FieldKey where Owner == Principal, Value == PrincipalType {
  /// Kind of principal.
  public static var principalType: Self { Self(column: 1, "principalType") }
}

extension FieldKey where Owner == Principal, Value == Bool {
  /// Whether sign-in is allowed.
  public static var enabled: Self { Self(column: 4, "enabled") }
  /// Whether the account belongs to a service, not to a person.
  public static var serviceAccount: Self { Self(column: 7, "serviceAccount") }
}

extension FieldKey where Owner == Principal, Value == Instant {
  /// Last sign-in.
  public static var lastSignInUtc: Self { Self(column: 5, "lastSignInUtc") }
}

extension ListKey where Owner == Principal {
  /// Members of a group.
  public static var groupMembers: Self { Self(column: 6, "groupMembers") }
}
