import Model

/// TRF-06: where the type doesn't tell who takes the data, the recipient is named, under agreement,
/// and the container keeps data for a stated time and readers.
struct FinalRecipient: PlainRule {
  enum Clause: String, CaseIterable, Sendable {
    /// The type leaves open who takes the data.
    case hidden
    /// The recipient is a team of one's own.
    case own
    /// The recipient is named.
    case named
    /// There is an agreement with the recipient, signed and in force.
    case agreed
    /// The container has a retention rule.
    case retention
    /// Who may read the container is listed.
    case readers
  }

  enum Reason: String, CaseIterable, Sendable, ServiceReason {
    case notHidden = "not-hidden"
    case typeUnknown = "type-unknown"
    case typeAmbiguous = "type-ambiguous"
    case recipientUnknown = "recipient-unknown"
    case noAgreement = "no-agreement"
    case notInForce = "not-in-force"
    case agreementUnknown = "agreement-unknown"
    case noRetention = "no-retention"
    case noReaders = "no-readers"
    case containerUnknown = "container-unknown"
  }

  static let description = RuleDescription(
    "TRF-06", group: .transfers, severity: .medium, subject: .connection,
    sections: [.connections, .agreements], clauses: clauseNames,
    controls: [
      ControlMapping(.gdpr, ["30(1)(d)", "13(1)(e)", "28"]),
      ControlMapping(.iso27701, ["A.7.5.4"]),
      ControlMapping(.iso27001, ["A.5.14", "A.5.19", "A.8.3"]),
      ControlMapping(.nistPrivacy, ["ID.IM-P2", "ID.DE-P2"]),
      ControlMapping(.nist80053, ["AC-21", "SA-9", "PM-21"]),
      ControlMapping(.soc2, ["P6.1", "P6.2", "CC6.7"]),
      ControlMapping(.ccpa, ["1798.115", "1798.130"]),
    ])
  /// The connections.
  static let population = Population.rows([.connections])

  private var agreements = Agreements()

  /// Reads the register once.
  mutating func prepare(for context: AuditContext, among rules: [RuleDescription]) {
    agreements = Agreements(context)
  }

  /// A path or a host never proves who takes the data.
  func judge(_ subject: SubjectRecord, _ examination: inout Examination<Self>) -> Verdict {
    let context = examination.context
    let connection = Connection(context.snapshot, subject.row)
    let match = context.service(of: connection)
    examination.evidence(connection, .type)
    guard let service = match.service else {
      return examination.unknown(Reason(match), ["type": connection.typeText])
    }
    guard examination.clause(.hidden, service.further.hidesRecipient) == .true else {
      return examination.notApplicable(.notHidden)
    }
    examination.evidence(connection, .targetFinalRecipient)
    examination.evidence(connection, .targetOwnRecipient)
    let isOwn = connection[.targetOwnRecipient].known.map(Truth.init) ?? .missing
    if examination.clause(.own, isOwn) == .true { return examination.pass() }
    let recipient = connection.text(.targetFinalRecipient) ?? ""
    guard examination.clause(.named, !Regions.fold(recipient).isEmpty) == .true else {
      return examination.unknown(.recipientUnknown)
    }
    let container = ContainerCheck(connection, service, context)
    container.show(&examination)
    let own = agreements.with(recipient, context)
    let binding = isBound(by: own, &examination)
    let others = agreements.haveUnnamed(context) ? .missing : context.isNone(in: .agreements)
    let agreed = examination.clause(.agreed, binding || others)
    let retention = examination.clause(.retention, container.retention)
    let readers = examination.clause(.readers, container.readers)
    lazy var who: KeyValuePairs<String, MessageValue> = ["recipient": .text(recipient)]
    if agreed == .false { return examination.fail(own.isEmpty ? .noAgreement : .notInForce, who) }
    if retention == .false { return examination.fail(.noRetention) }
    if readers == .false { return examination.fail(.noReaders) }
    if agreed == .missing { return examination.unknown(.agreementUnknown, who) }
    if (retention && readers) == .missing { return examination.unknown(.containerUnknown) }
    return examination.pass()
  }

  /// Whether one of some agreements is signed and in force.
  private func isBound(by agreements: [Agreement], _ examination: inout Examination<Self>) -> Truth
  {
    guard !agreements.isEmpty else { return .false }
    let context = examination.context
    let now = examination.now()
    for agreement in agreements {
      examination.show(agreement)
      examination.evidence(agreement, .signedUtc)
    }
    return agreements.reduce(.false) {
      $0 || ($1.isInForce(at: now, context.clock) && $1.isSigned(at: now, context))
    }
  }
}

/// What is known of the storage container from which a recipient takes the data.
private struct ContainerCheck {
  /// Whether a retention rule is stated.
  var retention = Truth.true
  /// Whether the readers are listed; an empty list is a list, one with an entry that names nobody isn't.
  var readers = Truth.true
  private var target: Connection?

  /// Hosts that are no container of one's own have neither; a connection that goes through another
  /// one has that one's container, of which nothing is known where the snapshot doesn't list it.
  init(_ connection: Connection, _ service: Service, _ context: AuditContext) {
    guard service.further.preferredCredential == .servicePrincipal || service.slug == "inmobi"
    else {
      return
    }
    let via = connection[.viaConnectionId]
    target =
      via.isNull || via.isAbsent
      ? connection : via.known.flatMap { context.find(Connection.self, $0) }
    guard let target else {
      (retention, readers) = (.missing, .missing)
      return
    }
    retention = context.isStated(target, .targetRetentionRule)
    guard let listed = target[.targetReaders].known?.values(Identifier.self) else {
      readers = context.isStated(target, .targetReaders)
      return
    }
    let areNamed = listed.allSatisfy { $0.known.map { !context.snapshot.isBlank($0) } ?? false }
    readers = areNamed ? .true : .missing
  }

  func show<Examined: Rule>(_ examination: inout Examination<Examined>) {
    guard let target else { return }
    examination.evidence(target, .targetRetentionRule)
    examination.evidence(target, .targetReaders, of: Identifier.self)
  }
}
