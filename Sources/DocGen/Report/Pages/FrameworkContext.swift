import Model

/// The pages that group the results by the controls of laws and standards.
struct FrameworkContext {
  let data: ReportData
  let wording: Wording
  let rules: [RuleWords]

  private var language: ReportLanguage { wording.language }
  private var views: [FrameworkView] { data.frameworks }

  /// The page with all frameworks.
  func index() -> Document {
    var document = Document(
      lead: [Message("report.frameworks.text")], cautions: [Message("report.caution.mappings")])
    var block = Block(
      id: "frameworks", title: language.text("report.frameworks.list.title"),
      text: Message("report.frameworks.list.text"))
    block.chart = .outcomes(
      Message("report.frameworks.chart"),
      views.map { BarChart.Bar(.text($0.framework.title), $0.rollUp) })
    block.columns =
      [
        Message("report.column.framework"), Message("report.column.controls"),
        Message("report.rules.title"),
      ] + TotalsContext.order.map { Message("outcome.\($0)") }
    block.rows = views.map { view in
      Block.Row(
        [
          .heading(.text(view.framework.title), href: wording.page("../\(view.path)")),
          .number(view.controls.count), .number(view.rules.count),
        ] + TotalsContext.order.map { .number(view.rollUp[$0]) })
    }
    document.blocks = [block]
    return document
  }

  /// The page of one framework.
  func page(_ view: FrameworkView) -> Document {
    var document = Document(
      lead: [
        Message(
          "report.framework.text",
          [
            "framework": .text(view.framework.title), "controls": .integer(view.controls.count),
            "rules": .integer(view.rules.count),
          ])
      ], cautions: [Message("report.caution.mappings")])
    document.blocks = [controls(view), details(view)]
    return document
  }

  private func controls(_ view: FrameworkView) -> Block {
    var block = Block(
      id: "controls", title: language.text("report.framework.controls.title"),
      text: Message("report.framework.controls.text"))
    block.columns =
      [
        Message("report.column.control"), Message("report.column.outcome"),
        Message("report.rules.title"),
      ] + TotalsContext.order.map { Message("outcome.\($0)") }
    let (ids, wording) = (Set(data.result.rules.map(\.rule.id)), wording)
    block.address = { ids.contains($0) ? wording.page("../rules/\($0.lowercased())") : nil }
    block.rows = view.controls.map { control in
      Block.Row(
        [
          .heading(.code(control.name)), .outcome(control.totals.rollUp),
          Block.Cell(.list(control.rules.map { .code(data.result.rules[$0].rule.id) })),
        ] + TotalsContext.order.map { .number(control.totals[$0]) })
    }
    return block
  }

  private func details(_ view: FrameworkView) -> Block {
    var block = Block(
      id: "results", title: language.text("report.framework.results.title"),
      text: Message("report.framework.results.text"))
    block.columns =
      [
        Message("report.column.rule"), Message("report.column.control"),
        Message("report.column.severity"), Message("report.column.outcome"),
      ] + TotalsContext.order.map { Message("outcome.\($0)") }
    block.rows = view.controls.flatMap { control in
      control.rules.map { index in
        let rule = data.result.rules[index]
        return Block.Row(
          [
            .rule(
              rule.rule.id, rules[index],
              href: wording.page("../rules/\(rule.rule.id.lowercased())")),
            Block.Cell(.code(control.name)), .severity(rule.rule.severity),
            .outcome(rule.totals.rollUp),
          ] + TotalsContext.order.map { .number(rule.totals[$0]) })
      }
    }
    return block
  }
}
