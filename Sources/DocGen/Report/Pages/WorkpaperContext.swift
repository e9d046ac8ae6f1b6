import Digests
import Model

/// What auditors fill in: the sample with its tick marks, and the sign-off.
struct WorkpaperContext {
  let data: ReportData
  let wording: Wording
  let rules: [RuleWords]

  private var language: ReportLanguage { wording.language }
  private var result: AuditResult { data.result }

  /// The sample for a workpaper.
  func sample(_ sample: Sample) -> Document {
    var document = Document(
      lead: [
        Message(
          "report.sample.text",
          [
            "shown": .integer(sample.chosen.count), "count": .integer(sample.population),
            "seed": .code("\(sample.request.seed)"), "method": .text(Sample.method),
          ])
      ], cautions: [Message("report.sample.caution")])
    var block = Block(id: "sample", title: language.text("report.sample.rows.title"))
    block.columns =
      [
        Message("report.sample.column.number"), Message("report.column.rule"),
        Message("report.column.subject"), Message("report.column.outcome"),
        Message("report.finding.record"),
      ]
      + ["traced", "agrees", "exception", "initials", "remarks"].map {
        Message("report.sample.column.\($0)")
      }
    block.rows = sample.chosen.enumerated().map { number, place in
      let finding = result.finding(rule: place.rule, subject: place.subject)
      let pointer = finding.subject.pointer
      return Block.Row(
        [
          .number(number + 1),
          .rule(
            finding.rule, rules[place.rule],
            href: wording.page("rules/\(finding.rule.lowercased())")),
          Block.Cell(finding.subject.name.map { .text($0) } ?? .code(finding.subject.id)),
          .outcome(finding.outcome),
          Block.Cell(pointer.map { .code("\($0.path):\($0.line)") }),
        ] + Array(repeating: .blank, count: 5), anchor: "sample-\(number + 1)")
    }
    document.blocks = [block]
    return document
  }

  /// The page that is signed.
  func signOff() -> Document {
    var document = Document(
      lead: [
        Message("report.signoff.text"),
        Message(
          "report.signoff.counts",
          [
            "fail": .integer(result.totals[.fail]), "unknown": .integer(result.totals[.unknown]),
            "accepted": .integer(result.totals[.accepted]),
            "pass": .integer(result.totals[.pass]),
            "notApplicable": .integer(result.totals[.notApplicable]),
            "count": .integer(result.totals.population),
          ]),
      ])
    var identity = block("identity")
    identity.facts = [
      (
        Message("report.signoff.digest"),
        .code(Digests.sha256(ManifestDocument.render(data.run)))
      ),
      (Message("report.fact.asOf"), data.time.map { .instant($0) }),
      (Message("report.fact.tool"), .text("Vouch \(data.run.toolVersion)")),
    ]
    var names = block("names")
    names.columns = ["role", "name", "signature", "date"].map {
      Message("report.signoff.column.\($0)")
    }
    names.rows = ["prepared", "reviewed", "owner", "auditor"].map { role in
      [.heading(.message(Message("report.signoff.role.\(role)"))), .blank, .blank, .blank]
    }
    var distribution = block("distribution")
    distribution.columns = ["label", "copy", "given"].map {
      Message("report.signoff.column.\($0)")
    }
    distribution.rows = (1...4).map { [.heading(.integer($0)), .blank, .blank] }
    var comments = block("comments")
    comments.columns = ["reference", "comment"].map { Message("report.signoff.column.\($0)") }
    comments.rows = (1...4).map { _ in [.blank, .blank] }
    document.blocks = [identity, names, distribution, comments]
    return document
  }

  private func block(_ name: String) -> Block {
    Block(
      id: "signoff-\(name)", title: language.text("report.signoff.\(name).title"),
      text: Message("report.signoff.\(name).text"))
  }
}
