public import Localization
import Model

extension [UInt8] {
  /// Appends a message as HTML.
  ///
  /// Text from elsewhere is escaped and put in `<bdi>`, code in `<code dir="ltr">`; words that are
  /// English for want of a translation get their own `lang` and `dir`. A text or code that
  /// `address` has an address for becomes a link.
  public mutating func append(
    html message: LocalizedMessage, address: (String) -> String? = { _ in nil }
  ) {
    append(html: message, within: message.isFallback ? nil : message.language.tag, address)
  }

  private mutating func append(
    html message: LocalizedMessage, within language: String?, _ address: (String) -> String?
  ) {
    let tag = message.language.tag
    let needsSpan = tag != language
    if needsSpan {
      self += "<span lang=\"\(tag)\" dir=\"\(message.language.direction)\">".utf8
    }
    for piece in message.pieces {
      switch piece {
      case .words(let words): append(escapingHTML: words)
      case .text(let text):
        append(html: text, "<bdi>", "</bdi>", address: address(text))
      case .code(let text):
        append(html: text, "<code dir=\"ltr\">", "</code>", address: address(text))
      case .message(let inner): append(html: inner, within: tag, address)
      }
    }
    if needsSpan { self += "</span>".utf8 }
  }

  private mutating func append(
    html text: String, _ start: StaticString, _ end: StaticString, address: String?
  ) {
    if let address {
      self += "<a href=\"".utf8
      append(escapingHTML: address)
      self += "\">".utf8
    }
    self += "\(start)".utf8
    append(escapingHTML: text)
    self += "\(end)".utf8
    if address != nil { self += "</a>".utf8 }
  }

  /// Appends a message as a line of Markdown.
  ///
  /// Text from elsewhere is escaped, and isolated where it may run against the words; code becomes
  /// a code span. `inTable` says that the line is a row of a table. A text or code that
  /// `address` has an address for becomes a link.
  public mutating func append(
    markdown message: LocalizedMessage, inTable: Bool = false,
    address: (String) -> String? = { _ in nil }
  ) {
    let isRightToLeft = message.language.isRightToLeft
    for piece in message.pieces {
      switch piece {
      case .words(let words): append(escapingMarkdown: words)
      case .text(let text):
        let alone = LocalizedMessage(
          pieces: [.text(text)], language: message.language, isFallback: false)
        link(address(text)) { $0.append(escapingMarkdown: alone.plainText) }
      case .code(let text):
        link(address(text)) { bytes in
          if isRightToLeft { bytes += "\u{2066}".utf8 }
          bytes.append(markdownCode: text, inTable: inTable)
          if isRightToLeft { bytes += "\u{2069}".utf8 }
        }
      case .message(let inner): append(markdown: inner, inTable: inTable, address: address)
      }
    }
  }

  private mutating func link(_ address: String?, _ text: (inout Self) -> Void) {
    if address != nil { append(UInt8(ascii: "[")) }
    text(&self)
    if let address { self += "](\(address))".utf8 }
  }

  /// Appends a code span that nothing in `text` can end.
  ///
  /// In a table a bar is escaped, since it would end the cell even in code; elsewhere the backslash
  /// would show.
  public mutating func append(markdownCode text: String, inTable: Bool = false) {
    var longest = 0
    var run = 0
    for byte in text.utf8 {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = Swift.max(longest, run)
    }
    let fence = String(repeating: "`", count: longest + 1)
    let padding = longest > 0 || text.hasPrefix(" ") || text.isEmpty ? " " : ""
    self += "\(fence)\(padding)".utf8
    Self.forEachPrintableByte(of: text) { byte in
      if inTable, byte == UInt8(ascii: "|") { append(UInt8(ascii: "\\")) }
      append(byte == 0x0A || byte == 0x0D ? 0x20 : byte)
    }
    self += "\(padding)\(fence)".utf8
  }
}
