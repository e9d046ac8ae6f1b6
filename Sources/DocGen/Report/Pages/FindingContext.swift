import Model

/// A finding as templates show it.
struct FindingContext {
  let data: ReportData
  let wording: Wording
  /// The path from the page to the folder of the report, such as `../`.
  let toReport: String
  /// Whether the evidence is left to the page of the rule.
  var isBrief = false

  private var language: ReportLanguage { wording.language }

  /// Whether values stand as text without elements of their own: a page with thousands of findings
  /// opens as fast as it has few elements.
  private var isSlim: Bool { isBrief && wording.form == .html }

  /// The finding's values: see `docs/templates.md`.
  func make(_ finding: Finding) -> TemplateValue {
    let evaluation = finding.evaluation
    return [
      "anchor": .text("f-\(finding.fingerprint)"),
      "fingerprint": .text(finding.fingerprint),
      "rule": .text(finding.rule),
      "ruleHref": .text(toReport + wording.page("rules/\(finding.rule.lowercased())")),
      "outcome": .text("\(finding.outcome)"),
      "outcomeWord": .text(language.word(finding.outcome)),
      "originalOutcomeWord": finding.originalOutcome == finding.outcome
        ? .null : .text(language.word(finding.originalOutcome)),
      "severity": .text("\(evaluation.severity)"),
      "severityWord": .text(language.word(evaluation.severity)),
      "severityRank": .integer(Int(evaluation.severity.rawValue)),
      "subject": subject(finding.subject),
      "reason": evaluation.reason.map(isSlim ? wording.slim : wording.markup) ?? .null,
      "isBrief": .boolean(isBrief),
      "ways": isBrief
        ? []
        : .list(
          evaluation.waysToPass.map { way in
            ["answers": .list(way.map { clause($0, of: finding.rule) })]
          }),
      "digest": isBrief
        ? .null : .text(finding.subject.pointer.flatMap(data.run.recordDigest)),
      "clauses": isBrief
        ? [] : .list(evaluation.clauses.map { clause($0, of: finding.rule) }),
      "notes": .list(evaluation.notes.map { ["text": wording.markup($0)] }),
      "evidence": isBrief ? [] : .list(evaluation.evidence.map(evidence)),
      "place": place(finding.subject.pointer),
      "accepted": finding.exception.map { wording.markup(accepted($0)) } ?? .null,
      "owner": finding.owner.map { wording.markup(.code($0)) } ?? .null,
    ]
  }

  private func accepted(_ exception: GrantedException) -> Message {
    Message(
      "report.finding.accepted",
      [
        "date": .instant(Instant(wholeDay: exception.expires)),
        "approver": .text(exception.approver), "reason": .text(exception.reason),
      ])
  }

  /// A subject: its kind in words, its name and id, and the page about it.
  func subject(_ subject: Subject) -> TemplateValue {
    let item = subject.record.flatMap(data.inventory.item)
    return [
      "kind": .text(language.word(subject.kind)),
      "name": wording.markup(subject.name.map { .text($0) }),
      "id": wording.markup(.code(subject.id)),
      "sortKey": .text(wording.mask(subject.name ?? subject.id)),
      "href": item.map { .text(toReport + self.page($0)) } ?? .null,
    ]
  }

  /// Where a record stands, as `file:line` and as a pointer.
  func place(_ pointer: RecordPointer?) -> TemplateValue {
    guard let pointer else { return .null }
    let file = "\(pointer.path):\(pointer.line)"
    return [
      "file": isSlim ? wording.slim(file) : wording.markup(.code(file)),
      "pointer": wording.markup(.code(pointer.jsonPointer)),
    ]
  }

  /// The path of an item's page in this form.
  func page(_ item: Inventory.Item) -> String {
    wording.form == .html ? item.path : String(item.path.dropLast(4)) + "md"
  }

  private func clause(_ clause: ClauseResult, of rule: String) -> TemplateValue {
    [
      "text": wording.markup(Message("clause.\(rule.lowercased()).\(clause.name)")),
      "truth": .text("\(clause.truth)"),
      "truthWord": .text(language.word(clause.truth)),
    ]
  }

  private func evidence(_ evidence: Evidence) -> TemplateValue {
    [
      "label": wording.markup(Message(evidence.label)),
      "value": evidence.value.map { wording.markup($0) }
        ?? wording.markup(Message("report.none")),
      "place": place(evidence.pointer),
    ]
  }
}
