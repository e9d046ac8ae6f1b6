import Concurrency
import Model

/// What may be left of something that is over.
struct LeftData {
  /// Who holds it.
  enum Holder { case recipient, table }

  var identifier: Identifier?
  var holder = Holder.recipient
  /// Whether the export, connection, enrichment or segment is no longer in use.
  var isOver = Truth.true
  /// Whether data has gone out; of tables it always is there.
  var wasSent = Truth.true
  /// Whether it was erased, or may be kept.
  var isSettled = Truth.missing
  private let subject: SubjectRecord
  private unowned(unsafe) let context: AuditContext
  private var lastRun: Run?

  init(_ subject: SubjectRecord, _ context: AuditContext) {
    self.subject = subject
    self.context = context
    switch subject.section {
    case .connections: add(Connection(context.snapshot, subject.row))
    case .exports: add(Export(context.snapshot, subject.row))
    case .enrichments: add(Enrichment(context.snapshot, subject.row))
    case .segments: add(Segment(context.snapshot, subject.row))
    default: add(Deletion(context.snapshot, subject.row))
    }
  }

  private mutating func add(_ connection: Connection) {
    identifier = connection[.connectionId].known
    isOver = Self.isPast(connection[.removedUtc], context)
    guard isOver != .false else { return }
    addTransfers(context.clock.happened(connection[.createdUtc]))
    // Its exports were detached before it could be removed, and no longer say what they used.
    if wasSent == .false, mayHaveBeenUsed(connection) { wasSent = .missing }
  }

  /// Whether something ran over a connection that no longer names it.
  private func mayHaveBeenUsed(_ connection: Connection) -> Bool {
    let created = context.clock.happened(connection[.createdUtc]).map(context.clock.span)
    let removed = connection[.removedUtc].known.map(context.clock.span)
    return context.unattributedItems(of: connection) == nil
      || context.mayHaveRunUnseen(
        over: connection, from: created?.earliest ?? .min, before: removed?.latest ?? .max)
  }

  private mutating func add(_ export: Export) {
    identifier = export[.exportId].known
    isOver =
      Self.isPast(export[.removedUtc], context) || Self.isPast(export[.purposeEndedUtc], context)
    guard isOver != .false else { return }
    addTransfers(context.clock.happened(export[.createdUtc]))
    if wasSent == .false, mayHaveRunUnnamed(export) { wasSent = .missing }
  }

  /// Whether a run that doesn't tell what ran may be one of an export.
  private func mayHaveRunUnnamed(_ export: Export) -> Bool {
    context.namelessRuns.exist
      && context.namelessRuns[.exports].all.value.mayBe(of: export, context.clock)
  }

  private mutating func add(_ enrichment: Enrichment) {
    holder = .table
    identifier = enrichment[.enrichmentId].known
    let isOff = enrichment[.state].known.map { Truth($0 == .inactive) } ?? .missing
    isOver = isOff || Self.isPast(enrichment[.removedUtc], context)
    isSettled = context.isStated(enrichment, .retention)
  }

  private mutating func add(_ segment: Segment) {
    holder = .table
    identifier = segment[.name].known
    let isOff = segment[.state].known.map { Truth($0 == .inactive) } ?? .missing
    // Static segments are never refreshed, so they keep whom they once held.
    let isStatic = segment[.kind].known.map { Truth($0 == .static) } ?? .missing
    isOver = isOff || isStatic
    isSettled = context.isStated(segment, .retention)
  }

  private mutating func add(_ deletion: Deletion) {
    identifier = deletion[.subjectId].known
    var certificate = context.isStated(deletion, .certificate)
    let retention = context.isStated(deletion, .retention)
    switch deletion[.subjectType].known {
    case .enrichment?, .segment?, .table?:
      holder = .table
      isSettled = retention || certificate
    default:
      // Whoever owns the storage need not ask anybody to erase it.
      addTransfers(nil)
      certificate = certificate && isErasedSince(lastRun, deletion[.deletedUtc])
      isSettled = retention
      if !isInOwnStorage { isSettled = isSettled || certificate }
    }
  }

  /// Whether an erasure came after the last transfer; of one without a time nobody can tell.
  private func isErasedSince(_ lastRun: Run?, _ time: Field<Instant>) -> Truth {
    if time.isUnreadable || context.clock.isAhead(time) { return .missing }
    guard let lastRun else { return .true }
    guard let time = time.known else { return .missing }
    return lastRun.start(context.clock) <= context.clock.span(time)
  }

  /// The connection of what was removed, if the snapshot still lists it.
  private var removedConnection: Connection? {
    guard let identifier else { return nil }
    if let connection = context.find(Connection.self, identifier) { return connection }
    return context.find(Export.self, identifier).flatMap(context.connection)
  }

  /// Whether what was removed wrote into storage of the organization itself.
  private var isInOwnStorage: Bool {
    guard let connection = removedConnection, let type = connection[.type].known else {
      return false
    }
    return context.service(type, connection.family).service?.party == .customerStorage
  }

  /// Looks for runs; none prove that nothing was sent where the log reaches back to the creation.
  private mutating func addTransfers(_ created: Instant?) {
    wasSent = .missing
    guard let identifier else { return }
    var targets = [identifier]
    context.forEachTarget(of: identifier) { targets.append($0) }
    for target in targets {
      for run in context.runs(of: target) where run.mayHaveSent {
        let isLater =
          lastRun.map { $0.start(context.clock).latest < run.start(context.clock).latest } ?? true
        if isLater { lastRun = run }
      }
    }
    if lastRun != nil {
      wasSent = .true
    } else if let created, context.coverage.isComplete(.runs) {
      let start = context.coverage.windowStart(of: .runs)
      let isCovered =
        !context.coverage.statesWindow(of: .runs)
        || start.map { ($0 <= context.clock.span(created)) == .true } == true
      if isCovered { wasSent = .false }
    }
  }

  /// Whether something ended by now; without a time it has not.
  private static func isPast(_ time: Field<Instant>, _ context: AuditContext) -> Truth {
    if time.isUnreadable { return .missing }
    guard let time = time.known else { return .false }
    return context.clock.now.map { context.clock.span(time) <= $0 } ?? .missing
  }

  /// Shows what is over, the last transfer and the decision.
  func show(_ examination: inout Examination<LeftDataDecided>) {
    guard examination.isRecording else { return }
    let snapshot = context.snapshot
    switch subject.section {
    case .connections: examination.evidence(Connection(snapshot, subject.row), .removedUtc)
    case .exports:
      examination.evidence(Export(snapshot, subject.row), .removedUtc)
      examination.evidence(Export(snapshot, subject.row), .purposeEndedUtc)
    case .enrichments:
      examination.evidence(Enrichment(snapshot, subject.row), .state)
      examination.evidence(Enrichment(snapshot, subject.row), .outputTable)
      examination.evidence(Enrichment(snapshot, subject.row), .retention)
    case .segments:
      examination.evidence(Segment(snapshot, subject.row), .members)
      examination.evidence(Segment(snapshot, subject.row), .retention)
    default:
      let deletion = Deletion(snapshot, subject.row)
      examination.evidence(deletion, .deletedUtc)
      examination.evidence(deletion, .recipientInformedUtc)
      examination.evidence(deletion, .certificate)
      examination.evidence(deletion, .retention)
    }
    if let lastRun {
      examination.evidence(lastRun, .startUtc)
      examination.evidence(lastRun, .recordCount)
    }
  }
}
