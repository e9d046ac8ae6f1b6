import Model
import Synchronization

/// The totals of a snapshot for each choice among records with one id.
struct TotalsByChoice: Sendable {
  private var choices: [AccountTotals] = []

  /// No totals.
  init() {}

  /// The totals of a snapshot; with trends, those at the end of the horizon.
  init(_ context: AuditContext, _ agreed: AgreedLimits, after trends: SegmentTrends? = nil) {
    choices = context.variants().map { AccountTotals($0, agreed, after: trends) }
  }

  /// The total of an active export's account; other records of one id may add up to another one.
  func total(
    of connection: Connection, _ service: Service, _ context: AuditContext
  ) -> AccountTotals.Total {
    guard let only = choices.first else { return AccountTotals.Total() }
    let first = only.total(of: connection, service)
    guard choices.count > 1 else { return first }
    let totals = choices.map { $0.total(of: connection, service) }
    if !totals.allSatisfy(first.isLike) { context.meet(totals.count) }
    return totals[min(context.variant, totals.count - 1)]
  }
}

/// Totals that several rules ask for, added up once.
final class AccountTotalsMemo: Sendable {
  private let known = Mutex<(agreed: AgreedLimits, totals: TotalsByChoice)?>(nil)

  /// The present totals by some contracts; another rule that asks meanwhile waits for them.
  func totals(_ context: AuditContext, _ agreed: AgreedLimits) -> TotalsByChoice {
    known.withLock { known in
      if let known, known.agreed == agreed { return known.totals }
      let totals = TotalsByChoice(context, agreed)
      known = (agreed, totals)
      return totals
    }
  }
}
