public import Model

/// How a principal stands in the environment at the time of the audit.
public struct Standing: Sendable {
  /// Whether the principal is a user, not a group or an application.
  public var isUser = Truth.missing
  /// Whether the principal may sign in.
  public var isEnabled = Truth.missing
  /// The roles that are in force.
  public var roles = HeldRoles()

  /// Whether the principal is an administrator.
  public var isAdministrator: Truth { roles.holds(.admin) }
}

/// The roles of a principal that are in force at a time, as far as the snapshot tells.
public struct HeldRoles: Sendable {
  // Two bits a role, at the position of the role in the vocabulary: a million runs name principals.
  private var bits: UInt8
  /// Whether an assignment began or ended too shortly before to have taken effect for certain.
  public var isSettling = false

  /// Roles of which nothing is known.
  public init() { bits = 0b10_10_10_10 }

  /// No roles at all.
  static let none: HeldRoles = {
    var roles = HeldRoles()
    roles.bits = 0b01_01_01_01
    return roles
  }()

  /// Whether a role is held.
  public func holds(_ role: Role) -> Truth {
    Truth(rawValue: bits >> Self.shift(role) & 3) ?? .missing
  }

  /// Whether any role is held.
  public var holdsAny: Truth {
    holds(.admin) || holds(.contributor) || holds(.marketingContributor) || holds(.viewer)
  }

  /// Whether the principal may only look.
  public var isViewerOnly: Truth {
    holds(.viewer) && !holds(.admin) && !holds(.contributor) && !holds(.marketingContributor)
  }

  mutating func add(_ role: Role, _ truth: Truth) {
    let combined = holds(role) || truth
    bits = bits & ~(3 << Self.shift(role)) | combined.rawValue << Self.shift(role)
  }

  /// Adds the roles of another.
  mutating func add(_ other: HeldRoles) {
    for role in Role.allCases { add(role, other.holds(role)) }
  }

  private static func shift(_ role: Role) -> UInt8 {
    switch role {
    case .admin: 0
    case .contributor: 2
    case .marketingContributor: 4
    case .viewer: 6
    }
  }
}

extension RoleAssignment {
  /// Whether the assignment gives a role.
  func gives(_ role: Role) -> Truth {
    guard let roles = self[.roles].known?.values(Role.self) else { return .missing }
    return roles.reduce(.false) { found, field in
      switch field {
      case .value(let other): found || Truth(other == role)
      case .unreadable: found || .missing
      case .absent, .null: found
      }
    }
  }

  /// Whether somebody recorded since when the assignment holds.
  var isDated: Bool { self[.validFromUtc].known != nil }

  /// Whether the assignment is in force at a time: from its start up to, not including, its end.
  ///
  /// Of an assignment without a start it is only known that it holds now; without an end, that it
  /// still holds.
  func isInForce(at time: TimeSpan, _ clock: AuditClock) -> Truth {
    let hasBegun: Truth =
      switch self[.validFromUtc] {
      case .value(let start): clock.span(start) <= time
      case .absent, .null, .unreadable: .missing
      }
    let hasNotEnded: Truth =
      switch self[.validToUtc] {
      case .value(let end): time < clock.span(end)
      case .absent, .null: .true
      case .unreadable: .missing
      }
    return hasBegun && hasNotEnded
  }
}
