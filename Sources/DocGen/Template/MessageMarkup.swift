public import Localization
import Model

extension [UInt8] {
  /// Appends a message as HTML.
  ///
  /// Text from elsewhere is escaped and put in `<bdi>`, code in `<code dir="ltr">`; words that are
  /// English for want of a translation get their own `lang` and `dir`. A text that `address` has an
  /// address for becomes a link.
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
        let target = address(text)
        if let target {
          self += "<a href=\"".utf8
          append(escapingHTML: target)
          self += "\">".utf8
        }
        self += "<bdi>".utf8
        append(escapingHTML: text)
        self += target == nil ? "</bdi>".utf8 : "</bdi></a>".utf8
      case .code(let text):
        self += "<code dir=\"ltr\">".utf8
        append(escapingHTML: text)
        self += "</code>".utf8
      case .message(let inner): append(html: inner, within: tag, address)
      }
    }
    if needsSpan { self += "</span>".utf8 }
  }

  /// Appends a message as a line of Markdown.
  ///
  /// Text from elsewhere is escaped, and isolated where it may run against the words; code becomes
  /// a code span. `inTable` says that the line is a row of a table. A text that `address` has an
  /// address for becomes a link.
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
        let target = address(text)
        if target != nil { append(UInt8(ascii: "[")) }
        append(escapingMarkdown: alone.plainText)
        if let target { self += "](\(target))".utf8 }
      case .code(let text):
        if isRightToLeft { self += "\u{2066}".utf8 }
        append(markdownCode: text, inTable: inTable)
        if isRightToLeft { self += "\u{2069}".utf8 }
      case .message(let inner): append(markdown: inner, inTable: inTable, address: address)
      }
    }
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
    for byte in text.utf8 {
      if inTable, byte == UInt8(ascii: "|") { append(UInt8(ascii: "\\")) }
      append(byte == 0x0A || byte == 0x0D ? 0x20 : byte)
    }
    self += "\(padding)\(fence)".utf8
  }
}
