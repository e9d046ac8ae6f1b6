import Model

/// `report/sample.csv`: the workpaper, with empty columns for the marks of whoever checks it.
enum SampleTable {
  private static let header = [
    "number", "fingerprint", "rule", "title", "subjectKind", "subjectId", "subjectName", "outcome",
    "reason", "path", "line", "pointer", "sha256", "tracedToSource", "agrees", "exceptionNoted",
    "initials", "date", "remarks",
  ]

  /// The document.
  static func render(_ report: MachineReport, _ sample: Sample) -> [UInt8] {
    var csv = CSVWriter()
    csv.row(header.map { .text($0) })
    for (number, place) in sample.chosen.enumerated() {
      let finding = report.result.finding(rule: place.rule, subject: place.subject)
      let pointer = finding.subject.pointer
      csv.row(
        [
          .integer(number + 1), .text(finding.fingerprint), .text(finding.rule),
          .text(report.rules[place.rule].title), .text(finding.subject.kind.rawValue),
          .text(report.result.masked(finding.subject.id)),
          .text(finding.subject.name.map(report.result.masked)), .text("\(finding.outcome)"),
          .text(report.reason(finding, of: place.rule)), .text(pointer?.path),
          .integer(pointer?.line), .text(pointer?.jsonPointer),
          .text(pointer.flatMap(report.run.recordDigest)),
        ] + Array(repeating: .text(""), count: 6))
    }
    return csv.take()
  }
}
