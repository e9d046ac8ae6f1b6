/// Where lines of a body were joined before it was parsed, so that the lines behind are counted from
/// further up than in the file.
struct JoinedLines {
  /// The numbers, from 1, of the lines that hold others too, in their order.
  private var lines: [Int] = []
  /// How many lines are missing behind each.
  private var missing: [Int] = []

  /// Says that a line, behind all that were named before, holds `count` others besides.
  mutating func append(_ line: Int, holding count: Int) {
    lines.append(line)
    missing.append((missing.last ?? 0) + count)
  }

  /// The number that a line has in the file.
  ///
  /// Complexity: logarithmic in the joined lines.
  func original(_ line: Int) -> Int {
    guard let first = lines.first, line > first else { return line }
    var (low, high) = (0, lines.count)
    while low < high {
      let middle = (low + high) / 2
      if lines[middle] < line { low = middle + 1 } else { high = middle }
    }
    return line + missing[low - 1]
  }
}
