import Model

/// `report/disclosures.csv`: every run that may have sent data to somebody, in the order of the
/// snapshot.
enum DisclosuresTable {
  private static let header = [
    "recipient", "recipientKnownFrom", "connectionId", "connectionName", "targetKind", "targetId",
    "targetName", "runId", "startUtc", "endUtc", "status", "count", "countKind", "path", "line",
    "pointer",
  ]

  /// The document, in blocks.
  static func render<E: Error>(
    _ report: MachineReport, to write: ([UInt8]) throws(E) -> Void
  ) throws(E) {
    let result = report.result
    let recipients = Recipients(result)
    let disclosures = Disclosures(result.snapshot, recipients, InventoryLinks(result.snapshot))
    var csv = CSVWriter()
    csv.row(header.map { .text($0) })
    try disclosures.forEach { entry throws(E) in
      csv.row(fields(entry, recipients, result))
      if csv.count > MachineReport.blockSize { try write(csv.take()) }
    }
    try write(csv.take())
  }

  private static func fields(
    _ entry: Disclosures.Entry, _ recipients: Recipients, _ result: AuditResult
  ) -> [CSVWriter.Field] {
    let snapshot = result.snapshot
    let run = Run(snapshot, entry.run)
    let connection = entry.connection.map { Connection(snapshot, $0) }
    let recipient = entry.connection.map { recipients.byConnection[$0] }
    func text(_ value: String?) -> CSVWriter.Field { .text(value.map(result.masked)) }
    let target = entry.target.flatMap { target in
      target.section == .exports
        ? Export(snapshot, target.row).text(.displayName)
        : Enrichment(snapshot, target.row).text(.displayName)
    }
    let isPassed = run[.status].known == .successful
    return [
      .text(recipient?.name), .text(recipient?.origin?.rawValue),
      text(connection?.text(.connectionId)), text(connection?.text(.displayName)),
      .text(run[.targetKind].known?.rawValue), text(run.text(.targetId)), text(target),
      text(run.text(.runId)), .text(run[.startUtc].known?.iso8601),
      .text(run[.endUtc].known?.iso8601), .text(run[.status].known?.rawValue),
      .integer(isPassed ? entry.count.number : nil),
      .text(isPassed ? entry.count.name : "notSuccessful"), .text(run.pointer?.path),
      .integer(run.pointer?.line), .text(run.pointer?.jsonPointer),
    ]
  }
}
