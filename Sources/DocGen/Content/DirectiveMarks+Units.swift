import Localization

extension DirectiveMarks {
  /// A directive in whose attributes a unit begins, since its text has colons of its own, without the
  /// unit, and the text behind it; `nil` for other lines.
  ///
  /// `:::image alt-text=":::<span data-ttu-id="a-1">no-loc(words)::: there" source="a.png":: Text</span>…`
  static func withoutUnits(_ line: [UInt8]) -> [[UInt8]]? {
    let start = line.firstIndex { !$0.isBlank && $0 != UInt8(ascii: ">") } ?? line.count
    guard line.hasBytes(":::", at: start),
      let unit = line.range(of: "<span data-ttu-id=", in: start..<line.count),
      line[start..<unit.lowerBound].count(where: { $0 == UInt8(ascii: "\"") }) % 2 == 1
    else { return nil }
    var plain = Units.plainTarget(of: line)
    guard let directive = ColonDirectiveText(plain, at: start, in: 0..<plain.count) else {
      return nil
    }
    if directive.isClosed {
      let rest = plain[directive.range.upperBound...].drop { $0 == 32 }
      return [Array(plain[..<directive.range.upperBound])] + (rest.isEmpty ? [] : [Array(rest)])
    }
    // Translation took a colon away.
    var position = start
    while let mark = plain.range(of: "\"::", in: position..<plain.count),
      plain.hasBytes(":", at: mark.upperBound)
    {
      position = mark.upperBound
    }
    guard let mark = plain.range(of: "\"::", in: position..<plain.count) else { return nil }
    plain.insert(UInt8(ascii: ":"), at: mark.upperBound)
    let end = mark.upperBound + 1
    let rest = plain[end...].drop { $0 == 32 }
    return [Array(plain[..<end])] + (rest.isEmpty ? [] : [Array(rest)])
  }
}
