import Model

/// One cell of a record, or of a list inside it, with the way to it.
struct RecordCell {
  let snapshot: Snapshot
  let record: SubjectRecord
  /// What the cell holds.
  let field: FieldShape
  /// Whether the cell is a time that lies in the future by its nature: an expiry, a due date, a
  /// validity.
  let isPlanned: Bool
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

  /// Where the cell stands.
  var pointer: RecordPointer? {
    var path = Self.path(list?.field.name ?? field.name)
    if let key { path += "/\(Self.escaped(SecretScanner.printable(snapshot.text(key))))" }
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

/// What a cell holds, as far as a walk over cells asks.
enum CellKind: BitwiseCopyable {
  case instant, plannedInstant, word, service, list, map, other

  init(_ field: FieldShape) {
    self =
      switch field.kind {
      case .instant: EventOrder.isPlanned(field.name) ? .plannedInstant : .instant
      case .word: .word
      case .service: .service
      case .records, .values: .list
      case .map: .map
      default: .other
      }
  }

  /// The kinds of a section's fields, and of the fields in its lists.
  struct Section: Sendable {
    let own: FixedList<CellKind>
    let inner: [FixedList<CellKind>]
  }

  /// The kinds of all sections, at the positions of their raw values.
  static let sections = Model.Section.allCases.map { section in
    Section(
      own: FixedList(section.shape.fields.map(CellKind.init)),
      inner: section.shape.fields.map { field in
        FixedList(field.kind.child?.fields.map(CellKind.init) ?? [])
      })
  }
}

extension Snapshot {
  /// Shows every cell of a record, those of its lists included, in the order of the shape.
  ///
  /// Cells that aren't wanted cost next to nothing.
  func forEachCell(
    of record: SubjectRecord,
    where isWanted: (CellKind, CellState) -> Bool = { _, _ in true },
    _ body: (RecordCell) -> Void
  ) {
    let section = record.section.rawValue
    guard record.row < tables[section].count else { return }
    let kinds = CellKind.sections[section].own
    for position in 0..<kinds.count {
      let kind = kinds[position]
      let cells = tables[section].columns[position].cells
      if kind == .list || kind == .map, let rows = cells.listRows(record.row) {
        forEachCell(of: record, position, rows, where: isWanted, body)
      } else if isWanted(kind, cells.mark(record.row).state) {
        body(
          RecordCell(
            snapshot: self, record: record, field: tables[section].shape.fields[position],
            isPlanned: kind == .plannedInstant, column: tables[section].columns[position],
            row: record.row, list: nil, key: nil))
      }
    }
  }

  private func forEachCell(
    of record: SubjectRecord, _ position: Int, _ rows: Range<Int>,
    where isWanted: (CellKind, CellState) -> Bool, _ body: (RecordCell) -> Void
  ) {
    guard let child = tables[record.section.rawValue].children[position] else { return }
    let list = record.section.shape.fields[position]
    let kinds = CellKind.sections[record.section.rawValue].inner[position]
    for (offset, row) in rows.enumerated() {
      for inner in 0..<kinds.count
      where isWanted(kinds[inner], child.columns[inner].cells.mark(row).state) {
        let kind = kinds[inner]
        var key: Identifier?
        if case .map = list.kind {
          key = Identifier(index: Int32(truncatingIfNeeded: child.columns[0].payload(row)))
        }
        body(
          RecordCell(
            snapshot: self, record: record, field: child.shape.fields[inner],
            isPlanned: kind == .plannedInstant, column: child.columns[inner], row: row,
            list: (list, offset), key: key))
      }
    }
  }
}

extension Column {
  /// The rows of a cell's list in the child table; `nil` unless there is a list.
  func listRows(_ row: Int) -> Range<Int>? { cells.listRows(row) }
}

extension CellMemory {
  /// The rows of a cell's list in the child table; `nil` unless there is a list.
  func listRows(_ row: Int) -> Range<Int>? {
    guard mark(row).state == .value else { return nil }
    let payload = payload(row)
    let first = Int(payload & 0xFFFF_FFFF)
    return first..<(first + Int(payload >> 32))
  }
}
