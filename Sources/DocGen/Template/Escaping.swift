extension [UInt8] {
  /// Appends text so that it is nothing but text in HTML, between tags and in quoted attributes.
  public mutating func append(escapingHTML text: String) {
    var text = text
    text.withUTF8 { append(escapingHTML: $0) }
  }

  /// Appends UTF-8 text so that it is nothing but text in HTML.
  public mutating func append(escapingHTML text: some Collection<UInt8>) {
    if text.withContiguousStorageIfAvailable({ append(escapingHTML: $0) }) == nil {
      append(escapingHTML: Array(text))
    }
  }

  /// Copies runs of ordinary bytes as wholes.
  private mutating func append(escapingHTML text: UnsafeBufferPointer<UInt8>) {
    var start = 0
    for index in text.indices {
      let entity: StaticString
      switch text[index] {
      case UInt8(ascii: "&"): entity = "&amp;"
      case UInt8(ascii: "<"): entity = "&lt;"
      case UInt8(ascii: ">"): entity = "&gt;"
      case UInt8(ascii: "\""): entity = "&quot;"
      case UInt8(ascii: "'"): entity = "&#39;"
      default: continue
      }
      append(contentsOf: text[start..<index])
      entity.withUTF8Buffer { append(contentsOf: $0) }
      start = index + 1
    }
    append(contentsOf: text[start...])
  }

  /// Appends text so that it is nothing but text in Markdown: within a line, a table cell too.
  ///
  /// Marks that mean something anywhere in a line are escaped; a line break becomes a blank. Marks
  /// that mean something only at the beginning of a line, such as `-`, are not: templates put text
  /// behind something.
  public mutating func append(escapingMarkdown text: String) {
    for byte in text.utf8 {
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
