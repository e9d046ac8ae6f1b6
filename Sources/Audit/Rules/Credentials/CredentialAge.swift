import Model

/// CRD-03: credentials are changed in time, sign-ins are renewed before the provider ends them, and
/// nothing expires soon; the API keys of the environment too.
struct CredentialAge: Rule {
  enum Clause: String, CaseIterable, Sendable {
    /// There is something that ages.
    case ages
    /// It was changed within the allowed time.
    case rotated
    /// The sign-in is younger than the provider allows.
    case signInValid
    /// The sign-in is valid for some time yet.
    case signInLasts
    /// The credential has not expired.
    case unexpired
    /// It does not expire soon.
    case lasts
  }

  enum Reason: String, CaseIterable, Sendable, ServiceReason {
    case nothingAges = "nothing-ages"
    case expired
    case signInExpired = "sign-in-expired"
    case tooOld = "too-old"
    case neverRotated = "never-rotated"
    case expiresSoon = "expires-soon"
    case signInEndsSoon = "sign-in-ends-soon"
    case rotationUnknown = "rotation-unknown"
    case signInUnknown = "sign-in-unknown"
    case expiryUnknown = "expiry-unknown"
    case typeUnknown = "type-unknown"
    case typeAmbiguous = "type-ambiguous"
  }

  static let description = RuleDescription(
    "CRD-03", group: .credentials, severity: .medium, subject: .connection,
    sections: [.connections, .environment], clauses: clauseNames,
    controls: [
      ControlMapping(.gdpr, ["32(1)(d)"]),
      ControlMapping(.iso27701, ["6.6.4.3", "6.7.1"]),
      ControlMapping(.iso27001, ["A.5.17", "A.8.5"]),
      ControlMapping(.nistPrivacy, ["PR.AC-P1"]),
      ControlMapping(.nist80053, ["IA-5", "IA-5(1)", "SC-12"]),
      ControlMapping(.soc2, ["CC6.1", "CC6.6"]),
      ControlMapping(.ccpa, ["1798.100(e)"]),
    ],
    parameters: [
      RuleParameter("maxAgeDays", 365, in: 0...3650, .days),
      RuleParameter("warnDays", 14, in: 0...365, .days),
      RuleParameter("signInWarnDays", 45, in: 0...365, .days),
    ])
  /// The connections, and the environment for its API keys.
  static let population = Population.rows([.connections, .environment])

  private let maxAgeDays: Int
  private let warnDays: Int
  private let signInWarnDays: Int

  /// The rule with the allowed times of a run.
  init(_ description: RuleDescription) {
    maxAgeDays = Int(description.value("maxAgeDays"))
    warnDays = Int(description.value("warnDays"))
    signInWarnDays = Int(description.value("signInWarnDays"))
  }

  /// What has ended comes before what is too old, and that before what ends soon.
  func judge(_ subject: SubjectRecord, _ examination: inout Examination<Self>) -> Verdict {
    let context = examination.context
    let now = examination.now()
    let dates =
      subject.section == .environment
      ? CredentialDates(EnvironmentRecord(context.snapshot, subject.row), &examination)
      : CredentialDates(Connection(context.snapshot, subject.row), &examination)
    guard examination.clause(.ages, dates.ages) != .false else {
      return examination.notApplicable(.nothingAges)
    }
    let rotated = examination.clause(.rotated, dates.rotated(now, within: maxAgeDays))
    let signInValid = examination.clause(.signInValid, dates.signInValid(now))
    let signInLasts = examination.clause(
      .signInLasts, dates.signInLasts(now, from: signInWarnDays))
    let unexpired = examination.clause(.unexpired, dates.unexpired(now, for: 0))
    let lasts = examination.clause(.lasts, dates.unexpired(now, for: warnDays))
    if unexpired == .false { return examination.fail(.expired) }
    if signInValid == .false {
      return examination.fail(.signInExpired, ["limit": .days(dates.signInDays ?? 0)])
    }
    if rotated == .false {
      return examination.fail(
        dates.isBound ? .neverRotated : .tooOld, ["limit": .days(maxAgeDays)])
    }
    if lasts == .false { return examination.fail(.expiresSoon, ["limit": .days(warnDays)]) }
    if signInLasts == .false {
      return examination.fail(
        .signInEndsSoon, ["limit": .days(signInWarnDays)], severity: .low)
    }
    if rotated == .missing { return examination.unknown(.rotationUnknown) }
    if (signInValid && signInLasts) == .missing {
      if let provider = dates.provider, provider.service == nil {
        let connection = Connection(context.snapshot, subject.row)
        return examination.unknown(Reason(provider), ["type": connection.typeText])
      }
      return examination.unknown(.signInUnknown)
    }
    if (unexpired && lasts) == .missing { return examination.unknown(.expiryUnknown) }
    return examination.pass()
  }
}
