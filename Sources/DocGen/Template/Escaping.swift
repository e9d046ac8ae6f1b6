extension [UInt8] {
  /// Appends text so that it is nothing but text in HTML, between tags and in quoted attributes.
  public mutating func append(escapingHTML text: String) {
    var text = text
    text.withUTF8 { append(escapingHTML: $0) }
  }

  /// Copies runs of ordinary bytes as wholes.
  private mutating func append(escapingHTML text: UnsafeBufferPointer<UInt8>) {
    var start = 0
    for index in text.indices {
      let entity: StaticString
      var length = 1
      switch text[index] {
      case UInt8(ascii: "&"): entity = "&amp;"
      case UInt8(ascii: "<"): entity = "&lt;"
      case UInt8(ascii: ">"): entity = "&gt;"
      case UInt8(ascii: "\""): entity = "&quot;"
      case UInt8(ascii: "'"): entity = "&#39;"
      case 0x00...0x08, 0x0B, 0x0C, 0x0E...0x1F, 0x7F, 0xC2, 0xEF:
        length = Self.lengthOfUnprintable(at: index, in: text)
        guard length > 0 else { continue }
        entity = Self.replacement
      default: continue
      }
      append(contentsOf: text[start..<index])
      entity.withUTF8Buffer { append(contentsOf: $0) }
      start = index + length
    }
    append(contentsOf: text[start...])
  }

  /// What stands for a character that no page may hold.
  private static var replacement: StaticString { "\u{FFFD}" }

  /// The bytes of a character that neither HTML nor Markdown may hold: a control character other
  /// than a tab and the ends of lines, U+FFFE or U+FFFF; 0: it is none of them.
  private static func lengthOfUnprintable(
    at index: Int, in text: UnsafeBufferPointer<UInt8>
  ) -> Int {
    switch text[index] {
    case 0x09, 0x0A, 0x0D: 0
    case 0x00..<0x20, 0x7F: 1
    case 0xC2: index + 1 < text.count && (0x80...0x9F).contains(text[index + 1]) ? 2 : 0
    case 0xEF: index + 2 < text.count && text[index + 1] == 0xBF && text[index + 2] >= 0xBE ? 3 : 0
    default: 0
    }
  }

  /// Calls `body` with each byte of a text, in which characters that no page may hold are replaced.
  static func forEachPrintableByte(of text: String, _ body: (UInt8) -> Void) {
    var text = text
    text.withUTF8 { text in
      var index = 0
      while index < text.count {
        let length = lengthOfUnprintable(at: index, in: text)
        if length > 0 {
          replacement.withUTF8Buffer { $0.forEach(body) }
        } else {
          body(text[index])
        }
        index += Swift.max(length, 1)
      }
    }
  }

  /// Appends text so that it is nothing but text in Markdown: within a line, a table cell too.
  ///
  /// Marks that mean something anywhere in a line are escaped; a line break becomes a blank. Marks
  /// that mean something only at the beginning of a line, such as `-`, are not: templates put text
  /// behind something.
  public mutating func append(escapingMarkdown text: String) {
    Self.forEachPrintableByte(of: text) { byte in
      switch byte {
      case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"),
        UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "<"), UInt8(ascii: ">"),
        UInt8(ascii: "|"), UInt8(ascii: "~"), UInt8(ascii: "&"), UInt8(ascii: "#"),
        UInt8(ascii: "$"):
        append(UInt8(ascii: "\\"))
        append(byte)
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"): append(UInt8(ascii: " "))
      default: append(byte)
      }
    }
  }
}
