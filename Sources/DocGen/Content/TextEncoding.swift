import CSimdJSON
import FileSystem
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

  /// Reads a file whose text is repaired, and says what is wrong with it.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - limit: The bytes that it may have.
  ///   - diagnostics: Gets the first fault of the text.
  /// - Returns: The text in UTF-8.
  /// - Throws: If the file can't be read.
  static func text(
    of file: String, limit: Int, _ diagnostics: inout [Diagnostic]
  ) throws(FileError) -> [UInt8] {
    let bytes = try Files.read(file, limit: limit)
    guard let problem = problem(in: bytes, path: file) else { return bytes }
    diagnostics.append(problem)
    return repaired(bytes)
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

  /// Whether a text has control characters; without a branch, so that many bytes are looked at at a
  /// time: every page is asked.
  static func hasControls(_ text: [UInt8]) -> Bool {
    text.withUnsafeBufferPointer { text in
      var found: UInt8 = 0
      for byte in text {
        let isLow: UInt8 = byte < 0x20 ? 1 : 0
        let isNoSpace: UInt8 = byte &- 9 < 5 ? 0 : 1
        let isOther: UInt8 = byte == 11 || byte == 0x7F ? 1 : 0
        found |= isLow & isNoSpace | isOther
      }
      return found != 0
    }
  }

  /// The offset of the first byte that isn't part of UTF-8.
  static func firstFault(in text: [UInt8]) -> Int? {
    // Every page is asked, and nearly every one is UTF-8.
    if text.withUnsafeBufferPointer({ text_is_utf8($0.baseAddress, $0.count) }) { return nil }
    do {
      _ = try UTF8Span(validating: text.span)
      return nil
    } catch {
      return error.byteOffsets.lowerBound
    }
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
