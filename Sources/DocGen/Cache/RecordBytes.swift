import FileSystem
import Model

/// Values as bytes, for the cache.
struct RecordWriter {
  private(set) var bytes: [UInt8] = []

  /// Writes a number that isn't negative, in groups of seven bits, the lowest first.
  mutating func number(_ number: Int) {
    var rest = UInt(bitPattern: number)
    while rest >= 128 {
      bytes.append(UInt8(rest & 127 | 128))
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func data(_ data: some Collection<UInt8>) {
    number(data.count)
    bytes += data
  }

  mutating func text(_ text: String) {
    number(text.utf8.count)
    bytes += text.utf8
  }

  mutating func optionalText(_ text: String?) {
    number(text.map { $0.utf8.count + 1 } ?? 0)
    if let text { bytes += text.utf8 }
  }

  mutating func stamp(_ stamp: FileStamp) {
    number(Int(truncatingIfNeeded: stamp.number))
    number(Int(stamp.size))
    number(Int(stamp.modified))
  }

  mutating func stamp(_ stamp: InputStamp) {
    number(Int(truncatingIfNeeded: stamp.number))
    number(Int(stamp.size))
    number(Int(stamp.modified))
    number(Int(stamp.changed))
  }

  mutating func location(_ location: SourceLocation) {
    text(location.path)
    number(location.line)
    number(location.column)
  }

  mutating func diagnostic(_ diagnostic: Diagnostic) {
    number(diagnostic.severity.rawValue)
    text(diagnostic.code)
    location(diagnostic.location)
    text(diagnostic.message)
    number(diagnostic.suggestion == nil ? 0 : 1)
    text(diagnostic.suggestion ?? "")
  }

  mutating func list<Element>(_ list: [Element], _ body: (inout Self, Element) -> Void) {
    number(list.count)
    for element in list { body(&self, element) }
  }
}

/// Bytes in the cache that aren't what they should be.
struct BrokenRecord: Error {}

/// Reads what ``RecordWriter`` wrote; bytes that it didn't write are refused.
struct RecordReader {
  private let bytes: ArraySlice<UInt8>
  private var position: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  var isAtEnd: Bool { position == bytes.endIndex }

  mutating func number() throws(BrokenRecord) -> Int {
    var result: UInt = 0
    var shift: UInt = 0
    while position < bytes.endIndex, shift < 64 {
      let byte = bytes[position]
      position += 1
      result |= UInt(byte & 127) << shift
      if byte < 128 { return Int(bitPattern: result) }
      shift += 7
    }
    throw BrokenRecord()
  }

  mutating func data() throws(BrokenRecord) -> ArraySlice<UInt8> { try data(try number()) }

  private mutating func data(_ count: Int) throws(BrokenRecord) -> ArraySlice<UInt8> {
    guard count >= 0, count <= bytes.endIndex - position else { throw BrokenRecord() }
    defer { position += count }
    return bytes[position..<position + count]
  }

  mutating func text() throws(BrokenRecord) -> String {
    String(decoding: try data(), as: UTF8.self)
  }

  mutating func optionalText() throws(BrokenRecord) -> String? {
    let count = try number()
    guard count > 0 else { return nil }
    return String(decoding: try data(count - 1), as: UTF8.self)
  }

  mutating func path() throws(BrokenRecord) -> RelativePath {
    guard let path = RelativePath(try text()) else { throw BrokenRecord() }
    return path
  }

  mutating func locale() throws(BrokenRecord) -> LocaleTag {
    guard let locale = LocaleTag(try text()) else { throw BrokenRecord() }
    return locale
  }

  mutating func stamp() throws(BrokenRecord) -> FileStamp {
    FileStamp(
      number: UInt64(UInt(bitPattern: try number())), size: Int64(try number()),
      modified: Int64(try number()))
  }

  mutating func inputStamp() throws(BrokenRecord) -> InputStamp {
    InputStamp(
      number: UInt64(UInt(bitPattern: try number())), size: Int64(try number()),
      modified: Int64(try number()), changed: Int64(try number()))
  }

  mutating func location() throws(BrokenRecord) -> SourceLocation {
    SourceLocation(path: try text(), line: try number(), column: try number())
  }

  mutating func diagnostic() throws(BrokenRecord) -> Diagnostic {
    guard let severity = Diagnostic.Severity(rawValue: try number()) else { throw BrokenRecord() }
    let code = try text()
    let place = try location()
    let message = try text()
    let hasSuggestion = try number() == 1
    let suggestion = try text()
    return Diagnostic(
      severity, code, at: place, message, suggestion: hasSuggestion ? suggestion : nil)
  }

  mutating func list<Element>(
    _ body: (inout Self) throws(BrokenRecord) -> Element
  ) throws(BrokenRecord) -> [Element] {
    let count = try number()
    guard count >= 0, count <= bytes.count else { throw BrokenRecord() }
    var elements: [Element] = []
    for _ in 0..<count { elements.append(try body(&self)) }
    return elements
  }
}
