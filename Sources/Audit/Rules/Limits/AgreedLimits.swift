public import Model

/// The limits by contract of a run, by what they are about.
struct AgreedLimits: Hashable, Sendable {
  private var byDestination: [String: AgreedLimit] = [:]
  private var byConnection: [String: AgreedLimit] = [:]
  /// Whether one of them counts all exports to an account, or may do so.
  private(set) var mayBeTotal = false

  init(_ limits: [AgreedLimit]) {
    for limit in limits {
      switch limit.target {
      case .destination(let destination): byDestination[destination] = limit
      case .connection(let connection): byConnection[Self.folded(connection)] = limit
      }
      if limit.scope == .total { mayBeTotal = true }
    }
  }

  /// The limit of a connection: its own one, otherwise that of its destination.
  func limit(of connection: Connection, _ service: Service) -> AgreedLimit? {
    if !byConnection.isEmpty, let id = connection.text(.connectionId),
      let limit = byConnection[Self.folded(id)]
    {
      return limit
    }
    return byDestination[service.slug]
  }

  /// Ids are the same whatever their case, and GUIDs with and without braces.
  fileprivate static func folded(_ id: String) -> String {
    canonicalIdentifier(id).lowercased()
  }
}

extension AuditConfiguration {
  /// The limits by contract that name a destination which the catalogue doesn't know.
  public func unknownDestinations(
    in catalogue: Catalogue
  ) -> [(limit: AgreedLimit, problem: ConfigurationProblem)] {
    let known = catalogue.services.filter { $0.family == .destination }.map(\.slug)
    return agreedLimits.compactMap { limit in
      guard case .destination(let name) = limit.target, !known.contains(name) else { return nil }
      return (
        limit,
        ConfigurationProblem(
          message: "'\(name)' is no destination of the catalogue",
          suggestion: Suggestion.nearest(to: name, among: known))
      )
    }
  }

  /// The limits by contract that name a connection which a snapshot doesn't have.
  public func unusedLimits(in snapshot: Snapshot) -> [AgreedLimit] {
    guard !agreedLimits.isEmpty else { return [] }
    var ids: Set<String> = []
    for connection in snapshot.rows(Connection.self) {
      if let id = connection.text(.connectionId) { ids.insert(AgreedLimits.folded(id)) }
    }
    return agreedLimits.filter {
      if case .connection(let id) = $0.target {
        !ids.contains(AgreedLimits.folded(id))
      } else {
        false
      }
    }
  }
}
