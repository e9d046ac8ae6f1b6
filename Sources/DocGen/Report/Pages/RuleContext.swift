import Model

/// The page of one rule, and its part of the list of findings.
struct RuleContext {
  let data: ReportData
  let wording: Wording
  /// The position of the rule.
  let index: Int
  let words: RuleWords
  let toReport: String

  private var language: ReportLanguage { wording.language }
  private var result: RuleResult { data.result.rules[index] }

  /// The values of the rule's own page.
  func page() -> TemplateObject {
    let rule = result.rule
    let findings = FindingContext(data: data, wording: wording, toReport: toReport)
    let listed = data.listed[index].prefix(Self.pageLimit)
    let chunks = stride(from: 0, to: listed.count, by: 150).map { start -> TemplateValue in
      let end = min(start + 150, listed.count)
      return [
        "label": .text(
          language.plain(
            Message(
              "report.rule.chunk", ["from": .integer(start + 1), "to": .integer(end)]))),
        "findings": .list(listed[start..<end].map(findings.make)),
      ]
    }
    var page: TemplateObject = [
      "rule": [
        "id": .text(rule.id), "title": .text(words.title), "tag": .text(words.tag),
        "direction": .text(words.direction), "severity": .text("\(rule.severity)"),
        "severityWord": .text(language.word(rule.severity)),
        "group": .text(language.word(rule.group)), "subject": .text(language.word(rule.subject)),
      ],
      "totals": TotalsContext.make(result.totals, language) { _ in "#results" },
      "parts": .list([.criterion, .why, .procedure, .remedy].compactMap(part)),
      "sources": part(.sources) ?? .null,
      "controls": .list(
        rule.controls.map { mapping in
          [
            "framework": .text(mapping.framework.title),
            "controls": wording.markup(.list(mapping.controls.map { .code($0) })),
          ]
        }),
      "hasParameters": .boolean(
        !rule.parameters.isEmpty || !(rule.agreedLimits ?? []).isEmpty),
      "parameters": .list(
        rule.parameters.map(parameter) + (rule.agreedLimits ?? []).map(agreedLimit)),
      "chunks": .list(chunks),
    ]
    ListExtent(shown: listed.count, count: result.verdicts.count).add(to: &page, wording)
    return page
  }

  private func part(_ part: RuleWords.Part) -> TemplateValue? {
    guard let quote = words.quote(part, wording, toReport: toReport) else { return nil }
    return [
      "id": .text(part.rawValue), "name": .text(language.text("report.rule.\(part.rawValue)")),
      "quote": quote,
    ]
  }

  /// The values of the rule's part in the list of fails and unknowns; `nil` if it has none.
  func findings() -> TemplateValue? {
    let open = data.listed[index].filter(\.outcome.isOpen)
    guard !open.isEmpty else { return nil }
    let findings = FindingContext(
      data: data, wording: wording, toReport: toReport, isBrief: data.isBrief)
    let suffix = wording.form == .html ? "html" : "md"
    return [
      "id": .text(result.rule.id), "anchor": .text(result.rule.id.lowercased()),
      "title": .text(words.title), "tag": .text(words.tag), "direction": .text(words.direction),
      "href": .text("\(toReport)rules/\(result.rule.id.lowercased()).\(suffix)"),
      "criterion": words.quote(.criterion, wording, toReport: toReport) ?? .null,
      "remedy": words.quote(.remedy, wording, toReport: toReport) ?? .null,
      "isChunked": .boolean(open.count > Self.chunk), "isBrief": .boolean(data.isBrief),
      "chunks": .list(
        stride(from: 0, to: open.count, by: Self.chunk).map { start in
          [
            "label": .text("\(result.rule.id): \(range(start, open.count))"),
            "findings": .list(
              open[start..<min(start + Self.chunk, open.count)].map(findings.make)),
          ]
        }),
      "more": ListExtent(
        shown: open.count, count: result.totals[.fail] + result.totals[.unknown]
      ).note(wording),
      "open": TotalsContext.counted(result.totals, language, of: [.fail, .unknown]),
    ]
  }

  /// How many outcomes the page of a rule shows with their evidence.
  static let pageLimit = 1_000
  /// How many rows a table of findings has before the next one begins.
  private static let chunk = 250

  private func range(_ start: Int, _ count: Int) -> String {
    language.plain(
      Message(
        "report.rule.chunk",
        ["from": .integer(start + 1), "to": .integer(min(start + Self.chunk, count))]))
  }

  /// A limit by contract, as a parameter whose default is what the documents state.
  private func agreedLimit(_ limit: AgreedLimit) -> TemplateValue {
    func text(_ value: Int) -> String { language.value(Double(value), .count) }
    let row = AgreedLimitRow(limit, data.result)
    return [
      "name": .text(row.name), "value": .text(text(limit.maximum)),
      "unit": .text(language.text(row.unit.key)), "origin": wording.markup(row.source),
      "default": .text(language.text(AgreedLimitRow.usual.key)),
      "range": .text(
        language.plain(
          Message(
            "report.range",
            ["from": .text(text(0)), "to": .text(text(AgreedLimit.largest))]))),
    ]
  }

  private func parameter(_ parameter: RuleParameter) -> TemplateValue {
    func text(_ value: Double) -> TemplateValue {
      .text(language.value(value, parameter.unit))
    }
    return [
      "name": .text(parameter.name), "value": text(parameter.value),
      "unit": .text(language.text("unit.\(parameter.unit.rawValue)")),
      "origin": wording.markup(
        parameter.origin.map { .code($0) } ?? .message(Message("report.parameter.default"))),
      "default": text(parameter.defaultValue),
      "range": .text(
        language.plain(
          Message(
            "report.range",
            [
              "from": .text(language.value(parameter.range.lowerBound, parameter.unit)),
              "to": .text(language.value(parameter.range.upperBound, parameter.unit)),
            ]))),
    ]
  }
}
