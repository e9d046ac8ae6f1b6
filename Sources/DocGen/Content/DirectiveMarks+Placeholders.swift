import Localization

/// What a tool for translators puts in the place of words that stay, and sometimes leaves there:
/// `[!OP.NO-LOC(words)]`, also as machine translation writes it, `[! OP. NO-LOC (words)]`, with words of
/// the sentence in between at times.
extension DirectiveMarks {
  /// How far a placeholder reaches at most on each side of its mark, in bytes.
  private static let longestPlaceholder = 300

  /// Whether a page may have placeholders.
  static func mayHavePlaceholders(_ text: [UInt8]) -> Bool {
    placeholderMark(text, from: 0) != nil
  }

  /// A line with the words themselves, in code and addresses too.
  static func withoutPlaceholders(_ line: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    var position = 0
    var search = 0
    while let mark = placeholderMark(line, from: search) {
      search = mark.upperBound
      guard let place = placeholder(line, around: mark, from: position) else { continue }
      text += line[position..<place.range.lowerBound] + place.words
      position = place.range.upperBound
      search = position
    }
    return position == 0 ? line : text + line[position...]
  }

  /// The next `NO-LOC`.
  private static func placeholderMark(_ text: [UInt8], from start: Int) -> Range<Int>? {
    var position = start
    while let end = text.range(of: "LOC", in: position..<text.count) {
      position = end.upperBound
      let begin = end.lowerBound - 3
      if begin >= start, text.hasBytes("NO-", at: begin) || text.hasBytes("NO ", at: begin) {
        return begin..<position
      }
    }
    return nil
  }

  private static func placeholder(
    _ line: [UInt8], around mark: Range<Int>, from start: Int
  ) -> (range: Range<Int>, words: [UInt8])? {
    let first = max(start, mark.lowerBound - longestPlaceholder)
    guard let dot = line[first..<mark.lowerBound].lastIndex(of: UInt8(ascii: ".")),
      dot >= first + 2, line.hasBytes("OP", at: dot - 2),
      let bang = line[first..<(dot - 2)].lastIndex(of: UInt8(ascii: "!")), bang > first,
      line[bang - 1] == UInt8(ascii: "["),
      !line[bang..<mark.lowerBound].contains(UInt8(ascii: "]"))
    else { return nil }
    var open = mark.upperBound
    while open < line.count, line[open].isBlank { open += 1 }
    let last = min(line.count, open + longestPlaceholder)
    guard line.hasBytes("(", at: open), let end = line.range(of: ")]", in: open..<last) else {
      return nil
    }
    let parts = [
      trimmed(line[(bang + 1)..<(dot - 2)]), trimmed(line[(dot + 1)..<mark.lowerBound]),
      line[(open + 1)..<end.lowerBound],
    ].filter { !$0.isEmpty }
    return ((bang - 1)..<end.upperBound, Array(parts.joined(separator: [32])))
  }

  private static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let text = text.drop { $0.isBlank }
    return text[..<(text.lastIndex { !$0.isBlank }.map { $0 + 1 } ?? text.startIndex)]
  }
}
