import Model

/// The register of agreements, by the service and the recipient that each names.
struct Agreements: Sendable {
  private var byService: [String: [Int32]] = [:]
  private var byRecipient: [String: [Int32]] = [:]
  /// Agreements whose service can't be told: one of them may be about any service.
  private var unplaced: [Int32] = []
  /// Agreements whose recipient was not recorded or can't be read: it may be anybody.
  private var unnamed: [Int32] = []

  /// An empty register, before it is read.
  init() {}

  /// Reads the register of a snapshot.
  init(_ context: AuditContext) {
    for agreement in context.snapshot.rows(Agreement.self) {
      let row = Int32(agreement.row)
      switch agreement[.recipient] {
      case .value(let name):
        byRecipient[Regions.fold(context.snapshot.text(name)), default: []].append(row)
      case .null: break
      case .absent, .unreadable: unnamed.append(row)
      }
      if let service = agreement[.service].known.flatMap({ context.service($0).service }) {
        byService[service.slug, default: []].append(row)
      } else {
        unplaced.append(row)
      }
    }
  }

  /// The agreements about a service.
  ///
  /// Where the type doesn't tell who receives the data, those with another recipient don't count.
  func about(_ service: Service, _ connection: Connection, _ context: AuditContext)
    -> [Agreement]
  {
    let found = context.standing(Agreement.self, byService[service.slug])
    guard service.further.hidesRecipient else { return found }
    return found.filter { $0.isWithRecipient(of: connection) != .false }
  }

  /// The agreements about a service, each with whether it is one with the recipient of a connection.
  func possible(_ service: Service, _ connection: Connection, _ context: AuditContext)
    -> [(agreement: Agreement, isMeant: Truth)]
  {
    let recipient = connection.name(.targetFinalRecipient).map(Regions.fold)
    return context.standing(Agreement.self, byService[service.slug]).map { agreement in
      guard service.further.hidesRecipient else { return (agreement, .true) }
      switch agreement[.recipient] {
      case .null: return (agreement, .false)
      case .absent, .unreadable: return (agreement, .missing)
      case .value(let name):
        let folded = Regions.fold(context.snapshot.text(name))
        return (agreement, recipient.map { Truth($0 == folded) } ?? .missing)
      }
    }
  }

  /// The agreements with a recipient; names are compared without case and punctuation, never by
  /// likeness.
  func with(_ recipient: String, _ context: AuditContext) -> [Agreement] {
    context.standing(Agreement.self, byRecipient[Regions.fold(recipient)])
  }

  /// Whether an agreement may be about any service.
  func haveUnplaced(_ context: AuditContext) -> Bool {
    unplaced.contains { context.stands(Int($0), in: .agreements) }
  }

  /// Whether an agreement may be with anybody.
  func haveUnnamed(_ context: AuditContext) -> Bool {
    unnamed.contains { context.stands(Int($0), in: .agreements) }
  }
}

extension Agreement {
  /// Whether the agreement is with the one whom a connection names as the final recipient.
  func isWithRecipient(of connection: Connection) -> Truth {
    switch self[.recipient] {
    case .null: return .false
    case .absent, .unreadable: return .missing
    case .value(let name):
      guard let recipient = connection.text(.targetFinalRecipient), !recipient.isBlank else {
        return .missing
      }
      return Truth(Regions.fold(recipient) == Regions.fold(text(name)))
    }
  }

  /// Whether the agreement was signed by now.
  func isSigned(at now: TimeSpan?, _ context: AuditContext) -> Truth {
    guard let time = self[.signedUtc].known else { return context.isStated(self, .signedUtc) }
    let isPast = now.map { context.clock.span(time) <= $0 } ?? .missing
    // The snapshot can't have seen what was signed after it was collected.
    return context.clock.isAhead(self[.signedUtc]) ? isPast && .missing : isPast
  }

  /// Whether the agreement is in force; its end is the first instant after its validity.
  ///
  /// A null end stands for an agreement without one.
  func isInForce(at now: TimeSpan?, _ clock: AuditClock) -> Truth {
    guard let now else { return .missing }
    let begun = self[.validFromUtc].known.map { clock.span($0) <= now } ?? .missing
    let lasts: Truth =
      switch self[.validToUtc] {
      case .value(let end): now < clock.span(end)
      case .null: .true
      case .absent, .unreadable: .missing
      }
    return begun && lasts
  }
}

extension Service {
  /// Whether data goes to another company, or to a product outside the platform's boundary.
  ///
  /// Missing where it depends on the connection.
  var isOutward: Truth {
    switch party {
    case .thirdParty: .true
    case .microsoft: Truth(further.isOutsideBoundary)
    case .customerStorage: .false
    case .customerOrThirdParty: .missing
    }
  }
}

extension Examination {
  /// Shows an agreement.
  mutating func show(_ agreement: Agreement) {
    evidence(agreement, .agreementId)
    evidence(agreement, .recipient)
    evidence(agreement, .kind)
    evidence(agreement, .validToUtc)
  }
}
