import Localization

extension MarkupRepair {
  /// Takes away the `**` of lines to which translation gave no second one, where the source has none of
  /// that kind: readers would see it.
  ///
  /// - Parameters:
  ///   - lines: The lines of the page.
  ///   - source: The page in the source language.
  ///   - isText: Whether the line of a number is running text.
  /// - Returns: The numbers of the lines that were changed.
  static func removeLoneStrongMarks(
    in lines: inout [[UInt8]], source: [UInt8], isText: (Int) -> Bool
  ) -> [Int] {
    let originals = source.split(separator: 10, omittingEmptySubsequences: false).map { Array($0) }
    guard originals.indices.allSatisfy({ !hasOddMarks(originals, $0) }) else { return [] }
    var changed: [Int] = []
    for number in lines.indices where isText(number) && hasOddMarks(lines, number) {
      // Strong words may go on in the next line.
      let isAlone = [number - 1, number + 1].allSatisfy { other in
        !lines.indices.contains(other) || !hasOddMarks(lines, other)
      }
      guard isAlone, let mark = loneMark(lines[number]) else { continue }
      lines[number].removeSubrange(mark)
      changed.append(number)
    }
    return changed
  }

  private static func hasOddMarks(_ lines: [[UInt8]], _ number: Int) -> Bool {
    strongMarks(lines[number]).count % 2 == 1
  }

  /// The `**` outside code and sources of units.
  static func strongMarks(_ line: [UInt8]) -> [Int] {
    guard line.range(of: "**", in: 0..<line.count) != nil else { return [] }
    var marks: [Int] = []
    var position = 0
    while position < line.count {
      switch line[position] {
      case UInt8(ascii: "\\"): position += 2
      case UInt8(ascii: "`"): position = InlineCode.end(line, at: position, before: line.count)
      case UInt8(ascii: "<") where line.hasBytes("<span class=\"sxs-lookup\">", at: position):
        position =
          line.range(of: "</span></span>", in: position..<line.count)?.upperBound ?? line.count
      case UInt8(ascii: "*"):
        let run = line[position...].prefix { $0 == UInt8(ascii: "*") }.count
        if run == 2 { marks.append(position) }
        position += run
      default: position += 1
      }
    }
    return marks
  }

  /// The mark that has no other: what can't end words begins them.
  private static func loneMark(_ line: [UInt8]) -> Range<Int>? {
    var open: [Int] = []
    for mark in strongMarks(line) {
      let before = mark > 0 ? line[mark - 1] : 32
      let next = mark + 2 < line.count ? line[mark + 2] : 32
      if !open.isEmpty, before > 32, !"([{\"'".utf8.contains(before) {
        open.removeLast()
      } else if next > 32 {
        open.append(mark)
      } else {
        return mark..<(mark + 2)
      }
    }
    return open.first.map { $0..<($0 + 2) }
  }
}
