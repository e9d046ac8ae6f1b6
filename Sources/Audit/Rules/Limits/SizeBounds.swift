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
    let isAccounts: Bool
    if let base = segment[.base].known {
      isAccounts = base == .account
    } else {
      let environment = context.environment
      isAccounts = environment?[.audience].known == .businesses
    }
    self.init(
      lower: members, upper: isAccounts ? nil : members, doubt: isAccounts ? .accounts : nil,
      counted: segment[.countedUtc].known)
  }

  /// The size of an export: what its latest run recorded, otherwise what its items add up to.
  init(_ items: ExportItems?, recorded: RecordedCount?, _ context: AuditContext) {
    if let recorded {
      self.init(lower: recorded.count, upper: recorded.count, counted: recorded.time)
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
  /// The number.
  var count: Int
  /// When the run started or, if that is not known, ended.
  var time: Instant?
  /// The run.
  var run: Run

  /// The number of an export; `nil` if no run has one that some source recorded.
  init?(_ export: Export, _ context: AuditContext) {
    guard let identifier = export[.exportId].known,
      let latest = context.latestRecorded(of: identifier)
    else { return nil }
    run = Run(context.snapshot, Int(latest.row))
    count = latest.count
    time = latest.time
  }
}
