import Localization

/// Strong words in emphasis, `***words***`, as tools for translators wrote them from 2020 to 2022:
/// `***one** _, _*_two_*_ and _ *_three_**`.
enum StrongEmphasis {
  /// How many bytes such words have at most.
  private static let longest = 300

  /// What pages with such words have.
  static let marks: [StaticString] = ["** _", "_*_", "_\\*_"]

  /// A line with its marks as they were; as it is where none begins such words.
  static func repaired(_ line: [UInt8]) -> [UInt8] {
    guard Self.marks.contains(where: { line.range(of: $0, in: 0..<line.count) != nil }) else {
      return line
    }
    let plain = withoutBackslashes(line)
    var output: [UInt8] = []
    // Translation may have put the last words before the first ones.
    var (start, position, isOpen) = (0, 0, hasFirst(plain))
    while position < plain.count {
      let words: Words?
      switch plain[position] {
      case UInt8(ascii: "`"):
        position = InlineCode.end(plain, at: position, before: plain.count)
        continue
      case UInt8(ascii: "*"):
        words = first(plain, position)
        if words == nil {
          while plain.hasBytes("*", at: position + 1) { position += 1 }
        }
      case UInt8(ascii: "_"): words = isOpen ? further(plain, position) : single(plain, position)
      default: words = nil
      }
      guard let words else {
        position += 1
        continue
      }
      let marks = [UInt8](repeating: UInt8(ascii: "*"), count: words.isEmphasis ? 3 : 2)
      output += plain[start..<position] + marks + plain[words.range] + marks
      (start, position, isOpen) = (words.end, words.end, !words.isLast)
    }
    return start == 0 ? line : output + plain[start...]
  }

  /// The marks of each line of a source that such words are read in.
  static func runs(in source: [UInt8]) -> Set<[UInt8]> {
    guard marks.contains(where: { source.range(of: $0, in: 0..<source.count) != nil }) else {
      return []
    }
    let lines = source.split(separator: 10).lazy.map { Array($0) }
    return Set(lines.filter { repaired($0) != $0 }.map(runs))
  }

  /// The asterisks and underscores of a line, which stay the same where nothing but words changed.
  static func runs(of line: [UInt8]) -> [UInt8] { line.filter { "*_".utf8.contains($0) } }

  private typealias Words = (range: Range<Int>, end: Int, isEmphasis: Bool, isLast: Bool)

  /// The words that begin with `***` and end with `** _`, or begin with `**_` and end with `_*_`.
  private static func first(_ text: [UInt8], _ mark: Int) -> Words? {
    let isStrong = text.hasBytes("***", at: mark)
    guard isStrong || text.hasBytes("**_", at: mark),
      let end = asterisk(text, behind: mark + 3)
    else { return nil }
    if isStrong {
      guard text.hasBytes("** _", at: end) else { return nil }
      return ((mark + 3)..<end, end + 4, true, false)
    }
    guard end > mark + 4, text.hasBytes("_*_", at: end - 1) else { return nil }
    return ((mark + 3)..<(end - 1), end + 2, true, false)
  }

  /// The words that begin with `_*_` and end with it or with `_**`; the last ones may begin with
  /// `_ *_`, or with `_ *` and `_* ` and end with `**`.
  private static func further(_ text: [UInt8], _ mark: Int) -> Words? {
    let (isClose, isSpaced) = (text.hasBytes("_*_", at: mark), text.hasBytes("_ *_", at: mark))
    if isClose || isSpaced {
      let begin = mark + (isClose ? 3 : 4)
      guard let end = asterisk(text, behind: begin), end > begin, text[end - 1] == UInt8(ascii: "_")
      else { return nil }
      // A blank may have come between the last marks.
      if isSpaced, text.hasBytes("* *", at: end), !text.hasBytes("**", at: end + 2) {
        return (begin..<(end - 1), end + 3, true, true)
      }
      let isLast = text.hasBytes("**", at: end)
      guard isLast || (isClose && text.hasBytes("*_", at: end)) else { return nil }
      return (begin..<(end - 1), end + 2, true, isLast)
    }
    guard text.hasBytes("_ *", at: mark) || text.hasBytes("_* ", at: mark) else { return nil }
    let begin = mark + 3
    guard let end = asterisk(text, behind: begin), end > begin, text.hasBytes("**", at: end),
      text[end - 1] > 32
    else { return nil }
    return (begin..<end, end + 2, false, true)
  }

  /// Words between `_*_` and `_*_` that stand for themselves: the others are on other lines.
  private static func single(_ text: [UInt8], _ mark: Int) -> Words? {
    func isOfWord(_ place: Int) -> Bool {
      guard text.indices.contains(place) else { return false }
      return text[place] >= 0x80 || text[place].isIdentifier || text[place] == UInt8(ascii: "*")
    }
    guard text.hasBytes("_*_", at: mark), !isOfWord(mark - 1),
      let words = further(text, mark), !words.isLast, !isOfWord(words.end)
    else { return nil }
    return (words.range, words.end, true, true)
  }

  /// Whether words begin somewhere with `***` and end with `** _`.
  private static func hasFirst(_ text: [UInt8]) -> Bool {
    var position = 0
    while position < text.count {
      switch text[position] {
      case UInt8(ascii: "`"): position = InlineCode.end(text, at: position, before: text.count)
      case UInt8(ascii: "*"):
        if text.hasBytes("***", at: position), first(text, position) != nil { return true }
        while text.hasBytes("*", at: position) { position += 1 }
      default: position += 1
      }
    }
    return false
  }

  private static func asterisk(_ text: [UInt8], behind start: Int) -> Int? {
    guard start < text.count else { return nil }
    return text.position(
      of: UInt8(ascii: "*"), in: start..<min(text.count, start + longest))
  }

  /// A line whose asterisks have no backslashes.
  private static func withoutBackslashes(_ line: [UInt8]) -> [UInt8] {
    guard line.range(of: "\\*", in: 0..<line.count) != nil else { return line }
    var output: [UInt8] = []
    for (index, byte) in line.enumerated()
    where !(byte == UInt8(ascii: "\\") && line.hasBytes("*", at: index + 1)) { output.append(byte) }
    return output
  }
}
