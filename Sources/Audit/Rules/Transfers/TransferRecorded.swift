import Model

/// TRF-02: each purpose of a connection is in the records of processing, and each run can be
/// disclosed from what the snapshot holds.
struct TransferRecorded: PlainRule {
  enum Clause: String, CaseIterable, Sendable {
    /// Data leaves over the connection.
    case leaves
    /// Every purpose has a record.
    case recorded
    /// The records are filled.
    case filled
    /// Every run has its time, its number and its fields.
    case disclosed
  }

  enum Reason: String, CaseIterable, Sendable {
    case nothingLeaves = "nothing-leaves"
    case registerMissing = "register-missing"
    case registerIncomplete = "register-incomplete"
    case noRecord = "no-record"
    case purposeNotRecorded = "purpose-not-recorded"
    case recordIncomplete = "record-incomplete"
    case purposeUnknown = "purpose-unknown"
    case recordUnclear = "record-unclear"
    case disclosureIncomplete = "disclosure-incomplete"
  }

  static let description = RuleDescription(
    "TRF-02", group: .transfers, severity: .high, subject: .connection,
    sections: [.connections, .transferRecords, .exports, .enrichments, .runs],
    clauses: clauseNames,
    controls: [
      ControlMapping(.gdpr, ["30(1)(d)", "30(1)(e)", "5(2)", "15(1)(c)"]),
      ControlMapping(.iso27701, ["A.7.2.8", "A.7.5.3", "A.7.5.4"]),
      ControlMapping(.iso27001, ["A.5.9", "A.5.34", "A.8.15"]),
      ControlMapping(.nistPrivacy, ["ID.IM-P8", "CM.AW-P4", "CM.AW-P6"]),
      ControlMapping(.nist80053, ["PM-5(1)", "PM-21", "AU-3", "AU-12"]),
      ControlMapping(.soc2, ["P6.2", "P6.7"]),
      ControlMapping(.ccpa, ["1798.110", "1798.115", "1798.130(a)(5)(C)"]),
    ])
  /// The connections.
  static let population = Population.rows([.connections])

  private var register = TransferRegister()

  /// Files the records by their connection.
  mutating func prepare(for context: AuditContext, among rules: [RuleDescription]) {
    register = TransferRegister(context.snapshot)
  }

  /// A purpose without a record comes before a record with gaps, and that before runs.
  func judge(_ subject: SubjectRecord, _ examination: inout Examination<Self>) -> Verdict {
    let context = examination.context
    let connection = Connection(context.snapshot, subject.row)
    let isInbound = context.service(of: connection).service?.further.isInbound == true
    examination.evidence(connection, .type)
    guard examination.clause(.leaves, !isInbound) == .true else {
      return examination.notApplicable(.nothingLeaves)
    }
    guard context.coverage.isPresent(.transferRecords) else {
      return examination.unknown(.registerMissing)
    }
    let identifier = connection[.connectionId].known
    let own = register.records(of: connection, context)
    let mayBeMore =
      register.hasUnplaced(context) || !context.coverage.isComplete(.transferRecords)
    let check = RecordCheck(connection, own, mayBeMore: mayBeMore, context)
    check.show(&examination)
    let recorded = examination.clause(.recorded, check.recorded)
    let filled = examination.clause(.filled, check.filled)
    if recorded == .false {
      return own.isEmpty
        ? examination.fail(.noRecord)
        : examination.fail(.purposeNotRecorded, ["purpose": .text(check.purpose)])
    }
    if filled == .false {
      return examination.fail(.recordIncomplete, ["field": .code(check.emptyField)])
    }
    if recorded == .missing {
      return own.isEmpty
        ? examination.unknown(.registerIncomplete) : examination.unknown(.purposeUnknown)
    }
    if filled == .missing {
      return examination.unknown(.recordUnclear, ["field": .code(check.emptyField)])
    }
    let disclosures = identifier.map { Disclosures(connection, $0, context) }
    examination.evidence(
      .runsWithoutEntry, disclosures.map { .integer($0.incompleteCount) })
    guard examination.clause(.disclosed, disclosures?.areComplete ?? .missing) == .true else {
      return examination.unknown(.disclosureIncomplete)
    }
    if disclosures?.hasDerivedCounts == true { examination.note(.derivedCounts) }
    return examination.pass()
  }
}
