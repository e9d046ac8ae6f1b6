import Localization
import Model

/// Finds the places of problems in the files that authors edit: the renderer knows lines of the
/// page with its inclusions in place.
struct PlaceFinder {
  private let page: ExpandedPage
  private let text: Lines
  /// The file that the page was made from, where its lines aren't those of the page.
  private let original: (path: String, text: Lines)?

  /// Prepares for one page.
  ///
  /// - Parameters:
  ///   - page: The page.
  ///   - original: What it was made from if it isn't written in Markdown.
  ///   - path: The file that holds the original.
  init(_ page: ExpandedPage, madeFrom original: [UInt8]? = nil, of path: String = "") {
    self.page = page
    text = Lines(page.bytes)
    self.original = original.map { (path, Lines($0)) }
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
    let quoted = quotedWord(of: message)
    var column = place.column
    if column == 0, let quoted { column = text.column(of: quoted, inLine: place.line) }
    return inOriginal(page.origins.location(line: place.line, column: column), of: quoted)
  }

  /// The place of a problem that was found before inclusions were in place, in a page that was made
  /// of something else.
  func located(_ problem: Diagnostic, from origins: LineOrigins?) -> Diagnostic {
    guard let origins, let original, problem.location.path == original.path else { return problem }
    var problem = problem
    let place = origins.location(line: problem.location.line, column: 0)
    problem.location = inOriginal(place, of: quotedWord(of: problem.message))
    return problem
  }

  /// The place in what the page was made of, as near as the line says.
  private func inOriginal(_ place: SourceLocation, of quoted: [UInt8]?) -> SourceLocation {
    var found = place
    guard let original, original.path == found.path else { return found }
    found.column = 0
    // Folded lines of YAML are fewer in the page than in the file.
    for line in found.line..<found.line + Self.foldedLimit {
      let column = quoted.map { original.text.column(of: $0, inLine: line) } ?? 0
      if column > 0 {
        (found.line, found.column) = (line, column)
        break
      }
    }
    return found
  }

  /// How many lines of the original are searched for what one line of the page is about.
  private static let foldedLimit = 100

  private func quotedWord(of message: String) -> [UInt8]? {
    let parts = message.utf8.split(
      separator: UInt8(ascii: "'"), maxSplits: 2, omittingEmptySubsequences: false)
    return parts.count == 3 ? Array(parts[1]) : nil
  }

  /// A text whose lines are searched.
  private struct Lines {
    let bytes: [UInt8]
    let table: LineTable

    init(_ bytes: [UInt8]) { (self.bytes, table) = (bytes, LineTable(bytes)) }

    /// Where a text stands in a line, in bytes from 1; 0 if it isn't there.
    func column(of text: [UInt8], inLine number: Int) -> Int {
      guard let first = text.first, let line = table.range(ofLine: number) else { return 0 }
      for position in line
      where bytes[position] == first && bytes[position..<line.upperBound].starts(with: text) {
        return position - line.lowerBound + 1
      }
      return 0
    }
  }
}
