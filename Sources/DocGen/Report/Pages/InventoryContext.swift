import Model

/// The list of all connections, exports and enrichments.
struct InventoryContext {
  let data: ReportData
  let wording: Wording
  let toReport: String

  private var language: ReportLanguage { wording.language }
  private var snapshot: Snapshot { data.result.snapshot }

  func make() -> TemplateObject {
    [
      "lists": .list(Inventory.sections.map(list)),
      "omitted": data.inventory.omitted == 0
        ? .null
        : wording.markup(
          Message("report.inventory.omitted", ["count": .integer(data.inventory.omitted)])),
    ]
  }

  private func list(_ section: Section) -> TemplateValue {
    let items = data.inventory.items[section] ?? []
    return [
      "id": .text(section.name), "name": .text(language.word(section)),
      "stateColumn": .text(
        section == .connections
          ? language.text("field.connections.purposeKind") : language.text("report.column.state")),
      "count": .text(language.integer(snapshot.count(section))),
      "items": .list(language.sorted(items) { $0.name ?? $0.id }.map(item)),
    ]
  }

  private func item(_ item: Inventory.Item) -> TemplateValue {
    var totals = OutcomeTotals()
    for finding in item.findings { totals[finding.outcome] += 1 }
    let (type, state) = describe(item.record)
    return [
      "name": wording.markup(.text(item.name ?? item.id)),
      "sortKey": .text(wording.mask(item.name ?? item.id)),
      "href": .text(toReport + item.path), "type": wording.markup(type),
      "state": wording.markup(state),
      // The worst outcome first, then the more subjects.
      "rank": .text(
        TotalsContext.order.map { String(9_999_999 - totals[$0]) }.joined(separator: " ")),
      "counted": TotalsContext.counted(totals, language),
    ]
  }

  private func describe(_ record: SubjectRecord) -> (type: MessageValue, state: MessageValue) {
    let facts = ItemFacts(data: data, language: language, toReport: toReport)
    switch record.section {
    case .connections:
      let row = Connection(snapshot, record.row)
      return (
        row[.type].reported(snapshot, facts.service),
        row[.purposeKind].reported(snapshot) { .message(Message("subject.\($0.rawValue)")) }
      )
    case .exports:
      let row = Export(snapshot, record.row)
      let connection = row[.connectionId].known
        .flatMap { data.inventory.links.connectionsByID[$0]?.first }
        .map { Connection(snapshot, $0) }
      return (
        connection.map { $0[.type].reported(snapshot, facts.service) }
          ?? .message(Message("report.inventory.noConnection")),
        row[.state].reported(snapshot) { .message(Message("state.\($0.rawValue)")) }
      )
    default:
      let row = Enrichment(snapshot, record.row)
      return (
        row[.type].reported(snapshot, facts.service),
        row[.state].reported(snapshot) { .message(Message("state.\($0.rawValue)")) }
      )
    }
  }
}
