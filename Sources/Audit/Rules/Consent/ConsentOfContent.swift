import Model

/// How far the segments and tables of an export respect the consent of the customers in them.
struct ConsentOfContent {
  typealias Reason = CustomerConsentHonoured.Reason

  /// One question over all items, with the first item that spoils the answer.
  struct Part {
    private(set) var truth = Truth.true
    private(set) var failure: Reason?
    private(set) var doubt: Reason?
    private(set) var item = ""

    mutating func add(_ other: Truth, _ reason: Reason?, _ item: @autoclosure () -> String) {
      guard other != .true, truth == .true || (truth == .missing && other == .false) else { return }
      truth = other
      self.item = item()
      if other == .false { failure = reason } else { doubt = reason }
    }
  }

  private(set) var honoured = Part()
  private(set) var defaultsKept = Part()
  private let export: Export
  private unowned(unsafe) let context: AuditContext
  private let items: ExportItems?
  /// Whether a lawful basis other than consent is on record.
  private let hasOtherBasis: Truth
  /// Why that is not known.
  private let basisDoubt: Reason

  init(_ export: Export, _ context: AuditContext) {
    self.export = export
    self.context = context
    items = ExportItems(export, context)
    let isStated = context.isBasisStated(export, .lawfulBasis)
    hasOtherBasis = isStated && Self.isOther(export.text(.lawfulBasis) ?? "")
    basisDoubt = isStated == .true ? .basisUnclear : .basisUnknown
    guard let items else {
      guard hasOtherBasis != .true else { return }
      honoured.add(.missing, .itemsUnknown, "")
      return
    }
    for item in items { add(item) }
  }

  private mutating func add(_ item: ExportItems.Item) {
    func name() -> String { item.name.map(export.text) ?? "" }
    switch item.kind {
    case .segment?:
      guard let segment = item.segment else {
        honoured.add(hasOtherBasis || .missing, .ruleUnknown, name())
        return
      }
      let rule = rule(of: segment)
      let truth = hasOtherBasis || rule.truth
      // Where there is no rule, a doubt is about the basis.
      let isBasisInDoubt = rule.truth == .false && truth == .missing
      honoured.add(truth, isBasisInDoubt ? basisDoubt : rule.reason, name())
      defaultsKept.add(keepsDefaults(segment), .overrideUnknown, name())
    case .customer?: addCustomerTable(name())
    case .table?:
      if item.name == nil { honoured.add(hasOtherBasis || .missing, .itemsUnknown, "") }
      if Self.letters(name()) == "customer" { addCustomerTable(name()) }
    case nil: honoured.add(hasOtherBasis || .missing, .itemsUnknown, name())
    }
  }

  /// A whole table can't carry a consent rule.
  private mutating func addCustomerTable(_ name: String) {
    honoured.add(hasOtherBasis, hasOtherBasis == .false ? .noRule : basisDoubt, name)
  }

  private struct RuleAnswer {
    var truth: Truth
    var reason: Reason?
  }

  /// Whether a segment keeps out those who have not agreed to the purpose of the export.
  private func rule(of segment: Segment) -> RuleAnswer {
    let stated = context.isStated(segment, .consentRuleMode)
    guard stated == .true, let mode = segment.text(.consentRuleMode).map(Self.letters),
      let value = segment.text(.consentRuleValue).map(Self.letters)
    else {
      return RuleAnswer(
        truth: stated == .false ? .false : .missing,
        reason: stated == .false ? .noRule : .ruleUnknown)
    }
    switch (mode, Self.agreements.contains(value), Self.refusals.contains(value)) {
    case ("include", true, _), ("exclude", _, true): break
    case ("include", _, true), ("exclude", true, _):
      return RuleAnswer(truth: .false, reason: .wrongRule)
    default: return RuleAnswer(truth: .missing, reason: .ruleUnknown)
    }
    guard let purpose = segment.text(.consentRulePurpose).map(Self.letters),
      let wanted = export.text(.purpose).map(Self.letters), purpose == wanted, !purpose.isEmpty
    else { return RuleAnswer(truth: .missing, reason: .otherPurpose) }
    // Static segments are not refreshed; later withdrawals are not in them.
    guard let kind = segment[.kind].known else {
      return RuleAnswer(truth: .missing, reason: .ruleUnknown)
    }
    return kind == .static
      ? RuleAnswer(truth: .missing, reason: .staticSegment) : RuleAnswer(truth: .true)
  }

  /// Whether the default consent rules are in force, or were switched off with permission.
  private func keepsDefaults(_ segment: Segment) -> Truth {
    guard let isOverridden = segment[.defaultConsentOverridden].known else {
      // Without an agreement to ask for, only a switch that is on record matters.
      return hasOtherBasis || .missing
    }
    guard isOverridden else { return .true }
    let approved =
      context.clock.isAhead(segment[.consentOverrideApprovedUtc])
      ? .missing : context.isStated(segment, .consentOverrideApprovedUtc)
    return context.isStated(segment, .consentOverrideApprovedBy) && approved
  }

  private static let agreements: Set<String> = [
    "optedin", "optin", "yes", "true", "granted", "agreed", "consented", "allowed",
  ]
  private static let refusals: Set<String> = [
    "optedout", "optout", "no", "false", "denied", "refused", "withdrawn", "revoked",
  ]

  /// Whether a basis is other than consent; missing where its words don't tell.
  private static func isOther(_ basis: String) -> Truth {
    switch LawfulBasis(basis) {
    case .other: .true
    case .consent: .false
    case .unclear, .nothing: .missing
    }
  }

  /// The letters and digits of a text in lower case.
  private static func letters(_ text: String) -> String {
    text.lowercased().filter { $0.isLetter || $0.isNumber }
  }

  /// Shows the basis, and of each segment its rule and its override.
  func show(_ examination: inout Examination<CustomerConsentHonoured>) {
    guard examination.isRecording else { return }
    examination.evidence(export, .lawfulBasis)
    examination.evidence(export, .purpose)
    items?.show(&examination, of: export)
    for segment in items?.segments ?? [] {
      examination.evidence(segment, .consentRuleMode)
      examination.evidence(segment, .consentRuleValue)
      examination.evidence(segment, .consentRulePurpose)
      examination.evidence(segment, .defaultConsentOverridden)
      examination.evidence(segment, .consentOverrideApprovedBy)
    }
  }
}
