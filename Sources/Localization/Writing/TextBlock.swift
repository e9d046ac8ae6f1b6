/// A run of text of a page that is translated as a whole: a paragraph, a heading, a table cell.
struct TextBlock: Equatable {
  enum Kind: Equatable {
    case heading(level: Int)
    case paragraph
    case cell
    /// A text that is translated but not wrapped, such as the alternative text of a `:::image`: it
    /// takes a number.
    case hidden
  }

  var kind: Kind
  /// The text on each of its lines, without container markers and the blanks at the ends.
  var lines: [Range<Int>]

  /// The offset where the text begins.
  var start: Int { lines.first?.lowerBound ?? 0 }

  /// The text with a line feed between lines, and for each of its bytes the offset in the page.
  func text(in page: [UInt8]) -> BlockText {
    var text = BlockText()
    for line in lines {
      if !text.bytes.isEmpty {
        text.bytes.append(UInt8(ascii: "\n"))
        text.offsets.append(line.lowerBound - 1)
      }
      text.bytes += page[line]
      text.offsets += line
    }
    return text
  }
}

/// The text of a block without the container markers that may stand between its lines.
struct BlockText: Equatable {
  var bytes: [UInt8] = []
  var offsets: [Int] = []

  /// Where a part of the text stands in the page.
  func pageRange(_ part: Range<Int>) -> Range<Int> {
    offsets[part.lowerBound]..<offsets[part.upperBound - 1] + 1
  }

  /// A part of the text on one line.
  func singleLine(_ part: Range<Int>) -> [UInt8] {
    bytes[part].map { $0 == UInt8(ascii: "\n") ? UInt8(ascii: " ") : $0 }
  }
}
