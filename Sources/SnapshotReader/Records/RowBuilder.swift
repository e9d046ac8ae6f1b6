import Model

/// Collects the rows of one table: a section, or a list inside its records.
struct RowBuilder {
  let plan: RecordPlan
  private(set) var count = 0
  /// Builders of the tables below list and map fields, at the positions of the fields.
  var children: [RowBuilder?]
  /// The objects of the current record that were met.
  var seenObjects: [Bool]

  private var columns: [Column]
  private var marks: [CellMark]
  private var payloads: [Int64]

  init(_ plan: RecordPlan) {
    self.plan = plan
    children = plan.fields.map { $0.child.map(RowBuilder.init) }
    seenObjects = Array(repeating: false, count: plan.objects.count)
    columns = plan.shape.fields.map { Column($0.kind) }
    marks = Array(repeating: CellMark(.absent), count: plan.fields.count)
    payloads = Array(repeating: 0, count: plan.fields.count)
  }

  /// Whether the current record already has the field.
  func isSet(_ column: Int) -> Bool { marks[column].state != .absent }

  /// Fills a cell of the current record.
  mutating func set(_ column: Int, _ mark: CellMark, _ payload: Int64) {
    marks[column] = mark
    payloads[column] = payload
  }

  /// Ends the current record; fields that were not set are absent.
  mutating func endRow() {
    for column in columns.indices {
      columns[column].append(marks[column], payloads[column])
      marks[column] = CellMark(.absent)
      payloads[column] = 0
    }
    for object in seenObjects.indices { seenObjects[object] = false }
    count += 1
  }

  /// The table with all rows; the places are the caller's.
  consuming func table() -> Table {
    var table = Table(plan.shape)
    table.count = count
    table.columns = columns
    table.children = children.map { $0?.table() }
    return table
  }
}
