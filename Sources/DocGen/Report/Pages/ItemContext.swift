import Model

/// The page of one connection, export or enrichment.
struct ItemContext {
  let data: ReportData
  let wording: Wording
  let item: Inventory.Item
  let toReport: String

  private var language: ReportLanguage { wording.language }

  func make() -> TemplateObject {
    let findings = FindingContext(data: data, wording: wording, toReport: toReport)
    var totals = OutcomeTotals()
    for finding in item.findings { totals[finding.outcome] += 1 }
    let facts = ItemFacts(data: data, language: language, toReport: toReport)
    let blocks: [Block]
    switch item.record.section {
    case .connections: blocks = facts.connection(item.record.row)
    case .exports: blocks = facts.export(item.record.row)
    default: blocks = facts.enrichment(item.record.row)
    }
    return [
      "item": [
        "kind": .text(language.word(Self.kind(item.record.section))),
        "name": wording.markup(.text(item.name ?? item.id)),
        "id": wording.markup(.code(item.id)),
      ],
      "counted": TotalsContext.counted(totals, language),
      "caution": item.record.section == .exports
        ? .null : .text(language.text("report.caution.consent")),
      "blocks": .list(blocks.map { linked($0).make(wording) }),
      "totals": TotalsContext.make(totals, language),
      "hasFindings": .boolean(!item.findings.isEmpty),
      "findings": .list(worstFirst().map(findings.make)),
    ]
  }

  /// A block whose ids of people lead to their names.
  private func linked(_ block: Block) -> Block {
    var block = block
    let (data, wording, toReport) = (data, wording, toReport)
    block.address = { data.people.href($0, wording, toReport: toReport) }
    return block
  }

  /// The findings, what needs somebody before the rest, each outcome in the order of the rules.
  private func worstFirst() -> [Finding] {
    TotalsContext.order.flatMap { outcome in item.findings.filter { $0.outcome == outcome } }
  }

  /// The kind of subject that a section's records are.
  static func kind(_ section: Section) -> SubjectKind {
    switch section {
    case .connections: .connection
    case .exports: .export
    default: .enrichment
    }
  }
}
