import Model

/// What is wrong with the principals that one record names, each part over all of them.
struct PrincipalChecks {
  typealias Reason = PrincipalsValid.Reason

  /// A part of the predicate over all principals, with the first one that spoils it.
  struct Part {
    private(set) var truth = Truth.true
    private(set) var reason: Reason?
    private(set) var name: Identifier?

    /// Adds what is known of one principal; `failure` and `doubt` say why it isn't fine.
    mutating func add(_ other: Truth, _ name: Identifier?, failure: Reason, doubt: Reason) {
      guard other != .true, truth != .false, truth == .true || other == .false else { return }
      truth = other
      reason = other == .false ? failure : doubt
      self.name = name
    }
  }

  var found = Part()
  var enabled = Part()
  var hasRole = Part()
  var mayUse = Part()
  var inBusinessUnit = Part()
  var ownsSegments = Part()
  /// Whether any principal is named.
  private(set) var namesAnybody = false
  private unowned(unsafe) let context: AuditContext

  init(_ context: AuditContext) { self.context = context }

  /// Adds a named principal; an allowed one must be more than a viewer.
  mutating func add(_ field: Field<Identifier>, isAllowed: Bool = false) {
    switch field {
    case .absent, .null: return
    case .value(let name):
      namesAnybody = true
      add(name, isAllowed: isAllowed, isMember: false)
    case .unreadable(let text):
      namesAnybody = true
      found.add(.missing, text, failure: .principalNotFound, doubt: .nameNotResolved)
    }
  }

  /// Adds a list of which nobody knows whom it names.
  mutating func addUnknownList() {
    namesAnybody = true
    found.add(.missing, nil, failure: .principalNotFound, doubt: .allowedUnknown)
  }

  private mutating func add(_ name: Identifier, isAllowed: Bool, isMember: Bool) {
    guard let principal = context.find(Principal.self, name) else {
      addUnlisted(name)
      return
    }
    let standing = context.standings[principal.row]
    let roles = standing.roles
    addKind(principal, name, isAllowed, isMember)
    // A group isn't signed in with; its members are.
    let isGroup = principal[.principalType].known == .group
    let isEnabled = isGroup && standing.isEnabled == .missing ? .true : standing.isEnabled
    enabled.add(isEnabled, name, failure: .disabled, doubt: .enabledNotKnown)
    let settled: Truth = roles.isSettling ? .missing : .true
    let doubt: Reason = roles.isSettling ? .roleChangedLately : .roleUnknown
    hasRole.add(
      roles.isSettling ? .missing : roles.holdsAny, name, failure: .noRole, doubt: doubt)
    if isAllowed {
      let isViewer = roles.isSettling ? .missing : roles.isViewerOnly
      mayUse.add(!isViewer, name, failure: .viewerOnly, doubt: doubt)
    }
    inBusinessUnit.add(
      (!roles.holds(.marketingContributor) || context.hasBusinessUnits) && settled, name,
      failure: .marketingWithoutBusinessUnits,
      doubt: roles.holds(.marketingContributor) == .true ? .businessUnitsUnknown : doubt)
  }

  private mutating func addUnlisted(_ name: Identifier) {
    let coverage = context.coverage
    if !coverage.isPresent(.principals) {
      found.add(.missing, name, failure: .principalNotFound, doubt: .principalsMissing)
    } else if context.mayBeListed(name) {
      found.add(.missing, name, failure: .principalNotFound, doubt: .nameNotResolved)
    } else {
      found.add(
        coverage.isComplete(.principals) ? .false : .missing, name, failure: .principalNotFound,
        doubt: .principalsIncomplete)
    }
  }

  /// Groups stand for their members, which are looked at one level deep; nobody lists the owners of
  /// applications.
  private mutating func addKind(
    _ principal: Principal, _ name: Identifier, _ isAllowed: Bool, _ isMember: Bool
  ) {
    switch principal[.principalType].known {
    case .user?: break
    case .app?:
      found.add(.missing, name, failure: .principalNotFound, doubt: .ownersOfAppUnknown)
    case .group?:
      guard !isMember, let members = principal[.groupMembers].known else {
        found.add(.missing, name, failure: .principalNotFound, doubt: .groupMembersUnknown)
        return
      }
      for member in members.values(Identifier.self) {
        switch member {
        case .value(let member): add(member, isAllowed: isAllowed, isMember: true)
        case .unreadable:
          found.add(.missing, name, failure: .principalNotFound, doubt: .groupMembersUnknown)
        case .absent, .null: break
        }
      }
    case nil:
      found.add(.missing, name, failure: .principalNotFound, doubt: .kindUnknown)
    }
  }

  /// Adds the items of an export whose last author may export own segments only.
  mutating func addItems(of export: Export) {
    let author = export[.updatedBy].known ?? export[.createdBy].known
    guard let author else { return }
    let roles = context.standing(author).roles
    let isLimited =
      roles.holds(.marketingContributor) && !roles.holds(.contributor) && !roles.holds(.admin)
    guard isLimited != .false else { return }
    guard let items = export[.items].known else {
      ownsSegments.add(.missing, author, failure: .foreignSegment, doubt: .segmentOwnerUnknown)
      return
    }
    for position in 0..<items.count {
      let isOwn = owns(author, items, position)
      ownsSegments.add(
        !isLimited || isOwn, author, failure: .foreignSegment, doubt: .segmentOwnerUnknown)
    }
  }

  private func owns(_ author: Identifier, _ items: ListRows, _ position: Int) -> Truth {
    guard let kind = items.field(position, "kind", ItemKind.self).known else { return .missing }
    guard kind == .segment else { return .false }
    guard let name = items.field(position, "name", Identifier.self).known,
      let segment = context.find(Segment.self, name),
      let owner = segment[.ownerPrincipalId].known
    else { return .missing }
    return Truth(context.principalKey(owner) == context.principalKey(author))
  }
}

extension AuditContext {
  /// Whether the environment separates data by business unit.
  var hasBusinessUnits: Truth {
    snapshot.environment?[.businessUnitsEnabled].known.map(Truth.init)
      ?? .missing
  }
}
