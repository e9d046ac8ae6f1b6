import Model

extension ItemFacts {
  private var snapshot: Snapshot { data.result.snapshot }
  private var links: InventoryLinks { data.inventory.links }

  /// The connection that an export or enrichment uses.
  func used(_ field: Field<Identifier>) -> Block {
    var block = block("connection")
    let row = field.known.flatMap { links.connectionsByID[$0]?.first }
    let record = row.map { Connection(snapshot, $0) }
    block.columns = [Message("field.connections.displayName"), Message("field.connections.type")]
    block.rows = [
      [
        Block.Cell(
          record.flatMap { $0.name(.displayName) }.map { .text($0) }
            ?? field.reported(snapshot, code), href: row.flatMap { href(.connections, $0) }),
        Block.Cell(record.map { $0[.type].reported(snapshot, service) }),
      ]
    ]
    return block
  }

  /// The transfer agreements of a connection.
  func consents(_ connection: Identifier?) -> Block {
    var block = block("consents")
    let rows = connection.flatMap { links.consentsBySubject[$0] } ?? []
    guard !rows.isEmpty else {
      block.text = Message(
        snapshot.state(.consents) == .present
          ? "report.inventory.noConsents" : "report.inventory.consentsNotCollected")
      return block
    }
    block.columns = ["state", "acceptedBy", "acceptedUtc", "withdrawnUtc", "evidence"].map {
      Message("field.consents.\($0)")
    }
    block.rows = rows.map { row in
      let record = Consent(snapshot, row)
      return [
        Block.Cell(record[.state].reported(snapshot) { .code($0.rawValue) }),
        Block.Cell(record[.acceptedBy].reported(snapshot, code)),
        Block.Cell(record[.acceptedUtc].reported(snapshot) { .instant($0) }),
        Block.Cell(record[.withdrawnUtc].reported(snapshot) { .instant($0) }),
        Block.Cell(record[.evidence].reported(snapshot, text)),
      ]
    }
    return block
  }

  /// The documented limits of a type of connection, over time.
  func limits(_ type: Identifier?) -> Block {
    var block = block("limits")
    let services = type.map { data.result.catalogue.services(named: snapshot.text($0)) } ?? []
    guard services.count == 1, let service = services.first, !service.limits.isEmpty else {
      block.text = Message("report.inventory.noLimits")
      return block
    }
    block.columns = ["from", "maximum", "scope", "minimum", "duration", "source"].map {
      Message("field.limits.\($0)")
    }
    block.rows = service.limits.map { fact in
      let limits = fact.value
      return [
        Block.Cell(fact.from.map { .text($0) }),
        Block.Cell(limits.maximum.map { .integer($0) }),
        Block.Cell(limits.scope.map { .message(Message("scope.\($0.rawValue)")) }),
        Block.Cell(limits.minimum.map { .integer($0) }),
        Block.Cell(
          limits.isFewHours
            ? .message(Message("report.inventory.fewHours"))
            : limits.durationMinutes.map { .minutes($0) }),
        Block.Cell(.text(fact.source)),
      ]
    }
    return block
  }

  /// What uses a connection.
  func dependents(_ connection: Identifier?) -> Block {
    var block = block("dependents")
    block.columns = [
      Message("report.column.name"), Message("report.column.type"),
      Message("report.column.state"),
    ]
    let exports = connection.flatMap { links.exportsByConnection[$0] } ?? []
    let enrichments = connection.flatMap { links.enrichmentsByConnection[$0] } ?? []
    block.rows =
      exports.map { row in
        let record = Export(snapshot, row)
        return [
          Block.Cell(
            record.name(.displayName).map { .text($0) }
              ?? record[.exportId].reported(snapshot, code),
            href: href(.exports, row)),
          Block.Cell(.message(Message("subject.export"))),
          Block.Cell(record[.state].reported(snapshot) { .code($0.rawValue) }),
        ]
      }
      + enrichments.map { row in
        let record = Enrichment(snapshot, row)
        return [
          Block.Cell(
            record.name(.displayName).map { .text($0) }
              ?? record[.enrichmentId].reported(snapshot, code),
            href: href(.enrichments, row)),
          Block.Cell(.message(Message("subject.enrichment"))),
          Block.Cell(record[.state].reported(snapshot) { .code($0.rawValue) }),
        ]
      }
    if block.rows.isEmpty { block.text = Message("report.inventory.noDependents") }
    return block
  }

  /// When an export or enrichment runs.
  func schedules(_ target: Identifier?) -> Block {
    var block = block("schedules")
    let rows = target.flatMap { links.schedulesByTarget[$0] } ?? []
    block.columns = ["mode", "isActive", "enabledUtc", "cron", "timezoneId"].map {
      Message("field.schedules.\($0)")
    }
    block.rows = rows.map { row in
      let record = Schedule(snapshot, row)
      return [
        Block.Cell(record[.mode].reported(snapshot) { .code($0.rawValue) }),
        Block.Cell(
          record[.isActive].reported(snapshot) {
            .message(Message($0 ? "report.yes" : "report.no"))
          }),
        Block.Cell(record[.enabledUtc].reported(snapshot) { .instant($0) }),
        Block.Cell(
          record[.cron].reported(snapshot) { rows in
            list(rows.values(Identifier.self).map { $0.reported(snapshot, code) })
          }),
        Block.Cell(record[.timezoneId].reported(snapshot, text)),
      ]
    }
    if rows.isEmpty { block.text = Message("report.inventory.noSchedules") }
    return block
  }

  /// The newest runs.
  func runs(_ target: Identifier?) -> Block {
    var block = block("runs")
    guard let recent = target.flatMap({ links.runsByTarget[$0] }) else {
      block.text = Message("report.inventory.noRuns")
      return block
    }
    block.text = Message(
      "report.inventory.runsShown",
      ["shown": .integer(recent.newest.count), "count": .integer(recent.count)])
    block.columns = ["startUtc", "endUtc", "status", "submissionKind", "recordCount"].map {
      Message("field.runs.\($0)")
    }
    block.rows = recent.newest.map { row in
      let record = Run(snapshot, row)
      return [
        Block.Cell(record[.startUtc].reported(snapshot) { .instant($0) }),
        Block.Cell(record[.endUtc].reported(snapshot) { .instant($0) }),
        Block.Cell(record[.status].reported(snapshot) { .code($0.rawValue) }),
        Block.Cell(record[.submissionKind].reported(snapshot) { .code($0.rawValue) }),
        Block.Cell(record[.recordCount].reported(snapshot) { .integer($0) }),
      ]
    }
    return block
  }

  private func href(_ section: Section, _ row: Int) -> String? {
    data.inventory.item(SubjectRecord(section, row)).map { toReport + $0.path }
  }
}
