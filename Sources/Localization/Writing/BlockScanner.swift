/// Finds the text blocks of a page's body, line by line.
///
/// It knows as much Markdown as separating text from markup takes. Code, raw HTML, directives
/// (`:::`, `[!NOTE]`) and reference definitions are no text.
struct BlockScanner {
  private let page: [UInt8]
  private var blocks: [TextBlock] = []
  private var paragraph: [Range<Int>] = []
  private var paragraphQuotes = 0
  /// Where code is; in rows and columns it may stand at any indentation.
  private var structure = BlockTracker(ignoresIndentation: true)
  private var isInComment = false
  private var isInTable = false
  private var isInList = false
  private var wasBlank = true

  init(_ page: [UInt8]) { self.page = page }

  /// Finds the blocks from `start` to the end.
  consuming func scan(from start: Int) -> [TextBlock] {
    var lineStart = start
    while lineStart < page.count {
      let end = page.firstIndex(of: UInt8(ascii: "\n"), from: lineStart) ?? page.count
      read(lineStart..<end)
      lineStart = end + 1
    }
    endParagraph()
    return blocks
  }

  private mutating func read(_ line: Range<Int>) {
    var prefix = LinePrefix(page, line)
    let text = trimmed(prefix.end..<line.upperBound)
    if !isInComment, structure.read(page, line) == .fenced { return endParagraph() }
    if skipsComment(text) { return }
    if text.isEmpty {
      endParagraph()
      (isInTable, wasBlank) = (false, true)
      return
    }
    if prefix.hasListMarker { isInList = true }
    if prefix.indentation == 0, !prefix.hasListMarker, wasBlank { isInList = false }
    defer { wasBlank = false }
    if prefix.hasListMarker || prefix.quotes != paragraphQuotes { endParagraph() }
    paragraphQuotes = prefix.quotes
    if prefix.indentation >= 4, !isInList, paragraph.isEmpty, prefix.quotes == 0 { return }
    if isDirective(text) || isHTMLBlock(text) || isRule(text) { return endParagraph() }
    if let heading = heading(text) {
      endParagraph()
      blocks.append(heading)
    } else if isTableRow(text, line) {
      endParagraph()
      addCells(text)
    } else {
      if let note = footnoteText(text) { prefix.end = note }
      paragraph.append(trimmed(max(prefix.end, text.lowerBound)..<text.upperBound))
    }
  }

  private mutating func endParagraph() {
    if !paragraph.isEmpty { blocks.append(TextBlock(kind: .paragraph, lines: paragraph)) }
    paragraph = []
  }

  /// Without blanks at both ends, and without the backslash of a hard line break.
  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, page[start].isWhitespace { start += 1 }
    while start < end, page[end - 1].isWhitespace { end -= 1 }
    if end - start > 1, page[end - 1] == UInt8(ascii: "\\") { end -= 1 }
    return start..<end
  }

  private mutating func skipsComment(_ text: Range<Int>) -> Bool {
    if !isInComment {
      guard page.hasBytes("<!--", at: text.lowerBound), !text.isEmpty else { return false }
      endParagraph()
    }
    isInComment = page.firstRange(of: "-->", from: text.lowerBound, to: text.upperBound) == nil
    return true
  }

  /// Directives of the documentation format, on lines of their own; the text of an image's
  /// alternative is translated too and takes a number.
  private mutating func isDirective(_ text: Range<Int>) -> Bool {
    if page.hasBytes(":::", at: text.lowerBound) {
      if page.firstRange(of: "alt-text=", from: text.lowerBound, to: text.upperBound) != nil {
        endParagraph()
        blocks.append(TextBlock(kind: .hidden, lines: [text]))
      }
      return true
    }
    guard page[text.lowerBound] == UInt8(ascii: "[") else { return false }
    if page.hasBytes("[!", at: text.lowerBound) {
      return LabelMark(page, at: text.lowerBound, before: text.upperBound) == nil
    }
    guard let close = page.firstRange(of: "]:", from: text.lowerBound, to: text.upperBound) else {
      return false
    }
    let isDefinition = page[text.lowerBound + 1..<close.lowerBound].allSatisfy {
      $0 != UInt8(ascii: "]") && $0 != UInt8(ascii: "[")
    }
    return isDefinition && !page.hasBytes("[^", at: text.lowerBound)
  }

  private func footnoteText(_ text: Range<Int>) -> Int? {
    guard page.hasBytes("[^", at: text.lowerBound),
      let close = page.firstRange(of: "]:", from: text.lowerBound, to: text.upperBound)
    else { return nil }
    return close.upperBound
  }

  private func isHTMLBlock(_ text: Range<Int>) -> Bool {
    guard page[text.lowerBound] == UInt8(ascii: "<") else { return false }
    var position = text.lowerBound + 1
    if position < text.upperBound, page[position] == UInt8(ascii: "/") { position += 1 }
    let name = page[position..<text.upperBound].prefix { $0.isLetter || $0.isDigit }
    let element = String(decoding: name, as: UTF8.self).lowercased()
    return HTMLBlockElements.names.contains(element) || Self.literalElements.contains(element)
  }

  private static let literalElements: Set = ["pre", "script", "style", "textarea", "video"]

  /// A line across the page, the underline of a heading, or a table's delimiter row.
  private func isRule(_ text: Range<Int>) -> Bool {
    page[text].allSatisfy { "-=*_|: \t".utf8.contains($0) }
  }

  private func heading(_ text: Range<Int>) -> TextBlock? {
    let level = page[text].prefix { $0 == UInt8(ascii: "#") }.count
    guard (1...6).contains(level), level < text.count, page[text.lowerBound + level].isBlank else {
      return nil
    }
    var words = trimmed(text.lowerBound + level..<text.upperBound)
    var end = words.upperBound
    while end > words.lowerBound, page[end - 1] == UInt8(ascii: "#") { end -= 1 }
    if end > words.lowerBound, end < words.upperBound, page[end - 1].isBlank {
      words = trimmed(words.lowerBound..<end)
    }
    return TextBlock(kind: .heading(level: level), lines: [words])
  }

  /// Whether a line is a row: it is followed by a delimiter row, or the table goes on.
  private mutating func isTableRow(_ text: Range<Int>, _ line: Range<Int>) -> Bool {
    guard page[text].contains(UInt8(ascii: "|")) else {
      isInTable = false
      return false
    }
    if isInTable { return true }
    let next = line.upperBound + 1
    guard next < page.count else { return false }
    let end = page.firstIndex(of: UInt8(ascii: "\n"), from: next) ?? page.count
    let delimiters = trimmed(LinePrefix(page, next..<end).end..<end)
    let marks = page[delimiters]
    isInTable =
      isRule(delimiters) && marks.contains(UInt8(ascii: "-"))
      && (marks.contains(UInt8(ascii: "|")) || marks.contains(UInt8(ascii: ":")))
    return isInTable
  }

  private mutating func addCells(_ row: Range<Int>) {
    for cell in TableCells.split(page, row) {
      let text = trimmed(cell)
      if !text.isEmpty { blocks.append(TextBlock(kind: .cell, lines: [text])) }
    }
  }
}
