import Model

/// DQ-05: the snapshot is complete, fresh and proven.
struct ProvenSections: Rule {
  enum Clause: String, CaseIterable, Sendable {
    /// The section is there, or no chosen rule needs it.
    case present
    /// The collection says who collected the snapshot, when and with what.
    case collector
    /// The snapshot is young enough.
    case fresh
    /// Each source of the section states its address, digest, count and completeness.
    case stated
    /// The section holds everything that exists.
    case complete
    /// The section has as many records as its sources.
    case counted
    /// The digest of a source that was read is the one that is claimed.
    case digest
    /// The logs cover their period without a gap.
    case covered
  }

  enum Reason: String, CaseIterable, Sendable {
    case noManifest = "no-manifest"
    case noCollector = "no-collector"
    case stale
    case asOfMissing = "as-of-missing"
    case collectionTimeUnknown = "collection-time-unknown"
    case sectionMissing = "section-missing"
    case noSource = "no-source"
    case noAddress = "no-address"
    case noDigest = "no-digest"
    case digestMalformed = "digest-malformed"
    case digestDiffers = "digest-differs"
    case noCount = "no-count"
    case countDiffers = "count-differs"
    case completenessNotStated = "completeness-not-stated"
    case incomplete
    case windowStartMissing = "window-start-missing"
    case windowEndMissing = "window-end-missing"
    case windowGap = "window-gap"
    case windowEndsEarly = "window-ends-early"
    case sourceKindUnknown = "source-kind-unknown"
  }

  static let description = RuleDescription(
    "DQ-05", group: .integrity, severity: .high, subject: .section, sections: [.collection],
    clauses: clauseNames, impossible: [.notApplicable],
    controls: [
      ControlMapping(.gdpr, ["5(2)", "24", "30(4)"]),
      ControlMapping(.iso27701, ["A.7.2.8", "6.15.2"]),
      ControlMapping(.iso27001, ["A.5.28", "A.5.33", "A.5.35", "A.8.15"]),
      ControlMapping(.nistPrivacy, ["GV.MT-P1", "CM.AW-P6"]),
      ControlMapping(.nist80053, ["AU-6", "AU-9", "AU-10", "CA-7", "SI-7"]),
      ControlMapping(.soc2, ["CC2.1", "CC4.1", "PI1.2"]),
      ControlMapping(.ccpa, ["11 CCR 7101"]),
    ],
    parameters: [RuleParameter("maxAgeDays", 30, in: 0...3650, .days), .logEnd])
  /// Every section, the collection itself included.
  static let population = Population.sections

  private let maxAgeDays: Int
  private var needed: Set<Section> = []

  /// The rule with the allowed age of a run.
  init(_ description: RuleDescription) {
    maxAgeDays = Int(description.value("maxAgeDays"))
  }

  /// Gathers the sections without which a chosen rule says that it doesn't know.
  mutating func prepare(for context: AuditContext, among rules: [RuleDescription]) {
    needed = Self.sections(neededBy: rules)
    // Asked about the snapshot alone, the rule answers for all shipped rules.
    if needed.isEmpty { needed = Self.sections(neededBy: RuleRegistry.descriptions) }
  }

  private static func sections(neededBy rules: [RuleDescription]) -> Set<Section> {
    Set(
      rules.filter { ![.record, .identifier, .section].contains($0.subject) }
        .flatMap(\.sections))
  }

  /// The collection is judged by what it says of itself, each other section by its sources.
  func judge(_ subject: SubjectRecord, _ examination: inout Examination<Self>) -> Verdict {
    subject.section == .collection
      ? judgeCollection(&examination) : judgeSection(subject.section, &examination)
  }

  private func judgeCollection(_ examination: inout Examination<Self>) -> Verdict {
    let context = examination.context
    let collection = context.snapshot.rows(CollectionRecord.self).first
    guard examination.clause(.present, collection != nil) == .true, let collection else {
      return examination.fail(.noManifest)
    }
    examination.evidence(collection, .collectedBy)
    examination.evidence(collection, .collectedUtc)
    examination.evidence(collection, .tool)
    examination.evidence(collection, .toolVersion)
    let isStated =
      collection.hasName(.collectedBy) && collection.hasName(.tool)
      && collection.hasName(.toolVersion) && collection[.collectedUtc].known != nil
    let collector = examination.clause(.collector, isStated)
    let age = SnapshotAge(collection, context)
    if let days = age.days { examination.evidence(.age, .days(days), at: collection.pointer) }
    let fresh = examination.clause(.fresh, age.isWithin(days: maxAgeDays))
    if collector != .true { return examination.fail(.noCollector) }
    switch fresh {
    case .true: return examination.pass()
    case .false:
      return examination.fail(
        .stale, ["days": .integer(age.days ?? 0), "limit": .days(maxAgeDays)])
    case .missing:
      return examination.unknown(
        context.clock.asOf == nil ? .asOfMissing : .collectionTimeUnknown)
    }
  }

  private func judgeSection(
    _ section: Section, _ examination: inout Examination<Self>
  ) -> Verdict {
    let context = examination.context
    let name = MessageValue.code(section.name)
    let isPresent = context.coverage.isPresent(section)
    let isNeeded = needed.contains(section)
    guard examination.clause(.present, isPresent || !isNeeded) == .true else {
      return examination.fail(.sectionMissing, ["section": name])
    }
    guard isPresent else {
      examination.note(.sectionNotNeeded)
      return examination.pass()
    }
    let provenance = Provenance(section, context)
    provenance.show(&examination)
    let parts: [(Clause, Provenance.Part)] = [
      (.stated, provenance.stated), (.complete, provenance.complete),
      (.counted, provenance.counted), (.digest, provenance.digest),
      (.covered, provenance.covered),
    ]
    var failure: Provenance.Part?
    var doubt: Provenance.Part?
    for (clause, part) in parts {
      switch examination.clause(clause, part.truth) {
      case .false: failure = failure ?? part
      case .missing: doubt = doubt ?? part
      case .true: break
      }
    }
    lazy var arguments: KeyValuePairs<String, MessageValue> = [
      "section": name, "count": .integer(provenance.recordCount),
      "claimed": .integer(provenance.claimedCount),
    ]
    if let failure { return examination.fail(failure.reason, arguments) }
    if let doubt { return examination.unknown(doubt.reason, arguments) }
    return examination.pass()
  }
}

/// How old the snapshot is at the time of the audit.
private struct SnapshotAge {
  private var length: TimeSpan?

  init(_ collection: CollectionRecord, _ context: AuditContext) {
    // Without an as-of time nobody has said what time it is now.
    guard let now = context.clock.asOf.map(context.clock.span),
      let collected = collection[.collectedUtc].known.map(context.clock.span)
    else { return }
    length = TimeSpan(
      earliest: now.earliest - collected.latest, latest: now.latest - collected.earliest)
  }

  var days: Int? { length.map { Int(max(0, $0.earliest) / Instant.day) } }

  func isWithin(days: Int) -> Truth {
    length.map { $0 <= TimeSpan(Int64(days) * Instant.day) } ?? .missing
  }
}
