import Localization
import Model

extension DirectiveRepair {
  /// Puts the marks of strong words in emphasis right; those that the source has too weren't changed in
  /// translation.
  mutating func restoreStrongEmphasis(from source: [UInt8]?) {
    let known = source.map { StrongEmphasis.runs(in: $0) } ?? []
    let suggestion = "write '***' on both sides of them"
    rewriteText(
      "marks of strong words in emphasis were changed in translation", suggestion: suggestion
    ) { line, _ in
      let repaired = StrongEmphasis.repaired(line)
      guard !known.isEmpty, repaired != line else { return repaired }
      return known.contains(StrongEmphasis.runs(of: Units.plainTarget(of: line))) ? line : repaired
    }
    guard !known.isEmpty else { return }
    rewriteText(
      as: .note, "marks of strong words in emphasis are misspelt, as they are in the original",
      suggestion: suggestion
    ) { line, _ in StrongEmphasis.repaired(line) }
  }

  /// Puts marks in running text right as far as the sources of units, or the source of the page, have them.
  mutating func restoreMarkup(of text: [UInt8], from source: [UInt8]?) {
    func has(_ mark: StaticString) -> Bool { text.range(of: mark, in: 0..<text.count) != nil }
    let hasSource = source != nil || has(MarkupRepair.unitStart)
    guard hasSource || has(MarkupRepair.tabAddress) else { return }
    var markup = MarkupRepair(source: source)
    let first = text[..<FrontMatterBounds(text).bodyStart].lineEndCount
    rewriteText(
      from: first,
      "marks of Markdown were changed in translation; they are read as the original has them",
      suggestion: "write no blanks in '](', '![', '**', '<' and '&', and plain brackets"
    ) { line, last in
      guard MarkupRepair.isNeeded(line),
        hasSource || line.range(of: MarkupRepair.tabAddress, in: 0..<line.count) != nil
      else { return line }
      let repaired = markup.repaired(markup.withLostImages(line, after: last))
      return markup.withTaggedStrong(repaired)
    }
    let isText = isText
    let changed = markup.removeLoneStrongMarks(in: &lines) { $0 >= first && isText[$0] }
    for number in changed {
      diagnostics.report(
        .warning, "markup.damaged", at: SourceLocation(path: path, line: number + 1),
        "one of two '**' was lost in translation; it is left out",
        suggestion: "write '**' on both sides of strong words")
    }
  }

  /// Rewrites lines of text, by each and the one before it, and says so of each that changes.
  mutating func rewriteText(
    as severity: Diagnostic.Severity = .warning, from first: Int = 0, _ message: String,
    suggestion: String,
    _ rewritten: (_ line: [UInt8], _ last: [UInt8]) -> [UInt8]
  ) {
    for number in lines.indices where number >= first && isText[number] {
      let line = rewritten(lines[number], number > first ? lines[number - 1] : [])
      guard line != lines[number] else { continue }
      let column = zip(lines[number], line).prefix { $0 == $1 }.count + 1
      lines[number] = line
      diagnostics.report(
        severity, "markup.damaged",
        at: SourceLocation(path: path, line: number + 1, column: column), message,
        suggestion: suggestion)
    }
  }
}
