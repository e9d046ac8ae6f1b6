/// The lines that enclose the metadata of a page.
struct Fences {
  /// The offset of the first line of metadata.
  let start: Int
  /// Whether the first line after the fence is of the form `key:`.
  let looksLikeMetadata: Bool
  /// The offset of the closing line, and the offset and line of what follows it.
  var end: (offset: Int, bodyOffset: Int, bodyLine: Int)?

  /// Finds the lines; `nil` where the page doesn't begin with one.
  init?(in bytes: [UInt8], from offset: Int) {
    let first = Self.lineEnd(bytes, from: offset)
    guard Self.isFence(bytes[offset..<first], UInt8(ascii: "-")), first < bytes.count else {
      return nil
    }
    start = first
    var lineStart = first
    var line = 2
    looksLikeMetadata = bytes[first..<Self.lineEnd(bytes, from: first)].contains(UInt8(ascii: ":"))
    while lineStart < bytes.count {
      let lineEnd = Self.lineEnd(bytes, from: lineStart)
      let first = bytes[lineStart]
      if first == UInt8(ascii: "-") || first == UInt8(ascii: "."),
        Self.isFence(bytes[lineStart..<lineEnd], first)
      {
        end = (lineStart, lineEnd, line + 1)
        return
      }
      (lineStart, line) = (lineEnd, line + 1)
    }
  }

  /// The offset behind the line feed that ends the line at `offset`, or the end of the text.
  private static func lineEnd(_ bytes: [UInt8], from offset: Int) -> Int {
    var end = offset
    while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
    return min(end + 1, bytes.count)
  }

  /// Whether a line is three of `mark` and nothing else but blanks.
  private static func isFence(_ line: ArraySlice<UInt8>, _ mark: UInt8) -> Bool {
    line.count >= 3 && line.prefix(3).allSatisfy { $0 == mark }
      && line.dropFirst(3).allSatisfy { [0x20, 0x09, 0x0D, 0x0A].contains($0) }
  }
}
