import Model

/// The part of a code file that a page shows.
struct CodeSnippet {
  /// Why a part can't be shown.
  enum Failure: Error, Equatable {
    /// No pair of tags has the name.
    case noTag(nearest: String?)
    /// The file has no such lines.
    case noLines(count: Int)
    /// The file isn't a notebook.
    case noNotebook
  }

  /// Cuts the part that a directive asks for.
  ///
  /// A tag is `<name>` and `</name>` in a comment, or `#region name` and `#endregion`; lines with
  /// tags aren't shown. Lines lose the indentation that all of them have.
  static func text(of file: [UInt8], _ directive: SnippetDirective) throws(Failure) -> [[UInt8]] {
    let file = file.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(file.dropFirst(3)) : file
    var lines = file.split(separator: 10, omittingEmptySubsequences: false).map { line in
      line.last == 13 ? Array(line.dropLast()) : Array(line)
    }
    if lines.last?.isEmpty == true { lines.removeLast() }
    if let tag = directive.tag {
      lines = try part(of: lines, named: tag)
    }
    if let wanted = directive.lines {
      let shown = lines.indices.filter { wanted.contains($0 + 1) }.map { lines[$0] }
      guard !shown.isEmpty else { throw .noLines(count: lines.count) }
      lines = shown
    } else if directive.tag == nil {
      lines.removeAll { SnippetTag($0).map { $0.isComment && !$0.isRegion } ?? false }
    }
    let count = directive.dedent ?? commonIndentation(lines)
    return lines.map { Array($0.dropFirst(min(count, $0.prefix { $0.isBlank }.count))) }
  }

  private static func part(of lines: [[UInt8]], named name: String) throws(Failure) -> [[UInt8]] {
    var shown: [[UInt8]] = []
    var depth = 0
    var (isInside, isFound) = (false, false)
    let wanted = name.lowercased()
    var names: [String] = []
    for line in lines {
      guard let tag = SnippetTag(line), tag.isComment || tag.name == wanted else {
        if isInside { shown.append(line) }
        continue
      }
      if let begun = tag.name, !tag.isEnd {
        names.append(begun)
        if isInside, tag.isRegion { depth += 1 }
        if begun == wanted { (isInside, isFound, depth) = (true, true, 0) }
      } else if isInside {
        if tag.isRegion, tag.name == nil {
          if depth == 0 { isInside = false } else { depth -= 1 }
        } else if tag.name == wanted {
          isInside = false
        }
      }
    }
    guard isFound else { throw .noTag(nearest: Suggestion.nearest(to: wanted, among: names)) }
    return shown
  }

  private static func commonIndentation(_ lines: [[UInt8]]) -> Int {
    lines.filter { $0.contains { $0 > 32 } }.map { $0.prefix { $0.isBlank }.count }.min() ?? 0
  }
}
