import Localization

/// Marks of emphasis, code and links that one half of a unit begins and doesn't end: the parser would
/// look for their end in the other half, or in the next unit, and show part of the one in the other.
enum UnitMarks {
  /// Longer halves, in bytes, stay as they are.
  private static let longest = 16_384

  /// References to characters in the place of such marks: they are text in raw HTML, too.
  static func edits(for units: [Unit], in body: [UInt8]) -> [BodyPreparation.Edit] {
    var edits: [BodyPreparation.Edit] = []
    for unit in units {
      for half in [unit.target, unit.source] where mayBeOpen(half, body) {
        edits += openMarks(in: half, body)
      }
    }
    return edits.isEmpty ? [] : withoutCode(edits, body)
  }

  /// Whether a half may have such marks; cheap.
  private static func mayBeOpen(_ half: Range<Int>, _ body: [UInt8]) -> Bool {
    guard half.count <= longest else { return false }
    return body.withUnsafeBufferPointer { body in
      var (hasMarks, brackets) = (false, 0)
      for index in half {
        switch body[index] {
        case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "`"):
          hasMarks = true
        case UInt8(ascii: "["): brackets += 1
        case UInt8(ascii: "]"): brackets -= 1
        default: break
        }
      }
      return hasMarks || brackets > 0
    }
  }

  private static func openMarks(
    in half: Range<Int>, _ body: [UInt8]
  ) -> [BodyPreparation.Edit] {
    var open: [Range<Int>] = []
    var runs: [Range<Int>] = []
    var brackets: [Int] = []
    var position = half.lowerBound
    while position < half.upperBound {
      switch body[position] {
      case UInt8(ascii: "\\"): position += 2
      case UInt8(ascii: "`"):
        let ticks = run(at: position, body, before: half.upperBound)
        position = InlineCode.end(body, at: position, before: half.upperBound)
        if position == ticks.upperBound { open.append(ticks) }
      case UInt8(ascii: "<"):
        position = WholeInline.end(body, at: position, before: half.upperBound)
      case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"):
        runs.append(run(at: position, body, before: half.upperBound))
        position = runs[runs.count - 1].upperBound
      case UInt8(ascii: "["):
        brackets.append(position)
        position += 1
      case UInt8(ascii: "]"):
        _ = brackets.popLast()
        position += 1
      default: position += 1
      }
    }
    // `[!` begins directives, which are read for themselves.
    open += brackets.filter { !body.hasBytes("[!", at: $0) }.map { $0..<($0 + 1) }
    for mark in "*_~".utf8 {
      open += openRuns(runs.filter { body[$0.lowerBound] == mark }, in: half, body)
    }
    return open.map { range in
      let reference = Array("&#\(body[range.lowerBound]);".utf8)
      return .init(range: range, bytes: range.flatMap { _ in reference })
    }
  }

  private static func run(at start: Int, _ body: [UInt8], before end: Int) -> Range<Int> {
    start..<(start + body[start..<end].prefix { $0 == body[start] }.count)
  }

  /// Those of a half's runs of one mark that may begin emphasis and have none behind that may end it.
  private static func openRuns(
    _ runs: [Range<Int>], in half: Range<Int>, _ body: [UInt8]
  ) -> [Range<Int>] {
    func mayEnd(_ run: Range<Int>) -> Bool {
      run.lowerBound > half.lowerBound && body[run.lowerBound - 1] > 32
    }
    func mayBegin(_ run: Range<Int>) -> Bool {
      guard mayEnd(run) else {
        return run.upperBound == half.upperBound || body[run.upperBound] > 32
      }
      guard run.upperBound < half.upperBound else { return false }
      let next = body[run.upperBound]
      return next.isLetter || next.isDigit || next >= 0x80
    }
    // What might end emphasis ends none where nothing begins it.
    let last = runs.lastIndex(where: mayEnd)
    let first = last == 0 ? 0 : last.map { $0 + 1 } ?? 0
    var open = runs[first...].filter { run in
      mayBegin(run) && !isInsideWord(run, half, body) && !isInAddress(run, half, body)
    }
    // Between punctuation and the tag behind the half a run begins emphasis, as in `Word**.**`.
    if let run = runs.last, runs.count > 1, run.upperBound == half.upperBound,
      body[run.lowerBound - 1].isPunctuation,
      runs.dropLast().allSatisfy({ isBehindWord($0, half, body) })
    {
      open.append(run)
    }
    return open
  }

  /// Whether a run stands between a letter and punctuation, where it begins nothing.
  private static func isBehindWord(_ run: Range<Int>, _ half: Range<Int>, _ body: [UInt8]) -> Bool {
    guard run.lowerBound > half.lowerBound else { return false }
    let before = body[run.lowerBound - 1]
    return (before.isLetter || before.isDigit) && body[run.upperBound].isPunctuation
  }

  /// Whether underscores stand between letters, where they begin nothing.
  private static func isInsideWord(_ run: Range<Int>, _ half: Range<Int>, _ body: [UInt8]) -> Bool {
    guard body[run.lowerBound] == UInt8(ascii: "_"), run.lowerBound > half.lowerBound,
      run.upperBound < half.upperBound
    else { return false }
    let (before, behind) = (body[run.lowerBound - 1], body[run.upperBound])
    return (before.isLetter || before.isDigit) && (behind.isLetter || behind.isDigit)
  }

  /// Whether a run belongs to an address in running text, in which a reference would be text.
  private static func isInAddress(_ run: Range<Int>, _ half: Range<Int>, _ body: [UInt8]) -> Bool {
    let word = body[half.lowerBound..<run.lowerBound].suffix(500)
    let start = word.lastIndex { $0 <= 32 }.map { $0 + 1 } ?? word.startIndex
    return body.range(of: "://", in: start..<run.lowerBound) != nil
      || body.range(of: "www.", in: start..<run.lowerBound) != nil
  }

  /// Edits but for those in lines of code.
  private static func withoutCode(
    _ edits: [BodyPreparation.Edit], _ body: [UInt8]
  ) -> [BodyPreparation.Edit] {
    var left = edits.sorted { $0.range.lowerBound < $1.range.lowerBound }[...]
    var kept: [BodyPreparation.Edit] = []
    var code = CodeLines(body)
    var start = 0
    while start < body.count, !left.isEmpty {
      let end = body.position(of: UInt8(ascii: "\n"), in: start..<body.count) ?? body.count
      let inLine = left.prefix { $0.range.lowerBound < end }
      if !code.isCode(start..<end) { kept += inLine }
      left = left.dropFirst(inLine.count)
      start = end + 1
    }
    return kept
  }
}

extension UInt8 {
  /// Whether it is punctuation of ASCII.
  fileprivate var isPunctuation: Bool { self > 32 && self < 127 && !isLetter && !isDigit }
}
