import Model

/// The register of exceptions: what the exceptions file says, what became of it in this run, and the
/// result as it would be without.
struct ExceptionsContext {
  let data: ReportData
  let wording: Wording

  /// How many rows a list shows; `findings.ndjson` and the exceptions file hold all.
  private static let limit = 1_000

  private var result: AuditResult { data.result }
  private var language: ReportLanguage { wording.language }

  func document() -> Document {
    guard let register = result.exceptions else {
      return Document(lead: [Message("report.exceptions.none")])
    }
    return Document(
      lead: [Message("report.exceptions.text")],
      blocks: [
        basis(register), comparison(), review(register), entries(register), accepted(),
      ])
  }

  private func block(_ id: String, _ text: Message? = nil) -> Block {
    Block(
      id: "exceptions-\(id)", title: language.text("report.exceptions.\(id).title"), text: text)
  }

  private func basis(_ register: ExceptionRegister) -> Block {
    var block = block("basis")
    block.facts = [
      (Message("report.column.file"), .code(register.path)),
      (Message("report.column.sha256"), .code(register.sha256)),
      (Message("report.exceptions.fact.zone"), .code(register.timeZone)),
      (
        Message("report.exceptions.fact.judged"),
        register.judgedAt.map { .instant($0) }
          ?? .message(Message("report.exceptions.fact.judged.none"))
      ),
      (Message("report.exceptions.fact.broad"), .integer(register.broadAbove)),
    ]
    return block
  }

  /// The totals with exceptions and without.
  private func comparison() -> Block {
    let original = data.run.gateWithoutExceptions
    var block = block(
      "without",
      Message(
        "report.exceptions.without.text",
        [
          "fails": .integer(data.run.gate.fails), "unknowns": .integer(data.run.gate.unknowns),
          "originalFails": .integer(original.fails),
          "originalUnknowns": .integer(original.unknowns),
        ]))
    block.columns =
      [Message("report.exceptions.column.result")]
      + TotalsContext.order.map { Message("outcome.\($0)") }
    block.rows = [("with", result.totals), ("without", result.originalTotals)].map {
      name, totals in
      Block.Row(
        [.heading(.message(Message("report.exceptions.result.\(name)")))]
          + TotalsContext.order.map { .number(totals[$0]) })
    }
    return block
  }

  /// How many exceptions there are of each kind that a reviewer looks for.
  private func review(_ register: ExceptionRegister) -> Block {
    var block = block("review")
    block.columns = [
      Message("report.column.state"), Message("report.exceptions.column.count"),
    ]
    block.rows =
      ExceptionStanding.allCases.map {
        Block.Row([.heading(.message(word($0))), .number(register.count($0))])
      }
      + ExceptionRemark.all.map {
        Block.Row([.heading(.message(word($0))), .number(register.count($0))])
      }
    return block
  }

  private func entries(_ register: ExceptionRegister) -> Block {
    var block = block("register")
    guard !register.entries.isEmpty else {
      block.text = Message("report.exceptions.register.none")
      return block
    }
    let hasEnvironments = register.entries.contains { $0.exception.environment != nil }
    block.columns =
      [Message("report.column.rule"), Message("report.column.subject")]
      + (hasEnvironments ? [Message("report.fact.environment")] : [])
      + [Message("report.column.state")]
      + [
        "remarks", "covered", "expires", "approver", "requester", "ticket", "created", "reason",
      ].map { Message("report.exceptions.column.\($0)") }
    if register.entries.count > Self.limit {
      block.caution = Message(
        "report.exceptions.register.more",
        [
          "shown": .integer(Self.limit), "count": .integer(register.entries.count),
          "file": .code(register.path),
        ])
    }
    block.rows = register.entries.prefix(Self.limit).map { entry in
      let exception = entry.exception
      let names = [Block.Cell(.code(exception.rule)), Block.Cell(.code(exception.subject))]
      let environment =
        hasEnvironments
        ? [
          Block.Cell(
            exception.environment.map { .code($0) } ?? .message(Message("report.exceptions.any")))
        ] : []
      let state: [Block.Cell] = [
        .state(word(entry.standing), isGood: entry.standing == .inForce),
        Block.Cell(
          entry.remarks.isEmpty
            ? .message(Message("report.none")) : .statements(entry.remarks.map(word))),
        .number(entry.accepted),
        Block.Cell(.instant(Instant(wholeDay: exception.expires))),
        Block.Cell(.text(exception.approver)),
        Block.Cell(exception.requester.map { .text($0) }),
        Block.Cell(exception.ticket.map { .text($0) }),
        Block.Cell(.instant(Instant(wholeDay: exception.created))),
        Block.Cell(.text(exception.reason)),
      ]
      return Block.Row(names + environment + state)
    }
    return block
  }

  /// The outcomes that exceptions cover, as far as the report lists them.
  private func accepted() -> Block {
    var block = block("accepted")
    let accepted = data.listed.joined().lazy.filter { $0.outcome == .accepted }
    if result.totals[.accepted] > Self.limit {
      block.caution = Message(
        "report.rule.more",
        ["shown": .integer(Self.limit), "count": .integer(result.totals[.accepted])])
    }
    block.rows = accepted.prefix(Self.limit).map { finding in
      [
        .heading(
          .code(finding.rule),
          href: wording.page(
            "rules/\(finding.rule.lowercased())",
            anchor: wording.form == .html ? "f-\(finding.fingerprint)" : nil)),
        Block.Cell(
          finding.subject.name.map { .text($0) } ?? .code(finding.subject.id)),
        .outcome(finding.originalOutcome),
        Block.Cell(finding.evaluation.reason.map { .message($0) }),
        Block.Cell(
          finding.exception.map { .instant(Instant(wholeDay: $0.expires)) }),
      ]
    }
    guard !block.rows.isEmpty else {
      block.text = Message("report.exceptions.accepted.none")
      return block
    }
    block.columns = [
      Message("report.column.rule"), Message("report.column.subject"),
      Message("report.exceptions.column.original"), Message("report.column.condition"),
      Message("report.exceptions.column.expires"),
    ]
    return block
  }

  private func word(_ standing: ExceptionStanding) -> Message {
    Message("report.exceptions.state.\(standing.rawValue)")
  }

  private func word(_ remark: ExceptionRemark) -> Message {
    if case .expiring(let days) = remark {
      return Message("report.exceptions.remark.expiring", ["span": .days(days)])
    }
    return Message("report.exceptions.remark.\(remark.name)")
  }
}
