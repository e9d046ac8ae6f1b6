import Concurrency
public import Model
import Synchronization

/// The facts that rules judge by: the snapshot, the catalogue, the clock and the indexes.
public final class AuditContext: Sendable {
  /// The snapshot.
  public let snapshot: Snapshot
  /// The destinations and enrichment services.
  public let catalogue: Catalogue
  /// The clock.
  public let clock: AuditClock
  /// Which sections are complete, and what their logs cover.
  public let coverage: Coverage
  /// The texts that no report may print.
  public let secrets: SecretTexts
  /// Which rows ids name.
  public let index: SnapshotIndex
  /// Clauses whose answers are replaced, to see what would follow.
  public let overrides: [ClauseOverride]
  let services: ServiceNames
  /// The first row of each table's name.
  private let tables: [String: Int]
  let exportTargets: ExportTargets
  let roleBook: RoleBook
  let credentials: CredentialReach
  let unattributedExports: UnattributedItems
  let unattributedEnrichments: UnattributedItems
  let strayExportRuns: Lazy<StrayRuns>
  let strayEnrichmentRuns: Lazy<StrayRuns>
  let namelessRuns: NamelessRuns
  let namelessSchedules: NamelessSchedules
  let accountTotals: AccountTotalsMemo
  /// How many threads may prepare a rule.
  let threads: Int
  /// The counts of all segments.
  let segmentCounts: SegmentCounts
  /// How each listed principal stands, by row.
  let standings: [Standing]
  let runsByTarget: RunsByTarget
  /// Which of several records with one id is taken.
  let variant: Int
  /// What was already judged; `nil` where ids name several records, and in shared contexts.
  let memo: VerdictMemo?
  /// How many records the most often used id had that was met since the last question.
  private let metDuplicates = Atomic(0)
  private let hasDuplicates: Bool

  /// The context of an audit; builds the indexes and looks for secrets, on several threads.
  ///
  /// Ages are judged at `asOf`; without it, at the time of collection.
  public init(
    _ snapshot: Snapshot, catalogue: Catalogue, asOf: Instant?, threads: Int = 1,
    override: ClauseOverride? = nil
  ) {
    self.snapshot = snapshot
    self.catalogue = catalogue
    self.threads = threads
    overrides = override.map { [$0] } ?? []
    clock = AuditClock(asOf: asOf, snapshot)
    coverage = Coverage(snapshot, isZoneSettled: clock.isZoneSettled)
    let indexClock = clock
    let (indexed, read) = concurrently(width: threads) {
      let index = SnapshotIndex(snapshot)
      return (index, RunsByTarget(snapshot, index, indexClock, threads: threads))
    } _: {
      (
        ServiceNames(snapshot, catalogue), SegmentCounts(snapshot), CredentialReach(snapshot),
        Self.secrets(snapshot, threads)
      )
    }
    (index, runsByTarget) = indexed
    (services, segmentCounts, credentials, secrets) = read
    exportTargets = ExportTargets(snapshot, index, services)
    let names = snapshot.rows(DataTable.self).compactMap { table in
      table.text(.name).map { ($0, table.row) }
    }
    tables = Dictionary(names) { first, _ in first }
    let book = RoleBook(snapshot: snapshot, index: index, clock: clock, coverage: coverage)
    roleBook = book
    unattributedExports = .exports(snapshot, index, runsByTarget, clock)
    unattributedEnrichments = .enrichments(snapshot, index, runsByTarget, clock)
    let (foundIndex, foundRuns) = indexed
    strayExportRuns = Lazy { .exports(snapshot, foundIndex, foundRuns, indexClock) }
    strayEnrichmentRuns = Lazy { .enrichments(snapshot, foundIndex, foundRuns, indexClock) }
    namelessRuns = NamelessRuns(snapshot, foundRuns, indexClock)
    namelessSchedules = NamelessSchedules(snapshot, indexClock)
    accountTotals = AccountTotalsMemo()
    standings = snapshot.rows(Principal.self).map(book.standing)
    variant = 0
    memo = nil
    hasDuplicates = index.duplicates.largestGroup > 1
  }

  private init(
    _ other: AuditContext, variant: Int = 0, overrides: [ClauseOverride]? = nil,
    coverage: Coverage? = nil
  ) {
    snapshot = other.snapshot
    catalogue = other.catalogue
    threads = other.threads
    clock = other.clock
    self.coverage = coverage ?? other.coverage
    index = other.index
    self.overrides = overrides ?? other.overrides
    services = other.services
    tables = other.tables
    exportTargets = other.exportTargets
    segmentCounts = other.segmentCounts
    secrets = other.secrets
    roleBook = other.roleBook
    credentials = other.credentials
    unattributedExports = other.unattributedExports
    unattributedEnrichments = other.unattributedEnrichments
    strayExportRuns = other.strayExportRuns
    strayEnrichmentRuns = other.strayEnrichmentRuns
    namelessRuns = other.namelessRuns
    namelessSchedules = other.namelessSchedules
    accountTotals = other.accountTotals
    standings = other.standings
    runsByTarget = other.runsByTarget
    self.variant = variant
    memo = other.hasDuplicates || overrides != nil ? nil : VerdictMemo()
    hasDuplicates = other.hasDuplicates
  }

  /// The same context for one thread: threads that count references to one object wait for each other.
  func twin() -> AuditContext { AuditContext(self, variant: variant) }

  /// The same context with the answers of some clauses replaced.
  func replacing(_ overrides: [ClauseOverride]) -> AuditContext {
    AuditContext(self, overrides: overrides)
  }

  /// The same context for a rule that allows logs to end some time before the collection.
  func allowing(logEnd: Int64) -> AuditContext {
    AuditContext(self, coverage: coverage.allowing(end: logEnd))
  }

  private static func secrets(_ snapshot: Snapshot, _ threads: Int) -> SecretTexts {
    let count = snapshot.texts.count
    let parts = stride(from: 0, to: count, by: 65_536).map { $0..<min($0 + 65_536, count) }
    let found = parts.concurrentMap(width: threads) { SecretTexts.scan(snapshot.texts, $0) }
    return SecretTexts(
      snapshot, shaped: found.reduce(into: [:]) { $0.merge($1) { first, _ in first } })
  }

  /// The most records with one id that are tried one after the other.
  static let variantLimit = 8

  /// A context for each choice among records with one id; one context where all ids are unique.
  ///
  /// Each thread takes its own, since contexts remember whether they met a duplicate.
  func variants() -> [AuditContext] {
    let count = max(index.duplicates.largestGroup, hasDuplicates ? runsByTarget.mostChoices : 1)
    return (0..<min(count, Self.variantLimit)).map { AuditContext(self, variant: $0) }
  }

  /// How many records the most often used id has that was met since the last call; 0 if every id
  /// was unique.
  func takeMetDuplicates() -> Int { metDuplicates.exchange(0, ordering: .relaxed) }

  /// Notes that the answer may depend on which of so many records is right.
  func meet(_ count: Int) { if count > 1 { metDuplicates.max(count, ordering: .relaxed) } }

  /// The row that stands for all records with the row's id, in this variant.
  func chosen(_ row: Int, in section: Section) -> Int {
    guard hasDuplicates, index.duplicates.exist(in: section),
      let key = snapshot.keys(of: section)[row],
      let rows = index.duplicates.rows(of: key, in: section)
    else { return row }
    meet(rows.count)
    return Int(rows[min(variant, rows.count - 1)])
  }

  /// Where some of the rows lost against another record with the same id: the others, in this
  /// variant.
  private func chosen(_ rows: FixedSlice<Int32>, in section: Section) -> [Int32]? {
    guard hasDuplicates, index.duplicates.exist(in: section) else { return nil }
    return rows.filter { stands(Int($0), in: section) }
  }

  /// Whether a row stands for itself in this variant: no other record with its id takes its place.
  func stands(_ row: Int, in section: Section) -> Bool { chosen(row, in: section) == row }

  /// Those of some records that stand for themselves in this variant.
  func standing<Row: Record>(_: Row.Type, _ rows: [Int32]?) -> [Row] {
    (rows ?? []).compactMap { row in
      stands(Int(row), in: Row.section) ? Row(snapshot, Int(row)) : nil
    }
  }

  /// The record that an id names; principals are found by their sign-in name too.
  public func find<Row: Record>(_: Row.Type, _ identifier: Identifier) -> Row? {
    index.row(identifier, in: Row.section).map {
      Row(snapshot, chosen($0, in: Row.section))
    }
  }

  /// The table of a name, if the snapshot has it.
  func table(named name: String) -> DataTable? {
    tables[name].map { DataTable(snapshot, chosen($0, in: .tables)) }
  }

  /// The export that a run sent, if the snapshot has it.
  func export(of run: Run) -> Export? {
    index.row(numbered: runsByTarget.target(ofRun: run.row), in: .exports).map {
      Export(snapshot, chosen($0, in: .exports))
    }
  }

  /// The records of one kind at some rows.
  func records<Row: Record>(_: Row.Type, _ rows: FixedSlice<Int32>) -> RecordRows<Row> {
    RecordRows(snapshot.reference, rows, chosen: chosen(rows, in: Row.section))
  }

  /// The consents whose subject has an id, in the order of the snapshot.
  public func consents(of subject: Identifier) -> RecordRows<Consent> {
    records(Consent.self, index.consentsBySubject[index.number(subject)])
  }

  /// The exports that name a connection.
  public func exports(of connection: Identifier) -> RecordRows<Export> {
    records(Export.self, index.exportsByConnection[index.number(connection)])
  }

  /// The enrichments that name a connection.
  public func enrichments(of connection: Identifier) -> RecordRows<Enrichment> {
    records(Enrichment.self, index.enrichmentsByConnection[index.number(connection)])
  }

  /// The schedules of an export or enrichment.
  public func schedules(of target: Identifier) -> RecordRows<Schedule> {
    records(Schedule.self, index.schedulesByTarget[index.number(target)])
  }

  /// The runs of an export or enrichment; of a run that stands twice, both count.
  public func runs(of target: Identifier) -> RecordRows<Run> {
    RecordRows(snapshot.reference, runsByTarget.rows(of: index.number(target)))
  }

  /// The number of records of an export's latest run that has one from some source and that `counts`,
  /// in this variant.
  func latestRecorded(
    of target: Identifier, where counts: (Run) -> Bool
  ) -> RunsByTarget.Recorded? {
    let (recorded, choices) = runsByTarget.latestRecorded(
      of: index.number(target), choice: variant, snapshot, clock, where: counts)
    if hasDuplicates { meet(choices) }
    return recorded
  }

  /// The runs of an export or enrichment as most rules see them, in the order of ``runs(of:)``.
  public func runEntries(of target: Identifier) -> FixedSlice<RunsByTarget.Entry> {
    runsByTarget[index.number(target)]
  }

  /// What the catalogue says of a service name of the snapshot.
  public func service(_ name: Identifier, _ family: Service.Family? = nil) -> ServiceMatch {
    services.match(name, family)
  }
}

/// Some records of a section, as views.
public struct RecordRows<Row: Record>: RandomAccessCollection, Sendable {
  private let snapshot: SnapshotReference
  private let rows: FixedSlice<Int32>
  /// Takes the place of the rows.
  private let chosen: [Int32]?

  init(_ snapshot: SnapshotReference, _ rows: FixedSlice<Int32>, chosen: [Int32]? = nil) {
    self.snapshot = snapshot
    self.rows = rows
    self.chosen = chosen
  }

  /// The first position.
  public var startIndex: Int { 0 }
  /// The position after the last.
  public var endIndex: Int { chosen?.count ?? rows.count }
  /// The record at a position.
  public subscript(_ position: Int) -> Row {
    Row(snapshot, Int(chosen?[position] ?? rows[position]))
  }

  /// Has a field of all records fetched: they lie far apart, and so the waits for memory overlap.
  func fetchAhead<Value>(_ key: FieldKey<Row, Value>) {
    for record in self { record.fetchAhead(key) }
  }
}
