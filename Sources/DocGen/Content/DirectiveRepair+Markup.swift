import Localization
import Model

extension DirectiveRepair {
  /// Puts marks in running text right as far as the source has them.
  mutating func restoreMarkup(of text: [UInt8], from source: [UInt8]) {
    var markup = MarkupRepair(source: source)
    var code = CodeLines(text)
    let body = FrontMatterBounds(text).bodyStart
    var start = 0
    var texts: Set<Int> = []
    for number in lines.indices {
      let end = text.position(of: 10, in: start..<text.count) ?? text.count
      let line = start..<end
      start = end + 1
      let isCode = code.isCode(line) || code.comments.contains(line.lowerBound)
      guard line.lowerBound >= body, !isCode, line.count <= DirectiveMarks.longest else { continue }
      texts.insert(number)
      guard MarkupRepair.mayBeNeeded(lines[number]) else { continue }
      let repaired = markup.repaired(lines[number])
      guard repaired != lines[number] else { continue }
      let column = zip(lines[number], repaired).prefix { $0 == $1 }.count + 1
      lines[number] = repaired
      diagnostics.append(
        Diagnostic(
          .warning, "markup.damaged",
          at: SourceLocation(path: path, line: number + 1, column: column),
          "marks of Markdown were changed in translation; they are read as the original has them",
          suggestion: "write no blanks in '](', '![', '**', '<' and '&', and plain brackets"))
    }
    let changed = MarkupRepair.removeLoneStrongMarks(in: &lines, source: source) {
      texts.contains($0)
    }
    for number in changed {
      diagnostics.append(
        Diagnostic(
          .warning, "markup.damaged", at: SourceLocation(path: path, line: number + 1),
          "one of two '**' was lost in translation; it is left out",
          suggestion: "write '**' on both sides of strong words"))
    }
  }
}
