import Localization

/// What Markdown reads as a whole inside a line, so that nothing in it is a mark: code, tags of raw HTML,
/// comments, addresses in angle brackets.
enum WholeInline {
  /// How long a tag is at most, in bytes: each `<` of a line may begin one.
  private static let longest = 2_000

  /// The end of what begins with the backtick or the angle bracket at `start`.
  ///
  /// Those that begin nothing are text: then it is their own end.
  static func end(_ text: [UInt8], at start: Int, before limit: Int) -> Int {
    if text[start] == UInt8(ascii: "`") { return InlineCode.end(text, at: start, before: limit) }
    let limit = min(limit, start + longest)
    return comment(text, start, limit) ?? tag(text, start, limit) ?? address(text, start, limit)
      ?? start + 1
  }

  private static func comment(_ text: [UInt8], _ start: Int, _ limit: Int) -> Int? {
    guard text.hasBytes("<!--", at: start) else { return nil }
    // Many may begin in a line and none end: of these `>` is the rarest byte.
    var position = start + 6
    while position < limit,
      let end = text.position(of: UInt8(ascii: ">"), in: position..<limit)
    {
      if text.hasBytes("--", at: end - 2) { return end + 1 }
      position = end + 1
    }
    return nil
  }

  /// An opening or closing tag, by the grammar of CommonMark.
  private static func tag(_ text: [UInt8], _ start: Int, _ limit: Int) -> Int? {
    var position = start + 1
    func at(_ place: Int) -> UInt8 { place < limit ? text[place] : 0 }
    func skipBlanks() { while at(position).isBlank { position += 1 } }
    if at(position) == UInt8(ascii: "/") { position += 1 }
    guard at(position).isLetter else { return nil }
    while at(position).isLetter || at(position).isDigit || at(position) == UInt8(ascii: "-") {
      position += 1
    }
    while position < limit {
      let end = position
      skipBlanks()
      if at(position) == UInt8(ascii: "/") { position += 1 }
      if at(position) == UInt8(ascii: ">") { return position + 1 }
      guard position > end, isNameStart(at(position)) else { return nil }
      while isNameStart(at(position)) || at(position).isDigit || ".-".utf8.contains(at(position)) {
        position += 1
      }
      let nameEnd = position
      skipBlanks()
      guard at(position) == UInt8(ascii: "=") else {
        position = nameEnd
        continue
      }
      position += 1
      skipBlanks()
      guard let value = endOfValue(text, position, limit) else { return nil }
      position = value
    }
    return nil
  }

  private static func isNameStart(_ byte: UInt8) -> Bool {
    byte.isLetter || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ":")
  }

  private static func endOfValue(_ text: [UInt8], _ start: Int, _ limit: Int) -> Int? {
    guard start < limit else { return nil }
    if "\"'".utf8.contains(text[start]) {
      return text.position(of: text[start], in: (start + 1)..<limit).map { $0 + 1 }
    }
    let value = text[start..<limit].prefix { $0 > 32 && !"\"'=<>`".utf8.contains($0) }
    return value.isEmpty ? nil : value.endIndex
  }

  /// `<https://example.com/>`.
  private static func address(_ text: [UInt8], _ start: Int, _ limit: Int) -> Int? {
    let scheme = text[(start + 1)..<limit].prefix {
      $0.isLetter || $0.isDigit || "+.-".utf8.contains($0)
    }
    guard (2...32).contains(scheme.count), scheme.endIndex < limit,
      text[scheme.endIndex] == UInt8(ascii: ":")
    else { return nil }
    let rest = text[scheme.endIndex..<limit].prefix { $0 > 32 && !"<>".utf8.contains($0) }
    return text.hasBytes(">", at: rest.endIndex) && rest.endIndex < limit ? rest.endIndex + 1 : nil
  }
}
