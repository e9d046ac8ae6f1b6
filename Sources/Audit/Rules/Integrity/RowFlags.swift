import Model

/// The records that a rule has to look at closely: one bit each.
///
/// Rules about every record of a snapshot test it column by column; most records are plain, and are
/// never looked at one by one.
struct RowFlags: Sendable {
  /// The bits of all sections, one after the other.
  private let words: FixedList<UInt64>
  /// Where the bits of each section begin, by its raw value; at the end, where they end.
  private let starts: FixedList<Int>

  fileprivate init(words: [UInt64], starts: [Int]) {
    self.words = FixedList(words)
    self.starts = FixedList(starts)
  }

  /// Whether a record is flagged.
  func contains(_ record: SubjectRecord) -> Bool {
    let word = starts[record.section.rawValue] + record.row >> 6
    return word < starts[record.section.rawValue + 1]
      && words[word] & (1 << UInt64(record.row & 63)) != 0
  }
}

/// The records that a rule has to look at closely, while they are looked for.
struct RowFlagging {
  private var words: [UInt64]
  private var starts: [Int]

  /// No record is flagged.
  init(_ snapshot: Snapshot) {
    starts = [0]
    for section in Section.allCases {
      starts.append(starts[section.rawValue] + (snapshot.count(section) + 63) >> 6)
    }
    words = Array(repeating: 0, count: starts[Section.allCases.count])
  }

  /// The flags so far.
  var flags: RowFlags { RowFlags(words: words, starts: starts) }

  /// Flags a record.
  mutating func insert(_ row: Int, of section: Section) {
    words[starts[section.rawValue] + row >> 6] |= 1 << UInt64(row & 63)
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
      for (offset, word) in bits.enumerated() { words[starts[section.rawValue] + offset] |= word }
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
