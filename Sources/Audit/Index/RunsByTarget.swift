import Concurrency
public import Model

/// The runs of each export and enrichment, with what rules ask of them most often side by side.
///
/// The runs of one export lie far apart in a snapshot, and each look at one of them waits for memory
/// several times; here a rule reads them one after the other.
public struct RunsByTarget: Sendable {
  /// A run as most rules see it, in 16 bytes.
  public struct Entry: BitwiseCopyable, Sendable {
    /// When the run started in microseconds, if that is exact.
    private let microseconds: Int64
    /// The row of the run.
    public let row: Int32
    /// The status, if it can be read.
    public let status: RunStatus?
    /// Whether a schedule started it.
    public let isScheduled: Truth
    private let isExact: Bool

    init(_ run: Run, _ clock: AuditClock) {
      let start = run.start(clock)
      isExact = start.earliest == start.latest
      microseconds = start.earliest
      row = Int32(run.row)
      status = run[.status].known
      isScheduled = run[.submissionKind].known.map { Truth($0 == .scheduled) } ?? .missing
    }

    /// When the run may have started: as recorded, else between its queueing and its end.
    public func start(_ context: AuditContext) -> TimeSpan {
      start(context.snapshot, context.clock)
    }

    func start(_ snapshot: Snapshot, _ clock: AuditClock) -> TimeSpan {
      isExact ? TimeSpan(microseconds) : Run(snapshot, Int(row)).start(clock)
    }

    /// Whether the run may have sent something: it was not skipped and did not wait in vain.
    public var mayHaveSent: Bool { RunStatus.mayHaveSent(status) }
  }

  /// A number of records that some source recorded, in 24 bytes.
  struct Recorded: BitwiseCopyable, Sendable {
    /// The row of the run; -1: there is none.
    let row: Int32
    private let hasTime: Bool
    private let isDayOnly: Bool
    private let isZoneAssumed: Bool
    private let microseconds: Int64
    /// The number; -1: it can't be read.
    private let number: Int

    /// A number; without a row, none.
    fileprivate init(row: Int32 = -1, count: Int? = 0, time: Instant? = nil) {
      self.row = row
      number = count ?? -1
      hasTime = time != nil
      isDayOnly = time?.isDayOnly ?? false
      isZoneAssumed = time?.isZoneAssumed ?? false
      microseconds = time?.microseconds ?? 0
    }

    /// The number; `nil` if there is one that can't be read.
    var count: Int? { number < 0 ? nil : number }

    /// When the run started or, if that is not known, ended.
    var time: Instant? {
      guard hasTime else { return nil }
      return Instant(
        microseconds: microseconds, isDayOnly: isDayOnly, isZoneAssumed: isZoneAssumed)
    }

    /// Whether two numbers give the same size of the same time.
    fileprivate func isLike(_ other: Recorded) -> Bool {
      (row < 0) == (other.row < 0) && number == other.number && time == other.time
    }

    /// Whether the number counts in the place of one from an earlier row.
    fileprivate func replaces(_ earlier: Recorded) -> Bool {
      !earlier.hasTime || hasTime && microseconds >= earlier.microseconds
    }
  }

  private let groups: RowGroups
  private let entries: FixedList<Entry>
  /// The latest recorded number of records, by the number of its target.
  private let latest: FixedList<Recorded>
  /// All that may be the latest number where runs stand twice and contradict each other.
  private let contested: [Int32: [Recorded]]
  /// The most numbers that may be the latest of one target.
  let mostChoices: Int
  private let repeated: RepeatedRuns
  /// The numbered target of each run; negative: none.
  private let targets: FixedList<Int32>
  private let namelessRows: FixedList<Int32>

  /// What stands for the number of a target that a run doesn't tell; -1: it names no record.
  private static let untold: Int32 = -2

  init(_ snapshot: Snapshot, _ index: SnapshotIndex, _ clock: AuditClock, threads: Int) {
    let targets = snapshot.table(.runs).identifiers(of: "targetId")
    let parts = stride(from: 0, to: targets.count, by: 65_536).map {
      $0..<min($0 + 65_536, targets.count)
    }
    let numbers = [Int32](unsafeUninitializedCapacity: targets.count) { memory, count in
      let target = Places(memory)
      parts.concurrentForEach(width: threads) { part in
        for row in part {
          target.put(targets[row].map(index.number) ?? Self.untold, at: row)
        }
      }
      count = targets.count
    }
    let ((groups, places), latest) = concurrently(width: threads) {
      var places = numbers
      let groups = RowGroups(&places)
      return (groups, places)
    } _: {
      FixedList(Self.latestRecorded(snapshot, numbers, clock))
    }
    self.groups = groups
    self.latest = latest
    let repeated = RepeatedRuns(index.duplicates)
    self.repeated = repeated
    contested = Self.contested(snapshot, repeated, numbers, groups, clock)
    mostChoices = contested.values.reduce(1) { max($0, $1.count) }
    self.targets = FixedList(numbers)
    namelessRows = FixedList(
      numbers.indices.filter { numbers[$0] == Self.untold }.map(Int32.init))
    entries = FixedList(count: groups.allRows.count) { memory in
      let target = Places(memory)
      parts.concurrentForEach(width: threads) { part in
        for first in stride(from: part.lowerBound, to: part.upperBound, by: Self.batchCount) {
          let batch = first..<min(first + Self.batchCount, part.upperBound)
          Self.fill(target.memory, places[batch], snapshot, clock)
        }
      }
    }
  }

  private static let batchCount = 256

  /// Writes the entries of some runs to their places.
  ///
  /// Runs are read in their order, which is that of memory. Their places lie anywhere, and a write
  /// there waits for memory; nothing else is written in between, so that the waits overlap.
  private static func fill(
    _ entries: UnsafeMutableBufferPointer<Entry>, _ places: ArraySlice<Int32>,
    _ snapshot: Snapshot, _ clock: AuditClock
  ) {
    withUnsafeTemporaryAllocation(of: Entry.self, capacity: places.count) { read in
      for (position, row) in places.indices.enumerated() {
        read.initializeElement(at: position, to: Entry(Run(snapshot, row), clock))
      }
      for (position, place) in places.enumerated() where place >= 0 {
        entries.initializeElement(at: Int(place), to: read[position])
      }
    }
  }

  /// The latest recorded number of records of each numbered target.
  private static func latestRecorded(
    _ snapshot: Snapshot, _ targets: [Int32], _ clock: AuditClock
  ) -> [Recorded] {
    let count = max(Int(targets.max() ?? -1) + 1, 0)
    var latest = [Recorded](repeating: Recorded(), count: count)
    for (row, target) in targets.enumerated() where target >= 0 {
      let recorded = Recorded(Run(snapshot, row), clock)
      if recorded.row >= 0, recorded.replaces(latest[Int(target)]) {
        latest[Int(target)] = recorded
      }
    }
    return latest
  }

  /// The numbers that may be the latest of their target, where it depends on which of several records
  /// with one id is right.
  private static func contested(
    _ snapshot: Snapshot, _ repeated: RepeatedRuns, _ targets: [Int32], _ groups: RowGroups,
    _ clock: AuditClock
  ) -> [Int32: [Recorded]] {
    var contested: [Int32: [Recorded]] = [:]
    for target in Set(repeated.rows.map { targets[Int($0)] }) where target >= 0 {
      let different = Self.latest(
        groups[target].map { Run(snapshot, Int($0)) }, repeated, clock)
      if different.count > 1 { contested[target] = different }
    }
    return contested
  }

  /// The numbers that may be the latest of some runs of one target; without a row, that there is none.
  ///
  /// Whatever is right, the latest number isn't older than the oldest that each id has for certain.
  private static func latest(
    _ runs: [Run], _ repeated: RepeatedRuns, _ clock: AuditClock
  ) -> [Recorded] {
    var certain = Recorded()
    var perhaps: [Recorded] = []
    var oldest: [Int: (recorded: Recorded, count: Int)] = [:]
    for run in runs {
      let recorded = Recorded(run, clock)
      guard recorded.row >= 0 else { continue }
      guard let number = repeated.number(of: recorded.row) else {
        if recorded.replaces(certain) { certain = recorded }
        continue
      }
      perhaps.append(recorded)
      let known = oldest[number]
      let isOldest = known.map { !recorded.replaces($0.recorded) } ?? true
      oldest[number] = (
        isOldest ? recorded : known?.recorded ?? recorded, (known?.count ?? 0) + 1
      )
    }
    // The newest of them is enough: what replaces it replaces the others.
    let surely = oldest.reduce(into: Recorded()) { newest, known in
      let isSure = known.value.count == repeated.count(of: known.key)
      let recorded = known.value.recorded
      if isSure, recorded.replaces(newest) { newest = recorded }
    }
    var found = perhaps.filter { $0.replaces(certain) && $0.replaces(surely) }
    if certain.replaces(surely) { found.append(certain) }
    var different: [Recorded] = []
    for recorded in found where !different.contains(where: recorded.isLike) {
      different.append(recorded)
      // More are not tried.
      if different.count > AuditContext.variantLimit { break }
    }
    return different
  }

  /// The runs of a numbered target, in the order of the snapshot; none of a negative number.
  subscript(_ number: Int32) -> FixedSlice<Entry> { entries[groups.range(of: number)] }

  /// The rows of the runs that don't tell what ran.
  var nameless: FixedSlice<Int32> { namelessRows[0..<namelessRows.count] }

  /// The rows of the runs of a numbered target.
  func rows(of number: Int32) -> FixedSlice<Int32> { groups[number] }

  /// The number of records of a numbered target's latest run that has one from some source and that
  /// `counts`; where that depends on which of several records with one id is right, one choice after the
  /// other, and how many there are.
  ///
  /// Complexity: constant where the latest run counts, else linear in the runs of the target.
  func latestRecorded(
    of number: Int32, choice: Int, _ snapshot: Snapshot, _ clock: AuditClock,
    where counts: (Run) -> Bool
  ) -> (recorded: Recorded?, choices: Int) {
    guard number >= 0, Int(number) < latest.count else { return (nil, 1) }
    func isKept(_ recorded: Recorded) -> Bool {
      recorded.row < 0 || counts(Run(snapshot, Int(recorded.row)))
    }
    var choices = contested.isEmpty ? nil : contested[number]
    if choices == nil {
      let only = latest[Int(number)]
      if isKept(only) { return (only.row < 0 ? nil : only, 1) }
    }
    if choices?.allSatisfy(isKept) != true {
      choices = Self.latest(
        groups[number].map { Run(snapshot, Int($0)) }.filter(counts), repeated, clock)
    }
    guard let choices, !choices.isEmpty else { return (nil, 1) }
    let recorded = choices[min(choice, choices.count - 1)]
    return (recorded.row < 0 ? nil : recorded, choices.count)
  }

  /// The numbered target of a run; negative: it names none.
  func target(ofRun row: Int) -> Int32 { targets[row] }
}

extension RunsByTarget.Recorded {
  /// The number of a run; without a row if none was recorded that tells what the export sends: one that
  /// failed has not sent all of it, one of the future none, and one of something else other things.
  fileprivate init(_ run: Run, _ clock: AuditClock) {
    let field = run[.recordCount]
    guard run[.recordCountSource].known == .recorded, field.known != nil || field.isUnreadable,
      run.mayHaveSentAll, run[.targetKind].known ?? .export == .export,
      !clock.isAhead(run[.startUtc])
    else {
      self.init()
      return
    }
    let count = field.known
    self.init(
      row: Int32(run.row), count: count, time: run[.startUtc].known ?? run[.endUtc].known)
  }
}

extension Run {
  /// Whether the run may have sent all that it was to send: it succeeded, or nobody recorded its status.
  fileprivate var mayHaveSentAll: Bool {
    switch self[.status] {
    case .value(let status): status == .successful
    case .absent, .null: true
    case .unreadable: false
    }
  }
}

extension RunStatus {
  /// Whether a run of a status, or without one that can be read, may have sent something.
  static func mayHaveSent(_ status: RunStatus?) -> Bool {
    switch status {
    case .skipped?, .queued?, .notStarted?: false
    default: true
    }
  }
}
