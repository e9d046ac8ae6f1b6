import Model

/// LIF-05: what is active and scheduled has succeeded lately and doesn't keep failing.
struct ItemsSucceed: Rule {
  /// The parts of the predicate; of the last three, true is the fault.
  enum Clause: String, CaseIterable, Sendable {
    /// The item is active.
    case active
    /// A schedule starts it.
    case scheduled
    /// It has not succeeded for too long.
    case stale
    /// Its last runs have failed one after the other.
    case failing
    /// The destination is about to close the list, or has closed it.
    case listExpiring
  }

  enum Reason: String, CaseIterable, Sendable {
    case inactive
    case notScheduled = "not-scheduled"
    case tooYoung = "younger-than-limit"
    case stale = "no-success-for-too-long"
    case failing = "keeps-failing"
    case listExpired = "list-expired"
    case listExpiring = "list-expiring"
    case stateUnknown = "state-unknown"
    case scheduleUnknown = "schedule-unknown"
    case recurrenceUnknown = "recurrence-unknown"
    case historyTooShort = "history-too-short"
    case statusUnknown = "status-unknown"
  }

  static let description = RuleDescription(
    "LIF-05", group: .lifecycle, severity: .medium, subject: .export,
    sections: [.exports, .enrichments, .schedules, .runs, .connections], clauses: clauseNames,
    controls: [
      ControlMapping(.gdpr, ["5(1)(d)", "32(1)(b)"]),
      ControlMapping(.iso27701, ["A.7.4.3", "6.9.4"]),
      ControlMapping(.iso27001, ["A.8.16", "A.5.37", "A.8.6"]),
      ControlMapping(.nistPrivacy, ["CT.DM-P8", "PR.DS-P4"]),
      ControlMapping(.nist80053, ["SI-4", "CP-10", "AU-6"]),
      ControlMapping(.soc2, ["A1.2", "PI1.3", "CC7.2"]),
      ControlMapping(.ccpa, ["1798.100(c)"]),
    ],
    parameters: [
      RuleParameter("factor", 3, in: 1...100, .factor),
      RuleParameter("staleDays", 90, in: 1...3650, .days),
      RuleParameter("maxFail", 3, in: 1...1000, .count),
      .logEnd,
    ])
  /// The exports and the enrichments.
  static let population = Population.rows([.exports, .enrichments])

  private let factor: Double
  private let staleDays: Int
  private let maxFail: Int

  /// The rule with the limits of a run.
  init(_ description: RuleDescription) {
    factor = description.value("factor")
    staleDays = Int(description.value("staleDays"))
    maxFail = Int(description.value("maxFail"))
  }

  /// A recurrence gives the limit; without one, the number of days does.
  func judge(_ subject: SubjectRecord, _ examination: inout Examination<Self>) -> Verdict {
    let item = ScheduledItem(subject, examination.context)
    let active = examination.clause(.active, item.isActive)
    if active == .false { return examination.notApplicable(.inactive) }
    let scheduled = examination.clause(.scheduled, item.isScheduled)
    if scheduled == .false, !item.isGoogleAds { return examination.notApplicable(.notScheduled) }
    let limit =
      item.interval.map { Int64(Double($0) * factor) } ?? Int64(staleDays) * Instant.day
    let history = SuccessHistory(item, examination.context)
    history.show(&examination)
    let isOlder = item.isIntervalKnown ? history.isOlder(than: limit) : .missing
    // What has run for less than that time, and in vain, has not succeeded yet.
    let stale = examination.clause(
      .stale, isOlder == .false && !history.hasSucceeded ? .missing : isOlder)
    let failing = examination.clause(.failing, history.hasFailed(times: maxFail))
    let expiring = examination.clause(
      .listExpiring, item.isGoogleAds ? history.isOlder(than: Self.listWarning) : .false)
    // Active or not, an item off schedule whose list isn't closing is not a case.
    if scheduled == .false, expiring == .false { return examination.notApplicable(.notScheduled) }
    if active == .missing { return examination.unknown(.stateUnknown) }
    lazy var days: KeyValuePairs<String, MessageValue> = [
      "limit": .days(max(1, Int(limit / Instant.day)))
    ]
    if scheduled == .true {
      if item.isIntervalKnown, history.isYounger(than: limit) {
        return examination.notApplicable(.tooYoung, days)
      }
      if stale == .true { return examination.fail(.stale, days) }
      if failing == .true { return examination.fail(.failing, ["count": .integer(maxFail)]) }
    }
    if expiring == .true {
      return history.isOlder(than: Self.listExpiry) == .true
        ? examination.fail(.listExpired) : examination.fail(.listExpiring, severity: .low)
    }
    if scheduled == .missing { return examination.unknown(.scheduleUnknown) }
    if scheduled == .true, !item.isIntervalKnown { return examination.unknown(.recurrenceUnknown) }
    if expiring == .missing || (scheduled == .true && stale == .missing) {
      return examination.unknown(history.hasUnknownStatus ? .statusUnknown : .historyTooShort, days)
    }
    return failing == .missing ? examination.unknown(.statusUnknown, days) : examination.pass()
  }

  /// Google Ads closes lists that were not refreshed for 540 days.
  ///
  /// 90 days before, it is time to act. A list is as old as its last refresh to the microsecond.
  /// Source: the article on export to Google Ads, 2025-09-26; the warning is the project's own.
  private static let listExpiry = 540 * Instant.day - 1
  private static let listWarning = 450 * Instant.day - 1
}
