import Model

/// The action plan: what must be done, by whom and until when.
struct ActionsContext {
  let data: ReportData
  let wording: Wording
  let rules: [RuleWords]

  /// How many outcomes the plan shows, the most severe first; `findings.ndjson` holds all.
  private static let limit = 2_000

  private var language: ReportLanguage { wording.language }
  private var deadlines: Deadlines { data.run.deadlines }

  /// Something to do.
  private struct Action {
    let rule: Int
    let finding: Finding
    let due: Instant?
  }

  func document() -> Document {
    let actions = actions()
    var document = Document(lead: [Message("report.actions.text")])
    if let time = data.time {
      document.lead.append(Message("report.actions.from", ["time": .instant(time)]))
    } else {
      document.cautions.append(Message("report.actions.noTime"))
    }
    document.blocks = [days(), owners(actions), plan(actions)]
    return document
  }

  /// The listed fails and unknowns, what is due first in front.
  private func actions() -> [Action] {
    var actions: [Action] = []
    for (rule, findings) in data.listed.enumerated() {
      for finding in findings where ReportPages.isOpen(finding.outcome) {
        actions.append(
          Action(
            rule: rule, finding: finding,
            due: deadlines.due(finding.evaluation.severity, from: data.time)))
      }
    }
    return actions.enumerated().sorted { left, right in
      (-Int(left.element.finding.evaluation.severity.rawValue), left.offset)
        < (-Int(right.element.finding.evaluation.severity.rawValue), right.offset)
    }.map(\.element)
  }

  /// How many fails and unknowns there are, listed or not.
  private var openCount: Int { data.result.totals[.fail] + data.result.totals[.unknown] }

  private func block(_ name: String) -> Block {
    Block(
      id: "actions-\(name)", title: language.text("report.actions.\(name).title"),
      text: Message("report.actions.\(name).text"))
  }

  private func days() -> Block {
    var block = block("days")
    block.columns = ["severity", "value", "default", "range", "source"].map {
      Message("report.column.\($0)")
    }
    block.rows = zip(FindingSeverity.allCases, deadlines.parameters).reversed().map {
      severity, parameter in
      func text(_ value: Double) -> MessageValue { .text(language.value(value, .days)) }
      return [
        .severity(severity), Block.Cell(text(parameter.value)),
        Block.Cell(text(parameter.defaultValue)),
        Block.Cell(
          .message(
            Message(
              "report.range",
              [
                "from": text(parameter.range.lowerBound), "to": text(parameter.range.upperBound),
              ]))),
        Block.Cell(
          parameter.origin.map { .code($0) } ?? .message(Message("report.parameter.default"))),
      ]
    }
    return block
  }

  private func owners(_ actions: [Action]) -> Block {
    var order: [String?] = []
    var byOwner: [String?: OutcomeTotals] = [:]
    var first: [String?: Instant] = [:]
    for action in actions {
      let owner = action.finding.owner
      if byOwner[owner] == nil {
        order.append(owner)
        first[owner] = action.due
      }
      byOwner[owner, default: OutcomeTotals()][action.finding.outcome] += 1
    }
    var block = block("owners")
    if actions.count < openCount {
      block.caution = Message(
        "report.actions.owners.partial",
        ["shown": .integer(actions.count), "count": .integer(openCount)])
    }
    block.columns = [
      Message("report.finding.owner"), Message("outcome.fail"), Message("outcome.unknown"),
      Message("report.actions.column.first"),
    ]
    // What has no owner stands in front: nobody will do it.
    block.rows = (order.filter { $0 == nil } + order.filter { $0 != nil }).map { owner in
      let totals = byOwner[owner] ?? OutcomeTotals()
      return Block.Row(
        [
          owner.map { .heading(.code($0), href: href(of: $0)) }
            ?? .heading(.message(Message("report.finding.noOwner"))),
          .number(totals[.fail]), .number(totals[.unknown]),
          Block.Cell(first[owner].map { .instant($0) }),
        ], isBad: owner == nil)
    }
    return block
  }

  private func plan(_ actions: [Action]) -> Block {
    var block = block("plan")
    block.isExportable = true
    block.columns = [
      Message("report.actions.column.due"), Message("report.column.severity"),
      Message("report.column.outcome"), Message("report.column.rule"),
      Message("report.column.subject"), Message("report.finding.owner"),
      Message("report.actions.column.state"), Message("report.actions.column.done"),
    ]
    if openCount > Self.limit {
      block.caution = Message(
        "report.rule.more",
        ["shown": .integer(min(actions.count, Self.limit)), "count": .integer(openCount)])
    }
    block.rows = actions.prefix(Self.limit).map { action in
      let finding = action.finding
      let id = finding.rule.lowercased()
      return [
        Block.Cell(action.due.map { .instant($0) }), .severity(finding.evaluation.severity),
        .outcome(finding.outcome),
        .rule(
          finding.rule, rules[action.rule],
          href: wording.page("rules/\(id)", anchor: rules[action.rule].remedyAnchor)),
        Block.Cell(
          finding.subject.name.map { .text($0) } ?? .code(finding.subject.id),
          href: wording.page("findings/index", anchor: "f-\(finding.fingerprint)")),
        finding.owner.map { Block.Cell(.code($0), href: href(of: $0)) }
          ?? Block.Cell(.message(Message("report.finding.noOwner"))),
        Block.Cell(.message(Message("report.actions.state.open"))), .blank,
      ]
    }
    if block.rows.isEmpty { block.text = Message("report.findings.nothing") }
    return block
  }

  private func href(of owner: String) -> String? {
    data.people.href(owner, wording, toReport: "")
  }
}
