/// Follows from line to line in which blocks of Markdown a page's lines stand, as CommonMark 0.31
/// has it (its appendix, "A parsing strategy"): quotations, list items, footnotes, paragraphs and code.
///
/// It is there for what must be known before a page is parsed: where directives count and where
/// they are examples. A line costs as much as it has bytes and open blocks; of those there are 100
/// at most.
package struct BlockTracker {
  /// What a line is.
  package enum Line: Hashable, Sendable {
    /// Nothing but blanks and markers of blocks, outside fenced code.
    case blank
    /// Fenced code, or one of the lines around it.
    case fenced
    /// Code since it is indented by four columns more than its block asks for.
    case indented
    /// Anything else.
    case text
  }

  /// A block that holds others: a quotation, or an item whose content has an indentation of its own.
  private struct Container {
    /// The columns that a line of the item is indented by; 0 for a quotation.
    let indentation: Int
    /// Whether its first line has nothing but the marker: a blank line then ends it.
    var isEmpty = false

    var isQuotation: Bool { indentation == 0 }
  }

  /// The block that holds the line's text.
  private enum Leaf {
    /// Whatever the next line can't go on with.
    case other
    case paragraph
    case fence(mark: UInt8, length: Int)
  }

  /// How many blocks may stand in each other; the parser counts no further either.
  private static let maximumDepth = 100

  private var containers: [Container] = []
  private var leaf = Leaf.other
  /// Whether indentation makes no code of text, as in the columns of a row.
  package var ignoresIndentation = false
  /// Where the text of the last line begins, behind the markers of its blocks.
  package private(set) var textStart = 0
  /// Whether the last line went on with the paragraph of the line before it.
  package private(set) var goesOn = false

  /// Begins before the first line of a page.
  ///
  /// - Parameter ignoresIndentation: Whether indentation makes no code of text.
  package init(ignoresIndentation: Bool = false) { self.ignoresIndentation = ignoresIndentation }

  /// Whether the next line is code unless its block ends.
  var isInFence: Bool { if case .fence = leaf { true } else { false } }

  /// Reads the next line.
  ///
  /// - Parameters:
  ///   - page: The page.
  ///   - line: The line, without the line feed that ends it.
  /// - Returns: What it is.
  package mutating func read(_ page: [UInt8], _ line: Range<Int>) -> Line {
    goesOn = false
    if let kind = readPlain(page, line) { return kind }
    var cursor = BlockCursor(page, line)
    var matched = match(&cursor)
    textStart = cursor.text.start
    if case .fence(let mark, let length) = leaf {
      if matched == containers.count {
        if isClosing(cursor, mark, length) { leaf = .other }
        return .fenced
      }
      leaf = .other
    }
    while true {
      let (indentation, start) = cursor.text
      textStart = start
      guard start < cursor.end else {
        // Blank lines end all blocks that they don't belong to, and the paragraph.
        close(to: matched)
        leaf = .other
        return .blank
      }
      if indentation >= 4, !ignoresIndentation {
        if case .paragraph = leaf {
          goesOn = true
          return .text
        }
        close(to: matched)
        return .indented
      }
      guard let container = container(at: &cursor, behind: matched) else { break }
      close(to: matched)
      leaf = .other
      if let last = containers.indices.last { containers[last].isEmpty = false }
      containers.append(container)
      matched += 1
    }
    return readText(cursor, matched)
  }

  /// Reads a line outside of all blocks that is empty or begins with a letter, as most are; `nil` for
  /// others.
  private mutating func readPlain(_ page: [UInt8], _ line: Range<Int>) -> Line? {
    guard containers.isEmpty, !isInFence else { return nil }
    textStart = line.lowerBound
    guard let first = line.first.map({ page[$0] }) else {
      leaf = .other
      return .blank
    }
    guard first.isLetter || first >= 0x80 else { return nil }
    if case .paragraph = leaf { goesOn = true }
    leaf = .paragraph
    return .text
  }

  /// Ends the paragraph, as a comment does.
  package mutating func endParagraph() {
    if case .paragraph = leaf { leaf = .other }
  }

  /// Goes into the open blocks that the line belongs to; how many these are.
  private mutating func match(_ cursor: inout BlockCursor) -> Int {
    for index in containers.indices {
      let (indentation, start) = cursor.text
      if containers[index].isQuotation {
        guard start < cursor.end, indentation < 4 || ignoresIndentation,
          cursor.page[start] == UInt8(ascii: ">")
        else { return index }
        cursor.skipQuotationMark()
      } else if start == cursor.end {
        if containers[index].isEmpty { return index }
      } else if indentation >= containers[index].indentation {
        cursor.skip(columns: containers[index].indentation)
        containers[index].isEmpty = false
      } else {
        return index
      }
    }
    return containers.count
  }

  private mutating func close(to count: Int) {
    guard count < containers.count else { return }
    containers.removeLast(containers.count - count)
    leaf = .other
  }

  private func isClosing(_ cursor: BlockCursor, _ mark: UInt8, _ length: Int) -> Bool {
    let (indentation, start) = cursor.text
    guard indentation < 4 || ignoresIndentation else { return false }
    let run = cursor.run(of: mark, at: start)
    return run >= length && cursor.isBlank(from: start + run)
  }

  /// The block that begins at the cursor, which then stands behind its marker.
  private mutating func container(
    at cursor: inout BlockCursor, behind matched: Int
  ) -> Container? {
    guard matched < Self.maximumDepth else { return nil }
    let (indentation, start) = cursor.text
    if cursor.page[start] == UInt8(ascii: ">") {
      cursor.skipQuotationMark()
      return Container(indentation: 0)
    }
    if let end = cursor.endOfFootnoteMark(at: start) {
      cursor.skip(to: end)
      return Container(indentation: 4, isEmpty: cursor.isBlank(from: end))
    }
    guard !cursor.isThematicBreak(at: start), let marker = cursor.listMarker(at: start) else {
      return nil
    }
    let isEmpty = cursor.isBlank(from: marker.end)
    if case .paragraph = leaf, matched == containers.count, isEmpty || !marker.mayInterrupt {
      return nil
    }
    cursor.skip(to: marker.end)
    let blanks = cursor.text.indentation
    let padding = isEmpty || blanks > 4 ? 1 : blanks
    if !isEmpty { cursor.skip(columns: padding) }
    return Container(indentation: indentation + marker.end - start + padding, isEmpty: isEmpty)
  }

  /// Reads what no marker begins.
  private mutating func readText(_ cursor: BlockCursor, _ matched: Int) -> Line {
    let start = cursor.text.start
    var isParagraph = false
    if case .paragraph = leaf { isParagraph = true }
    if let fence = cursor.fence(at: start) {
      close(to: matched)
      leaf = .fence(mark: fence.mark, length: fence.length)
      return .fenced
    }
    if cursor.isHeading(at: start) || cursor.isThematicBreak(at: start)
      || cursor.page.hasBytes("<!--", at: start)
    {
      close(to: matched)
      leaf = .other
    } else if isParagraph, matched == containers.count, cursor.isUnderline(at: start) {
      leaf = .other
    } else {
      // A paragraph may go on without the marks of its blocks; a directive doesn't belong to it,
      // unless it is part of a text.
      let isLazy = isParagraph && !cursor.isDirective(at: start)
      if !isLazy { close(to: matched) }
      goesOn = isLazy
      leaf = .paragraph
    }
    if let last = containers.indices.last { containers[last].isEmpty = false }
    return .text
  }
}
