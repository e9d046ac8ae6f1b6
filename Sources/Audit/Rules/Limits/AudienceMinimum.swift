import Model

/// LIM-03: no exported segment is smaller than its destination demands, or small enough to point at
/// single persons.
struct AudienceMinimum: Rule {
  /// The parts of the predicate; true is the fault.
  enum Clause: String, CaseIterable, Sendable {
    /// The export has a connection.
    case attached
    /// The export sends segments.
    case segments
    /// A segment has fewer members than the destination demands.
    case belowDocumented
    /// A segment is so small that it may point at persons.
    case belowPolicy
  }

  enum Reason: String, CaseIterable, Sendable {
    case detached
    case noSegments = "no-segments"
    case itemsUnknown = "items-unknown"
    case itemKindUnknown = "item-kind-unknown"
    case belowMinimum = "below-minimum"
    case belowPolicyMinimum = "below-policy-minimum"
    case empty
    case countMissing = "count-missing"
    case accountsNotPersons = "accounts-not-persons"
    case connectionUnknown = "connection-unknown"
    case connectionMissing = "connection-missing"
    case typeUnknown = "type-unknown"
    case typeAmbiguous = "type-ambiguous"
  }

  static let description = RuleDescription(
    "LIM-03", group: .limits, severity: .medium, subject: .export,
    sections: [.exports, .connections, .segments], clauses: clauseNames,
    controls: [
      ControlMapping(.gdpr, ["5(1)(c)", "25", "32(1)(a)"]),
      ControlMapping(.iso27701, ["A.7.4.4"]),
      ControlMapping(.iso27001, ["A.8.11"]),
      ControlMapping(.nistPrivacy, ["CT.DP-P2"]),
      ControlMapping(.nist80053, ["SI-19"]),
      ControlMapping(.soc2, ["PI1.2", "P4.1"]),
      ControlMapping(.ccpa, ["1798.100(c)"]),
    ],
    parameters: [RuleParameter("policyMin", 20, in: 0...1_000_000, .count)])
  /// The exports.
  static let population = Population.rows([.exports])

  private let policyMinimum: Int

  /// The rule with the smallest group of a run.
  init(_ description: RuleDescription) {
    policyMinimum = Int(description.value("policyMin"))
  }

  /// Every segment is compared with both minimums; the documented one is that of the count's day.
  func judge(_ subject: SubjectRecord, _ examination: inout Examination<Self>) -> Verdict {
    let context = examination.context
    let export = Export(context.snapshot, subject.row)
    let destination = ExportDestination(export, context)
    examination.showDestination(export, destination)
    var attached = Truth.true
    if case .detached = destination { attached = .false }
    guard examination.clause(.attached, attached) == .true else {
      return examination.notApplicable(.detached)
    }
    let items = ExportItems(export, context)
    let hasSegments: Truth =
      items.map { items in
        items.haveSegments ? .true : (items.areKindsKnown ? .false : .missing)
      } ?? .missing
    switch examination.clause(.segments, hasSegments) {
    case .false: return examination.notApplicable(.noSegments)
    case .missing: return examination.unknown(items == nil ? .itemsUnknown : .itemKindUnknown)
    case .true: break
    }
    let sizes = AudienceSizes(.known(export, context), destination, context)
    sizes.show(&examination, policyMinimum)
    let documented = examination.clause(.belowDocumented, sizes.isBelowDocumented)
    // Nobody at all is too few for any recipient, even where no minimum is set.
    let policy = examination.clause(.belowPolicy, sizes.isBelow(max(1, policyMinimum)))
    if sizes.smallest == 0, documented == .true || policy == .true {
      examination.note(.emptySegment)
      return examination.fail(.empty, ["segment": .text(sizes.smallestName)])
    }
    if documented == .true {
      return examination.fail(
        .belowMinimum,
        [
          "segment": .text(sizes.smallestName), "members": .integer(sizes.smallest ?? 0),
          "minimum": .integer(sizes.documentedMinimum ?? 0),
        ])
    }
    if policy == .true {
      return examination.fail(
        .belowPolicyMinimum,
        [
          "segment": .text(sizes.smallestName), "members": .integer(sizes.smallest ?? 0),
          "minimum": .integer(policyMinimum),
        ])
    }
    if case .unknown(let reason) = destination, documented == .missing {
      return examination.unknown(
        Reason(rawValue: reason.rawValue) ?? .connectionUnknown,
        ["type": export.typeText(context)])
    }
    if documented == .missing || policy == .missing {
      return examination.unknown(
        sizes.isCountMissing || sizes.isBaseUnclear ? .countMissing : .accountsNotPersons)
    }
    return examination.pass()
  }
}

/// The sizes of the segments of an export beside the smallest that its destination takes.
private struct AudienceSizes {
  /// The members of the smallest segment whose count is known.
  var smallest: Int?
  /// Its name.
  var smallestName: String {
    smallestSegment.flatMap { $0.text(.displayName) ?? $0.text(.name) } ?? ""
  }
  /// The documented minimum, of the day of the smallest count.
  var documentedMinimum: Int?
  /// Whether a segment is below the documented minimum.
  var isBelowDocumented = Truth.false
  private var smallestSegment: Segment?
  /// Whether the count of a segment is not known.
  private(set) var isCountMissing = false
  /// Whether nobody can read what the members of a segment are.
  private(set) var isBaseUnclear = false
  /// The accounts of the smallest segment that shows accounts, which may stand for more contacts.
  private var fewestAccounts: Int?
  private let items: ExportItems

  init(_ items: ExportItems, _ destination: ExportDestination, _ context: AuditContext) {
    self.items = items
    for item in items where item.kind == .segment {
      guard let segment = item.segment, let members = segment[.members].known else {
        isCountMissing = true
        if hasMinimum(destination, at: item.segment?[.countedUtc].known, context) != false {
          isBelowDocumented = isBelowDocumented || .missing
        }
        continue
      }
      // No account has no contacts either.
      let doubt = SizeBounds(segment, context).doubt
      let isAccounts = members > 0 && doubt != nil
      if isAccounts {
        if doubt != .accounts { isBaseUnclear = true }
        fewestAccounts = min(fewestAccounts ?? members, members)
      } else if smallest.map({ members < $0 }) ?? true {
        smallest = members
        smallestSegment = segment
      }
      guard let service = destination.service else {
        isBelowDocumented = isBelowDocumented || .missing
        continue
      }
      let facts = DatedFacts.position(of: service, at: segment[.countedUtc].known, context)
      guard let minimum = facts.flatMap({ service.limits[$0.position].value.minimum }) else {
        continue
      }
      documentedMinimum = max(documentedMinimum ?? minimum, minimum)
      let isBelow: Truth = isAccounts && members < minimum ? .missing : Truth(members < minimum)
      isBelowDocumented = isBelowDocumented || isBelow
    }
    // An item of unknown kind may be a segment.
    if !items.areKindsKnown {
      isCountMissing = true
      isBelowDocumented = isBelowDocumented || .missing
    }
  }

  /// Whether the destination has a documented minimum at a time; `nil`: not known.
  private func hasMinimum(
    _ destination: ExportDestination, at time: Instant?, _ context: AuditContext
  ) -> Bool? {
    guard let service = destination.service else { return nil }
    return DatedFacts.position(of: service, at: time, context)
      .flatMap { service.limits[$0.position].value.minimum } != nil
  }

  /// Whether a segment has fewer members than a number.
  func isBelow(_ minimum: Int) -> Truth {
    if let smallest, smallest < minimum { return .true }
    return isCountMissing || fewestAccounts.map { $0 < minimum } ?? false ? .missing : .false
  }

  func show<Examined: Rule>(_ examination: inout Examination<Examined>, _ policyMinimum: Int) {
    guard examination.isRecording else { return }
    for segment in items.segments {
      examination.evidence(segment, .name)
      examination.evidence(segment, .members)
      examination.evidence(segment, .countedUtc)
    }
    if let documentedMinimum { examination.evidence(.minimum, .integer(documentedMinimum)) }
    examination.evidence(.policyMinimum, .integer(policyMinimum))
  }
}
