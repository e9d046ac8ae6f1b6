import Model

/// What the sharing of a connection opens, for the reader of a finding.
struct SharingReach {
  let connection: Connection
  unowned(unsafe) let context: AuditContext

  init(_ connection: Connection, _ context: AuditContext) {
    self.connection = connection
    self.context = context
  }

  /// Adds the approval, the people reached and the exports they may change.
  func show(_ examination: inout Examination<SharingApproved>) {
    examination.evidence(connection, .sharingApprovedBy)
    examination.evidence(connection, .sharingApprovedUtc)
    examination.evidence(connection, .sharingReason)
    examination.evidence(connection, .sharingReviewDueUtc)
    guard examination.isRecording else { return }
    if let identifier = connection[.connectionId].known {
      examination.evidence(
        .exportsReached, .integer(context.exports(of: identifier).count), at: connection.pointer)
    }
    var people: Set<Identifier> = []
    var isComplete = true
    for name in connection[.allowedPrincipals].known?.values(Identifier.self) ?? [] {
      guard let name = name.known, let principal = context.find(Principal.self, name) else {
        isComplete = false
        continue
      }
      guard principal[.principalType].known == .group else {
        people.insert(context.principalKey(name))
        continue
      }
      let members = principal[.groupMembers].known?.values(Identifier.self)
      let names = (members ?? []).compactMap(\.known)
      let persons = names.filter { !context.isGroup($0) }
      if members == nil || persons.count < names.count { isComplete = false }
      people.formUnion(persons.map(context.principalKey))
    }
    examination.evidence(.peopleReached, .integer(people.count), at: connection.pointer)
    if !isComplete { examination.note(.groupSizeUnknown) }
  }
}
