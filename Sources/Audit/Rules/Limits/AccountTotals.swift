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

    /// Whether two totals leave the same numbers possible.
    func isLike(_ other: Total) -> Bool {
      size.lower == other.size.lower && size.upper == other.size.upper
        && possible == other.possible
    }

    /// Adds exports that surely go to the account, or may do so.
    fileprivate mutating func add(_ other: Total, isSurely: Bool) {
      var more = other.size
      if !isSurely { more.lower = 0 }
      size.add(more)
      rows += other.rows
    }
  }

  private enum Account: Hashable {
    /// The ids at the destination.
    case ids(String, [Identifier: Identifier])
    /// A connection whose ids are not known.
    case connection(Identifier?)
  }

  /// Stands for the service of a connection that isn't there or is of no known type.
  private static let anyService = ""

  private var totals: [Account: Total] = [:]
  /// What the accounts and the connections without one add up to, by service.
  private var bounds: [String: Bounds] = [:]
  /// Whether exports or connections may exist that the snapshot doesn't show.
  private var isIncomplete = false
  private var trends: SegmentTrends?

  /// No totals.
  init() {}

  /// The totals of a snapshot, for the services whose limits may count a total.
  ///
  /// With trends they are those at the end of the horizon.
  init(_ context: AuditContext, _ agreed: AgreedLimits, after trends: SegmentTrends? = nil) {
    self.trends = trends
    let limited = Self.limitedServices(context, agreed)
    guard !limited.isEmpty else { return }
    var accounts: [String: Set<Account>] = [:]
    isIncomplete =
      !context.coverage.isComplete(.exports) || !context.coverage.isComplete(.connections)
    for connection in context.snapshot.rows(Connection.self)
    where context.chosen(connection.row, in: .connections) == connection.row {
      guard let identifier = connection[.connectionId].known else { continue }
      let (service, candidates) = Self.services(of: connection, context)
      let slugs = candidates.filter { limited.contains($0) || $0 == Self.anyService }
      guard !slugs.isEmpty else { continue }
      let exports = sum(
        of: context.exports(of: identifier).lazy.filter { $0.mayCount(context.clock) }, context)
      guard let exports else { continue }
      let ids = AccountIds(connection).known
      for slug in slugs {
        let account = ids.map { Account.ids(slug, $0) } ?? .connection(identifier)
        accounts[slug, default: []].insert(account)
        if ids != nil || slug == slugs.first {
          totals[account, default: Total()].add(exports, isSurely: ids == nil || service != nil)
        }
      }
    }
    for export in context.snapshot.rows(Export.self)
    where export.mayCount(context.clock) && export.hasUnseenConnection(context) {
      guard let sum = sum(of: CollectionOfOne(export), context) else { continue }
      let account = Account.connection(export[.connectionId].known)
      totals[account, default: Total()].add(sum, isSurely: true)
      accounts[Self.anyService, default: []].insert(account)
    }
    bounds = accounts.mapValues { accounts in
      var bounds = Bounds()
      for account in accounts { bounds.add(account, totals[account]?.size.upper) }
      return bounds
    }
  }

  /// What some exports add up to; `nil` if there are none.
  private func sum(of exports: some Sequence<Export>, _ context: AuditContext) -> Total? {
    var total: Total?
    for export in exports {
      var size =
        trends.map { $0.size(of: export, context).size }
        ?? SizeBounds(
          ExportItems(export, context), recorded: RecordedCount(export, context), context)
      // Whether it is active is not known: it may count or not.
      if export[.state].known != .active { size.lower = 0 }
      // Evidence names the records behind the present total alone.
      total = total ?? Total()
      total?.size.add(size)
      if trends == nil { total?.rows.append(export.row) }
    }
    return total
  }

  /// The total of an active export's account.
  func total(of connection: Connection, _ service: Service) -> Total {
    var account = Account.connection(connection[.connectionId].known)
    if let ids = AccountIds(connection).known { account = .ids(service.slug, ids) }
    var total = totals[account] ?? Total()
    total.possible =
      isIncomplete
      ? nil
      : SizeBounds.sum(
        possible(beside: account, service.slug), possibleOfAnyService(beside: account))
    return total
  }

  /// The most that exports may add of which not even the service is known.
  private func possibleOfAnyService(beside account: Account) -> Int? {
    guard let bounds = bounds[Self.anyService] else { return 0 }
    let more = bounds.possible(beside: account, nil)
    guard case .ids(_, let ids) = account,
      let same = totals[.ids(Self.anyService, ids)]
    else { return more }
    return SizeBounds.sum(more, same.size.upper)
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
    guard let type = connection[.type].known else { return (nil, [anyService]) }
    switch context.service(type, connection.family ?? .destination) {
    case .known(let service): return (service.slug, [service.slug])
    case .ambiguous(let services): return (nil, services.map(\.slug))
    case .unrecognized: return (nil, [anyService])
    }
  }
}

extension Export {
  /// Whether what the export sends may count in the total of its account.
  func mayCount(_ clock: AuditClock) -> Bool {
    self[.state].known != .inactive && !clock.hasCome(self[.removedUtc])
  }
}

extension Export {
  /// Whether the export may use a connection that the snapshot doesn't show.
  fileprivate func hasUnseenConnection(_ context: AuditContext) -> Bool {
    guard context.chosen(row, in: .exports) == row else { return false }
    return switch self[.connectionId] {
    case .value: context.connection(of: self) == nil
    case .null: false
    case .absent, .unreadable: true
    }
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
