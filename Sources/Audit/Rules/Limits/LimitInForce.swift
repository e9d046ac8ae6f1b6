import Model

/// The limit that an export had to keep at some time: by contract if one is recorded, otherwise by
/// the catalogue.
struct LimitInForce {
  /// The limit in the catalogue's unit.
  var maximum: Int
  /// What it counts; an unstated scope is read as per export.
  var scope: LimitScope
  /// Whether the documents state no scope.
  var isScopeUnstated = false
  /// Whether it is only a recommendation.
  var isRecommendation = false
  /// Whether a contract states it.
  var isContract = false
  /// The other figure of a document that gives two, or of several contracts.
  var otherMaximum: Int?
  /// The document, or the id of the contract's record.
  var source: String
  /// Where the settings of the run state it; `nil`: they don't.
  var place: String?
  /// Whether the newest facts were taken for want of facts of that time.
  var isNewest = false

  /// The limit of an export, if a contract or the documents state one.
  ///
  /// `time` is when the size was counted; without it, the day of the snapshot counts. `contracts` are
  /// the records that may concern the export's connection then.
  static func of(
    _ export: Export, _ connection: Connection, _ service: Service, _ agreed: AgreedLimits,
    _ contracts: [ContractLimit.Concern], at time: Instant?, _ context: AuditContext
  ) -> LimitInForce? {
    let documented = documented(service, at: time, context)
    guard let contract = contract(export, agreed.limit(of: connection, service), contracts) else {
      return documented
    }
    var limit = contract.limit
    if limit.place != nil, limit.otherMaximum == nil, documented?.maximum != limit.maximum {
      limit.otherMaximum = documented?.maximum
    }
    if contract.scope == nil || contract.scope == .unstated {
      limit.scope = documented?.scope ?? .perExport
      limit.isScopeUnstated = documented?.isScopeUnstated ?? true
    }
    return limit
  }

  /// The documented limit; licenses and sizes that only explain a duration are none.
  static func documented(
    _ service: Service, at time: Instant?, _ context: AuditContext
  ) -> LimitInForce? {
    guard let facts = DatedFacts.position(of: service, at: time, context) else { return nil }
    let limits = service.limits[facts.position].value
    guard limits.kind == .limit || limits.kind == .recommendation, let maximum = limits.maximum,
      // What counts rows of a table is no limit of an export.
      let scope = limits.scope
    else { return nil }
    return LimitInForce(
      maximum: maximum, scope: scope == .unstated ? .perExport : scope,
      isScopeUnstated: scope == .unstated, isRecommendation: limits.kind == .recommendation,
      otherMaximum: limits.otherMaximum, source: service.limits[facts.position].source,
      isNewest: facts.isNewest)
  }

  /// The smallest of the contract's limits that may be in force.
  private static func contract(
    _ export: Export, _ agreed: AgreedLimit?, _ contracts: [ContractLimit.Concern]
  ) -> (limit: LimitInForce, scope: LimitScope?)? {
    var found: [(limit: LimitInForce, scope: LimitScope?)] = []
    if let agreed {
      let set = LimitInForce(
        maximum: agreed.maximum, scope: agreed.scope ?? .perExport, isContract: true,
        source: agreed.source, place: agreed.origin)
      found.append((set, agreed.scope))
    }
    if let limit = export[.contractLimit].known {
      let source = export.text(.exportId) ?? ""
      let own = LimitInForce(
        maximum: limit, scope: .perExport, isContract: true, source: source)
      found.append((own, .perExport))
    }
    for (contract, concerns) in contracts where concerns == .true {
      guard let maximum = contract[.limit].known else { continue }
      let scope = contract[.scope].known
      let recorded = LimitInForce(
        maximum: maximum, scope: scope ?? .perExport, isContract: true,
        source: contract.text(.contractLimitId) ?? "")
      found.append((recorded, scope))
    }
    guard var smallest = found.min(by: { $0.limit.maximum < $1.limit.maximum }) else { return nil }
    let others = found.map(\.limit.maximum).filter { $0 != smallest.limit.maximum }
    smallest.limit.otherMaximum = others.min()
    return smallest
  }
}

/// A record of a contract that may bind an export, but doesn't tell to how much, or whether it does.
struct UnclearContract {
  /// The id of the record, or that of the export which states its contract itself.
  var source: String
  var pointer: RecordPointer?

  /// The first such record for an export among those that may concern it; `nil` if all that may bind
  /// it can be read.
  init?(_ export: Export, _ contracts: [ContractLimit.Concern]) {
    if export[.contractLimit].isUnreadable {
      source = export.text(.exportId) ?? ""
      pointer = export.pointer
      return
    }
    let unclear = contracts.first { $0.concerns == .missing || $0.record[.limit].known == nil }
    guard let unclear = unclear?.record else { return nil }
    source = unclear.text(.contractLimitId) ?? ""
    pointer = unclear.pointer
  }
}

extension ContractLimit {
  /// A record, and whether it concerns a connection: surely or perhaps.
  typealias Concern = (record: ContractLimit, concerns: Truth)

  /// The records that concern a connection at a time, or may do so.
  static func concerning(
    _ connection: Connection, at time: Instant?, _ context: AuditContext
  ) -> [Concern] {
    guard context.snapshot.count(.contractLimits) > 0 else { return [] }
    let accounts = AccountIds(connection).known
    return context.snapshot.rows(ContractLimit.self).compactMap { record in
      let concerns = record.concerns(connection, accounts, context)
      guard concerns != .false, record.mayHold(at: time, context),
        context.stands(record.row, in: .contractLimits)
      else { return nil }
      // Until when it holds nobody knows where that can't be read.
      let isDated = !record[.validFromUtc].isUnreadable && !record[.validToUtc].isUnreadable
      return (record, isDated ? concerns : .missing)
    }
  }

  /// Whether the record names a connection or one of its accounts.
  fileprivate func concerns(
    _ connection: Connection, _ accounts: [Identifier: Identifier]?, _ context: AuditContext
  ) -> Truth {
    if let named = self[.connectionId].known {
      return Truth(named == connection[.connectionId].known)
    }
    if !self[.connectionId].isUnreadable, let account = self[.accountId].known {
      // Which accounts a connection leads to has to be on record, or it may be this one.
      return accounts.map { Truth($0.values.contains(account)) }
        ?? (context.isStated(connection, .targetAccountIds) == .false ? .false : .missing)
    }
    // A contract that names nothing concerns nothing; if nobody looked, it may concern anything.
    let isNamed =
      context.isStated(self, .connectionId) || context.isStated(self, .accountId)
    return isNamed == .false ? .false : .missing
  }

  /// Whether the contract may have been in force at a time; validity that isn't known may be.
  fileprivate func mayHold(at time: Instant?, _ context: AuditContext) -> Bool {
    guard let time = time.map(context.clock.span) else { return true }
    if let start = self[.validFromUtc].known, (time < context.clock.span(start)) == .true {
      return false
    }
    if let end = self[.validToUtc].known, (context.clock.span(end) <= time) == .true {
      return false
    }
    return true
  }
}

extension Array {
  /// The fact that held at a time; the newest one if there is no time.
  func on<Value>(_ time: Instant?) -> Service.Dated<Value>? where Element == Service.Dated<Value> {
    guard let time else { return last }
    return on(day: time.daysSince1970)
  }
}

/// Facts of the catalogue at the time of an event.
enum DatedFacts {
  /// The position of the limits of a service at a time.
  ///
  /// If none are recorded for it, that of the newest documents, marked as such. Without a time, the
  /// day of the snapshot counts.
  static func position(
    of service: Service, at time: Instant?, _ context: AuditContext
  ) -> (position: Int, isNewest: Bool)? {
    let day = time?.daysSince1970 ?? context.clock.snapshotTime?.daysSince1970
    if let day, let position = service.limits.position(day: day) { return (position, false) }
    return service.limits.isEmpty ? nil : (service.limits.count - 1, true)
  }
}

/// The account ids of a connection at its destination.
struct AccountIds {
  /// The ids by their keys; `nil` if the snapshot doesn't tell them.
  let known: [Identifier: Identifier]?

  init(_ connection: Connection) {
    guard let rows = connection[.targetAccountIds].known, !rows.isEmpty else {
      known = nil
      return
    }
    var ids: [Identifier: Identifier] = [:]
    for offset in 0..<rows.count {
      guard let key = rows.field(offset, "key", Identifier.self).known,
        let value = rows.field(offset, "value", Identifier.self).known
      else {
        known = nil
        return
      }
      ids[key] = value
    }
    known = ids
  }
}
