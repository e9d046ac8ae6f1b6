import Model

/// The ledger of what went to whom and when.
struct DisclosuresContext {
  let data: ReportData
  let wording: Wording

  private var snapshot: Snapshot { data.result.snapshot }
  private var language: ReportLanguage { wording.language }

  func document() -> Document {
    var document = Document(
      lead: [Message("report.registers.disclosures.text")],
      cautions: [Message("report.registers.disclosures.caution")])
    document.blocks = [summary()] + data.disclosures.accounts.enumerated().map(account)
    return document
  }

  private func name(_ account: Disclosures.Account) -> MessageValue {
    account.name.map { .text($0) } ?? .message(Message("report.registers.nobody"))
  }

  private func summary() -> Block {
    var block = Block(
      id: "disclosures", title: language.text("report.registers.summary.title"),
      text: Message("report.registers.summary.text"))
    block.isExportable = true
    block.columns =
      [
        "recipient", "runs", "successful", "recorded", "recordedRuns", "derivedRuns",
        "unknownRuns",
      ].map { Message("report.registers.column.\($0)") }
    block.rows = data.disclosures.accounts.enumerated().map { index, account in
      [
        .heading(name(account), href: "#recipient-\(index + 1)"), .number(account.runs),
        .number(account.successful),
        .number(account.recordedRuns > 0 ? account.recorded : nil),
        .number(account.recordedRuns), .number(account.derivedRuns),
        .number(account.unknownRuns),
      ]
    }
    block.chart = BarChart(
      title: Message("report.registers.summary.chart"),
      bars: data.disclosures.accounts.prefix(20).map { account in
        BarChart.Bar(
          name(account),
          parts: [
            ("pass", account.recordedRuns), ("unknown", account.derivedRuns),
            ("notApplicable", account.unknownRuns),
          ])
      },
      legend: [("pass", "recorded"), ("unknown", "derived"), ("notApplicable", "unknown")].map {
        ($0.0, Message("report.registers.count.\($0.1)"))
      })
    if block.rows.isEmpty { block.text = Message("report.inventory.noRuns") }
    return block
  }

  private func account(_ index: Int, _ account: Disclosures.Account) -> Block {
    var block = Block(
      id: "recipient-\(index + 1)",
      title: account.name.map(language.shortened) ?? language.text("report.registers.nobody"))
    block.text = Message(
      "report.registers.account",
      ["shown": .integer(account.newest.count), "count": .integer(account.runs)])
    block.columns = [
      Message("report.registers.column.started"), Message("report.column.state"),
      Message("report.registers.column.target"), Message("report.registers.column.profiles"),
      Message("report.registers.column.counted"), Message("report.registers.column.run"),
    ]
    block.rows = account.newest.map { entry in
      let run = Run(snapshot, entry.run)
      let item = entry.target.flatMap(data.inventory.item)
      let isPassed = run[.status].known == .successful
      return [
        Block.Cell(run[.startUtc].reported(snapshot) { .instant($0) }),
        Block.Cell(run[.status].reported(snapshot) { .code($0.rawValue) }),
        Block.Cell(
          item.map { .text($0.name ?? $0.id) }
            ?? run[.targetId].reported(snapshot) { .code(snapshot.text($0)) },
          href: wording.form == .html ? item.map { "../\($0.path)" } : nil),
        isPassed
          ? Block.Cell(amount(entry.count), .number)
          : Block.Cell(.message(Message("report.none")), .number),
        Block.Cell(
          .message(
            Message(
              isPassed
                ? "report.registers.count.\(entry.count.name)"
                : "report.registers.count.notSuccessful"))),
        Block.Cell(run[.runId].reported(snapshot) { .code(snapshot.text($0)) }),
      ]
    }
    return block
  }

  private func amount(_ count: Disclosures.Count) -> MessageValue {
    switch count {
    case .recorded(let number): .integer(number)
    case .derived(let number):
      .message(Message("report.registers.atMost", ["count": .integer(number)]))
    case .unknown: .message(Message("outcome.unknown"))
    }
  }
}
