import Localization

extension DirectiveMarks {
  /// How many directives one line may have: for each the line is looked through again.
  private static let mostDirectives = 40

  /// The directives that make a grid.
  private static let grid: Set = ["row", "row-end", "column", "column-end"]

  /// A line that translation made of several: its text, and its block directives on lines of their
  /// own before and behind it, as the source has them.
  ///
  /// Directives that were taken for sentences stand in units, on the source's side as well. A line
  /// with code is left alone but for the grid outside of it: it may be about directives. The text of
  /// several columns stays in its order.
  static func separated(_ line: [UInt8]) -> [[UInt8]]? {
    let hasCode = line.position(of: UInt8(ascii: "`"), in: 0..<line.count) != nil
    let prefix = Array(line.prefix { $0.isBlank || $0 == UInt8(ascii: ">") })
    var text: [UInt8] = []
    var (before, behind): ([[UInt8]], [[UInt8]]) = ([], [])
    var (position, count) = (0, 0)
    // How much text stands before the first directive of a grid that has words before it.
    var columnEnd: Int?
    while let found = blockDirective(in: line, from: position) {
      text += line[position..<found.range.lowerBound]
      position = found.range.upperBound
      count += 1
      guard count <= mostDirectives else { return nil }
      if isInSource(line, 0..<line.count, found.range.lowerBound) { continue }
      if hasCode, !found.isGrid || isInCode(line, found.range.lowerBound) {
        text += line[found.range]
        continue
      }
      let directive = prefix + line[found.range]
      let hasWords = hasWords(text)
      if hasWords { behind.append(directive) } else { before.append(directive) }
      if hasWords, found.isGrid { columnEnd = columnEnd ?? text.count }
    }
    guard !before.isEmpty || !behind.isEmpty else { return nil }
    text += line[position...]
    // A directive that has its line for itself is as it should be.
    if before.count == 1, behind.isEmpty, text.allSatisfy({ $0 <= 32 || $0 == UInt8(ascii: ">") }) {
      return nil
    }
    if let columnEnd, hasWords(Array(text[columnEnd...])) { return inOrder(line, prefix) }
    return before + (hasWords(text) ? [text] : []) + behind
  }

  /// The parts of a line in their order; units, which would be torn apart, are their translations.
  private static func inOrder(_ line: [UInt8], _ prefix: [UInt8]) -> [[UInt8]] {
    let hasUnits = line.range(of: "data-ttu-id=", in: 0..<line.count) != nil
    let line = hasUnits ? Units.plainTarget(of: line) : line
    var parts: [[UInt8]] = []
    func add(_ text: ArraySlice<UInt8>) {
      let words = text.drop { $0.isBlank || $0 == UInt8(ascii: ">") }.trimmed
      if !words.isEmpty { parts.append(prefix + words) }
    }
    var position = 0
    while let found = blockDirective(in: line, from: position) {
      if isInCode(line, found.range.lowerBound) {
        add(line[position..<found.range.upperBound])
      } else {
        add(line[position..<found.range.lowerBound])
        parts.append(prefix + line[found.range])
      }
      position = found.range.upperBound
    }
    add(line[position...])
    return parts
  }

  /// Whether a code span is open at a place of a line.
  private static func isInCode(_ line: [UInt8], _ place: Int) -> Bool {
    line[..<place].count(where: { $0 == UInt8(ascii: "`") }) % 2 == 1
  }

  /// The next directive that has a line for itself where it is written as it should be.
  private static func blockDirective(
    in line: [UInt8], from start: Int
  ) -> (range: Range<Int>, isGrid: Bool)? {
    var position = start
    while let colons = line.range(of: ":::", in: position..<line.count) {
      position = colons.upperBound
      let name = line[position...].firstIndex { $0 != 32 } ?? line.count
      guard let word = word(in: line, at: name) else { continue }
      var end = name + word.name.utf8CodeUnitCount
      let isGrid = grid.contains("\(word.name)")
      switch "\(word.name)" {
      case "zone-end", "moniker-end", "image-end": break
      case "zone", "moniker":
        let attributes = attributesEnd(in: line, from: end)
        guard attributes > end else { continue }
        end = attributes
      case _ where isGrid: end = attributesEnd(in: line, from: end)
      default: continue
      }
      let closing = line[end...].firstIndex { $0 != 32 } ?? end
      let isClosed = line.hasBytes(":::", at: closing)
      if isClosed, !isName(line, behind: closing + 3) { end = closing + 3 }
      // Such a name may be a word of the text.
      if isGrid, !isClosed { continue }
      return (colons.lowerBound..<end, isGrid)
    }
    return nil
  }

  /// Where attributes end that begin at a place, `name="value"` one behind the other.
  private static func attributesEnd(in line: [UInt8], from start: Int) -> Int {
    var end = start
    while let name = line[end...].firstIndex(where: { $0 != 32 }), name > end,
      let sign = line[name...].firstIndex(where: { !isNameByte($0) }), sign > name,
      line.hasBytes("=\"", at: sign),
      let close = line[(sign + 2)...].firstIndex(of: UInt8(ascii: "\""))
    {
      end = close + 1
    }
    return end
  }

  /// Whether the name of another directive begins behind colons.
  private static func isName(_ line: [UInt8], behind colons: Int) -> Bool {
    let next = line[colons...].firstIndex { $0 != 32 } ?? line.count
    return next < line.count && word(in: line, at: next) != nil
  }

  /// The name of a directive that stands at a place.
  static func word(
    in text: [UInt8], at place: Int
  ) -> (name: StaticString, attribute: StaticString?)? {
    ColonDirective.words.first { word in
      let end = place + word.name.utf8CodeUnitCount
      return text.hasBytes(word.name, at: place) && (end == text.count || !isNameByte(text[end]))
    }
  }

  /// Whether a place of a line belongs to the source of a unit.
  static func isInSource(_ text: [UInt8], _ line: Range<Int>, _ place: Int) -> Bool {
    var (start, isInside) = (line.lowerBound, false)
    while let tag = text.range(of: "<span class=\"sxs-lookup\">", in: start..<place) {
      start = tag.upperBound
      isInside = text.range(of: "</span></span>", in: start..<place) == nil
    }
    return isInside
  }

  /// Whether something is left of a line without tags, marks of containers and blanks.
  private static func hasWords(_ text: [UInt8]) -> Bool {
    var isTag = false
    for byte in text {
      switch byte {
      case UInt8(ascii: "<"): isTag = true
      case UInt8(ascii: ">"): isTag = false
      default: if !isTag, byte > 32, !"*+-".utf8.contains(byte) { return true }
      }
    }
    return false
  }
}
