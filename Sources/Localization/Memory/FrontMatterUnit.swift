/// The text of a unit that stands in a value of the front matter, as older translations have it.
enum FrontMatterUnit {
  /// A text as the value needs it that it is a part of.
  ///
  /// There is a backslash before quotation marks, or apostrophes are doubled. What has them already, as
  /// texts come back from translators, keeps them.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - place: Where it begins in the page.
  ///   - page: The page.
  /// - Returns: The text; `nil` if it would end the value.
  static func text(_ text: [UInt8], at place: Int, in page: [UInt8]) -> [UInt8]? {
    guard !text.contains(10), !text.contains(13) else { return nil }
    switch mark(around: place, in: page) {
    case UInt8(ascii: "\""): return escaped(text)
    case UInt8(ascii: "'"): return doubled(text)
    default:
      let ends = [": ", " #"] as [StaticString]
      let isPlain =
        text.last != UInt8(ascii: ":")
        && ends.allSatisfy { text.range(of: $0, in: 0..<text.count) == nil }
      return isPlain ? text : nil
    }
  }

  /// The first byte of the value on the line of a place.
  private static func mark(around place: Int, in page: [UInt8]) -> UInt8? {
    let start = page[..<place].lastIndex(of: 10).map { $0 + 1 } ?? 0
    guard let colon = page.position(of: UInt8(ascii: ":"), in: start..<place) else { return nil }
    return page[colon + 1..<place].first { !$0.isWhitespace }
  }

  private static func escaped(_ text: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    var position = 0
    while position < text.count {
      let byte = text[position]
      if byte == UInt8(ascii: "\\") {
        let isEscape = position + 1 < text.count && [34, 92].contains(text[position + 1])
        output += isEscape ? [byte, text[position + 1]] : [byte, byte]
        position += isEscape ? 2 : 1
        continue
      }
      if byte == UInt8(ascii: "\"") { output.append(92) }
      output.append(byte)
      position += 1
    }
    return output
  }

  private static func doubled(_ text: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    var position = 0
    while position < text.count {
      output.append(text[position])
      if text[position] == UInt8(ascii: "'") {
        output.append(text[position])
        if text.hasBytes("'", at: position + 1) { position += 1 }
      }
      position += 1
    }
    return output
  }
}
