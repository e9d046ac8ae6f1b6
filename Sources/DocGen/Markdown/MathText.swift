import Localization

/// Formulas in TeX, which stay as they are written: `$x_1$`, `$$` … `$$`, `\\(` … `\\)`.
struct MathText {
  /// The formula with its marks.
  var range: Range<Int>
  /// Whether it has its lines for itself.
  var isBlock: Bool

  /// Whether a body may hold one; cheap.
  static func mayOccur(in body: [UInt8]) -> Bool {
    body.position(of: UInt8(ascii: "$"), in: 0..<body.count) != nil
      || body.range(of: "\\\\(", in: 0..<body.count) != nil
      || body.range(of: "\\\\[", in: 0..<body.count) != nil
  }

  /// How many further lines a formula may have.
  private static let lineLimit = 60

  /// The formula that begins with a line's text, at `start`, and ends a line.
  static func block(_ body: [UInt8], at start: Int, in line: Range<Int>) -> MathText? {
    let end: StaticString
    if body.hasBytes("$$", at: start) {
      end = "$$"
    } else if body.hasBytes("\\\\[", at: start) {
      end = "\\\\]"
    } else {
      return nil
    }
    let isFence = body[(start + end.utf8CodeUnitCount)..<line.upperBound].allSatisfy { $0 <= 32 }
    var (from, lineEnd) = (start + end.utf8CodeUnitCount, line.upperBound)
    for _ in 0...lineLimit {
      if let close = body.range(of: end, in: from..<lineEnd) {
        let isAlone = body[close.upperBound..<lineEnd].allSatisfy { $0 <= 32 }
        return isAlone ? MathText(range: start..<close.upperBound, isBlock: true) : nil
      }
      guard lineEnd < body.count else { return nil }
      from = lineEnd + 1
      lineEnd = body.position(of: UInt8(ascii: "\n"), in: from..<body.count) ?? body.count
      // Only between marks that have lines for themselves lines may be blank.
      if !isFence, body[from..<lineEnd].allSatisfy({ $0 <= 32 }) { return nil }
    }
    return nil
  }

  /// The formulas in the running text of a line, outside code.
  static func inline(_ body: [UInt8], _ line: Range<Int>, _ spans: CodeSpans) -> [MathText] {
    var found: [MathText] = []
    var position = spans.start(of: line)
    while position < line.upperBound {
      var next = position + 1
      switch body[position] {
      case UInt8(ascii: "`"): next = spans.end(at: position, body, before: line.upperBound)
      case UInt8(ascii: "$"):
        let run = body[position..<line.upperBound].prefix { $0 == UInt8(ascii: "$") }.count
        next = position + run
        if run <= 2, let end = end(body, of: position, run, line) {
          found.append(MathText(range: position..<end, isBlock: false))
          next = end
        }
      case UInt8(ascii: "\\"):
        next = position + 2
        if body.hasBytes("\\\\(", at: position),
          let close = body.range(
            of: "\\\\)", in: (position + 3)..<max(position + 3, line.upperBound))
        {
          found.append(MathText(range: position..<close.upperBound, isBlock: false))
          next = close.upperBound
        }
      default: break
      }
      position = next
    }
    return found
  }

  /// The end of a formula that begins with one or two dollars, as Markdig has it: prices and
  /// variables are none.
  private static func end(
    _ body: [UInt8], of start: Int, _ run: Int, _ line: Range<Int>
  ) -> Int? {
    let first = start + run
    guard first < line.upperBound,
      start == line.lowerBound || isBoundary(body[start - 1])
        || isEastAsianMark(body, at: start - 3)
    else { return nil }
    var position = first
    while position < line.upperBound {
      if body[position] == UInt8(ascii: "\\") {
        position += 2
        continue
      }
      let dollars = body[position..<line.upperBound].prefix { $0 == UInt8(ascii: "$") }.count
      guard dollars >= run else {
        position += max(1, dollars)
        continue
      }
      let end = position + dollars
      let isEnd =
        end >= line.upperBound || isBoundary(body[end]) || isEastAsianMark(body, at: end)
      let isEven = (body[first] <= 32) == (body[position - 1] <= 32)
      // Two marks with nothing but blanks between are no formula.
      let isFull = body[first..<position].contains { $0 > 32 }
      return dollars == run && isFull && isEnd && isEven ? end : nil
    }
    return nil
  }

  /// Whether a byte is a blank or ASCII punctuation; letters of all scripts are neither.
  private static func isBoundary(_ byte: UInt8) -> Bool {
    byte <= 32 || (byte < 127 && !(48...57).contains(byte) && !(97...122).contains(byte | 32))
  }

  /// Whether punctuation of Chinese, Japanese or Korean stands at a place: U+3000 to U+303F, U+FF00
  /// to U+FF3F.
  private static func isEastAsianMark(_ body: [UInt8], at position: Int) -> Bool {
    guard position >= 0, position + 2 < body.count else { return false }
    let (first, second) = (body[position], body[position + 1])
    return (first == 0xE3 && second == 0x80) || (first == 0xEF && second == 0xBC)
  }

  /// The formula as written, without the marks of quotations and the indentation of its lines.
  func text(in body: [UInt8]) -> [UInt8] {
    var lines: [ArraySlice<UInt8>] = []
    var position = range.lowerBound
    while position < range.upperBound {
      let end =
        body.position(of: UInt8(ascii: "\n"), in: position..<range.upperBound) ?? range.upperBound
      let start = ColonDirectiveText.contentStart(body, position..<end)
      lines.append(body[start..<end])
      position = end + 1
    }
    // `\\(` is how Markdown writes `\(`.
    let isEscaped = body[range.lowerBound] == UInt8(ascii: "\\")
    var text = Array(lines.joined(separator: "\n".utf8))
    if isEscaped {
      text = Array(text.dropFirst())
      text.remove(at: text.count - 3)
    }
    return text
  }
}
