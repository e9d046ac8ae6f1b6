import Localization

/// What a translation is compared with: the source of its unit, then the page in the source language.
///
/// Pages keep units whose source the page in the source language has no longer.
extension MarkupRepair {
  /// A text in the source language.
  struct Original {
    let text: [UInt8]
    /// How many places are compared with it; no page has so many.
    private var left = 500
    private var references: [[UInt8]: [UInt8]]?
    private var addresses: [[UInt8]]?
    private var marks: StrongMarks?
    private var unflankedMarks: Set<Unflanked.Punctuation>?

    /// Whether it has emphasis, and whether each `**` has its like on its line.
    typealias StrongMarks = (areAny: Bool, arePaired: Bool)

    init(_ text: [UInt8]) { self.text = text }

    /// Whether other bytes occur; `nil` once that was asked too often.
    mutating func has(_ other: [UInt8]) -> Bool? {
      guard left > 0 else { return nil }
      left -= 1
      return text.contains(sequence: other)
    }

    /// The alternative text of the image at an address; `nil` once that was asked too often, too.
    mutating func words(ofImage address: [UInt8]) -> [UInt8]? {
      guard left > 0 else { return nil }
      left -= 1
      guard let close = text.position(of: Array("](".utf8) + address),
        let start = text[..<close].suffix(500).lastIndex(of: UInt8(ascii: "[")),
        start > 0, text[start - 1] == UInt8(ascii: "!"),
        !text[start..<close].contains(UInt8(ascii: "]"))
      else { return nil }
      return Array(text[(start + 1)..<close])
    }

    /// A reference by its id without blanks, in small letters.
    mutating func reference(_ name: [UInt8]) -> [UInt8]? {
      if references == nil { references = MarkupRepair.references(of: text) }
      return references?[name]
    }

    /// The addresses of links, the longest first; none once they were asked for too often.
    mutating func linkAddresses() -> [[UInt8]] {
      guard left > 0 else { return [] }
      left -= 1
      if addresses == nil { addresses = MarkupRepair.addresses(of: text) }
      return addresses ?? []
    }

    /// The punctuation beside the marks of strong words that the parser leaves.
    mutating func unflanked() -> Set<Unflanked.Punctuation> {
      if let unflankedMarks { return unflankedMarks }
      let found = Set(
        text.split(separator: 10).flatMap { line in
          MarkupRepair.unflanked(in: Array(line)).map(\.punctuation)
        })
      unflankedMarks = found
      return found
    }

    mutating func strongMarks() -> StrongMarks {
      if let marks { return marks }
      let lines = text.split(separator: 10).map { Array($0) }
      let found = (
        areAny: text.contains(UInt8(ascii: "*")),
        arePaired: lines.allSatisfy { !MarkupRepair.hasOddMarks($0) }
      )
      marks = found
      return found
    }
  }

  /// Whether the unit's source or the page's has a text.
  mutating func isInSource(_ text: [UInt8]) -> Bool {
    unit?.has(text) == true || page?.has(text) == true
  }

  /// Whether the nearest source is known and doesn't have a text.
  mutating func lacks(_ text: [UInt8]) -> Bool {
    (unit == nil ? page?.has(text) : unit?.has(text)) == false
  }

  /// Notes which unit begins at a place of a line, or passes over the source of one; returns where to go
  /// on, `nil` at other places.
  mutating func takeUnit(_ line: [UInt8], _ start: Int) -> Int? {
    if line.hasBytes(Self.unitStart, at: start) {
      unit = Self.sourceHalf(line, behind: start + 1).map { Original(Array(line[$0])) }
      return line.position(of: UInt8(ascii: ">"), in: start..<line.count).map { $0 + 1 }
        ?? line.count
    }
    guard line.hasBytes(Self.halfStart, at: start) else { return nil }
    unit = nil
    return Self.halfEnd(line, start)
  }

  static let unitStart: StaticString = "<span data-ttu-id="
  private static let halfStart: StaticString = "<span class=\"sxs-lookup\">"
  private static let halfEnd: StaticString = "</span></span>"

  /// Behind the source of a unit whose tags begin at a place; `nil` where none begins.
  static func endOfSource(_ line: [UInt8], at start: Int) -> Int? {
    line.hasBytes(halfStart, at: start) ? halfEnd(line, start) : nil
  }

  private static func halfEnd(_ line: [UInt8], _ start: Int) -> Int {
    line.range(of: halfEnd, in: start..<line.count)?.upperBound ?? line.count
  }

  /// The source of the unit in whose translation a place lies, on the same line.
  private static func sourceHalf(_ line: [UInt8], behind start: Int) -> Range<Int>? {
    let limit = line.range(of: unitStart, in: start..<line.count)?.lowerBound ?? line.count
    guard let half = line.range(of: halfStart, in: start..<limit),
      let tag = line.position(of: UInt8(ascii: ">"), in: half.upperBound..<limit)
    else { return nil }
    return (tag + 1)..<(line.range(of: halfEnd, in: tag..<limit)?.lowerBound ?? limit)
  }

  /// The units that a line has as a whole: where each begins, and where its source is.
  static func units(of line: [UInt8]) -> [(start: Int, source: Range<Int>)] {
    var units: [(start: Int, source: Range<Int>)] = []
    var position = 0
    while let unit = line.range(of: unitStart, in: position..<line.count) {
      position = unit.upperBound
      if let half = sourceHalf(line, behind: position) { units.append((unit.lowerBound, half)) }
    }
    return units
  }
}
