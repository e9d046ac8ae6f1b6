/// The container markers at the start of a line: indentation, quotation and list markers.
struct LinePrefix: Equatable {
  /// Where the text begins.
  var end: Int
  /// Blanks before the first marker or the text.
  var indentation = 0
  var quotes = 0
  var hasListMarker = false

  /// Reads the markers of the line that takes `line`.
  init(_ page: [UInt8], _ line: Range<Int>) {
    end = line.lowerBound
    var isFirst = true
    while end < line.upperBound {
      let byte = page[end]
      if byte.isBlank {
        if isFirst { indentation += byte == 9 ? 4 : 1 }
        end += 1
      } else if byte == UInt8(ascii: ">") {
        quotes += 1
        end += 1
        isFirst = false
      } else if let marker = Self.listMarker(page, end, line.upperBound) {
        hasListMarker = true
        end = marker
        isFirst = false
      } else {
        return
      }
    }
  }

  /// The end of the list marker at `start`; `nil` if there is none.
  private static func listMarker(_ page: [UInt8], _ start: Int, _ end: Int) -> Int? {
    var position = start
    while position < end, page[position].isDigit, position - start < 9 { position += 1 }
    let isBullet = position == start
    guard position < end else { return nil }
    let marks = isBullet ? Array("-+*".utf8) : Array(".)".utf8)
    guard marks.contains(page[position]), position + 1 < end, page[position + 1].isBlank else {
      return nil
    }
    // `* * *` is a line across the page.
    if isBullet, page[position..<end].allSatisfy({ $0 == page[position] || $0.isBlank }) {
      return nil
    }
    return position + 1
  }
}
