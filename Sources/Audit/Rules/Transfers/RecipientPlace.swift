import Model

/// The mechanisms for transfers to another legal area, as agreements and records state them.
struct TransferMechanisms: Sendable {
  /// The register of agreements.
  private(set) var agreements = Agreements()
  /// The records of processing.
  private(set) var records = TransferRegister()

  /// No mechanisms, before they are read.
  init() {}

  /// Reads the mechanisms of a snapshot.
  init(_ context: AuditContext) {
    agreements = Agreements(context)
    records = TransferRegister(context.snapshot)
  }

  /// Whether an agreement or a record that can't be placed may be about any connection.
  func mayHaveOthers(_ context: AuditContext) -> Bool {
    records.hasUnplaced(context) || agreements.haveUnplaced(context)
  }
}

/// Where a recipient processes the data, and what allows that.
struct RecipientPlace {
  /// Whether the regions of recipient and environment are both known.
  let isKnown: Bool
  /// Whether both lie in one legal area.
  let sameArea: Truth
  /// Whether a mechanism for a transfer to another area is recorded.
  private(set) var mechanism: Truth
  /// Whether storage of one's own lies in the region of the environment.
  let storageHere: Truth
  /// Whether the key vault lies there.
  let vaultHere: Truth
  /// Whether the region doesn't contradict the countries that the service covers.
  let coverage: Truth
  private let connection: Connection
  private unowned(unsafe) let context: AuditContext
  private var deciding: [Agreement] = []
  private var decidingRecords: [TransferRecord] = []

  init(
    _ connection: Connection, _ service: Service, _ mechanisms: TransferMechanisms,
    _ now: TimeSpan?, _ context: AuditContext
  ) {
    self.connection = connection
    self.context = context
    let regions = context.catalogue.regions
    let agreements = mechanisms.agreements.possible(service, connection, context)
    // Advertising services work everywhere: only an agreement fixes their place.
    let stated = service.category == "advertising" ? nil : connection.name(.targetRegion)
    var places = [stated].compactMap(\.self)
    if stated == nil {
      for (agreement, isMeant) in agreements
      where (isMeant && agreement.isInForce(at: now, context.clock)) == .true {
        if let region = agreement.name(.region) { places.append(region) }
      }
    }
    let own = context.environment?.name(.region)
    isKnown =
      own.flatMap(regions.place) != nil && !places.isEmpty
      && places.allSatisfy { regions.place($0) != nil }
    sameArea = own.map { own in Self.agreed(places) { regions.isSameArea($0, own) } } ?? .missing
    storageHere =
      service.party == .customerStorage
      ? context.isInRegionOfEnvironment(connection[.targetRegion].known) : .true
    vaultHere = Self.isVaultHere(connection, context)
    let countries = service.further.countries
    coverage =
      countries.isEmpty || places.isEmpty
      ? .true
      : Self.agreed(places) { place in
        countries.reduce(.false) { $0 || regions.isSameArea(place, $1) }
      }
    mechanism = context.isNone(in: .agreements) || context.isNone(in: .transferRecords)
    if mechanisms.mayHaveOthers(context) { mechanism = mechanism || .missing }
    for (agreement, isMeant) in agreements where isMeant != .false {
      let use = Self.use(of: agreement[.transferMechanism], .missing)
      let binds =
        agreement.isInForce(at: now, context.clock) && agreement.isSigned(at: now, context)
      mechanism = mechanism || (use && isMeant && binds)
      if agreement[.transferMechanism].known != nil { deciding.append(agreement) }
    }
    for record in mechanisms.records.records(of: connection, context) {
      let reason = context.isStated(record, .mechanismReason)
      mechanism = mechanism || Self.use(of: record[.transferMechanism], reason)
      if record[.transferMechanism].known != nil { decidingRecords.append(record) }
    }
  }

  /// What holds of all places; missing where it holds of some, or there is none.
  private static func agreed(_ places: [String], _ holds: (String) -> Truth) -> Truth {
    guard let first = places.first.map(holds) else { return .missing }
    return places.allSatisfy { holds($0) == first } ? first : .missing
  }

  /// Whether a recorded mechanism allows the transfer; a derogation needs its reason.
  private static func use(of field: Field<TransferMechanism>, _ reason: Truth) -> Truth {
    switch field {
    case .value(.derogation): reason
    case .value(.none), .null: .false
    case .value: .true
    case .absent, .unreadable: .missing
    }
  }

  private static func isVaultHere(_ connection: Connection, _ context: AuditContext) -> Truth {
    if context.supportsVault(connection) == .false { return .true }
    let isUsed = context.isStated(connection, .credentialKeyVaultRef)
    guard isUsed == .true else { return !isUsed }
    let vault = connection[.credentialKeyVaultRef].known.flatMap {
      context.find(KeyVault.self, $0)
    }
    return context.isInRegionOfEnvironment(vault?[.region].known)
  }

  func show(_ examination: inout Examination<ProcessingPlace>) {
    examination.evidence(connection, .targetRegion)
    if let environment = context.environment { examination.evidence(environment, .region) }
    for agreement in deciding {
      examination.evidence(agreement, .agreementId)
      examination.evidence(agreement, .signedUtc)
      examination.evidence(agreement, .transferMechanism)
      examination.evidence(agreement, .region)
      examination.evidence(agreement, .impactAssessment)
    }
    for record in decidingRecords {
      examination.evidence(record, .transferRecordId)
      examination.evidence(record, .transferMechanism)
      examination.evidence(record, .mechanismReason)
      examination.evidence(record, .impactAssessment)
    }
  }
}
