import Model

/// Text that claims to be UTF-8.
enum TextEncoding {
  /// The text with U+FFFD for what isn't UTF-8; the same bytes if all of it is.
  static func repaired(_ text: [UInt8]) -> [UInt8] {
    firstFault(in: text) == nil ? text : Array(String(decoding: text, as: UTF8.self).utf8)
  }

  /// The offset of the first byte that isn't part of UTF-8.
  static func firstFault(in text: [UInt8]) -> Int? {
    do {
      _ = try UTF8Span(validating: text.span)
      return nil
    } catch {
      return error.byteOffsets.lowerBound
    }
  }

  /// The problem of a file that isn't UTF-8, at the first fault.
  static func problem(in text: [UInt8], path: String) -> Diagnostic? {
    guard let fault = firstFault(in: text) else { return nil }
    let before = text[..<fault]
    let lineStart = before.lastIndex(of: 10).map { $0 + 1 } ?? 0
    let place = SourceLocation(
      path: path, line: before.count { $0 == 10 } + 1, column: fault - lineStart + 1)
    return Diagnostic(
      .warning, "content.encoding", at: place, "this is not UTF-8; it is shown as U+FFFD",
      suggestion: "save the file as UTF-8")
  }
}
