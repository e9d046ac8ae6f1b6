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
    let basis = context.isBasisStated(export, .explicitBasis)
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
  /// Whether the documents of the time call identifiers hashed.
  let hashed: Truth
  /// Whether no name that is sent along tells something sensitive.
  private(set) var names = Truth.true
  /// Whether the snapshot tells what is sent, where names are sent along.
  private(set) var areItemsKnown = true
  /// The segment with such a name, and the word.
  private(set) var revealing = ""
  private(set) var term = ""
  private var segments: [Segment] = []

  init(_ export: Export, _ service: Service, _ looks: SegmentLooks, _ context: AuditContext) {
    let day = context.clock.snapshotDay
    let since = service.further.isHashedSince ?? ""
    let isHashed = service.isHashed == true && day.map { $0 < since } != true
    hashed = isHashed ? .true : .missing
    let use = service.further.segmentNames.on(context.clock.snapshotTime)?.value ?? .never
    let items = ExportItems.known(export, context)
    if items.isEmpty { optOut = .missing }
    if use != .never, export[.items].known == nil { areItemsKnown = false }
    for item in items {
      if use != .never { addName(of: item, export, looks, use) }
      guard item.kind == .segment else {
        // Whole tables hold everybody; whether that includes people who opted out isn't told.
        optOut = optOut && .missing
        continue
      }
      let segment = item.segment
      if let segment { segments.append(segment) }
      addRule(of: segment, item.name.map(export.text) ?? "", context)
    }
    if !areItemsKnown { names = names && .missing }
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
      let value = Regions.fold(segment.text(.consentRuleValue) ?? "")
      isFiltered = Self.isFiltered(purpose, mode, value)
    }
    if isFiltered == .false, optOut != .false { unfiltered = name() }
    optOut = optOut && isFiltered
  }

  /// Whether a rule lets nobody through who opted out of sale and sharing.
  private static func isFiltered(_ purpose: String, _ mode: String, _ value: String) -> Truth {
    let isOnPurpose = purposes.contains(purpose)
    // Who agrees to a purpose such as "do not sell" may mean either.
    guard isOnPurpose || optOuts.contains(purpose) else { return .missing }
    switch (mode, value) {
    case ("exclude", "optedout"): return .true
    case ("include", "optedin"): return isOnPurpose ? .true : .missing
    case ("include", "optedout"), ("exclude", "optedin"): return isOnPurpose ? .false : .missing
    default: return .missing
    }
  }

  private mutating func addName(
    of item: ExportItems.Item, _ export: Export, _ looks: SegmentLooks,
    _ use: Service.SegmentNameUse
  ) {
    if item.kind != nil, item.kind != .segment { return }
    guard let identifier = item.name, !export.snapshot.isBlank(identifier) else {
      areItemsKnown = false
      return
    }
    let segment = item.segment
    let result = segment.map(looks.look) ?? SensitiveNames.look(at: export.text(identifier))
    let truth: Truth =
      switch result.look {
      case .plain: .true
      case .perhaps: .missing
      case .certain: use == .always && item.kind == .segment ? .false : .missing
      }
    if truth == .false ? names != .false : truth == .missing && names == .true {
      revealing = segment?.name(.displayName) ?? export.text(identifier)
      term = result.term
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
    "sale", "sharing", "saleorsharing", "saleandsharing",
  ]
  /// Purposes to which those agree who opt out.
  private static let optOuts: Set<String> = [
    "donotsell", "donotsellorshare", "optoutofsale", "optoutofsharing",
  ]
}
