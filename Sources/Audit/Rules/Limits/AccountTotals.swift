import Model

/// The sizes of all active exports to each account of the destinations that limit a total.
struct AccountTotals: Sendable {
  /// Exports to one account.
  struct Total: Sendable {
    /// The size of all of them.
    var size = SizeBounds()
    /// The exports, by their rows.
    var rows: [Int] = []
  }

  private enum Account: Hashable {
    /// The ids at the destination.
    case ids(String, [Identifier: Identifier])
    /// A connection whose ids are not known.
    case connection(String, Identifier?)
  }

  private var totals: [Account: Total] = [:]
  /// Connections with exports, by service, and how many of them don't tell their account.
  private var connections: [String: (all: Int, unassigned: Int)] = [:]
  /// Whether exports or connections may exist that the snapshot doesn't show.
  private var isIncomplete = false

  /// No totals.
  init() {}

  /// The totals of a snapshot, for the services whose limits may count a total.
  init(_ context: AuditContext) {
    let limited = Self.limitedServices(context)
    guard !limited.isEmpty else { return }
    isIncomplete =
      !context.coverage.isComplete(.exports) || !context.coverage.isComplete(.connections)
    for connection in context.snapshot.rows(Connection.self) {
      guard let identifier = connection[.connectionId].known else { continue }
      let (service, candidates) = Self.services(of: connection, context)
      let slugs = candidates.filter(limited.contains)
      guard !slugs.isEmpty else { continue }
      var account = Account.connection(slugs[0], identifier)
      if let service, let ids = AccountIds(connection).known {
        account = .ids(service, ids)
      }
      for export in context.exports(of: identifier) where export[.state].known != .inactive {
        add(export, to: account, context)
      }
      guard totals[account] != nil else { continue }
      for slug in slugs {
        connections[slug, default: (0, 0)].all += 1
        if case .connection = account { connections[slug, default: (0, 0)].unassigned += 1 }
      }
    }
  }

  private mutating func add(_ export: Export, to account: Account, _ context: AuditContext) {
    let size = SizeBounds(
      ExportItems(export, context), recorded: RecordedCount(export, context), context)
    totals[account, default: Total()].size.add(size)
    totals[account, default: Total()].rows.append(export.row)
    guard export[.state].known != .active else { return }
    // Whether it is active is not known: it may count or not.
    totals[account, default: Total()].size.upper = nil
    totals[account, default: Total()].size.raise(.otherExports)
  }

  /// The total of an active export's account.
  func total(of connection: Connection, _ service: Service) -> Total {
    let ids = AccountIds(connection).known
    let account =
      ids.map { Account.ids(service.slug, $0) }
      ?? .connection(service.slug, connection[.connectionId].known)
    var total = totals[account] ?? Total()
    let known = connections[service.slug] ?? (0, 0)
    let hasOthers = ids == nil ? known.all > 1 : known.unassigned > 0
    if hasOthers || isIncomplete {
      total.size.upper = nil
      total.size.raise(.otherExports)
    }
    return total
  }

  private static func limitedServices(_ context: AuditContext) -> Set<String> {
    let byContract = context.snapshot.rows(ContractLimit.self).contains {
      $0[.scope].known == .total
    }
    return Set(
      context.catalogue.services.filter { service in
        byContract || service.limits.contains { $0.value.scope == .total }
      }.map(\.slug))
  }

  /// The service of a connection, if it is known, and all that it may be.
  private static func services(
    of connection: Connection, _ context: AuditContext
  ) -> (known: String?, all: [String]) {
    guard let type = connection[.type].known else { return (nil, []) }
    switch context.service(type, connection.family ?? .destination) {
    case .known(let service): return (service.slug, [service.slug])
    case .ambiguous(let services): return (nil, services.map(\.slug))
    case .unrecognized: return (nil, [])
    }
  }
}
