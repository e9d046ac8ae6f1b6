import Model

/// The dates, counts and states of one record, part by part.
struct RecordValues {
  var readable = ValueAnswer(.malformedValue)
  var ordered = ValueAnswer(.sameDay)
  var timely = ValueAnswer(.afterCollection)
  var creation = ValueAnswer(.beforeConnections)
  var state = ValueAnswer(.activeWithoutConnection)
  var zone = ValueAnswer(.unknownTimeZone)
  private var evidence: [(label: EvidenceLabel, value: MessageValue, pointer: RecordPointer?)] = []
  private var isZoneAssumed = false
  /// Whether somebody will read the evidence.
  private let isRecording: Bool

  init(
    _ record: SubjectRecord, _ limits: ValueLimits, _ context: AuditContext, isRecording: Bool
  ) {
    self.isRecording = isRecording
    let collected = context.clock.collected.map(context.clock.span)
    context.snapshot.forEachCell(of: record, where: Self.isTelling) { [isRecording] cell in
      checkState(cell, context)
      guard case .instant = cell.field.kind, cell.state == .value,
        let instant: Instant = cell.column.field(cell.row).known
      else { return }
      if instant.isZoneAssumed, !instant.isDayOnly, context.clock.isZoneSettled {
        isZoneAssumed = true
      }
      let isCollectionTime = record.section == .collection && cell.field.name == "collectedUtc"
      guard !cell.isPlanned, !isCollectionTime else { return }
      guard let collected else {
        timely.add(.missing, .collectionTimeUnknown, cell.field.name)
        return
      }
      let isPast = context.clock.span(instant) <= collected.moved(by: limits.skew)
      if isPast != .true { note(cell, .instant(instant)) }
      timely.add(
        isPast, isPast == .missing ? doubt(instant) : .afterCollection,
        Self.shown(instant, isRecording))
    }
    checkOrder(record, context)
    checkCreation(record, context)
    checkExport(record, context)
    checkSchedule(record, context)
  }

  /// A time for the words of a finding, which nobody reads unless it is recorded.
  private static func shown(_ instant: Instant, _ isRecording: Bool) -> String {
    isRecording ? instant.iso8601 : ""
  }

  /// Whether a cell can say something: a time, or what can't be taken as a value.
  private static func isTelling(_ kind: CellKind, _ state: CellState) -> Bool {
    switch state {
    case .absent, .null: return false
    case .value:
      return kind == .instant || kind == .plannedInstant
    case .malformed, .unrecognized, .ambiguous, .sentinel: return true
    }
  }

  private mutating func note(_ cell: RecordCell, _ value: @autoclosure () -> MessageValue) {
    guard isRecording else { return }
    let value = value()
    evidence.append((.value, value, cell.pointer))
    if let pointer = cell.pointer { evidence.append((.place, .code(pointer.jsonPointer), pointer)) }
  }

  private mutating func checkState(_ cell: RecordCell, _ context: AuditContext) {
    guard cell.state.holdsText, let text = cell.text else { return }
    let written = context.snapshot.text(text)
    switch (cell.field.kind, cell.state) {
    case (.word, _), (.service, _): return
    case (_, .sentinel) where cell.isPlanned: return
    case (_, .sentinel): readable.add(.missing, .sentinel, written)
    case (_, .ambiguous): readable.add(.missing, .ambiguousDate, written)
    case (.instant, _): readable.add(.false, .malformedDate, written)
    case (.count, _): readable.add(.false, .notACount, written)
    default: readable.add(.false, .malformedValue, written)
    }
    note(cell, .code(written))
  }

  /// Why two times can't be ordered.
  private func doubt(_ instant: Instant) -> PossibleValues.Reason {
    instant.isDayOnly ? .sameDay : .zoneMissing
  }

  private mutating func checkOrder(_ record: SubjectRecord, _ context: AuditContext) {
    let isRecording = isRecording
    let section = record.section.rawValue
    let tables = context.snapshot.tables
    for order in EventOrder.orders(of: record.section) {
      let columns = (
        earlier: tables[section].columns[order.earlier].cells,
        later: tables[section].columns[order.later].cells
      )
      guard let earlier: Instant = columns.earlier.field(record.row).known,
        let later: Instant = columns.later.field(record.row).known
      else { continue }
      let isOrdered = context.clock.span(earlier) <= context.clock.span(later)
      guard isOrdered != .true else { continue }
      for (position, instant) in isRecording
        ? [(order.earlier, earlier), (order.later, later)] : []
      {
        let field = record.section.shape.fields[position]
        let cell = RecordCell(
          snapshot: context.snapshot, record: record, field: field, isPlanned: false,
          column: tables[section].columns[position], row: record.row, list: nil, key: nil)
        note(cell, .instant(instant))
      }
      let reason =
        isOrdered == .false
        ? order.reason : doubt(earlier.isDayOnly ? earlier : later)
      ordered.add(isOrdered, reason, Self.shown(later, isRecording))
    }
  }

  private mutating func checkCreation(_ record: SubjectRecord, _ context: AuditContext) {
    guard record.section == .connections else { return }
    let connection = Connection(context.snapshot, record.row)
    guard let created = connection[.createdUtc].known else { return }
    let span = context.clock.span(created)
    let day = isRecording ? created.date.description : ""
    if (span < TimeSpan(ValueLimits.firstProductDay)) == .true {
      creation.add(.false, .beforeTheProduct, day)
    } else if (span < TimeSpan(ValueLimits.firstConnectionDay)) != .false {
      // Before that day only what was carried over can be.
      creation.add(
        connection[.migrated].known.map { Truth($0) } ?? .missing, .beforeConnections, day)
    }
  }

  private mutating func checkExport(_ record: SubjectRecord, _ context: AuditContext) {
    guard record.section == .exports else { return }
    let export = Export(context.snapshot, record.row)
    // What was removed is no longer active.
    guard export[.state].known == .active, export[.connectionId].isNull,
      !context.clock.hasCome(export[.removedUtc])
    else { return }
    state.add(
      context.coverage.isComplete(.exports) ? .false : .missing, .activeWithoutConnection, "")
  }

  private mutating func checkSchedule(_ record: SubjectRecord, _ context: AuditContext) {
    guard record.section == .schedules else { return }
    let schedule = Schedule(context.snapshot, record.row)
    if let name = schedule.name(.timezoneId) {
      zone.add(Truth(TimeZoneNames.contains(name)), .unknownTimeZone, name)
      if isRecording, zone.truth == .false,
        let nearest = Suggestion.nearest(to: name, among: TimeZoneNames.all)
      {
        evidence.append((.nearest, .code(nearest), schedule.pointer))
      }
    } else if schedule.lacksZone {
      zone.add(.missing, .timeZoneNotStated, "")
    }
  }

  func show<Examined: Rule>(_ examination: inout Examination<Examined>) {
    guard examination.isRecording else { return }
    for piece in evidence { examination.evidence(piece.label, piece.value, at: piece.pointer) }
    if isZoneAssumed { examination.note(.zoneAssumed) }
  }
}

extension Schedule {
  /// Whether nobody stated the zone of what may be a recurrence of its own.
  var lacksZone: Bool {
    let zone = self[.timezoneId]
    guard zone.isAbsent || zone.isNull || zone.known.map(snapshot.isBlank) == true else {
      return false
    }
    return self[.mode].known ?? .custom == .custom && self[.isActive].known != false
      && self[.cron].known?.isEmpty == false
  }
}

/// Which times of a record follow each other.
struct EventOrder: Sendable {
  /// The column of the earlier time.
  let earlier: Int
  /// The column of the later time.
  let later: Int
  /// What it means if they don't.
  let reason: PossibleValues.Reason

  /// The orders of a section's records.
  static func orders(of section: Section) -> [EventOrder] { bySection[section.rawValue] }

  private static let bySection: [[EventOrder]] = Section.allCases.map { section in
    let pairs: [(String, String, PossibleValues.Reason)] =
      section == .runs
      ? [
        ("submittedUtc", "startUtc", .startBeforeSubmission),
        ("startUtc", "endUtc", .endBeforeStart),
        ("submittedUtc", "endUtc", .endBeforeSubmission),
      ] : [("createdUtc", "updatedUtc", .updatedBeforeCreated)]
    return pairs.compactMap { earlier, later, reason in
      guard let earlier = section.shape.index(of: earlier),
        let later = section.shape.index(of: later)
      else { return nil }
      return EventOrder(earlier: earlier, later: later, reason: reason)
    }
  }

  /// Whether times of a field lie in the future by their nature.
  static func isPlanned(_ field: String) -> Bool {
    let name = field.utf8.lastIndex(of: UInt8(ascii: ".")).map { field.utf8[$0...].dropFirst() }
    return planned.contains { (name ?? field.utf8[...]).elementsEqual($0.utf8) }
  }

  private static let planned = [
    "expiresUtc", "dueUtc", "reviewDueUtc", "validFromUtc", "validToUtc",
  ]
}
