import Model

/// The sizes of all active exports to each account of the destinations that limit a total.
struct AccountTotals: Sendable {
  /// Exports to one account.
  struct Total: Sendable {
    /// The size of all of them.
    var size = SizeBounds()
    /// The exports, by their rows.
    var rows: [Int] = []
    /// How many profiles further exports may add whose account is not known; `nil`: any number.
    var possible: Int? = 0
  }

  private enum Account: Hashable {
    /// The ids at the destination.
    case ids(String, [Identifier: Identifier])
    /// A connection whose ids are not known.
    case connection(Identifier?)
  }

  private var totals: [Account: Total] = [:]
  /// The accounts and the connections without one, by service.
  private var accounts: [String: Set<Account>] = [:]
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
      var account = Account.connection(identifier)
      if let service, let ids = AccountIds(connection).known { account = .ids(service, ids) }
      for export in context.exports(of: identifier) where export[.state].known != .inactive {
        add(export, to: account, context)
        for slug in slugs { accounts[slug, default: []].insert(account) }
      }
    }
  }

  private mutating func add(_ export: Export, to account: Account, _ context: AuditContext) {
    var size = SizeBounds(
      ExportItems(export, context), recorded: RecordedCount(export, context), context)
    // Whether it is active is not known: it may count or not.
    if export[.state].known != .active { size.lower = 0 }
    totals[account, default: Total()].size.add(size)
    totals[account, default: Total()].rows.append(export.row)
  }

  /// The total of an active export's account.
  func total(of connection: Connection, _ service: Service) -> Total {
    var account = Account.connection(connection[.connectionId].known)
    if let ids = AccountIds(connection).known { account = .ids(service.slug, ids) }
    var total = totals[account] ?? Total()
    total.possible = isIncomplete ? nil : possible(beside: account, service.slug)
    return total
  }

  /// The most that other exports may add, since their account, or the own one, is not known.
  private func possible(beside account: Account, _ slug: String) -> Int? {
    var sum: Int? = 0
    var largest: Int? = 0
    for other in accounts[slug] ?? [] where other != account {
      let upper = totals[other]?.size.upper
      switch other {
      case .connection: sum = sum.flatMap { sum in upper.map { sum + $0 } }
      // A connection without a known account leads to one of the known ones at most.
      case .ids: largest = largest.flatMap { largest in upper.map { max(largest, $0) } }
      }
    }
    if case .ids = account { return sum }
    return sum.flatMap { sum in largest.map { sum + $0 } }
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
