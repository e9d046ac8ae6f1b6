public import Model

/// Turns offsets in a file into lines and columns.
public struct LineTable: Sendable {
  fileprivate let starts: [Int]
  private let count: Int

  /// Finds the lines of a file once.
  public init(_ bytes: [UInt8]) {
    var starts = [0]
    starts.reserveCapacity(bytes.count / 64 + 1)
    while let end = bytes.firstIndex(of: UInt8(ascii: "\n"), from: starts[starts.count - 1]) {
      starts.append(end + 1)
    }
    self.starts = starts
    count = bytes.count
  }

  /// The bytes of a line without its end; `nil` if there is no such line.
  public func range(ofLine line: Int) -> Range<Int>? {
    guard line >= 1, line <= starts.count else { return nil }
    return starts[line - 1]..<(line < starts.count ? starts[line] - 1 : count)
  }

  /// The line of an offset, from 1.
  ///
  /// - Complexity: Logarithmic in the number of lines.
  public func line(of offset: Int) -> Int {
    var (low, high) = (0, starts.count)
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The place of an offset; the column counts bytes from 1.
  public func location(of offset: Int, path: String) -> SourceLocation {
    let (line, column) = lineAndColumn(of: offset)
    return SourceLocation(path: path, line: line, column: column)
  }

  /// The line and the column of an offset, both from 1.
  func lineAndColumn(of offset: Int) -> (line: Int, column: Int) {
    let line = line(of: offset)
    return (line, offset - starts[line - 1] + 1)
  }
}

/// Finds lines and columns of offsets that mostly rise, each from where the one before was.
struct LineCursor {
  let table: LineTable
  private var line = 1

  init(_ table: LineTable) { self.table = table }

  /// The line and the column of an offset, both from 1.
  mutating func lineAndColumn(of offset: Int) -> (line: Int, column: Int) {
    let starts = table.starts
    var steps = 0
    if line > starts.count || starts[line - 1] > offset { line = table.line(of: offset) }
    while line < starts.count, starts[line] <= offset {
      line += 1
      steps += 1
      if steps == 8 { line = table.line(of: offset) }
    }
    return (line, offset - starts[line - 1] + 1)
  }
}
