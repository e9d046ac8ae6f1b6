import Localization
import Model

/// Edits of single lines outside code: `:::` directives, formulas, `|` in code and tags in tables, short
/// names of emoji and of references, footnotes that nothing refers to.
struct LineEdits {
  private let body: [UInt8]
  private let hasDirectives: Bool
  private let hasMath: Bool
  private let hasTables: Bool
  private let hasNames: Bool
  private let hasAlerts: Bool
  private let hasSections: Bool
  private let hasHTML: Bool
  private let hasLonelyTicks: Bool
  private let hasAsteriskRuns: Bool
  private let hasTableAlerts: Bool
  private let hasFootnotes: Bool
  private let options: MarkdownOptions
  private let isKnownUID: @Sendable (String) -> Bool
  private var code: CodeLines
  private var edits: [BodyPreparation.Edit] = []
  private var colons: ColonDirectiveScanner
  private var htmlBlocks = HTMLBlockEnds()
  /// Whether a row may have bars in what is read as a whole.
  private let mayHideBars: Bool
  private var footnotes = UnusedFootnotes()
  private var table: TableColumns?
  private var cellsLeft = TableColumns.most

  /// The edits that a body needs, none for most; the directives that they number; and problems.
  static func edits(
    in body: [UInt8], _ options: MarkdownOptions
  ) -> (edits: [BodyPreparation.Edit], directives: [ColonDirective], diagnostics: [Diagnostic]) {
    var scanner = LineEdits(body, options)
    guard
      scanner.hasDirectives || scanner.hasMath || scanner.hasTables || scanner.hasNames
        || scanner.hasAlerts || scanner.hasHTML || scanner.hasLonelyTicks || scanner.hasAsteriskRuns
        || scanner.hasFootnotes
    else { return ([], [], []) }
    scanner.scan()
    let footnotes = scanner.footnotes.finish(options)
    return (
      scanner.edits + scanner.colons.edits + footnotes.edits, scanner.colons.directives,
      scanner.colons.diagnostics + footnotes.diagnostics
    )
  }

  private init(_ body: [UInt8], _ options: MarkdownOptions) {
    self.body = body
    hasSections = ColonDirectiveScanner.mayHaveSections(body)
    hasDirectives = hasSections || body.range(of: ":::", in: 0..<body.count) != nil
    hasAlerts = ColonDirectiveScanner.mayHaveMisreadAlerts(body)
    hasHTML = HTMLBlockEnds.mayOccur(in: body)
    hasLonelyTicks = CodeSpans.mayBeLonely(in: body)
    hasAsteriskRuns = AsteriskRuns.mayOccur(in: body)
    hasMath = MathText.mayOccur(in: body)
    let hasBars = body.position(of: UInt8(ascii: "|"), in: 0..<body.count) != nil
    hasTables = hasBars && TableColumns.mayOccur(in: body)
    mayHideBars =
      hasTables
      && "`<".utf8.contains { body.position(of: $0, in: 0..<body.count) != nil }
    hasFootnotes = UnusedFootnotes.mayOccur(in: body)
    hasTableAlerts = hasBars && TableAlerts.mayOccur(in: body)
    self.options = options
    isKnownUID = options.isKnownUID ?? { _ in false }
    hasNames = ShortNames.mayOccur(in: body, withUIDs: options.isKnownUID != nil)
    code = CodeLines(body)
    colons = ColonDirectiveScanner(body, comments: code.comments, options)
  }

  private mutating func scan() {
    var start = 0
    var (last, beforeLast) = (0..<0, 0..<0)
    var number = 0
    while start < body.count {
      let end = body.position(of: UInt8(ascii: "\n"), in: start..<body.count) ?? body.count
      let line = start..<end
      number += 1
      let isCode = code.isCode(line)
      if hasHTML, !code.comments.contains(start),
        let html = htmlBlocks.take(body, line, text: code.textStart, isCode: isCode)
      {
        colons.endHTML(
          html, before: line, number, code.textStart, edited: edits.last?.range.upperBound ?? 0)
      }
      if hasAlerts, !isCode { colons.takeAlert(line, number: number) }
      if hasSections, !isCode { colons.takeBadges(line, code.spans) }
      if hasMath, !isCode {
        let code = code
        colons.takeMath(line, code.spans) { code.furtherEnd(ofFormulaOn: line) }
      }
      if hasDirectives { colons.scan(line, number: number, isCode: isCode, code.spans) }
      if isCode {
        endTable()
      } else {
        if hasLonelyTicks { escapeLonelyTicks() }
        if hasAsteriskRuns { edits += AsteriskRuns.edits(in: body, line, code.spans) }
        if hasTables { takeTable(line, after: last, beforeLast) }
        if hasFootnotes {
          footnotes.take(body, line, number: number, text: code.textStart, code.spans)
        }
        if hasNames { edits += ShortNames.edits(in: body, line, code.spans, isKnownUID) }
      }
      (last, beforeLast) = (line, last)
      start = end + 1
    }
    endTable()
    if hasDirectives { colons.finish() }
  }

  /// Makes plain text of rows of backticks that begin no code: behind one the parser, cmark-gfm 0.29,
  /// finds the end of one code only, and shows the backticks of the others.
  ///
  /// References to the character are read in raw HTML too, where a backslash would show.
  private mutating func escapeLonelyTicks() {
    for ticks in code.spans.lonely {
      let escaped = [[UInt8]](repeating: Array("&#96;".utf8), count: ticks.count).joined()
      edits.append(.init(range: ticks, bytes: Array(escaped)))
    }
  }

  private mutating func takeTable(
    _ line: Range<Int>, after last: Range<Int>, _ beforeLast: Range<Int>
  ) {
    let text = body[line]
    if table != nil {
      guard text.contains(where: { $0 > 32 }) else { return endTable() }
      table?.take(line, of: body)
      row(line)
    } else if text.contains(UInt8(ascii: "-")), text.contains(UInt8(ascii: "|")),
      text.allSatisfy({ "-|: \t>\r".utf8.contains($0) }), body[last].contains(UInt8(ascii: "|"))
    {
      table = TableColumns(body, header: last, delimiters: line)
      row(last)
      if TableColumns.isEmptyRow(body[beforeLast]) {
        edits.append(.init(range: beforeLast, bytes: []))
      }
    }
  }

  private mutating func endTable() {
    guard let table else { return }
    edits += table.edits(body, left: &cellsLeft)
    self.table = nil
  }

  /// Escapes bars in the code and the tags of a row, since published pages don't divide cells there,
  /// and takes the alerts of its cells.
  private mutating func row(_ line: Range<Int>) {
    if hasTableAlerts { edits += TableAlerts.edits(in: body, line, code.spans, options) }
    guard mayHideBars else { return }
    var position = line.lowerBound
    while position < line.upperBound {
      switch body[position] {
      case UInt8(ascii: "\\"): position += 2
      case UInt8(ascii: "`"), UInt8(ascii: "<"):
        let end = WholeInline.end(body, at: position, before: line.upperBound)
        for index in position..<end
        where body[index] == UInt8(ascii: "|") && body[index - 1] != UInt8(ascii: "\\") {
          edits.append(.init(range: index..<index, bytes: [UInt8(ascii: "\\")]))
        }
        position = end
      default: position += 1
      }
    }
  }
}
