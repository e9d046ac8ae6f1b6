import Model

/// The rows of one table as they are read: cells row by row.
struct CellGrid: Sendable {
  /// How many cells a row has.
  let width: Int
  /// How many rows are finished.
  private(set) var rowCount = 0
  /// The grids below list and map fields, at the positions of the fields.
  var children: [CellGrid?] = []

  /// The finished rows, and behind them the current one.
  private var marks: [UInt8]
  private var payloads: [Int64]

  init(width: Int) {
    self.width = width
    marks = Array(repeating: 0, count: width)
    payloads = Array(repeating: 0, count: width)
  }

  /// Whether the current row already has the field.
  func isSet(_ column: Int) -> Bool {
    marks[rowCount * width + column] != CellState.absent.rawValue
  }

  /// Fills a cell of the current row.
  mutating func set(_ column: Int, _ mark: CellMark, _ payload: Int64) {
    marks[rowCount * width + column] = mark.bits
    payloads[rowCount * width + column] = payload
  }

  /// Ends the current row; fields that were not set are absent.
  mutating func endRow() {
    rowCount += 1
    for _ in 0..<width {
      marks.append(0)
      payloads.append(0)
    }
  }

  /// Lends the cells of a column.
  func withCells(_ column: Int, _ body: (Column.Cells) -> Void) {
    unsafe marks.withUnsafeBufferPointer { marks in
      unsafe payloads.withUnsafeBufferPointer { payloads in
        unsafe body(
          Column.Cells(
            marks: marks, payloads: payloads, first: column, stride: width, count: rowCount))
      }
    }
  }
}
