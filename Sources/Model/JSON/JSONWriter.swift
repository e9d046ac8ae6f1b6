/// Writes JSON as bytes, in the order in which it is told, so that equal values give equal bytes.
///
/// `<`, `>`, `&`, U+2028 and U+2029 are written as escapes: the text may be put into a page.
public struct JSONWriter: Sendable {
  /// What was written.
  public private(set) var bytes: [UInt8] = []
  private let indentation: Int
  private var depth = 0
  private var isFirst = true

  /// A writer; an indentation of 0 writes everything on one line.
  public init(indentation: Int = 0) { self.indentation = indentation }

  /// Writes an object whose members `body` writes with `member`.
  public mutating func object<E: Error>(_ body: (inout JSONWriter) throws(E) -> Void) throws(E) {
    try nest(UInt8(ascii: "{"), UInt8(ascii: "}"), body)
  }

  /// Writes an array whose elements `body` writes with `element`.
  public mutating func array<E: Error>(_ body: (inout JSONWriter) throws(E) -> Void) throws(E) {
    try nest(UInt8(ascii: "["), UInt8(ascii: "]"), body)
  }

  /// Writes a member's key; the value must follow.
  public mutating func key(_ key: String) {
    separate()
    string(key)
    bytes.append(UInt8(ascii: ":"))
    if indentation > 0 { bytes.append(UInt8(ascii: " ")) }
  }

  /// Prepares an element of an array; the value must follow.
  public mutating func element() { separate() }

  /// Writes an element of an array that is an object.
  public mutating func objectElement<E: Error>(
    _ body: (inout JSONWriter) throws(E) -> Void
  ) throws(E) {
    element()
    try object(body)
  }

  /// Writes a member with text, or with `null`.
  public mutating func member(_ name: String, _ value: String?) {
    key(name)
    if let value { string(value) } else { null() }
  }

  /// Writes a member with a whole number, or with `null`.
  public mutating func member(_ name: String, _ value: Int?) {
    key(name)
    if let value { integer(value) } else { null() }
  }

  /// Writes a member with a truth value, or `null`.
  public mutating func member(_ name: String, _ value: Bool?) {
    key(name)
    if let value { flag(value) } else { null() }
  }

  /// Writes a member with a number; one that JSON can't hold becomes `null`.
  public mutating func member(_ name: String, number value: Double) {
    key(name)
    number(value)
  }

  /// Writes a member with a list of texts.
  public mutating func member(_ name: String, _ values: [String]) {
    key(name)
    array { list in
      for value in values {
        list.element()
        list.string(value)
      }
    }
  }

  /// Writes a member with an object.
  public mutating func objectMember<E: Error>(
    _ name: String, _ body: (inout JSONWriter) throws(E) -> Void
  ) throws(E) {
    key(name)
    try object(body)
  }

  /// Writes a member with an array.
  public mutating func arrayMember<E: Error>(
    _ name: String, _ body: (inout JSONWriter) throws(E) -> Void
  ) throws(E) {
    key(name)
    try array(body)
  }

  /// Writes a member with an array of objects, one for each element.
  public mutating func arrayMember<Elements: Sequence, E: Error>(
    _ name: String, of elements: Elements,
    _ body: (inout JSONWriter, Elements.Element) throws(E) -> Void
  ) throws(E) {
    try arrayMember(name) { json throws(E) in
      for element in elements {
        try json.objectElement { json throws(E) in try body(&json, element) }
      }
    }
  }

  /// Writes a text value.
  public mutating func string(_ text: String) {
    var text = text
    bytes.append(UInt8(ascii: "\""))
    text.withUTF8 { text in
      // Runs of ordinary bytes are copied as wholes.
      var start = 0
      for index in text.indices {
        let byte = text[index]
        guard byte < 0x20 || Self.isSpecial(byte) else { continue }
        let isLineEnd =
          byte == 0xE2 && index + 2 < text.count && text[index + 1] == 0x80
          && (text[index + 2] == 0xA8 || text[index + 2] == 0xA9)
        if byte == 0xE2, !isLineEnd { continue }
        bytes += text[start..<index]
        start = index + (isLineEnd ? 3 : 1)
        switch byte {
        case 0x22, 0x5C: bytes += [0x5C, byte]
        case 0x0A: bytes += [0x5C, 0x6E]
        case 0x0D: bytes += [0x5C, 0x72]
        case 0x09: bytes += [0x5C, 0x74]
        // U+2028 and U+2029 end lines in old scripts: E2 80 A8 and E2 80 A9.
        case 0xE2: bytes += Array("\\u202\(text[index + 2] == 0xA8 ? 8 : 9)".utf8)
        default: escape(byte)
        }
      }
      bytes += text[start...]
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Whether a byte above the control characters may need an escape.
  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x22, 0x5C, 0x3C, 0x3E, 0x26, 0x7F, 0xE2: true
    default: false
    }
  }

  /// Writes a whole number.
  public mutating func integer(_ value: Int) { bytes += Array(String(value).utf8) }

  /// Writes a number; one that JSON can't hold becomes `null`.
  public mutating func number(_ value: Double) {
    guard value.isFinite else { return null() }
    if value == value.rounded(), abs(value) < 1e15 { return integer(Int(value)) }
    bytes += Array("\(value)".utf8)
  }

  /// Writes a number as other JSON has it, with all its digits.
  public mutating func number(asWritten text: String) { bytes += Array(text.utf8) }

  /// Writes a truth value.
  public mutating func flag(_ value: Bool) { bytes += Array((value ? "true" : "false").utf8) }

  /// Writes `null`.
  public mutating func null() { bytes += Array("null".utf8) }

  /// Ends a line, as NDJSON ends each record.
  public mutating func newline() {
    bytes.append(0x0A)
    isFirst = true
  }

  /// Gives the bytes away and starts anew; for writing long streams in blocks.
  public mutating func take() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  private mutating func nest<E: Error>(
    _ opening: UInt8, _ closing: UInt8, _ body: (inout JSONWriter) throws(E) -> Void
  ) throws(E) {
    bytes.append(opening)
    depth += 1
    isFirst = true
    try body(&self)
    depth -= 1
    if !isFirst { breakLine() }
    isFirst = false
    bytes.append(closing)
  }

  private mutating func separate() {
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    isFirst = false
    breakLine()
  }

  private mutating func breakLine() {
    guard indentation > 0 else { return }
    bytes.append(0x0A)
    bytes += Array(repeating: 0x20, count: depth * indentation)
  }

  private mutating func escape(_ byte: UInt8) {
    let digits = Array("0123456789abcdef".utf8)
    bytes += Array("\\u00".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
  }
}
