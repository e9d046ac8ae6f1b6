import Model

/// Whether sensitive fields of an export have an explicit basis.
struct BasisCheck {
  /// Whether none is sent without one.
  private(set) var truth = Truth.true
  /// The first field that decides against the export, or leaves it open.
  private(set) var name = ""
  /// Whether that field is a sensitive one.
  private(set) var isSensitive = false

  init(_ sent: SentFields, _ export: Export, _ context: AuditContext) {
    let basis = context.isStated(export, .explicitBasis)
    for field in sent.fields {
      guard let fieldClass = field.fieldClass else {
        note(field, .missing, isSensitive: false)
        continue
      }
      if fieldClass.needsBasis { note(field, basis, isSensitive: true) }
    }
    if !sent.isKnown { truth = truth && .missing }
  }

  private mutating func note(_ field: SentField, _ holds: Truth, isSensitive: Bool) {
    if holds == .false ? truth != .false : holds == .missing && truth == .true {
      name = field.name
      self.isSensitive = isSensitive
    }
    truth = truth && holds
  }
}

/// Whom an export for advertising reaches, and under which names.
struct AudienceCheck {
  /// Whether people who opted out of sale and sharing are excluded from every segment.
  private(set) var optOut = Truth.true
  /// The first segment from which they are not.
  private(set) var unfiltered = ""
  /// Whether the documents of the time call identifiers hashed; where they call them plain, there is
  /// nothing to hold.
  let hashed: Truth
  /// Whether no name that is sent along tells something sensitive.
  private(set) var names = Truth.true
  /// The segment with such a name, and the word.
  private(set) var revealing = ""
  private(set) var term = ""
  private var segments: [Segment] = []

  init(_ export: Export, _ service: Service, _ looks: SegmentLooks, _ context: AuditContext) {
    let day = context.clock.snapshotDay
    switch service.isHashed {
    case true?:
      let since = service.further.isHashedSince ?? ""
      hashed = day.map { $0 < since } == true ? .missing : .true
    case false?: hashed = .true
    case nil: hashed = .missing
    }
    let use = service.further.segmentNames.on(context.clock.snapshotTime)?.value ?? .never
    let items = ExportItems.known(export, context)
    if items.isEmpty { optOut = .missing }
    for item in items {
      guard item.kind == .segment else {
        // Whole tables hold everybody; whether that includes people who opted out isn't told.
        optOut = optOut && .missing
        continue
      }
      let segment = item.segment
      if let segment { segments.append(segment) }
      addRule(of: segment, item.name.map(export.text) ?? "", context)
      guard use != .never else { continue }
      let look =
        segment.map(looks.look)
        ?? SensitiveNames.look(at: item.name.map(export.text) ?? "")
      addName(segment?.text(.displayName) ?? item.name.map(export.text) ?? "", look, use)
    }
  }

  private mutating func addRule(
    of segment: Segment?, _ name: @autoclosure () -> String, _ context: AuditContext
  ) {
    guard let segment else {
      optOut = optOut && .missing
      return
    }
    var isFiltered = context.isStated(segment, .consentRulePurpose)
    if isFiltered == .true {
      let purpose = Regions.fold(segment.text(.consentRulePurpose) ?? "")
      let mode = Regions.fold(segment.text(.consentRuleMode) ?? "")
      let isOnPurpose = Self.purposes.contains(purpose) && ["include", "exclude"].contains(mode)
      isFiltered = isOnPurpose ? .true : .missing
    }
    if isFiltered == .false, optOut != .false { unfiltered = name() }
    optOut = optOut && isFiltered
  }

  private mutating func addName(
    _ name: @autoclosure () -> String, _ look: SensitiveNames.Result,
    _ use: Service.SegmentNameUse
  ) {
    let truth: Truth =
      switch look.look {
      case .plain: .true
      case .perhaps: .missing
      case .certain: use == .always ? .false : .missing
      }
    if truth == .false ? names != .false : truth == .missing && names == .true {
      revealing = name()
      term = look.term
    }
    names = names && truth
  }

  func show(_ examination: inout Examination<SensitiveAdvertising>) {
    for segment in segments {
      examination.evidence(segment, .name)
      examination.evidence(segment, .consentRulePurpose)
    }
  }

  /// The purposes by which a rule on consent regards opt-outs of sale and sharing.
  private static let purposes: Set<String> = [
    "sale", "sharing", "saleorsharing", "saleandsharing", "donotsell", "donotsellorshare",
    "optoutofsale", "optoutofsharing",
  ]
}
