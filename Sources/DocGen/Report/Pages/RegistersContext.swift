import Model

/// The registers: who gets data over which connection, what went to whom, who is behind the ids.
struct RegistersContext {
  let data: ReportData
  let wording: Wording

  private var snapshot: Snapshot { data.result.snapshot }
  private var language: ReportLanguage { wording.language }

  /// Connections with their recipients, agreements and regions.
  func connections() -> Document {
    var document = Document(
      lead: [Message("report.registers.text")], cautions: [Message("report.caution.consent")])
    document.links = [
      (
        .message(Message("report.registers.disclosures.title")),
        wording.page("disclosures")
      ), (.message(Message("report.registers.people.title")), wording.page("people")),
    ]
    var block = Block(
      id: "register-connections", title: language.text("report.registers.connections.title"),
      text: Message("report.registers.connections.text"))
    block.isExportable = true
    block.columns =
      [Message("subject.connection"), Message("report.column.type")]
      + [
        "recipient", "knownFrom", "agreement", "valid", "regions", "mechanism", "basis",
      ].map { Message("report.registers.column.\($0)") }
    block.rows = snapshot.rows(Connection.self).enumerated().map { row, connection in
      line(connection, data.recipients.byConnection[row])
    }
    document.blocks = [block]
    return document
  }

  private func line(_ connection: Connection, _ recipient: Recipients.Recipient) -> Block.Row {
    let item = data.inventory.item(SubjectRecord(.connections, connection.row))
    let agreements = recipient.agreements.map { Agreement(snapshot, $0) }
    let records = recipient.records.map { TransferRecord(snapshot, $0) }
    let facts = ItemFacts(data: data, language: language, toReport: "../")
    return [
      .heading(
        .text(item?.name ?? item?.id ?? connection.name(.displayName) ?? ""),
        href: wording.form == .html ? item.map { "../\($0.path)" } : nil),
      Block.Cell(connection[.type].reported(snapshot, facts.service)),
      Block.Cell(recipient.name.map { .text($0) } ?? .message(Message("report.registers.nobody"))),
      Block.Cell(
        recipient.origin.map { .message(Message("report.registers.origin.\($0.rawValue)")) }),
      Block.Cell(list(agreements.map(agreement), empty: "report.registers.noAgreement")),
      validity(agreements),
      Block.Cell(regions(connection, agreements)),
      Block.Cell(mechanism(agreements, records)),
      Block.Cell(
        list(
          records.map { $0[.legalBasis].reported(snapshot) { .text(snapshot.text($0)) } },
          empty: "report.registers.noRecord")),
    ]
  }

  private func list(_ values: [MessageValue], empty: String) -> MessageValue {
    values.isEmpty ? .message(Message(empty)) : values.count == 1 ? values[0] : .list(values)
  }

  private func agreement(_ agreement: Agreement) -> MessageValue {
    .message(
      Message(
        "report.registers.agreement",
        [
          "id": agreement[.agreementId].reported(snapshot) { .code(snapshot.text($0)) },
          "kind": agreement[.kind].reported(snapshot) {
            .message(Message("report.registers.kind.\($0.rawValue)"))
          },
        ]))
  }

  /// Whether agreements hold; sorted by when the first of them ends, those without an end last.
  private func validity(_ agreements: [Agreement]) -> Block.Cell {
    var cell = Block.Cell(list(agreements.map(validity), empty: "report.none"))
    let ends = agreements.compactMap { $0[.validToUtc].known }
    cell.order = ends.min()?.iso8601 ?? "9999-12-31"
    return cell
  }

  /// Whether an agreement holds at the time of the audit.
  private func validity(_ agreement: Agreement) -> MessageValue {
    guard let time = data.time else { return .message(Message("outcome.unknown")) }
    let start = agreement[.validFromUtc]
    let end = agreement[.validToUtc]
    if let from = start.known, time < from {
      return .message(Message("report.registers.validity.notYet", ["date": .instant(from)]))
    }
    if let until = end.known {
      let name = until < time || until.microseconds == time.microseconds ? "expired" : "until"
      return .message(Message("report.registers.validity.\(name)", ["date": .instant(until)]))
    }
    guard end.isNull, start.known != nil else { return .message(Message("outcome.unknown")) }
    return .message(Message("report.registers.validity.open"))
  }

  private func regions(_ connection: Connection, _ agreements: [Agreement]) -> MessageValue {
    let home = snapshot.environment?[.region]
      .reported(snapshot) { .text(snapshot.text($0)) }
    let target =
      connection[.targetRegion].known
      ?? agreements.lazy.compactMap { $0[.region].known }.first
    return .message(
      Message(
        "report.registers.route",
        [
          "from": home ?? .message(Message("report.notStated")),
          "to": target.map { .text(snapshot.text($0)) }
            ?? .message(Message("report.registers.region.unknown")),
        ]))
  }

  private func mechanism(
    _ agreements: [Agreement], _ records: [TransferRecord]
  ) -> MessageValue {
    let words =
      agreements.compactMap { $0[.transferMechanism].known }
      + records.compactMap { $0[.transferMechanism].known }
    var seen: [TransferMechanism] = []
    for word in words where !seen.contains(word) { seen.append(word) }
    return list(
      seen.map { .message(Message("report.registers.mechanism.\($0.rawValue)")) },
      empty: "report.notStated")
  }

  /// The ids and who is behind them.
  func people() -> Document {
    var document = Document(
      lead: [Message("report.registers.people.text")],
      cautions: [Message("report.registers.people.caution")])
    var owned: [Identifier: Int] = [:]
    func count(_ owner: Field<Identifier>) {
      if let id = owner.known { owned[id, default: 0] += 1 }
    }
    for row in snapshot.rows(Connection.self) { count(row[.ownerPrincipalId]) }
    for row in snapshot.rows(Export.self) { count(row[.ownerPrincipalId]) }
    for row in snapshot.rows(Enrichment.self) { count(row[.ownerPrincipalId]) }
    var block = Block(
      id: "register-people", title: language.text("report.registers.people.title"))
    block.columns =
      ["id", "name", "mail", "kind", "enabled", "lastSignIn", "owned"].map {
        Message("report.registers.column.\($0)")
      }
    block.rows = snapshot.rows(Principal.self).enumerated().map { row, person in
      Block.Row(
        [
          .heading(person[.principalId].reported(snapshot) { .code(snapshot.text($0)) }),
          Block.Cell(person[.displayName].reported(snapshot) { .text(snapshot.text($0)) }),
          Block.Cell(
            person[.upn].reported(snapshot) { .code(People.masked(snapshot.text($0))) }),
          Block.Cell(
            person[.principalType].reported(snapshot) {
              .message(Message("report.registers.principal.\($0.rawValue)"))
            }),
          Block.Cell(
            person[.enabled].reported(snapshot) {
              .message(Message($0 ? "report.yes" : "report.no"))
            }),
          Block.Cell(person[.lastSignInUtc].reported(snapshot) { .instant($0) }),
          .number(person[.principalId].known.map { owned[$0] ?? 0 }),
        ], anchor: People.anchor(row))
    }
    if block.rows.isEmpty { block.text = Message("report.inventory.nothing") }
    document.blocks = [block]
    return document
  }
}
