import Model

/// LIF-01: an export that lost its connection is attached again or removed in time.
struct DetachedExportDecided: Rule {
  enum Clause: String, CaseIterable, Sendable {
    /// The export has no connection.
    case detached
    /// It has had none for longer than the allowed time.
    case idle
  }

  enum Reason: String, CaseIterable, Sendable {
    case attached
    case connectionUnknown = "connection-unknown"
    case dateUnknown = "date-unknown"
    case dateUnclear = "date-unclear"
    case clockUnknown = "clock-unknown"
    case detachedTooLong = "detached-too-long"
    case updatedTooLongAgo = "updated-too-long-ago"
    case perhapsLonger = "perhaps-longer"
  }

  static let description = RuleDescription(
    "LIF-01", group: .lifecycle, severity: .medium, subject: .export, sections: [.exports],
    clauses: clauseNames,
    controls: [
      ControlMapping(.gdpr, ["5(1)(c)", "5(1)(e)", "25"]),
      ControlMapping(.iso27701, ["A.7.4.2", "A.7.4.7"]),
      ControlMapping(.iso27001, ["A.5.9", "A.8.9"]),
      ControlMapping(.nistPrivacy, ["CT.DM-P5", "CT.PO-P4"]),
      ControlMapping(.nist80053, ["CM-8", "SI-12"]),
      ControlMapping(.soc2, ["CC6.5", "C1.2"]),
      ControlMapping(.ccpa, ["1798.100(a)(3)"]),
    ],
    parameters: [RuleParameter("maxIdleDays", 30, in: 0...3650, .days)])
  /// The exports.
  static let population = Population.rows([.exports])

  private let maxIdle: Int64
  private let maxIdleDays: Int

  /// The rule with the allowed time of a run.
  init(_ description: RuleDescription) {
    maxIdleDays = Int(description.value("maxIdleDays"))
    maxIdle = Int64(description.value("maxIdleDays") * Double(Instant.day))
  }

  /// The time of detachment decides; without it, an old last change does.
  func judge(_ subject: SubjectRecord, _ examination: inout Examination<Self>) -> Verdict {
    let context = examination.context
    let export = Export(context.snapshot, subject.row)
    examination.evidence(export, .connectionId)
    let detached: Truth =
      switch export[.connectionId] {
      case .value: .false
      case .null: context.coverage.isComplete(.exports) ? .true : .missing
      case .absent, .unreadable: .missing
      }
    switch examination.clause(.detached, detached) {
    case .false: return examination.notApplicable(.attached)
    case .missing: return examination.unknown(.connectionUnknown)
    case .true: break
    }
    examination.evidence(export, .detachedUtc)
    examination.evidence(export, .detachedBy)
    let age = IdleTime(export, &examination)
    if age.isBound { examination.evidence(export, .updatedUtc) }
    if let days = age.days { examination.evidence(.age, .days(days), at: export.pointer) }
    switch examination.clause(.idle, age.exceeds(maxIdle)) {
    case .true:
      return examination.fail(
        age.isBound ? .updatedTooLongAgo : .detachedTooLong,
        ["days": .integer(age.days ?? 0), "limit": .days(maxIdleDays)])
    case .false:
      return examination.pass()
    case .missing:
      return examination.unknown(age.reason, ["limit": .days(maxIdleDays)])
    }
  }
}

/// How long an export has been without a connection, as far as the snapshot tells.
private struct IdleTime {
  /// What is known of the length in microseconds, both ends included.
  var length: TimeSpan?
  /// Whether the length is only a lower bound, since detaching was no later than the last change.
  var isBound = false
  var reason = DetachedExportDecided.Reason.dateUnknown

  init(_ export: Export, _ examination: inout Examination<DetachedExportDecided>) {
    guard let now = examination.now() else {
      reason = .clockUnknown
      return
    }
    let history = DetachmentHistory(export, examination.context)
    var possible: [TimeSpan] = []
    switch export[.detachedUtc] {
    case .unreadable:
      reason = .dateUnclear
      return
    case .value(let since):
      // A time after the collection can't be true.
      guard let span = examination.happened(.value(since)) else {
        reason = .dateUnclear
        return
      }
      possible.append(span)
      if let other = history.last, (other < span) == .true || (span < other) == .true {
        possible.append(other)
      }
      // It was attached in between, and nobody recorded when it was detached again.
      if history.last == nil, let active = history.active, (span < active) == .true {
        possible.append(TimeSpan(earliest: active.earliest, latest: now.latest))
      }
    case .absent, .null:
      if let last = history.last {
        possible.append(last)
      } else if let updated = export[.updatedUtc].known {
        guard let span = examination.happened(.value(updated)) else {
          reason = .dateUnclear
          return
        }
        possible.append(span)
        isBound = true
      } else {
        reason = history.isUnclear ? .dateUnclear : .dateUnknown
        return
      }
    }
    guard let earliest = possible.map(\.earliest).min(),
      let latest = possible.map(\.latest).max(),
      !possible.contains(where: examination.context.clock.isAhead)
    else {
      reason = .dateUnclear
      return
    }
    length = TimeSpan(earliest: now.earliest - latest, latest: now.latest - earliest)
    reason = isBound ? .perhapsLonger : .dateUnclear
  }

  var days: Int? { length.map { Int(max(0, $0.earliest) / Instant.day) } }

  func exceeds(_ limit: Int64) -> Truth {
    guard let length else { return .missing }
    let exceeds = length > TimeSpan(limit)
    return isBound && exceeds != .true ? .missing : exceeds
  }
}

/// What the history of an export tells of its last detachment.
private struct DetachmentHistory {
  /// When it was; `nil`: no detachment is recorded, or another may have followed.
  var last: TimeSpan?
  /// When the export was last recorded as active.
  var active: TimeSpan?
  /// Whether something is recorded that may have been a later one, or ended the last one.
  var isUnclear = false

  init(_ export: Export, _ context: AuditContext) {
    guard let changes = export[.stateChanges].known else { return }
    var others: [TimeSpan?] = []
    for change in 0..<changes.count {
      let state = changes.field(change, "to", HistoryState.self).known
      let time = changes.field(change, "utc", Instant.self).known.map(context.clock.span)
      switch (state, time) {
      case (.detached?, let time?):
        if last.map({ $0.earliest < time.earliest }) ?? true { last = time }
      case (.active?, let time?):
        if active.map({ $0.earliest < time.earliest }) ?? true { active = time }
        others.append(time)
      case (.active?, nil), (.detached?, nil), (nil, _): others.append(time)
      default: break
      }
    }
    isUnclear = others.contains { other in
      last.flatMap { last in other.map { ($0 < last) != .true } } ?? true
    }
    if isUnclear { last = nil }
  }
}
