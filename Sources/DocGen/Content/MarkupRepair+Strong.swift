import Localization

extension MarkupRepair {
  /// Takes away the `**` of lines to which translation gave no second one, where the sources of the line's
  /// units, or the page without units, have none of that kind: readers would see it.
  ///
  /// - Parameters:
  ///   - lines: The lines of the page.
  ///   - isText: Whether the line of a number is running text.
  /// - Returns: The numbers of the lines that were changed.
  mutating func removeLoneStrongMarks(in lines: inout [[UInt8]], isText: (Int) -> Bool) -> [Int] {
    var changed: [Int] = []
    for number in lines.indices where isText(number) && Self.hasOddMarks(lines[number]) {
      let line = lines[number]
      let sources = Self.units(of: line).map { Array(line[$0.source]) }
      let isLost =
        sources.isEmpty
        ? page?.strongMarks().arePaired ?? false : !sources.contains(where: Self.hasOddMarks)
      // Strong words may go on in the next line.
      let isAlone = [number - 1, number + 1].allSatisfy { other in
        !lines.indices.contains(other) || !Self.hasOddMarks(lines[other])
      }
      guard isLost, isAlone, let mark = Self.loneMark(line) else { continue }
      lines[number].removeSubrange(mark)
      changed.append(number)
    }
    return changed
  }

  static func hasOddMarks(_ line: [UInt8]) -> Bool {
    !mayJoinMarks(line) && strongMarks(line).count % 2 == 1
  }

  /// Whether three asterisks in a row may end strong words and begin emphasis.
  private static func mayJoinMarks(_ line: [UInt8]) -> Bool {
    line.range(of: "***", in: 0..<line.count) != nil
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
      case UInt8(ascii: "<"): position = endOfSource(line, at: position) ?? position + 1
      case UInt8(ascii: "*"):
        let run = line[position...].prefix { $0 == UInt8(ascii: "*") }.count
        if run == 2 { marks.append(position) }
        position += run
      default: position += 1
      }
    }
    return marks
  }

  /// A line in which strong words are tags where the parser would leave their marks, since a letter
  /// stands beside the punctuation that they begin or end with: `**(a)**und`.
  ///
  /// Where the source has such marks with the same punctuation, its readers see them too: they stay.
  mutating func withTaggedStrong(_ line: [UInt8]) -> [UInt8] {
    let all = Self.unflanked(in: line)
    guard !all.isEmpty else { return line }
    let units = Self.units(of: line)
    var known: (start: Int, marks: Set<Unflanked.Punctuation>)?
    var output: [UInt8] = []
    var position = 0
    for strong in all {
      let (open, close) = (strong.words.lowerBound - 2, strong.words.upperBound)
      if let unit = units.last(where: { $0.start < open }), open < unit.source.lowerBound {
        if known?.start != unit.start {
          let source = Self.unflanked(in: Array(line[unit.source]))
          known = (unit.start, Set(source.map(\.punctuation)))
        }
        if known?.marks.contains(strong.punctuation) == true { continue }
      } else if page?.unflanked().contains(strong.punctuation) == true {
        continue
      }
      output += line[position..<open] + "<strong>".utf8 + line[strong.words] + "</strong>".utf8
      position = close + 2
    }
    return position == 0 ? line : output + line[position...]
  }

  /// Strong words whose marks the parser leaves.
  struct Unflanked {
    /// What the words begin and end with, where the parser leaves the mark beside it.
    struct Punctuation: Hashable {
      var first: Unicode.Scalar?
      var last: Unicode.Scalar?
    }

    var words: Range<Int>
    var punctuation: Punctuation
  }

  static func unflanked(in line: [UInt8]) -> [Unflanked] {
    let marks = strongMarks(line)
    guard marks.count > 1, marks.count % 2 == 0, !mayJoinMarks(line) else { return [] }
    return stride(from: 0, to: marks.count, by: 2).compactMap { pair in
      let words = (marks[pair] + 2)..<marks[pair + 1]
      guard let first = words.first, let last = words.last, line[first] > 32, line[last] > 32
      else { return nil }
      let opening = unflanked(line, words.lowerBound - 2, isOpening: true)
      let closing = unflanked(line, words.upperBound, isOpening: false)
      guard opening != nil || closing != nil else { return nil }
      return Unflanked(words: words, punctuation: .init(first: opening, last: closing))
    }
  }

  /// Whether `**` stands between the punctuation of its words and a letter, where the parser takes it
  /// neither for their beginning nor for their end.
  static func isUnflanked(_ text: [UInt8], _ mark: Int, isOpening: Bool) -> Bool {
    unflanked(text, mark, isOpening: isOpening) != nil
  }

  /// The punctuation between which and a letter `**` stands; `nil` where it doesn't.
  private static func unflanked(
    _ text: [UInt8], _ mark: Int, isOpening: Bool
  ) -> Unicode.Scalar? {
    var start = mark - 1
    while start > 0, start > mark - 4, (0x80..<0xC0).contains(text[start]) { start -= 1 }
    let (before, behind) = (scalar(text, at: start), scalar(text, at: mark + 2))
    guard let inner = isOpening ? behind : before, let outer = isOpening ? before : behind else {
      return nil
    }
    return isPunctuation(inner) && isLetter(outer) ? inner : nil
  }

  private static func scalar(_ text: [UInt8], at place: Int) -> Unicode.Scalar? {
    guard text.indices.contains(place) else { return nil }
    return String(decoding: text[place...].prefix(4), as: UTF8.self).unicodeScalars.first
  }

  /// Whether it is a letter or a digit; beside languages without blanks between words, such as Chinese
  /// and Thai, the parser needs none.
  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0E01...0x0EDF, 0x1000...0x109F, 0x1780...0x17FF: false
    case 0x2E80...0x9FFF, 0xAC00...0xD7AF, 0xF900...0xFAFF, 0xFF00...0xFFEF, 0x20000...: false
    default: scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
  }

  private static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      return scalar.value > 32 && scalar.value < 127 && !scalar.properties.isAlphabetic
        && scalar.properties.numericType == nil
    }
    return switch scalar.properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation:
      true
    default: false
    }
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
