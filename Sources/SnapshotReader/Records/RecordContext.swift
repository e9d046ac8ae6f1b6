import Model

/// The record that is being read, in its input.
struct RecordSource {
  let path: String
  /// The bytes of a part of the input, from the beginning of a line.
  let bytes: ByteView
  /// The position of the record in `bytes`.
  var offset = 0
  /// The line of the record.
  var line = 1

  init(path: String, bytes: ByteView) {
    self.path = path
    self.bytes = bytes
  }

  /// The place of a byte of the record.
  func location(_ byte: Int) -> SourceLocation {
    let target = offset + byte
    return SourceLocation(
      path: path, line: line + bytes.lineCount(offset..<target),
      column: target - bytes.startOfLine(target) + 1)
  }

  /// The longest piece of a list or object that is kept as written.
  private static let writtenLimit = 256

  /// A value as it was written, without the quotes of a text; of lists and objects the beginning.
  func written(_ value: JSONValue) -> ByteView {
    if value.isScalar { return value.text }
    let start = offset + value.offset
    return bytes[start..<(start + min(value.length, Self.writtenLimit))]
  }

  /// A value as diagnostics show it.
  func quotation(_ value: JSONValue) -> String {
    value.isScalar ? quoted(written(value).string) : value.kindName
  }
}

/// What the readers of one part of an input share: where they are, and what they find besides rows.
struct RecordContext {
  /// The section; `nil` in sections that the format doesn't know.
  let section: Section?
  /// The current record.
  var source: RecordSource
  /// The position of the current record in its section's part.
  var row = 0

  var texts = TextPoolBuilder()
  var problems = Problems()
  var unknownValues: [UnknownValue] = []

  init(section: Section?, source: RecordSource) {
    self.section = section
    self.source = source
  }

  /// The identifier of a value as it was written.
  mutating func intern(written value: JSONValue) -> Int64 {
    let written = source.written(value)
    // A list or object that was cut may end within a character.
    if !value.isScalar { return Int64(texts.intern(written.string).index) }
    return Int64(texts.intern(written).index)
  }
}
