import Localization

/// Finds the markup that a block of raw HTML would swallow: it ends at a blank line only, which
/// authors forget and translation loses.
///
/// CommonMark 0.31, "HTML blocks", kinds 6 and 7. Elements in which text is meant letter by letter
/// are left alone.
struct HTMLBlockEnds {
  /// Where the raw HTML begins that is open.
  private var start: Int?
  /// Whether its lines have marks before their text.
  private var isPrefixed = false
  private var isBehindBlank = true
  private var wasCode = false

  /// Takes the next line.
  ///
  /// - Parameters:
  ///   - body: The body.
  ///   - line: The line.
  ///   - text: Where its text begins, behind the marks of quotations and items.
  ///   - isCode: Whether it is code or the border of it.
  /// - Returns: The lines of raw HTML right before it, if it is markup of its own.
  mutating func take(
    _ body: [UInt8], _ line: Range<Int>, text: Int, isCode: Bool
  ) -> Range<Int>? {
    let beginsCode = isCode && !wasCode && text < line.upperBound && "`~".utf8.contains(body[text])
    defer { wasCode = isCode }
    guard text < line.upperBound, body[text] > 32 else {
      (start, isBehindBlank) = (nil, true)
      return nil
    }
    defer { isBehindBlank = false }
    guard let open = start else {
      if !isCode, begins(body, line, at: text), !isLiteral(body, line) {
        (start, isPrefixed) = (text, text > line.lowerBound)
      }
      return nil
    }
    let isMarkup = !isCode && Self.isMarkup(body, line, at: text)
    guard beginsCode || (isMarkup && !HTMLAlert.isInside(body, from: open, at: text)) else {
      // Behind marks only a single line can be told from what follows.
      if isPrefixed || isLiteral(body, line) { start = nil }
      return nil
    }
    start = nil
    return open..<line.lowerBound - 1
  }

  /// Whether raw HTML begins: with an element that makes a block, or with a tag that has the line for
  /// itself and no paragraph before it.
  private func begins(_ body: [UInt8], _ line: Range<Int>, at text: Int) -> Bool {
    guard body[text] == UInt8(ascii: "<") else { return false }
    let name = body[(text + 1)..<line.upperBound].drop { $0 == UInt8(ascii: "/") }
      .prefix { (97...122).contains($0 | 32) || (48...57).contains($0) }
    guard !name.isEmpty, name.count <= 10 else { return false }
    if HTMLBlockElements.names.contains(String(decoding: name, as: UTF8.self).lowercased()) {
      return true
    }
    guard isBehindBlank, let tag = RawTag(Array(body[text..<line.upperBound])) else { return false }
    return body[(text + tag.end)..<line.upperBound].allSatisfy { $0 <= 32 }
  }

  private func isLiteral(_ body: [UInt8], _ line: Range<Int>) -> Bool {
    Self.literal.contains { body.range(of: $0, in: line) != nil }
  }

  private static let literal: [StaticString] = [
    "<pre", "<code", "<script", "<style", "<textarea", "<!--", "<PRE", "<CODE",
  ]

  /// Whether a line is markup for certain: a heading, an alert or another directive.
  private static func isMarkup(_ body: [UInt8], _ line: Range<Int>, at text: Int) -> Bool {
    switch body[text] {
    case UInt8(ascii: "#"):
      let marks = body[text..<line.upperBound].prefix { $0 == UInt8(ascii: "#") }
      return marks.count <= 6 && marks.endIndex < line.upperBound && body[marks.endIndex] == 32
    case UInt8(ascii: "["):
      guard body.hasBytes("[!", at: text), text + 2 < line.upperBound else { return false }
      return (97...122).contains(body[text + 2] | 32)
    case UInt8(ascii: ":"):
      guard let directive = ColonDirectiveText(body, at: text, in: line), !directive.isInline else {
        return false
      }
      return !["image", "video", "code", "no-loc"].contains(directive.name)
    default: return false
    }
  }

  /// Whether a line of a body begins with a tag, perhaps behind marks; cheap, and true too often
  /// rather than too seldom.
  static func mayOccur(in body: [UInt8]) -> Bool {
    var position = 0
    while let tag = body.position(of: UInt8(ascii: "<"), in: position..<body.count) {
      position = tag + 1
      guard tag == 0 || body[tag - 1] <= 32 || body[tag - 1] == UInt8(ascii: ">"),
        mayBegin(body, at: tag)
      else { continue }
      if body.isBehindMarks(tag) { return true }
    }
    return false
  }

  /// Whether raw HTML may begin with a tag: those of units and anchors have text behind them.
  private static func mayBegin(_ body: [UInt8], at tag: Int) -> Bool {
    let end = min(body.count, tag + 200)
    if body.hasBytes("<span", at: tag) || body.hasBytes("<a ", at: tag) {
      guard let close = body.position(of: UInt8(ascii: ">"), in: tag..<end) else { return true }
      return close + 1 >= body.count || body[close + 1] <= 32
    }
    return !body.hasBytes("</span", at: tag) && !body.hasBytes("</a>", at: tag)
      && !body.hasBytes("<!", at: tag)
  }
}
