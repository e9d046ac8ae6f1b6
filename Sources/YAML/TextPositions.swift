import Model

/// Turns libyaml's positions, which count code points, into lines and columns in bytes.
///
/// Asking in ascending order costs one pass over the text in total.
struct TextPositions {
  let path: String
  let bytes: [UInt8]
  /// The line of the file in which the text begins.
  let firstLine: Int
  private var character = 0
  private var offset: Int
  private var line: Int
  private var lineStart: Int
  private let start: Int

  /// Prepares for the text of `bytes` from `start`, the beginning of line `firstLine`.
  init(path: String, bytes: [UInt8], start: Int, firstLine: Int) {
    (self.path, self.bytes, self.start, self.firstLine) = (path, bytes, start, firstLine)
    (offset, line, lineStart) = (start, firstLine, start)
  }

  /// The place of the code point number `index`, counted from 0.
  mutating func location(ofCharacter index: Int) -> SourceLocation {
    if index < character { (character, offset, line, lineStart) = (0, start, firstLine, start) }
    while character < index, offset < bytes.count { advance() }
    return current
  }

  /// The place of the byte at `target`, counted from the beginning of the text.
  mutating func location(ofByte target: Int) -> SourceLocation {
    (character, offset, line, lineStart) = (0, start, firstLine, start)
    while offset < start + target, offset < bytes.count { advance() }
    return current
  }

  private var current: SourceLocation {
    SourceLocation(path: path, line: line, column: offset - lineStart + 1)
  }

  private mutating func advance() {
    let isLineFeed = bytes[offset] == UInt8(ascii: "\n")
    offset += 1
    // Continuation bytes belong to the code point that they continue.
    while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
    character += 1
    if isLineFeed { (line, lineStart) = (line + 1, offset) }
  }
}
