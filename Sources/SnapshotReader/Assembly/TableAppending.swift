import Model

extension Table {
  /// Whether row numbers stay within 31 bits when other rows are added.
  func fits(_ rows: CellGrid) -> Bool {
    guard count + rows.rowCount <= Int(Int32.max) else { return false }
    return zip(children, rows.children).allSatisfy { own, other in
      guard let own, let other else { return true }
      return own.fits(other)
    }
  }

  /// Adds rows of the same shape; places are the caller's.
  ///
  /// `texts` holds the identifiers here, at the positions of the identifiers in the rows.
  mutating func append(_ rows: CellGrid, texts: [Int32]) {
    for index in columns.indices {
      let move = shape.fields[index].kind.move(below: children[index])
      rows.withCells(index) { columns[index].append($0, move, texts: texts) }
      if let child = rows.children[index] { children[index]?.append(child, texts: texts) }
    }
    count += rows.rowCount
  }

  /// Makes room for `ratio` times the rows of a sample.
  mutating func reserve(_ sample: CellGrid, _ ratio: Double) {
    let rows = Int(Double(sample.rowCount) * ratio) + 1
    for index in columns.indices {
      columns[index].reserve(rows)
      if let child = sample.children[index] { children[index]?.reserve(child, ratio) }
    }
  }
}

extension FieldShape.Kind {
  /// How readable cells of a field change when they move into a table with rows below it.
  fileprivate func move(below child: Table?) -> Column.Move {
    switch self {
    case .text, .key, .reference, .identifier, .service: .texts
    case .word, .instant, .count, .number, .flag: .none
    case .records, .values, .map: .rows(from: Int64(child?.count ?? 0))
    }
  }
}
