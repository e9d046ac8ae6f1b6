import Model

/// What needs somebody first: the rules with the worst fails, or the worst unknowns.
struct AttentionContext {
  let data: ReportData
  let wording: Wording
  let rules: [RuleWords]
  /// Fail or unknown.
  let outcome: Outcome

  /// How many rules are shown, and how many subjects of each.
  private static let shown = (rules: 6, subjects: 3)

  private var language: ReportLanguage { wording.language }

  /// The outcome's count and its worst rules: those with the highest severity first, among them
  /// those with the most subjects of that severity.
  func make() -> TemplateValue {
    let entries = data.listed.indices.compactMap(entry).sorted { left, right in
      (-Int(left.severity.rawValue), -left.worst, -left.count, left.index)
        < (-Int(right.severity.rawValue), -right.worst, -right.count, right.index)
    }
    let others = entries.dropFirst(Self.shown.rules)
    return [
      "outcome": .text("\(outcome)"), "word": .text(language.word(outcome)),
      "count": .text(language.integer(data.result.totals[outcome])),
      "href": .text(TotalsContext.link("findings/index.\(suffix)#rows", outcome)),
      "isEmpty": .boolean(entries.isEmpty),
      "rules": .list(entries.prefix(Self.shown.rules).map(rule)),
      "others": others.isEmpty
        ? .null
        : wording.markup(
          Message(
            "report.attention.others",
            [
              "count": .integer(others.count),
              "rules": .list(others.map { .text(data.result.rules[$0.index].rule.id) }),
            ])
        ) { findings(of: $0) },
    ]
  }

  private struct Entry {
    let index: Int
    let severity: FindingSeverity
    let count: Int
    /// How many of them have the severity.
    let worst: Int
    /// The first findings in the order of the rule's list.
    let first: [Finding]
  }

  private func entry(_ index: Int) -> Entry? {
    let first = data.listed[index].lazy.filter { $0.outcome == outcome }
      .prefix(Self.shown.subjects)
    guard let severity = first.first?.evaluation.severity else { return nil }
    let rule = data.result.rules[index]
    return Entry(
      index: index, severity: severity, count: rule.totals[outcome],
      worst: rule.count(of: .init(outcome, severity)), first: Array(first))
  }

  private func rule(_ entry: Entry) -> TemplateValue {
    let rule = data.result.rules[entry.index].rule
    let words = rules[entry.index]
    let rest = entry.count - entry.first.count
    return [
      "id": .text(rule.id), "title": .text(words.title), "tag": .text(words.tag),
      "direction": .text(words.direction), "severity": .text("\(entry.severity)"),
      "severityWord": .text(language.word(entry.severity)),
      "count": wording.markup(count(entry)),
      "href": .text(findings(of: rule.id)),
      "subjects": .list(
        entry.first.enumerated().map { position, finding in
          [
            "separator": .text(position == 0 ? "" : "; "),
            "href": .text("findings/index.\(suffix)#f-\(finding.fingerprint)"),
            "name": wording.markup(
              finding.subject.name.map { .text($0) } ?? .code(finding.subject.id)),
          ]
        }),
      "more": rest == 0
        ? .null : wording.markup(Message("report.attention.more", ["count": .integer(rest)])),
    ]
  }

  /// How many subjects have the severity that stands beside the number, of all with the outcome.
  private func count(_ entry: Entry) -> MessageValue {
    guard entry.worst != entry.count else { return .integer(entry.count) }
    return .message(
      Message(
        "report.attention.share",
        ["count": .integer(entry.worst), "total": .integer(entry.count)]))
  }

  private func findings(of rule: String) -> String {
    "findings/index.\(suffix)#\(rule.lowercased())"
  }

  private var suffix: String { wording.form == .html ? "html" : "md" }
}
