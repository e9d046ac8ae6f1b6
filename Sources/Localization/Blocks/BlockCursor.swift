/// A place in a line of Markdown, in bytes and in columns: a tab reaches to the next multiple of 4.
struct BlockCursor {
  let page: [UInt8]
  let end: Int
  private var position: Int
  private var column = 0
  /// The columns of a tab before the place that weren't skipped.
  private var pending = 0

  init(_ page: [UInt8], _ line: Range<Int>) {
    (self.page, position, end) = (page, line.lowerBound, line.upperBound)
  }

  /// Where the next byte stands that is no blank, or the end of the line, and how many columns are
  /// before it.
  var text: (indentation: Int, start: Int) {
    var (start, columns) = (position, column)
    while start < end {
      switch page[start] {
      case 32: columns += 1
      case 9: columns += 4 - columns % 4
      case 13 where start + 1 == end: return (columns - column + pending, end)
      default: return (columns - column + pending, start)
      }
      start += 1
    }
    return (columns - column + pending, end)
  }

  /// Whether nothing but blanks follows a place.
  func isBlank(from start: Int) -> Bool { page[start..<end].allSatisfy { $0.isWhitespace } }

  /// Goes to a place behind the blanks, before which no tab is.
  mutating func skip(to target: Int) {
    let (indentation, start) = text
    column += indentation - pending + target - start
    (position, pending) = (target, 0)
  }

  /// Goes over blanks of a number of columns, which must be there.
  mutating func skip(columns count: Int) {
    var left = count
    while left > 0 {
      if pending > 0 {
        let part = min(left, pending)
        (pending, left) = (pending - part, left - part)
      } else {
        guard position < end else { return }
        let width = page[position] == 9 ? 4 - column % 4 : 1
        (position, column, pending) = (position + 1, column + width, width)
      }
    }
  }

  /// Goes over a `>` and the blank that belongs to it.
  mutating func skipQuotationMark() {
    skip(to: text.start + 1)
    if position < end, page[position].isBlank { skip(columns: 1) }
  }

  /// How often a byte stands from a place on.
  func run(of byte: UInt8, at start: Int) -> Int {
    page[start..<end].prefix { $0 == byte }.count
  }

  /// The fence that begins code.
  func fence(at start: Int) -> (mark: UInt8, length: Int)? {
    let mark = page[start]
    guard mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else { return nil }
    let length = run(of: mark, at: start)
    guard length >= 3 else { return nil }
    let isInline = mark == UInt8(ascii: "`") && page[start + length..<end].contains(mark)
    return isInline ? nil : (mark, length)
  }

  /// Whether a heading of `#` begins.
  func isHeading(at start: Int) -> Bool {
    let level = run(of: UInt8(ascii: "#"), at: start)
    return (1...6).contains(level) && (start + level == end || page[start + level].isWhitespace)
  }

  /// Whether the line underlines a heading.
  func isUnderline(at start: Int) -> Bool {
    let mark = page[start]
    guard mark == UInt8(ascii: "=") || mark == UInt8(ascii: "-") else { return false }
    return isBlank(from: start + run(of: mark, at: start))
  }

  /// Whether a line across the page stands there: three of `*`, `-` or `_`, and blanks.
  func isThematicBreak(at start: Int) -> Bool {
    let mark = page[start]
    guard "*-_".utf8.contains(mark) else { return false }
    var count = 0
    for byte in page[start..<end] {
      if byte == mark { count += 1 } else if !byte.isWhitespace { return false }
    }
    return count >= 3
  }

  /// The marker of an item, and whether it may follow a paragraph without a blank line.
  func listMarker(at start: Int) -> (end: Int, mayInterrupt: Bool)? {
    let digits = page[start..<end].prefix(9).prefix { $0.isDigit }
    let mark = digits.endIndex
    guard mark < end, (digits.isEmpty ? "-+*" : ".)").utf8.contains(page[mark]),
      mark + 1 == end || page[mark + 1].isWhitespace
    else { return nil }
    return (mark + 1, digits.isEmpty || digits.elementsEqual("1".utf8))
  }

  /// Whether a directive of three colons stands there that makes a block.
  func isDirective(at start: Int) -> Bool {
    guard page.hasBytes(":::", at: start) else { return false }
    return !page.hasBytes("no-loc", at: page[(start + 3)..<end].firstIndex { !$0.isBlank } ?? end)
  }

  /// Behind the mark of a footnote, `[^name]:`.
  func endOfFootnoteMark(at start: Int) -> Int? {
    guard page.hasBytes("[^", at: start) else { return nil }
    let name = page[start + 2..<end].prefix { $0 > 32 && $0 != UInt8(ascii: "]") }
    guard !name.isEmpty, name.endIndex + 1 < end, page.hasBytes("]:", at: name.endIndex) else {
      return nil
    }
    return name.endIndex + 2
  }
}
