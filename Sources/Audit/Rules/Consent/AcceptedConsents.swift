import Model

/// The accepted consents to one connection.
struct AcceptedConsents {
  /// Rows that are surely accepted consents to the connection.
  var consents: [Consent] = []
  /// Whether there are more than can be seen: the section is missing or not called complete, or a
  /// row has no readable subject or state.
  var mayBeMore: Bool
  /// Whether there is no section of consents at all.
  var isMissing: Bool

  init(_ connection: Connection, _ context: AuditContext) {
    isMissing = !context.coverage.isPresent(.consents)
    mayBeMore = !context.coverage.isComplete(.consents)
    guard let identifier = connection[.connectionId].known else {
      mayBeMore = true
      return
    }
    for consent in context.consents(of: identifier) {
      switch consent.isAcceptedForConnection {
      case .true: consents.append(consent)
      case .missing: mayBeMore = true
      case .false: break
      }
    }
  }

  /// Whether there is an accepted consent at all.
  var exist: Truth { consents.isEmpty ? (mayBeMore ? .missing : .false) : .true }
}

extension Consent {
  /// Whether the row is an accepted consent to a connection.
  var isAcceptedForConnection: Truth {
    let isConnection = self[.subjectType].known.map { Truth($0 == .connection) } ?? .missing
    let isAccepted: Truth =
      switch self[.state] {
      case .value(let state): Truth(state == .accepted)
      case .null: .false
      case .absent, .unreadable: .missing
      }
    return isConnection && isAccepted
  }
}
