import Model

/// Reads metadata whose every line is `key: value`, many times faster than a full parser.
///
/// Whatever YAML might read in another way than letter by letter is left to the full parser:
/// `isComplete` is then false, and the entries are those of the lines that were clear.
struct LineMetadata {
  private let bytes: [UInt8]
  private let range: Range<Int>
  private let firstLine: Int
  private let path: String
  private(set) var entries: [YAMLEntry] = []
  private(set) var diagnostics: [Diagnostic] = []
  /// Whether every line was clear.
  private(set) var isComplete = true

  init(_ bytes: [UInt8], _ range: Range<Int>, firstLine: Int, path: String) {
    (self.bytes, self.range, self.firstLine, self.path) = (bytes, range, firstLine, path)
  }

  /// Reads all lines.
  mutating func parse() {
    var (start, line) = (range.lowerBound, firstLine)
    while start < range.upperBound {
      var end = start
      while end < range.upperBound, bytes[end] != UInt8(ascii: "\n") { end += 1 }
      var last = end
      if last > start, bytes[last - 1] == UInt8(ascii: "\r") { last -= 1 }
      if !parse(start..<last, line: line) { isComplete = false }
      (start, line) = (end + 1, line + 1)
    }
  }

  /// Reads one line without its end; false if it isn't clear.
  private mutating func parse(_ content: Range<Int>, line: Int) -> Bool {
    guard let first = content.first.map({ bytes[$0] }) else { return true }
    if first == UInt8(ascii: "#") { return LineText.isHarmless(bytes, content) }
    guard let colon = endOfKey(content) else { return false }
    var start = colon + 1
    while start < content.upperBound, bytes[start] == 0x20 { start += 1 }
    guard start > colon + 1 || start == content.upperBound,
      let value = LineText.scalar(bytes, start..<content.upperBound)
    else { return false }
    let key = String(decoding: bytes[content.lowerBound..<colon], as: UTF8.self)
    // Where no value is written, the full parser places it behind the colon.
    let column = (value.isEmptyPlain ? colon + 1 : start) - content.lowerBound + 1
    add(
      YAMLEntry(
        key: key, at: SourceLocation(path: path, line: line, column: 1),
        value: YAMLNode(
          value.content, at: SourceLocation(path: path, line: line, column: column))))
    return true
  }

  /// The offset of the colon behind a key of letters, digits, `_`, `.`, `-` and inner blanks.
  private func endOfKey(_ content: Range<Int>) -> Int? {
    guard LineText.isLetter(bytes[content.lowerBound]) else { return nil }
    var index = content.lowerBound
    while index < content.upperBound, index - content.lowerBound < 1000 {
      let byte = bytes[index]
      if byte == UInt8(ascii: ":") { return bytes[index - 1] == 0x20 ? nil : index }
      guard
        LineText.isLetter(byte) || (48...57).contains(byte) || byte == 0x20
          || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
      else { return nil }
      index += 1
    }
    return nil
  }

  private mutating func add(_ entry: YAMLEntry) {
    // Metadata has some twelve keys: looking through them costs less than a table.
    if let index = entries.firstIndex(where: { $0.key == entry.key }) {
      diagnostics.append(.duplicateKey(entry, first: entries[index]))
      entries[index] = entry
    } else {
      entries.append(entry)
    }
  }
}
