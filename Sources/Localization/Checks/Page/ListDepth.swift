/// How many items of lists a line of Markdown stands in, told by its indentation as CommonMark has
/// it: what begins at or behind the content of an item belongs to the item.
struct ListDepth {
  /// The columns at which the contents of the open items begin, the outermost first.
  private var contents: [Int] = []
  /// The same of the items inside a quotation.
  private var quoted: [Int] = []
  private var isQuoted = false
  private var isBehindBlankLine = true

  /// How many items are open.
  var count: Int { contents.count + quoted.count }

  /// Goes to the next line.
  ///
  /// - Parameters:
  ///   - column: Where its first character stands that is no blank; `nil` if it has none.
  ///   - isQuoted: Whether that begins a quotation.
  ///   - beginsBlock: Whether the line can't go on with a paragraph, whatever its indentation.
  /// - Returns: Whether the line is the first one behind a blank line.
  mutating func enterLine(at column: Int?, isQuoted: Bool, beginsBlock: Bool) -> Bool {
    if !isQuoted { quoted.removeAll(keepingCapacity: true) }
    self.isQuoted = isQuoted
    guard let column else {
      isBehindBlankLine = true
      return false
    }
    defer { isBehindBlankLine = false }
    if isBehindBlankLine || isQuoted || beginsBlock { Self.close(&contents, upTo: column) }
    return isBehindBlankLine
  }

  /// Closes the items of the line's own list that an item at a column doesn't belong to.
  mutating func closeItems(upTo column: Int) {
    if isQuoted { Self.close(&quoted, upTo: column) } else { Self.close(&contents, upTo: column) }
  }

  /// Whether something at a column is indented by four blanks or more, as code is.
  func isCode(at column: Int) -> Bool {
    !isQuoted && column - (contents.last ?? 0) >= 4
  }

  /// Opens an item whose content begins at a column.
  mutating func openItem(content: Int) {
    if isQuoted { quoted.append(content) } else { contents.append(content) }
  }

  private static func close(_ contents: inout [Int], upTo column: Int) {
    while let last = contents.last, column < last { contents.removeLast() }
  }

  /// The column of a place in a line; a tab reaches to the next multiple of 4.
  ///
  /// - Parameters:
  ///   - place: The place.
  ///   - text: The text that has the line.
  ///   - start: A place before it in the line.
  ///   - column: The column of that, from 0.
  /// - Returns: The column of the place, from 0.
  static func column(
    of place: Int, in text: [UInt8], from start: Int, at column: Int = 0
  ) -> Int {
    var column = column
    for position in start..<place {
      column = text[position] == UInt8(ascii: "\t") ? (column / 4 + 1) * 4 : column + 1
    }
    return column
  }
}
