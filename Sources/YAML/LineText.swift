/// Scalars that stand on one line and that YAML reads letter by letter.
enum LineText {
  /// A scalar and whether nothing was written.
  struct Scalar {
    let content: YAMLNode.Content
    let isEmptyPlain: Bool
  }

  /// Reads a scalar that fills the rest of a line; `nil` if only a full parser can.
  static func scalar(_ bytes: [UInt8], _ range: Range<Int>) -> Scalar? {
    var range = range
    while let last = range.last, bytes[last] == 0x20 { range = range.dropLast() }
    guard let first = range.first.map({ bytes[$0] }) else {
      return Scalar(content: .scalar("", isPlain: true), isEmptyPlain: true)
    }
    guard isHarmless(bytes, range) else { return nil }
    switch first {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return quoted(bytes, range, quote: first)
    default: return isPlain(bytes, range) ? text(bytes[range], isPlain: true) : nil
    }
  }

  /// Whether a plain scalar can't be taken for anything else.
  private static func isPlain(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    let first = bytes[range.lowerBound]
    if isIndicator(first) || bytes[range.upperBound - 1] == UInt8(ascii: ":") { return false }
    for index in range.dropFirst() {
      if bytes[index] == 0x20, bytes[index - 1] == UInt8(ascii: ":") { return false }
      if bytes[index] == UInt8(ascii: "#"), bytes[index - 1] == 0x20 { return false }
    }
    return true
  }

  /// Whether a plain scalar can't begin with a byte, or not always.
  private static func isIndicator(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":"), UInt8(ascii: ","),
      UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"),
      UInt8(ascii: "#"), UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "!"),
      UInt8(ascii: "|"), UInt8(ascii: ">"), UInt8(ascii: "%"), UInt8(ascii: "@"),
      UInt8(ascii: "`"):
      true
    default: false
    }
  }

  /// Reads quotes that hold neither escapes nor, in single ones, doubled quotes.
  private static func quoted(_ bytes: [UInt8], _ range: Range<Int>, quote: UInt8) -> Scalar? {
    guard range.count >= 2, bytes[range.upperBound - 1] == quote else { return nil }
    let inner = bytes[range.lowerBound + 1..<range.upperBound - 1]
    if inner.contains(quote) || (quote == UInt8(ascii: "\"") && inner.contains(UInt8(ascii: "\\")))
    {
      return nil
    }
    return text(inner, isPlain: false)
  }

  private static func text(_ bytes: ArraySlice<UInt8>, isPlain: Bool) -> Scalar? {
    let isASCII = bytes.allSatisfy { $0 < 0x80 }
    guard
      let text = isASCII
        ? String(decoding: bytes, as: UTF8.self) : String(validating: bytes, as: UTF8.self)
    else { return nil }
    return Scalar(content: .scalar(text, isPlain: isPlain), isEmptyPlain: false)
  }

  /// Whether no byte begins a control character, a byte order mark or a line break other than `\n`.
  static func isHarmless(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    for index in range {
      switch bytes[index] {
      case 0..<0x20, 0x7F, 0xEF, 0xF4: return false
      case 0xC2 where index + 1 < range.upperBound && bytes[index + 1] < 0xA0: return false
      case 0xE2
      where index + 2 < range.upperBound && bytes[index + 1] == 0x80
        && (0xA8...0xA9).contains(bytes[index + 2]):
        return false
      default: continue
      }
    }
    return true
  }

  /// Whether a byte is a Latin letter.
  static func isLetter(_ byte: UInt8) -> Bool { (97...122).contains(byte | 0x20) }
}
