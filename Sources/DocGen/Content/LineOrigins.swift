import Model

/// Where the lines of an expanded page come from.
struct LineOrigins: Sendable {
  private struct Run {
    var firstLine: Int
    var file: String
    var originalLine: Int
  }

  private var runs: [Run] = []

  /// A page that includes nothing.
  init(file: String) { append(file: file, line: 1, at: 1) }

  init() {}

  /// Says that from the line `output` of the expanded page on the lines are those of `file` from
  /// `line` on.
  mutating func append(file: String, line: Int, at output: Int) {
    if let last = runs.last, last.firstLine == output { runs.removeLast() }
    if let last = runs.last, last.file == file, last.originalLine + output - last.firstLine == line
    {
      return
    }
    runs.append(Run(firstLine: output, file: file, originalLine: line))
  }

  /// Says that lines were put before a line of the expanded page.
  mutating func insert(_ count: Int, before line: Int) {
    for index in index(after: line - 1)..<runs.count { runs[index].firstLine += count }
  }

  /// The origins where the lines of `file` were themselves made from others.
  func through(_ other: LineOrigins, of file: String) -> LineOrigins {
    var result = LineOrigins()
    for (index, run) in runs.enumerated() {
      result.append(file: run.file, line: run.originalLine, at: run.firstLine)
      guard run.file == file else { continue }
      let count = index + 1 < runs.count ? runs[index + 1].firstLine - run.firstLine : Int.max / 2
      let last = run.originalLine + count
      let start = other.location(line: run.originalLine, column: 0)
      result.append(file: start.path, line: start.line, at: run.firstLine)
      for inner in other.runs[other.index(after: run.originalLine)...] {
        guard inner.firstLine < last else { break }
        result.append(
          file: inner.file, line: inner.originalLine,
          at: run.firstLine + inner.firstLine - run.originalLine)
      }
    }
    return result
  }

  /// The first run that begins behind a line.
  private func index(after line: Int) -> Int {
    var (low, high) = (0, runs.count)
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].firstLine <= line { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Whether the page consists of several files.
  var isComposite: Bool { Set(runs.map(\.file)).count > 1 }

  /// The place in the original file of a place in the expanded page.
  func location(line: Int, column: Int) -> SourceLocation {
    let after = index(after: line)
    guard let run = after > 0 ? runs[after - 1] : runs.first else {
      return SourceLocation(path: "", line: line, column: column)
    }
    return SourceLocation(
      path: run.file, line: run.originalLine + line - run.firstLine, column: column)
  }
}
