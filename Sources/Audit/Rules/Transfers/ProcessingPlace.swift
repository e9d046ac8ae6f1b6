import Model

/// TRF-03: the place where a recipient processes the data is known, and lies in the legal area of
/// the environment or is covered by a mechanism; storage and vaults of one's own lie beside it.
struct ProcessingPlace: PlainRule {
  enum Clause: String, CaseIterable, Sendable {
    /// Data leaves over the connection.
    case leaves
    /// Both regions are known.
    case known
    /// Both lie in one legal area.
    case sameArea
    /// A mechanism for the transfer is recorded.
    case mechanism
    /// Storage of one's own lies in the region of the environment.
    case storageHere
    /// So does the key vault.
    case vaultHere
    /// The region doesn't contradict the countries that the service covers.
    case coverage
    /// An administrator agreed if Copilot processes data in another geography.
    case copilot
  }

  enum Reason: String, CaseIterable, Sendable, ServiceReason {
    case nothingLeaves = "nothing-leaves"
    case typeUnknown = "type-unknown"
    case typeAmbiguous = "type-ambiguous"
    case storageElsewhere = "storage-elsewhere"
    case vaultElsewhere = "vault-elsewhere"
    case coverageContradicted = "coverage-contradicted"
    case copilotNotAgreed = "copilot-not-agreed"
    case noMechanism = "no-mechanism"
    case regionUnknown = "region-unknown"
    case mechanismUnknown = "mechanism-unknown"
    case placeUnknown = "place-unknown"
    case copilotUnknown = "copilot-unknown"
  }

  static let description = RuleDescription(
    "TRF-03", group: .transfers, severity: .critical, subject: .connection,
    sections: [.connections, .environment, .agreements, .transferRecords, .keyVaults],
    clauses: clauseNames,
    controls: [
      ControlMapping(.gdpr, ["44", "46", "49", "30(1)(e)", "13(1)(f)"]),
      ControlMapping(.iso27701, ["A.7.5.1", "A.7.5.2", "A.7.5.3"]),
      ControlMapping(.iso27001, ["A.5.14", "A.5.23", "A.5.31"]),
      ControlMapping(.nistPrivacy, ["ID.IM-P7", "ID.DE-P3"]),
      ControlMapping(.nist80053, ["SA-9(5)", "CM-12", "AC-20"]),
      ControlMapping(.soc2, ["CC9.2", "P6.4"]),
      ControlMapping(.ccpa, ["1798.100(d)"]),
    ])
  /// The connections, and the environment for its own storage and Copilot.
  static let population = Population.rows([.connections, .environment])

  private var mechanisms = TransferMechanisms()

  /// Reads agreements and records once.
  mutating func prepare(for context: AuditContext, among rules: [RuleDescription]) {
    mechanisms = TransferMechanisms(context)
  }

  /// What is in the wrong place fails before what isn't covered.
  func judge(_ subject: SubjectRecord, _ examination: inout Examination<Self>) -> Verdict {
    if subject.section == .environment {
      return judgeEnvironment(
        EnvironmentRecord(examination.context.snapshot, subject.row), &examination)
    }
    let context = examination.context
    let connection = Connection(context.snapshot, subject.row)
    let match = context.service(of: connection)
    examination.evidence(connection, .type)
    guard let service = match.service else {
      return examination.unknown(Reason(match), ["type": connection.typeText])
    }
    guard examination.clause(.leaves, !service.further.isInbound) == .true else {
      return examination.notApplicable(.nothingLeaves)
    }
    let now = examination.now()
    let place = RecipientPlace(connection, service, mechanisms, now, context)
    place.show(&examination)
    let known = examination.clause(.known, place.isKnown)
    let sameArea = examination.clause(.sameArea, place.sameArea)
    let mechanism = examination.clause(.mechanism, place.mechanism)
    let storageHere = examination.clause(.storageHere, place.storageHere)
    let vaultHere = examination.clause(.vaultHere, place.vaultHere)
    let coverage = examination.clause(.coverage, place.coverage)
    if storageHere == .false { return examination.fail(.storageElsewhere) }
    if vaultHere == .false { return examination.fail(.vaultElsewhere) }
    if coverage == .false {
      return examination.fail(
        .coverageContradicted,
        [
          "service": .text(service.title),
          "countries": .list(service.further.countries.map { .code($0) }),
        ])
    }
    guard known == .true else { return examination.unknown(.regionUnknown) }
    let covered = sameArea || mechanism
    if covered == .false { return examination.fail(.noMechanism) }
    if covered == .missing {
      return sameArea == .missing
        ? examination.unknown(.regionUnknown) : examination.unknown(.mechanismUnknown)
    }
    guard (storageHere && vaultHere && coverage) == .true else {
      return examination.unknown(.placeUnknown)
    }
    return examination.pass()
  }

  private func judgeEnvironment(
    _ environment: EnvironmentRecord, _ examination: inout Examination<Self>
  ) -> Verdict {
    let context = examination.context
    examination.evidence(environment, .region)
    examination.evidence(environment, .dataStorage)
    examination.evidence(environment, .storageRegion)
    examination.evidence(environment, .copilotCrossGeo)
    examination.evidence(environment, .copilotCrossGeoAgreedUtc)
    let storage: Truth =
      switch environment[.dataStorage].known {
      case .managed?: .true
      case .ownDataLake?: context.isInRegionOfEnvironment(environment[.storageRegion].known)
      case nil: .missing
      }
    let storageHere = examination.clause(.storageHere, storage)
    // An agreement of the future is none yet, and may be a slip.
    let agreed =
      context.clock.isAhead(environment[.copilotCrossGeoAgreedUtc])
      ? .missing : context.isStated(environment, .copilotCrossGeoAgreedUtc)
    let copilot = examination.clause(
      .copilot, environment[.copilotCrossGeo].known.map { !Truth($0) || agreed } ?? .missing)
    if storageHere == .false { return examination.fail(.storageElsewhere) }
    if copilot == .false { return examination.fail(.copilotNotAgreed) }
    if storageHere == .missing { return examination.unknown(.placeUnknown) }
    if copilot == .missing { return examination.unknown(.copilotUnknown) }
    return examination.pass()
  }
}
