import Model

/// The first page of a report on several environments: how each stands, and the sums.
struct RollUpContext {
  let request: RollUpRequest
  let wording: Wording
  /// The words of the rules, at their positions.
  let rules: [RuleWords]

  /// With more rows than this only those are listed that somebody must look at.
  private static let limit = 5_000

  private var rollUp: RollUp { request.rollUp }

  func document() -> Document {
    let count = rollUp.environments.count
    let bad = rollUp.environments.count { !$0.isClean }
    let isGood = bad == 0
    var document = Document(
      lead: [Message("report.rollup.text", ["count": .integer(count)])])
    document.verdict = (
      Message("report.rollup.\(isGood ? "good" : "bad").title"),
      Message("report.rollup.bad.text", ["bad": .integer(bad), "count": .integer(count)]), isGood
    )
    let unmatched = Set(rollUp.unmatchedExceptions.map(\.environment)).sorted()
    if !unmatched.isEmpty {
      document.cautions = [
        Message("report.rollup.unmatched", ["environments": .list(unmatched.map { .code($0) })])
      ]
    }
    let subjects = rollUp.exceptionsWithoutSubject.map {
      MessageValue.message(
        Message(
          "report.rollup.unmatched.subject",
          ["rule": .code($0.rule), "subject": .code($0.subject)]))
    }
    if !subjects.isEmpty {
      document.cautions.append(
        Message("report.rollup.unmatched.subjects", ["exceptions": .list(subjects)]))
    }
    document.blocks = [environments(), severities(), ruleTotals(), cells()]
    return document
  }

  private func block(_ name: String) -> Block {
    var block = Block(
      id: "rollup-\(name)", title: wording.language.text("report.rollup.\(name).title"),
      text: Message("report.rollup.\(name).text"))
    block.isExportable = true
    return block
  }

  private static let outcomes = TotalsContext.order.map { Message("outcome.\($0)") }

  private func counts(_ totals: OutcomeTotals) -> [Block.Cell] {
    TotalsContext.order.map { .number(totals[$0]) } + [.number(totals.population)]
  }

  /// What an environment is called, with its id where another one has its name.
  private func name(_ environment: EnvironmentResult) -> MessageValue {
    let name: MessageValue = environment.name.map { .text($0) } ?? .code(environment.title)
    guard let id = rollUp.distinction(of: environment) else { return name }
    return .message(Message("report.rollup.namesake", ["name": name, "id": .code(id)]))
  }

  /// Where a page of an environment's report is, seen from this page.
  private func page(_ environment: EnvironmentResult, _ html: String, _ markdown: String) -> String
  {
    let locale = wording.language.locale
    let page = wording.form == .html ? html : markdown
    return "../../environments/\(environment.folder)/\(locale)/report/\(page)"
  }

  private func heading(_ environment: EnvironmentResult) -> Block.Cell {
    .heading(name(environment), href: page(environment, "index.html", "report.md"))
  }

  private func environments() -> Block {
    var block = block("environments")
    let listed = rollUp.worstFirst
    block.chart = BarChart.outcomes(
      Message("report.rollup.environments.title"),
      listed.map { BarChart.Bar(name($0), $0.totals) })
    block.columns =
      [
        Message("report.fact.environment"), Message("report.column.state"),
        Message("report.rollup.column.status"),
      ] + Self.outcomes + [Message("report.column.outcomes"), Message("report.fact.collected")]
    block.rows = listed.map { environment in
      Block.Row(
        [
          heading(environment),
          Block.Cell(state(of: environment), .state(isGood: environment.isClean)),
          .number(environment.exitStatus),
        ] + counts(environment.totals) + [Block.Cell(environment.collected.map(MessageValue.time))],
        isBad: environment.exitStatus != 0)
    }
    block.rows.append(
      Block.Row(
        [
          .heading(.message(Message("report.total"))), Block.Cell(.text("–")),
          .number(request.exitStatus),
        ] + counts(rollUp.totals) + [Block.Cell(.text("–"))]))
    return block
  }

  /// Why an audit ended as it did; one that no gate held up may have findings all the same.
  private func state(of environment: EnvironmentResult) -> MessageValue {
    guard environment.reasons.isEmpty else {
      return .statements(environment.reasons.map(reason))
    }
    return .message(Message("report.rollup.state.\(environment.isClean ? "good" : "open")"))
  }

  /// Why an audit ended as it did; a code that a later version wrote is shown as it is.
  private func reason(_ code: String) -> Message {
    let known = ["gate.fails", "gate.unknowns", "exceptions.unmatched", "reconciliation.broken"]
    return known.contains(code)
      ? Message("report.rollup.reason.\(code)")
      : Message("report.rollup.reason.other", ["code": .code(code)])
  }

  private func severities() -> Block {
    var block = block("severities")
    block.columns =
      [Message("report.fact.environment"), Message("report.column.severity")] + Self.outcomes
      + [Message("report.column.outcomes")]
    for environment in rollUp.worstFirst {
      for severity in FindingSeverity.allCases.reversed() {
        let totals = environment.severities[severity] ?? OutcomeTotals()
        block.rows.append(
          Block.Row([heading(environment), .severity(severity)] + counts(totals)))
      }
    }
    for severity in FindingSeverity.allCases.reversed() {
      block.rows.append(
        Block.Row(
          [.heading(.message(Message("report.total"))), .severity(severity)]
            + counts(rollUp.totals(at: severity))))
    }
    return block
  }

  private func rule(_ position: Int, href: String? = nil) -> Block.Cell {
    let rule = rollUp.rules[position]
    // The page of a custom rule lies with the rule, not here; the parts tell its title.
    let locale = wording.language.locale
    for language in [locale, .source] {
      guard let title = rule.titles[language] else { continue }
      var cell = Block.Cell.heading(.text("\(rule.id) \(title)"), href: href)
      cell.language = (language.tag, language.direction)
      return cell
    }
    return rules[position].title == rule.id
      ? .heading(.text(rule.id), href: href) : .rule(rule.id, rules[position], href: href)
  }

  private func ruleTotals() -> Block {
    var block = block("rules")
    block.columns =
      [Message("report.column.rule"), Message("report.column.severity")] + Self.outcomes
      + [Message("report.column.outcomes")]
    block.rows = rollUp.rules.indices.map { position in
      Block.Row(
        [rule(position), .severity(rollUp.rules[position].severity)]
          + counts(rollUp.totals(ofRule: position)))
    }
    return block
  }

  private func cells() -> Block {
    var block = block("cells")
    let all = rollUp.rules.count * rollUp.environments.count
    let isWhole = all <= Self.limit
    if !isWhole { block.text = Message("report.rollup.cells.open") }
    block.columns =
      [Message("report.column.rule"), Message("report.fact.environment")] + Self.outcomes
      + [Message("report.column.outcomes")]
    for position in rollUp.rules.indices {
      for environment in rollUp.worstFirst {
        let counted = environment.rules[position]
        guard isWhole || counted.totals[.fail] + counted.totals[.unknown] > 0 else { continue }
        let path = "rules/\(counted.id.lowercased())"
        block.rows.append(
          Block.Row(
            [
              rule(position, href: page(environment, "\(path).html", "\(path).md")),
              Block.Cell(name(environment)),
            ] + counts(counted.totals)))
      }
    }
    return block
  }
}
