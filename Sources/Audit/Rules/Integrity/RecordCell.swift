import Model

/// One cell of a record, or of a list inside it, with the way to it.
struct RecordCell {
  let snapshot: Snapshot
  let record: SubjectRecord
  /// What the cell holds.
  let field: FieldShape
  /// The column, in the record's table or in that of the list.
  let column: Column
  /// The row of the column.
  let row: Int
  /// The list that the cell is in, with the position of its entry.
  let list: (field: FieldShape, offset: Int)?
  /// The key of the entry, in an object with free keys.
  let key: Identifier?

  /// How the cell is filled.
  var state: CellState { column.mark(row).state }

  /// The text of a cell of text, or of one that can't be read.
  var text: Identifier? {
    switch state {
    case .absent, .null: nil
    case .value:
      field.kind.isText ? Identifier(index: Int32(truncatingIfNeeded: column.payload(row))) : nil
    case .malformed, .unrecognized, .ambiguous, .sentinel:
      Identifier(index: Int32(truncatingIfNeeded: column.payload(row)))
    }
  }

  /// The field's name in the snapshot's shape, such as `exports.items.kind`.
  var name: String {
    let section = record.section.name
    guard let list else { return "\(section).\(field.name)" }
    if case .records = list.field.kind { return "\(section).\(list.field.name).\(field.name)" }
    return "\(section).\(list.field.name)"
  }

  /// Where the cell stands.
  var pointer: RecordPointer? {
    var path = Self.path(list?.field.name ?? field.name)
    if let key { path += "/\(Self.escaped(snapshot.text(key)))" }
    if let list, key == nil {
      path += "/\(list.offset)"
      if case .records = list.field.kind { path += Self.path(field.name) }
    }
    return snapshot.pointer(record.section, record.row)?.appending(path)
  }

  private static func path(_ name: String) -> String {
    name.split(separator: ".").map { "/\($0)" }.joined()
  }

  /// A key as RFC 6901 writes it.
  private static func escaped(_ key: String) -> String {
    key.replacing("~", with: "~0").replacing("/", with: "~1")
  }
}

extension RecordPointer {
  /// The pointer to something inside the record.
  func appending(_ path: String) -> RecordPointer {
    RecordPointer(
      path: self.path, line: line, jsonPointer: jsonPointer + path, offset: offset, length: length)
  }
}

extension FieldShape.Kind {
  /// Whether cells hold text as it was written.
  var isText: Bool {
    switch self {
    case .text, .key, .identifier, .reference, .service: true
    default: false
    }
  }
}

extension Snapshot {
  /// Shows every cell of a record, those of its lists included, in the order of the shape.
  func forEachCell(
    of record: SubjectRecord,
    where isWanted: (FieldShape.Kind, CellState) -> Bool = { _, _ in true },
    _ body: (RecordCell) -> Void
  ) {
    let table = tables[record.section.rawValue]
    guard record.row < table.count else { return }
    for (position, field) in table.shape.fields.enumerated() {
      let column = table.columns[position]
      guard let child = table.children[position] else {
        guard isWanted(field.kind, column.mark(record.row).state) else { continue }
        body(
          RecordCell(
            snapshot: self, record: record, field: field, column: column, row: record.row,
            list: nil, key: nil))
        continue
      }
      guard let rows = column.listRows(record.row) else {
        guard isWanted(field.kind, column.mark(record.row).state) else { continue }
        body(
          RecordCell(
            snapshot: self, record: record, field: field, column: column, row: record.row,
            list: nil, key: nil))
        continue
      }
      for (offset, row) in rows.enumerated() {
        var key: Identifier?
        if case .map = field.kind {
          key = Identifier(index: Int32(truncatingIfNeeded: child.columns[0].payload(row)))
        }
        for (inner, innerField) in child.shape.fields.enumerated()
        where isWanted(innerField.kind, child.columns[inner].mark(row).state) {
          body(
            RecordCell(
              snapshot: self, record: record, field: innerField, column: child.columns[inner],
              row: row, list: (field, offset), key: key))
        }
      }
    }
  }
}

extension Column {
  /// The rows of a cell's list in the child table; `nil` unless there is a list.
  func listRows(_ row: Int) -> Range<Int>? {
    guard mark(row).state == .value else { return nil }
    let payload = payload(row)
    let first = Int(payload & 0xFFFF_FFFF)
    return first..<(first + Int(payload >> 32))
  }
}
