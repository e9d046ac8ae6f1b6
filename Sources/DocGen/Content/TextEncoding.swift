import Model

/// Text that is UTF-8, or claims to be.
enum TextEncoding {
  /// The text with U+FFFD for what isn't UTF-8 and for control characters, which HTML may not hold.
  ///
  /// They are the same bytes if there is neither. A text that says of itself that it is UTF-16 is
  /// turned into UTF-8.
  static func repaired(_ text: [UInt8]) -> [UInt8] {
    let text = fromUTF16(text) ?? text
    let whole =
      firstFault(in: text) == nil ? text : Array(String(decoding: text, as: UTF8.self).utf8)
    guard hasControls(whole) else { return whole }
    let replacement = Array("\u{FFFD}".utf8)
    return whole.flatMap { isControl($0) ? replacement : [$0] }
  }

  /// A text that begins with the mark of UTF-16 as UTF-8; `nil` for others.
  private static func fromUTF16(_ text: [UInt8]) -> [UInt8]? {
    let isLittle = text.starts(with: [0xFF, 0xFE])
    guard isLittle || text.starts(with: [0xFE, 0xFF]) else { return nil }
    let units = stride(from: 2, to: text.count - 1, by: 2).map { index in
      let (first, second) = (UInt16(text[index]), UInt16(text[index + 1]))
      return isLittle ? second << 8 | first : first << 8 | second
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  /// Whether a byte is a control character, but for those that end lines and separate words.
  private static func isControl(_ byte: UInt8) -> Bool {
    byte < 0x20 ? !(9...13).contains(byte) || byte == 11 : byte == 0x7F
  }

  /// Whether a text has control characters; without a branch, since every page is asked.
  static func hasControls(_ text: [UInt8]) -> Bool {
    text.withUnsafeBufferPointer { text in
      var found = false
      for byte in text { found = found || isControl(byte) }
      return found
    }
  }

  /// The offset of the first byte that isn't part of UTF-8.
  static func firstFault(in text: [UInt8]) -> Int? {
    if text.withUnsafeBytes(isWhole) { return nil }
    do {
      _ = try UTF8Span(validating: text.span)
      return nil
    } catch {
      return error.byteOffsets.lowerBound
    }
  }

  /// Whether all of a text is UTF-8: every page is asked twice, and nearly every one is.
  private static func isWhole(_ text: UnsafeRawBufferPointer) -> Bool {
    func continues(_ position: Int) -> Bool {
      position < text.count && text[position] & 0xC0 == 0x80
    }
    var position = 0
    while position < text.count {
      let lead = text[position]
      switch lead {
      case 0..<0x80:
        position += 1
        while position + 8 <= text.count,
          text.loadUnaligned(fromByteOffset: position, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
        {
          position += 8
        }
      case 0xC2...0xDF:
        guard continues(position + 1) else { return false }
        position += 2
      case 0xE0...0xEF:
        guard continues(position + 1), continues(position + 2) else { return false }
        // Neither longer than need be nor half of a pair of UTF-16.
        let second = text[position + 1]
        if lead == 0xE0 && second < 0xA0 || lead == 0xED && second > 0x9F { return false }
        position += 3
      case 0xF0...0xF4:
        guard continues(position + 1), continues(position + 2), continues(position + 3) else {
          return false
        }
        let second = text[position + 1]
        if lead == 0xF0 && second < 0x90 || lead == 0xF4 && second > 0x8F { return false }
        position += 4
      default: return false
      }
    }
    return true
  }

  /// The problem of a file that isn't UTF-8, at the first fault.
  static func problem(in text: [UInt8], path: String) -> Diagnostic? {
    if fromUTF16(text) != nil {
      return Diagnostic(
        .note, "content.encoding", at: SourceLocation(path: path, line: 1, column: 1),
        "this is UTF-16", suggestion: "save the file as UTF-8, which all tools read")
    }
    let isWhole = firstFault(in: text) == nil
    guard
      let fault = firstFault(in: text)
        ?? (hasControls(text) ? text.firstIndex(where: isControl) : nil)
    else { return nil }
    let before = text[..<fault]
    let lineStart = before.lastIndex(of: 10).map { $0 + 1 } ?? 0
    let place = SourceLocation(
      path: path, line: before.count { $0 == 10 } + 1, column: fault - lineStart + 1)
    return isWhole
      ? Diagnostic(
        .warning, "content.control", at: place,
        "this is a control character; it is shown as U+FFFD", suggestion: "take it out")
      : Diagnostic(
        .warning, "content.encoding", at: place, "this is not UTF-8; it is shown as U+FFFD",
        suggestion: "save the file as UTF-8")
  }
}
