import Model

/// CON-08: what goes out to others respects the consent of the customers themselves, or rests on
/// another lawful basis.
struct CustomerConsentHonoured: PlainRule {
  enum Clause: String, CaseIterable, Sendable {
    /// The export is active.
    case active
    /// Its destination belongs to somebody else, or advertises.
    case outside
    /// Each segment carries a consent rule for the purpose of the export, or there is another basis.
    case honoured
    /// The default consent rules are in force, or somebody allowed to switch them off.
    case defaultsKept
  }

  enum Reason: String, CaseIterable, Sendable {
    case inactive
    case detached
    case ownRecipient = "own-recipient"
    case noRule = "no-rule-or-basis"
    case wrongRule = "rule-lets-refusals-through"
    case overrideNotApproved = "override-not-approved"
    case stateUnknown = "state-unknown"
    case recipientUnknown = "recipient-unknown"
    case itemsUnknown = "items-unknown"
    case ruleUnknown = "rule-unknown"
    case otherPurpose = "other-purpose"
    case staticSegment = "static-segment"
    case basisUnknown = "basis-unknown"
    case basisUnclear = "basis-unclear"
    case overrideUnknown = "override-unknown"
  }

  static let description = RuleDescription(
    "CON-08", group: .consent, severity: .high, subject: .export,
    sections: [.exports, .connections, .segments], clauses: clauseNames,
    controls: [
      ControlMapping(.gdpr, ["6(1)(a)", "7(1)", "21(2)-(3)", "9(2)(a)"]),
      ControlMapping(.iso27701, ["A.7.2.2", "A.7.2.4", "A.7.3.4"]),
      ControlMapping(.iso27001, ["A.5.34", "A.8.11"]),
      ControlMapping(.nistPrivacy, ["CT.PO-P3", "CT.DM-P7"]),
      ControlMapping(.nist80053, ["PT-3", "PT-4", "PT-4(1)"]),
      ControlMapping(.soc2, ["P2.1", "P3.2", "P4.1", "P6.1"]),
      ControlMapping(.ccpa, ["1798.120", "1798.121", "1798.135"]),
    ])
  /// The exports.
  static let population = Population.rows([.exports])

  /// A basis other than consent makes consent rules needless, but excuses nobody who switches them off.
  func judge(_ subject: SubjectRecord, _ examination: inout Examination<Self>) -> Verdict {
    let context = examination.context
    let export = Export(context.snapshot, subject.row)
    let isActive: Truth =
      context.clock.hasCome(export[.removedUtc])
      ? .false : export[.state].known.map { Truth($0 == .active) } ?? .missing
    let active = examination.clause(.active, isActive)
    if active == .false { return examination.notApplicable(.inactive) }
    let destination = ExportDestination(export, context)
    if case .detached = destination { return examination.notApplicable(.detached) }
    examination.showDestination(export, destination)
    let outside = examination.clause(.outside, Self.isOutside(destination))
    if outside == .false { return examination.notApplicable(.ownRecipient) }
    let content = ConsentOfContent(export, context)
    content.show(&examination)
    let honoured = examination.clause(.honoured, content.honoured.truth)
    let kept = examination.clause(.defaultsKept, content.defaultsKept.truth)
    if active == .missing { return examination.unknown(.stateUnknown) }
    if outside == .missing { return examination.unknown(.recipientUnknown) }
    func named(_ part: ConsentOfContent.Part) -> KeyValuePairs<String, MessageValue> {
      ["item": .code(part.item)]
    }
    if honoured == .false {
      return examination.fail(content.honoured.failure ?? .noRule, named(content.honoured))
    }
    if kept == .false {
      return examination.fail(.overrideNotApproved, named(content.defaultsKept))
    }
    if honoured == .missing {
      return examination.unknown(content.honoured.doubt ?? .itemsUnknown, named(content.honoured))
    }
    return kept == .missing
      ? examination.unknown(.overrideUnknown, named(content.defaultsKept)) : examination.pass()
  }

  private static func isOutside(_ destination: ExportDestination) -> Truth {
    guard let service = destination.service else { return .missing }
    switch service.party {
    case .thirdParty: return .true
    case .customerOrThirdParty: return .missing
    case .microsoft, .customerStorage: return Truth(service.category == "advertising")
    }
  }
}
