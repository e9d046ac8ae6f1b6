import Model

/// What is known of the number of profiles that are sent: at least and at most.
///
/// Segments may overlap, so several of them are at least as large as the largest and at most as
/// large as all together.
struct SizeBounds {
  /// What keeps a size from being exact.
  enum Doubt: Int, Comparable {
    /// Segments may share members.
    case overlap
    /// A count is not known.
    case countMissing
    /// The count shows accounts, of which each may stand for several contacts.
    case accounts
    /// Exports to the same account may exist that the snapshot doesn't show as such.
    case otherExports

    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  /// The smallest possible number.
  var lower = 0
  /// The largest possible number; `nil`: not known.
  var upper: Int? = 0
  /// The strongest doubt; `nil` if the number is exact.
  var doubt: Doubt?
  /// When the newest of the counts was taken.
  var counted: Instant?

  /// Adds the size of something that may share members with the rest.
  mutating func add(_ other: SizeBounds) {
    if lower > 0 || upper ?? 1 > 0, other.lower > 0 || other.upper ?? 1 > 0 { raise(.overlap) }
    lower = max(lower, other.lower)
    upper = Self.sum(upper, other.upper)
    if let doubt = other.doubt { raise(doubt) }
    if let time = other.counted { counted = max(counted ?? time, time) }
  }

  /// The sum of two upper bounds; `nil` where one is not known, or the sum is too large.
  static func sum(_ left: Int?, _ right: Int?) -> Int? {
    guard let left, let right else { return nil }
    let (sum, isOver) = left.addingReportingOverflow(right)
    return isOver ? nil : sum
  }

  /// States a doubt; the strongest one is kept.
  mutating func raise(_ doubt: Doubt) { self.doubt = max(self.doubt ?? doubt, doubt) }

  /// Whether the number is above a limit.
  func exceeds(_ limit: Int) -> Truth {
    if lower > limit { return .true }
    return upper.map { $0 <= limit } ?? false ? .false : .missing
  }
}

extension SizeBounds {
  /// The size of one item.
  init(_ item: ExportItems.Item, _ context: AuditContext) {
    guard let segment = item.segment else {
      guard let rows = item.table?[.rowCount].known else {
        self.init(upper: nil, doubt: .countMissing)
        return
      }
      self.init(lower: rows, upper: rows)
      return
    }
    self.init(segment, context)
  }

  /// The size of a segment.
  init(_ segment: Segment, _ context: AuditContext) {
    // The time of a count that isn't there says nothing of the limit that decides.
    guard let members = segment[.members].known else {
      self.init(upper: nil, doubt: .countMissing)
      return
    }
    // A word that can't be read may be that for accounts.
    let doubt: Doubt?
    switch segment[.base] {
    case .value(let base): doubt = base == .account ? .accounts : nil
    case .unreadable: doubt = .countMissing
    case .absent, .null:
      switch context.environment?[.audience] {
      case .value(.businesses)?: doubt = .accounts
      case .unreadable?: doubt = .countMissing
      default: doubt = nil
      }
    }
    self.init(
      lower: members, upper: doubt == nil ? members : nil, doubt: doubt,
      counted: segment[.countedUtc].known)
  }

  /// The size of an export: what its latest run recorded, otherwise what its items add up to.
  init(_ items: ExportItems?, recorded: RecordedCount?, _ context: AuditContext) {
    if let recorded {
      self.init(
        lower: recorded.count ?? 0, upper: recorded.count,
        doubt: recorded.count == nil ? .countMissing : nil, counted: recorded.time)
      return
    }
    guard let items else {
      self.init(upper: nil, doubt: .countMissing)
      return
    }
    self.init()
    items.forEachDistinct(by: \.name) { add(SizeBounds($0, context)) }
  }
}

/// The number of records that the latest run with a recorded number sent.
struct RecordedCount {
  /// The number; `nil` if it can't be read.
  var count: Int?
  /// When the run started or, if that is not known, ended.
  var time: Instant?
  /// The run.
  var run: Run

  /// The number of an export; `nil` if no run has one that some source recorded.
  init?(_ export: Export, _ context: AuditContext) {
    guard let identifier = export[.exportId].known,
      let latest = context.latestRecorded(
        of: identifier, where: { $0.maySend(the: export, context) })
    else { return nil }
    run = Run(context.snapshot, Int(latest.row))
    count = latest.count
    time = latest.time
  }
}

extension Run {
  /// Whether what the run says to have sent are the items of its export; one that doesn't say may have
  /// sent them.
  fileprivate func maySend(the export: Export, _ context: AuditContext) -> Bool {
    guard let sent = self[.items].known, !sent.isEmpty,
      let items = ExportItems(export, context)
    else { return true }
    let names = sent.values(Identifier.self).filter { !$0.isNull }
    let wanted = items.map { item in
      item.name.map(text) ?? (item.kind == .customer ? "Customer" : nil)
    }
    guard names.allSatisfy({ $0.known != nil }), wanted.allSatisfy({ $0 != nil }) else {
      return false
    }
    return Set(names.compactMap { $0.known.map(text) }) == Set(wanted.compactMap(\.self))
  }
}
