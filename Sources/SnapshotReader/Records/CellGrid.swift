import Model

/// The rows of one table as they are read: cells row by row.
struct CellGrid: Sendable {
  /// How many cells a row has.
  let width: Int
  /// How many rows there are.
  private(set) var rowCount = 0
  /// The grids below list and map fields, at the positions of the fields.
  var children: [CellGrid?] = []

  private var marks: [UInt8] = []
  private var payloads: [Int64] = []

  /// An empty grid.
  init(width: Int) { self.width = width }

  /// Adds a row.
  mutating func append(_ row: CurrentRow) {
    unsafe marks.append(contentsOf: row.marks)
    unsafe payloads.append(contentsOf: row.payloads)
    rowCount += 1
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

/// The cells of the record that is being read.
///
/// A cell is filled for every value of the input, so it is written straight to memory that is
/// nobody else's; an array would be asked each time whether it is shared.
@safe final class CurrentRow {
  fileprivate let marks: UnsafeMutableBufferPointer<UInt8>
  fileprivate let payloads: UnsafeMutableBufferPointer<Int64>

  /// A row in which every field is absent.
  init(width: Int) {
    unsafe marks = .allocate(capacity: width)
    unsafe marks.initialize(repeating: 0)
    unsafe payloads = .allocate(capacity: width)
    unsafe payloads.initialize(repeating: 0)
  }

  deinit {
    unsafe marks.deallocate()
    unsafe payloads.deallocate()
  }

  /// Whether a field was filled.
  func isSet(_ column: Int) -> Bool {
    precondition(column >= 0 && column < (unsafe marks.count))
    return unsafe marks[column] != CellState.absent.rawValue
  }

  /// Fills a cell.
  func set(_ column: Int, _ mark: CellMark, _ payload: Int64) {
    precondition(column >= 0 && column < (unsafe marks.count))
    unsafe marks[column] = mark.bits
    unsafe payloads[column] = payload
  }

  /// Makes every field absent again.
  func clear() {
    unsafe marks.update(repeating: 0)
    unsafe payloads.update(repeating: 0)
  }
}
