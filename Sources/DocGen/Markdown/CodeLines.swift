import Localization

/// Follows from line to line what of a page is code: fenced, or indented by four blanks more than
/// its list asks for.
///
/// What stands in comments is none. Inside rows, columns and descriptions of images indentation
/// doesn't count.
struct CodeLines {
  /// The comments of the page.
  let comments: CommentRanges
  private let page: [UInt8]
  private var fences = FenceTracker()
  /// Where the text of the open list items begins, the outermost first.
  private var items: [Int] = []
  private var quotes = 0
  private var isBehindBlank = true
  private var isIndented = false
  /// How many blocks are open in which indentation doesn't count.
  private var depth = 0

  /// Begins with the first line of a page.
  init(_ page: [UInt8]) {
    self.page = page
    comments = CommentRanges(in: page)
  }

  /// Whether a line is code or the border of it; lines must be given in order.
  mutating func isCode(_ line: Range<Int>) -> Bool {
    if comments.contains(line.lowerBound) { return false }
    if fences.isCode(page[line]) {
      isBehindBlank = false
      return true
    }
    let (indentation, start) = measure(line)
    guard start < line.upperBound, page[start] > 32 else {
      isBehindBlank = true
      return false
    }
    let wasBehindBlank = isBehindBlank
    isBehindBlank = false
    let item = itemOffset(at: start, in: line, indentation)
    // A paragraph may go on without the indentation of its item.
    if wasBehindBlank || item != nil || "#<>:".utf8.contains(page[start]) {
      while let last = items.last, indentation < last { items.removeLast() }
    }
    if depth == 0, indentation >= (items.last ?? 0) + 4, wasBehindBlank || isIndented {
      isIndented = true
      return true
    }
    isIndented = false
    if let item { items.append(item) }
    followBlocks(at: start, in: line)
    return false
  }

  /// How far a line's text is indented behind marks of quotations, and where it begins.
  private mutating func measure(_ line: Range<Int>) -> (indentation: Int, start: Int) {
    var (position, column, marks) = (line.lowerBound, 0, 0)
    while position < line.upperBound {
      switch page[position] {
      case 32: column += 1
      case 9: column += 4 - column % 4
      case UInt8(ascii: ">") where column < 4 || quotes > 0:
        marks += 1
        // One blank belongs to the mark.
        column = position + 1 < line.upperBound && page[position + 1] == 32 ? -1 : 0
      default:
        begin(quotes: marks)
        return (column, position)
      }
      position += 1
    }
    return (column, position)
  }

  private mutating func begin(quotes marks: Int) {
    guard marks != quotes else { return }
    quotes = marks
    items = []
    (isBehindBlank, isIndented) = (true, false)
  }

  /// Where the text of a list item begins; `nil` where no item does.
  private func itemOffset(at start: Int, in line: Range<Int>, _ indentation: Int) -> Int? {
    var end = start
    if "-*+".utf8.contains(page[start]) {
      end += 1
    } else {
      while end < line.upperBound, end - start < 9, (48...57).contains(page[end]) { end += 1 }
      guard end > start, end < line.upperBound, ".)".utf8.contains(page[end]) else { return nil }
      end += 1
    }
    guard end < line.upperBound, page[end].isBlank else { return nil }
    let blanks = page[end..<line.upperBound].prefix { $0 == 32 }.count
    return indentation + end - start + ((1...4).contains(blanks) ? blanks : 1)
  }

  /// Follows the `:::` blocks whose inside may be indented at will.
  private mutating func followBlocks(at start: Int, in line: Range<Int>) {
    guard let block = ColonDirectiveText(page, at: start, in: line) else { return }
    switch block.name {
    case "row", "column": depth += 1
    case "image" where block.tag?["type"].map { $0.elementsEqual("complex".utf8) } == true:
      depth += 1
    case "row-end", "column-end", "image-end": depth = max(0, depth - 1)
    default: break
    }
  }
}
