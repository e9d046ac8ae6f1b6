import YAML

/// JSON as tools for documentation take it: with comments and with commas before closing brackets.
enum RelaxedJSON {
  /// Reads a file; every scalar stays the text that was written.
  ///
  /// - Throws: If it isn't JSON even so.
  static func document(_ bytes: [UInt8], path: String) throws(YAMLError) -> YAMLDocument {
    // Without comments such JSON is YAML, whose flow form allows the last comma.
    try YAMLDocument(
      parsing: withoutComments(bytes), path: path,
      limits: YAMLLimits(byteCount: 32 << 20, nodeCount: 2_000_000))
  }

  /// The text with blanks in place of comments, and of tabs outside texts, so that places stay.
  private static func withoutComments(_ bytes: [UInt8]) -> [UInt8] {
    var output = bytes
    var position = 0
    func at(_ offset: Int) -> UInt8 { offset < bytes.count ? bytes[offset] : 0 }
    func blank(_ range: Range<Int>) {
      for index in range where output[index] != 10 { output[index] = 32 }
    }
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\""):
        position += 1
        while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
          position += bytes[position] == UInt8(ascii: "\\") ? 2 : 1
        }
      case UInt8(ascii: "/") where at(position + 1) == UInt8(ascii: "/"):
        let end = bytes[position...].firstIndex(of: 10) ?? bytes.count
        blank(position..<end)
        position = end - 1
      case UInt8(ascii: "/") where at(position + 1) == UInt8(ascii: "*"):
        var end = position + 2
        while end < bytes.count, at(end) != UInt8(ascii: "*") || at(end + 1) != UInt8(ascii: "/") {
          end += 1
        }
        blank(position..<min(end + 2, bytes.count))
        position = end + 1
      case 9: output[position] = 32
      default: break
      }
      position += 1
    }
    return output
  }
}
