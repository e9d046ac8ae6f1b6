import Model

/// LIF-06: no connection, and no enrichment without one, relies on a service that is retired,
/// removed or, in production, in preview.
struct ServiceSupported: Rule {
  enum Clause: String, CaseIterable, Sendable {
    /// The catalogue knows the type.
    case known
    /// The service existed when the snapshot was collected.
    case supported
    /// The catalogue is recent enough.
    case current
    /// The service was no preview, or the environment is not for production.
    case mature
  }

  enum Reason: String, CaseIterable, Sendable {
    case hasConnection = "has-connection"
    case typeUnknown = "type-unknown"
    case typeAmbiguous = "type-ambiguous"
    case retired
    case retiredStillRunning = "retired-still-running"
    case removed
    case removedStillRunning = "removed-still-running"
    case catalogueTooOld = "catalogue-too-old"
    case previewInProduction = "preview-in-production"
    case instanceTypeUnknown = "instance-type-unknown"
  }

  static let description = RuleDescription(
    "LIF-06", group: .lifecycle, severity: .high, subject: .connection,
    sections: [.connections, .enrichments, .environment, .exports, .runs], clauses: clauseNames,
    controls: [
      ControlMapping(.gdpr, ["32(1)(b)", "25", "28"]),
      ControlMapping(.iso27701, ["6.12.1", "A.7.2.6"]),
      ControlMapping(.iso27001, ["A.5.19", "A.5.22", "A.5.23", "A.8.8"]),
      ControlMapping(.nistPrivacy, ["ID.DE-P2", "ID.IM-P1"]),
      ControlMapping(.nist80053, ["SA-4", "SA-22", "SR-3", "CM-8"]),
      ControlMapping(.soc2, ["CC9.2", "CC3.4"]),
      ControlMapping(.ccpa, ["1798.100(d)"]),
    ],
    parameters: [RuleParameter("catalogMaxAgeDays", 180, in: 0...3650, .days)])
  /// The connections, and the enrichments that have none.
  static let population = Population.rows([.connections, .enrichments])

  private let maxAgeDays: Int

  /// The rule with the allowed age of the catalogue of a run.
  init(_ description: RuleDescription) {
    maxAgeDays = Int(description.value("catalogMaxAgeDays"))
  }

  /// The facts of the day of collection count; a later removal is noted.
  func judge(_ subject: SubjectRecord, _ examination: inout Examination<Self>) -> Verdict {
    let context = examination.context
    let user = ServiceUser(subject, context)
    if user.hasConnection { return examination.notApplicable(.hasConnection) }
    lazy var named: KeyValuePairs<String, MessageValue> = [
      "type": .code(user.type.map(context.snapshot.text) ?? "")
    ]
    show(subject, &examination)
    let known = examination.clause(.known, user.isKnown)
    guard known == .true, let service = user.service else {
      return examination.unknown(known == .missing ? .typeAmbiguous : .typeUnknown, named)
    }
    examination.evidence(.catalogueDate, .text(context.catalogue.date))
    let day = context.clock.snapshotDay
    let lifecycle = service.lifecycle.on(day)
    let isSupported = lifecycle.map { Truth($0.value == .active) } ?? .missing
    guard examination.clause(.supported, isSupported) == .true else {
      return gone(user, lifecycle, named, &examination)
    }
    if let later = service.lifecycle.last, later.value != .active, let from = later.from {
      examination.note(.removedSince, ["date": .text(from)])
    }
    let current = examination.clause(.current, isCurrent(context))
    if current != .true {
      return examination.unknown(.catalogueTooOld, ["limit": .days(maxAgeDays)])
    }
    let isPreview = service.maturity.on(day).map { Truth($0.value == .preview) } ?? .missing
    switch examination.clause(.mature, !(isPreview && context.isProduction)) {
    case .true: return examination.pass()
    case .false: return examination.fail(.previewInProduction, named, severity: .medium)
    case .missing: return examination.unknown(.instanceTypeUnknown, named)
    }
  }

  /// Runs that go on after the end weigh more.
  private func gone(
    _ user: ServiceUser, _ lifecycle: Service.Dated<Service.Lifecycle>?,
    _ named: KeyValuePairs<String, MessageValue>, _ examination: inout Examination<Self>
  ) -> Verdict {
    let isRetired = lifecycle?.value == .retired
    if let from = lifecycle?.from { examination.evidence(.goneSince, .text(from)) }
    if let successor = user.service?.successor {
      examination.evidence(.successor, .code(successor))
    }
    if let run = lifecycle?.from.flatMap({ user.firstRun(after: $0) }) {
      examination.evidence(run, .runId)
      examination.evidence(run, .startUtc)
      return examination.fail(
        isRetired ? .retiredStillRunning : .removedStillRunning, named, severity: .critical)
    }
    return examination.fail(isRetired ? .retired : .removed, named)
  }

  private func isCurrent(_ context: AuditContext) -> Truth {
    guard let made = CivilDate(context.catalogue.date),
      let day = context.clock.snapshotDay.flatMap({ CivilDate($0) })
    else { return .missing }
    return Truth(day.daysSince1970 - made.daysSince1970 <= maxAgeDays)
  }

  private func show(_ subject: SubjectRecord, _ examination: inout Examination<Self>) {
    let snapshot = examination.context.snapshot
    if subject.section == .connections {
      examination.evidence(Connection(snapshot, subject.row), .type)
    } else {
      examination.evidence(Enrichment(snapshot, subject.row), .type)
    }
  }
}

/// A connection, or an enrichment without one, as the user of a service.
private struct ServiceUser {
  unowned(unsafe) let context: AuditContext
  var identifier: Identifier?
  var type: Identifier?
  var created: Instant?
  /// Whether it is an enrichment whose connection is listed and so judged in its place.
  var hasConnection = false
  var service: Service?
  /// Whether the catalogue knows the type; missing where the name may mean several services.
  var isKnown = Truth.false
  private let isConnection: Bool

  init(_ subject: SubjectRecord, _ context: AuditContext) {
    self.context = context
    isConnection = subject.section == .connections
    if isConnection {
      let connection = Connection(context.snapshot, subject.row)
      identifier = connection[.connectionId].known
      type = connection[.type].known
      created = context.clock.happened(connection[.createdUtc])
      take(type.map { context.service($0, connection.family) })
    } else {
      let enrichment = Enrichment(context.snapshot, subject.row)
      identifier = enrichment[.enrichmentId].known
      type = enrichment[.type].known
      created = context.clock.happened(enrichment[.createdUtc])
      // One that the snapshot doesn't list is judged nowhere.
      hasConnection =
        enrichment[.connectionId].known.flatMap { context.find(Connection.self, $0) } != nil
      take(type.map { context.service($0, .enrichment) })
    }
  }

  private mutating func take(_ match: ServiceMatch?) {
    switch match {
    case .known(let service)?: (isKnown, self.service) = (.true, service)
    case .ambiguous?: isKnown = .missing
    case .unrecognized?, nil: isKnown = .false
    }
  }

  /// The first run after a day, of something that is older than that day.
  func firstRun(after day: String) -> Run? {
    guard let identifier, let date = CivilDate(day) else { return nil }
    let start = Instant(date).microseconds
    let end = TimeSpan(earliest: start, latest: start + Instant.day - 1)
    if let created, (context.clock.span(created) < end) == .false { return nil }
    var first: (run: Run, start: TimeSpan)?
    func look(_ target: Identifier) {
      for run in context.runs(of: target) where run.mayHaveSent {
        let start = run.start(context.clock)
        if (start > end) == .true, start.earliest < first?.start.earliest ?? .max {
          first = (run, start)
        }
      }
    }
    if isConnection { context.forEachTarget(of: identifier, look) } else { look(identifier) }
    return first?.run
  }
}

extension AuditContext {
  /// Whether the environment is for production.
  var isProduction: Truth {
    snapshot.environment?[.instanceType].known
      .map { Truth($0 == .production) } ?? .missing
  }
}
