import Model

/// `report/findings.csv`: every outcome of every subject, one a row, for spreadsheets.
///
/// Rows are ordered as the lines of `findings.ndjson` are.
enum FindingsTable {
  private static let header = [
    "fingerprint", "rule", "title", "group", "severity", "outcome", "originalOutcome",
    "subjectKind", "subjectId", "subjectName", "reasonCode", "reason", "clauses", "notes", "owner",
    "path", "line", "pointer", "exceptionReason", "exceptionApprover", "exceptionTicket",
    "exceptionExpires",
  ]

  /// The document, in blocks.
  static func render<E: Error>(
    _ report: MachineReport, to write: ([UInt8]) throws(E) -> Void
  ) throws(E) {
    var csv = CSVWriter()
    csv.row(header.map { .text($0) })
    for (index, rule) in report.result.rules.enumerated() {
      for subject in report.run.listedPositions(index) {
        csv.row(fields(report.result.finding(rule: index, subject: subject), index, report))
        if csv.count > MachineReport.blockSize { try write(csv.take()) }
      }
      for rest in report.run.unlisted(index) {
        csv.row(unlisted(rest.outcome, rest.count, rule.rule.id))
      }
    }
    try write(csv.take())
  }

  /// The row that stands for outcomes that are counted only.
  private static func unlisted(
    _ outcome: Outcome, _ count: Int, _ rule: String
  ) -> [CSVWriter.Field] {
    header.map { name in
      switch name {
      case "rule": .text(rule)
      case "outcome", "originalOutcome": .text("\(outcome)")
      case "reasonCode": .text("unlisted")
      case "reason": .text("\(count) more are counted and not listed; --evidence all lists them")
      default: .text("")
      }
    }
  }

  private static func fields(
    _ finding: Finding, _ rule: Int, _ report: MachineReport
  ) -> [CSVWriter.Field] {
    let evaluation = finding.evaluation
    let mask = report.result.masked
    return [
      .text(finding.fingerprint), .text(finding.rule), .text(report.rules[rule].title),
      .text(report.result.rules[rule].rule.group.rawValue), .text("\(evaluation.severity)"),
      .text("\(finding.outcome)"), .text("\(finding.originalOutcome)"),
      .text(finding.subject.kind.rawValue), .text(mask(finding.subject.id)),
      .text(finding.subject.name.map(mask)), .text(evaluation.reason?.key),
      .text(report.reason(finding, of: rule)),
      .text(evaluation.clauses.map { "\($0.name)=\($0.truth)" }.joined(separator: "; ")),
      .text(evaluation.notes.map(report.say).joined(separator: "; ")),
      .text(finding.owner.map(mask)), .text(finding.subject.pointer?.path),
      .integer(finding.subject.pointer?.line), .text(finding.subject.pointer?.jsonPointer),
      .text(finding.exception.map { mask($0.reason) }),
      .text(finding.exception.map { mask($0.approver) }),
      .text(finding.exception?.ticket.map(mask)),
      .text(finding.exception?.expires.description),
    ]
  }
}
