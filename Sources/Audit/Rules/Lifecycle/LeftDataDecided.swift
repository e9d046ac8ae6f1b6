import Model

/// LIF-07: what a recipient or a table still holds after a removal has been erased, or somebody has
/// decided that it may be kept.
struct LeftDataDecided: PlainRule {
  enum Clause: String, CaseIterable, Sendable {
    /// The export, connection, enrichment or segment is no longer in use.
    case over
    /// Data has gone out while it was.
    case sent
    /// Its removal is on record.
    case recorded
    /// What is left was erased, or there is a decision to keep it.
    case settled
  }

  enum Reason: String, CaseIterable, Sendable {
    case inUse = "in-use"
    case judgedByRecord = "judged-by-deletion-record"
    case nothingSent = "nothing-sent"
    case noRecord = "no-deletion-record"
    case noAnswer = "no-answer-of-recipient"
    case noRetention = "no-retention-decision"
    case stateUnknown = "state-unknown"
    case recordsMissing = "deletion-records-missing"
    case answerUnknown = "answer-unknown"
    case lastTransferUnknown = "last-transfer-unknown"
    case retentionUnknown = "retention-unknown"
  }

  static let description = RuleDescription(
    "LIF-07", group: .lifecycle, severity: .high, subject: .deletion,
    sections: [.deletions, .connections, .exports, .enrichments, .segments, .runs],
    clauses: clauseNames,
    controls: [
      ControlMapping(.gdpr, ["17(2)", "19", "5(1)(e)", "28(3)(g)"]),
      ControlMapping(.iso27701, ["A.7.3.6", "A.7.3.7", "A.7.4.7", "A.7.4.8"]),
      ControlMapping(.iso27001, ["A.8.10", "A.5.11", "A.5.20"]),
      ControlMapping(.nistPrivacy, ["CM.AW-P5", "CT.DM-P4", "CT.DM-P5"]),
      ControlMapping(.nist80053, ["SI-12", "SI-12(3)", "PM-21"]),
      ControlMapping(.soc2, ["P4.2", "P4.3", "C1.2", "P6.5"]),
      ControlMapping(.ccpa, ["1798.105(c)(1),(3)"]),
    ],
    parameters: [.logEnd])
  /// The records of deletion, and whatever may be over.
  static let population = Population.rows([
    .deletions, .connections, .exports, .enrichments, .segments,
  ])

  private var recorded: RemovalRecords?

  /// Gathers what is recorded as deleted.
  mutating func prepare(for context: AuditContext, among rules: [RuleDescription]) {
    recorded = RemovalRecords(context)
  }

  /// A removal is judged by its record of deletion; without one, by itself.
  func judge(_ subject: SubjectRecord, _ examination: inout Examination<Self>) -> Verdict {
    let context = examination.context
    let left = LeftData(subject, context)
    let over = examination.clause(.over, left.isOver)
    if over == .false { return examination.notApplicable(.inUse) }
    if subject.section != .deletions, let identifier = left.identifier,
      recorded?.contain(identifier, in: subject.section, context) == true
    {
      return examination.notApplicable(.judgedByRecord)
    }
    left.show(&examination)
    if over == .missing {
      // In use or not, a decision on the table is there.
      guard left.holder == .table, examination.clause(.settled, left.isSettled) == .true else {
        return examination.unknown(.stateUnknown)
      }
      return examination.pass()
    }
    let sent = examination.clause(.sent, left.wasSent)
    if sent == .false { return examination.notApplicable(.nothingSent) }
    if left.holder == .recipient, subject.section != .deletions {
      let isKnown = context.coverage.isComplete(.deletions)
      return examination.clause(.recorded, isKnown ? .false : .missing) == .false
        ? examination.fail(.noRecord) : examination.unknown(.recordsMissing)
    }
    switch (examination.clause(.settled, left.isSettled), left.holder) {
    case (.true, _): return examination.pass()
    case (.false, .table): return examination.fail(.noRetention)
    case (.missing, .table): return examination.unknown(.retentionUnknown)
    case (.missing, .recipient): return examination.unknown(.answerUnknown)
    case (.false, .recipient):
      return sent == .true
        ? examination.fail(.noAnswer) : examination.unknown(.lastTransferUnknown)
    }
  }
}
