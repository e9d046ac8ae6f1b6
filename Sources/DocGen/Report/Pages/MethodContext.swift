import Model

/// How the audit was made: clock, sources, digests, rules, input problems, exceptions that were
/// found but not applied.
struct MethodContext {
  let data: ReportData
  let wording: Wording

  private var result: AuditResult { data.result }
  private var snapshot: Snapshot { result.snapshot }
  private var language: ReportLanguage { wording.language }

  func document() -> Document {
    Document(
      blocks: [
        scope(), clock(), evidence(), sources(), files(), rules(), parameters(), problems(),
        exceptions(),
      ])
  }

  private func block(_ id: String, _ text: Message? = nil) -> Block {
    Block(id: "method-\(id)", title: language.text("report.method.\(id).title"), text: text)
  }

  private func scope() -> Block {
    var block = block("scope", Message("report.method.scope.text"))
    block.columns = [
      Message("report.column.section"), Message("report.column.records"),
      Message("report.column.state"),
    ]
    block.rows = Section.allCases.filter { !$0.isSingle }.map { section in
      [
        Block.Cell(.message(Message("section.\(section.name)"))),
        .number(snapshot.count(section)),
        Block.Cell(.message(Message("report.method.state.\(snapshot.state(section))"))),
      ]
    }
    return block
  }

  private func clock() -> Block {
    block(
      "clock",
      result.asOf.map { Message("report.method.clock.given", ["time": .instant($0)]) }
        ?? Message("report.method.clock.collection"))
  }

  private func evidence() -> Block {
    let extent = data.run.evidence
    var block = block(
      "evidence",
      Message(
        "report.method.evidence.\(extent.rawValue)",
        ["count": .integer(EvidenceExtent.sampleSize)]))
    let unlisted = result.rules.enumerated()
      .map { (rule: $0.element, rest: data.run.unlisted($0.offset)) }
      .filter { !$0.rest.isEmpty }
    block.columns = [
      Message("report.column.rule"), Message("report.column.outcome"),
      Message("report.method.evidence.unlisted"),
    ]
    block.rows = unlisted.flatMap { entry in
      entry.rest.map { rest -> Block.Row in
        [.heading(.code(entry.rule.rule.id)), .outcome(rest.outcome), .number(rest.count)]
      }
    }
    return block
  }

  private func sources() -> Block {
    var block = block("sources", Message("report.method.sources.text"))
    let fields = ["section", "kind", "uri", "recordCount", "complete", "window", "sha256"]
    block.columns = fields.map { Message("field.sources.\($0)") }
    guard let list = snapshot.rows(CollectionRecord.self).first?[.sources].known, !list.isEmpty
    else {
      block.text = Message("report.method.sources.none")
      block.columns = []
      return block
    }
    block.rows = (0..<list.count).map { index in
      func text(_ name: String) -> MessageValue {
        list.field(index, name, Identifier.self).reported(snapshot) { .code(snapshot.text($0)) }
      }
      return [
        Block.Cell(text("section")),
        Block.Cell(
          list.field(index, "kind", SourceKind.self).reported(snapshot) { .code($0.rawValue) }),
        Block.Cell(text("uri")),
        Block.Cell(
          list.field(index, "recordCount", Int.self).reported(snapshot) { .integer($0) }, .number),
        Block.Cell(
          list.field(index, "complete", Bool.self).reported(snapshot) {
            .message(Message($0 ? "report.yes" : "report.no"))
          }),
        Block.Cell(
          window(
            list.field(index, "windowStartUtc", Instant.self),
            list.field(index, "windowEndUtc", Instant.self))),
        Block.Cell(text("sha256")),
      ]
    }
    return block
  }

  /// From when to when; of a window with one end what is told of that, and what is told of neither
  /// once.
  private func window(_ start: Field<Instant>, _ end: Field<Instant>) -> MessageValue {
    let from = start.reported(snapshot) { .instant($0) }
    let to = end.reported(snapshot) { .instant($0) }
    switch (start.known, end.known) {
    case (nil, nil) where from == to: return from
    case (nil, _?) where start.isAbsent || start.isNull:
      return .message(Message("report.method.window.until", ["to": to]))
    case (_?, nil) where end.isAbsent || end.isNull:
      return .message(Message("report.method.window.from", ["from": from]))
    default: return .message(Message("report.range", ["from": from, "to": to]))
    }
  }

  private func files() -> Block {
    var block = block("files", Message("report.method.files.text"))
    block.columns = ["file", "bytes", "sha256"].map { Message("report.column.\($0)") }
    block.rows =
      snapshot.files.map { file in
        [
          Block.Cell(.code(file.path)), .number(file.byteCount),
          Block.Cell(.code(file.sha256)),
        ]
      } + [
        [
          Block.Cell(
            .message(
              Message("report.method.catalogue", ["date": .text(result.catalogue.date)]))),
          Block.Cell(nil), Block.Cell(.code(result.catalogue.digest)),
        ]
      ]
    return block
  }

  private func rules() -> Block {
    var block = block(
      "rules",
      Message(
        "report.method.rules.text",
        [
          "rules": .list(result.rules.map { .text($0.rule.id) }),
          "count": .integer(result.rules.count),
        ]))
    let wording = wording
    block.address = { wording.page("rules/\($0.lowercased())") }
    return block
  }

  private func parameters() -> Block {
    var block = block("parameters", Message("report.method.parameters.text"))
    block.columns = ["rule", "parameter", "value", "default", "range", "unit", "source"].map {
      Message("report.column.\($0)")
    }
    block.rows = result.rules.flatMap { rule in
      let limits = (rule.rule.agreedLimits ?? []).map { agreedLimit($0, of: rule.rule) }
      return rule.rule.parameters.map { parameter -> Block.Row in
        func text(_ value: Double) -> MessageValue {
          .text(language.value(value, parameter.unit))
        }
        return [
          .heading(
            .code(rule.rule.id), href: wording.page("rules/\(rule.rule.id.lowercased())")),
          Block.Cell(.code(parameter.name)), Block.Cell(text(parameter.value)),
          Block.Cell(text(parameter.defaultValue)),
          Block.Cell(
            .message(
              Message(
                "report.range",
                [
                  "from": text(parameter.range.lowerBound), "to": text(parameter.range.upperBound),
                ]))),
          Block.Cell(.message(Message("unit.\(parameter.unit.rawValue)"))),
          Block.Cell(
            parameter.origin.map { .code($0) } ?? .message(Message("report.parameter.default"))),
        ]
      } + limits
    }
    return block
  }

  private func agreedLimit(_ limit: AgreedLimit, of rule: RuleDescription) -> Block.Row {
    func text(_ value: Int) -> MessageValue { .text(language.value(Double(value), .count)) }
    let row = AgreedLimitRow(limit, result)
    return [
      .heading(.code(rule.id), href: wording.page("rules/\(rule.id.lowercased())")),
      Block.Cell(.code(row.name)), Block.Cell(text(limit.maximum)),
      Block.Cell(.message(AgreedLimitRow.usual)),
      Block.Cell(
        .message(
          Message("report.range", ["from": text(0), "to": text(AgreedLimit.largest)]))),
      Block.Cell(.message(row.unit)), Block.Cell(row.source),
    ]
  }

  private func problems() -> Block {
    var block = block("problems")
    let shown = result.diagnostics.sorted().prefix(200)
    block.text = Message(
      shown.isEmpty ? "report.method.problems.none" : "report.method.problems.text",
      ["shown": .integer(shown.count), "count": .integer(result.diagnostics.count)])
    guard !shown.isEmpty else { return block }
    block.columns = [Message("report.column.place"), Message("report.column.problem")]
    block.rows = shown.map { problem in
      var words = Block.Cell(
        .text(
          "\(problem.severity): \(problem.message)"
            + (problem.suggestion.map { "; \($0)" } ?? "") + " [\(problem.code)]"))
      // Problems are told in English, as the command line does.
      if language.locale != .source {
        words.language = (LocaleTag.source.tag, LocaleTag.source.direction)
      }
      return [Block.Cell(.code(problem.location.description)), words]
    }
    return block
  }

  private func exceptions() -> Block {
    var block = block("exceptions")
    let rows = snapshot.rows(RecordedException.self)
    block.text = Message(
      rows.isEmpty ? "report.method.exceptions.none" : "report.method.exceptions.text")
    block.columns = ["ruleId", "subjectId", "approvedBy", "expiresUtc", "reason"].map {
      Message("field.exceptions.\($0)")
    }
    block.rows = rows.map { row in
      [
        Block.Cell(row[.ruleId].reported(snapshot) { .code(snapshot.text($0)) }),
        Block.Cell(row[.subjectId].reported(snapshot) { .code(snapshot.text($0)) }),
        Block.Cell(row[.approvedBy].reported(snapshot) { .text(snapshot.text($0)) }),
        Block.Cell(row[.expiresUtc].reported(snapshot) { .instant($0) }),
        Block.Cell(row[.reason].reported(snapshot) { .text(snapshot.text($0)) }),
      ]
    }
    return block
  }
}
