/// Formulas in TeX between one or two dollars, as Markdig has them: prices and variables are none.
package enum DollarFormula {
  /// What a row of dollars begins.
  package enum Reading: Hashable, Sendable {
    /// Nothing: the dollars are text.
    case none
    /// A formula that doesn't end in the part that was read.
    case open
    /// A formula, and where it ends.
    case closed(end: Int)
  }

  /// Reads what begins with one or two dollars.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - start: Where the dollars are.
  ///   - run: How many they are, 1 or 2.
  ///   - part: What is read, as a line; its edges count as blanks.
  /// - Returns: What they begin.
  /// - Complexity: Linear in the bytes up to the next row of as many dollars.
  package static func read(
    _ text: [UInt8], at start: Int, _ run: Int, in part: Range<Int>
  ) -> Reading {
    let first = start + run
    guard first < part.upperBound,
      start == part.lowerBound || isBoundary(text[start - 1])
        || isEastAsianMark(text, at: start - 3)
    else { return .none }
    var position = first
    while position < part.upperBound {
      switch text[position] {
      case UInt8(ascii: "\\"): position += 2
      // Nothing begins in one half of a unit and ends in the other.
      case UInt8(ascii: "<") where text.hasBytes("</span>", at: position): return .none
      case UInt8(ascii: "$"):
        let dollars = text[position..<part.upperBound].prefix { $0 == UInt8(ascii: "$") }.count
        guard dollars >= run else {
          position += dollars
          continue
        }
        let end = position + dollars
        let isEnd =
          end >= part.upperBound || isBoundary(text[end]) || isEastAsianMark(text, at: end)
        let isEven = (text[first] <= 32) == (text[position - 1] <= 32)
        // Two marks with nothing but blanks between are no formula.
        let isFull = text[first..<position].contains { $0 > 32 }
        return dollars == run && isFull && isEnd && isEven ? .closed(end: end) : .none
      default: position += 1
      }
    }
    return .open
  }

  /// Whether a byte is a blank or ASCII punctuation; letters of all scripts are neither.
  private static func isBoundary(_ byte: UInt8) -> Bool {
    byte <= 32 || (byte < 127 && !byte.isDigit && !byte.isLetter)
  }

  /// Whether punctuation of Chinese, Japanese or Korean stands at a place: U+3000 to U+303F, U+FF00
  /// to U+FF3F.
  private static func isEastAsianMark(_ text: [UInt8], at position: Int) -> Bool {
    guard position >= 0, position + 2 < text.count else { return false }
    let (first, second) = (text[position], text[position + 1])
    return (first == 0xE3 && second == 0x80) || (first == 0xEF && second == 0xBC)
  }
}
