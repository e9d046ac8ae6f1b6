import Localization

/// Follows from line to line what of a page is code: fenced, or indented by four blanks more than
/// its block asks for.
///
/// What stands in comments is none. Inside columns and descriptions of images indentation doesn't
/// count, and directives inside rows may be indented.
struct CodeLines {
  /// The comments of the page.
  let comments: CommentRanges
  private let page: [UInt8]
  /// The code in the text of the last line.
  private(set) var spans = CodeSpans()
  private var blocks = BlockTracker()
  /// How many blocks are open in which indentation doesn't count, and how many rows.
  private var (depth, rows) = (0, 0)

  /// Begins with the first line of a page.
  init(_ page: [UInt8]) {
    self.page = page
    comments = CommentRanges(in: page)
  }

  /// Where the text of the last line begins, behind the marks of quotations and items.
  var textStart: Int { blocks.textStart }

  /// Where a formula that begins on a line, the last one, must end; `nil` where it may not go on.
  func furtherEnd(ofFormulaOn line: Range<Int>) -> Int? {
    MathText.furtherEnd(page, behind: line, blocks)
  }

  /// Whether a line is code or the border of it; lines must be given in order.
  mutating func isCode(_ line: Range<Int>) -> Bool {
    if comments.contains(line.lowerBound) {
      blocks.endParagraph()
      spans.clear()
      return false
    }
    var kind = blocks.read(page, line)
    if kind == .indented, rows > 0, page.hasBytes(":::", at: blocks.textStart) { kind = .text }
    guard kind == .text else {
      spans.clear()
      return kind != .blank
    }
    spans.read(page, line, in: blocks)
    followBlocks(at: blocks.textStart, in: line)
    return false
  }

  /// Follows the `:::` blocks whose inside may be indented at will.
  private mutating func followBlocks(at start: Int, in line: Range<Int>) {
    guard let block = ColonDirectiveText(page, at: start, in: line) else { return }
    // A comment takes its place.
    if !block.isInline { blocks.endParagraph() }
    switch block.name {
    case "row": rows += 1
    case "row-end": rows = max(0, rows - 1)
    case "column": depth += 1
    case "image" where ImageDirective.Role(of: block.tag) == .complex:
      depth += 1
    case "column-end", "image-end": depth = max(0, depth - 1)
    default: break
    }
    blocks.ignoresIndentation = depth > 0
  }
}
