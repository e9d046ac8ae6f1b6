import Model

extension Connection {
  /// Whether the connection serves exports, which alone have a sharing switch.
  func servesExports(_ context: AuditContext) -> Truth {
    if let purpose = self[.purposeKind].known { return Truth(purpose == .export) }
    guard let name = self[.type].known, let service = context.service(name).service else {
      return .missing
    }
    return Truth(service.family == .destination)
  }

  /// Whether a role is among those that may use the connection.
  func isShared(with role: Role) -> Truth {
    guard case .value(let roles) = self[.allowedRoles] else { return .missing }
    return roles.values(Role.self).reduce(.false) { found, field in
      field.known.map { found || Truth($0 == role) } ?? (found || .missing)
    }
  }
}
