import Localization

/// The code in a line's running text, between backticks, as CommonMark has it: it may begin on an
/// earlier line of the paragraph and end on a later one.
struct CodeSpans {
  /// In the order of the line; within the line.
  private var ranges: [Range<Int>] = []
  /// Where the code ends that goes on behind the line.
  private var open = 0
  /// Rows of backticks that begin no code, in the order of the line.
  private(set) var lonely: [Range<Int>] = []

  /// Reads a line that is no code as a whole.
  ///
  /// - Parameters:
  ///   - page: The page.
  ///   - line: The line.
  ///   - blocks: The blocks that the line stands in.
  mutating func read(_ page: [UInt8], _ line: Range<Int>, in blocks: BlockTracker) {
    ranges.removeAll(keepingCapacity: true)
    lonely.removeAll(keepingCapacity: true)
    var position = line.lowerBound
    if open > position {
      ranges.append(position..<min(open, line.upperBound))
      position = open
    }
    while position < line.upperBound,
      let tick = page.position(of: UInt8(ascii: "`"), in: position..<line.upperBound)
    {
      let slashes = page[position..<tick].reversed().prefix { $0 == UInt8(ascii: "\\") }.count
      guard slashes % 2 == 0 else {
        position = tick + 1
        continue
      }
      let length = page[tick..<line.upperBound].prefix { $0 == UInt8(ascii: "`") }.count
      position = InlineCode.end(page, at: tick, before: line.upperBound)
      if position > tick + length {
        ranges.append(tick..<position)
      } else if let end = Self.end(of: length, behind: line, page, blocks) {
        ranges.append(tick..<line.upperBound)
        open = end
        return
      } else {
        lonely.append(tick..<position)
      }
    }
  }

  /// Goes past a line that is code, or no text.
  mutating func clear() {
    ranges.removeAll(keepingCapacity: true)
    lonely.removeAll(keepingCapacity: true)
    open = 0
  }

  /// Whether a place of the line is in code, or one of the backticks around it.
  func contains(_ place: Int) -> Bool { range(at: place) != nil }

  /// The end of the code that a place is in; of backticks that begin none, their end.
  func end(at place: Int, _ page: [UInt8], before limit: Int) -> Int {
    if let range = range(at: place) { return min(range.upperBound, limit) }
    return place + page[place..<limit].prefix { $0 == UInt8(ascii: "`") }.count
  }

  /// Where the text of the line begins that isn't code of an earlier line's.
  func start(of line: Range<Int>) -> Int {
    guard let first = ranges.first, first.lowerBound == line.lowerBound else {
      return line.lowerBound
    }
    return first.upperBound
  }

  private func range(at place: Int) -> Range<Int>? {
    var (low, high) = (0, ranges.count)
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound <= place { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].contains(place) ? ranges[low] : nil
  }

  /// How far code reaches behind its first line at most, in bytes.
  private static let longest = 4096

  /// The end of code that begins on a line with a number of backticks and goes on behind it.
  private static func end(
    of length: Int, behind line: Range<Int>, _ page: [UInt8], _ blocks: BlockTracker
  ) -> Int? {
    let bar = UInt8(ascii: "|")
    guard blocks.textStart < line.upperBound, page[blocks.textStart] != bar else { return nil }
    var blocks = blocks
    var start = line.upperBound + 1
    let limit = min(page.count, start + longest)
    while start < limit {
      let end = page.position(of: UInt8(ascii: "\n"), in: start..<limit) ?? limit
      guard blocks.read(page, start..<end) == .text, blocks.goesOn, page[blocks.textStart] != bar
      else { return nil }
      var position = start
      while let tick = page.position(of: UInt8(ascii: "`"), in: position..<end) {
        let run = page[tick..<end].prefix { $0 == UInt8(ascii: "`") }.count
        if run == length { return tick + run }
        position = tick + run
      }
      start = end + 1
    }
    return nil
  }

  /// Whether a body may have a row of backticks that begins no code and no fence; cheap, and true too
  /// often rather than too seldom.
  static func mayBeLonely(in body: [UInt8]) -> Bool {
    var position = 0
    while let ticks = body.range(of: "``", in: position..<body.count) {
      let start = ticks.lowerBound
      position = start + body[start...].prefix { $0 == UInt8(ascii: "`") }.count
      guard position - start > 2, body.isBehindMarks(start) else { return true }
      let end = body.position(of: 10, in: position..<body.count) ?? body.count
      if body.position(of: UInt8(ascii: "`"), in: position..<end) != nil { return true }
    }
    return false
  }
}
