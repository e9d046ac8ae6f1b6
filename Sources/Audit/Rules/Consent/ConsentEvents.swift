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
    let accepted = consent[.acceptedUtc].known.map(clock.span)
    let decided = consent[.decidedUtc].known.map(clock.span)
    let withdrawn = consent[.withdrawnUtc].known.map(clock.span)
    if state == .accepted {
      events.append(Event(state: .accepted, time: accepted ?? decided, consent: consent))
      if let withdrawn {
        events.append(Event(state: .withdrawn, time: withdrawn, consent: consent))
      }
      return
    }
    if let accepted {
      events.append(Event(state: .accepted, time: accepted, consent: consent))
    }
    let end = state == .withdrawn ? withdrawn ?? decided : decided
    events.append(Event(state: state, time: end, consent: consent))
  }

  /// Whether there are more decisions than anybody takes about one connection; comparing each with
  /// each run would take too long.
  var areTooMany: Bool { events.count > 200 }

  /// Whether a consent ended at a time that nobody recorded.
  var hasUndatedEnd: Bool { events.contains { $0.time == nil && $0.state != .accepted } }

  /// Whether the last decision ended the consent; of opposite decisions at one time, the end counts.
  var isEnded: Truth {
    guard !hasUndatedEnd else {
      // Nobody knows whether the undated end came last, unless there is nothing else.
      return events.allSatisfy { $0.state != .accepted } ? .true : .missing
    }
    let ends = events.filter { $0.state != .accepted }.compactMap(\.time)
    let renewals = events.filter { $0.state == .accepted }
    guard let lastEnd = Self.last(ends) else { return .false }
    let isUndated = renewals.contains { $0.time == nil }
    guard let lastRenewal = Self.last(renewals.compactMap(\.time)) else {
      return isUndated ? .missing : .true
    }
    let isLast = lastRenewal <= lastEnd
    return isLast == .true && isUndated ? .missing : isLast
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
      let renewals = events.compactMap { event -> TimeSpan? in
        guard event.state == .accepted, let start = event.time, (start > time) == .true else {
          return nil
        }
        return start
      }
      return Gap(end: end, renewal: renewals.min { $0.earliest < $1.earliest })
    }
  }
}
