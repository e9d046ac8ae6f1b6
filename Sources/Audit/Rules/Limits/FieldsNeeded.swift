import Model

/// LIM-07: an export sends no more fields than its destination needs and somebody approved.
struct FieldsNeeded: PlainRule {
  enum Clause: String, CaseIterable, Sendable, DestinationClause {
    /// The export has a connection.
    case attached
    /// The sent fields are known.
    case listed
    /// Every field is demanded, documented as optional, or approved.
    case needed
    /// Every field has a class, and is approved if its class is a delicate one.
    case classified
  }

  enum Reason: String, CaseIterable, Sendable, DestinationReason {
    case detached
    case connectionUnknown = "connection-unknown"
    case connectionMissing = "connection-missing"
    case typeUnknown = "type-unknown"
    case typeAmbiguous = "type-ambiguous"
    case fieldListMissing = "field-list-missing"
    case listNotApproved = "list-not-approved"
    case fieldNotNeeded = "field-not-needed"
    case delicateField = "delicate-field"
    case approvalUnknown = "approval-unknown"
    case unclassified
  }

  static let description = RuleDescription(
    "LIM-07", group: .limits, severity: .medium, subject: .export,
    sections: [.exports, .connections, .tables], clauses: clauseNames,
    controls: [
      ControlMapping(.gdpr, ["5(1)(c)", "25(1)", "25(2)"]),
      ControlMapping(.iso27701, ["A.7.4.1", "A.7.4.4"]),
      ControlMapping(.iso27001, ["A.8.11", "A.8.12", "A.5.12"]),
      ControlMapping(.nistPrivacy, ["CT.DP-P1", "CT.DM-P1"]),
      ControlMapping(.nist80053, ["SI-12(1)", "PT-2", "PM-25"]),
      ControlMapping(.soc2, ["P4.1", "C1.1"]),
      ControlMapping(.ccpa, ["1798.100(c)", "1798.121"]),
    ])
  /// The exports.
  static let population = Population.rows([.exports])

  private var documented = DocumentedFields()

  /// Looks at what the snapshot's services document.
  mutating func prepare(for context: AuditContext, among rules: [RuleDescription]) {
    documented = DocumentedFields(context)
  }

  /// Without a list of fields an export of tables never passes, since all of them are sent.
  func judge(_ subject: SubjectRecord, _ examination: inout Examination<Self>) -> Verdict {
    let context = examination.context
    let export = Export(context.snapshot, subject.row)
    let service: Service
    switch examination.destination(of: export) {
    case .verdict(let verdict): return verdict
    case .known(_, let known): service = known
    }
    let sent = SentFields(export, service, context)
    sent.show(&examination, export)
    guard examination.clause(.listed, sent.isKnown) == .true else {
      return examination.unknown(.fieldListMissing)
    }
    let names = documented.names(of: service)
    let needed = Weighed(sent.fields) { field in
      let isApproved = sent.isApproved(field)
      guard sent.isOfTables != .true else { return isApproved }
      return isApproved || (names.include(field) && !sent.isOfTables)
    }
    let classified = Weighed(sent.fields) { field in
      guard let fieldClass = field.fieldClass else { return .missing || sent.isApproved(field) }
      return fieldClass.needsApproval ? sent.isApproved(field) : .true
    }
    let isNeeded = examination.clause(.needed, needed.truth)
    let isClassified = examination.clause(.classified, classified.truth)
    lazy var field: KeyValuePairs<String, MessageValue> = ["field": .code(needed.name)]
    if isNeeded == .false {
      return sent.isOfTables == .true
        ? examination.fail(.listNotApproved, field)
        : examination.fail(
          .fieldNotNeeded, ["field": .code(needed.name), "service": .text(service.title)])
    }
    if isClassified == .false {
      return examination.fail(
        .delicateField,
        ["field": .code(classified.name), "class": .code(classified.fieldClass?.rawValue ?? "")])
    }
    if isNeeded == .missing { return examination.unknown(.approvalUnknown, field) }
    if isClassified == .missing {
      return examination.unknown(
        classified.fieldClass == nil ? .unclassified : .approvalUnknown,
        ["field": .code(classified.name)])
    }
    return examination.pass()
  }
}

/// A condition over all fields, with the first one that spoils it.
private struct Weighed {
  private(set) var truth = Truth.true
  private(set) var name = ""
  private(set) var fieldClass: FieldClass?

  init(_ fields: [SentField], _ condition: (SentField) -> Truth) {
    for field in fields {
      let holds = condition(field)
      if holds == .false ? truth != .false : holds == .missing && truth == .true {
        name = field.name
        fieldClass = field.fieldClass
      }
      truth = truth && holds
    }
  }
}
