import Model

/// The first page of a report: the verdict, the counts, the rules, what was not covered.
struct OverviewContext {
  let data: ReportData
  let wording: Wording
  let rules: [RuleWords]

  private var result: AuditResult { data.result }
  private var language: ReportLanguage { wording.language }

  func make() -> TemplateObject {
    let uncovered = uncovered()
    return [
      "heading": wording.markup(Self.heading(result)), "gate": gate(), "facts": .list(facts()),
      "countsText": wording.markup(
        Message(
          "report.counts.text",
          [
            "rules": .integer(result.rules.count),
            "count": .integer(result.totals.population),
          ])),
      "totals": TotalsContext.make(result.totals, language) {
        ReportPages.isOpen($0) ? "findings/index.html#rows" : nil
      },
      "attention": .list(
        [Outcome.fail, .unknown].map {
          AttentionContext(data: data, wording: wording, rules: rules, outcome: $0).make()
        }),
      "severities": .list(
        FindingSeverity.allCases.reversed().map { severity in
          [
            "severity": .text("\(severity)"), "word": .text(language.word(severity)),
            "totals": TotalsContext.make(result.totals(at: severity), language),
          ]
        }),
      "severityChart": BarChart.outcomes(
        Message("report.counts.bySeverity"),
        FindingSeverity.allCases.reversed().map {
          BarChart.Bar(.message(Message("severity.\($0)")), result.totals(at: $0))
        }
      ).make(wording),
      "groupChart": BarChart.outcomes(
        Message("report.rules.chart"),
        RuleGroup.allCases.compactMap { group in
          let totals = result.rules.filter { $0.rule.group == group }
            .reduce(OutcomeTotals()) { $0 + $1.totals }
          return totals.population == 0
            ? nil : BarChart.Bar(.message(Message("group.\(group.rawValue)")), totals)
        }
      ).make(wording),
      "notes": .list(notes(uncovered.count)),
      "groups": .list(RuleGroup.allCases.compactMap(group)),
      "hasUncovered": .boolean(!uncovered.isEmpty),
      "uncovered": .list(
        uncovered.map { message in
          ["text": wording.markup(message) { page(of: $0) }]
        }),
      "cautions": .list(
        ["consent", "mappings", "derived", "coverage"].map {
          ["text": .text(language.text("report.caution.\($0)"))]
        }),
    ]
  }

  /// What the summary must not leave out.
  private func notes(_ uncovered: Int) -> [TemplateValue] {
    let isGood = result.reconciliation.addsUp
    return [
      Message("report.summary.uncovered", ["count": .integer(uncovered)]),
      Message("report.reconciliation.\(isGood ? "good" : "bad").title"),
      Message("report.caution.mappings"), Message("report.caution.consent"),
    ].map { ["text": wording.markup($0)] }
  }

  /// The heading, with the name of the environment.
  static func heading(_ result: AuditResult) -> Message {
    let name = result.snapshot.environment?.text(.name)
    return Message(
      "report.overview.title",
      [
        "environment": name.map { .text(result.masked($0)) }
          ?? .message(Message("report.notStated"))
      ])
  }

  private func gate() -> TemplateValue {
    let gate = data.run.gate
    let state = gate.isFailed ? "failed" : gate.isTooUnknown ? "unknown" : "open"
    guard let failOn = gate.gate.failOn else {
      return [
        "state": .text("none"), "title": .text(language.text("report.gate.none.title")),
        "text": wording.markup(Message("report.gate.none.text")),
      ]
    }
    return [
      "state": .text(state), "title": .text(language.text("report.gate.\(state).title")),
      "text": wording.markup(
        Message(
          "report.gate.text",
          [
            "fails": .integer(gate.fails), "unknowns": .integer(gate.unknowns),
            "severity": .message(Message("severity.\(failOn)")),
            "allowed": .integer(gate.gate.maximumUnknown),
          ])),
    ]
  }

  private func facts() -> [TemplateValue] {
    let snapshot = result.snapshot
    let environment = snapshot.environment
    let collection = snapshot.rows(CollectionRecord.self).first
    func text(_ value: String?) -> MessageValue? { value.map { .text($0) } }
    let asOf: MessageValue =
      result.asOf.map { .instant($0) } ?? .message(Message("report.fact.asOf.none"))
    let facts: [(String, MessageValue?)] = [
      ("environment", text(environment?.text(.name))),
      ("instanceId", environment?.text(.instanceId).map { .code($0) }),
      ("region", text(environment?.text(.region))),
      ("collected", collection?[.collectedUtc].known.map { .instant($0) }),
      ("collectedBy", text(collection?.text(.collectedBy))),
      ("asOf", asOf),
      ("catalogue", .text(result.catalogue.date)),
      ("tool", .text("Vouch \(data.run.toolVersion)")),
    ]
    return facts.map { name, value in
      [
        "name": .text(language.text("report.fact.\(name)")),
        "value": wording.markup(value ?? .message(Message("report.notStated"))),
      ]
    }
  }

  private func page(of rule: String) -> String {
    wording.page("rules/\(rule.lowercased())")
  }

  private func group(_ group: RuleGroup) -> TemplateValue? {
    let members = zip(result.rules, rules).filter { $0.0.rule.group == group }
    guard !members.isEmpty else { return nil }
    return [
      "id": .text(group.rawValue), "name": .text(language.word(group)),
      "rules": .list(
        members.map { rule, words in
          [
            "id": .text(rule.rule.id), "title": .text(words.title), "tag": .text(words.tag),
            "direction": .text(words.direction),
            "href": .text(page(of: rule.rule.id)),
            "severity": .text("\(rule.rule.severity)"),
            "severityWord": .text(language.word(rule.rule.severity)),
            "outcome": .text("\(rule.totals.rollUp)"),
            "outcomeWord": .text(language.word(rule.totals.rollUp)),
            "totals": TotalsContext.make(rule.totals, language) { _ in
              "rules/\(rule.rule.id.lowercased()).html#results"
            },
          ]
        }),
    ]
  }

  /// What the audit could not look at: missing sections, incomplete ones, missing populations.
  private func uncovered() -> [Message] {
    var messages: [Message] = []
    let complete = CompletenessClaims(result.snapshot)
    for section in Section.allCases where !section.isSingle && section != .exceptions {
      let name = MessageValue.message(Message("section.\(section.name)"))
      let readers = result.rules.filter { $0.rule.sections.contains(section) }.map(\.rule.id)
      guard !readers.isEmpty else { continue }
      let arguments: KeyValuePairs<String, MessageValue> = [
        "section": name, "rules": .list(readers.map { .text($0) }),
      ]
      if result.snapshot.state(section) != .present {
        messages.append(Message("report.uncovered.missing", arguments))
      } else if !complete.claims(section) {
        messages.append(Message("report.uncovered.incomplete", arguments))
      }
    }
    for rule in result.rules where rule.isPopulationUnknown {
      messages.append(
        Message("report.uncovered.population", ["rule": .text(rule.rule.id)]))
    }
    return messages
  }
}

/// Which sections claim to hold everything that exists.
struct CompletenessClaims {
  private var names: Set<String> = []

  init(_ snapshot: Snapshot) {
    guard let sources = snapshot.rows(CollectionRecord.self).first?[.sources].known else { return }
    for index in 0..<sources.count
    where sources.field(index, "complete", Bool.self).known == true {
      if let name = sources.field(index, "section", Identifier.self).known {
        names.insert(snapshot.text(name))
      }
    }
  }

  /// Whether the collection says that a section is complete.
  func claims(_ section: Section) -> Bool { names.contains(section.name) }
}
