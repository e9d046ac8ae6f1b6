import Localization
import Model

extension DirectiveRepair {
  /// Puts the marks of strong words in emphasis right.
  mutating func restoreStrongEmphasis() {
    for number in lines.indices where isText[number] {
      let repaired = StrongEmphasis.repaired(lines[number])
      guard repaired != lines[number] else { continue }
      let column = zip(lines[number], repaired).prefix { $0 == $1 }.count + 1
      lines[number] = repaired
      diagnostics.append(
        Diagnostic(
          .warning, "markup.damaged",
          at: SourceLocation(path: path, line: number + 1, column: column),
          "marks of strong words in emphasis were changed in translation",
          suggestion: "write '***' on both sides of them"))
    }
  }

  /// Puts marks in running text right as far as the source has them.
  mutating func restoreMarkup(of text: [UInt8], from source: [UInt8]) {
    var markup = MarkupRepair(source: source)
    let first = text[..<FrontMatterBounds(text).bodyStart].lineEndCount
    for number in lines.indices where number >= first && isText[number] {
      guard MarkupRepair.mayBeNeeded(lines[number]) else { continue }
      let repaired = MarkupRepair.withTaggedStrong(markup.repaired(lines[number]))
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
    let isText = isText
    let changed = MarkupRepair.removeLoneStrongMarks(in: &lines, source: source) {
      $0 >= first && isText[$0]
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
