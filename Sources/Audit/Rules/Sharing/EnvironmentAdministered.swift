import Model

/// SHR-06: the environment has enough administrators and not too many, an owner among them, and no
/// administrator whom nobody has looked at.
struct EnvironmentAdministered: Rule {
  enum Clause: String, CaseIterable, Sendable {
    /// At least two people are enabled administrators.
    case enough
    /// There are no more of them than allowed.
    case notTooMany
    /// The owner of the environment is one of them.
    case ownerAdministers
    /// Groups and applications that make administrators have been reviewed.
    case indirectReviewed
  }

  enum Reason: String, CaseIterable, Sendable {
    case tooFew = "too-few-administrators"
    case tooMany = "too-many-administrators"
    case noOwner = "no-owner"
    case ownerNotAdministrator = "owner-not-administrator"
    case notReviewed = "group-or-application-not-reviewed"
    case administratorsUnknown = "administrators-unknown"
    case ownerUnknown = "owner-unknown"
    case reviewUnknown = "review-unknown"
  }

  static let description = RuleDescription(
    "SHR-06", group: .sharing, severity: .medium, subject: .environment,
    sections: [.environment, .roleAssignments, .principals], clauses: clauseNames,
    impossible: [.notApplicable],
    controls: [
      ControlMapping(.gdpr, ["32(4)", "24"]),
      ControlMapping(.iso27701, ["6.6.2.3"]),
      ControlMapping(.iso27001, ["A.5.2", "A.5.18", "A.8.2"]),
      ControlMapping(.nistPrivacy, ["PR.AC-P4"]),
      ControlMapping(.nist80053, ["AC-2", "AC-5", "AC-6"]),
      ControlMapping(.soc2, ["CC1.3", "CC6.2"]),
      ControlMapping(.ccpa, ["1798.100(c)"]),
    ],
    parameters: [RuleParameter("maxAdmins", 5, in: 2...1000, .count)])
  /// The environment.
  static let population = Population.rows([.environment])

  private let maximum: Int

  /// The rule with the allowed number of administrators of a run.
  init(_ description: RuleDescription) { maximum = Int(description.value("maxAdmins")) }

  /// One who may be an administrator counts for the upper bound alone.
  func judge(_ subject: SubjectRecord, _ examination: inout Examination<Self>) -> Verdict {
    let context = examination.context
    let environment = EnvironmentRecord(context.snapshot, subject.row)
    let administrators = Administrators(context)
    administrators.show(&examination)
    examination.evidence(environment, .ownerPrincipalId)
    let enough = examination.clause(.enough, administrators.areAtLeast(2))
    let notTooMany = examination.clause(.notTooMany, !administrators.areAtLeast(maximum + 1))
    let stated = context.isStated(environment, .ownerPrincipalId)
    let owner = environment[.ownerPrincipalId].known.map(context.standing)
    // The owner is a person, and may be one of those of whom nobody knows that they administer.
    let unseen: Truth = administrators.mayBeMore ? .missing : .false
    let administers = examination.clause(
      .ownerAdministers,
      stated
        && (owner.map { $0.isUser && ($0.isAdministrator || unseen) && $0.isEnabled } ?? .missing))
    let reviewed = examination.clause(.indirectReviewed, administrators.areReviewed)
    lazy var counts: KeyValuePairs<String, MessageValue> = [
      "count": .integer(administrators.certain), "limit": .integer(maximum),
    ]
    if enough == .false {
      return examination.fail(.tooFew, ["count": .integer(administrators.possible)])
    }
    if notTooMany == .false { return examination.fail(.tooMany, counts) }
    if administers == .false {
      return examination.fail(stated == .false ? .noOwner : .ownerNotAdministrator)
    }
    if reviewed == .false {
      return examination.fail(
        .notReviewed,
        ["principal": .code(administrators.unreviewed.map(context.snapshot.text) ?? "")])
    }
    if (enough && notTooMany) == .missing {
      return examination.unknown(.administratorsUnknown, counts)
    }
    if administers == .missing { return examination.unknown(.ownerUnknown) }
    if reviewed == .missing { return examination.unknown(.reviewUnknown) }
    return examination.pass()
  }
}
