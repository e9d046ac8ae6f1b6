import Model

/// A snapshot as lines of text, for comparisons.
enum SnapshotDump {
  /// The state of each section and the cells of each column, without the places of records.
  static func lines(_ snapshot: Snapshot) -> [String] {
    Section.allCases.flatMap { section -> [String] in
      let table = snapshot.table(section)
      return ["\(section) \(snapshot.state(section)) \(table.count)"] + lines(table)
    }
  }

  private static func lines(_ table: Table) -> [String] {
    table.columns.enumerated().flatMap { index, column -> [String] in
      let cells = (0..<column.count).map { "\(column.mark($0).bits):\(column.payload($0))" }
      return ["\(table.shape.fields[index].name) \(cells.joined(separator: " "))"]
        + (table.children[index].map(lines) ?? [])
    }
  }

  /// All texts in the order of their identifiers.
  static func texts(_ snapshot: Snapshot) -> [String] {
    (0..<snapshot.texts.count).map { snapshot.text(Identifier(index: Int32($0))) }
  }
}
