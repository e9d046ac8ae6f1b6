import Model

/// The records with one id, field by field.
struct RecordComparison {
  /// The fields in which the others differ from the first, by their names in the section.
  private(set) var differing: [String] = []
  private let section: Section
  private let rows: [Int]
  private let snapshot: Snapshot

  /// Whether all records have the same content, whatever the spelling of their ids.
  var isIdentical: Bool { differing.isEmpty }

  init(_ subject: SubjectRecord, _ rows: [Int], _ context: AuditContext) {
    section = subject.section
    self.rows = rows
    snapshot = context.snapshot
    let table = snapshot.table(section)
    for (position, field) in table.shape.fields.enumerated() where !field.kind.isKey {
      for row in rows {
        for name in Self.differences(table, position, field.name, subject.row, row)
        where !differing.contains(name) { differing.append(name) }
      }
    }
    let own = unknownValues(of: subject.row)
    for row in rows where unknownValues(of: row) != own && !differing.contains("…") {
      differing.append("…")
    }
  }

  private func unknownValues(of row: Int) -> [[Identifier]] {
    snapshot.unknownValues.filter { $0.section == section && $0.row == row }
      .map { [$0.path, $0.value] }
  }

  /// The names of what differs in a field: its own, or those of the fields of its entries.
  private static func differences(
    _ table: Table, _ position: Int, _ name: String, _ left: Int, _ right: Int
  ) -> [String] {
    let column = table.columns[position]
    guard let child = table.children[position], let leftRows = column.listRows(left),
      let rightRows = column.listRows(right)
    else {
      let isSame =
        column.mark(left) == column.mark(right) && column.payload(left) == column.payload(right)
      return isSame ? [] : [name]
    }
    guard leftRows.count == rightRows.count else { return [name] }
    return child.shape.fields.indices.compactMap { inner in
      let cells = child.columns[inner]
      let isSame = zip(leftRows, rightRows).allSatisfy { leftRow, rightRow in
        cells.mark(leftRow) == cells.mark(rightRow)
          && cells.payload(leftRow) == cells.payload(rightRow)
      }
      if isSame { return nil }
      guard case .records = table.shape.fields[position].kind else { return name }
      return "\(name).\(child.shape.fields[inner].name)"
    }
  }

  func show<Examined: Rule>(_ examination: inout Examination<Examined>) {
    guard examination.isRecording else { return }
    for row in rows {
      let record = SubjectRecord(section, row)
      examination.evidence(
        .otherRecord, .code(snapshot.key(of: record) ?? ""), at: snapshot.pointer(section, row))
    }
    for field in differing { examination.evidence(.differingField, .code(field)) }
  }
}
