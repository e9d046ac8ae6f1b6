import Model

/// LIF-04: what stands in the way of a planned removal is gone when the removal is due.
struct RemovalBlockersCleared: PlainRule {
  enum Clause: String, CaseIterable, Sendable {
    /// The connection is marked for removal.
    case marked
    /// Nothing uses it any more.
    case unused
    /// The removal has a due date.
    case dated
    /// The due date has not passed.
    case inTime
  }

  enum Reason: String, CaseIterable, Sendable {
    case notMarked = "no-removal-planned"
    case markUnreadable = "mark-unreadable"
    case dependantsUnknown = "dependants-unknown"
    case noDueDate = "no-due-date"
    case dueDateUnknown = "due-date-unknown"
    case overdue
    case stillInTime = "still-in-time"
  }

  static let description = RuleDescription(
    "LIF-04", group: .lifecycle, severity: .medium, subject: .connection,
    sections: [.connections, .exports, .enrichments], clauses: clauseNames,
    controls: [
      ControlMapping(.gdpr, ["5(1)(e)", "17", "25"]),
      ControlMapping(.iso27701, ["A.7.4.5", "A.7.4.8"]),
      ControlMapping(.iso27001, ["A.5.9", "A.8.10", "A.8.32"]),
      ControlMapping(.nistPrivacy, ["CT.DM-P4", "CT.PO-P4"]),
      ControlMapping(.nist80053, ["CM-3", "SI-12", "CA-5"]),
      ControlMapping(.soc2, ["CC8.1", "C1.2"]),
      ControlMapping(.ccpa, ["1798.105"]),
    ])
  /// The connections.
  static let population = Population.rows([.connections])

  /// Before the due date a dependant is part of the plan; after it, a fault.
  func judge(_ subject: SubjectRecord, _ examination: inout Examination<Self>) -> Verdict {
    let context = examination.context
    let connection = Connection(context.snapshot, subject.row)
    let marked = examination.clause(.marked, connection.isMarkedForRemoval)
    if marked == .false { return examination.notApplicable(.notMarked) }
    examination.evidence(connection, .removalRequestedUtc)
    examination.evidence(connection, .removalRequestedBy)
    examination.evidence(connection, .removalDueUtc)
    let blockers = RemovalBlockers(connection, context)
    blockers.show(&examination)
    let unused = examination.clause(.unused, blockers.areGone)
    let dated = examination.clause(.dated, context.isStated(connection, .removalDueUtc))
    var inTime = Truth.missing
    if let due = connection[.removalDueUtc].known, let now = examination.now() {
      inTime = now <= examination.span(due)
    }
    inTime = examination.clause(.inTime, inTime)
    if unused == .true { return examination.pass() }
    if marked == .missing { return examination.unknown(.markUnreadable) }
    lazy var count: KeyValuePairs<String, MessageValue> = ["count": .integer(blockers.count)]
    if unused == .false, dated == .false { return examination.fail(.noDueDate, count) }
    if dated == .true, inTime == .true { return examination.pass(.stillInTime, count) }
    if unused == .missing { return examination.unknown(.dependantsUnknown) }
    return inTime == .false && dated == .true
      ? examination.fail(.overdue, count) : examination.unknown(.dueDateUnknown, count)
  }
}

/// What has to be removed, detached or deactivated before a connection can be removed.
private struct RemovalBlockers {
  /// Whether there is nothing of the kind.
  var areGone = Truth.true
  /// How many surely are in the way.
  var count = 0
  private var exports: [Export] = []
  private var enrichments: [Enrichment] = []

  init(_ connection: Connection, _ context: AuditContext) {
    if let identifier = connection[.connectionId].known {
      exports = context.exports(of: identifier).filter {
        !context.clock.hasCome($0[.removedUtc])
      }
      enrichments = context.enrichments(of: identifier).filter {
        !context.clock.hasCome($0[.removedUtc]) && $0[.state].known != .inactive
      }
    }
    count = exports.count
    if !exports.isEmpty { areGone = .false }
    for enrichment in enrichments {
      let isActive = enrichment[.state].known == .active
      if isActive { count += 1 }
      areGone = areGone && (isActive ? .false : .missing)
    }
    let servesExports = connection.servesExports(context)
    let areExportsKnown =
      servesExports == .false
      || (context.coverage.isComplete(.exports) && !context.unattributedExports.exist)
    let areEnrichmentsKnown =
      servesExports == .true
      || (context.coverage.isComplete(.enrichments) && !context.unattributedEnrichments.mayBeActive)
    let isNamed = connection[.connectionId].known != nil
    if !isNamed || !areExportsKnown || !areEnrichmentsKnown { areGone = areGone && .missing }
  }

  /// Shows each dependant with what is to be done about it.
  func show(_ examination: inout Examination<RemovalBlockersCleared>) {
    guard examination.isRecording else { return }
    for export in exports {
      add(export[.exportId].known.map { export.text($0) }, "export", export.pointer, &examination)
    }
    for enrichment in enrichments {
      add(
        enrichment[.enrichmentId].known.map { enrichment.text($0) }, "enrichment",
        enrichment.pointer, &examination)
    }
  }

  private func add(
    _ identifier: String?, _ kind: String, _ pointer: RecordPointer?,
    _ examination: inout Examination<RemovalBlockersCleared>
  ) {
    let action = MessageValue.message(Message("removal-action.\(kind)"))
    examination.evidence(.blocker, .list([.code(identifier ?? ""), action]), at: pointer)
  }
}

extension Connection {
  /// Whether somebody asked for the removal of the connection, or set a date for it.
  ///
  /// Nobody asked where nothing is recorded: a mark is a statement, its absence none.
  fileprivate var isMarkedForRemoval: Truth {
    let dates = [self[.removalRequestedUtc], self[.removalDueUtc]]
    if dates.contains(where: { $0.known != nil }) || self[.removalRequestedBy].known != nil {
      return .true
    }
    return dates.contains { $0.isUnreadable } ? .missing : .false
  }
}
