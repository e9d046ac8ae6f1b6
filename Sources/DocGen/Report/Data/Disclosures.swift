import Model

/// What went to whom and when, as the runs tell it.
///
/// Only a count that a source recorded is a fact. Where a run has none, the members of the segments
/// that the export sends now give a bound, which is marked as derived.
struct Disclosures: Sendable {
  /// What is known of the number of profiles that a run sent.
  enum Count: Sendable, Hashable {
    /// The number that a source recorded.
    case recorded(Int)
    /// At most so many, derived.
    case derived(Int)
    case unknown

    var name: String {
      switch self {
      case .recorded: "recorded"
      case .derived: "derived"
      case .unknown: "unknown"
      }
    }

    var number: Int? {
      switch self {
      case .recorded(let number), .derived(let number): number
      case .unknown: nil
      }
    }
  }

  /// A run with the connection that it used.
  struct Entry: Sendable {
    /// The row of the run.
    let run: Int
    /// The row of the connection, if the run's target names one.
    let connection: Int?
    let target: SubjectRecord?
    let count: Count
  }

  /// The runs to one recipient.
  struct Account: Sendable {
    /// The recipient as the report may show it; `nil`: not known.
    let name: String?
    var runs = 0
    var successful = 0
    /// The sum of the recorded counts of successful runs.
    var recorded = 0
    /// How many successful runs have a recorded count.
    var recordedRuns = 0
    /// How many successful runs have a derived bound only.
    var derivedRuns = 0
    /// How many successful runs have no count at all.
    var unknownRuns = 0
    /// The newest entries, newest first.
    var newest: [Entry] = []
  }

  /// How many runs a page shows of a recipient; all are in `disclosures.csv`.
  static let shown = 50

  /// One a recipient, in the order in which connections name them; the unknown one is last.
  let accounts: [Account]
  private let snapshot: Snapshot
  private let recipients: Recipients
  private let links: InventoryLinks
  private let bounds: [Int?]

  init(_ snapshot: Snapshot, _ recipients: Recipients, _ links: InventoryLinks) {
    self.snapshot = snapshot
    self.recipients = recipients
    self.links = links
    let bounds = Self.bounds(snapshot, links)
    self.bounds = bounds
    var positions: [String?: Int] = [:]
    var accounts: [Account] = []
    func position(_ name: String?) -> Int {
      if let known = positions[name] { return known }
      positions[name] = accounts.count
      accounts.append(Account(name: name))
      return accounts.count - 1
    }
    for recipient in recipients.byConnection where recipient.name != nil {
      _ = position(recipient.name)
    }
    var places = recipients.byConnection.map { position($0.name) }
    places.append(snapshot.count(.runs) > 0 ? position(nil) : 0)
    for row in 0..<snapshot.count(.runs) {
      guard let entry = Self.entry(row, snapshot, recipients, links, bounds) else { continue }
      Self.add(entry, to: &accounts[places[entry.connection ?? places.count - 1]], snapshot)
    }
    self.accounts =
      accounts.filter { $0.runs > 0 && $0.name != nil }
      + accounts.filter { $0.runs > 0 && $0.name == nil }
  }

  /// All disclosures, in the order of the snapshot.
  func forEach<E: Error>(_ body: (Entry) throws(E) -> Void) throws(E) {
    for row in 0..<snapshot.count(.runs) {
      if let entry = Self.entry(row, snapshot, recipients, links, bounds) { try body(entry) }
    }
  }

  /// A run of an export or enrichment; other runs send nothing anywhere.
  private static func entry(
    _ row: Int, _ snapshot: Snapshot, _ recipients: Recipients, _ links: InventoryLinks,
    _ bounds: [Int?]
  ) -> Entry? {
    let run = Run(snapshot, row)
    let id = run[.targetId].known
    let export = id.flatMap { recipients.exportsByID[$0] }
    let enrichment = export == nil ? id.flatMap { recipients.enrichmentsByID[$0] } : nil
    let kind = run[.targetKind].known
    guard export != nil || enrichment != nil || kind == .export || kind == .enrichment else {
      return nil
    }
    let connection =
      export.map { Export(snapshot, $0)[.connectionId] }
      ?? enrichment.map { Enrichment(snapshot, $0)[.connectionId] }
    return Entry(
      run: row, connection: connection?.known.flatMap { links.connectionsByID[$0]?.first },
      target: export.map { SubjectRecord(.exports, $0) }
        ?? enrichment.map { SubjectRecord(.enrichments, $0) },
      count: count(run, bound: export.flatMap { bounds[$0] }))
  }

  private static func count(_ run: Run, bound: Int?) -> Count {
    if let recorded = run[.recordCount].known {
      return run[.recordCountSource].known == .recorded ? .recorded(recorded) : .derived(recorded)
    }
    return bound.map { .derived($0) } ?? .unknown
  }

  /// For each export the members of all segments that it sends, if they are all known.
  private static func bounds(_ snapshot: Snapshot, _ links: InventoryLinks) -> [Int?] {
    snapshot.rows(Export.self).map { export in
      guard let items = export[.items].known, !items.isEmpty else { return nil }
      var sum = 0
      for index in 0..<items.count {
        guard items.field(index, "kind", ItemKind.self).known == .segment,
          let name = items.field(index, "name", Identifier.self).known,
          let row = links.segmentsByName[name]?.first,
          let members = Segment(snapshot, row)[.members].known
        else { return nil }
        sum = sum.addingReportingOverflow(members).partialValue
      }
      return sum
    }
  }

  private static func add(_ entry: Entry, to account: inout Account, _ snapshot: Snapshot) {
    account.runs += 1
    if Run(snapshot, entry.run)[.status].known == .successful {
      account.successful += 1
      switch entry.count {
      case .recorded(let number):
        account.recorded = account.recorded.addingReportingOverflow(number).partialValue
        account.recordedRuns += 1
      case .derived: account.derivedRuns += 1
      case .unknown: account.unknownRuns += 1
      }
    }
    func start(_ entry: Entry) -> Int64 {
      Run(snapshot, entry.run)[.startUtc].known?.microseconds ?? .min
    }
    let time = start(entry)
    if account.newest.count == shown, let last = account.newest.last, start(last) >= time { return }
    let place = account.newest.firstIndex { start($0) < time } ?? account.newest.count
    account.newest.insert(entry, at: place)
    if account.newest.count > shown { account.newest.removeLast() }
  }
}
