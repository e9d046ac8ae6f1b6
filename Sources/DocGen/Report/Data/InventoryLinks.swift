import Model

/// How the records of a snapshot refer to each other, by the ids that they use.
struct InventoryLinks: Sendable {
  /// Rows of exports by the connection they use.
  let exportsByConnection: [Identifier: [Int]]
  /// Rows of enrichments by the connection they use.
  let enrichmentsByConnection: [Identifier: [Int]]
  /// Rows of consents by what was agreed to.
  let consentsBySubject: [Identifier: [Int]]
  /// Rows of schedules by what is scheduled.
  let schedulesByTarget: [Identifier: [Int]]
  /// Rows of connections by id.
  let connectionsByID: [Identifier: [Int]]
  /// Rows of segments by name.
  let segmentsByName: [Identifier: [Int]]
  /// The newest rows of runs by what ran, at most ten each, and how many there are.
  let runsByTarget: [Identifier: RecentRuns]

  /// The newest runs of one target.
  struct RecentRuns: Sendable {
    /// How many runs there are.
    var count = 0
    /// The rows of the newest ones, newest first.
    var newest: [Int] = []
  }

  init(_ snapshot: Snapshot) {
    exportsByConnection = Self.group(snapshot, Export.self, .connectionId)
    enrichmentsByConnection = Self.group(snapshot, Enrichment.self, .connectionId)
    consentsBySubject = Self.group(snapshot, Consent.self, .subjectId)
    schedulesByTarget = Self.group(snapshot, Schedule.self, .targetId)
    connectionsByID = Self.group(snapshot, Connection.self, .connectionId)
    segmentsByName = Self.group(snapshot, Segment.self, .name)
    runsByTarget = Self.recentRuns(snapshot)
  }

  private static func group<Row: Record>(
    _ snapshot: Snapshot, _: Row.Type, _ key: FieldKey<Row, Identifier>
  ) -> [Identifier: [Int]] {
    var groups: [Identifier: [Int]] = [:]
    for row in 0..<snapshot.count(Row.section) {
      if let id = Row(snapshot, row)[key].known { groups[id, default: []].append(row) }
    }
    return groups
  }

  private static func recentRuns(_ snapshot: Snapshot) -> [Identifier: RecentRuns] {
    var groups: [Identifier: RecentRuns] = [:]
    func start(_ row: Int) -> Int64 {
      Run(snapshot, row)[.startUtc].known?.microseconds ?? .min
    }
    for row in 0..<snapshot.count(.runs) {
      guard let target = Run(snapshot, row)[.targetId].known else { continue }
      var recent = groups.removeValue(forKey: target) ?? RecentRuns()
      recent.count += 1
      let place = recent.newest.firstIndex { start($0) < start(row) } ?? recent.newest.count
      if place < 10 {
        recent.newest.insert(row, at: place)
        if recent.newest.count > 10 { recent.newest.removeLast() }
      }
      groups[target] = recent
    }
    return groups
  }
}
