import Model

/// The size of an export and the limit that it has to keep.
struct SizeQuestion {
  /// What is sent; `nil` if the snapshot doesn't tell.
  let items: ExportItems?
  /// What the latest run recorded.
  let recorded: RecordedCount?
  /// The limit; `nil` if there is none.
  let limit: LimitInForce?
  /// A contract that may set another limit, which nobody can read; `nil` if there is none.
  let unclearContract: UnclearContract?
  /// The size in the limit's scope.
  let size: SizeBounds
  /// The size without exports whose account is not known.
  private let known: SizeBounds
  /// The other exports that count in a total, by their rows.
  private var others: [Int] = []
  private let export: Export
  private unowned(unsafe) let context: AuditContext

  init(
    _ export: Export, _ connection: Connection, _ service: Service, _ totals: TotalsByChoice,
    _ agreed: AgreedLimits, _ context: AuditContext
  ) {
    self.export = export
    self.context = context
    items = ExportItems(export, context)
    recorded = RecordedCount(export, context)
    let own = SizeBounds(items, recorded: recorded, context)
    let contracts = ContractLimit.concerning(
      connection, at: own.counted ?? context.clock.collected, context)
    limit = LimitInForce.of(
      export, connection, service, agreed, contracts, at: own.counted, context)
    unclearContract = UnclearContract(export, contracts)
    switch limit?.scope {
    case .perSegment?:
      size = Self.largest(items, recorded, context)
      known = size
    case .total? where export.mayCount(context.clock):
      let total = totals.total(of: connection, service, context)
      var size = total.size
      size.counted = own.counted
      // Even if it isn't active, what it sends itself has to keep the limit.
      size.lower = max(size.lower, own.lower)
      known = size
      size.upper = SizeBounds.sum(size.upper, total.possible)
      self.size = size
      others = total.rows
    case .total?, .perExport?, .unstated?, nil:
      size = own
      known = own
    }
  }

  /// Whether a contract or the documents state a maximum.
  var isLimited: Bool { limit != nil || unclearContract != nil }

  /// Whether the size is above the maximum.
  ///
  /// A contract that can't be read may allow more than the documents, but does not lift the maximum
  /// of another contract.
  var exceeds: Truth {
    guard let limit else { return .missing }
    let isAbove = size.exceeds(limit.maximum)
    guard unclearContract != nil else { return isAbove }
    return limit.isContract && isAbove == .true ? .true : .missing
  }

  /// The other exports that count in a total.
  private var otherExports: [Export] {
    others.filter { $0 != export.row }.map { Export(context.snapshot, $0) }
  }

  /// The segments that add up to the size.
  var segments: [Segment] {
    var segments = items?.segments ?? []
    for other in otherExports {
      segments += ExportItems.known(other, context).segments
    }
    return segments
  }

  /// What keeps it open whether the size is above a number.
  func doubt(above number: Int) -> SizeBounds.Doubt? {
    // What is known of the account may itself be too vague.
    known.upper == size.upper || known.exceeds(number) == .missing ? known.doubt : .otherExports
  }

  /// The size of the largest segment.
  ///
  /// What a run recorded is the size of the whole export, and so of a segment only if there is one.
  private static func largest(
    _ items: ExportItems?, _ recorded: RecordedCount?, _ context: AuditContext
  ) -> SizeBounds {
    guard let items, items.count != 1 || recorded == nil else {
      return SizeBounds(items, recorded: recorded, context)
    }
    var largest = SizeBounds()
    for item in items {
      let size = SizeBounds(item, context)
      largest.lower = max(largest.lower, size.lower)
      largest.upper = largest.upper.flatMap { upper in size.upper.map { max(upper, $0) } }
      if let doubt = size.doubt { largest.raise(doubt) }
      if let time = size.counted { largest.counted = max(largest.counted ?? time, time) }
    }
    return largest
  }

  /// Shows the counts, the limit and where both come from.
  func show<Examined: Rule>(_ examination: inout Examination<Examined>) {
    guard examination.isRecording else { return }
    if let recorded {
      examination.evidence(recorded.run, .recordCount)
      examination.evidence(recorded.run, .startUtc)
    } else {
      items?.show(&examination, of: export)
      for segment in segments {
        examination.evidence(segment, .members)
        examination.evidence(segment, .countedUtc)
      }
    }
    for other in otherExports {
      examination.evidence(
        .otherExport, .text(other.name(.displayName) ?? other.text(.exportId) ?? ""),
        at: other.pointer)
    }
    if let unclearContract {
      examination.evidence(
        .contract, .code(unclearContract.source), at: unclearContract.pointer)
    }
    guard let limit else { return }
    examination.evidence(.sizeAtLeast, .integer(size.lower))
    examination.evidence(.sizeAtMost, size.upper.map { .integer($0) })
    examination.evidence(.maximum, .integer(limit.maximum))
    if let other = limit.otherMaximum { examination.evidence(.otherMaximum, .integer(other)) }
    examination.evidence(.limitScope, .message(Message("scope.\(limit.scope.rawValue)")))
    examination.evidence(limit.isContract ? .contract : .document, .code(limit.source))
    if let place = limit.place { examination.evidence(.setIn, .code(place)) }
    if limit.maximum > 0 {
      examination.evidence(.share, .share(atMost: Double(size.lower) / Double(limit.maximum)))
    }
    if limit.isScopeUnstated { examination.note(.scopeUnstated) }
    if limit.isNewest { examination.note(.newestFacts) }
    if recorded?.count != nil { examination.note(.recordedByRun) }
  }
}
