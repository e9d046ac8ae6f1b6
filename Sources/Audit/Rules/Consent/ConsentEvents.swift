import Model

/// What was decided about a connection over time.
struct ConsentEvents {
  /// A decision and when it was made; without a time, its place in the order is not known.
  struct Event {
    var state: ConsentState
    var time: TimeSpan?
    var consent: Consent
  }

  /// The time between the end of a consent and its renewal.
  struct Gap {
    var end: Event
    /// The start of the renewal; `nil`: there was none.
    var renewal: TimeSpan?
    /// When an acceptance may have renewed it of which the time, or the order, is not known.
    var earliestPossibleRenewal: Int64?
  }

  private(set) var events: [Event] = []
  /// Whether a row has a subject or state that can't be read.
  private(set) var hasUnclearRow = false

  init(_ consents: RecordRows<Consent>, _ context: AuditContext) {
    hasUnclearRow = context.index.hasUnplacedDecisions
    let clock = context.clock
    for consent in consents where consent.mayDecide {
      guard consent.isAboutConnection == .true, let state = consent[.state].known else {
        hasUnclearRow = true
        continue
      }
      add(consent, state, clock)
    }
  }

  /// A row that was accepted and withdrawn tells of two events.
  private mutating func add(_ consent: Consent, _ state: ConsentState, _ clock: AuditClock) {
    // What is dated after the collection happened, but nobody knows when.
    func time(_ field: Field<Instant>) -> TimeSpan? {
      clock.isAhead(field) ? nil : field.known.map(clock.span)
    }
    let (accepted, decided) = (consent[.acceptedUtc], consent[.decidedUtc])
    let withdrawn = consent[.withdrawnUtc]
    if state == .accepted {
      let start = time(accepted.known == nil ? decided : accepted)
      events.append(Event(state: .accepted, time: start, consent: consent))
      // Whoever filled it in meant that it ended, at a time that nobody can read.
      if withdrawn.known != nil || withdrawn.isUnreadable {
        events.append(Event(state: .withdrawn, time: time(withdrawn), consent: consent))
      }
      return
    }
    let start = time(accepted)
    if accepted.known != nil {
      events.append(Event(state: .accepted, time: start, consent: consent))
    }
    let end = time(state == .withdrawn && withdrawn.known != nil ? withdrawn : decided)
    // An end before its own acceptance can't be true, so nobody knows when it was.
    let isPossible = start.flatMap { start in end.map { start > $0 } } != .true
    events.append(Event(state: state, time: isPossible ? end : nil, consent: consent))
  }

  /// Whether there are more decisions than anybody takes about one connection; comparing each with
  /// each run would take too long.
  var areTooMany: Bool { events.count > 200 }

  /// Whether a consent ended at a time that nobody recorded.
  var hasUndatedEnd: Bool { events.contains { $0.time == nil && $0.state != .accepted } }

  /// Whether the last decision ended the consent; of opposite decisions at one time, the end counts.
  var isEnded: Truth {
    let ends = events.filter { $0.state != .accepted }
    let renewals = events.filter { $0.state == .accepted }
    guard !ends.isEmpty else { return .false }
    guard !renewals.isEmpty else { return .true }
    // Nobody knows whether what is undated came last.
    guard let lastEnd = Self.last(ends.compactMap(\.time)),
      let lastRenewal = Self.last(renewals.compactMap(\.time))
    else { return .missing }
    let isLast = lastRenewal <= lastEnd
    let mayComeLater = isLast == .true ? renewals.contains { $0.time == nil } : hasUndatedEnd
    return mayComeLater ? .missing : isLast
  }

  /// The span in which the last of several events lies.
  private static func last(_ spans: [TimeSpan]) -> TimeSpan? {
    guard let earliest = spans.map(\.earliest).max(), let latest = spans.map(\.latest).max() else {
      return nil
    }
    return TimeSpan(earliest: earliest, latest: latest)
  }

  /// The times during which there was no consent although there had been a decision.
  var gaps: [Gap] {
    events.filter { $0.state != .accepted }.compactMap { end in
      guard let time = end.time else { return nil }
      var gap = Gap(end: end)
      for event in events where event.state == .accepted {
        guard let start = event.time else {
          gap.earliestPossibleRenewal = .min
          continue
        }
        switch start > time {
        case .true:
          if start.earliest < gap.renewal?.earliest ?? .max { gap.renewal = start }
        case .missing:
          gap.earliestPossibleRenewal = min(gap.earliestPossibleRenewal ?? .max, start.earliest)
        case .false: break
        }
      }
      return gap
    }
  }
}
