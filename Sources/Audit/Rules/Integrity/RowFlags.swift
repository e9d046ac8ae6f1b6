import Model

/// The records that a rule has to look at closely: one bit each.
///
/// Rules about every record of a snapshot test it column by column; most records are plain, and are
/// never looked at one by one.
struct RowFlags: Sendable {
  private var words: [[UInt64]]

  /// No record is flagged.
  init() { words = Array(repeating: [], count: Section.allCases.count) }

  /// Whether a record is flagged.
  func contains(_ record: SubjectRecord) -> Bool {
    let section = words[record.section.rawValue]
    let word = record.row >> 6
    return word < section.count && section[word] & (1 << UInt64(record.row & 63)) != 0
  }

  /// Flags a record.
  mutating func insert(_ row: Int, of section: Section, count: Int) {
    if words[section.rawValue].isEmpty {
      words[section.rawValue] = Array(repeating: 0, count: (count + 63) >> 6)
    }
    words[section.rawValue][row >> 6] |= 1 << UInt64(row & 63)
  }

  /// Flags the records with a cell that a test finds, their lists included.
  ///
  /// The test gets each column with its field and number of rows, and calls the closure with the
  /// rows of that column that it finds.
  mutating func insert(
    in snapshot: Snapshot, where test: (FieldShape, Column, Int, (Int) -> Void) -> Void
  ) {
    for section in Section.allCases {
      let table = snapshot.tables[section.rawValue]
      guard table.count > 0 else { continue }
      var bits: [UInt64] = []
      Self.test(table, &bits, test)
      guard !bits.isEmpty else { continue }
      if words[section.rawValue].isEmpty {
        words[section.rawValue] = bits
      } else {
        for word in bits.indices { words[section.rawValue][word] |= bits[word] }
      }
    }
  }

  private static func test(
    _ table: Table, _ bits: inout [UInt64],
    _ test: (FieldShape, Column, Int, (Int) -> Void) -> Void
  ) {
    let size = (table.count + 63) >> 6
    for (position, field) in table.shape.fields.enumerated() {
      let column = table.columns[position]
      test(field, column, table.count) { row in
        if bits.isEmpty { bits = Array(repeating: 0, count: size) }
        bits[row >> 6] |= 1 << UInt64(row & 63)
      }
      guard let child = table.children[position], child.count > 0 else { continue }
      var inner: [UInt64] = []
      Self.test(child, &inner, test)
      guard !inner.isEmpty else { continue }
      for row in 0..<table.count {
        guard let rows = column.listRows(row),
          rows.contains(where: { inner[$0 >> 6] & (1 << UInt64($0 & 63)) != 0 })
        else { continue }
        if bits.isEmpty { bits = Array(repeating: 0, count: size) }
        bits[row >> 6] |= 1 << UInt64(row & 63)
      }
    }
  }
}

extension Examination {
  /// Whether a rule may take a record that it didn't flag for plain: not where somebody reads the
  /// finding, and not where a test replaces answers.
  var mayTakeForPlain: Bool { !isRecording && context.overrides.isEmpty }
}
