import Localization

/// A `:::` directive as it is written: its name, its attributes, and how far it reaches.
struct ColonDirectiveText {
  /// The name in lower case.
  let name: String
  /// From its first colon to its last, or to the end of the line where it has none at its end.
  let range: Range<Int>
  /// Whether it has its colons at the end.
  let isClosed: Bool
  /// Its attributes.
  let tag: RawTag?
  /// The words of `no-loc(words)` and `no-loc text="words"`.
  let words: ArraySlice<UInt8>?
  /// Whether the name or the attribute isn't spelt as it should be.
  let isMisspelt: Bool
  /// Whether text follows, so that it isn't a block.
  let isInline: Bool
  /// The line in which it ends.
  let lastLine: Range<Int>

  /// Reads a directive; `nil` where no colons begin one.
  init?(_ body: [UInt8], at start: Int, in line: Range<Int>) {
    guard body.hasBytes(":::", at: start) else { return nil }
    var position = start + 3
    while position < line.upperBound, body[position].isBlank { position += 1 }
    let nameStart = position
    while position < line.upperBound, Self.isNameByte(body[position]) { position += 1 }
    guard position > nameStart else { return nil }
    let ownName = String(decoding: body[nameStart..<position], as: UTF8.self).lowercased()
    let isTerm = Self.namesOfTerms.contains(ownName)
    name = isTerm ? "no-loc" : ownName
    // The attribute's name may have become part of the directive's.
    if isTerm, ownName.hasSuffix("text") { position -= 4 }
    var lastLine = line
    var (close, attributes) = Self.attributes(body, from: position, to: line.upperBound)
    if close == nil, name == "image" || name == "video",
      let further = Self.furtherLines(body, from: position, of: line)
    {
      (close, lastLine) = (further.close, further.line)
      attributes += further.attributes
    }
    var term: ArraySlice<UInt8>?
    if isTerm,
      let found = Self.wordsInBrackets(body, from: position, to: line.upperBound)
        ?? Self.wordsInQuotes(body, from: position, to: line.upperBound)
    {
      (term, close) = (found.words, found.close)
    }
    isMisspelt =
      isTerm
      && (ownName != "no-loc"
        || (term != nil && !attributes.isEmpty && !Self.isTermAttribute(attributes)))
    isClosed = close != nil
    self.lastLine = lastLine
    let end = close?.upperBound ?? body[line].lastIndex { $0 > 32 }.map { $0 + 1 } ?? start
    range = start..<end
    isInline =
      body[end..<max(end, lastLine.upperBound)].contains { $0 > 32 } || name == "no-loc"
    words = term
    // Read as a tag, its attributes are those of an element.
    let written = Array("<x ".utf8) + Self.escapingInnerQuotes(Array(attributes))
    tag = RawTag(written + Array(">".utf8)) ?? RawTag(written + Array("\">".utf8))
  }

  /// The attributes up to the colons at the end, with the words alone of `:::no-loc(words):::` in their
  /// values.
  private static func attributes(
    _ body: [UInt8], from start: Int, to end: Int
  ) -> (close: Range<Int>?, attributes: ArraySlice<UInt8>) {
    var attributes: [UInt8] = []
    var (first, position) = (start, start)
    while let colons = body.range(of: ":::", in: position..<end) {
      position = colons.upperBound
      let isInValue = body[start..<colons.lowerBound].count { $0 == UInt8(ascii: "\"") } % 2 == 1
      guard isInValue, colons.upperBound < end, body[colons.upperBound] | 32 == UInt8(ascii: "n"),
        let term = ColonDirectiveText(body, at: colons.lowerBound, in: colons.lowerBound..<end),
        let words = term.words
      else {
        if attributes.isEmpty { return (colons, body[start..<colons.lowerBound]) }
        return (colons, (attributes + body[first..<colons.lowerBound])[...])
      }
      attributes += body[first..<colons.lowerBound] + words
      (first, position) = (term.range.upperBound, term.range.upperBound)
    }
    return attributes.isEmpty
      ? (nil, body[start..<end]) : (nil, (attributes + body[first..<end])[...])
  }

  /// The name of the directive for words that stay as they are, as translators and other tools spell it
  /// too.
  private static let namesOfTerms: Set = [
    "no-loc", "noloc", "no-loc-text", "no-loctext", "noloc-text", "noloctext",
  ]

  /// Whether attributes are `text="words"`, or words in brackets.
  private static func isTermAttribute(_ attributes: ArraySlice<UInt8>) -> Bool {
    let attribute = attributes.drop { $0.isBlank }
    guard attribute.starts(with: "text".utf8) else { return attribute.first == UInt8(ascii: "(") }
    let sign = attribute.dropFirst(4).drop { $0.isBlank }
    let value = sign.dropFirst().drop { $0.isBlank }
    return sign.first == UInt8(ascii: "=")
      && (value.first == UInt8(ascii: "\"") || value.first == UInt8(ascii: "'"))
  }

  /// The marks that words are quoted with.
  private static let quotationMarks = [
    "\"", "'", "\\\"", "“", "”", "„", "‟", "«", "»", "＂", "″", "「", "」", "&quot;",
  ].map { Array($0.utf8) }

  /// How long words in quotation marks may be, in bytes, and how many groups of colons they may have.
  private static let longestTerm = 1_000
  private static let mostColons = 8

  /// The words of `text="words":::`, whatever translation made of the attribute and its quotation marks.
  private static func wordsInQuotes(
    _ body: [UInt8], from start: Int, to end: Int
  ) -> (words: ArraySlice<UInt8>, close: Range<Int>)? {
    let end = min(end, start + longestTerm)
    let name = body[start..<end].drop { $0.isBlank }
    let rest = name.dropFirst(name.prefix(while: isNameByte).count).drop { $0.isBlank }
    let isWide = body.hasBytes("＝", at: rest.startIndex)
    guard isWide || rest.first == UInt8(ascii: "=") else { return nil }
    let value = rest.dropFirst(isWide ? 3 : 1).drop { $0.isBlank }
    guard let open = quotationMarks.first(where: { value.starts(with: $0) }) else {
      return nil
    }
    let first = value.startIndex + open.count
    var position = first
    var left = mostColons
    while left > 0, let colon = body.position(of: UInt8(ascii: ":"), in: position..<end) {
      left -= 1
      var (last, count) = (colon, 0)
      position = colon
      while position < end, body[position] == UInt8(ascii: ":") || body[position].isBlank, count < 3
      {
        if body[position] == UInt8(ascii: ":") { (last, count) = (position, count + 1) }
        position += 1
      }
      // Most colons stand behind a letter.
      guard count > 1, "\"'; \t".utf8.contains(body[colon - 1]) || body[colon - 1] >= 0x80 else {
        continue
      }
      let quoted = body[first..<colon].trimmed
      guard
        let close = quotationMarks.last(where: { quoted.suffix($0.count).elementsEqual($0) })
      else { continue }
      let words = quoted.dropLast(close.count).drop { $0.isBlank }
      return (words, colon..<(last + 1))
    }
    return nil
  }

  /// The words of `(words):::`; machine translation leaves blanks around the brackets and loses colons.
  private static func wordsInBrackets(
    _ body: [UInt8], from start: Int, to end: Int
  ) -> (words: ArraySlice<UInt8>, close: Range<Int>)? {
    guard let open = body[start..<end].firstIndex(where: { !$0.isBlank }),
      body[open] == UInt8(ascii: "(")
    else { return nil }
    let end = min(end, open + DirectiveMarks.longest)
    var position = open + 1
    while let bracket = body.position(of: UInt8(ascii: ")"), in: position..<end) {
      position = bracket + 1
      let colons = body[position..<end].firstIndex { !$0.isBlank } ?? end
      guard body.hasBytes("::", at: colons), colons + 2 <= end else { continue }
      let close = colons..<(colons + (colons + 2 < end && body[colons + 2] == 58 ? 3 : 2))
      let words = body[(open + 1)..<bracket].drop { $0.isBlank }
      return (words.trimmed, close)
    }
    return nil
  }

  /// How many further lines attributes may cross.
  private static let lineLimit = 20

  /// What belongs to attributes that go on behind their first line: in a text that isn't closed there,
  /// or one below the other.
  private static func furtherLines(
    _ body: [UInt8], from position: Int, of line: Range<Int>
  ) -> (attributes: [UInt8], close: Range<Int>, line: Range<Int>)? {
    var quotes = body[position..<line.upperBound].count { $0 == UInt8(ascii: "\"") }
    var attributes: [UInt8] = []
    var start = line.upperBound + 1
    for _ in 0..<lineLimit where start < body.count {
      let end = body.position(of: UInt8(ascii: "\n"), in: start..<body.count) ?? body.count
      let text = contentStart(body, start..<end)
      guard text < end, body[text] > 32 else { return nil }
      if body.hasBytes(":::", at: text) {
        let isEnd = body[(text + 3)..<end].allSatisfy { $0 <= 32 }
        return isEnd ? (attributes, text..<(text + 3), start..<end) : nil
      }
      guard quotes % 2 == 1 || isAttribute(body[text..<end]) else { return nil }
      let close = body.range(of: ":::", in: text..<end)
      attributes.append(32)
      attributes += body[text..<(close?.lowerBound ?? end)]
      if let close { return (attributes, close, start..<end) }
      quotes += body[text..<end].count { $0 == UInt8(ascii: "\"") }
      start = end + 1
    }
    return nil
  }

  /// Whether a line begins with `name="`.
  private static func isAttribute(_ line: ArraySlice<UInt8>) -> Bool {
    let rest = line.drop(while: isNameByte)
    return rest.startIndex > line.startIndex
      && rest.drop { $0.isBlank }.starts(with: "=".utf8)
  }

  /// Attributes in which only those quotation marks stay that begin or end a value: authors quote
  /// words inside of values.
  private static func escapingInnerQuotes(_ attributes: [UInt8]) -> [UInt8] {
    let quote = UInt8(ascii: "\"")
    guard attributes.count(where: { $0 == quote }) % 2 == 0,
      attributes.count(where: { $0 == quote })
        > 2 * attributes.count(where: { $0 == UInt8(ascii: "=") })
    else { return attributes }
    var bytes: [UInt8] = []
    var isInside = false
    for (index, byte) in attributes.enumerated() {
      guard byte == quote else {
        bytes.append(byte)
        continue
      }
      if !isInside {
        isInside = true
        bytes.append(byte)
        continue
      }
      let rest = attributes[(index + 1)...].drop { $0 <= 32 }
      let isEnd = rest.isEmpty || (rest.startIndex > index + 1 && isAttribute(rest))
      if isEnd {
        isInside = false
        bytes.append(byte)
      } else {
        bytes += "&quot;".utf8
      }
    }
    return bytes
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    (97...122).contains(byte | 32) || byte == UInt8(ascii: "-") || byte >= 0x80
  }

  /// Where a line's text begins, behind blanks and marks of quotations.
  static func contentStart(_ body: [UInt8], _ line: Range<Int>) -> Int {
    body[line].firstIndex { !$0.isBlank && $0 != UInt8(ascii: ">") } ?? line.upperBound
  }

  /// The line ends inside a part of a body, each with what its next line begins with.
  static func lineEnds(in body: [UInt8], _ range: Range<Int>) -> [UInt8] {
    var bytes: [UInt8] = []
    var position = range.lowerBound
    while let end = body.position(of: UInt8(ascii: "\n"), in: position..<range.upperBound) {
      position = end + 1
      bytes += body[end..<contentStart(body, position..<range.upperBound)]
    }
    return bytes
  }
}
