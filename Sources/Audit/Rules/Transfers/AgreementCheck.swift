import Model

/// How far one agreement covers what a connection sends.
struct AgreementCheck {
  let agreement: Agreement
  /// Whether it is with the recipient, as far as the service doesn't tell who that is.
  let named: Truth
  /// Whether it has a kind and was signed by now.
  let signed: Truth
  /// Whether it is in force.
  let inForce: Truth
  /// Whether it names the purpose of the connection.
  let scoped: Truth
  /// Whether the last review is recent enough.
  let reviewed: Truth

  init(
    _ agreement: Agreement, _ connection: Connection, _ service: Service, _ now: TimeSpan?,
    _ reviewDays: Int, _ context: AuditContext
  ) {
    self.agreement = agreement
    named = service.further.hidesRecipient ? agreement.isWithRecipient(of: connection) : .true
    let clock = context.clock
    signed = context.isStated(agreement, .kind) && agreement.isSigned(at: now, context)
    inForce = agreement.isInForce(at: now, clock)
    scoped = Self.isScoped(agreement, connection, context)
    if let time = agreement[.reviewedUtc].known {
      let end = clock.span(time).moved(by: Int64(reviewDays) * Instant.day)
      let isAhead = clock.isAhead(agreement[.reviewedUtc])
      reviewed = isAhead ? .missing : now.map { $0 <= end } ?? .missing
    } else {
      reviewed = context.isStated(agreement, .reviewedUtc)
    }
  }

  /// Whether it names any purpose at all.
  var namesPurpose: Bool { agreement.text(.purpose).map { !$0.isWordless } ?? false }

  /// Whether it binds whoever it is with.
  var isSufficient: Truth { signed && inForce && scoped && reviewed }

  /// The better it covers the connection, the higher.
  var rank: Int {
    switch named && isSufficient {
    case .true: 2
    case .missing: 1
    case .false: 0
    }
  }

  /// A purpose in other words may be the same one: that is for people to tell, and so is whether an
  /// agreement covers what nobody wrote down.
  private static func isScoped(
    _ agreement: Agreement, _ connection: Connection, _ context: AuditContext
  ) -> Truth {
    guard let purpose = agreement.text(.purpose), !purpose.isWordless else {
      return context.isWorded(agreement, .purpose)
    }
    guard let own = connection.text(.purpose), !own.isWordless else { return .missing }
    return Regions.fold(own) == Regions.fold(purpose) ? .true : .missing
  }
}
