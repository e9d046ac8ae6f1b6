import Model

/// The rows of one table as they are read: cells row by row.
///
/// A cell is filled for every value of the input, so it is written straight to memory that is nobody
/// else's while rows are added; an array would be asked each time whether it is shared.
@safe final class CellGrid: @unchecked Sendable {
  /// How many cells a row has.
  let width: Int
  /// How many rows are finished.
  private(set) var rowCount = 0
  /// The grids below list and map fields, at the positions of the fields; set when all rows are.
  var children: [CellGrid?] = []

  private var marks: UnsafeMutablePointer<UInt8>
  private var payloads: UnsafeMutablePointer<Int64>
  /// How many rows there is room for, the one that is being filled included.
  private var capacity = 16

  /// An empty grid.
  init(width: Int) {
    self.width = width
    unsafe marks = .allocate(capacity: width * capacity)
    unsafe payloads = .allocate(capacity: width * capacity)
    clearRow()
  }

  deinit {
    unsafe marks.deallocate()
    unsafe payloads.deallocate()
  }

  /// Whether a field of the current row was filled.
  func isSet(_ column: Int) -> Bool {
    precondition(column >= 0 && column < width)
    return unsafe marks[rowCount * width + column] != CellState.absent.rawValue
  }

  /// Fills a cell of the current row.
  func set(_ column: Int, _ mark: CellMark, _ payload: Int64) {
    precondition(column >= 0 && column < width)
    unsafe marks[rowCount * width + column] = mark.bits
    unsafe payloads[rowCount * width + column] = payload
  }

  /// Ends the current row; fields that were not set are absent.
  func endRow() {
    rowCount += 1
    if rowCount == capacity { grow() }
    clearRow()
  }

  private func clearRow() {
    unsafe (marks + rowCount * width).initialize(repeating: 0, count: width)
    unsafe (payloads + rowCount * width).initialize(repeating: 0, count: width)
  }

  private func grow() {
    let used = width * rowCount
    capacity *= 2
    let largerMarks = UnsafeMutablePointer<UInt8>.allocate(capacity: width * capacity)
    unsafe largerMarks.moveInitialize(from: marks, count: used)
    unsafe marks.deallocate()
    unsafe marks = largerMarks
    let largerPayloads = UnsafeMutablePointer<Int64>.allocate(capacity: width * capacity)
    unsafe largerPayloads.moveInitialize(from: payloads, count: used)
    unsafe payloads.deallocate()
    unsafe payloads = largerPayloads
  }

  /// Lends the cells of a column.
  func withCells(_ column: Int, _ body: (Column.Cells) -> Void) {
    let count = rowCount * width
    unsafe body(
      Column.Cells(
        marks: UnsafeBufferPointer(start: marks, count: count),
        payloads: UnsafeBufferPointer(start: payloads, count: count),
        first: column, stride: width, count: rowCount))
  }
}
