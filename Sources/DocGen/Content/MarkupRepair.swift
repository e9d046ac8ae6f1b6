import Localization

/// Puts right what machine translation did to marks in running text, where the source has them as they
/// should be: `[text] (address)`, `! [text](address)`, `** words **`, `& nbsp;`, `< br/ >`.
struct MarkupRepair {
  /// The page in the source language; `nil` where none is known.
  var page: Original?
  /// The source of the unit whose translation is looked at; `nil` outside of units.
  var unit: Original?
  /// Whether each `**` of the line has its like.
  private var isPaired = false

  init(source: [UInt8]?) { page = source.map { Original($0) } }

  /// A line that isn't code, as it should be; as it is where nothing is wrong.
  mutating func repaired(_ line: [UInt8]) -> [UInt8] {
    isPaired = Self.strongMarks(line).count % 2 == 0
    unit = nil
    return repairedPart(line)
  }

  private mutating func repairedPart(_ line: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    var position = 0
    while position < line.count {
      var next = position + 1
      var part: [UInt8]?
      switch line[position] {
      case UInt8(ascii: "\\"):
        (part, next) =
          withoutEmptyStrong(line, position) ?? plainEscape(line, position)
          ?? crossReference(line, position) ?? (nil, min(position + 2, line.count))
      case UInt8(ascii: "`"): next = InlineCode.end(line, at: position, before: line.count)
      case UInt8(ascii: "["): (part, next) = codeReference(line, position) ?? (nil, next)
      case UInt8(ascii: "]"): (part, next) = link(line, position)
      case UInt8(ascii: "!"), 0xEF: (part, next) = image(line, position)
      case UInt8(ascii: "*"): (part, next) = emphasis(line, position)
      case UInt8(ascii: "&"): (part, next) = reference(line, position)
      case UInt8(ascii: "<"):
        if let end = takeUnit(line, position) {
          next = end
          break
        }
        (part, next) = crossReference(line, position) ?? tag(line, position)
      default: break
      }
      output += part ?? Array(line[position..<next])
      position = next
    }
    return output
  }

  typealias Replacement = (part: [UInt8]?, next: Int)

  /// What only titles of tabs lead to, whatever the source has.
  static let tabAddress: StaticString = "#tab/"

  /// `] (address)`, in full-width brackets too, and `] [ label]`.
  private mutating func link(_ line: [UInt8], _ start: Int) -> Replacement {
    var position = start + 1
    while position < line.count, line[position] == 32 { position += 1 }
    if line.hasBytes("[", at: position) {
      return labelled(line, start, position) ?? (nil, start + 1)
    }
    let isWide = line.hasBytes("（", at: position)
    if isWide || line.hasBytes("(", at: position),
      let link = brokenLink(line, start, position + (isWide ? 3 : 1))
    {
      return link
    }
    guard isWide || (position > start + 1 && line.hasBytes("(", at: position)) else {
      return (nil, start + 1)
    }
    position += isWide ? 3 : 1
    let most = min(line.count, position + 1_000)
    let plain = line.position(of: UInt8(ascii: ")"), in: position..<most)
    let wide = line.range(of: "）", in: position..<(plain ?? most))
    guard let end = wide ?? plain.map({ $0..<($0 + 1) }) else { return (nil, start + 1) }
    let address = Array(line[position..<end.lowerBound].filter { $0 != 32 })
    let isKnown = address.starts(with: Self.tabAddress.bytes)
    guard !address.isEmpty, isKnown || isInSource(Array("](".utf8) + address) else {
      return (nil, start + 1)
    }
    return (Array("](".utf8) + address + [UInt8(ascii: ")")], end.upperBound)
  }

  /// `** words **`, where the source has no asterisks between blanks.
  private mutating func emphasis(_ line: [UInt8], _ start: Int) -> Replacement {
    let mark = Array("**".utf8)
    let first = start + line[start...].prefix { $0 == UInt8(ascii: "*") }.count
    if first - start > 3, isLeftOver(line, start..<first), lacks(Array("****".utf8)) {
      return ([], first)
    }
    guard isPaired, first == start + 2, let end = line.range(of: "**", in: first..<line.count)
    else { return (nil, first) }
    let words = line[first..<end.lowerBound]
    let plain = words.drop { $0 == 32 }.trimmed
    let isPadded = words.first == 32 || words.last == 32
    let repairs =
      isPadded && !plain.isEmpty && isBoundary(line, start - 1) && isBoundary(line, end.upperBound)
      && isInSource(mark) && lacks(Array(" ** ".utf8))
    return (mark + repairedPart(Array(repairs ? plain : words)) + mark, end.upperBound)
  }

  /// Whether asterisks end nothing and begin nothing: what is left of strong words.
  func isLeftOver(_ line: [UInt8], _ run: Range<Int>) -> Bool {
    let end = run.upperBound
    let isAtEnd =
      end == line.count || line[end] <= 32 || ".,;:!?)]|".utf8.contains(line[end])
      || Self.endings.contains { line.hasBytes($0, at: end) }
    // Alone on a line they divide the page.
    let hasWords = line[..<run.lowerBound].contains { $0 > 32 && $0 != UInt8(ascii: ">") }
    return isAtEnd && hasWords && (line[run.lowerBound - 1] <= 32 || line[run.lowerBound - 1] == 93)
  }

  /// Whether no letter of Latin script stands at a place.
  private func isBoundary(_ line: [UInt8], _ place: Int) -> Bool {
    guard line.indices.contains(place) else { return true }
    return line[place] <= 32 || line[place] >= 0x80 || ".,;:!?()[]>|".utf8.contains(line[place])
  }

  /// `< br/ >`, `< / sub >`, `< xref:id >` and `<xref：id>`.
  private mutating func tag(_ line: [UInt8], _ start: Int) -> Replacement {
    guard start + 1 < line.count,
      line[start + 1] == 32 || line.hasBytes("xref：", at: start + 1)
        || line.hasBytes("/ ", at: start + 1),
      let close = line.position(
        of: UInt8(ascii: ">"), in: (start + 1)..<min(line.count, start + 300))
    else { return (nil, start + 1) }
    var inside = line[(start + 1)..<close].drop { $0 == 32 }.trimmed
    let isEnd = inside.first == UInt8(ascii: "/")
    if isEnd { inside = inside.dropFirst().drop { $0 == 32 } }
    var words = Array(inside)
    if words.starts(with: "xref：".utf8) { words.replaceSubrange(4..<7, with: [58]) }
    let name = words.prefix { $0 > 32 && $0 != UInt8(ascii: "/") }
    guard !name.isEmpty else { return (nil, start + 1) }
    let mark: [UInt8] = isEnd ? Array("</".utf8) : [UInt8(ascii: "<")]
    guard isInSource(mark + name) else { return (nil, start + 1) }
    return (mark + words + [UInt8(ascii: ">")], close + 1)
  }
}
