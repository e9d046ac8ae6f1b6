import Localization

/// Puts right what machine translation did to marks in running text, where the source has them as they
/// should be: `[text] (address)`, `! [text](address)`, `** words **`, `& nbsp;`, `< br/ >`.
struct MarkupRepair {
  let source: [UInt8]
  /// The references of the source by what is left of them, once they were asked for.
  var references: [[UInt8]: [UInt8]]?
  /// The addresses of its links, once they were asked for.
  var addresses: [[UInt8]]?
  /// How many places are compared with the source; no page has so many.
  var left = 500
  /// Whether each `**` of the line has its like.
  private var isPaired = false

  init(source: [UInt8]) { self.source = source }

  /// What pages with damaged references by ids have.
  static let damagedReferences: [StaticString] = ["xref：", "xref: ", "Xref:", "XRef:", "XREF:"]

  /// Whether a page may need it but for references by ids; cheap, and true too often rather than too
  /// seldom.
  static func mayBeNeeded(_ text: [UInt8]) -> Bool {
    if hasLoneAsterisks(text) || mayHaveBrokenAddress(text) { return true }
    return text.withUnsafeBufferPointer { text in
      guard text.count > 2 else { return false }
      var found: UInt8 = 0
      for index in 0..<(text.count - 2) {
        let (first, second, third) = (text[index], text[index + 1], text[index + 2])
        let isWide: UInt8 = first == 0x5D && second == 0xEF ? 1 : 0
        let isLink: UInt8 = first == 0x5D && second == 32 && third == 0x28 ? 1 : 0
        // A blank, or the end of a full-width mark, before the bracket of an image.
        let isSpaced = first == 0x21 && second == 32 && third == 0x5B
        let isFullWidth = first == 0xBC && second == 0x81 && (third == 0x5B || third == 32)
        let isImage: UInt8 = isSpaced || isFullWidth ? 1 : 0
        let isTag: UInt8 = first == 0x3C && second == 32 ? 1 : 0
        let isReference: UInt8 = first == 0x26 && second == 32 && third > 0x60 ? 1 : 0
        let isEscaped: UInt8 = first == 0x5C && second == 0x3C && third | 32 == 0x78 ? 1 : 0
        let isEmptyStrong: UInt8 = first == 0x5C && second == 0x2A && third == 0x5C ? 1 : 0
        found |= isWide | isLink | isImage | isTag | isReference | isEscaped | isEmptyStrong
      }
      return found != 0
    }
  }

  /// Whether a line may need it.
  static func isNeeded(_ line: [UInt8]) -> Bool {
    mayBeNeeded(line)
      || damagedReferences.contains { line.range(of: $0, in: 0..<line.count) != nil }
  }

  /// Whether `**` stands between blanks, between a blank and what ends a word, or between punctuation
  /// and a letter; or whether a line has one more or less than it should.
  private static func hasLoneAsterisks(_ text: [UInt8]) -> Bool {
    var (position, count, lineEnd) = (0, 0, 0)
    while let mark = text.range(of: "**", in: position..<text.count) {
      position = mark.upperBound
      if mark.lowerBound >= lineEnd {
        if count % 2 == 1 { return true }
        lineEnd = text.position(of: 10, in: mark.upperBound..<text.count) ?? text.count
        count = 0
      }
      let isOpening = count % 2 == 0
      count += 1
      let next = position < text.count ? text[position] : 10
      if text.hasBytes("****", at: mark.lowerBound), mark.lowerBound > 0,
        text[mark.lowerBound - 1] <= 32 || text[mark.lowerBound - 1] == UInt8(ascii: "]")
      {
        return true
      }
      if mayBeUnflanked(text, mark.lowerBound, isOpening: isOpening),
        isUnflanked(text, mark.lowerBound, isOpening: isOpening)
      {
        return true
      }
      if mark.lowerBound == 0 || text[mark.lowerBound - 1] <= 32,
        next <= 32 || ".,;:!?)]|".utf8.contains(next)
          || endings.contains(where: { text.hasBytes($0, at: position) })
      {
        return true
      }
    }
    return count % 2 == 1
  }

  /// Whether bytes that may be punctuation and a letter stand beside `**`; cheap.
  private static func mayBeUnflanked(_ text: [UInt8], _ mark: Int, isOpening: Bool) -> Bool {
    guard mark > 0, mark + 2 < text.count else { return false }
    let (before, behind) = (text[mark - 1], text[mark + 2])
    let (inner, outer) = isOpening ? (behind, before) : (before, behind)
    func isWord(_ byte: UInt8) -> Bool {
      (97...122).contains(byte | 32) || (48...57).contains(byte)
    }
    return !isWord(inner) && (isWord(outer) || outer >= 0x80)
  }

  /// What ends words besides the marks of ASCII.
  private static let endings: [StaticString] = [
    "\u{A0}", "،", "؛", "؟", "。", "、", "，", "：", "；", "！", "？", "）",
  ]

  /// A line that isn't code, as it should be; as it is where nothing is wrong.
  mutating func repaired(_ line: [UInt8]) -> [UInt8] {
    isPaired = Self.strongMarks(line).count % 2 == 0
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
          withoutEmptyStrong(line, position) ?? crossReference(line, position)
          ?? (nil, min(position + 2, line.count))
      case UInt8(ascii: "`"): next = InlineCode.end(line, at: position, before: line.count)
      case UInt8(ascii: "]"): (part, next) = link(line, position)
      case UInt8(ascii: "!"), 0xEF: (part, next) = image(line, position)
      case UInt8(ascii: "*"): (part, next) = emphasis(line, position)
      case UInt8(ascii: "&"): (part, next) = reference(line, position)
      case UInt8(ascii: "<"):
        (part, next) = crossReference(line, position) ?? tag(line, position)
      default: break
      }
      output += part ?? Array(line[position..<next])
      position = next
    }
    return output
  }

  typealias Replacement = (part: [UInt8]?, next: Int)

  private mutating func isInSource(_ text: [UInt8]) -> Bool {
    guard left > 0 else { return false }
    left -= 1
    return source.contains(sequence: text)
  }

  /// `] (address)`, in full-width brackets too.
  private mutating func link(_ line: [UInt8], _ start: Int) -> Replacement {
    var position = start + 1
    while position < line.count, line[position] == 32 { position += 1 }
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
    guard !address.isEmpty, isInSource(Array("](".utf8) + address) else { return (nil, start + 1) }
    return (Array("](".utf8) + address + [UInt8(ascii: ")")], end.upperBound)
  }

  /// The beginning of `! [words](address)` and `！[words](address)`, where the source has such an image.
  private mutating func image(_ line: [UInt8], _ start: Int) -> Replacement {
    let isWide = line.hasBytes("！", at: start)
    let mark = start + (isWide ? 3 : 1)
    let bracket = line[mark...].firstIndex { $0 != 32 } ?? line.count
    let most = min(line.count, bracket + 1_000)
    guard isWide || (line[start] == UInt8(ascii: "!") && bracket > mark),
      line.hasBytes("[", at: bracket),
      let close = line.position(of: UInt8(ascii: "]"), in: bracket..<most)
    else { return (nil, start + 1) }
    let open = line[(close + 1)..<most].firstIndex { $0 != 32 } ?? most
    let isWideOpen = line.hasBytes("（", at: open)
    guard isWideOpen || line.hasBytes("(", at: open) else { return (nil, start + 1) }
    let address = line[(open + (isWideOpen ? 3 : 1))..<most].prefix {
      !")\"".utf8.contains($0) && $0 < 0x80
    }.filter { $0 != 32 }
    guard Self.namesImage(address), isInSource(Array("![".utf8)),
      isInSource(Array("](".utf8) + address)
    else { return (nil, start + 1) }
    return ([UInt8(ascii: "!")], bracket)
  }

  /// Whether an address ends as those of images do.
  private static func namesImage(_ address: [UInt8]) -> Bool {
    guard let dot = address.lastIndex(of: UInt8(ascii: ".")) else { return false }
    let ending = String(decoding: address[(dot + 1)...], as: UTF8.self).lowercased()
    return ["png", "jpg", "jpeg", "gif", "svg", "bmp", "webp"].contains(ending)
  }

  /// `** words **`, where the source has no asterisks between blanks.
  private mutating func emphasis(_ line: [UInt8], _ start: Int) -> Replacement {
    let mark = Array("**".utf8)
    let first = start + line[start...].prefix { $0 == UInt8(ascii: "*") }.count
    if first - start > 3, isLeftOver(line, start..<first), !isInSource(Array("****".utf8)) {
      return ([], first)
    }
    guard isPaired, first == start + 2, let end = line.range(of: "**", in: first..<line.count)
    else { return (nil, first) }
    let words = line[first..<end.lowerBound]
    let plain = words.drop { $0 == 32 }.trimmed
    let isPadded = words.first == 32 || words.last == 32
    let repairs =
      isPadded && !plain.isEmpty && isBoundary(line, start - 1) && isBoundary(line, end.upperBound)
      && isInSource(mark) && !isInSource(Array(" ** ".utf8))
    return (mark + repairedPart(Array(repairs ? plain : words)) + mark, end.upperBound)
  }

  /// What translation left of strong words that it took away.
  private static let emptyStrong: StaticString = "\\*\\*\\*\\*"

  /// Takes away `\*\*\*\*`, where the source has no asterisks behind backslashes.
  private mutating func withoutEmptyStrong(_ line: [UInt8], _ start: Int) -> Replacement? {
    guard line.hasBytes(Self.emptyStrong, at: start), !isInSource(Array("\\*".utf8)) else {
      return nil
    }
    var end = start
    while line.hasBytes("\\*", at: end) { end += 2 }
    return ([], end)
  }

  /// Whether asterisks end nothing and begin nothing: what is left of strong words.
  private func isLeftOver(_ line: [UInt8], _ run: Range<Int>) -> Bool {
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

  /// `& nbsp;` and `&nbsp ;`.
  private mutating func reference(_ line: [UInt8], _ start: Int) -> Replacement {
    var position = start + 1
    while position < line.count, line[position] == 32 { position += 1 }
    let name = line[position...].prefix(10).prefix { (97...122).contains($0 | 32) }
    let end = line[name.endIndex...].firstIndex { $0 != 32 } ?? line.count
    guard !name.isEmpty, end < line.count, line[end] == UInt8(ascii: ";"),
      end > start + 1 + name.count
    else { return (nil, start + 1) }
    let plain = [UInt8(ascii: "&")] + name + [UInt8(ascii: ";")]
    return isInSource(plain) ? (plain, end + 1) : (nil, start + 1)
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
