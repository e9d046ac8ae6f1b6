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
  init(file: String, firstLine: Int = 1) { append(file: file, line: firstLine, at: 1) }

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

  /// Whether the page consists of several files.
  var isComposite: Bool { Set(runs.map(\.file)).count > 1 }

  /// The place in the original file of a place in the expanded page.
  func location(line: Int, column: Int) -> SourceLocation {
    guard let run = runs.last(where: { $0.firstLine <= line }) ?? runs.first else {
      return SourceLocation(path: "", line: line, column: column)
    }
    return SourceLocation(
      path: run.file, line: run.originalLine + line - run.firstLine, column: column)
  }
}
