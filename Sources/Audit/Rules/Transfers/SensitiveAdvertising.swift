import Model

/// TRF-05: sensitive data reaches others on an explicit basis only; for advertising, opt-outs are
/// excluded, identifiers hashed, and names of audiences tell nothing.
struct SensitiveAdvertising: PlainRule {
  enum Clause: String, CaseIterable, Sendable, DestinationClause {
    /// The export has a connection.
    case attached
    /// Data goes to a third party or to an advertising service.
    case outward
    /// No sensitive field is sent without an explicit basis.
    case basis
    /// People who opted out of sale and sharing are excluded.
    case optOut
    /// The documents say that identifiers are hashed.
    case hashed
    /// The names of segments tell nothing sensitive where they are sent along.
    case names
  }

  enum Reason: String, CaseIterable, Sendable, DestinationReason {
    case detached
    case connectionUnknown = "connection-unknown"
    case connectionMissing = "connection-missing"
    case typeUnknown = "type-unknown"
    case typeAmbiguous = "type-ambiguous"
    case notOutward = "not-outward"
    case sensitiveField = "sensitive-field"
    case optOutIgnored = "opt-out-ignored"
    case nameReveals = "name-reveals"
    case fieldsUnknown = "fields-unknown"
    case unclassified
    case basisUnknown = "basis-unknown"
    case optOutUnclear = "opt-out-unclear"
    case hashingNotStated = "hashing-not-stated"
    case nameMayReveal = "name-may-reveal"
    case itemsUnknown = "items-unknown"
  }

  static let description = RuleDescription(
    "TRF-05", group: .transfers, severity: .critical, subject: .export,
    sections: [.exports, .connections, .segments, .tables], clauses: clauseNames,
    controls: [
      ControlMapping(.gdpr, ["9", "22(4)", "21(2)", "21(3)", "32(1)(a)"]),
      ControlMapping(.iso27701, ["A.7.2.2", "A.7.4.4", "A.7.4.9"]),
      ControlMapping(.iso27001, ["A.5.12", "A.8.11", "A.8.12"]),
      ControlMapping(.nistPrivacy, ["CT.DP-P2", "CT.PO-P3"]),
      ControlMapping(.nist80053, ["PT-7", "SI-19", "AC-4", "SC-8"]),
      ControlMapping(.soc2, ["P3.2", "P4.1", "P6.1", "C1.1"]),
      ControlMapping(.ccpa, ["1798.120", "1798.121", "1798.135", "1798.140(ah)"]),
    ])
  /// The exports.
  static let population = Population.rows([.exports])

  private var looks = SegmentLooks()

  /// Looks at the name of each segment once.
  mutating func prepare(for context: AuditContext, among rules: [RuleDescription]) {
    looks = SegmentLooks(context.snapshot)
  }

  /// What certainly reaches others comes before what a name tells, and both before what isn't known.
  func judge(_ subject: SubjectRecord, _ examination: inout Examination<Self>) -> Verdict {
    let context = examination.context
    let export = Export(context.snapshot, subject.row)
    let service: Service
    switch examination.destination(of: export) {
    case .verdict(let verdict): return verdict
    case .known(_, let known): service = known
    }
    let isAdvertising = service.category == "advertising"
    let outward = service.isOutward || Truth(isAdvertising)
    guard examination.clause(.outward, outward) != .false else {
      return examination.notApplicable(.notOutward, ["service": .text(service.title)])
    }
    let sent = SentFields(export, service, context)
    sent.show(&examination, export)
    let basis = BasisCheck(sent, export, context)
    let audience = AudienceCheck(export, service, looks, context)
    audience.show(&examination)
    // Nobody needs a basis for what perhaps stays with the customer.
    let isLenient = outward == .missing && basis.truth == .false
    let hasBasis = examination.clause(.basis, isLenient ? .missing : basis.truth)
    let optOut = examination.clause(.optOut, isAdvertising ? audience.optOut : .true)
    let hashed = examination.clause(.hashed, isAdvertising ? audience.hashed : .true)
    let names = examination.clause(.names, audience.names)
    lazy var field: KeyValuePairs<String, MessageValue> = ["field": .code(basis.name)]
    lazy var segment: KeyValuePairs<String, MessageValue> = [
      "segment": .code(audience.revealing), "word": .text(audience.term),
    ]
    if hasBasis == .false { return examination.fail(.sensitiveField, field) }
    if optOut == .false {
      return examination.fail(.optOutIgnored, ["segment": .code(audience.unfiltered)])
    }
    if names == .false { return examination.fail(.nameReveals, segment) }
    if hasBasis == .missing {
      return sent.isKnown
        ? examination.unknown(basis.isSensitive ? .basisUnknown : .unclassified, field)
        : examination.unknown(.fieldsUnknown)
    }
    if optOut == .missing { return examination.unknown(.optOutUnclear) }
    if names == .missing {
      return audience.term.isEmpty
        ? examination.unknown(.itemsUnknown) : examination.unknown(.nameMayReveal, segment)
    }
    guard hashed == .true else {
      return examination.unknown(.hashingNotStated, ["service": .text(service.title)])
    }
    return examination.pass()
  }
}
