import Model

/// Who may use a connection.
struct ConnectionAccess {
  let connection: Connection
  unowned(unsafe) let context: AuditContext

  init(_ connection: Connection, _ context: AuditContext) {
    self.connection = connection
    self.context = context
  }

  /// Whether a principal may use the connection: as an administrator, by role or by name.
  func allows(_ name: Identifier) -> Truth {
    let roles = context.standing(name).roles
    let byRole =
      (roles.holds(.contributor) && connection.isShared(with: .contributor))
      || (roles.holds(.marketingContributor) && connection.isShared(with: .marketingContributor))
    let known = roles.holds(.admin) || byRole
    guard known != .true else { return .true }
    guard case .value(let principals) = connection[.allowedPrincipals] else {
      return known || .missing
    }
    let key = context.principalKey(name)
    return principals.values(Identifier.self).reduce(known) { allowed, field in
      field.known.map { allowed || includes($0, key) } ?? (allowed || .missing)
    }
  }

  /// Whether a named principal is, or is a group with, another one.
  private func includes(_ name: Identifier, _ key: Identifier) -> Truth {
    guard let principal = context.find(Principal.self, name) else {
      return name == key ? .true : context.isNone(in: .principals)
    }
    if principal[.principalId].known == key { return .true }
    guard let kind = principal[.principalType].known else { return .missing }
    return kind == .group ? context.roleBook.isMember(key, ofGroup: principal.row) : .false
  }
}

/// Who made an export what it is: the last one to change it and, unless that was an administrator,
/// whoever made it.
struct ExportAuthors {
  /// The authors whose rights matter; at most two.
  private var last: Identifier?
  private var creator: Identifier?
  /// Whether somebody whom nobody recorded may be among them.
  private(set) var areUnknown = false
  private(set) var areAdministrators: Truth
  /// Whether an administrator changed the export last that somebody else had made.
  private(set) var isAdopted = false
  /// Whether an administrator may have changed it last.
  private var mayBeAdopted = false
  private unowned(unsafe) let context: AuditContext

  init(_ export: Export, _ context: AuditContext) {
    self.context = context
    let isChanged = !export[.updatedBy].isNull
    last = isChanged ? export[.updatedBy].known : nil
    creator = export[.createdBy].known
    if let last {
      let isAdministrator = context.standing(last).isAdministrator
      if isAdministrator == .true {
        let made = creator.map { context.standing($0).isAdministrator } ?? .missing
        isAdopted = made == .false
        creator = nil
        areAdministrators = .true
        return
      }
      areAdministrators = isAdministrator
      mayBeAdopted = isAdministrator == .missing
    } else {
      areAdministrators = isChanged ? .missing : .true
    }
    // The creator's right matters, since no administrator is known to have changed the export.
    areUnknown = (isChanged && last == nil) || creator == nil
    let made = creator.map { context.standing($0).isAdministrator } ?? .missing
    areAdministrators = areAdministrators && made
  }

  /// The first author with a property.
  func first(where property: (Identifier) -> Bool) -> Identifier? {
    [last, creator].compactMap(\.self).first(where: property)
  }

  /// Whether all authors may use a connection.
  func mayUse(_ access: ConnectionAccess) -> Truth {
    var truth: Truth = .true
    if let last { truth = truth && access.allows(last) }
    if let creator { truth = truth && access.allows(creator) }
    if mayBeAdopted, truth == .false { return .missing }
    // An unknown last author may be an administrator, who adopted the export.
    return areUnknown ? (truth == .true ? anybody(access) : .missing) : truth
  }

  /// Whether everybody who can change exports may use a connection.
  private func anybody(_ access: ConnectionAccess) -> Truth {
    access.connection.isShared(with: .contributor) == .true
      && (context.hasBusinessUnits == .false
        || access.connection.isShared(with: .marketingContributor) == .true)
      ? .true : .missing
  }

  /// Whether the role of an author is not known.
  var haveUnknownRoles: Bool {
    first { context.standing($0).roles.holdsAny == .missing } != nil
  }
}
