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
  /// What the accounts and the connections without one add up to, by service.
  private var bounds: [String: Bounds] = [:]
  /// Whether exports or connections may exist that the snapshot doesn't show.
  private var isIncomplete = false

  /// No totals.
  init() {}

  /// The totals of a snapshot, for the services whose limits may count a total.
  init(_ context: AuditContext, _ agreed: AgreedLimits) {
    let limited = Self.limitedServices(context, agreed)
    guard !limited.isEmpty else { return }
    var accounts: [String: Set<Account>] = [:]
    isIncomplete =
      !context.coverage.isComplete(.exports) || !context.coverage.isComplete(.connections)
    for connection in context.snapshot.rows(Connection.self) {
      guard let identifier = connection[.connectionId].known else { continue }
      let (service, candidates) = Self.services(of: connection, context)
      let slugs = candidates.filter(limited.contains)
      guard !slugs.isEmpty else { continue }
      var account = Account.connection(identifier)
      if let service, let ids = AccountIds(connection).known { account = .ids(service, ids) }
      for export in context.exports(of: identifier) where export.mayCount(context.clock) {
        add(export, to: account, context)
        for slug in slugs { accounts[slug, default: []].insert(account) }
      }
    }
    bounds = accounts.mapValues { accounts in
      var bounds = Bounds()
      for account in accounts { bounds.add(account, totals[account]?.size.upper) }
      return bounds
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
    (bounds[slug] ?? Bounds()).possible(beside: account, totals[account]?.size.upper)
  }

  private static func limitedServices(
    _ context: AuditContext, _ agreed: AgreedLimits
  ) -> Set<String> {
    let byContract =
      agreed.mayBeTotal
      || context.snapshot.rows(ContractLimit.self).contains {
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

extension Export {
  /// Whether what the export sends may count in the total of its account.
  func mayCount(_ clock: AuditClock) -> Bool {
    self[.state].known != .inactive && !clock.hasCome(self[.removedUtc])
  }
}

extension AccountTotals {
  /// What all accounts of a service add up to, such that one of them can be left out again: a total
  /// is asked for each export, and going through the accounts each time would be quadratic.
  private struct Bounds {
    /// Connections whose account is not known: the sum of their sizes, and how many have no bound.
    private var sum: Int128 = 0
    private var unbounded = 0
    private var connections: Set<Account> = []
    /// Known accounts: the largest size, and how many have no bound.
    private var largest = 0
    private var unboundedAccounts = 0

    mutating func add(_ account: Account, _ upper: Int?) {
      switch account {
      case .connection:
        connections.insert(account)
        if let upper { sum += Int128(upper) } else { unbounded += 1 }
      case .ids:
        if let upper { largest = max(largest, upper) } else { unboundedAccounts += 1 }
      }
    }

    func possible(beside account: Account, _ upper: Int?) -> Int? {
      var sum = sum
      var unbounded = unbounded
      if connections.contains(account) {
        if let upper { sum -= Int128(upper) } else { unbounded -= 1 }
      }
      guard unbounded == 0 else { return nil }
      // A connection without a known account leads to one of the known ones at most.
      guard case .connection = account else { return Int(exactly: sum) }
      return unboundedAccounts == 0 ? Int(exactly: sum + Int128(largest)) : nil
    }
  }
}
