extension ColonDirectiveScanner {
  /// Ends a block of raw HTML before a line of markup, which it would swallow: elsewhere too, but for
  /// the end of a block of directives, which ends what is inside.
  ///
  /// - Parameters:
  ///   - html: The lines of raw HTML.
  ///   - line: The line of markup.
  ///   - number: The number of that line, from 1.
  ///   - text: Where its text begins.
  ///   - edited: Up to where lines were edited by others.
  mutating func endHTML(
    _ html: Range<Int>, before line: Range<Int>, _ number: Int, _ text: Int, edited: Int
  ) {
    let isEnd = ColonDirectiveText(body, at: text, in: line)?.name.hasSuffix("-end") ?? false
    if !isEnd { reportSwallowed(number, text - line.lowerBound + 1) }
    // What else was put in place of its parts would be lost.
    guard max(edited, edits.last?.range.upperBound ?? 0) <= html.lowerBound else { return }
    replace(html, withHTML: Array(body[html]))
  }

  private mutating func reportSwallowed(_ line: Int, _ column: Int) {
    report(
      "markup.behind-html", line, column,
      "raw HTML goes on to the next blank line, and this line isn't read as Markdown elsewhere",
      suggestion: "leave a blank line before it")
  }
}
