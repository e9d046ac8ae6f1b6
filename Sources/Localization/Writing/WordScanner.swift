/// What of a piece of Markdown is words.
enum WordScanner {
  /// Whether there is a letter or digit outside code, tags and addresses.
  static func hasWords(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    var position = range.lowerBound
    while position < range.upperBound {
      let byte = text[position]
      if byte == UInt8(ascii: "`") {
        position = InlineCode.end(text, at: position, before: range.upperBound)
      } else if text.hasBytes("](", at: position) || byte == UInt8(ascii: "<") {
        let close = byte == UInt8(ascii: "<") ? UInt8(ascii: ">") : UInt8(ascii: ")")
        let end = text.firstIndex(of: close, from: position) ?? position
        position = end + 1
      } else if byte.isLetter || byte.isDigit || byte >= 0x80 {
        return true
      } else {
        position += 1
      }
    }
    return false
  }

  /// The text of the link if the piece is one link and nothing else.
  static func onlyLinkText(_ text: [UInt8], _ range: Range<Int>) -> Range<Int>? {
    guard range.count > 4, text[range.lowerBound] == UInt8(ascii: "["),
      text[range.upperBound - 1] == UInt8(ascii: ")")
    else { return nil }
    var depth = 0
    for position in range {
      if text[position] == UInt8(ascii: "[") { depth += 1 }
      if text[position] == UInt8(ascii: "]") { depth -= 1 }
      guard depth == 0 else { continue }
      let address = position + 2..<range.upperBound - 1
      guard text.hasBytes("](", at: position), position > range.lowerBound + 1,
        !text[address].contains(UInt8(ascii: "(")), !text[address].contains(UInt8(ascii: ")"))
      else { return nil }
      return range.lowerBound + 1..<position
    }
    return nil
  }
}
