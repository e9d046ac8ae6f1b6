// The typed names of the fields of `roleAssignments`; their meanings are in `SnapshotShape`.

extension FieldKey where Owner == RoleAssignment, Value == Identifier {
  /// Who has the roles.
  public static var principalId: Self { Self(column: 0, "principalId") }
}

extension FieldKey where Owner == RoleAssignment, Value == PrincipalType {
  /// Kind of principal.
  public static var principalType: Self { Self(column: 1, "principalType") }
}

extension ListKey where Owner == RoleAssignment {
  /// Roles.
  public static var roles: Self { Self(column: 2, "roles") }
}

extension FieldKey where Owner == RoleAssignment, Value == Instant {
  /// First instant of validity.
  public static var validFromUtc: Self { Self(column: 3, "validFromUtc") }
  /// First instant after validity; null: still valid.
  public static var validToUtc: Self { Self(column: 4, "validToUtc") }
  /// When somebody last reviewed whether it is needed.
  public static var reviewedUtc: Self { Self(column: 5, "reviewedUtc") }
}
