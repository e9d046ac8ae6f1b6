/// The cells of a table row.
enum TableCells {
  /// Splits a row at its `|`, but not at `\|` and not inside code.
  static func split(_ page: [UInt8], _ row: Range<Int>) -> [Range<Int>] {
    var cells: [Range<Int>] = []
    var start = row.lowerBound
    var position = row.lowerBound
    if page[position] == UInt8(ascii: "|") {
      position += 1
      start = position
    }
    while position < row.upperBound {
      switch page[position] {
      case UInt8(ascii: "\\"): position += 2
      case UInt8(ascii: "`"): position = InlineCode.end(page, at: position, before: row.upperBound)
      case UInt8(ascii: "|"):
        cells.append(start..<position)
        position += 1
        start = position
      default: position += 1
      }
    }
    if start < row.upperBound { cells.append(start..<row.upperBound) }
    return cells
  }
}
