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
  ///
  /// - Parameters:
  ///   - body: The body.
  ///   - line: The line, or what is left of it.
  ///   - spans: The code in it.
  ///   - furtherEnd: Where the line ends that a formula may reach, of those behind; `nil` for none.
  /// - Returns: The formulas in their order.
  static func inline(
    _ body: [UInt8], _ line: Range<Int>, _ spans: CodeSpans, furtherEnd: () -> Int?
  ) -> [MathText] {
    var found: [MathText] = []
    var position = spans.start(of: line)
    while position < line.upperBound {
      var next = position + 1
      switch body[position] {
      case UInt8(ascii: "`"): next = spans.end(at: position, body, before: line.upperBound)
      case UInt8(ascii: "$"):
        let run = body[position..<line.upperBound].prefix { $0 == UInt8(ascii: "$") }.count
        next = position + run
        guard run <= 2 else { break }
        var reading = DollarFormula.read(body, at: position, run, in: line)
        if reading == .open, let end = furtherEnd() {
          reading = DollarFormula.read(body, at: position, run, in: line.lowerBound..<end)
        }
        if case .closed(let end) = reading {
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

  /// How many bytes behind its line a formula in running text may reach.
  private static let longest = 2_048

  /// The end of the next line with a dollar, if it goes on with the paragraph of a line and nothing
  /// between may be code, a unit, a comment or a cell of a table.
  static func furtherEnd(_ body: [UInt8], behind line: Range<Int>, _ blocks: BlockTracker) -> Int? {
    let limit = min(body.count, line.upperBound + longest)
    guard line.upperBound < limit,
      let dollar = body.position(of: UInt8(ascii: "$"), in: line.upperBound..<limit),
      let end = body.position(of: UInt8(ascii: "\n"), in: dollar..<limit)
        ?? (limit == body.count ? limit : nil),
      !body[line.lowerBound..<end].contains(where: { "`|".utf8.contains($0) }),
      body.range(of: "</span>", in: line.upperBound..<end) == nil,
      body.range(of: "<!--", in: line.upperBound..<end) == nil,
      body.range(of: ":::", in: line.upperBound..<end) == nil
    else { return nil }
    var blocks = blocks
    var start = line.upperBound + 1
    while start < end {
      let lineEnd = body.position(of: UInt8(ascii: "\n"), in: start..<end) ?? end
      guard blocks.read(body, start..<lineEnd) == .text, blocks.goesOn else { return nil }
      start = lineEnd + 1
    }
    return end
  }

  /// The end of its last line.
  func lineEnd(in body: [UInt8]) -> Int {
    body.position(of: UInt8(ascii: "\n"), in: range.upperBound..<body.count) ?? body.count
  }

  /// The formula as written, without the marks of quotations and the indentation of its lines; as one
  /// line where it doesn't stand alone.
  func text(in body: [UInt8], isAlone: Bool) -> [UInt8] {
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
    var text = Array(lines.joined(separator: isAlone ? "\n".utf8 : " ".utf8))
    if isEscaped {
      text = Array(text.dropFirst())
      text.remove(at: text.count - 3)
    }
    return text
  }
}
