public import Model

/// The roles of principals over time, as the role assignments of a snapshot tell them.
struct RoleBook: Sendable {
  let snapshot: Snapshot
  let index: SnapshotIndex
  let clock: AuditClock
  let coverage: Coverage
  /// The roles that anybody may hold, as a member of a group of which nobody listed the members.
  private var rolesOfUnlistedMembers = HeldRoles.none
  /// The groups, by their rows, that may have members whom nobody listed, themselves or through groups
  /// among their members.
  private let openGroups: Set<Int32>

  init(snapshot: Snapshot, index: SnapshotIndex, clock: AuditClock, coverage: Coverage) {
    self.snapshot = snapshot
    self.index = index
    self.clock = clock
    self.coverage = coverage
    openGroups = Self.openGroups(snapshot, index)
    for assignment in snapshot.rows(RoleAssignment.self) where mayBeOfAnybody(assignment) {
      let isInForce = isPresent(assignment)
      for role in Role.allCases {
        rolesOfUnlistedMembers.add(role, isInForce && assignment.gives(role) && .missing)
      }
    }
  }

  /// Whether an assignment may reach principals that it doesn't name and that no group lists.
  private func mayBeOfAnybody(_ assignment: RoleAssignment) -> Bool {
    switch assignment[.principalId] {
    case .null: return false
    case .absent, .unreadable: return true
    case .value(let name):
      // Whom nobody listed is taken for a person.
      guard let row = index.row(name, in: .principals) else { return false }
      let principal = Principal(snapshot, row)
      guard let kind = principal[.principalType].known else { return true }
      return kind == .group && openGroups.contains(Int32(row))
    }
  }

  private static func openGroups(_ snapshot: Snapshot, _ index: SnapshotIndex) -> Set<Int32> {
    var waiting = snapshot.rows(Principal.self).filter { principal in
      guard principal[.principalType].known == .group else { return false }
      let members = principal[.groupMembers].known?.values(Identifier.self)
      return members?.contains { $0.isUnreadable } ?? true
    }.map { Int32($0.row) }
    var found = Set(waiting)
    while let row = waiting.popLast() {
      guard let key = Principal(snapshot, Int(row))[.principalId].known else { continue }
      for outer in index.groupsByMember[index.number(key)] where found.insert(outer).inserted {
        waiting.append(outer)
      }
    }
    return found
  }

  /// The most groups around a principal that are looked at.
  private static let groupLimit = 200

  /// The groups, by their rows, of which a principal is a member through other groups alone; `nil`: more
  /// than anybody looks through.
  ///
  /// Whether the platform counts members of members isn't documented, so they may be members.
  private func outerGroups(of key: Identifier) -> Set<Int32>? {
    let own = index.groupsByMember[index.number(key)]
    guard !own.isEmpty else { return [] }
    var waiting = Array(own)
    var seen = Set(waiting)
    while let row = waiting.popLast() {
      guard let key = Principal(snapshot, Int(row))[.principalId].known else { continue }
      for outer in index.groupsByMember[index.number(key)] where seen.insert(outer).inserted {
        waiting.append(outer)
      }
      guard seen.count <= Self.groupLimit else { return nil }
    }
    return seen.subtracting(own)
  }

  /// Whether a principal is a member of a group: surely, if the group lists it.
  func isMember(_ key: Identifier, ofGroup row: Int) -> Truth {
    let row = Int32(row)
    if index.groupsByMember[index.number(key)].contains(row) { return .true }
    if openGroups.contains(row) { return .missing }
    return outerGroups(of: key).map { $0.contains(row) } ?? true ? .missing : .false
  }

  /// Calls `body` with each assignment of a principal and of the groups that list it as a member,
  /// one level deep.
  func forEachAssignment(of key: Identifier, _ body: (RoleAssignment, _ isOfGroup: Bool) -> Void) {
    let number = index.number(key)
    for row in index.rolesByPrincipal[number] { body(RoleAssignment(snapshot, Int(row)), false) }
    for row in index.groupsByMember[number] {
      guard let group = Principal(snapshot, Int(row))[.principalId].known else { continue }
      for row in index.rolesByPrincipal[index.number(group)] {
        body(RoleAssignment(snapshot, Int(row)), true)
      }
    }
  }

  /// How a listed principal stands at the time of the audit.
  func standing(_ principal: Principal) -> Standing {
    var standing = Standing()
    standing.isUser = principal[.principalType].known.map { Truth($0 == .user) } ?? .missing
    standing.isEnabled = principal[.enabled].known.map(Truth.init) ?? .missing
    if let key = principal[.principalId].known { standing.roles = heldRoles(key) }
    return standing
  }

  /// The roles that a principal holds at the time of the audit.
  ///
  /// Assignments without dates are the present ones.
  func heldRoles(_ key: Identifier) -> HeldRoles {
    guard coverage.isPresent(.roleAssignments) else { return HeldRoles() }
    var roles = coverage.isComplete(.roleAssignments) ? HeldRoles.none : HeldRoles()
    forEachAssignment(of: key) { assignment, _ in
      let isInForce = isPresent(assignment)
      for role in Role.allCases { roles.add(role, isInForce && assignment.gives(role)) }
      roles.isSettling = roles.isSettling || isSettling(assignment)
    }
    roles.add(rolesOfUnlistedMembers)
    guard let groups = outerGroups(of: key) else {
      roles.add(HeldRoles())
      return roles
    }
    for group in groups {
      guard let name = Principal(snapshot, Int(group))[.principalId].known else { continue }
      for row in index.rolesByPrincipal[index.number(name)] {
        let assignment = RoleAssignment(snapshot, Int(row))
        let isInForce = isPresent(assignment)
        for role in Role.allCases {
          roles.add(role, isInForce && assignment.gives(role) && .missing)
        }
      }
    }
    return roles
  }

  /// Whether an assignment holds at the time of the audit.
  func isPresent(_ assignment: RoleAssignment) -> Truth {
    guard let now = clock.now else {
      let end = assignment[.validToUtc]
      return end.isAbsent || end.isNull ? .true : .missing
    }
    let begin = assignment[.validFromUtc]
    if begin.known != nil || begin.isUnreadable { return assignment.isInForce(at: now, clock) }
    switch assignment[.validToUtc] {
    case .value(let end): return now < clock.span(end)
    case .absent, .null: return .true
    case .unreadable: return .missing
    }
  }

  /// Whether an assignment changed in the last quarter of an hour before the snapshot was collected:
  /// changes take that long to take effect.
  private func isSettling(_ assignment: RoleAssignment) -> Bool {
    guard let collected = (clock.collected ?? clock.asOf).map(clock.span) else { return false }
    return [assignment[.validFromUtc].known, assignment[.validToUtc].known].contains { change in
      guard let change = change.map(clock.span) else { return false }
      let isPast = (change <= collected) != .false
      return isPast && (collected < change.moved(by: 15 * Instant.minute)) != .false
    }
  }
}

extension AuditContext {
  /// How a principal stands at the time of the audit; it may be named by id or by sign-in name.
  public func standing(_ name: Identifier) -> Standing {
    if let principal = find(Principal.self, name) { return standings[principal.row] }
    var standing = Standing()
    // Of somebody whom nobody listed, the absence of a role says nothing.
    if !index.rolesByPrincipal[index.number(name)].isEmpty {
      standing.roles = roleBook.heldRoles(name)
    }
    return standing
  }

  /// Whether a name is that of a listed group.
  func isGroup(_ name: Identifier) -> Bool {
    find(Principal.self, name)?[.principalType].known == .group
  }

  /// The id under which a principal is listed, where it is named by its sign-in name.
  func principalKey(_ name: Identifier) -> Identifier {
    find(Principal.self, name)?[.principalId].known ?? name
  }

  /// Whether a name that was not found may still be one of the listed principals.
  ///
  /// An object id may belong to a principal that is listed by its sign-in name alone, and the other
  /// way round.
  func mayBeListed(_ name: Identifier) -> Bool {
    let isUserName = snapshot.text(name).utf8.contains(UInt8(ascii: "@"))
    return isUserName ? index.hasPrincipalsWithoutUserName : index.hasPrincipalsWithoutObjectId
  }
}
