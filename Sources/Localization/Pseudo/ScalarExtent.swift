/// Where a scalar of YAML ends that may take several lines.
enum ScalarExtent {
  /// The bytes of a scalar, with the quotation marks around it.
  ///
  /// - Parameters:
  ///   - start: Where it begins: at its quotation mark, the mark of a block, or its first letter.
  ///   - indent: How far its key is indented; lines that are indented further go on with it.
  ///   - bytes: The file.
  ///   - end: Where the YAML ends.
  /// - Returns: Its bytes; `nil` for a quotation without an end.
  static func range(
    from start: Int, below indent: Int, in bytes: [UInt8], before end: Int
  ) -> Range<Int>? {
    guard start < end else { return nil }
    switch bytes[start] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      return quotation(from: start, in: bytes, before: end)
    default: return lines(from: start, below: indent, in: bytes, before: end)
    }
  }

  private static func quotation(
    from start: Int, in bytes: [UInt8], before end: Int
  ) -> Range<Int>? {
    let mark = bytes[start]
    var position = start + 1
    while position < end {
      if bytes[position] == UInt8(ascii: "\\"), mark == UInt8(ascii: "\"") {
        position += 2
      } else if bytes[position] != mark {
        position += 1
      } else if mark == UInt8(ascii: "'"), bytes.hasBytes("'", at: position + 1) {
        position += 2
      } else {
        return start..<position + 1
      }
    }
    return nil
  }

  private static func lines(
    from start: Int, below indent: Int, in bytes: [UInt8], before end: Int
  ) -> Range<Int> {
    func lineEnd(_ position: Int) -> Int {
      bytes.position(of: UInt8(ascii: "\n"), in: position..<end) ?? end
    }
    var last = lineEnd(start)
    var next = last + 1
    while next < end {
      let line = next..<lineEnd(next)
      next = line.upperBound + 1
      guard let text = bytes[line].firstIndex(where: { !$0.isWhitespace }) else { continue }
      guard text - line.lowerBound > indent else { break }
      last = line.upperBound
    }
    while last > start, bytes[last - 1].isWhitespace { last -= 1 }
    return start..<last
  }
}
