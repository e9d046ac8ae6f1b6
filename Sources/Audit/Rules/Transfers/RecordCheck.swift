import Model

/// The records of processing of one connection beside the purposes that it serves.
struct RecordCheck {
  /// Whether every purpose has a record.
  private(set) var recorded = Truth.true
  /// The first purpose without one.
  private(set) var purpose = ""
  /// Whether every purpose has a record with all of its fields.
  private(set) var filled = Truth.true
  /// The first field that is empty, or isn't known.
  private(set) var emptyField = ""
  private let records: [TransferRecord]
  /// Whether the register may have a record of the connection that can't be seen.
  private let mayBeMore: Bool
  private unowned(unsafe) let context: AuditContext

  /// A use without a purpose of its own serves that of the connection.
  init(
    _ connection: Connection, _ records: [TransferRecord], mayBeMore: Bool,
    _ context: AuditContext
  ) {
    self.records = records
    self.mayBeMore = mayBeMore
    self.context = context
    guard !records.isEmpty else {
      let isNamed = connection[.connectionId].known != nil
      recorded = isNamed && !mayBeMore ? .false : .missing
      return
    }
    let own = connection.text(.purpose)
    var purposes: [String?] = []
    if let identifier = connection[.connectionId].known {
      for export in context.exports(of: identifier)
      where !context.clock.hasCome(export[.removedUtc]) {
        purposes.append(export[.purpose].isUnreadable ? nil : export.text(.purpose) ?? own)
      }
      for enrichment in context.enrichments(of: identifier)
      where !context.clock.hasCome(enrichment[.removedUtc]) {
        purposes.append(
          enrichment[.purpose].isUnreadable ? nil : enrichment.text(.purpose) ?? own)
      }
    }
    for served in purposes.isEmpty ? [own] : purposes { add(served) }
    // What may use the connection as well may serve another purpose.
    if context.unattributedItems(of: connection)?.mayBeActive != false {
      recorded = recorded && .missing
    }
  }

  private mutating func add(_ served: String?) {
    guard let served, !served.isWordless else {
      recorded = recorded && .missing
      return
    }
    let name = Regions.fold(served)
    var best: Filling?
    var mayMatch = false
    for record in records {
      switch record[.purpose] {
      case .value(let purpose) where Regions.fold(context.snapshot.text(purpose)) == name:
        let filling = filling(of: record)
        if best.map({ filling.isBetter(than: $0) }) ?? true { best = filling }
      case .value, .null: break
      case .absent, .unreadable: mayMatch = mayMatch || filling(of: record).truth != .false
      }
    }
    let doubt: Truth = mayBeMore || mayMatch ? .missing : .false
    guard let best else {
      if doubt == .false, recorded != .false { purpose = served }
      recorded = recorded && doubt
      return
    }
    // Another record may be the complete one.
    let truth = best.truth || (best.truth == .false ? doubt : .false)
    if truth == .false ? filled != .false : truth == .missing && filled == .true {
      emptyField = best.field
    }
    filled = filled && truth
  }

  /// How far a record has all of its fields.
  private struct Filling {
    var truth = Truth.true
    /// The first field that is empty or, if none is, that isn't known.
    var field = ""

    mutating func add(_ name: String, _ other: Truth) {
      if other == .false ? truth != .false : other == .missing && truth == .true { field = name }
      truth = truth && other
    }

    func isBetter(than other: Filling) -> Bool {
      truth != other.truth && (truth == .true || other.truth == .false)
    }
  }

  private func filling(of record: TransferRecord) -> Filling {
    var filling = Filling()
    filling.add("recipient", context.isStated(record, .recipient))
    filling.add("categories", context.isStated(record, .categories))
    filling.add("subjects", context.isStated(record, .subjects))
    filling.add("transferMechanism", context.isStated(record, .transferMechanism))
    filling.add("retention", context.isStated(record, .retention))
    return filling
  }

  func show(_ examination: inout Examination<TransferRecorded>) {
    for record in records { examination.evidence(record, .transferRecordId) }
  }
}

/// Whether the disclosures of a connection can be rebuilt from its runs and what they sent.
struct Disclosures {
  /// How many runs lack their time, their number or their fields.
  private(set) var incompleteCount = 0
  /// Whether some numbers are derived from segments.
  private(set) var hasDerivedCounts = false
  /// Whether no run lacks anything; missing also where the log may lack runs.
  var areComplete: Truth {
    incompleteCount > 0 || !isLogComplete || mayHaveOthers ? .missing : .true
  }
  private let isLogComplete: Bool
  /// Whether runs of exports and enrichments that nobody recorded may belong to the connection.
  private let mayHaveOthers: Bool

  init(_ connection: Connection, _ identifier: Identifier, _ context: AuditContext) {
    isLogComplete = context.coverage.isComplete(.runs)
    mayHaveOthers = context.unattributedItems(of: connection)?.ran != false
    for export in context.exports(of: identifier) {
      let fields = [export[.mapping].known, export[.fields].known]
      add(export[.exportId].known, fields.contains { $0?.isEmpty == false }, context)
    }
    for enrichment in context.enrichments(of: identifier) {
      add(
        enrichment[.enrichmentId].known, enrichment[.mapping].known?.isEmpty == false, context)
    }
  }

  private mutating func add(
    _ target: Identifier?, _ areFieldsKnown: Bool, _ context: AuditContext
  ) {
    guard let target else { return }
    for run in context.runs(of: target) where run.mayHaveSent {
      let isTold = run[.startUtc].known != nil && run[.recordCount].known != nil
      if !isTold || !areFieldsKnown { incompleteCount += 1 }
      if run[.recordCountSource].known == .derived { hasDerivedCounts = true }
    }
  }
}
