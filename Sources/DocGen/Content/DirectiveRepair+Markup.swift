import Localization
import Model

extension DirectiveRepair {
  /// Puts the marks of strong words in emphasis right.
  mutating func restoreStrongEmphasis() {
    rewriteText(
      "marks of strong words in emphasis were changed in translation",
      suggestion: "write '***' on both sides of them", StrongEmphasis.repaired)
  }

  /// Puts marks in running text right as far as the source has them.
  mutating func restoreMarkup(of text: [UInt8], from source: [UInt8]) {
    var markup = MarkupRepair(source: source)
    let first = text[..<FrontMatterBounds(text).bodyStart].lineEndCount
    rewriteText(
      from: first,
      "marks of Markdown were changed in translation; they are read as the original has them",
      suggestion: "write no blanks in '](', '![', '**', '<' and '&', and plain brackets"
    ) { line in
      guard MarkupRepair.isNeeded(line) else { return line }
      return MarkupRepair.withTaggedStrong(markup.repaired(line))
    }
    let isText = isText
    let changed = MarkupRepair.removeLoneStrongMarks(in: &lines, source: source) {
      $0 >= first && isText[$0]
    }
    for number in changed {
      diagnostics.report(
        .warning, "markup.damaged", at: SourceLocation(path: path, line: number + 1),
        "one of two '**' was lost in translation; it is left out",
        suggestion: "write '**' on both sides of strong words")
    }
  }

  /// Rewrites lines of text, and says so of each that changes.
  private mutating func rewriteText(
    from first: Int = 0, _ message: String, suggestion: String,
    _ rewritten: ([UInt8]) -> [UInt8]
  ) {
    for number in lines.indices where number >= first && isText[number] {
      let line = rewritten(lines[number])
      guard line != lines[number] else { continue }
      let column = zip(lines[number], line).prefix { $0 == $1 }.count + 1
      lines[number] = line
      diagnostics.report(
        .warning, "markup.damaged",
        at: SourceLocation(path: path, line: number + 1, column: column), message,
        suggestion: suggestion)
    }
  }
}
