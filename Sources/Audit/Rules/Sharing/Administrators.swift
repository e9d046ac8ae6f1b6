import Model

/// The people who are administrators, directly or through a group, and the groups and applications
/// that are.
struct Administrators {
  /// How many people surely are enabled administrators.
  private(set) var certain = 0
  /// How many people may be; of a group whose members nobody listed, any number.
  private(set) var possible = 0
  /// Whether there may be more than those that the snapshot names.
  private(set) var mayBeMore: Bool
  /// Whether each group and application that makes an administrator was reviewed.
  private(set) var areReviewed = Truth.true
  /// The first one that was not.
  private(set) var unreviewed: Identifier?
  private var listed: [(principal: Principal, since: Instant?)] = []

  init(_ context: AuditContext) {
    let coverage = context.coverage
    mayBeMore = !coverage.isComplete(.roleAssignments)
    var strangers: Set<Identifier> = []
    for assignment in context.snapshot.rows(RoleAssignment.self) {
      let isAdministrator = assignment.gives(.admin) && context.roleBook.isPresent(assignment)
      guard isAdministrator != .false else { continue }
      guard let name = assignment[.principalId].known else {
        mayBeMore = true
        continue
      }
      guard let principal = context.find(Principal.self, name) else {
        strangers.insert(name)
        continue
      }
      addIndirect(assignment, principal, isAdministrator, &strangers, context)
    }
    for principal in context.snapshot.rows(Principal.self)
    where context.chosen(principal.row, in: .principals) == principal.row {
      add(principal, context.standings[principal.row], context)
    }
    possible += strangers.count
  }

  /// Counts a person; groups and applications are no people.
  private mutating func add(_ principal: Principal, _ standing: Standing, _ context: AuditContext) {
    let counts = standing.isUser && standing.isAdministrator && standing.isEnabled
    guard counts != .false else { return }
    // Of somebody without any assignment the snapshot says nothing; that is no administrator known.
    var since: Instant?
    var isNamed = false
    if let key = principal[.principalId].known {
      context.roleBook.forEachAssignment(of: key) { assignment, _ in
        guard assignment.gives(.admin) != .false else { return }
        isNamed = true
        since = since ?? assignment[.validFromUtc].known
      }
    }
    guard isNamed else { return }
    possible += 1
    if counts == .true { certain += 1 }
    listed.append((principal, since))
  }

  /// Looks at a group or an application that is an administrator.
  private mutating func addIndirect(
    _ assignment: RoleAssignment, _ principal: Principal, _ isAdministrator: Truth,
    _ strangers: inout Set<Identifier>, _ context: AuditContext
  ) {
    guard context.standings[principal.row].isUser != .true else { return }
    if principal[.principalType].known == .group {
      guard let members = principal[.groupMembers].known else {
        mayBeMore = true
        review(assignment, principal, isAdministrator, context)
        return
      }
      let listed = members.values(Identifier.self)
      let names = listed.compactMap(\.known)
      // Groups are expanded by one level.
      let areAllNamed = !listed.contains { $0.isUnreadable }
      if !areAllNamed || names.contains(where: context.isGroup) { mayBeMore = true }
      strangers.formUnion(names.filter { context.find(Principal.self, $0) == nil })
      let hasOthers = names.contains { !context.roleBook.isAdministratorDirectly($0, context) }
      guard hasOthers else { return }
    }
    review(assignment, principal, isAdministrator, context)
  }

  private mutating func review(
    _ assignment: RoleAssignment, _ principal: Principal, _ isAdministrator: Truth,
    _ context: AuditContext
  ) {
    let isAhead = context.clock.isAhead(assignment[.reviewedUtc])
    let isReviewed =
      (isAhead ? .missing : context.isStated(assignment, .reviewedUtc)) || !isAdministrator
    if isReviewed == .false, areReviewed != .false { unreviewed = principal[.principalId].known }
    areReviewed = areReviewed && isReviewed
    listed.append((principal, assignment[.validFromUtc].known))
  }

  /// Whether there are at least so many enabled administrators.
  func areAtLeast(_ number: Int) -> Truth {
    if certain >= number { return .true }
    return possible < number && !mayBeMore ? .false : .missing
  }

  /// Shows the administrators with their kind and since when they are.
  func show(_ examination: inout Examination<EnvironmentAdministered>) {
    guard examination.isRecording else { return }
    examination.evidence(.administratorsAtLeast, .integer(certain))
    if !mayBeMore { examination.evidence(.administratorsAtMost, .integer(possible)) }
    for (principal, since) in listed {
      let name = principal[.principalId].known.map { MessageValue.code(principal.text($0)) }
      let kind = principal[.principalType].known.map { MessageValue.code($0.rawValue) }
      examination.evidence(
        .administrator, .list([name, kind, since.map { .instant($0) }].compactMap(\.self)),
        at: principal.pointer)
      examination.evidence(principal, .enabled)
    }
  }
}

extension RoleBook {
  /// Whether a principal surely is an administrator by an assignment of its own.
  fileprivate func isAdministratorDirectly(_ name: Identifier, _ context: AuditContext) -> Bool {
    let key = context.principalKey(name)
    return index.rolesByPrincipal[index.number(key)].contains { row in
      let assignment = RoleAssignment(snapshot, Int(row))
      return (assignment.gives(.admin) && isPresent(assignment)) == .true
    }
  }
}
