import Localization

/// Strong punctuation right before emphasis, `**=***word*`, as older reference pages write what is typed
/// and what stands for a value.
///
/// The three asterisks end one and begin the other, which the parser sees only behind a letter.
enum AsteriskRuns {
  /// The longest line that is looked at, in bytes.
  private static let longest = 4_000

  /// What asterisks stand for, by the tags that say the same.
  private enum Mark: String {
    case strong, em
  }

  /// Whether a body may have any; cheap.
  static func mayOccur(in body: [UInt8]) -> Bool {
    var position = 0
    while let run = body.range(of: "***", in: position..<body.count) {
      position = run.upperBound
      if isUnclear(body, run) { return true }
    }
    return false
  }

  /// Tags in the place of the asterisks of a line; none where the parser reads it as its author did.
  static func edits(
    in body: [UInt8], _ line: Range<Int>, _ spans: CodeSpans
  ) -> [BodyPreparation.Edit] {
    guard line.count <= longest else { return [] }
    var (edits, open): ([BodyPreparation.Edit], [Mark]) = ([], [])
    var isNeeded = false
    for run in runs(in: body, line, spans) {
      var tags: [UInt8] = []
      func close() {
        guard let mark = open.popLast() else { return }
        tags += "</\(mark.rawValue)>".utf8
      }
      func begin(_ mark: Mark) {
        open.append(mark)
        tags += "<\(mark.rawValue)>".utf8
      }
      let (isStrong, isEmphasis) = (open.contains(.strong), open.contains(.em))
      switch run.count {
      case 1, 2:
        let mark: Mark = run.count == 1 ? .em : .strong
        guard open.last == mark || !open.contains(mark) else { return [] }
        if open.last == mark { close() } else { begin(mark) }
      case 3 where isStrong && isEmphasis:
        close()
        close()
      case 3 where isStrong || isEmphasis:
        isNeeded = isNeeded || isUnclear(body, run)
        close()
        begin(isStrong ? .em : .strong)
      case 3:
        begin(.em)
        begin(.strong)
      default: return []
      }
      edits.append(.init(range: run, bytes: tags))
    }
    return isNeeded && open.isEmpty ? edits : []
  }

  /// Whether three asterisks stand between punctuation and what isn't a blank.
  private static func isUnclear(_ body: [UInt8], _ run: Range<Int>) -> Bool {
    guard run.lowerBound > 0, run.upperBound < body.count else { return false }
    let (before, next) = (body[run.lowerBound - 1], body[run.upperBound])
    return before > 32 && before < 127 && before != UInt8(ascii: "*") && !isWord(before)
      && next > 32 && next != UInt8(ascii: "*")
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (97...122).contains(byte | 32)
  }

  /// The asterisks of a line that may be marks: not in code, behind backslashes or between blanks.
  private static func runs(
    in body: [UInt8], _ line: Range<Int>, _ spans: CodeSpans
  ) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var position = line.lowerBound
    while position < line.upperBound {
      guard body[position] == UInt8(ascii: "*"), !spans.contains(position) else {
        position += body[position] == UInt8(ascii: "\\") ? 2 : 1
        continue
      }
      var end = position
      while end < line.upperBound, body[end] == UInt8(ascii: "*") { end += 1 }
      let isBlankBefore = position == line.lowerBound || body[position - 1] <= 32
      let isBlankBehind = end == line.upperBound || body[end] <= 32
      if !(isBlankBefore && isBlankBehind) { runs.append(position..<end) }
      position = end
    }
    return runs
  }
}
