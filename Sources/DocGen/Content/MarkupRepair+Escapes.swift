import Localization

/// Backslashes that translation moved away from what they escape, or put before what it left.
extension MarkupRepair {
  /// What closes words besides ASCII's marks.
  private static let closings: [StaticString] = [
    "”", "’", "»", "›", "“", "」", "』", "】", "）", "］", "》", "〉",
  ]

  /// Takes away what is left of emphasized words that translation took away, where the source has no
  /// asterisks behind backslashes: `\*\*\*\*`, and `\*\*` behind what closes words or between blanks.
  mutating func withoutEmptyStrong(_ line: [UInt8], _ start: Int) -> Replacement? {
    var end = start
    while line.hasBytes("\\*", at: end) { end += 2 }
    let count = (end - start) / 2
    guard count > 3 || (count == 2 && isLeftOfEmphasis(line, start..<end)),
      lacks(Array("\\*".utf8))
    else { return nil }
    return ([], end)
  }

  /// Whether two asterisks stand where nothing but lost words can have been; in a footnote the source has
  /// them too.
  private mutating func isLeftOfEmphasis(_ line: [UInt8], _ run: Range<Int>) -> Bool {
    let (start, end) = (run.lowerBound, run.upperBound)
    guard start > 0, line[start - 1] != UInt8(ascii: "*") else { return false }
    // Between quotation marks they may be what is spoken of.
    let isBehind =
      ")]\"'".utf8.contains(line[start - 1])
      || Self.closings.contains { line.hasBytes($0, at: start - $0.utf8CodeUnitCount) }
    let isBefore =
      end < line.count && "*)]\"'".utf8.contains(line[end])
      || Self.closings.contains { line.hasBytes($0, at: end) }
    guard !isBefore, isBehind || isLeftOver(line, run) else { return false }
    let marks = unit == nil ? page?.strongMarks() : unit?.strongMarks()
    return marks.map { $0.areAny && $0.arePaired } ?? false
  }

  /// `\ (` and `\（`, where the source has `\(`.
  mutating func plainEscape(_ line: [UInt8], _ start: Int) -> Replacement? {
    for (wide, plain) in [("（", "\\("), ("）", "\\)")] as [(StaticString, String)]
    where line.hasBytes(wide, at: start + 1) {
      let end = start + 1 + wide.utf8CodeUnitCount
      return isInSource(Array(plain.utf8)) ? (Array(line[(start + 1)..<end]), end) : nil
    }
    guard start + 2 < line.count, line[start + 1] == 32, "()[]&>".utf8.contains(line[start + 2])
    else { return nil }
    let mark = [UInt8(ascii: "\\"), line[start + 2]]
    guard isInSource(mark), lacks(Array(line[start..<(start + 3)])) else { return nil }
    return (mark, start + 3)
  }
}
