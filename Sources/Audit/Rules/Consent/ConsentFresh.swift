import Model

/// CON-05: the transfer consent is not too old, and nothing that it covers has changed since.
struct ConsentFresh: Rule {
  enum Clause: String, CaseIterable, Sendable {
    /// There is an accepted consent.
    case accepted
    /// It is not older than allowed.
    case fresh
    /// Target, credential, sharing, content and recipient are those of the time of the consent.
    case unchanged
  }

  enum Reason: String, CaseIterable, Sendable, ConsentReason {
    case noAcceptedConsent = "no-accepted-consent"
    case consentsMissing = "consents-missing"
    case consentsIncomplete = "consents-incomplete"
    case stateUnknown = "state-unknown"
    case underlyingUnknown = "underlying-connection-unknown"
    case tooOld = "too-old"
    case changedSince = "changed-since"
    case ageUnknown = "age-unknown"
    case newerPossible = "newer-consent-possible"
    case changeOfUnknownKind = "change-of-unknown-kind"
    case historyMissing = "history-missing"
  }

  static let description = RuleDescription(
    "CON-05", group: .consent, severity: .medium, subject: .connection,
    sections: [.connections, .consents, .exports, .enrichments], clauses: clauseNames,
    controls: [
      ControlMapping(.gdpr, ["5(2)", "7(1)", "24(1)", "25"]),
      ControlMapping(.iso27701, ["A.7.2.3", "A.7.2.4"]),
      ControlMapping(.iso27001, ["A.5.18", "A.5.35", "A.5.36"]),
      ControlMapping(.nistPrivacy, ["GV.MT-P1"]),
      ControlMapping(.nist80053, ["CA-7", "CM-3", "PT-4"]),
      ControlMapping(.soc2, ["CC3.4", "CC4.1", "P8.1"]),
      ControlMapping(.ccpa, ["1798.100(c)"]),
    ],
    parameters: [RuleParameter("maxAgeDays", 365, in: 1...3650, .days)])
  /// The connections.
  static let population = Population.rows([.connections])

  private let maxAge: Int64
  private let maxAgeDays: Int

  /// The rule with the allowed age of a run.
  init(_ description: RuleDescription) {
    maxAgeDays = Int(description.value("maxAgeDays"))
    maxAge = Int64(description.value("maxAgeDays") * Double(Instant.day))
  }

  /// The latest consent counts, since renewing it is the remedy.
  func judge(_ subject: SubjectRecord, _ examination: inout Examination<Self>) -> Verdict {
    let context = examination.context
    let connection = Connection(context.snapshot, subject.row)
    let accepted = AcceptedConsents(connection, context)
    switch examination.clause(.accepted, accepted.exist) {
    case .false: return examination.notApplicable(.noAcceptedConsent)
    case .missing: return examination.unknown(Reason(accepted.gap))
    case .true: break
    }
    let latest = accepted.consents.compactMap { consent in
      consent[.acceptedUtc].known.map { (consent: consent, time: $0) }
    }.max { $0.time.microseconds < $1.time.microseconds }
    let mayBeNewer =
      accepted.gap != nil || accepted.consents.contains { $0[.acceptedUtc].known == nil }
    var (fresh, unchanged) = (Truth.missing, Truth.missing)
    var changes = ChangesSince()
    var days = 0
    if let latest, let now = examination.now() {
      examination.evidence(latest.consent, .acceptedUtc)
      let agreed = examination.span(latest.time)
      days = agreed.days(to: now)
      examination.evidence(.age, .days(days), at: latest.consent.pointer)
      fresh = now <= agreed.moved(by: maxAge)
      changes = ChangesSince(agreed, connection, &examination)
      unchanged = changes.none
    }
    fresh = examination.clause(.fresh, fresh)
    unchanged = examination.clause(.unchanged, unchanged)
    // A consent that nobody listed or dated may be the newer one.
    if mayBeNewer, (fresh && unchanged) != .true {
      return examination.unknown(latest == nil ? .ageUnknown : .newerPossible)
    }
    if fresh == .false {
      return examination.fail(.tooOld, ["days": .integer(days), "limit": .days(maxAgeDays)])
    }
    if unchanged == .false { return examination.fail(.changedSince) }
    if fresh == .missing { return examination.unknown(.ageUnknown) }
    if unchanged == .missing {
      return examination.unknown(changes.isOfUnknownKind ? .changeOfUnknownKind : .historyMissing)
    }
    return examination.pass()
  }
}

/// What was changed about a connection and what runs over it since a time.
///
/// An export made later is no change by itself: every export is made after the consent to its
/// connection.
private struct ChangesSince {
  /// Whether nothing material was changed.
  var none = Truth.true
  /// Whether something was changed of which nobody recorded what it was.
  var isOfUnknownKind = false

  init() {}

  init(
    _ time: TimeSpan, _ connection: Connection, _ examination: inout Examination<ConsentFresh>
  ) {
    let context = examination.context
    add(connection, .changes, .updatedUtc, since: time, &examination)
    addMerger(connection, since: time, &examination)
    guard let identifier = connection[.connectionId].known else { return }
    for export in context.exports(of: identifier)
    where !context.clock.hasCome(export[.removedUtc]) {
      add(export, .changes, .updatedUtc, since: time, &examination)
    }
    for enrichment in context.enrichments(of: identifier)
    where !context.clock.hasCome(enrichment[.removedUtc]) {
      add(enrichment, .changes, .updatedUtc, since: time, &examination)
    }
    if context.unattributedItems(of: connection)?.mayBeActive != false { none = none && .missing }
  }

  /// Adds the history of a record, and its last change where that is later than all that the history
  /// tells of.
  private mutating func add<Owner: Record>(
    _ record: Owner, _ history: ListKey<Owner>, _ updated: FieldKey<Owner, Instant>,
    since time: TimeSpan, _ examination: inout Examination<ConsentFresh>
  ) {
    guard let rows = record[history].known else {
      if record[updated].known == nil { none = none && .missing }
      addUnrecorded(record, updated, since: time, &examination)
      return
    }
    // The latest of the changes since; what has no time may be the last one.
    var newest: TimeSpan?
    var (isRecorded, isDated) = (false, true)
    for offset in 0..<rows.count {
      let kind = rows.field(offset, "kind", ChangeKind.self).known
      let when = rows.field(offset, "utc", Instant.self).known
      let isLater = when.map { examination.span($0) > time } ?? .missing
      guard isLater != .false else { continue }
      isRecorded = true
      if let span = when.map({ examination.span($0) }) {
        if span.latest > newest?.latest ?? .min { newest = span }
      } else {
        isDated = false
      }
      guard kind?.isMaterial != .false else { continue }
      let isMaterial = kind?.isMaterial ?? .missing
      if isMaterial == .missing { isOfUnknownKind = true }
      none = none && !(isLater && isMaterial)
      let by = rows.field(offset, "by", Identifier.self).known
      examination.evidence(
        .change,
        .list(
          [
            kind.map { .code($0.rawValue) }, when.map { .instant($0) },
            by.map { .code(record.text($0)) },
          ].compactMap(\.self)), at: record.pointer)
    }
    // Whoever writes a change into the history marks the record a little later.
    let known = newest?.moved(by: AuditClock.tolerance)
    if !isRecorded { addUnrecorded(record, updated, since: time, &examination) }
    if isRecorded, isDated, let known, let last = record[updated].known,
      (examination.span(last) > known) == .true
    {
      addUnrecorded(record, updated, since: time, &examination)
    }
  }

  /// Adds the last change of a record where nobody recorded what it was.
  private mutating func addUnrecorded<Owner: Record>(
    _ record: Owner, _ updated: FieldKey<Owner, Instant>, since time: TimeSpan,
    _ examination: inout Examination<ConsentFresh>
  ) {
    guard let last = record[updated].known, (examination.span(last) > time) != .false else {
      return
    }
    examination.evidence(record, updated)
    isOfUnknownKind = true
    none = none && .missing
  }

  /// Adds the end of a service in favour of another one: the recipient is no longer the same.
  private mutating func addMerger(
    _ connection: Connection, since time: TimeSpan,
    _ examination: inout Examination<ConsentFresh>
  ) {
    let context = examination.context
    let service = connection[.type].known.flatMap {
      context.service($0, connection.family).service
    }
    guard let service, let successor = service.successor, let now = context.clock.now,
      let end = service.lifecycle.last(where: { $0.value != .active })?.from,
      let day = CivilDate(end)
    else { return }
    let start = Instant(day).microseconds
    let change = TimeSpan(earliest: start, latest: start + Instant.day - 1)
    guard (change <= now) == .true else { return }
    let isLater = change > time
    guard isLater != .false else { return }
    none = none && !isLater
    examination.evidence(.goneSince, .text(end))
    examination.evidence(.successor, .code(successor))
  }
}

extension ChangeKind {
  /// Whether a consent no longer covers what was changed.
  fileprivate var isMaterial: Truth {
    switch self {
    case .target, .credential, .sharingWidened, .payloadGrew, .recipient: .true
    case .sharingNarrowed, .payloadShrank, .name, .schedule: .false
    case .other: .missing
    }
  }
}
