import Localization
import Model

extension ColonDirectiveScanner {
  /// Takes a directive that isn't known: its markup isn't shown, words in it are.
  mutating func leaveOut(
    _ reading: ColonDirectiveText, _ start: Int, _ line: Int, _ column: Int
  ) {
    let nameStart = body[start..<reading.range.upperBound].firstIndex { $0 != 58 && !$0.isBlank }
    let last = reading.range.upperBound - (reading.isClosed ? 3 : 0)
    let words = body[(nameStart ?? last)..<last]
    if words.contains(UInt8(ascii: "="))
      || !words.dropFirst(reading.name.utf8.count).contains(where: { $0 > 32 })
    {
      edits.append(.init(range: reading.range, bytes: []))
    } else {
      edits.append(.init(range: start..<words.startIndex, bytes: []))
      edits.append(.init(range: last..<reading.range.upperBound, bytes: []))
    }
    if !reading.isClosed { unknownBlocks += 1 }
    if reading.name == "form" {
      return report(
        "directive.unsupported", line, column,
        "':::form' needs a service where it is published; it is left out")
    }
    if reading.name == "code" || reading.name == "no-loc" { return }
    report(
      "directive.unknown", line, column, "there is no directive ':::\(reading.name)'",
      suggestion: Suggestion.nearest(to: reading.name, among: ColonDirective.names).map {
        "did you mean ':::\($0)'?"
      })
  }

  /// Takes a line of colons alone, with which other tools end blocks.
  mutating func takeBareColons(at start: Int, in line: Range<Int>, _ number: Int) -> Bool {
    guard body.hasBytes(":::", at: start),
      body[start..<line.upperBound].allSatisfy({ $0 == UInt8(ascii: ":") || $0 <= 32 })
    else { return false }
    edits.append(.init(range: start..<line.upperBound, bytes: []))
    if unknownBlocks > 0 {
      unknownBlocks -= 1
    } else {
      report(
        "directive.unopened", number, start - line.lowerBound + 1, "':::' ends nothing here")
    }
    return true
  }

  /// Takes the colons before a directive that has more than three; returns where it begins.
  mutating func takeSurplusColons(
    at start: Int, in line: Range<Int>, _ number: Int
  ) -> Int {
    guard body.hasBytes("::::", at: start) else { return start }
    let end = body[start..<line.upperBound].firstIndex { $0 != UInt8(ascii: ":") } ?? start
    guard end > start + 3, let directive = ColonDirectiveText(body, at: end - 3, in: line) else {
      return start
    }
    edits.append(.init(range: start..<(end - 3), bytes: []))
    report(
      "directive.damaged", number, start - line.lowerBound + 1, "a directive has three colons",
      suggestion: "write ':::\(directive.name)'")
    return end - 3
  }
}
