import Model

/// LIF-08: every connection, export and enrichment has an owner, a purpose and a name of its own.
struct NamedAndOwned: PlainRule {
  enum Clause: String, CaseIterable, Sendable {
    /// It has an accountable owner.
    case owned
    /// Its purpose is on record.
    case purposeStated
    /// It has a name.
    case named
    /// The name is more than that of the service.
    case telling
    /// Nothing else in the section has the same name.
    case distinct
  }

  enum Reason: String, CaseIterable, Sendable {
    case noName = "no-name"
    case nameOfService = "name-of-service"
    case sameName = "same-name"
    case noOwner = "no-owner"
    case noPurpose = "no-purpose"
    case nameUnknown = "name-unknown"
    case serviceUnknown = "service-unknown"
    case ownerUnknown = "owner-unknown"
    case creatorOnly = "creator-only"
    case purposeUnknown = "purpose-unknown"
  }

  static let description = RuleDescription(
    "LIF-08", group: .lifecycle, severity: .low, subject: .connection,
    sections: [.connections, .exports, .enrichments], clauses: clauseNames,
    impossible: [.notApplicable],
    controls: [
      ControlMapping(.gdpr, ["30(1)(b),(d)", "5(1)(b)"]),
      ControlMapping(.iso27701, ["A.7.2.1", "A.7.2.8"]),
      ControlMapping(.iso27001, ["A.5.9", "A.5.2"]),
      ControlMapping(.nistPrivacy, ["ID.IM-P2", "ID.IM-P5"]),
      ControlMapping(.nist80053, ["PM-5", "PM-5(1)", "PT-3"]),
      ControlMapping(.soc2, ["CC1.3", "CC2.1", "P4.1"]),
      ControlMapping(.ccpa, ["1798.100(a)(1)"]),
    ])
  /// The connections, exports and enrichments.
  static let population = Population.rows([.connections, .exports, .enrichments])

  private var repeated: [Section: RepeatedNames] = [:]
  private var names = NamesOfServices()

  /// Finds the names that stand more than once.
  mutating func prepare(for context: AuditContext, among rules: [RuleDescription]) {
    for section in [Section.connections, .exports, .enrichments] {
      repeated[section] = RepeatedNames(context.snapshot, section)
    }
    names = NamesOfServices(context)
  }

  /// What is surely wrong weighs more than what is not known.
  func judge(_ subject: SubjectRecord, _ examination: inout Examination<Self>) -> Verdict {
    let item = NamedItem(subject, names, examination.context)
    item.show(&examination)
    let owned = examination.clause(.owned, item.owner)
    let purposeStated = examination.clause(.purposeStated, item.purpose)
    let named = examination.clause(.named, item.hasName)
    let telling = examination.clause(.telling, item.isTelling)
    let namesake = repeated[subject.section]?.other(than: subject.row)
    let distinct = examination.clause(.distinct, Truth(namesake == nil))
    if named == .false { return examination.fail(.noName) }
    lazy var name: KeyValuePairs<String, MessageValue> = ["name": .text(item.nameText)]
    if telling == .false { return examination.fail(.nameOfService, name) }
    if distinct == .false {
      if let namesake {
        let pointer = examination.context.snapshot.pointer(subject.section, namesake)
        examination.evidence(
          .otherRecord, pointer.map { .code($0.jsonPointer) }, at: pointer)
      }
      return examination.fail(.sameName, name)
    }
    if owned == .false { return examination.fail(.noOwner) }
    if purposeStated == .false { return examination.fail(.noPurpose) }
    if (named && distinct) == .missing { return examination.unknown(.nameUnknown) }
    if telling == .missing { return examination.unknown(.serviceUnknown, name) }
    if owned == .missing {
      guard let creator = item.creator else { return examination.unknown(.ownerUnknown) }
      return examination.unknown(.creatorOnly, ["principal": .code(creator)])
    }
    if purposeStated == .missing { return examination.unknown(.purposeUnknown) }
    return examination.pass()
  }
}

/// What connections, exports and enrichments have in common for the rule on names and owners.
private struct NamedItem {
  var owner: Truth
  var purpose: Truth
  /// Whether there is a name.
  var hasName: Truth
  /// Whether the name says more than the service does.
  var isTelling = Truth.true
  var nameText = ""
  /// Who made the record, which is not who answers for it.
  var creator: String?
  private let subject: SubjectRecord

  init(_ subject: SubjectRecord, _ names: NamesOfServices, _ context: AuditContext) {
    self.subject = subject
    let snapshot = context.snapshot
    var type: (Identifier, Service.Family?)?
    var hasService = true
    var name: Field<Identifier>
    switch subject.section {
    case .exports:
      let export = Export(snapshot, subject.row)
      owner = context.isStated(export, .ownerPrincipalId)
      purpose = context.isStated(export, .purpose)
      hasName = context.isStated(export, .displayName)
      name = export[.displayName]
      creator = export.text(.createdBy)
      let connection = context.connection(of: export)
      type = connection.flatMap { other in other[.type].known.map { ($0, other.family) } }
      hasService = !export[.connectionId].isNull || !context.coverage.isComplete(.exports)
    case .enrichments:
      let enrichment = Enrichment(snapshot, subject.row)
      owner = context.isStated(enrichment, .ownerPrincipalId)
      purpose = context.isStated(enrichment, .purpose)
      hasName = context.isStated(enrichment, .displayName)
      name = enrichment[.displayName]
      creator = enrichment.text(.createdBy)
      type = enrichment[.type].known.map { ($0, .enrichment) }
    default:
      let connection = Connection(snapshot, subject.row)
      owner = context.isStated(connection, .ownerPrincipalId)
      purpose = context.isStated(connection, .purpose)
      hasName = context.isStated(connection, .displayName)
      name = connection[.displayName]
      creator = connection.text(.createdBy)
      type = connection[.type].known.map { ($0, connection.family) }
    }
    // Blank text is surely no name, wherever it stands.
    if let text = name.known {
      nameText = snapshot.text(text)
      if snapshot.isBlank(text) { hasName = .false }
    }
    guard hasName == .true, hasService else { return }
    if let type, names.isName(nameText, of: type.0, type.1, context) {
      isTelling = .false
    } else if type.flatMap({ context.service($0.0, $0.1).service }) == nil, names.isName(nameText) {
      // Which service it is isn't known, and it may be the one of that name.
      isTelling = .missing
    }
  }

  /// Shows owner, purpose and name.
  func show(_ examination: inout Examination<NamedAndOwned>) {
    guard examination.isRecording else { return }
    let snapshot = examination.context.snapshot
    switch subject.section {
    case .exports:
      let export = Export(snapshot, subject.row)
      examination.evidence(export, .displayName)
      examination.evidence(export, .ownerPrincipalId)
      examination.evidence(export, .purpose)
    case .enrichments:
      let enrichment = Enrichment(snapshot, subject.row)
      examination.evidence(enrichment, .displayName)
      examination.evidence(enrichment, .ownerPrincipalId)
      examination.evidence(enrichment, .purpose)
    default:
      let connection = Connection(snapshot, subject.row)
      examination.evidence(connection, .displayName)
      examination.evidence(connection, .ownerPrincipalId)
      examination.evidence(connection, .purpose)
    }
  }
}
