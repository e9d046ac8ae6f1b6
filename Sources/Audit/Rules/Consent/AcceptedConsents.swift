import Model

/// The accepted consents that count for one connection.
struct AcceptedConsents {
  /// What is missing before it is clear which consents there are.
  enum Gap { case section, completeness, state, underlyingConnection }

  /// Rows that are surely accepted consents to the connection.
  var consents: [Consent] = []
  /// Why there may be more than can be seen.
  var gap: Gap?

  init(_ connection: Connection, _ context: AuditContext) {
    guard context.coverage.isPresent(.consents) else {
      gap = .section
      return
    }
    guard let holder = connection.consentHolder(context) else {
      gap = .underlyingConnection
      return
    }
    if !context.coverage.isComplete(.consents) { gap = .completeness }
    if context.index.hasUnplacedConsents { gap = .state }
    for consent in context.consents(of: holder) {
      switch consent.isAcceptedForConnection {
      case .true where consent.isAhead(of: context.clock): gap = .state
      case .true: consents.append(consent)
      case .missing: gap = .state
      case .false: break
      }
    }
  }

  /// Whether there is an accepted consent at all.
  var exist: Truth { consents.isEmpty ? (gap == nil ? .false : .missing) : .true }
}

/// The reasons that the rules on accepted consents share.
protocol ConsentReason {
  static var consentsMissing: Self { get }
  static var consentsIncomplete: Self { get }
  static var stateUnknown: Self { get }
  static var underlyingUnknown: Self { get }
}

extension ConsentReason {
  /// Why nobody knows which consents there are.
  init(_ gap: AcceptedConsents.Gap?) {
    switch gap {
    case .section?: self = .consentsMissing
    case .completeness?: self = .consentsIncomplete
    case .underlyingConnection?: self = .underlyingUnknown
    case .state?, nil: self = .stateUnknown
    }
  }
}

extension Connection {
  /// The connection whose consents count: this one, or the one that it is made through.
  ///
  /// `nil` if that is not known.
  func consentHolder(_ context: AuditContext) -> Identifier? {
    let via = self[.viaConnectionId]
    guard let service = self[.type].known.flatMap({ context.service($0, family).service }) else {
      // What is made through another connection may be of a type that inherits its consent.
      return via.known == nil && !via.isUnreadable ? self[.connectionId].known : nil
    }
    let isInherited = service.consentStep.contains { $0.value == .inherits }
    return isInherited ? via.known : self[.connectionId].known
  }
}

extension Consent {
  /// Whether the row is about a connection.
  var isAboutConnection: Truth {
    self[.subjectType].known.map { Truth($0 == .connection) } ?? .missing
  }

  /// Whether the row says that it was accepted after the time that the snapshot shows, which can't
  /// be true.
  func isAhead(of clock: AuditClock) -> Bool {
    clock.isAhead(self[.acceptedUtc])
  }

  /// Whether the row may be a decision about a connection, whatever it is.
  var mayDecide: Bool {
    let state = self[.state]
    return isAboutConnection != .false && state.known != ConsentState.none && !state.isNull
  }

  /// Whether the row is an accepted consent to a connection.
  var isAcceptedForConnection: Truth {
    let isAccepted: Truth =
      switch self[.state] {
      case .value(let state): Truth(state == .accepted)
      case .null: .false
      case .absent, .unreadable: .missing
      }
    return isAboutConnection && isAccepted
  }
}
