import Model

/// What the collection says of where one section comes from.
struct Provenance {
  /// A part of the provenance with its reason, where it isn't in order.
  struct Part {
    var truth = Truth.true
    var reason: ProvenSections.Reason

    /// A part that is in order so far.
    init(_ reason: ProvenSections.Reason) { self.reason = reason }

    mutating func add(_ truth: Truth, _ reason: ProvenSections.Reason) {
      let isDecisive =
        truth == .false ? self.truth != .false : truth == .missing && self.truth == .true
      if isDecisive { self.reason = reason }
      self.truth = self.truth && truth
    }
  }

  var stated = Part(.noSource)
  var complete = Part(.incomplete)
  var counted = Part(.countDiffers)
  var digest = Part(.digestDiffers)
  var covered = Part(.windowGap)
  /// How many records the section has.
  let recordCount: Int
  /// How many records its sources claim together.
  private(set) var claimedCount = 0
  private var sources: [Source] = []
  private let pointer: RecordPointer?
  private let snapshot: Snapshot

  private struct Source {
    var address: Field<Identifier>
    var digest: Field<Identifier>
    var count: Field<Int>
    var isComplete: Field<Bool>
    var kind: SourceKind?
    var start: Instant?
    var end: Instant?
    var computedDigest: String?

    /// Whether the source is a log, as far as it says.
    var isLog: Truth {
      kind.map { Truth($0 == .azureMonitor || $0 == .logAnalytics) } ?? .missing
    }
  }

  init(_ section: Section, _ context: AuditContext) {
    snapshot = context.snapshot
    recordCount = snapshot.count(section)
    let collection = snapshot.rows(CollectionRecord.self).first
    pointer = collection?.pointer
    if let rows = collection?[.sources].known {
      for offset in 0..<rows.count {
        let name = rows.field(offset, "section", Identifier.self).known
        guard name.map(snapshot.text) == section.name else { continue }
        add(rows, offset, section)
      }
    }
    guard !sources.isEmpty else {
      stated.add(.false, .noSource)
      return
    }
    if sources.allSatisfy({ $0.count.known != nil }) {
      counted.add(Truth(claimedCount == recordCount), .countDiffers)
    }
    checkWindows(context)
  }

  private mutating func add(_ rows: ListRows, _ offset: Int, _ section: Section) {
    var source = Source(
      address: rows.field(offset, "uri", Identifier.self),
      digest: rows.field(offset, "sha256", Identifier.self),
      count: rows.field(offset, "recordCount", Int.self),
      isComplete: rows.field(offset, "complete", Bool.self),
      kind: rows.field(offset, "kind", SourceKind.self).known,
      start: rows.field(offset, "windowStartUtc", Instant.self).known,
      end: rows.field(offset, "windowEndUtc", Instant.self).known)
    let isAddressed = source.address.known.map { !snapshot.isBlank($0) } ?? false
    stated.add(Truth(isAddressed), .noAddress)
    stated.add(Truth(source.digest.known != nil), .noDigest)
    stated.add(Truth(source.count.known != nil), .noCount)
    stated.add(Truth(source.isComplete.known != nil), .completenessNotStated)
    if let isComplete = source.isComplete.known { complete.add(Truth(isComplete), .incomplete) }
    let (total, isOver) = claimedCount.addingReportingOverflow(source.count.known ?? 0)
    claimedCount = isOver ? .max : total
    if let claimed = source.digest.known.map(snapshot.text) {
      digest.add(Truth(Self.isDigest(claimed)), .digestMalformed)
      source.computedDigest = computedDigest(source, section)
      if let computed = source.computedDigest {
        digest.add(Truth(computed == claimed.lowercased()), .digestDiffers)
      }
    }
    sources.append(source)
  }

  /// The digest of the input file that the source's address names, if that is among the files read.
  private func computedDigest(_ source: Source, _ section: Section) -> String? {
    // An earlier snapshot may have had the same name.
    guard source.kind != .snapshot, let address = source.address.known.map(snapshot.text) else {
      return nil
    }
    let name = Self.lastPart(address)
    return snapshot.files.first { file in
      Self.lastPart(file.path) == name && (file.section == nil || file.section == section)
    }?.sha256
  }

  private static func lastPart(_ path: String) -> String {
    let name = path.split(whereSeparator: { $0 == "/" || $0 == "\\" || $0 == ":" }).last
    return name.map(String.init) ?? path
  }

  /// Whether a text is 64 hexadecimal digits, not all of them the same.
  private static func isDigest(_ text: String) -> Bool {
    text.utf8.count == 64 && text.allSatisfy { $0.isHexDigit && $0.isASCII } && Set(text).count > 1
  }

  /// Logs must say which period they cover, and together cover it without a gap, nearly up to the
  /// collection.
  private mutating func checkWindows(_ context: AuditContext) {
    var windows: [(start: TimeSpan, end: TimeSpan)] = []
    // What doesn't say that it is no log, or when it was kept, may fill a gap.
    var mayFillGaps = false
    for source in sources where source.isLog != .false {
      let isLog = source.isLog == .true
      guard let start = source.start, let end = source.end else {
        mayFillGaps = true
        if isLog {
          covered.add(source.start == nil ? .missing : .true, .windowStartMissing)
          covered.add(source.end == nil ? .missing : .true, .windowEndMissing)
        } else {
          covered.add(.missing, .sourceKindUnknown)
        }
        continue
      }
      let window = (start: context.clock.span(start), end: context.clock.span(end))
      let isOrdered = window.start <= window.end
      if !isLog { mayFillGaps = true }
      covered.add(
        isLog || isOrdered == .true ? isOrdered : .missing,
        isLog ? .windowGap : .sourceKindUnknown)
      windows.append(window)
    }
    windows.sort { ($0.start.earliest, $0.end.earliest) < ($1.start.earliest, $1.end.earliest) }
    var end = windows.first?.end
    for window in windows.dropFirst() {
      guard let reached = end else { break }
      let meets = window.start <= reached
      covered.add(meets == .false && mayFillGaps ? .missing : meets, .windowGap)
      if window.end.latest > reached.latest { end = window.end }
    }
    guard let end, let collected = context.clock.collected.map(context.clock.span),
      end.latest < collected.earliest - context.coverage.latestEnd
    else { return }
    // An imported log ends with its last event: nobody knows whether it was cut off or nothing ran.
    covered.add(.missing, .windowEndsEarly)
  }

  func show<Examined: Rule>(_ examination: inout Examination<Examined>) {
    guard examination.isRecording else { return }
    examination.evidence(.recordCount, .integer(recordCount))
    for source in sources {
      examination.evidence(
        .source, source.address.known.map { .code(snapshot.text($0)) }, at: pointer)
      examination.evidence(.claimedCount, source.count.known.map { .integer($0) }, at: pointer)
      examination.evidence(
        .claimedDigest, source.digest.known.map { .code(snapshot.text($0)) }, at: pointer)
      if let computed = source.computedDigest { examination.evidence(.digest, .code(computed)) }
      if let start = source.start {
        examination.evidence(.windowStart, .instant(start), at: pointer)
      }
      if let end = source.end { examination.evidence(.windowEnd, .instant(end), at: pointer) }
    }
  }
}
