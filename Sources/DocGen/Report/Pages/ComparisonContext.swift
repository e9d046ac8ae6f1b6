import Model

/// The comparison with an earlier run: what became of each finding, and why.
struct ComparisonContext {
  let data: ReportData
  let wording: Wording

  /// How many findings of a kind are listed; `findings.ndjson` and `vouch diff` hold all.
  private static let limit = 1_000

  private var language: ReportLanguage { wording.language }

  func document() -> Document {
    guard let comparison = data.run.comparison else {
      return Document(lead: [Message("report.comparison.none")])
    }
    return Document(
      lead: [Message("report.comparison.text")],
      blocks: [runs(comparison), counts(comparison)]
        + FindingChange.allCases.map { list($0, comparison) })
  }

  /// What the runs went by, side by side.
  private func runs(_ comparison: Comparison) -> Block {
    let (before, after) = (comparison.before, comparison.after)
    var block = Block(
      id: "comparison-runs", title: language.text("report.comparison.runs.title"))
    block.facts = [
      (Message("report.comparison.fact.path"), .code(comparison.path)),
      (Message("report.comparison.fact.manifest"), .code(comparison.manifestDigest)),
    ]
    func changed(_ differs: (RunFacts.RuleFacts, RunFacts.RuleFacts) -> Bool) -> MessageValue? {
      let ids = after.rules.keys.sorted().filter { id in
        before.rules[id].map { old in after.rules[id].map { differs(old, $0) } ?? false } ?? false
      }
      return ids.isEmpty
        ? .message(Message("report.none")) : .list(ids.map { .code($0) })
    }
    block.facts += [
      (Message("report.comparison.fact.ruleVersions"), changed { $0.sha256 != $1.sha256 }),
      (Message("report.comparison.fact.parameters"), changed { !$0.isSet(as: $1) }),
    ]
    block.columns = ["what", "before", "now"].map { Message("report.comparison.column.\($0)") }
    let rows: [(String, MessageValue?, MessageValue?)] = [
      ("tool", .text("Vouch \(before.toolVersion)"), .text("Vouch \(after.toolVersion)")),
      ("environment", before.environment.map { .code($0) }, after.environment.map { .code($0) }),
      ("collected", before.collected.map { .time($0) }, after.collected.map { .time($0) }),
      ("asOf", before.asOf.map { .time($0) }, after.asOf.map { .time($0) }),
      ("catalogue", .code(before.catalogue), .code(after.catalogue)),
      ("exceptions", digest(before.exceptions), digest(after.exceptions)),
      ("rules", .integer(before.rules.count), .integer(after.rules.count)),
    ]
    block.rows = rows.map { name, before, after in
      [
        .heading(.message(Message("report.comparison.fact.\(name)"))), Block.Cell(before),
        Block.Cell(after),
      ]
    }
    return block
  }

  /// The digest of a file that a run may have been without.
  private func digest(_ file: String?) -> MessageValue {
    file.map { .code($0) } ?? .message(Message("report.none"))
  }

  private func counts(_ comparison: Comparison) -> Block {
    var block = Block(
      id: "comparison-counts", title: language.text("report.comparison.counts.title"))
    block.columns =
      ["change", "count"].map { Message("report.comparison.column.\($0)") }
      + ChangeCause.allCases.map(word)
    block.rows = FindingChange.allCases.map { change in
      Block.Row(
        [.heading(.message(word(change))), .number(comparison.count(change))]
          + ChangeCause.allCases.map { .number(comparison.count(change, $0)) })
    }
    return block
  }

  private func list(_ change: FindingChange, _ comparison: Comparison) -> Block {
    let all = comparison.findings.filter { $0.change == change }
    let shown = all.prefix(Self.limit)
    var block = Block(
      id: "comparison-\(change.rawValue)", title: language.plain(word(change)))
    guard !shown.isEmpty else {
      block.text = Message("report.comparison.empty")
      return block
    }
    if shown.count < all.count {
      block.text = Message(
        "report.comparison.more",
        ["shown": .integer(shown.count), "count": .integer(all.count)])
    }
    let listed = Set(data.listed.joined().map(\.fingerprint))
    block.columns =
      [Message("report.column.rule"), Message("report.column.subject")]
      + ["before", "now"].map { Message("report.comparison.column.\($0)") }
    if change != .persisting { block.columns.append(Message("report.comparison.column.causes")) }
    block.rows = shown.map { compared in
      var cells = [
        rule(compared, listed), Block.Cell(subject(compared.finding)),
        outcome(compared.before), outcome(compared.after),
      ]
      if change != .persisting { cells.append(Block.Cell(causes(compared.causes))) }
      return Block.Row(cells)
    }
    return block
  }

  /// The rule, with a link to the finding if the report lists it.
  private func rule(_ compared: ComparedFinding, _ listed: Set<String>) -> Block.Cell {
    guard let finding = compared.finding else { return Block.Cell(nil) }
    // Pages of Markdown have no places of their own for findings.
    let hasPlace = wording.form == .html && listed.contains(finding.fingerprint)
    return .heading(
      .code(finding.rule),
      href: hasPlace
        ? wording.page("rules/\(finding.rule.lowercased())", anchor: "f-\(finding.fingerprint)")
        : nil)
  }

  private func subject(_ finding: RecordedFinding?) -> MessageValue? {
    guard let finding else { return nil }
    return finding.name.map { .text($0) } ?? .code(finding.id)
  }

  private func outcome(_ finding: RecordedFinding?) -> Block.Cell {
    finding.map { .outcome($0.outcome) }
      ?? Block.Cell(.message(Message("report.comparison.absent")))
  }

  private func causes(_ causes: [ChangeCause]) -> MessageValue {
    causes.isEmpty
      ? .message(Message("report.comparison.cause.none"))
      : .list(causes.map { .message(word($0)) })
  }

  private func word(_ change: FindingChange) -> Message {
    Message("report.comparison.change.\(change.rawValue)")
  }

  private func word(_ cause: ChangeCause) -> Message {
    Message("report.comparison.cause.\(cause.rawValue)")
  }
}

extension MessageValue {
  /// A time that a manifest states; whatever isn't one is shown as it stands.
  static func time(_ text: String) -> Self {
    if case .instant(let instant) = InstantText.read(text) { return .instant(instant) }
    return .code(text)
  }
}
