import Model

/// Collects the rows of one table: a section, or a list inside its records.
struct RowBuilder {
  let plan: RecordPlan
  /// Whether a field is a list of single values.
  let listsOfValues: [Bool]
  /// The objects of the current record that were met.
  var seenObjects: [Bool]
  /// Builders of the tables below list and map fields, at the positions of the fields.
  var children: [RowBuilder?]

  private let grid: CellGrid

  init(_ plan: RecordPlan) {
    self.plan = plan
    listsOfValues = plan.fields.map(\.isListOfValues)
    seenObjects = Array(repeating: false, count: plan.objectPaths.count)
    children = plan.fields.map { $0.child.map(RowBuilder.init) }
    grid = CellGrid(width: plan.fields.count)
  }

  /// How many records are finished.
  var count: Int { grid.rowCount }

  /// Whether the current record already has the field.
  func isSet(_ column: Int) -> Bool { grid.isSet(column) }

  /// Fills a cell of the current record.
  func set(_ column: Int, _ mark: CellMark, _ payload: Int64) {
    grid.set(column, mark, payload)
  }

  /// Fills the cells of everything in an object of the current record.
  func setAll(in object: Int, _ mark: CellMark, _ payload: Int64) {
    let entry = plan.tables.objects[object]
    for index in entry.firstColumn..<(entry.firstColumn + entry.columnCount) {
      set(Int(plan.tables.objectColumns[Int(index)]), mark, payload)
    }
  }

  /// Ends the current record; fields that were not set are absent.
  mutating func endRow() {
    grid.endRow()
    if seenObjects.count > 1 {
      for object in seenObjects.indices { seenObjects[object] = false }
    }
  }

  /// All rows, with those of the lists inside.
  consuming func rows() -> CellGrid {
    grid.children = children.map { $0?.rows() }
    return grid
  }
}
