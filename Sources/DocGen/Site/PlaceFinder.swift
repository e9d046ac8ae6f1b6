import Localization
import Model

/// Finds the places of problems in the files that authors edit: the renderer knows lines of the
/// page with its inclusions in place.
struct PlaceFinder {
  private let page: ExpandedPage
  private let lines: LineTable

  /// Prepares for one page.
  init(_ page: ExpandedPage) {
    self.page = page
    lines = LineTable(page.bytes)
  }

  /// A problem at its place in the original file; `nil` if it is none in the files themselves.
  func located(_ problem: Diagnostic) -> Diagnostic? {
    // Units are numbered for each file, so an included one may well repeat a number.
    if problem.code == "unit.duplicate", page.origins.isComposite { return nil }
    var problem = problem
    problem.location = location(problem.location, of: problem.message)
    return problem
  }

  /// The original place of a line; its column is that of the first quoted word of `message`.
  func location(_ place: SourceLocation, of message: String) -> SourceLocation {
    guard place.line > 0 else { return place }
    var column = place.column
    if column == 0, let quoted = quotedWord(of: message) {
      column = self.column(of: quoted, inLine: place.line)
    }
    return page.origins.location(line: place.line, column: column)
  }

  private func quotedWord(of message: String) -> [UInt8]? {
    let parts = message.utf8.split(
      separator: UInt8(ascii: "'"), maxSplits: 2, omittingEmptySubsequences: false)
    return parts.count == 3 ? Array(parts[1]) : nil
  }

  /// Where a text stands in a line, in bytes from 1; 0 if it isn't there.
  private func column(of text: [UInt8], inLine number: Int) -> Int {
    guard let first = text.first, let line = lines.range(ofLine: number) else { return 0 }
    for position in line
    where page.bytes[position] == first && page.bytes[position..<line.upperBound].starts(with: text)
    {
      return position - line.lowerBound + 1
    }
    return 0
  }
}
