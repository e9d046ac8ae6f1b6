import Model

/// Where an export goes, as far as the snapshot and the catalogue tell.
enum ExportDestination {
  /// The export has lost its connection: nothing is sent.
  case detached
  /// The snapshot doesn't tell, or the catalogue doesn't know the type.
  case unknown(UnknownDestination)
  /// A service of the catalogue, which keeps it.
  case known(Connection, Unmanaged<Service>)

  /// The service, if it is known.
  var service: Service? {
    if case .known(_, let service) = self { return service.takeUnretainedValue() }
    return nil
  }

  /// The destination of an export.
  init(_ export: Export, _ context: AuditContext) {
    switch export[.connectionId] {
    case .null where context.coverage.isComplete(.exports): self = .detached
    case .null, .absent, .unreadable: self = .unknown(.connectionUnknown)
    case .value:
      guard let connection = context.connection(of: export) else {
        self = .unknown(.connectionMissing)
        return
      }
      self = Self.of(connection, context)
    }
  }

  private static func of(_ connection: Connection, _ context: AuditContext) -> Self {
    switch context.exportTargets.destination(ofConnection: connection.row) {
    case .known(let service)?: .known(connection, service)
    case .ambiguous?: .unknown(.typeAmbiguous)
    case .unrecognized?, nil: .unknown(.typeUnknown)
    }
  }
}

/// Why a destination is not known; rules on limits share these reasons.
enum UnknownDestination: String {
  /// The export doesn't name its connection.
  case connectionUnknown = "connection-unknown"
  /// The connection that it names is not in the snapshot.
  case connectionMissing = "connection-missing"
  /// The type of the connection is not in the catalogue.
  case typeUnknown = "type-unknown"
  /// The type of the connection stands for several services.
  case typeAmbiguous = "type-ambiguous"
}

/// The clause that rules on destinations begin with.
protocol DestinationClause {
  static var attached: Self { get }
}

/// The reasons of rules on destinations that ``UnknownDestination`` doesn't have, or that stand for
/// it.
protocol DestinationReason {
  static var detached: Self { get }
  static var connectionUnknown: Self { get }
}

extension Examination
where Examined.Clause: DestinationClause, Examined.Reason: DestinationReason {
  /// What a rule on destinations goes on with.
  enum Destination {
    /// The connection and its service.
    case known(Connection, Service)
    /// There is nothing to judge, or nobody can.
    case verdict(Verdict)
  }

  /// The destination of an export, or the verdict of every rule on destinations without one.
  ///
  /// The reasons for an unknown destination have the same names in these rules; where a rule lacks
  /// one, its connection counts as unknown.
  mutating func destination(of export: Export) -> Destination {
    let context = context
    let destination = ExportDestination(export, context)
    showDestination(export, destination)
    var isAttached = Truth.true
    if case .detached = destination { isAttached = .false }
    guard clause(.attached, isAttached) == .true else {
      return .verdict(notApplicable(.detached))
    }
    switch destination {
    case .known(let connection, let service):
      return .known(connection, service.takeUnretainedValue())
    case .detached: return .verdict(unknown(.connectionUnknown))
    case .unknown(let reason):
      return .verdict(
        unknown(
          Examined.Reason(rawValue: reason.rawValue) ?? .connectionUnknown,
          ["type": export.typeText(context)]))
    }
  }
}

extension Examination {
  /// Shows the connection of an export and its type.
  mutating func showDestination(_ export: Export, _ destination: ExportDestination) {
    guard isRecording else { return }
    evidence(export, .connectionId)
    if case .known(let connection, _) = destination { evidence(connection, .type) }
    if case .unknown(let reason) = destination, reason != .connectionUnknown,
      let connection = context.connection(of: export)
    {
      evidence(connection, .type)
    }
  }
}
