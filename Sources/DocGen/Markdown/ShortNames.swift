import Localization

/// Short names in running text that stand for something else: `:warning:` for an emoji, and
/// `@System.String` for a reference, where such a thing is known.
enum ShortNames {
  /// Whether a body may hold any; cheap, and true too often rather than too seldom.
  static func mayOccur(in body: [UInt8], withUIDs: Bool) -> Bool {
    if withUIDs, body.position(of: UInt8(ascii: "@"), in: 0..<body.count) != nil { return true }
    var position = 0
    while let colon = body.position(of: UInt8(ascii: ":"), in: position..<body.count) {
      if name(in: body, behind: colon, before: body.count) != nil { return true }
      position = colon + 1
    }
    return false
  }

  /// The edits of a line that isn't code.
  static func edits(
    in body: [UInt8], _ line: Range<Int>, _ spans: CodeSpans, _ isKnownUID: (String) -> Bool
  ) -> [BodyPreparation.Edit] {
    var edits: [BodyPreparation.Edit] = []
    var position = spans.start(of: line)
    while position < line.upperBound {
      switch body[position] {
      case UInt8(ascii: "\\"): position += 1
      case UInt8(ascii: "`"):
        position = spans.end(at: position, body, before: line.upperBound) - 1
      case UInt8(ascii: "<"): position = endOfTag(body, position, line) ?? position
      case UInt8(ascii: ":"):
        if let name = name(in: body, behind: position, before: line.upperBound),
          isBoundary(body, before: position, in: line),
          let emoji = Emoji.character(named: String(decoding: body[name], as: UTF8.self))
        {
          edits.append(.init(range: position..<name.upperBound + 1, bytes: Array(emoji.utf8)))
          position = name.upperBound
        }
      case UInt8(ascii: "@"):
        if isBoundary(body, before: position, in: line),
          let uid = uid(in: body, behind: position, before: line.upperBound),
          isKnownUID(String(decoding: body[uid.name], as: UTF8.self))
        {
          edits.append(
            .init(
              range: position..<uid.end,
              bytes: Array("<xref:".utf8) + body[uid.name] + [UInt8(ascii: ">")]))
          position = uid.end - 1
        }
      default: break
      }
      position += 1
    }
    return edits
  }

  /// The end of a tag or an address in angle brackets; text between units is no tag.
  private static func endOfTag(_ body: [UInt8], _ start: Int, _ line: Range<Int>) -> Int? {
    guard start + 1 < line.upperBound, body[start + 1] | 32 > 96 || body[start + 1] == 47 else {
      return nil
    }
    return body.position(of: UInt8(ascii: ">"), in: start..<line.upperBound)
  }

  private static func isBoundary(
    _ body: [UInt8], before position: Int, in line: Range<Int>
  ) -> Bool {
    position == line.lowerBound || body[position - 1] <= 32
      || ">|(*[_\"".utf8.contains(body[position - 1])
  }

  /// The name behind a colon, if another colon ends it.
  private static func name(in body: [UInt8], behind colon: Int, before limit: Int) -> Range<Int>? {
    var end = colon + 1
    while end < limit, end - colon < 50, isNameByte(body[end]) { end += 1 }
    guard end > colon + 1, end < limit, body[end] == UInt8(ascii: ":") else { return nil }
    return (colon + 1)..<end
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    (97...122).contains(byte) || (48...57).contains(byte) || "_+-".utf8.contains(byte)
  }

  /// The id behind an `@`: up to a blank, or what quotation marks hold.
  private static func uid(
    in body: [UInt8], behind at: Int, before limit: Int
  ) -> (name: Range<Int>, end: Int)? {
    guard at + 1 < limit else { return nil }
    if body[at + 1] == UInt8(ascii: "\"") {
      guard let end = body.position(of: UInt8(ascii: "\""), in: (at + 2)..<limit), end > at + 2
      else { return nil }
      return ((at + 2)..<end, end + 1)
    }
    var end = at + 1
    while end < limit, isNameByte(body[end] | 32) || ".`#*".utf8.contains(body[end]) { end += 1 }
    // A full stop ends the sentence, not the id.
    while end > at + 1, ".*#".utf8.contains(body[end - 1]) { end -= 1 }
    return end > at + 1 ? ((at + 1)..<end, end) : nil
  }
}
