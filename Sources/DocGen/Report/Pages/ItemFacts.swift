import Model

/// What the snapshot and the catalogue say about an object of the inventory.
struct ItemFacts {
  let data: ReportData
  let language: ReportLanguage
  let toReport: String

  private var snapshot: Snapshot { data.result.snapshot }
  private var links: InventoryLinks { data.inventory.links }

  func connection(_ row: Int) -> [Block] {
    let record = Connection(snapshot, row)
    var about = block("about")
    about.facts = [
      fact("connections.type", record[.type], service),
      fact("connections.purposeKind", record[.purposeKind]) { .code($0.rawValue) },
      fact("connections.purpose", record[.purpose], text),
      fact("connections.createdUtc", record[.createdUtc]) { .instant($0) },
      fact("connections.createdBy", record[.createdBy], code),
      fact("connections.updatedUtc", record[.updatedUtc]) { .instant($0) },
      fact("connections.ownerPrincipalId", record[.ownerPrincipalId], code),
      fact("connections.target.endpoint", record[.targetEndpoint], text),
      fact("connections.target.region", record[.targetRegion], text),
      fact("connections.credential.method", record[.credentialMethod]) { .code($0.rawValue) },
    ]
    var sharing = block("sharing")
    sharing.facts = [
      fact("connections.allowedRoles", record[.allowedRoles]) { rows in
        list(rows.values(Role.self).map { $0.reported(snapshot) { .code($0.rawValue) } })
      },
      fact("connections.allowedPrincipals", record[.allowedPrincipals]) { rows in
        list(rows.values(Identifier.self).map { $0.reported(snapshot, code) })
      },
      fact("connections.sharing.approvedBy", record[.sharingApprovedBy], code),
      fact("connections.sharing.reviewDueUtc", record[.sharingReviewDueUtc]) { .instant($0) },
      fact("connections.sharing.reason", record[.sharingReason], text),
    ]
    let id = record[.connectionId].known
    return [about, sharing, consents(id), limits(record[.type].known), dependents(id)]
  }

  func export(_ row: Int) -> [Block] {
    let record = Export(snapshot, row)
    var about = block("about")
    about.facts = [
      fact("exports.state", record[.state]) { .code($0.rawValue) },
      fact("exports.purpose", record[.purpose], text),
      fact("exports.lawfulBasis", record[.lawfulBasis], text),
      fact("exports.createdBy", record[.createdBy], code),
      fact("exports.updatedBy", record[.updatedBy], code),
      fact("exports.updatedUtc", record[.updatedUtc]) { .instant($0) },
      fact("exports.ownerPrincipalId", record[.ownerPrincipalId], code),
      fact("exports.detachedUtc", record[.detachedUtc]) { .instant($0) },
    ]
    var items = block("items")
    items.columns = ["items.name", "items.kind", "segments.members", "segments.countedUtc"].map {
      Message("field.\($0)")
    }
    if let list = record[.items].known {
      items.rows = (0..<list.count).map { index in
        let name = list.field(index, "name", Identifier.self)
        let segment = name.known.flatMap { links.segmentsByName[$0]?.first }
          .map { Segment(snapshot, $0) }
        return [
          .init(name.reported(snapshot, text)),
          .init(list.field(index, "kind", ItemKind.self).reported(snapshot) { .code($0.rawValue) }),
          .init(segment.map { $0[.members].reported(snapshot) { .integer($0) } }),
          .init(segment.map { $0[.countedUtc].reported(snapshot) { .instant($0) } }),
        ]
      }
    }
    if items.rows.isEmpty { items.text = Message("report.inventory.nothing") }
    let connection = record[.connectionId].known
    let type = connection.flatMap { links.connectionsByID[$0]?.first }
      .flatMap { Connection(snapshot, $0)[.type].known }
    let id = record[.exportId].known
    return [
      about, used(record[.connectionId]), items, consents(connection), limits(type),
      schedules(id), runs(id),
    ]
  }

  func enrichment(_ row: Int) -> [Block] {
    let record = Enrichment(snapshot, row)
    var about = block("about")
    about.facts = [
      fact("enrichments.type", record[.type], service),
      fact("enrichments.state", record[.state]) { .code($0.rawValue) },
      fact("enrichments.purpose", record[.purpose], text),
      fact("enrichments.dataSet.name", record[.dataSetName], text),
      fact("enrichments.outputTable", record[.outputTable], text),
      fact("enrichments.enrichedCount", record[.enrichedCount]) { .integer($0) },
      fact("enrichments.lastRefreshedUtc", record[.lastRefreshedUtc]) { .instant($0) },
      fact("enrichments.ownerPrincipalId", record[.ownerPrincipalId], code),
    ]
    let id = record[.enrichmentId].known
    return [
      about, used(record[.connectionId]), consents(record[.connectionId].known), schedules(id),
      runs(id),
    ]
  }

  func block(_ id: String) -> Block {
    Block(id: "block-\(id)", title: language.text("report.inventory.\(id)"))
  }

  func fact<Value>(
    _ label: String, _ field: Field<Value>, _ known: (Value) -> MessageValue
  ) -> (label: Message, value: MessageValue?) {
    (Message("field.\(label)"), field.reported(snapshot, known))
  }

  func text(_ identifier: Identifier) -> MessageValue { .text(snapshot.text(identifier)) }

  func code(_ identifier: Identifier) -> MessageValue { .code(snapshot.text(identifier)) }

  /// A service by its title; an unknown or ambiguous word as it was written.
  func service(_ identifier: Identifier) -> MessageValue {
    let written = snapshot.text(identifier)
    let services = data.result.catalogue.services(named: written)
    return services.count == 1 ? .text(services[0].title) : .code(written)
  }

  func list(_ values: [MessageValue]) -> MessageValue {
    values.isEmpty ? .message(Message("report.empty")) : .list(values)
  }
}
