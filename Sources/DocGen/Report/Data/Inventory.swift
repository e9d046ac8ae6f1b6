import Model

/// The objects that have a page of their own: connections, exports and enrichments.
struct Inventory: Sendable {
  /// An object with its page and its outcomes.
  struct Item: Sendable {
    /// The section and row of its record.
    let record: SubjectRecord
    /// Its id, as the snapshot writes it; may be empty.
    let id: String
    /// Its display name: untrusted.
    let name: String?
    /// The page's path below `report/`, such as `inventory/exports/e0e0....html`.
    let path: String
    /// What the rules say about it, in the order of the rules.
    let findings: [Finding]

    /// The worst outcome: fail, unknown, accepted, pass, not applicable.
    var outcome: Outcome {
      var totals = OutcomeTotals()
      for finding in findings { totals[finding.outcome] += 1 }
      return totals.rollUp
    }
  }

  /// The sections whose records have pages.
  static let sections: [Section] = [.connections, .exports, .enrichments]

  /// The items of each section, in the order of the snapshot.
  let items: [Section: [Item]]
  /// How many records have no page because there are too many.
  let omitted: Int
  /// How records refer to each other.
  let links: InventoryLinks
  private let places: [SubjectRecord: Int]

  init(_ result: AuditResult, findings: [[Finding]], limit: Int) {
    var byRecord: [SubjectRecord: [Finding]] = [:]
    for finding in findings.joined() {
      guard let record = finding.subject.record, Self.sections.contains(record.section)
      else { continue }
      byRecord[record, default: []].append(finding)
    }
    var items: [Section: [Item]] = [:]
    var places: [SubjectRecord: Int] = [:]
    var omitted = 0
    for section in Self.sections {
      var paths = InventoryPaths(section)
      for row in 0..<result.snapshot.count(section) {
        guard row < limit else {
          omitted += 1
          continue
        }
        let record = SubjectRecord(section, row)
        let (id, name) = Self.identity(result.snapshot, section, row)
        let shownID = result.masked(id)
        places[record] = items[section]?.count ?? 0
        items[section, default: []].append(
          Item(
            record: record, id: shownID, name: name.map(result.masked),
            path: paths.next(shownID, row), findings: byRecord[record] ?? []))
      }
    }
    self.items = items
    self.places = places
    self.omitted = omitted
    links = InventoryLinks(result.snapshot)
  }

  /// The item of a record, if it has a page.
  func item(_ record: SubjectRecord) -> Item? {
    places[record].flatMap { items[record.section]?[$0] }
  }

  private static func identity(
    _ snapshot: Snapshot, _ section: Section, _ row: Int
  ) -> (id: String, name: String?) {
    switch section {
    case .connections:
      let record = Connection(snapshot, row)
      return (record.text(.connectionId) ?? "", record.name(.displayName))
    case .exports:
      let record = Export(snapshot, row)
      return (record.text(.exportId) ?? "", record.name(.displayName))
    default:
      let record = Enrichment(snapshot, row)
      return (record.text(.enrichmentId) ?? "", record.name(.displayName))
    }
  }
}

/// Gives each record of a section a file name that is safe, readable and its own.
struct InventoryPaths {
  private let section: Section
  private var taken: Set<String> = []

  init(_ section: Section) { self.section = section }

  /// The path of the next record's page: its id where that is a plain word, else its row.
  ///
  /// The id must be one that may be shown: a masked secret is no plain word.
  mutating func next(_ id: String, _ row: Int) -> String {
    let isPlain =
      (1...64).contains(id.utf8.count)
      && id.utf8.allSatisfy { byte in
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D
      }
    var name = isPlain ? id : "record-\(row + 1)"
    // Another record's id may read like the name that was made.
    while !taken.insert(name).inserted { name += "-record-\(row + 1)" }
    return "inventory/\(section.name)/\(name).html"
  }
}
