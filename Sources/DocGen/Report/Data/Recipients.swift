import Model

/// Who gets data over each connection, and what is agreed with them.
struct Recipients: Sendable {
  /// Where the name of a recipient comes from; what is most exact stands first.
  enum Origin: String, Sendable { case target, record, agreement, service }

  /// The recipient of one connection.
  struct Recipient: Sendable {
    /// The name as the report may show it; `nil` if nothing tells.
    let name: String?
    let origin: Origin?
    /// Rows of the agreements that concern the service of the connection.
    let agreements: [Int]
    /// Rows of the records of processing that name the connection.
    let records: [Int]
  }

  /// The recipient of each connection, by row.
  let byConnection: [Recipient]
  /// Rows of exports by id.
  let exportsByID: [Identifier: Int]
  /// Rows of enrichments by id.
  let enrichmentsByID: [Identifier: Int]

  init(_ result: AuditResult) {
    let snapshot = result.snapshot
    var agreements: [String: [Int]] = [:]
    for (row, agreement) in snapshot.rows(Agreement.self).enumerated() {
      guard let service = agreement.text(.service) else { continue }
      for slug in Self.slugs(service, result.catalogue) {
        agreements[slug, default: []].append(row)
      }
    }
    var records: [Identifier: [Int]] = [:]
    for (row, record) in snapshot.rows(TransferRecord.self).enumerated() {
      if let id = record[.connectionId].known { records[id, default: []].append(row) }
    }
    byConnection = snapshot.rows(Connection.self).map { connection in
      let slugs = connection.text(.type).map { Self.slugs($0, result.catalogue) } ?? []
      let agreed = Set(slugs.flatMap { agreements[$0] ?? [] }).sorted()
      let recorded = connection[.connectionId].known.flatMap { records[$0] } ?? []
      let service = connection.text(.type).flatMap { result.catalogue.services(named: $0).first }
      let candidates: [(String?, Origin)] = [
        (connection.text(.targetFinalRecipient), .target),
        (recorded.first.flatMap { TransferRecord(snapshot, $0).text(.recipient) }, .record),
        (agreed.first.flatMap { Agreement(snapshot, $0).text(.recipient) }, .agreement),
        (slugs.count == 1 ? service?.title : nil, .service),
      ]
      let found = candidates.first { $0.0?.isEmpty == false }
      return Recipient(
        name: found?.0.map(result.masked), origin: found?.1, agreements: agreed,
        records: recorded)
    }
    exportsByID = Self.rows(snapshot, Export.self, .exportId)
    enrichmentsByID = Self.rows(snapshot, Enrichment.self, .enrichmentId)
  }

  /// The services that a word may stand for.
  private static func slugs(_ word: String, _ catalogue: Catalogue) -> [String] {
    let services = catalogue.services(named: word)
    return services.isEmpty ? [word] : services.map(\.slug)
  }

  private static func rows<Row: Record>(
    _ snapshot: Snapshot, _: Row.Type, _ key: FieldKey<Row, Identifier>
  ) -> [Identifier: Int] {
    var rows: [Identifier: Int] = [:]
    for row in 0..<snapshot.count(Row.section) {
      if let id = Row(snapshot, row)[key].known, rows[id] == nil { rows[id] = row }
    }
    return rows
  }
}
