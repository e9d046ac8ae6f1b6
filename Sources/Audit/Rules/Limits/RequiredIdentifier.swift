import Model

/// LIM-05: the identifiers by which a destination matches people are mapped and filled.
struct RequiredIdentifier: Rule {
  enum Clause: String, CaseIterable, Sendable, DestinationClause {
    /// The export has a connection.
    case attached
    /// The destination demands identifiers.
    case demanded
    /// As many as it demands are mapped.
    case mapped
    /// The mapped fields exist in the table of customers.
    case exists
    /// They are filled often enough.
    case filled
  }

  enum Reason: String, CaseIterable, Sendable, DestinationReason {
    case detached
    case connectionUnknown = "connection-unknown"
    case connectionMissing = "connection-missing"
    case typeUnknown = "type-unknown"
    case typeAmbiguous = "type-ambiguous"
    case noIdentifierRule = "no-identifier-rule"
    case mappingAbsent = "mapping-absent"
    case identifierNotMapped = "identifier-not-mapped"
    case nameUnverified = "name-unverified"
    case targetingUnknown = "targeting-unknown"
    case sourceFieldNotFound = "source-field-not-found"
    case tableUnknown = "table-unknown"
    case fillRateLow = "fill-rate-low"
    case fillRateUnknown = "fill-rate-unknown"
  }

  static let description = RuleDescription(
    "LIM-05", group: .limits, severity: .high, subject: .export,
    sections: [.exports, .connections, .tables], clauses: clauseNames,
    controls: [
      ControlMapping(.gdpr, ["5(1)(d)"]),
      ControlMapping(.iso27701, ["A.7.4.3"]),
      ControlMapping(.iso27001, ["A.5.14", "A.8.9"]),
      ControlMapping(.nistPrivacy, ["CT.DM-P1", "CT.DM-P6"]),
      ControlMapping(.nist80053, ["SI-10", "SI-18"]),
      ControlMapping(.soc2, ["PI1.2", "P7.1"]),
      ControlMapping(.ccpa, ["1798.100(c)"]),
    ],
    parameters: [RuleParameter("minFill", 0.5, in: 0...1, .share)])
  /// The exports.
  static let population = Population.rows([.exports])

  private let minimumFill: Double

  /// The rule with the fill rate of a run.
  init(_ description: RuleDescription) { minimumFill = description.value("minFill") }

  /// Each identifier is mapped, exists and is filled, or not; the rule of the type joins them.
  func judge(_ subject: SubjectRecord, _ examination: inout Examination<Self>) -> Verdict {
    let context = examination.context
    let export = Export(context.snapshot, subject.row)
    let service: Service
    switch examination.destination(of: export) {
    case .verdict(let verdict): return verdict
    case .known(_, let known): service = known
    }
    let title = MessageValue.text(service.title)
    let demanded = service.identifierRule != .none && service.payload != .connector
    guard examination.clause(.demanded, demanded) == .true else {
      return examination.notApplicable(.noIdentifierRule, ["service": title])
    }
    // Exports to one service mostly map the same fields.
    return examination.remembering(IdentifierDemand.key(export, service)) {
      look(at: export, service, &$0)
    }
  }

  private func look(
    at export: Export, _ service: Service, _ examination: inout Examination<Self>
  ) -> Verdict {
    let title = MessageValue.text(service.title)
    let demand = IdentifierDemand(export, service, minimumFill, examination.context)
    demand.show(&examination, export)
    let names = MessageValue.list(demand.names.map { .code($0) })
    switch examination.clause(.mapped, demand.mapped) {
    case .false: return examination.fail(.identifierNotMapped, ["service": title, "fields": names])
    case .missing:
      return examination.unknown(demand.mappingReason, ["service": title, "fields": names])
    case .true: break
    }
    let exists = examination.clause(.exists, demand.exists)
    let filled = examination.clause(.filled, demand.filled)
    let field = MessageValue.code(demand.weakest?.source ?? "")
    if exists == .false { return examination.fail(.sourceFieldNotFound, ["field": field]) }
    if filled == .false {
      return examination.fail(
        .fillRateLow,
        [
          "field": field, "share": .share(atMost: demand.weakest?.fillRate ?? 0),
          "minimum": .share(minimumFill),
        ])
    }
    if exists == .missing { return examination.unknown(.tableUnknown, ["field": field]) }
    if filled == .missing { return examination.unknown(.fillRateUnknown, ["field": field]) }
    if demand.isForeignIdMapped { examination.note(.foreignIdCreatesProfiles) }
    return examination.pass()
  }
}
