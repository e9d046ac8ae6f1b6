import Model

/// The page that shows that no record was lost: what was read against what came of it.
struct ReconciliationContext {
  let data: ReportData
  let wording: Wording

  private var reconciliation: Reconciliation { data.result.reconciliation }

  func document() -> Document {
    var document = Document(lead: [Message("report.reconciliation.text")])
    let isGood = reconciliation.addsUp
    document.verdict = (
      Message("report.reconciliation.\(isGood ? "good" : "bad").title"),
      Message("report.reconciliation.\(isGood ? "good" : "bad").text"), isGood
    )
    document.blocks = [records(), totals(), sources(), rules()]
    return document
  }

  private func block(_ name: String) -> Block {
    Block(
      id: "reconciliation-\(name)",
      title: wording.language.text("report.reconciliation.\(name).title"),
      text: Message("report.reconciliation.\(name).text"))
  }

  private func name(_ section: Section) -> MessageValue {
    .message(Message("section.\(section.name)"))
  }

  private func state(_ isGood: Bool) -> Block.Cell {
    .state(Message("report.reconciliation.state.\(isGood ? "good" : "bad")"), isGood: isGood)
  }

  private func records() -> Block {
    var block = block("records")
    block.columns = [
      Message("report.column.section"), Message("report.column.state"),
      Message("report.column.stated"), Message("report.column.read"),
      Message("report.column.evaluated"), Message("outcome.unknown"),
      Message("outcome.notApplicable"), Message("report.column.rejected"),
      Message("report.column.difference"), Message("report.column.repeated"),
    ]
    block.rows = reconciliation.sections.map { line in
      Block.Row(
        [
          .heading(name(line.section)), state(line.addsUp), .number(line.stated),
          .number(line.read), .number(line.evaluated), .number(line.unknown),
          .number(line.notApplicable), .number(line.rejected), .number(difference(line)),
          .number(line.repeated),
        ], isBad: !line.addsUp)
    }
    return block
  }

  /// What is missing: from the counts first, otherwise from the statement of the sources.
  private func difference(_ line: SectionBalance) -> Int {
    if line.accounted != line.read { return line.read - line.accounted }
    return line.meetsStatement ? 0 : (line.stated ?? line.read) - line.read
  }

  private func totals() -> Block {
    var block = block("totals")
    block.columns = ["section", "field", "sum", "records"].map { Message("report.column.\($0)") }
    block.rows = reconciliation.sections.flatMap { line in
      line.totals.map { total -> Block.Row in
        [
          .heading(name(line.section)), Block.Cell(.code(total.field)), .number(total.sum),
          .number(total.count),
        ]
      }
    }
    return block
  }

  private func sources() -> Block {
    var block = block("sources")
    block.columns = ["section", "first", "last", "source", "stated", "sha256"].map {
      Message("report.column.\($0)")
    }
    block.rows = reconciliation.sections.flatMap { line in
      let claims = line.sources.map { claim in
        (claim.address.map { MessageValue.code($0) }, claim.recordCount, claim.sha256)
      }
      let file = line.file.map { file in
        (MessageValue.code(file.path), Int?.none, Optional(file.sha256))
      }
      let entries = claims + [file].compactMap(\.self)
      let shown = entries.isEmpty ? [(nil, nil, nil)] : entries
      return shown.map { address, count, digest -> Block.Row in
        [
          .heading(name(line.section)), Block.Cell(line.first.map { .instant($0) }),
          Block.Cell(line.last.map { .instant($0) }), Block.Cell(address), .number(count),
          Block.Cell(digest.map { .code($0) }),
        ]
      }
    }
    return block
  }

  private func rules() -> Block {
    var block = block("rules")
    block.columns = [
      Message("report.column.rule"), Message("report.column.state"), Message("report.population"),
      Message("report.column.outcomes"),
    ]
    block.rows = reconciliation.rules.map { line in
      Block.Row(
        [
          .heading(.code(line.rule), href: wording.page("rules/\(line.rule.lowercased())")),
          state(line.addsUp), .number(line.subjects), .number(line.outcomes),
        ], isBad: !line.addsUp)
    }
    return block
  }
}
